"""Find the spaces inside lines that only typesetting made: those beside numbers.

A space that means something stays: between Chinese characters (couplets, slogans, names,
mastheads), between Latin words, after ASCII punctuation, between numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = "[^\x00-\xff\\s]"
_MADE = re.compile(  # the blank first: it is what can be looked for fast
    r"[ \xa0\u2002-\u200a\u202f]"
    rf"(?:(?<={_WIDE}.)(?=\d)(?P<before>)|(?<=[\d%].)(?={_WIDE})(?P<after>))"
)
_COUNTED = "年月日号时分秒期届届个名位人户家条项次岁元亿万千百米公平亩吨度天周级版路弄至多余—－~～"


def typeset(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give the runs of white space in ``text[start:end]`` that are not to be read.

    Each with its span and what it stands beside (``number``). `text` is the page, positions are
    code points of it.
    """
    for found in _MADE.finditer(text, start, end):
        at = found.start()
        behind = _of_number(text, at, start) and not _item_number(text, at, start)
        if found.lastgroup == "before" or behind:
            yield at, found.end(), "number"


def _number_start(text: str, at: int, start: int) -> int:
    """Find where the number that ends at `at` begins; looks back at most sixteen characters."""
    begin = at
    low = max(start, at - 16)
    while begin > low and (text[begin - 1].isdigit() or text[begin - 1] in ".,%"):
        begin -= 1
    return begin


def _of_number(text: str, at: int, start: int) -> bool:
    """Tell whether what ends at `at` is a number of its own, not the end of a name (`P02`)."""
    begin = _number_start(text, at, start)
    if begin == start:
        return True
    before = text[begin - 1]
    return not (before.isascii() and before.isalpha())


def _item_number(text: str, at: int, start: int) -> bool:
    """Tell whether a number that begins a block numbers it: `1 总则`, but not `4 月 14 日`."""
    return _number_start(text, at, start) == start and text[at + 1] not in _COUNTED


def parts_byline(text: str, start: int, end: int) -> int | None:
    """Find where a headline is followed by its byline on the same line: the start of the run."""
    if text.find("记者", start, end) < 0 and text.find("通讯员", start, end) < 0:
        return None
    found = _BYLINE.search(text, start, end)
    return found.start(1) if found else None


_BYLINE = re.compile(
    r"[^\s，。；：、]{5,40}(\s+)[（(]?(?:本报|见习|实习|特约)*(?:记者|"
    r"通讯员)[\s　/／:：]?[^\W\d_]{2,4}(?:[\s　、][^\W\d_]{2,4}){0,3}[)）]?(?=\s*$)"
)
