"""Find the text of a page that speaks of what a short line says, wherever it stands.

A program that gives frames in the order of the file may write all headlines first or last, with
furniture among them: what tells them apart is that some text of the page repeats a headline's
words. Pairs of characters that many blocks have say little.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from operator import add
from typing import TYPE_CHECKING

from reader.text.faces import HEADS, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.faces import Face
    from reader.text.near import Key

_OFTEN = 6
"""Blocks of text from which on a pair that stands in so many says nothing."""
_MOST = 160
"""Characters of a block of text that are looked at."""
_LEAST = 16
"""Characters from which on a block of text may be what a headline is about."""
_SHARES = (0.04, 0.1, 0.18, 0.27, 0.38, 0.5, 0.65)
_NEAR, _HEADS_ABOVE = 4, 3
_WINDOW = 8
"""Lines that are looked at together."""
_BEGINNING = 120
"""Characters of a line that are looked at."""
_FREQUENT = 9
"""Lines from which on a pair that stands in so many others says nothing."""
_WHOLE = 840
"""Parts into which what a pair says is divided: a whole number for up to eight places, so that it
does not matter in which order they are added."""
NONE = ("-", "-", "-")
"""What is told of a block that is no short line, or of a page without text."""


def of_blocks(seen: Sequence[Face]) -> list[Key]:
    """Tell for each block how much of it the text that is most like it repeats, and where.

    Three classes: the share of its pairs of characters, each worth the less the more blocks have
    it; whether that text stands just below (`n`), further below (`b`), just above (`u`) or further
    above (`a`); whether other headlines stand above that text: at once (`h`), behind text (`H`).
    """
    where: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(seen):
        if one.kind in TEXT and one.size >= _LEAST:
            for pair in _pairs(one.text[:_MOST]):
                where[pair].append(at)
    return [_best(seen, at, where) if one.short else NONE for at, one in enumerate(seen)]


def _best(seen: Sequence[Face], at: int, where: dict[str, list[int]]) -> Key:
    pairs = _pairs(seen[at].text)
    if not pairs or not where:
        return NONE
    sums: defaultdict[int, int] = defaultdict(int)
    for pair in pairs:
        places = where.get(pair, ())
        if 0 < len(places) < _OFTEN:
            for place in places:
                if place != at:
                    sums[place] += _WHOLE // len(places)
    if not sums:
        return ("0", "-", "-")
    best = max(sums, key=lambda place: (sums[place], -abs(place - at), place))
    share = bisect_right(_SHARES, sums[best] / (_WHOLE * len(pairs)))
    far = best - at
    side = "n" if 0 < far <= _NEAR else "b" if far > 0 else "a" if far < -_NEAR else "u"
    return (str(share), side, _headed(seen, best, at))


def _headed(seen: Sequence[Face], text: int, but: int) -> str:
    """Tell whether a headline other than `but` stands above a block of text, or above one more."""
    for step in range(1, _HEADS_ABOVE + 1):
        at = text - step
        if at < 0:
            break
        if at != but and seen[at].kind in HEADS:
            return "h" if step == 1 else "H"
    return "-"


def _pairs(text: str) -> set[str]:
    bare = "".join(text.split())
    return set(map(add, bare, bare[1:]))


def of_lines(texts: Sequence[str], heads: Sequence[bool]) -> tuple[list[str], list[str]]:
    """Tell for each line that may be a headline how much other lines repeat of it, and where.

    Two lists of classes: the share, as in `of_blocks`, with eight lines in place of a block; and
    whether those stand near (`n`), below (`b`) or above (`a`).
    """
    asked = [
        _pairs(text[:_BEGINNING]) if head else None for text, head in zip(texts, heads, strict=True)
    ]
    where: dict[str, list[int]] = {pair: [] for some in asked if some for pair in some}
    known = where.keys()
    for at, (text, mine) in enumerate(zip(texts, asked, strict=True)):
        begun = text[:_BEGINNING]
        for pair in known & set(map(add, begun, begun[1:])) if mine is None else mine:
            where[pair].append(at)
    told = [_window(at, some, where) if some else ("-", "-") for at, some in enumerate(asked)]
    return [share for share, _ in told], [side for _, side in told]


def _window(at: int, pairs: set[str], where: dict[str, list[int]]) -> tuple[str, str]:
    sums: defaultdict[int, int] = defaultdict(int)
    for pair in pairs:
        places = where[pair]
        others = len(places) - 1
        if 0 < others < _FREQUENT:
            for place in places:
                if place != at:
                    sums[place // _WINDOW] += _WHOLE // others
    if not sums:
        return "0", "-"
    mine = at // _WINDOW
    best = max(sums, key=lambda window: (sums[window], -abs(window - mine), window))
    share = bisect_right(_SHARES, sums[best] / (_WHOLE * len(pairs)))
    return str(share), "n" if abs(best - mine) <= 1 else "b" if best > mine else "a"
