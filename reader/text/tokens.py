"""Cut text into the tokens of the index, one a character, and find texts in it exactly.

The index is SQLite's FTS5 with its tokenizer ``ascii``, which takes every code point beyond
ASCII for part of a token and folds the case of ASCII letters. So characters beyond ASCII,
digits and small letters stand for themselves, and any other of ASCII is written ``x41``. A
phrase of tokens is then an exact substring. A line end inside verse is no token.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category

from reader.text.lines import LINE_END_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BREAK = "xx"
"""A token that stands for no character: no phrase goes across it."""

_FROM_LINE_END = re.compile(rf"[{''.join(sorted(LINE_END_CHARACTERS))}]\s*")
_ASCII = {chr(c): f"x{c:02x}" for c in range(128)}
for _plain in "0123456789abcdefghijklmnopqrstuvwxyz":
    del _ASCII[_plain]
_TOLD_APART = re.compile("[\x00-/:-`{-\x7f]")
"""What does not stand for itself: ASCII but for digits and small letters."""


def tokens(text: str) -> str:
    """Give the tokens of a text, divided by blanks, as the index is fed."""
    if not _TOLD_APART.search(text):
        return " ".join(text)
    told = _ASCII.get
    return " ".join([told(c, c) for c in text if c != "\n"])


def phrase(needle: str) -> str | None:
    """Give the index's query for a text; None when no library can hold it.

    That is an empty text, or one with half a surrogate pair, which is no UTF-8.
    """
    told = tokens(needle)
    if not told or any("\ud800" <= c <= "\udfff" for c in needle):
        return None
    return f'"{told}"'


@dataclass(frozen=True, slots=True)
class Flat:
    """A text with some spans taken out, that knows where each character stood.

    `cuts` are the positions in `text` behind which something was taken out, `shifts` how much
    altogether, and `resumed` where the whole text goes on there; they begin with 0, 0 or what
    was taken at the head.
    """

    text: str
    cuts: Sequence[int]
    shifts: Sequence[int]
    resumed: Sequence[int]

    def origin(self, at: int) -> int:
        """Give where the character at `at` of the flat text stands in the whole text."""
        return at + self.shifts[bisect_right(self.cuts, at) - 1]

    def place(self, origin: int) -> int:
        """Give the place in the flat text of the first character at or behind `origin`."""
        low = max(0, bisect_right(self.resumed, origin) - 1)
        here = max(0, origin - self.shifts[low])
        return min(here, self.cuts[low + 1]) if low + 1 < len(self.cuts) else here


def without(text: str, spans: Sequence[tuple[int, int]]) -> Flat:
    """Take spans out of a text; they come in order and do not overlap."""
    parts: list[str] = []
    cuts, shifts = [0], [0]
    at = length = 0
    for start, end in spans:
        parts.append(text[at:start])
        length += start - at
        if length == cuts[-1]:
            shifts[-1] += end - start
        else:
            cuts.append(length)
            shifts.append(shifts[-1] + end - start)
        at = end
    parts.append(text[at:])
    resumed = [cut + shift for cut, shift in zip(cuts, shifts, strict=True)]
    return Flat("".join(parts), cuts, shifts, resumed)


def stream(text: str) -> Flat:
    """Give a page's text as it was received, without the runs that hold a line end."""
    return without(text, list(_runs_with_a_line_end(text)))


def _runs_with_a_line_end(text: str) -> Iterator[tuple[int, int]]:
    before = 0
    for match in _FROM_LINE_END.finditer(text):
        start = match.start()
        while start > before and text[start - 1].isspace():
            start -= 1
        before = match.end()
        yield start, before


def occurrences(text: str, needle: str, *, low: int = 0, high: int | None = None) -> list[int]:
    """Give where `needle` begins in ``text[low:high]``, places that overlap too."""
    found = []
    at = text.find(needle, low, high) if needle else -1
    while at >= 0:
        found.append(at)
        at = text.find(needle, at + 1, high)
    return found


def spans_of(text: str, needle: str) -> list[tuple[int, int]]:
    """Give the span of each place where a needle occurs in a block's text, over line ends."""
    if "\n" not in text:
        size = len(needle)
        return [(at, at + size) for at in occurrences(text, needle)]
    flat = _unlined(text)
    return [
        (flat.origin(at), flat.origin(at + len(needle) - 1) + 1)
        for at in occurrences(flat.text, needle)
    ]


@lru_cache(maxsize=8)
def _unlined(text: str) -> Flat:
    return without(text, [(at, at + 1) for at in occurrences(text, "\n")])


def around(text: str, start: int, end: int, size: int = 20) -> tuple[str, str]:
    """Give about `size` characters before and behind a span, cut at whole characters.

    A base and what combines with it (accents, joiners, variation selectors) stay together.
    """
    low = max(0, start - size)
    while 0 < low < start and _inside(text, low):
        low -= 1
    high = min(len(text), end + size)
    while end < high < len(text) and _inside(text, high):
        high += 1
    return text[low:start], text[end:high]


def _inside(text: str, at: int) -> bool:
    """Tell whether a cut at `at` goes through what is one character to a reader."""
    return category(text[at]).startswith("M") or "\u200d" in text[at - 1 : at + 1]
