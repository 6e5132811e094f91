"""Hits: all places of what was searched for are marked in the article that was opened."""

import pytest
from acting import compose
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from seeing import inks

from reader.ui import theme
from reader.ui.article import hits
from reader.ui.article.hits import Hits
from reader.ui.article.marks import in_view

pytestmark = pytest.mark.window


@pytest.fixture
def opened(window, qtbot, press):
    """Open the first hit of a word."""

    def ask(words):
        press(window, "actionSearch")
        window.search_box.setText(words)
        qtbot.keyClick(window.search_box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.seeking.open and not window.search.searching)
        window.search.open_current()
        return window

    return ask


def marked(window):
    """Give block, text and whether it is the current one, of each marked place in view."""
    edit = window.article.edit
    found = []
    for view in in_view(edit):
        spans = edit.hits.spans(view.shown.text) if edit.hits.words else []
        assert len(spans) == len(list(hits.boxes(edit, view)))
        for (start, end), (_, now) in zip(spans, hits.boxes(edit, view), strict=True):
            found.append((view.number, view.shown.text[start:end], now))
    return found


def image(window):
    shot = window.article.edit.viewport().grab().toImage()
    return shot.convertToFormat(QImage.Format.Format_RGB32)


def test_all_hits_are_marked_and_the_current_one_more(opened):
    window = opened("会议")
    assert marked(window) == [(0, "会议", True), (2, "会议", False)]
    assert inks(window, "hit") > 200
    window.article.edit.set_caret(2, 1)
    assert marked(window) == [(0, "会议", False), (2, "会议", True)]
    edit = window.article.edit
    thick = theme.tokens()["marks"]["hit"]
    (box,) = [b for v in in_view(edit) for b, now in hits.boxes(edit, v) if now]
    (other,) = [b for v in in_view(edit) for b, now in hits.boxes(edit, v) if not now]
    shot = image(window)

    def line(b):
        """Tell how much ink of the line stands at the foot of a wash."""
        ground, ink = window.colours.color("hit").red(), window.colours.color("accent").red()
        x, foot = round(b.center().x()), round(b.bottom())
        reds = [shot.pixelColor(x, y).red() for y in range(foot - 4, foot + 1)]
        return sum(max(0, ground - red) for red in reds) / (ground - ink)

    assert line(box) > line(other) + 0.5 > 1
    assert thick["current_line_px"] > thick["line_px"]


def test_they_follow_what_is_typed(opened, qtbot):
    window = opened("会议")
    edit = window.article.edit
    edit.set_caret(1, 0)
    compose(edit, commit="𠮷会议")
    assert [number for number, _, _ in marked(window)] == [0, 1, 2]
    edit.set_caret(2, 1)
    compose(edit, commit="甲")
    assert len(marked(window)) == 2


def test_they_go_with_escape_and_come_again(opened, qtbot):
    window = opened("会议")
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Escape)
    assert window.seeking.open
    window.search.open_current()
    assert len(marked(window)) == 2
    qtbot.keyClick(window.article.edit, Qt.Key.Key_Escape)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.seeking.open
    assert marked(window) == []
    assert inks(window, "hit") == 0


def test_they_go_where_the_search_is_left_in_its_box(opened, press, qtbot):
    window = opened("会议")
    press(window, "actionSearch")
    assert window.seeking.open
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert not window.seeking.open
    assert marked(window) == []


def test_they_go_with_the_article(opened, press):
    window = opened("会议")
    press(window, "actionMarkProofread")
    assert len(marked(window)) == 2
    press(window, "actionNextArticle")
    press(window, "actionPreviousArticle")
    assert marked(window) == []


def test_they_go_with_the_library(opened, path):
    window = opened("会议")
    window.session.close()
    window.open_library(path)
    assert marked(window) == []


def test_places_are_counted_in_units_and_over_line_ends():
    found = Hits()
    found.mark(["甲乙", "乙", ""])
    assert found.words == ("甲乙", "乙")
    assert found.spans("𠮷甲乙丙甲\n乙") == [(2, 4), (3, 4), (5, 8), (7, 8)]
    assert found.spans("甲乙") == [(0, 2), (1, 2)]
    found.keep(["甲乙"])
    assert list(found._found) == ["甲乙"]
    found.mark(())
    assert found.spans("甲乙") == []


def test_only_lines_in_view_are_looked_at(opened, monkeypatch, qtbot):
    window = opened("会议")
    edit = window.article.edit
    edit.set_caret(1, 0)
    compose(edit, commit="会议" * 20_000)
    edit.verticalScrollBar().setValue(20_000)
    seen = [len(list(hits.boxes(edit, view))) for view in in_view(edit)]
    most = edit.viewport().height() * edit.viewport().width() / 17**2
    assert 0 < sum(seen) < most
