"""The mouse, the wheel, dropped text and what an input method replaces."""

import pytest
from acting import START, turn_wheel
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QHelpEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from seeing import place

from reader.errors import DiskFullError
from reader.model import Kind

pytestmark = pytest.mark.window

ONE = START[1]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def select(window, block, start, end):
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(block, start))
    cursor.setPosition(edit.sheet.position(block, end), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def text(window, block=1):
    assert window.article.typing.flush()
    article = window.session.library.articles.get(window.article.article.id)
    return article.blocks[block].text


def test_a_click_puts_the_caret(window, qtbot):
    qtbot.mouseClick(window.article.edit.viewport(), LEFT, pos=place(window, 2, 4))
    assert window.article.edit.caret() == (2, 4)


def test_selected_text_cannot_be_dragged_away(window, qtbot):
    edit = window.article.edit
    select(window, 1, 0, 6)
    qtbot.mousePress(edit.viewport(), LEFT, pos=place(window, 1, 3))
    assert not edit.textCursor().hasSelection()
    qtbot.mouseMove(edit.viewport(), place(window, 2, 5))
    qtbot.mouseRelease(edit.viewport(), LEFT, pos=place(window, 2, 5))
    assert text(window) == ONE
    select(window, 1, 0, 6)
    qtbot.mouseClick(
        edit.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, pos=place(window, 1, 3)
    )
    assert edit.selected_text() == ONE[:3]


def test_text_of_another_program_is_dropped(window):
    data = QMimeData()
    data.setText("落\n下")
    event = QDropEvent(QPointF(place(window, 1, 2)), Qt.DropAction.CopyAction, data, LEFT, NONE)
    window.article.edit.dropEvent(event)
    assert [b.text for b in window.article.edit.sheet.blocks[1:3]] == [
        ONE[:2] + "落", "下" + ONE[2:]
    ]  # fmt: skip


def test_an_input_method_may_replace_what_is_there(window):
    window.article.edit.set_caret(1, 4)
    event = QInputMethodEvent("", [])
    event.setCommitString("换", -2, 2)
    QApplication.sendEvent(window.article.edit, event)
    assert text(window) == ONE[:2] + "换" + ONE[4:]


def test_an_input_method_may_commit_and_go_on(window):
    edit = window.article.edit
    edit.set_caret(1, 1)
    event = QInputMethodEvent("ha", [])
    event.setCommitString("你")
    QApplication.sendEvent(edit, event)
    assert edit.composing
    assert edit.textCursor().block().layout().preeditAreaText() == "ha"
    QApplication.sendEvent(edit, QInputMethodEvent("", []))
    assert not edit.composing
    assert text(window) == ONE[0] + "你" + ONE[1:]


def test_composing_over_a_selection_of_paragraphs_erases_it(window):
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(1, 2))
    cursor.setPosition(edit.sheet.position(2, 2), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    QApplication.sendEvent(edit, QInputMethodEvent("n", []))
    assert len(edit.sheet.blocks) == 2
    assert not edit.composing


def test_nothing_is_composed_where_nothing_can_be_written(window):
    window.article.edit.set_writable(False)
    event = QInputMethodEvent("", [])
    event.setCommitString("你")
    QApplication.sendEvent(window.article.edit, event)
    assert text(window) == ONE


@pytest.mark.parametrize(("turn", "by"), [(120, 1), (-120, -1)])
def test_the_wheel_zooms_with_control(window, turn, by):
    size = window.article.size
    for modifiers, expected in ((NONE, size), (Qt.KeyboardModifier.ControlModifier, size + by)):
        turn_wheel(window.article.edit, turn, modifiers)
        assert window.article.size == expected


def test_a_doubt_tells_its_reason_under_the_pointer(window, press):
    edit = window.article.edit
    press(window, "actionNextDoubt")
    point = edit.cursorRect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, edit.viewport().mapToGlobal(point))
    edit.viewportEvent(event)
    assert "Ctrl+Enter keeps it" in edit.viewport().toolTip()
    assert edit.why_at(edit.viewport().rect().bottomLeft()) == ""


def test_a_far_doubt_is_shown_with_text_around_it(window):
    edit = window.article.edit
    library = window.session.library
    block = window.article.article.blocks[2].id
    window.session.write(library.articles.edit, block, 0, 0, "很长的一段文字。" * 600)
    end = len(edit.sheet.blocks[2].text)
    edit.set_caret(0, 0)
    edit.set_caret(2, end // 2)
    edit.centre_caret()
    middle = edit.cursorRect().center().y()
    assert 0.2 < middle / edit.viewport().height() < 0.6


def test_every_kind_is_painted(window):
    library = window.session.library
    block = window.article.article.blocks[1].id
    for kind in (Kind.KICKER, Kind.BYLINE, Kind.VERSE, Kind.CAPTION, Kind.SUBHEAD, Kind.SUBTITLE):
        window.session.write(library.articles.kind, block, kind)
        window.article.edit.viewport().repaint()
        sheet = window.article.edit.sheet  # a heading goes to its place among the headings
        assert sheet.blocks[sheet.index_of(block)].kind is kind


def test_what_cannot_be_written_keeps_its_article_open(window, qtbot, monkeypatch):
    def full(*_, **__):
        raise DiskFullError("library")

    edit = window.article.edit
    opened = window.article.article.id
    with monkeypatch.context() as patch:
        patch.setattr(type(window.session.library.articles), "edit_all", full)
        edit.set_caret(1, 0)
        qtbot.keyClicks(edit, "Q")
        window.wishes.next_article()
        window.tags.add("会议")
        window.wishes.undo()
        window.wishes.mark_proofread()
        window.session.reloaded.emit()
        job = window.session.job(lambda *_: None, writes=False)
        window.session.start(job)
        assert not window.session.busy
        assert window.article.article.id == opened
        assert window.issues.contents_list.current().id == opened
        assert edit.sheet.blocks[1].text == "Q" + ONE
        assert window.article.article.tags == ()
    assert text(window) == "Q" + ONE
