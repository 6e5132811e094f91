"""Several paragraphs come back as several: cut, copied, from elsewhere; one wish, one undo."""

import json

import pytest
from acting import START
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from seeing import shown, wishes

from reader.model import Kind
from reader.ui.article.clip import BLOCKS, clip_of, data_of
from reader.ui.article.typed import Clip

pytestmark = pytest.mark.window

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
TITLE, ONE, TWO = START


@pytest.fixture
def paste(window, key):
    """Put text into the clipboard, and press Ctrl+V at a place of the article."""

    def pasted(text, index, at):
        QApplication.clipboard().setText(text)
        window.article.edit.set_caret(index, at)
        key(window, Key.Key_V, Control)

    return pasted


def select(window, first, last):
    edit = window.article.edit
    edit.set_caret(*first)
    cursor = edit.textCursor()
    cursor.setPosition(edit.sheet.position(*last), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


@pytest.mark.parametrize(
    "ends", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n \u3000\n"]
)
def test_each_line_that_is_pasted_is_a_paragraph(window, texts, paste, ends):
    before = wishes(window)
    paste(ends.join(["甲。", "乙。", "丙"]), 1, 3)
    assert texts(window) == [TITLE, "为全面甲。", "乙。", "丙落实有关工作部署，强化动态分析。", TWO]
    assert shown(window) == texts(window)
    assert window.article.edit.caret() == (3, 1)
    assert wishes(window) == before + 1


def test_one_undo_takes_the_paste_back_and_one_redo_brings_it(window, texts, paste, press):
    paste("甲。\n乙。", 1, 3)
    after = texts(window)
    press(window, "actionUndo")
    assert texts(window) == START
    press(window, "actionRedo")
    assert texts(window) == after
    assert "甲。乙。" in window.status.undo.text()


def test_paragraphs_that_are_cut_come_back_as_they_were(window, texts, key):
    select(window, (1, 3), (2, 4))
    key(window, Key.Key_X, Control)
    assert texts(window) == [TITLE, "为全面，立足当前这一关键阶段。"]
    key(window, Key.Key_V, Control)
    assert texts(window) == START
    assert window.article.edit.caret() == (2, 4)


def test_a_border_that_was_cut_comes_back(window, texts, key):
    """From within one paragraph to the head of the next: the copy ends with the border."""
    select(window, (1, 3), (2, 0))
    key(window, Key.Key_X, Control)
    assert texts(window) == [TITLE, "为全面" + TWO]
    key(window, Key.Key_V, Control)
    assert texts(window) == START
    assert window.article.edit.caret() == (2, 0)


def test_what_is_copied_takes_the_place_of_a_selection(window, texts, key):
    select(window, (1, 0), (2, len(TWO)))
    key(window, Key.Key_C, Control)
    select(window, (1, 1), (2, 1))
    key(window, Key.Key_V, Control)
    assert texts(window) == [TITLE, "为" + ONE, TWO + TWO[1:]]


def test_a_line_end_behind_one_line_is_no_border(window, texts, paste, press):
    paste("甲\n", 1, 3)
    press(window, "actionSave")
    assert texts(window) == [TITLE, "为全面甲" + ONE[3:], TWO]


def test_line_ends_at_the_ends_of_paragraphs_are_borders(window, texts, paste):
    paste("\n甲\n乙\n", 1, 3)
    assert texts(window) == [TITLE, "为全面", "甲", "乙", ONE[3:], TWO]
    assert window.article.edit.caret() == (4, 0)


def test_no_empty_paragraph_at_the_end(window, texts, paste):
    paste("甲\n乙\n", 2, len(TWO))
    assert texts(window) == [TITLE, ONE, TWO + "甲", "乙"]
    assert window.article.edit.caret() == (3, 1)


def test_pasted_into_the_empty_paragraph(window, texts, paste, key):
    window.article.edit.set_caret(2, len(TWO))
    key(window, Key.Key_Return)
    before = wishes(window)
    paste("甲\n\n乙\n", 3, 0)
    assert texts(window) == [*START, "甲", "乙"] == shown(window)
    assert window.article.edit.caret() == (4, 1)
    assert wishes(window) == before + 1


def test_a_selection_into_the_empty_paragraph_is_replaced(window, texts, key):
    window.article.edit.set_caret(2, len(TWO))
    key(window, Key.Key_Return)
    select(window, (2, 1), (3, 0))
    QApplication.clipboard().setText("甲\n乙")
    key(window, Key.Key_V, Control)
    assert texts(window) == [TITLE, ONE, "会甲", "乙"]


def test_what_was_typed_just_before_is_on_disk_first(window, texts, qtbot, paste, key):
    window.article.edit.set_caret(1, 0)
    qtbot.keyClicks(window.article.edit, "ab")
    QApplication.clipboard().setText("甲\n乙")
    key(window, Key.Key_V, Control)
    assert texts(window) == [TITLE, "ab甲", "乙" + ONE, TWO]


def said(window):
    """Give what is told, without the endings of words that depend on a number."""
    return window.status.said.text().replace("(s)", "s").replace("s.", ".")


def test_paragraphs_are_told_with_what_was_left_out(window, texts, paste):
    paste("\u3000\u3000甲\x00 \n\u3000\u3000乙\x07", 1, 0)
    assert texts(window)[1:3] == ["甲", "乙" + ONE]
    told = said(window)
    assert told.startswith("2 paragraphs were pasted. Ctrl+Z undoes it. Left out: 5 blanks at ")
    assert told.endswith(", 2 control character.")


def test_in_a_heading_lines_become_one_and_that_is_told(window, texts, paste, press):
    paste("甲 \n乙 x\r\ny", 0, 1)
    told = "3 lines were pasted as one paragraph. Enter parts it. Left out: 1 blank"
    assert said(window).startswith(told)
    press(window, "actionSave")
    assert texts(window)[0] == "=甲乙 x y" + TITLE[1:]


def test_a_control_character_in_one_line_is_told(window, texts, paste, press):
    paste("甲\x07乙\t", 1, 0)
    assert said(window) == "Left out: 1 control character."
    press(window, "actionSave")
    assert texts(window)[1] == "甲乙\t" + ONE


def test_a_drop_of_several_lines_is_parted_too(window, texts):
    data = QMimeData()
    data.setText("甲\n乙")
    window.article.edit.set_caret(1, 0)
    window.article.edit.insertFromMimeData(data)
    assert texts(window) == [TITLE, "甲", "乙" + ONE, TWO]


# --- what is a paragraph --------------------------------------------------------------------


def test_verse_keeps_its_lines_and_its_stanzas():
    copied = clip_of(data_of(["一\n二", "三"]))
    assert copied.paragraphs(Kind.VERSE) == ["一\n二", "三"]
    assert copied.paragraphs(Kind.PARA) == ["一", "二", "三"]
    assert Clip("一\n二").paragraphs(Kind.VERSE) == []


def test_blanks_of_an_article_are_kept_and_counted_as_nothing_lost():
    copied = clip_of(data_of(["甲 ", " 乙"]))
    assert copied.paragraphs(Kind.PARA) == ["甲 ", " 乙"]
    assert copied.unfit == 0


def test_one_block_is_but_text():
    assert not data_of(["甲"]).hasFormat(BLOCKS)
    assert clip_of(data_of(["甲", ""])).paragraphs(Kind.PARA) == ["甲", ""]
    assert clip_of(data_of([" ", ""])).paragraphs(Kind.PARA) == []


@pytest.mark.parametrize("lie", [b"\xff", b"{", b"3", b"[1]", json.dumps({"a": 1}).encode()])
def test_what_another_program_puts_in_our_name_is_text(lie):
    data = QMimeData()
    data.setText("甲")
    data.setData(BLOCKS, lie)
    assert clip_of(data) == Clip("甲")
