"""Words in the article: keys and double clicks take a Chinese word, not all up to a blank."""

import pytest
from acting import put
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.window

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
ENDS = [1, 5, 7, 9, 11, 12, 14, 18, 19]


def middle_of(window, block, at):
    """Give the point in the middle of a character."""
    edit = window.article.edit
    cursor = QTextCursor(edit.document())
    cursor.setPosition(edit.sheet.position(block, at))
    left = edit.cursorRect(cursor)
    cursor.setPosition(edit.sheet.position(block, at + 1))
    right = edit.cursorRect(cursor)
    point = left.center()
    point.setX((left.center().x() + right.center().x()) // 2)
    return point


def walk(window, key, code, modifiers=CONTROL, steps=9):
    places = []
    for _ in range(steps):
        key(window, code, modifiers)
        places.append(window.article.edit.caret())
    return places


def test_control_and_arrows_go_by_words(window, key):
    put(window, 1, 0)
    assert walk(window, key, Key.Key_Right) == [(1, at) for at in ENDS]
    assert walk(window, key, Key.Key_Right, steps=1) == [(2, 0)]
    assert walk(window, key, Key.Key_Left, steps=1) == [(1, 19)]
    back = [(1, at) for at in [*reversed(ENDS[:-1]), 0]]
    assert walk(window, key, Key.Key_Left) == back
    put(window, 0, 0)
    assert walk(window, key, Key.Key_Left, steps=1) == [(0, 0)]


def test_shift_takes_the_words_with_it(window, key):
    put(window, 1, 1)
    walk(window, key, Key.Key_Right, CONTROL | SHIFT, 2)
    assert window.article.edit.selected_text() == "全面落实有关"
    walk(window, key, Key.Key_Left, CONTROL | SHIFT, 1)
    assert window.article.edit.selected_text() == "全面落实"


def test_a_word_is_taken_away(window, key, texts, press):
    put(window, 1, 7)
    key(window, Key.Key_Backspace, CONTROL)
    assert window.article.edit.caret() == (1, 5)
    key(window, Key.Key_Delete, CONTROL)
    press(window, "actionSave")
    assert texts(window)[1] == "为全面落实部署，强化动态分析。"


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_double_click_takes_the_word_under_it(window, qtbot, at):
    put(window, 1, 0)
    view, point = window.article.edit.viewport(), middle_of(window, 1, at)
    qtbot.mouseClick(view, LEFT, pos=point)
    qtbot.mouseDClick(view, LEFT, pos=point)
    assert window.article.edit.selected_text() == "全面落实"


def mouse(window, kind, point, held=LEFT):
    """Send one event of the mouse, with the button held or not."""
    view = window.article.edit.viewport()
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    place = QPointF(point)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        view, QMouseEvent(kind, place, QPointF(view.mapToGlobal(point)), button, held, none)
    )


def test_a_drag_after_a_double_click_goes_by_words(window):
    edit, kinds, none = window.article.edit, QEvent.Type, Qt.MouseButton.NoButton
    put(window, 1, 0)
    mouse(window, kinds.MouseButtonDblClick, middle_of(window, 1, 5))
    assert edit.selected_text() == "有关"
    mouse(window, kinds.MouseMove, middle_of(window, 1, 8))
    assert edit.selected_text() == "有关工作"
    mouse(window, kinds.MouseMove, middle_of(window, 1, 2))
    assert edit.selected_text() == "全面落实有关"
    mouse(window, kinds.MouseMove, middle_of(window, 2, 1))
    assert edit.selected_text().endswith("\n会议")
    mouse(window, kinds.MouseButtonRelease, middle_of(window, 2, 1), none)
    mouse(window, kinds.MouseMove, middle_of(window, 2, 5), none)
    assert edit.selected_text().endswith("\n会议")


def test_a_double_click_in_nothing_takes_nothing(window):
    window.article.open(None)
    mouse(window, QEvent.Type.MouseButtonDblClick, QPoint(200, 80))
    assert not window.article.edit.textCursor().hasSelection()
