"""Find text that stands doubled where two lines of a paragraph were cut apart; strike what is sure.

It may be a fault of the extraction, or ordinary Chinese: 居民代表 | 代表大家, 研究 | 研究.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind
from reader.text import cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Line
    from reader.text.blocks import Block
    from reader.text.features import Unit

LONGEST = 12
"""Characters of the longest repetition at a seam that is looked for."""
SURE = 4
"""Characters from which on a repetition is a fault: fewer stand twice in plain Chinese, too."""
AROUND = 2
"""Characters on each side with which a text stands elsewhere on the page if it is doubled here."""


def doubled(blocks: Sequence[Block], units: Sequence[Unit], lines: Sequence[Line]) -> None:
    """Note text that stands doubled where two lines of a paragraph were cut apart.

    A single character is a true repetition far more often, and is passed over; so is what stands
    so inside a line of the page, which shows that it is meant. Of what is left, one copy is struck
    where it is certain that it is a fault; else both stay. Each is a doubt of its line end.
    """
    found = [one for block in blocks for one in _in_block(block, units)]
    if not found:
        return
    page = cues.fold("\n".join([line.text for line in lines]))
    run = "".join(page.split())
    for one in found:
        if cues.fold(one.copy * 2) in page:
            continue
        one.block.again[one.at] = one.copy
        if _certain(one, run):
            one.block.struck.append(one.span)


class _Copy(NamedTuple):
    """A text that stands twice across the end of unit `at`.

    `span` is that of the copy to strike on the page; `left` and `right` stand around both.
    """

    block: Block
    at: int
    copy: str
    span: tuple[int, int]
    left: str
    right: str


def _in_block(block: Block, units: Sequence[Unit]) -> Iterator[_Copy]:
    if block.kind not in (Kind.PARA, Kind.CAPTION):
        return
    for at, to in zip(block.units, block.units[1:], strict=False):
        before, after = units[at], units[to]
        if before.closed or after.closed:
            continue
        tail, head = before.tail, after.text[: 3 * LONGEST]
        span = _repeated(tail, head[: 2 * LONGEST])
        if span is None:
            continue
        low, high = span
        if low < 0:
            copy, place = tail[low:high], before.end
        else:
            copy, place = head[low:high], after.start
            # White space must not come to stand at the head of what is left.
            if not head[high : high + 1].strip():
                continue
        both, seam = tail + head, len(tail)
        # The other copy stands behind the one that is struck, or before it.
        start, end = (low, high + len(copy)) if low < 0 else (low - len(copy), high)
        left, right = both[: seam + start], both[seam + end :]
        yield _Copy(block, at, copy, (place + low, place + high), left[-AROUND:], right[:AROUND])


def _certain(one: _Copy, page: str) -> bool:
    """Tell whether a text that stands twice is a fault; `page` is the page without white space.

    It is where it is long, or where the page has the text once with the same on both sides.
    """
    if len(one.copy) >= SURE and one.copy[0] not in _NUMERALS:
        return True
    around = one.left + one.copy + one.right
    whole = len(around) == 2 * AROUND + len(one.copy) and around.isalpha()
    # What comes more than twice holds that by itself.
    again = around in one.left + one.copy * 2 + one.right
    return whole and not again and cues.fold(around) in page


# 一个门洞 | 一个门洞: one after the other.
_NUMERALS = frozenset("一二两兩三四五六七八九十几幾每半")
_PLAIN = re.compile(r"[^\W\d_a-zA-Z一][^\W\d_a-zA-Z]+")


def _repeated(tail: str, head: str) -> tuple[int, int] | None:
    """Find a text that stands twice in a row across a line end.

    Gives the span of the copy that lies wholly on one side: in `head` from its beginning, or, with
    negative numbers, in `tail` from its end; the longest repetition counts.
    """
    # One of the two characters at the line end must have its like a copy's length away.
    last, first = tail[-1], head[0]
    if last not in head[1:LONGEST] and first not in tail[-LONGEST:-1]:
        return None
    both = tail[-2 * LONGEST :] + head
    seam = len(both) - len(head)
    sizes = [
        size
        for size in range(LONGEST, 1, -1)
        if last == head[size - 1 : size] or first == tail[-size : 1 - size]
    ]
    for size in sizes:
        for start in range(max(0, seam - 2 * size + 1), seam):
            middle, end = start + size, start + 2 * size
            same = both[start:middle]
            if both[middle:end] == same and _PLAIN.fullmatch(same) and _is_single(same):
                return (
                    (middle - seam, end - seam) if middle >= seam else (start - seam, middle - seam)
                )
    return None


def _is_single(text: str) -> bool:
    """Tell whether a text is not itself one that is repeated."""
    return text not in (text * 2)[1:-1]
