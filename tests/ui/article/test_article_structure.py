"""Whole blocks and articles: kinds, supplied headings, moves, division, merging, statuses."""

import re

import pytest
from acting import NEXT, START, put
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from seeing import bar, shown

from reader.model import Kind, Status
from reader.store.check import check
from reader.ui.dialogs.supplying import SupplyDialog
from reader.ui.kinds import KINDS

pytestmark = pytest.mark.window

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def kinds(window):
    return [b.kind for b in window.article.edit.sheet.blocks]


def choose(window, qtbot, key):
    """Press a key in the menu of kinds that is open."""
    menu = window.findChild(QMenu, "kindMenu")
    assert menu is not None
    assert menu.isVisible()
    qtbot.keyClick(menu, key)


# --- kinds --------------------------------------------------------------------------------


def test_the_key_opens_the_menu_of_kinds_and_the_caret_stays(window, qtbot, press, texts):
    put(window, 1, 5)
    press(window, "actionKind")
    menu = window.findChild(QMenu, "kindMenu")
    assert menu.activeAction().data() == Kind.PARA
    assert [a.data() for a in menu.actions() if not a.isSeparator()] == list(KINDS)
    choose(window, qtbot, Key.Key_2)
    assert kinds(window) == [Kind.TITLE, Kind.SUBHEAD, Kind.PARA]
    assert window.article.edit.caret() == (1, 5)
    assert texts(window) == START
    press(window, "actionUndo")
    assert kinds(window) == [Kind.TITLE, Kind.PARA, Kind.PARA]


def test_a_click_on_the_bar_asks_for_the_kind(window, qtbot):
    put(window, 1, 5)
    qtbot.mouseClick(window.article.edit.viewport(), LEFT, pos=bar(window, 2))
    assert window.article.edit.caret() == (1, 5)
    choose(window, qtbot, Key.Key_3)
    assert kinds(window) == [Kind.TITLE, Kind.PARA, Kind.CAPTION]


def test_a_block_goes_to_the_page(window, qtbot, press):
    put(window, 2, 3)
    press(window, "actionKind")
    choose(window, qtbot, Key.Key_0)
    assert shown(window) == START[:2]
    assert "belongs to the page" in window.status.said.text()
    press(window, "actionUndo")
    assert shown(window) == START


def test_the_article_of_which_nothing_is_left_gives_way_to_the_next(window, press):
    for _ in START:
        window.proofing.structure.kind(0, Kind.FURNITURE)
    assert shown(window) == NEXT
    assert len(window.issues.contents.facts) == 1
    for _ in START:
        press(window, "actionUndo")
    assert len(window.issues.contents.facts) == 2


def test_nothing_is_offered_where_nothing_can_be_written(window, qtbot):
    window.session._writable = False
    window.proofing.kind_menu()
    menu = window.findChild(QMenu, "kindMenu")
    assert not any(a.isEnabled() for a in menu.actions() if not a.isSeparator())
    menu.close()
    window.proofing.structure.kind(1, Kind.VERSE)
    assert kinds(window)[1] is Kind.PARA


# --- supplied headings --------------------------------------------------------------------


def test_a_lost_headline_is_supplied(window, qtbot, press, texts):
    put(window, 1, 3)
    press(window, "actionSupply")
    dialog = window.findChild(SupplyDialog)
    assert not dialog.go.isEnabled()
    dialog.kinds.setCurrentIndex(0)
    qtbot.keyClicks(dialog.text, "AB")
    qtbot.keyClick(dialog.text, Key.Key_Return)
    assert texts(window) == shown(window) == ["AB", *START]
    block = window.article.edit.sheet.blocks[0]
    assert (block.kind, block.supplied) == (Kind.KICKER, True)
    assert window.article.edit.caret() == (0, 0)
    assert "Supplied" in window.article.edit.why_at(bar(window, 0))
    assert "Supplied" not in window.article.edit.why_at(bar(window, 1))
    window.article.edit.viewport().repaint()
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START


