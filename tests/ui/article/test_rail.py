"""The rail right of the text: it scrolls, shows every doubt and mark, and goes to them."""

import pytest
from acting import START, put
from PySide6.QtCore import QPoint, Qt

pytestmark = pytest.mark.window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rail(window, qtbot):
    """Give the rail of a long article with a correction at its end and doubts in it."""
    window.verbs.next_doubt()
    assert window.article.edit.sheet.blocks[0].text == "=四月的标题"
    library = window.session.library.articles
    last = window.article.edit.sheet.blocks[-1].id
    window.session.write(library.edit, last, 0, 0, "很长的一段文字。" * 600)
    rail = window.article.rail
    qtbot.waitUntil(lambda: any(not sign.doubt for sign in rail.signs))
    return rail


def height(rail, sign):
    return QPoint(rail.width() // 2, round(rail._y(sign.y)))


def test_it_is_the_scroll_bar(window, rail):
    edit = window.article.edit
    assert edit.verticalScrollBar() is rail
    assert rail.width() == 14
    assert rail.isVisible()
    assert rail.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert "Overview" in rail.accessibleName()
    assert rail.maximum() > 0
    rail.setValue(rail.maximum())
    assert edit.cursorForPosition(QPoint(200, 10)).blockNumber() == len(edit.sheet.blocks) - 1


def test_it_shows_doubts_and_what_people_did(window, rail):
    edit = window.article.edit
    places = [(s.block, s.at, s.doubt) for s in rail.signs]
    doubts = [(n, d.at, True) for n, b in enumerate(edit.sheet.blocks) for d in b.doubts]
    assert [p for p in places if p[2]] == doubts
    assert [p for p in places if not p[2]] == [(len(edit.sheet.blocks) - 1, 0, False)]
    ys = [s.y for s in rail.signs if s.doubt]
    assert ys == sorted(ys)
    rail.repaint()


def test_a_click_on_a_sign_goes_to_its_place(window, rail, qtbot):
    put(window, 0, 0)
    sign = rail.signs[-1]
    qtbot.mouseClick(rail, LEFT, pos=height(rail, sign))
    assert window.article.edit.caret() == (sign.block, sign.at)
    assert window.article.edit.hasFocus()


def test_a_click_elsewhere_jumps_and_a_drag_scrolls(window, rail, qtbot):
    put(window, 0, 0)
    rail.setValue(0)
    middle = QPoint(7, rail.height() // 2 + 20)
    qtbot.mousePress(rail, LEFT, pos=middle)
    assert abs(rail.value() - rail.maximum() / 2) < rail.maximum() / 8
    assert rail.thumb().contains(middle)
    before = rail.value()
    qtbot.mouseMove(rail, middle + QPoint(0, 40))
    assert rail.value() > before
    qtbot.mouseMove(rail, QPoint(7, rail.height() * 2))
    assert rail.value() == rail.maximum()
    qtbot.mouseRelease(rail, LEFT, pos=middle)
    qtbot.mouseMove(rail, QPoint(7, 0))
    assert rail.value() == rail.maximum()
    assert window.article.edit.caret() == (0, 0)


def test_a_press_on_the_thumb_moves_nothing_until_it_is_dragged(rail, qtbot):
    rail.setValue(rail.maximum() // 3)
    before = rail.value()
    place = QPoint(7, round(rail.thumb().bottom()) - 3)
    qtbot.mousePress(rail, LEFT, pos=place)
    assert abs(rail.value() - before) <= 8
    qtbot.mouseRelease(rail, LEFT, pos=place)


def test_other_buttons_do_nothing(rail, qtbot):
    before = rail.value()
    qtbot.mousePress(rail, Qt.MouseButton.MiddleButton, pos=QPoint(7, rail.height() - 9))
    assert rail.value() == before


def test_a_short_article_has_a_rail_too(window, qtbot):
    put(window, 1, 4)
    rail = window.article.rail
    assert rail.maximum() == 0
    qtbot.mouseClick(rail, LEFT, pos=QPoint(7, 100))
    assert rail.value() == 0
    rail.repaint()
    assert START[1] == window.article.edit.sheet.blocks[1].text
