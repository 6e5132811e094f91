"""Keys in the article: what is typed, split and joined is in the library, and the caret stays."""

import pytest
from acting import START, compose, put
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from seeing import shown

from reader.model import Kind
from reader.ui.article import editor, run

pytestmark = pytest.mark.window

Key = Qt.Key


def test_what_is_typed_is_on_disk_within_a_second_of_the_pause():
    """The pause, or the part of a run without one, leaves a write a hundred times its need."""
    a_write = 100  # milliseconds; one edit takes 0.7
    assert 0 < run.PAUSE_MS + a_write < 1000
    assert 0 < run.MOST_MS + a_write < 1000


def test_the_pause_is_the_one_that_is_told(window, key):
    typing = window.article.typing
    key(window, Key.Key_A)
    assert typing._timer.isActive()
    assert typing._timer.isSingleShot()
    assert typing._timer.interval() == run.PAUSE_MS


def test_the_first_article_is_open(window, texts):
    assert shown(window) == texts(window) == START
    assert window.issues.issue_list.current().date == "2025-08"


def test_typing_is_written_after_a_pause(window, texts, qtbot, monkeypatch):
    monkeypatch.setattr(run, "PAUSE_MS", 10)
    put(window, 1, 3)
    with qtbot.waitSignal(window.article.typing.written):
        qtbot.keyClicks(window.article.edit, "AB")
    assert texts(window)[1] == "为全面AB落实有关工作部署，强化动态分析。"
    assert window.article.edit.caret() == (1, 5)


def test_a_run_of_typing_is_one_wish(window, texts, qtbot, press):
    put(window, 1, 3)
    qtbot.keyClicks(window.article.edit, "ABC")
    qtbot.keyClick(window.article.edit, Key.Key_Backspace)
    qtbot.keyClicks(window.article.edit, "D")
    press(window, "actionSave")
    assert texts(window)[1].startswith("为全面ABD落实")
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START
    press(window, "actionRedo")
    assert shown(window)[1].startswith("为全面ABD落实")


def test_undo_takes_back_what_is_not_written_yet(window, texts, qtbot, press):
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "X")
    assert window.article.typing.pending
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START


def test_a_jump_of_the_caret_ends_the_run(window, texts, qtbot, key):
    put(window, 1, 3)
    qtbot.keyClicks(window.article.edit, "A")
    key(window, Key.Key_Down)
    assert not window.article.typing.pending
    assert texts(window)[1].startswith("为全面A")


def test_enter_splits_and_backspace_joins(window, texts, key):
    put(window, 1, 12)
    key(window, Key.Key_Return)
    assert texts(window) == shown(window)
    assert shown(window)[1:3] == ["为全面落实有关工作部署，", "强化动态分析。"]
    assert window.article.edit.caret() == (2, 0)
    key(window, Key.Key_Backspace)
    assert texts(window) == shown(window) == START
    assert window.article.edit.caret() == (1, 12)


def test_delete_at_the_end_joins_with_what_follows(window, texts, key):
    put(window, 1, len(START[1]))
    key(window, Key.Key_Delete)
    assert texts(window) == shown(window) == [START[0], START[1] + START[2]]
    assert window.article.edit.caret() == (1, len(START[1]))


def test_the_join_and_split_actions(window, texts, press):
    put(window, 1, 4)
    press(window, "actionJoin")
    assert shown(window) == [START[0], START[1] + START[2]]
    put(window, 1, len(START[1]))
    press(window, "actionSplit")
    assert texts(window) == shown(window) == START
    put(window, 2, 0)
    press(window, "actionJoin")
    assert shown(window) == [START[0], START[1] + START[2]]


def test_nothing_happens_at_the_edges(window, texts, key):
    put(window, 0, 0)
    key(window, Key.Key_Backspace)
    assert "begins here" in window.status.said.text()
    put(window, 2, len(START[2]))
    key(window, Key.Key_Return)
    assert "empty paragraph" in window.status.said.text()
    assert texts(window) == START