def test_a_dialog_that_is_left_writes_nothing(window, qtbot, press, texts):
    press(window, "actionSupply")
    dialog = window.findChild(SupplyDialog)
    qtbot.keyClicks(dialog.text, "AB")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert texts(window) == START


# --- moving -------------------------------------------------------------------------------


def test_keys_move_a_block_within_its_article(window, press, texts):
    put(window, 1, 4)
    press(window, "actionMoveDown")
    assert texts(window) == shown(window) == [START[0], START[2], START[1]]
    assert window.article.edit.caret() == (2, 4)
    press(window, "actionMoveUp")
    assert texts(window) == shown(window) == START
    assert window.article.edit.caret() == (1, 4)


def test_the_edge_of_the_article_is_told_and_nothing_moves(window, press, texts):
    put(window, 2, 0)
    press(window, "actionMoveDown")
    assert "Alt+Shift+PgDn moves the block to the next" in window.status.said.text()
    put(window, 0, 0)
    press(window, "actionMoveUp")
    assert "Alt+Shift+PgUp" in window.status.said.text()
    assert texts(window) == START


def test_a_block_goes_to_the_next_article_and_back(window, press, texts):
    put(window, 2, 4)
    press(window, "actionMoveToNext")
    assert START[2] in texts(window)
    assert shown(window)[0] == NEXT[0]
    index, at = window.article.edit.caret()
    assert (shown(window)[index], at) == (START[2], 4)
    assert "Ctrl+Z" in window.status.said.text()
    press(window, "actionMoveToPrevious")
    assert texts(window) == shown(window) == START
    press(window, "actionMoveToPrevious")
    assert "no article before" in window.status.said.text()


def test_a_bar_is_dragged(window, qtbot, texts):
    edit = window.article.edit
    put(window, 0, 2)
    start, end = bar(window, 2), bar(window, 1) - QPoint(0, 8)
    qtbot.mousePress(edit.viewport(), LEFT, pos=start)
    qtbot.mouseMove(edit.viewport(), end)
    assert edit.drop_before == 1
    edit.viewport().repaint()
    qtbot.mouseRelease(edit.viewport(), LEFT, pos=end)
    assert texts(window) == shown(window) == [START[0], START[2], START[1]]
    assert edit.drop_before is None
    assert edit.caret() == (0, 2)
    assert window.findChild(QMenu, "kindMenu") is None


def test_escape_ends_a_drag(window, qtbot, texts):
    edit = window.article.edit
    put(window, 0, 0)
    qtbot.mousePress(edit.viewport(), LEFT, pos=bar(window, 2))
    qtbot.mouseMove(edit.viewport(), bar(window, 1) - QPoint(0, 8))
    qtbot.keyClick(edit, Key.Key_Escape)
    assert edit.drop_before is None
    qtbot.mouseRelease(edit.viewport(), LEFT, pos=bar(window, 1))
    assert texts(window) == START


def test_a_drag_to_where_the_block_stands_does_nothing(window, qtbot, texts):
    edit = window.article.edit
    head = window.session.library.journal.peek()[0]
    qtbot.mousePress(edit.viewport(), LEFT, pos=bar(window, 1))
    qtbot.mouseMove(edit.viewport(), bar(window, 1) + QPoint(0, 14))
    qtbot.mouseRelease(edit.viewport(), LEFT, pos=bar(window, 1) + QPoint(0, 14))
    assert texts(window) == START
    assert window.session.library.journal.peek()[0] == head


# --- articles -----------------------------------------------------------------------------


def test_a_new_article_begins_here(window, press, texts):
    put(window, 2, 3)
    press(window, "actionNewArticle")
    assert texts(window) == shown(window) == [START[2]]
    assert window.article.edit.caret() == (0, 3)
    assert len(window.issues.contents.facts) == 3
    press(window, "actionNewArticle")
    assert "already" in window.status.said.text()
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START


def test_where_only_the_head_stands_before_the_caret_follows_its_block(window, press):
    put(window, 1, 3)
    press(window, "actionNewArticle")
    assert shown(window) == START[1:]
    assert window.article.edit.caret() == (0, 3)


