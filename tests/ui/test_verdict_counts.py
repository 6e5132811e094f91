"""The status line: how line ends were decided, and where the caret is."""

import pytest
from acting import add
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.model import IssueFacts
from reader.store.library import Library, Mode

pytestmark = pytest.mark.window


def counts(window):
    return window.status.verdicts.accessibleName()


def test_a_verdict_moves_one_from_doubtful_to_by_hand(window, press):
    window.resize(1500, 900)
    verdicts = window.status.verdicts
    assert verdicts.isVisible()
    assert counts(window) == "line ends: 2 joined · 0 doubtful · 0 by hand"
    assert verdicts.joined.text() == "joined 2"
    press(window, "actionNextDoubt")
    before = window.article.edit.sheet.verdicts()
    assert before.doubtful > 0
    assert "Doubtful line end" in window.status.said.text()
    press(window, "actionAcceptSeam")
    assert window.status.said.text() == ""
    after = window.article.edit.sheet.verdicts()
    assert (after.doubtful, after.decided) == (before.doubtful - 1, before.decided + 1)
    assert counts(window).endswith(f"{after.doubtful} doubtful · {after.decided} by hand")
    assert verdicts.doubtful.text() == f"doubtful {after.doubtful}"
    assert verdicts.decided.text() == f"by hand {after.decided}"
    press(window, "actionUndo")
    assert window.article.edit.sheet.verdicts() == before
    assert counts(window).endswith(f"{before.doubtful} doubtful · {before.decided} by hand")


def test_nothing_is_counted_where_no_article_is_in_view(window, press, qtbot):
    press(window, "actionSearch")
    window.search_box.ask("会议")
    qtbot.waitUntil(lambda: window.seeking.open)
    assert counts(window) == ""
    assert not window.status.verdicts.isVisible()
    assert window.status.facts.text() == "100 %"


def test_a_small_window_leaves_the_counts_out(window):
    window.resize(1200, 700)
    assert not window.status.verdicts.isVisible()


def test_what_is_told_takes_the_place_of_the_counts_for_a_while(window):
    window.resize(1440, 900)
    QApplication.processEvents()
    status = window.status
    status.tell("x" * 120)
    assert not status.verdicts.isVisible()
    assert status.said.width() >= status.said.fontMetrics().horizontalAdvance("x" * 120)
    assert status.facts.isVisible()
    status._quiet.timeout.emit()
    assert status.verdicts.isVisible()
    status.tell("short")
    assert status.verdicts.isVisible()


def test_the_counts_stand_in_the_middle(window):
    window.resize(1600, 900)
    QApplication.processEvents()
    status, verdicts = window.status, window.status.verdicts
    left = verdicts.x() - status.said.x()
    right = status.facts.x() - verdicts.geometry().right()
    assert abs(left - right) < 40


def test_each_count_has_its_sign(window):
    window.resize(1500, 900)
    QApplication.processEvents()
    verdicts = window.status.verdicts
    for part, role in ((verdicts.doubtful, "doubt-line"), (verdicts.decided, "human")):
        for name in ("light", "dark"):
            window.dress(name)
            picture = part.grab().toImage()
            ink = window.colours.ink(role, "window")
            near = [
                abs(c.red() - ink.red()) + abs(c.green() - ink.green()) + abs(c.blue() - ink.blue())
                for c in (picture.pixelColor(x, y) for x in range(17)
                          for y in range(picture.height()))
            ]  # fmt: skip
            assert min(near) < 60
    picture = verdicts.joined.grab().toImage()
    ground = picture.pixelColor(0, 0)
    column = [picture.pixelColor(6, y) != ground for y in range(picture.height())]
    assert 5 <= sum(column) <= 8


# --- where the caret is -----------------------------------------------------------------------


@pytest.fixture
def where(window, qtbot):
    """Give the words at the right once they are settled."""

    def read():
        window.beside.tie.settle()
        return window.status.facts.text().split("   ")[0]

    return read


def test_the_raw_line_and_its_character_are_told(window, where, qtbot):
    edit = window.article.edit
    edit.set_caret(1, 0)
    assert where() == "line 5, char 1"
    edit.setFocus()
    for _ in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert where() == "line 5, char 4"
    seam = edit.sheet.blocks[1].seams[0].at
    edit.set_caret(1, seam)
    assert where() == "line 6, char 1"
    edit.set_caret(1, len(edit.sheet.blocks[1].text))
    assert where() == "line 6, char 9"


def test_what_was_struck_and_typed_counts_as_it_was_received(window, where, qtbot):
    edit = window.article.edit
    edit.setFocus()
    edit.set_caret(1, 0)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, "abc")
    assert window.article.typing.flush()
    edit.set_caret(1, 4)
    assert where() == "line 5, char 3"


def test_it_is_told_while_the_source_is_closed_and_among_differences(window, where, press, qtbot):
    assert not window.beside.open
    window.article.edit.set_caret(1, 2)
    press(window, "actionDifferences")
    qtbot.keyClick(window.article.faces.face, Qt.Key.Key_Right)
    assert where() == "line 5, char 4"


def test_in_text_that_nobody_received_there_is_no_line(window, where):
    from reader.model import Kind

    window.proofing.structure.supply(Kind.KICKER, "引题")
    window.article.edit.set_caret(0, 1)
    assert where() == f"{window.words.characters(window.article.article.row.characters)}"


def test_another_library_has_other_pages(window, where, tmp_path, open_window):
    window.article.edit.set_caret(1, 0)
    assert where() == "line 5, char 1"
    other = tmp_path / "other.db"
    with Library.open(other, Mode.CREATE) as library:
        add(library, "\n\n\n=题\n\n文。\n", "x.txt", IssueFacts("报", "2025", True, None, 1))
    window.open_library(other)
    window.article.edit.set_caret(1, 0)
    assert where() == "line 6, char 1"


def test_a_page_is_cut_into_lines_once(window, where, monkeypatch):
    cut = []
    articles = type(window.session.library.articles)
    whole = articles.lines_of
    monkeypatch.setattr(articles, "lines_of", lambda *args: cut.append(args) or whole(*args))
    window.caret_line._lines.clear()
    for at in range(5):
        window.article.edit.set_caret(1, at)
        assert where() == f"line 5, char {at + 1}"
    assert len(cut) == 1


def test_once_the_library_is_closed_there_is_no_line(window, where):
    window.article.edit.set_caret(1, 0)
    assert where() == "line 5, char 1"
    window.article.edit.set_caret(1, 1)
    window.session.close()
    assert "line" not in where()
