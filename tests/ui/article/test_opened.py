"""The empty paragraph: opened by Enter, written once something is typed, gone without a trace."""

import pytest
from acting import START, compose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar
from seeing import shown, wishes

from reader.errors import DiskFullError
from reader.model import Kind, Status
from reader.store.library import Library, Mode
from reader.ui.article.bars import Bars
from reader.ui.article.gutter import bar_of
from reader.ui.article.marks import in_view

pytestmark = pytest.mark.window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
TITLE, ONE, TWO = START


@pytest.fixture
def enter(window, key):
    """Put the caret at a place and press Enter."""

    def pressed(index, at):
        window.article.edit.set_caret(index, at)
        key(window, Key.Key_Return)

    return pressed


def in_step(window):
    """The document shows what is known of the article, block for block."""
    edit = window.article.edit
    assert edit.document().blockCount() == len(edit.sheet.blocks)
    assert all(edit.sheet.true_at(n) for n in range(len(edit.sheet.blocks)))
    assert [b.text for b in window.article.article.blocks] == shown(window)


PLACES = [
    pytest.param((1, len(ONE)), 2, id="at the end of a paragraph"),
    pytest.param((2, len(TWO)), 3, id="at the end of the article"),
    pytest.param((1, 0), 1, id="at the head of the body"),
    pytest.param((2, 0), 2, id="at the head of a paragraph"),
    pytest.param((0, len(TITLE)), 1, id="at the end of the headline"),
]


@pytest.mark.parametrize(("place", "at"), PLACES)
def test_enter_opens_a_paragraph_and_typing_makes_it(window, enter, qtbot, texts, press, place, at):
    before = wishes(window)
    enter(*place)
    assert shown(window) == [*START[:at], "", *START[at:]]
    assert window.article.edit.caret() == (at, 0)
    assert "empty paragraph" in window.status.said.text()
    in_step(window)
    assert texts(window) == START
    assert wishes(window) == before
    qtbot.keyClicks(window.article.edit, "abc")
    window.article.typing.flush()
    wanted = [*START[:at], "abc", *START[at:]]
    assert texts(window) == shown(window) == wanted
    assert window.article.edit.caret() == (at, 3)
    assert window.article.edit.sheet.blocks[at].kind is Kind.PARA
    assert not window.article.edit.sheet.blocks[at].supplied
    assert window.article.article.status is Status.WORKING
    in_step(window)
    assert wishes(window) == before + 1  # one wish: the paragraph and all that was typed in it
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START
    press(window, "actionRedo")
    assert texts(window) == shown(window) == wanted


def test_what_is_typed_after_a_pause_is_another_wish(window, enter, qtbot, monkeypatch, press):
    monkeypatch.setattr("reader.ui.article.run.PAUSE_MS", 1)
    enter(1, len(ONE))
    qtbot.keyClicks(window.article.edit, "a")
    qtbot.waitUntil(lambda: window.article.typing._wish is None)
    qtbot.keyClicks(window.article.edit, "b")
    qtbot.waitUntil(lambda: not window.article.typing.pending)
    press(window, "actionUndo")
    assert shown(window)[2] == "a"


def test_an_input_method_writes_in_it(window, enter, texts):
    enter(1, len(ONE))
    compose(window.article.edit, "ni")
    assert shown(window)[2] == ""
    compose(window.article.edit, commit="你好")
    assert texts(window)[2] == "你好"
    compose(window.article.edit, "a")
    compose(window.article.edit, commit="吗")
    window.article.typing.flush()
    assert texts(window)[2] == "你好吗"


def test_what_is_pasted_is_its_text(window, enter, texts, press):
    enter(2, len(TWO))
    QApplication.clipboard().setText("贴上的一段\n")
    press(window, "actionPaste")
    assert texts(window) == [*START, "贴上的一段"]


def test_the_menu_pastes_in_it_too(window, enter, texts, qtbot):
    enter(2, len(TWO))
    QApplication.clipboard().setText("贴上")
    bar, menu = window.findChild(QMenuBar), window.top_bar.menus[1]
    qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(menu.menuAction()).center())
    row = window.actions_by_id["actionPaste"]
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(row).center())
    assert texts(window) == [*START, "贴上"]


def test_blanks_alone_are_no_paragraph(window, enter, qtbot, texts, key):
    before = wishes(window)
    enter(1, len(ONE))
    qtbot.keyClicks(window.article.edit, "  ")
    assert shown(window)[2] == "  "
    assert texts(window) == START
    qtbot.keyClicks(window.article.edit, "a")
    window.article.typing.flush()
    assert texts(window)[2] == "  a"
    enter(3, len(TWO))
    qtbot.keyClicks(window.article.edit, " ")
    key(window, Key.Key_Up)
    qtbot.waitUntil(lambda: len(shown(window)) == 4)
    assert wishes(window) == before + 1


