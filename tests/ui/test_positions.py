"""Positions: code points and UTF-16 units; what is shown is as long as what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.model import Kind
from reader.ui.article.run import Run, merged
from reader.ui.article.typed import flat
from reader.ui.positions import points, shown, units

pytestmark = pytest.mark.window

NASTY = (
    "\u00a0\u2028\u2029\ufdd0\ufdd1\ufdef\x00\r\x0b\x0c"
    "\x1c\x85\x7f\ufffc\ufffe\uffff\u200b\ufeff\t\x01"
)
TEXT = st.text(st.sampled_from("甲乙a7 𠀀😀" + NASTY), max_size=12)


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


@given(TEXT, st.integers(0, 12))
def test_units_and_points_are_inverse(text, at):
    at = min(at, len(text))
    assert units(text, at) == utf16(text[:at])
    assert points(text, units(text, at)) == at


def test_half_a_pair_counts_as_before_it():
    assert points("甲😀乙", 2) == 1
    assert points("甲😀乙", 99) == 3
    assert points("ab", 9) == 2


@given(TEXT)
def test_what_is_shown_is_one_block_of_the_same_length(text):
    document = QTextDocument()
    QTextCursor(document).insertText(shown(text))
    assert document.blockCount() == 1
    assert document.firstBlock().text() == shown(text)
    assert utf16(shown(text)) == utf16(text) == document.firstBlock().length() - 1


def test_every_character_of_the_first_plane_keeps_its_length():
    for start in range(0, 0x10000, 0x1000):
        text = "".join(chr(c) for c in range(start, start + 0x1000) if not 0xD800 <= c < 0xE000)
        if not text:
            continue
        document = QTextDocument()
        QTextCursor(document).insertText(shown(text))
        assert document.blockCount() == 1
        assert document.firstBlock().text() == shown(text)


def carried_out(text, edits):
    for start, end, typed in edits:
        text = text[:start] + typed + text[end:]
    return text


@given(st.data())
def test_a_run_does_what_its_edits_do(data):
    text = data.draw(st.text("甲乙丙a", min_size=3, max_size=10))
    run, expected = Run("b", text), text
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(expected)))
        end = data.draw(st.integers(start, min(len(expected), start + 2)))
        edit = (start, end, data.draw(st.text("xyz", max_size=2)))
        expected = carried_out(expected, [edit])
        run.add(edit)
    assert carried_out(text, run.edits) == expected


def test_neighbours_become_one_edit():
    assert merged((3, 3, "ab"), (5, 5, "c")) == (3, 3, "abc")
    assert merged((3, 3, "ab"), (4, 5, "")) == (3, 3, "a")
    assert merged((3, 3, "a"), (2, 4, "")) == (2, 3, "")
    assert merged((3, 3, "a"), (4, 6, "")) == (3, 5, "a")
    assert merged((3, 3, "a"), (5, 6, "")) is None
    assert merged((3, 3, "a"), (1, 2, "")) is None


@pytest.mark.parametrize(
    ("pasted", "kind", "becomes"),
    [
        ("甲\n乙", Kind.PARA, "甲乙"),
        ("a\r\nb", Kind.PARA, "a b"),
        ("a\u2028\u2029\x85乙\n", Kind.PARA, "a乙"),
        ("  一行  ", Kind.PARA, "  一行  "),
        ("甲\n\n乙", Kind.VERSE, "甲\n乙"),
        ("a\x00\x1b\ud800b\tc", Kind.PARA, "ab\tc"),
        ("\n", Kind.PARA, ""),
    ],
)
def test_pasted_text_becomes_one_block(pasted, kind, becomes):
    assert flat(pasted, kind) == becomes
