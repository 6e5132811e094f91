"""Joining by keys: supplied headings stay apart, emptied ones go, a change of kind is told."""

import json

import pytest
from acting import START, add
from PySide6.QtCore import Qt
from seeing import blocks

from reader import exporting
from reader.model import IssueFacts, Kind, Reads
from reader.store.library import Library, Mode
from reader.ui.article.verbs import reads_between

pytestmark = pytest.mark.window

Key = Qt.Key
TITLE, ONE, TWO = START


@pytest.fixture
def supplied(window, qtbot):
    """Supply a kicker, and empty it by a key, as a person would."""

    def made(kind=Kind.KICKER):
        window.proofing.structure.supply(kind, "错题")
        edit = window.article.edit
        at = next(n for n, b in enumerate(edit.sheet.blocks) if b.supplied)
        edit.select(at, 0, 2)
        qtbot.keyClick(edit, Key.Key_Delete)
        return at

    return made


def exported(window):
    row = exporting.sample(window.session.library, "jsonl", window.article.article.id)
    return {name: json.loads(row)[name] for name in ("kicker", "title", "supplied")}


BEFORE = [(Kind.TITLE, TITLE), (Kind.PARA, ONE), (Kind.PARA, TWO)]
WAYS = [
    pytest.param((1, 0), Key.Key_Backspace, (0, 0), id="backspace at the head of the headline"),
    pytest.param((0, 0), Key.Key_Backspace, (0, 0), id="backspace in it"),
    pytest.param((0, 0), Key.Key_Delete, (0, 0), id="delete in it"),
]


@pytest.mark.parametrize(("caret", "code", "after"), WAYS)
def test_an_emptied_supplied_heading_goes_by_a_key(
    window, supplied, key, press, caret, code, after
):
    supplied()
    window.article.edit.set_caret(*caret)
    key(window, code)
    assert blocks(window) == BEFORE
    assert window.article.edit.caret() == after
    assert exported(window) == {"kicker": None, "title": TITLE, "supplied": []}
    assert "Ctrl+Z" in window.status.said.text()
    press(window, "actionUndo")
    assert blocks(window) == [(Kind.KICKER, ""), *BEFORE]
    press(window, "actionRedo")
    assert blocks(window) == BEFORE


SUB = [
    pytest.param((1, 0), Key.Key_Backspace, (0, len(TITLE)), id="backspace in it"),
    pytest.param((1, 0), Key.Key_Delete, (1, 0), id="delete in it"),
    pytest.param((0, len(TITLE)), Key.Key_Delete, (0, len(TITLE)), id="delete before it"),
    pytest.param((2, 0), Key.Key_Backspace, (1, 0), id="backspace behind it"),
]


@pytest.mark.parametrize(("caret", "code", "after"), SUB)
def test_one_under_the_headline_goes_too(window, supplied, key, caret, code, after):
    supplied(Kind.SUBTITLE)
    window.article.edit.set_caret(*caret)
    key(window, code)
    assert blocks(window) == BEFORE
    assert window.article.edit.caret() == after


def test_the_headline_of_the_page_does_not_become_supplied(window, key):
    window.proofing.structure.supply(Kind.KICKER, "补题")
    window.article.edit.set_caret(1, 0)
    key(window, Key.Key_Backspace)
    assert blocks(window) == [(Kind.KICKER, "补题"), *BEFORE]
    assert "supplied" in window.status.said.text()
    assert exported(window) == {"kicker": "补题", "title": TITLE, "supplied": ["kicker"]}
    window.article.edit.set_caret(0, 2)
    key(window, Key.Key_Delete)
    assert blocks(window) == [(Kind.KICKER, "补题"), *BEFORE]


def test_a_paragraph_that_joins_the_headline_is_told(window, key, press):
    window.article.edit.set_caret(1, 0)
    key(window, Key.Key_Backspace)
    assert blocks(window)[0] == (Kind.TITLE, TITLE + ONE)
    assert "Headline" in window.status.said.text()
    press(window, "actionUndo")
    window.article.edit.set_caret(2, 0)
    key(window, Key.Key_Backspace)
    assert blocks(window) == [(Kind.TITLE, TITLE), (Kind.PARA, ONE + TWO)]
    assert window.status.said.text() == ""