# --- leaving it empty ---------------------------------------------------------------------


def leave_by_key(window, qtbot):
    qtbot.keyClick(window.article.edit, Key.Key_Up)


def leave_by_click(window, qtbot):
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(1, 4))
    at = edit.cursorRect(cursor).center()
    qtbot.mouseClick(edit.viewport(), LEFT, pos=at + QPoint(1, 0))


def leave_by_focus(window, _qtbot):
    window.tags.input.setFocus()


def leave_by_list(window, qtbot):
    view = window.issues.contents_list
    rect = view.visualRect(view.model().index(0, 0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=rect.center())


def leave_by_backspace(window, qtbot):
    qtbot.keyClick(window.article.edit, Key.Key_Backspace)
    assert window.article.edit.caret() == (1, len(ONE))


def leave_by_delete(window, qtbot):
    qtbot.keyClick(window.article.edit, Key.Key_Delete)
    assert window.article.edit.caret() == (2, 0)


def leave_by_doubt(window, _qtbot):
    window.article.edit.set_caret(1, 3)


def leave_by_join(window, _qtbot):
    window.actions_by_id["actionJoin"].trigger()


LEAVES = (
    leave_by_key,
    leave_by_click,
    leave_by_focus,
    leave_by_list,
    leave_by_backspace,
    leave_by_delete,
    leave_by_doubt,
    leave_by_join,
)


@pytest.mark.parametrize("leave", LEAVES)
def test_left_empty_it_is_gone_without_a_trace(window, enter, qtbot, texts, leave):
    before = wishes(window)
    enter(1, len(ONE))
    leave(window, qtbot)
    qtbot.waitUntil(lambda: shown(window) == START)
    in_step(window)
    assert texts(window) == START
    assert wishes(window) == before


def test_another_article_takes_no_empty_paragraph_along(window, enter, press, texts):
    before = wishes(window)
    enter(1, len(ONE))
    press(window, "actionNextArticle")
    assert "" not in shown(window)
    in_step(window)
    press(window, "actionPreviousArticle")
    assert shown(window) == texts(window) == START
    assert wishes(window) == before


def test_enter_in_it_opens_no_second_one(window, enter, key):
    enter(1, len(ONE))
    key(window, Key.Key_Return)
    assert shown(window).count("") == 1
    enter(3, len(TWO))
    assert shown(window) == [*START, ""]


def test_it_goes_and_another_comes(window, enter):
    enter(1, len(ONE))
    enter(0, len(TITLE))
    assert shown(window) == [TITLE, "", ONE, TWO]
    in_step(window)


def test_nothing_stands_above_a_heading(window, enter, texts):
    enter(0, 0)
    assert shown(window) == START
    assert "Ctrl+Shift+B" in window.status.said.text()
    assert texts(window) == START


def test_beside_an_emptied_paragraph_none_is_opened(window, enter, key):
    window.article.edit.select(1, 0, len(ONE))
    key(window, Key.Key_Delete)
    enter(1, 0)
    assert shown(window) == [TITLE, "", TWO]
    assert "empty already" in window.status.said.text()


# --- what else is done while it is open ---------------------------------------------------


def test_a_selection_over_it_is_one_of_the_others(window, enter, key, texts):
    enter(1, len(ONE))
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(1, 2), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    key(window, Key.Key_Delete)
    assert texts(window) == shown(window) == [TITLE, ONE[:2], TWO]


def test_a_selection_from_it_on_is_one_of_what_follows(window, enter, key, texts):
    enter(1, len(ONE))
    edit = window.article.edit
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(3, 2), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    key(window, Key.Key_Delete)
    assert texts(window) == shown(window) == [TITLE, ONE, TWO[2:]]


def test_all_selected_with_it_is_all_that_is_there(window, enter, key, texts, press):
    enter(1, len(ONE))
    press(window, "actionSelectAll")
    key(window, Key.Key_Delete)
    assert texts(window) == shown(window) == [""]


def test_another_program_may_write_meanwhile(window, enter, qtbot, path, texts):
    enter(1, len(ONE))
    block = window.article.article.blocks[0].id
    with Library.open(path, Mode.WRITE) as other:
        other.articles.edit(block, 0, 0, "旁")
    window.session.poll()
    assert shown(window) == ["旁" + TITLE, ONE, "", TWO]
    assert window.article.edit.caret() == (2, 0)
    in_step(window)
    with Library.open(path, Mode.WRITE) as other:
        other.articles.set_status(Status.DISPUTED, [window.article.article.id])
    window.session.poll()
    assert shown(window)[2] == ""
    compose(window.article.edit, "ni")
    with Library.open(path, Mode.WRITE) as other:
        other.articles.edit(block, 0, 1, "")
    window.session.poll()
    sheet = window.article.edit.sheet
    assert sheet.block(2).layout().preeditAreaText() == "ni"
    compose(window.article.edit, commit="你")
    window.article.typing.flush()
    assert texts(window) == [TITLE, ONE, "你", TWO]


def test_its_neighbour_may_be_taken_away_by_another_program(window, enter, path):
    enter(1, len(ONE))
    block = window.article.article.blocks[1].id
    with Library.open(path, Mode.WRITE) as other:
        other.articles.kind(block, Kind.FURNITURE)
    window.session.poll()
    assert shown(window) == [TITLE, TWO]
    in_step(window)


def test_an_action_on_blocks_is_on_what_the_library_has(window, enter, press, texts):
    enter(1, len(ONE))
    press(window, "actionMoveDown")
    assert texts(window) == shown(window) == [TITLE, TWO, ONE]
    enter(1, len(TWO))
    press(window, "actionMarkProofread")
    assert shown(window) == [TITLE, TWO, ONE]


def test_a_drag_over_it_moves_what_was_dragged(window, enter, texts):
    enter(1, len(ONE))
    bars = window.findChild(Bars)
    bars.dragged.emit(3, 1)
    assert texts(window) == shown(window) == [TITLE, TWO, ONE]
    enter(1, len(TWO))
    bars.dragged.emit(2, 1)
    assert texts(window) == [TITLE, TWO, ONE]


def test_the_gutter_asks_nothing_of_it(window, enter, qtbot, key):
    enter(1, len(ONE))
    edit = window.article.edit
    place = bar_of(edit, next(v for v in in_view(edit) if v.number == 2))
    window.proofing.show_kinds(2, QPoint(0, 0))
    assert QApplication.activePopupWidget() is None
    assert place.bottom >= place.top
    window.proofing.kind_menu()
    menu = QApplication.activePopupWidget()
    qtbot.keyClick(menu, Key.Key_2)
    assert [b.kind for b in edit.sheet.blocks] == [Kind.TITLE, Kind.SUBHEAD, Kind.PARA]


def test_what_cannot_be_written_is_not_shown_as_typed(window, enter, qtbot, texts, monkeypatch):
    enter(1, len(ONE))

    def full(*_args, **_facts):
        raise DiskFullError("library", "write")

    with monkeypatch.context() as patch:
        patch.setattr(window.session.library.articles, "write", full)
        qtbot.keyClicks(window.article.edit, "a")
        assert shown(window)[2] == ""
        assert texts(window) == START
        assert window.article.edit.caret() == (2, 0)
    qtbot.keyClicks(window.article.edit, "b")
    assert texts(window)[2] == "b"


def test_a_doubt_at_the_end_is_accepted_first(window, press, key, texts):
    window.issues.issue_list.go(1, tell=True)
    edit = window.article.edit
    edit.setFocus()
    doubt = next(
        (n, s.at)
        for n, b in enumerate(edit.sheet.blocks)
        for s in b.doubts
        if s.at == len(b.text) and n
    )
    edit.set_caret(*doubt)
    before = shown(window)
    key(window, Key.Key_Return)
    assert shown(window) == before
    key(window, Key.Key_Return)
    assert len(shown(window)) == len(before) + 1
    QTest.keyClick(edit, Key.Key_Backspace)
    assert texts(window) == shown(window) == before


def test_lines_of_verse_get_a_block_of_verse(window, enter, qtbot, texts):
    window.proofing.structure.kind(1, Kind.VERSE)
    enter(1, len(ONE))
    qtbot.keyClicks(window.article.edit, "a")
    window.article.typing.flush()
    assert window.article.edit.sheet.blocks[2].kind is Kind.VERSE
    assert texts(window)[2] == "a"


def test_a_written_paragraph_that_is_emptied_goes_by_backspace(window, enter, qtbot, key, texts):
    enter(1, len(ONE))
    qtbot.keyClicks(window.article.edit, "a")
    key(window, Key.Key_Backspace)
    assert shown(window)[2] == ""
    key(window, Key.Key_Backspace)
    assert texts(window) == shown(window) == START
    assert window.article.edit.caret() == (1, len(ONE))