def test_delete_and_words(window, texts, key, press):
    put(window, 1, 0)
    key(window, Key.Key_Delete)
    key(window, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(shown(window)[1]) < len(START[1]) - 1
    press(window, "actionSave")
    assert texts(window) == shown(window)


def test_a_selection_is_replaced(window, texts, key, qtbot, press):
    put(window, 1, 0)
    for _ in range(3):
        key(window, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(window.article.edit, "Z")
    press(window, "actionSave")
    assert texts(window)[1] == "Z" + START[1][3:]


def test_cut_and_copy_give_the_ledgers_text(window, texts, press, key):
    put(window, 1, 0)
    key(window, Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    key(window, Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == START[1]
    press(window, "actionSave")
    assert texts(window) == [START[0], "", START[2]]
    put(window, 1, 0)
    key(window, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(window, "actionSave")
    assert texts(window) == START


def test_a_selection_over_paragraphs_goes_as_one_wish(window, texts, press, key, qtbot):
    put(window, 0, 2)
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(2, 4), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    key(window, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "\n".join([START[0][2:], START[1], START[2][:4]])
    qtbot.keyClicks(edit, "X")
    assert texts(window) == shown(window) == [START[0][:2] + "X" + START[2][4:]]
    assert edit.caret() == (0, 3)
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START


def test_an_input_method_composes_undisturbed(window, texts, press):
    put(window, 1, 3)
    compose(window.article.edit, "ni")
    assert window.article.edit.composing
    assert window.article.edit.textCursor().block().layout().preeditAreaText() == "ni"
    assert not window.article.typing.pending
    compose(window.article.edit, commit="你好")
    assert not window.article.edit.composing
    press(window, "actionSave")
    assert texts(window)[1] == "为全面你好" + START[1][3:]
    assert shown(window) == texts(window)


def test_an_input_method_replaces_a_selection(window, texts, press, key):
    put(window, 1, 0)
    key(window, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    compose(window.article.edit, "w")
    compose(window.article.edit, commit="位")
    press(window, "actionSave")
    assert texts(window)[1] == "位" + START[1][1:]


def test_a_second_article_and_back(window, texts, press, qtbot):
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    press(window, "actionNextArticle")
    assert shown(window)[0] == "=第二篇的标题"
    press(window, "actionNextArticle")
    assert shown(window)[0] == "=四月的标题"
    press(window, "actionPreviousArticle")
    press(window, "actionPreviousArticle")
    assert shown(window) == texts(window)
    assert shown(window)[1] == "Q" + START[1]


def test_undo_opens_the_article_that_it_changes(window, press, qtbot):
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    press(window, "actionNextArticle")
    press(window, "actionUndo")
    assert shown(window) == START


def test_no_key_reaches_qts_own_editing(window, key, texts):
    put(window, 1, 2)
    control = Qt.KeyboardModifier.ControlModifier
    for code in (Key.Key_B, Key.Key_U, Key.Key_M, Key.Key_G):
        key(window, code, control)
    key(window, Key.Key_F5)
    key(window, Key.Key_Insert)
    assert window.article.edit.document().toPlainText() == "\n".join(START)
    assert texts(window) == START


def test_the_context_menu_is_of_the_table(window, qtbot, texts, press):
    put(window, 1, 0)
    edit = window.article.edit
    qtbot.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    place = edit.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, edit.mapToGlobal(place))
    QApplication.sendEvent(edit.viewport(), event)
    menu = window.findChild(QMenu, "contextMenu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names[:4] == ["actionCut", "actionCopy", "actionPaste", "actionSelectAll"]
    menu.actions()[0].trigger()
    menu.close()
    press(window, "actionSave")
    assert texts(window)[1] == START[1][1:]
    assert QApplication.clipboard().text() == START[1][0]


def test_a_key_of_the_table_is_never_the_editors(window, monkeypatch):
    monkeypatch.setattr(editor, "erased_by", lambda _: QTextCursor.MoveOperation.NextCharacter)
    control = Qt.KeyboardModifier.ControlModifier

    def overrides(code):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, code, control)
        window.article.edit.event(event)
        return event.isAccepted()

    assert not overrides(Key.Key_D)  # deletes a character under X11
    assert not overrides(Key.Key_E)  # goes to the end of the line there
    assert overrides(Key.Key_K)


def test_a_stray_change_of_the_widget_is_set_right(window, texts):
    window.article.edit.textCursor().insertText("nobody typed this")
    assert window.article.edit.document().toPlainText() == "\n".join(START)
    assert not window.article.typing.pending
    assert texts(window) == START


def test_verse_takes_line_ends(window, press, key, texts):
    library = window.session.library
    block = window.article.article.blocks[1].id
    window.session.write(library.articles.kind, block, Kind.VERSE)
    put(window, 1, 4)
    key(window, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(window, "actionSave")
    assert texts(window)[1] == START[1][:4] + "\n" + START[1][4:]
    assert window.article.edit.document().blockCount() == 3


def test_typing_without_a_pause_is_written_within_a_second(
    window, texts, qtbot, monkeypatch, press
):
    """Who types on and on loses at most the last moment; it is one wish all the same."""
    monkeypatch.setattr(run, "MOST_MS", 60)
    put(window, 1, 3)
    before = len(window.session.library.journal.history())
    parts = []
    window.article.typing.written.connect(parts.append)
    for letter in "ABCDEFGH":
        qtbot.keyClicks(window.article.edit, letter)
        qtbot.wait(25)
    assert len(parts) >= 2
    assert texts(window)[1].startswith("为全面AB")
    assert window.article.edit.caret() == (1, 11)
    press(window, "actionSave")
    assert len(window.session.library.journal.history()) == before + 1
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START


def test_after_a_pause_a_new_run_begins(window, qtbot, monkeypatch):
    monkeypatch.setattr(run, "PAUSE_MS", 10)
    put(window, 1, 3)
    before = len(window.session.library.journal.history())
    for letter in "AB":
        with qtbot.waitSignal(window.article.typing.written):
            qtbot.keyClicks(window.article.edit, letter)
    assert len(window.session.library.journal.history()) == before + 2


def test_a_part_is_written_while_a_word_is_composed(window, texts, qtbot, monkeypatch):
    monkeypatch.setattr(run, "MOST_MS", 30)
    put(window, 1, 3)
    qtbot.keyClicks(window.article.edit, "A")
    compose(window.article.edit, "zhong")
    qtbot.waitUntil(lambda: texts(window)[1].startswith("为全面A落实"))
    layout = window.article.edit.textCursor().block().layout()
    assert layout.preeditAreaText() == "zhong"
    compose(window.article.edit, "", "中")
    assert shown(window)[1].startswith("为全面A中落实")


def test_what_was_told_of_a_wish_goes_with_the_next(window, press):
    window.issues.issue_list.setFocus()
    press(window, "actionWithdraw")
    assert "Undo" in window.status.said.text()
    press(window, "actionUndo")
    assert "Undo brings" not in window.status.said.text()