def test_a_kicker_and_the_headline_are_a_headline(window, key):
    window.proofing.structure.kind(1, Kind.KICKER)
    assert blocks(window)[:2] == [(Kind.KICKER, ONE), (Kind.TITLE, TITLE)]
    window.article.edit.set_caret(1, 0)
    key(window, Key.Key_Backspace)
    assert blocks(window) == [(Kind.TITLE, ONE + TITLE), (Kind.PARA, TWO)]
    assert window.article.edit.caret() == (0, len(ONE))
    assert "Headline" in window.status.said.text()


def test_an_emptied_headline_of_the_page_takes_no_kind_along(window, key, qtbot, press):
    edit = window.article.edit
    edit.select(0, 0, len(TITLE))
    qtbot.keyClick(edit, Key.Key_Delete)
    key(window, Key.Key_Backspace)
    assert "begins here" in window.status.said.text()
    key(window, Key.Key_Delete)
    assert blocks(window) == BEFORE[1:]
    press(window, "actionUndo")
    press(window, "actionUndo")
    assert blocks(window) == BEFORE


def test_a_selection_over_a_supplied_heading_and_the_headline(window, key):
    window.proofing.structure.supply(Kind.KICKER, "补题")
    edit = window.article.edit
    edit.set_caret(0, 1)
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(1, 1), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    key(window, Key.Key_Delete)
    assert blocks(window) == [(Kind.KICKER, "补"), (Kind.TITLE, TITLE[1:]), *BEFORE[1:]]
    assert edit.caret() == (0, 1)


def test_all_selected_and_erased_leaves_one_empty_block(window, key, press):
    window.proofing.structure.supply(Kind.KICKER, "补题")
    window.article.edit.selectAll()
    key(window, Key.Key_Delete)
    assert [text for _, text in blocks(window)] == [""]
    assert window.article.edit.caret() == (0, 0)
    press(window, "actionUndo")
    assert blocks(window) == [(Kind.KICKER, "补题"), *BEFORE]


CASES = {
    ("联系电话:021-5555", "0123"): Reads.JOIN,
    ("第3", "５版"): Reads.JOIN,
    ("proof", "reader"): Reads.SPACE,
    ("Windows", "11"): Reads.SPACE,
    ("4月", "14日"): Reads.JOIN,
    ("", "a"): Reads.JOIN,
}


@pytest.mark.parametrize(("ends", "reads"), CASES.items())
def test_only_latin_words_stay_apart(ends, reads):
    assert reads_between(*ends) is reads


PAGE = "=联系\n\n联系电话:021-5555\n\n0123\n\nproof\n\nreader\n"


@pytest.fixture
def printed(open_window, path):
    """Open an article whose number and whose word are in two paragraphs each."""
    with Library.open(path, Mode.WRITE) as library:
        add(library, PAGE, "phone.txt", IssueFacts("报", "2025-12", True))
        library.index.catch_up()
        row = next(row for row in library.articles.rows() if row.title == "=联系")
    window = open_window(path)
    window.article.open(row.id)
    return window


def test_a_number_is_made_whole_and_a_space_is_told_and_taken_out(printed, press, key):
    edit, said = printed.article.edit, printed.status.said
    edit.set_caret(1, 3)
    press(printed, "actionJoin")
    assert [text for _, text in blocks(printed)][1:] == ["联系电话:021-55550123", "proof", "reader"]
    assert "space" not in said.text()
    edit.set_caret(2, 1)
    press(printed, "actionJoin")
    assert [text for _, text in blocks(printed)][2:] == ["proof reader"]
    assert "Del takes it out" in said.text()
    key(printed, Key.Key_Delete)
    assert [text for _, text in blocks(printed)][2:] == ["proofreader"]
