"""Know which characters stand side by side in a text.

Names and words of a page's own are in no dictionary, but they come again: two characters on both
sides of a line end that stand together elsewhere on the page speak for going on.
"""

from __future__ import annotations

import sys
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BIG = sys.byteorder == "big"
_WIDE = "utf-32-be" if _BIG else "utf-32-le"
_CHARACTER, _PAIR = 4, 8
"""Bytes of a character, and of two, as Python can read them as one number."""
_SHORT = 8000
"""Characters of a text up to which three in a row are looked for in the text itself."""


class Standing:
    """The pairs of characters that stand side by side in a text.

    They are kept as numbers, of which making and looking up takes a fifth of the time that
    strings would take.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs = set(pair_codes(text))
        self._threes: set[str] | None = None

    def pair(self, left: str, right: str) -> bool:
        """Tell whether two characters stand side by side."""
        return self.pairs(left, right)[0]

    def pairs(self, lefts: Iterable[str], rights: Iterable[str]) -> list[bool]:
        """Tell of characters and others in turn whether they stand side by side."""
        firsts, seconds = (rights, lefts) if _BIG else (lefts, rights)
        codes = zip(map(ord, firsts), map(ord, seconds), strict=False)
        return [first | second << 32 in self._pairs for first, second in codes]

    def three(self, text: str) -> bool:
        """Tell whether a text of two or three characters is in the text."""
        if len(text) < 3:
            return self.pair(*text)
        if len(self._text) <= _SHORT:
            return text in self._text
        if self._threes is None:
            pairs = map(add, self._text, self._text[1:])
            self._threes = set(map(add, pairs, self._text[2:]))
        return text in self._threes


def pair_codes(text: str) -> list[int]:
    """Give each two neighbouring characters of a text as one number; not in their order."""
    codes = text.encode(_WIDE, "surrogatepass")
    return _numbers(codes) + _numbers(codes[_CHARACTER:])


def _numbers(codes: bytes) -> list[int]:
    """Read bytes as numbers of two characters each; a character left over is none."""
    return memoryview(codes[: len(codes) // _PAIR * _PAIR]).cast("Q").tolist()