def test_articles_are_merged(window, press, texts):
    put(window, 1, 3)
    press(window, "actionMergeNext")
    assert texts(window) == shown(window)
    assert set(shown(window)) == {*START, *NEXT}
    assert window.article.edit.caret() == (1, 3)
    assert len(window.issues.contents.facts) == 1
    press(window, "actionMergeNext")
    assert "no article behind" in window.status.said.text()
    press(window, "actionUndo")
    assert texts(window) == shown(window) == START


def test_what_merging_did_to_headings_and_status_is_said(window, press):
    press(window, "actionStatusProofed1")
    press(window, "actionMergeNext")
    kinds = [b.kind for b in window.article.edit.sheet.blocks]
    assert kinds == [Kind.TITLE, Kind.PARA, Kind.PARA, Kind.SUBHEAD, Kind.PARA, Kind.PARA]
    assert window.article.edit.sheet.blocks[3].text == NEXT[0]
    said = window.status.said.text()
    assert re.search(r"1 heading\S* of it", said)
    assert "Status: not begun" in said
    assert "Ctrl+Z" in said
    press(window, "actionUndo")
    window.status.tell("")
    press(window, "actionStatusNew")
    press(window, "actionMergeNext")
    assert "Status" not in window.status.said.text()


def furniture(library):
    asked = "SELECT count(*) FROM block WHERE kind = 'furniture' AND page IS NOT NULL"
    return library.connection.execute(asked).fetchone()[0]


@pytest.mark.parametrize("supplied", [False, True])
def test_a_whole_article_goes_to_the_furniture_and_comes_back(window, press, texts, supplied):
    if supplied:
        window.proofing.structure.supply(Kind.KICKER, "补拟的引题")
    before, there = texts(window), furniture(window.session.library)
    one = window.article.article.id
    press(window, "actionToFurniture")
    assert window.article.article.id != one
    assert [row.id for row in window.issues.contents.facts] == [window.article.article.id]
    assert "furniture" in window.status.said.text()
    library = window.session.library
    assert check(library).sound
    assert furniture(library) == there + len(before)
    press(window, "actionUndo")
    assert window.article.article.id == one
    assert texts(window) == before
    assert window.session.steps.redo.verb == "furniture"


# --- statuses -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("actionStatusNew", Status.NEW),
        ("actionStatusWorking", Status.WORKING),
        ("actionStatusProofed1", Status.PROOFED1),
        ("actionStatusProofed2", Status.PROOFED2),
        ("actionStatusDisputed", Status.DISPUTED),
        ("actionStatusNontext", Status.NONTEXT),
    ],
)
def test_every_status_has_a_key(window, press, name, status):
    press(window, "actionStatusWorking")
    press(window, name)
    assert window.article.article.status is status
    assert window.issues.contents_list.current().status is status
    assert window.article.head.status.text() == window.words.status(status)


def test_typing_puts_a_new_article_to_work_in_one_wish(window, qtbot, press):
    put(window, 1, 0)
    qtbot.keyClicks(window.article.edit, "Q")
    press(window, "actionSave")
    assert window.article.article.status is Status.WORKING
    assert window.issues.contents_list.current().status is Status.WORKING
    assert window.words.status(Status.WORKING) in window.status.facts.text()
    press(window, "actionUndo")
    assert window.article.article.status is Status.NEW
    assert shown(window) == START


def test_erasing_over_paragraphs_puts_it_to_work(window, qtbot):
    edit = window.article.edit
    put(window, 1, 3)
    for _ in range(2):
        qtbot.keyClick(edit, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(edit, Key.Key_Delete)
    assert window.article.article.status is Status.WORKING


def test_without_an_article_nothing_happens(window):
    window.article.open(None)
    window.proofing.kind_menu()
    window.proofing.why()
    for wish in ("move_up", "move_to_next", "new_article", "merge_next", "status_new"):
        getattr(window.proofing, wish)()
    window.proofing.structure.supply(Kind.TITLE, "x")
    assert window.session.steps.undo.verb == "import"
