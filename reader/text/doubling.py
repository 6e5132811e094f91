"""Strike text that stands doubled where two lines of a paragraph were cut apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.features import Unit

LONGEST = 12
"""Characters of the longest repetition at a seam that is looked for."""


def doubled(blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Strike text that stands doubled where two lines of a paragraph were cut apart.

    Two characters and more at the end of a line, again at the beginning of the next, are a fault
    of the extraction; a single one is a true repetition far more often, and stays. A repetition
    that the line itself shows to be meant (it stands so inside a line) stays too.
    """
    for block in blocks:
        if block.kind not in (Kind.PARA, Kind.CAPTION):
            continue
        for before, after in zip(block.units, block.units[1:], strict=False):
            if units[before].closed or units[after].closed:
                continue
            span = _repeated(units[before].tail, units[after].text[: 2 * LONGEST])
            # White space must not come to stand at the head of what is left.
            if span and units[after].text[span[1] : span[1] + 1].strip():
                low, high = span
                at = units[before].end if low < 0 else units[after].start
                block.struck.append((at + low, at + high))


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
            if both[middle:end] == same and _PLAIN.fullmatch(same) and len(set(same)) > 1:
                return (
                    (middle - seam, end - seam) if middle >= seam else (start - seam, middle - seam)
                )
    return None
