"""The status line counts how the line ends of the article were decided."""

import pytest

pytestmark = pytest.mark.window


def counts(window):
    return window.status.verdicts.text()


def test_a_verdict_moves_one_from_doubtful_to_by_hand(window, press):
    window.resize(1500, 900)
    assert window.status.verdicts.isVisible()
    assert counts(window) == "line ends: 2 joined · 0 doubtful · 0 by hand"
    press(window, "actionNextDoubt")
    before = window.article.edit.sheet.verdicts()
    assert before.doubtful > 0
    assert "Doubtful line end" in window.status.said.text()
    press(window, "actionAcceptSeam")
    assert window.status.said.text() == ""
    after = window.article.edit.sheet.verdicts()
    assert (after.doubtful, after.decided) == (before.doubtful - 1, before.decided + 1)
    assert counts(window).endswith(f"{after.doubtful} doubtful · {after.decided} by hand")
    press(window, "actionUndo")
    assert window.article.edit.sheet.verdicts() == before
    assert counts(window).endswith(f"{before.doubtful} doubtful · {before.decided} by hand")


def test_nothing_is_counted_where_no_article_is_in_view(window, press, qtbot):
    press(window, "actionSearch")
    window.search_box.ask("会议")
    qtbot.waitUntil(lambda: window.seeking.open)
    assert counts(window) == ""


def test_a_small_window_leaves_the_counts_out(window):
    window.resize(1200, 700)
    assert not window.status.verdicts.isVisible()
