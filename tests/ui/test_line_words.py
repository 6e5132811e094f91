"""Chinese words in the source and in lines of text: the same as the article's."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit

from reader.text import words
from reader.ui import line
from reader.ui.line import Line

pytestmark = pytest.mark.window
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
TEXT = "为全面落实有关工作部署"
ENDS = [1, 5, 7, 9, 11]


@pytest.fixture(autouse=True)
def dictionary():
    words.load()


@pytest.fixture
def field(qtbot):
    made = Line()
    qtbot.addWidget(made)
    made.resize(400, 30)
    made.setText(TEXT)
    made.show()
    made.setCursorPosition(0)
    return made


def walked(qtbot, field, key, modifiers=CONTROL, steps=5):
    places = []
    for _ in range(steps):
        qtbot.keyClick(field, key, modifiers)
        places.append(field.cursorPosition())
    return places


def test_keys_walk_by_words(field, qtbot):
    assert walked(qtbot, field, Key.Key_Right) == ENDS
    assert walked(qtbot, field, Key.Key_Left) == [9, 7, 5, 1, 0]
    assert not field.hasSelectedText()


def test_shift_selects_words_and_gives_them_back(field, qtbot):
    walked(qtbot, field, Key.Key_Right, CONTROL | SHIFT, 2)
    assert field.selectedText() == TEXT[:5]
    walked(qtbot, field, Key.Key_Left, CONTROL | SHIFT, 1)
    assert field.selectedText() == TEXT[:1]
    walked(qtbot, field, Key.Key_Left, CONTROL | SHIFT, 1)
    assert not field.hasSelectedText()
    field.setCursorPosition(7)
    walked(qtbot, field, Key.Key_Left, CONTROL | SHIFT, 2)
    assert (field.selectedText(), field.cursorPosition()) == (TEXT[1:7], 1)


def test_keys_erase_words_and_undo_brings_them_back(field, qtbot):
    field.setCursorPosition(7)
    qtbot.keyClick(field, Key.Key_Backspace, CONTROL)
    assert field.text() == "为全面落实工作部署"
    qtbot.keyClick(field, Key.Key_Delete, CONTROL)
    assert field.text() == "为全面落实部署"
    field.setSelection(0, 1)
    qtbot.keyClick(field, Key.Key_Delete, CONTROL)
    assert field.text() == "全面落实部署"
    for _ in range(3):
        field.undo()
    assert field.text() == TEXT
    field.setReadOnly(True)
    qtbot.keyClick(field, Key.Key_Delete, CONTROL)
    assert field.text() == TEXT


def x_of(field, at):
    field.setCursorPosition(at)
    return field.cursorRect().center().x()


@pytest.mark.parametrize(("at", "taken"), [(0, "为"), (2, "全面落实"), (6, "有关"), (10, "部署")])
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_double_click_takes_a_word(field, qtbot, at, taken, share):
    left, right = x_of(field, at), x_of(field, at + 1)
    point = QPoint(round(left + (right - left) * share), field.height() // 2)
    qtbot.mouseDClick(field, LEFT, pos=point)
    assert field.selectedText() == taken


def test_characters_of_two_units_are_whole(field, qtbot):
    field.setText("\U00020000\U00020001部署")
    assert walked(qtbot, field, Key.Key_Right, steps=4)[-1] == len("xxyy部署")
    field.setCursorPosition(6)
    walked(qtbot, field, Key.Key_Left, CONTROL | SHIFT, 1)
    assert field.selectedText() == "部署"


def test_other_keys_are_the_lines_own(field, qtbot):
    field.setCursorPosition(len(TEXT))
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Key.Key_Left)
    assert (field.text(), field.cursorPosition()) == (TEXT + "x", len(TEXT))
    field.clear()
    qtbot.mouseDClick(field, LEFT)
    assert not field.hasSelectedText()


def test_without_the_dictionary_a_key_waits_for_nothing(field, qtbot, monkeypatch):
    loads = []
    monkeypatch.setattr(line, "_REST_MS", 0)
    monkeypatch.setattr(words, "loaded", lambda: bool(loads))
    monkeypatch.setattr(words, "load_in_pieces", lambda: loads.append(1))
    qtbot.keyClick(field, Key.Key_Right, CONTROL)
    assert field.cursorPosition() == len(TEXT)
    assert not loads
    qtbot.waitUntil(lambda: bool(loads))
    field.setCursorPosition(0)
    assert walked(qtbot, field, Key.Key_Right) == ENDS


def test_the_dictionary_is_loaded_by_cutting(monkeypatch):
    # A window of another test may have loaded it in pieces, when it had time.
    monkeypatch.setattr(words, "_in_pieces", type(words._in_pieces)())
    words._cutter.cache_clear()
    assert not words.loaded()
    words.load()
    assert words.loaded()


def test_every_line_of_the_window_goes_by_words(window, press, qtbot):
    for name in ("actionCorrectIssue", "actionSettings"):
        press(window, name)
    for found in window.findChildren(QLineEdit):
        inner = found.objectName() == "qt_spinbox_lineedit"
        assert inner or isinstance(found, Line), found.objectName()


def test_the_search_box_goes_by_words(window, qtbot, press):
    press(window, "actionSearch")
    box = window.search_box
    box.setText(TEXT)
    box.setCursorPosition(0)
    assert walked(qtbot, box, Key.Key_Right) == ENDS
    qtbot.keyClick(box, Key.Key_Backspace, CONTROL)
    assert box.text() == TEXT[:9]


def middle(edit, position):
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    left = edit.cursorRect(cursor)
    cursor.setPosition(position + 1)
    right = edit.cursorRect(cursor)
    return QPoint((left.center().x() + right.center().x()) // 2, left.center().y())


def test_a_double_click_in_the_source_takes_a_word(window, press, qtbot):
    press(window, "actionToggleSource")
    edit = window.source.edit
    row = next(n for n, one in enumerate(edit.sheet.lines) if one.text.startswith("为全面"))
    begin = edit.document().findBlockByNumber(row).position()
    for at, taken in ((0, "为"), (3, "全面落实"), (6, "有关")):
        qtbot.mouseDClick(edit.viewport(), LEFT, pos=middle(edit, begin + at))
        assert edit.textCursor().selectedText() == taken
    blank = next(n for n, one in enumerate(edit.sheet.lines) if not one.text)
    point = edit.cursorRect(QTextCursor(edit.document().findBlockByNumber(blank))).center()
    assert edit.word_under(point) is None


def test_a_double_click_in_the_paragraph_of_a_hit_takes_a_word(window, press, qtbot):
    press(window, "actionSearch")
    window.search_box.ask("落实")
    qtbot.waitUntil(lambda: not window.search.searching)
    paragraph = window.search.paragraph
    assert paragraph.toPlainText().startswith(TEXT)
    qtbot.mouseDClick(paragraph.viewport(), LEFT, pos=middle(paragraph, 5))
    assert paragraph.textCursor().selectedText() == "有关"
    window.search.forget()
    paragraph.show_hit("", 0, 0)
    assert paragraph.word_under(QPoint(1, 1)) is None
