"""What was printed elsewhere than it is read: found from the order of the page alone."""

import pytest

from reader.model import BlockText, Kind, Origin, Reads, SeamFact
from reader.ui.article.moved import Moved, moved_in


def block(name, *parts, kind=Kind.PARA):
    """Make a block of parts (source, at, length)."""
    origin, start = [], 0
    for source, at, length in parts:
        origin.append(Origin(start, start + length, source, at))
        start += length
    return BlockText(name, kind, "字" * start, tuple(origin))


def moved(*blocks, by_hand=(), seams=None):
    found = moved_in(blocks, seams or [()] * len(blocks), by_hand)
    return [[(m.start, m.end, m.at, m.machine) for m in one] for one in found]


A, B, C, D = (block(name, (1, at, 10)) for name, at in zip("abcd", (0, 10, 20, 30), strict=True))


@pytest.mark.parametrize(
    ("blocks", "by_hand", "expected"),
    [
        ((), (), []),
        ((A, B, C), (), [[], [], []]),
        ((C, A, B), (), [[(0, 10, 20, True)], [], []]),
        ((A, C, B, D), "b", [[], [], [(0, 10, 10, False)], []]),
        ((A, C, B, D), "c", [[], [(0, 10, 20, False)], [], []]),
        ((A, B, C), "b", [[], [], []]),
        ((B, A), "ab", [[(0, 10, 10, False)], []]),
        ((C, A, B, D), "d", [[(0, 10, 20, True)], [], [], []]),
    ],
)
def test_the_longest_row_stays(blocks, by_hand, expected):
    assert moved(*blocks, by_hand=by_hand) == expected


def test_headings_are_set_in_their_own_order():
    head = block("h", (1, 50, 4), kind=Kind.TITLE)
    assert moved(head, A, B) == [[], [], []]


def test_a_stretch_inside_a_block_and_who_joined_it():
    torn = block("t", (1, 0, 5), (1, 40, 5), (1, 45, 5))
    assert moved(torn, B, C) == [[(5, 15, 40, True)], [], []]
    seam = SeamFact(1, 5, 6, Reads.JOIN, 5, None, 1.0, (), "甲")
    assert moved(torn, B, C, seams=[(seam,), (), ()]) == [[(5, 15, 40, False)], [], []]


def test_typed_text_has_no_place_in_print():
    typed = BlockText("x", Kind.PARA, "字", (Origin(0, 1, 9, 0, typed=True),))
    assert moved(A, typed, B) == [[], [], []]


def test_pages_are_read_one_after_the_other():
    other = block("o", (2, 0, 10))
    assert moved(A, other, B) == [[], [(0, 10, 0, True)], []]
    assert Moved(0, 1, 1, 0).line == 0
