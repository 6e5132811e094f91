"""Tell how much the text above and below a place of a page have in common.

Text goes on below a subhead and begins anew below a headline: names and things that were spoken
of are spoken of again, or are not (after Hearst's TextTiling, 1997, with pairs of characters in
place of words). A pair that stands in many blocks of the page says little.
"""

from __future__ import annotations

import re
from collections import Counter
from math import fsum
from operator import add
from statistics import median
from typing import TYPE_CHECKING

from reader.text.faces import HEADS, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from reader.text.faces import Face

_LEAST = 8
"""Characters from which on a block of running text has words that count."""
_MOST = 120
"""Characters of a block that are looked at."""
_ABOVE, _BELOW = 3, 2
"""Blocks of text above and below that are looked at."""
_REACH = 9
"""Blocks within which they are looked for."""
_FEWEST = 20
"""Pairs of a side with fewer of which nothing is told."""
_runs = re.compile("[\u4e00-\u9fff]{2,}").findall
_OFTEN = 6
"""Blocks of a page from which on a pair that stands in so many says nothing."""

Common = tuple["Sequence[float | None]", float]
"""A share for each block, and what is usual."""


def shared(seen: Sequence[Face]) -> Common:
    """Give for each block the share of words that the text above has of the text from it on.

    Of a short block the text below it counts, of running text the block itself. None where there
    is too little text on one side. The second is what is usual between paragraphs of the page.
    """
    words = [_pairs(one) for one in seen]
    counts = Counter([pair for some in words for pair in some])
    weight = {pair: 1.0 / (count - 1) for pair, count in counts.items() if 1 < count < _OFTEN}
    known = weight.keys()
    sides = [(some & known, len(some)) for some in words]
    found = [_common(seen, sides, at, weight) for at in range(len(seen))]
    inner = [
        share
        for at, share in enumerate(found)
        if share is not None and at and seen[at].kind == seen[at - 1].kind == "p"
    ]
    return found, median(inner) if inner else 0.0


def _pairs(one: Face) -> frozenset[str]:
    if one.kind not in TEXT or one.size < _LEAST:
        return frozenset()
    return frozenset([pair for run in _runs(one.text[:_MOST]) for pair in map(add, run, run[1:])])


Side = tuple["Set[str]", int]
"""Words of a block of text that stand in a few others, too, and how many words it has in all."""


def _common(
    seen: Sequence[Face], sides: Sequence[Side], at: int, weight: dict[str, float]
) -> float | None:
    start = at + 1 if seen[at].short else at
    above, up = _gathered(seen, sides, range(at - 1, max(-1, at - 1 - _REACH), -1), _ABOVE)
    if up < _FEWEST:
        return None
    below, down = _gathered(seen, sides, range(start, min(len(seen), start + _REACH)), _BELOW)
    if down < _FEWEST:
        return None
    return fsum([weight[pair] for pair in above & below]) / min(up, down)


def _gathered(
    seen: Sequence[Face], sides: Sequence[Side], places: Iterable[int], most: int
) -> tuple[set[str], int]:
    """Gather the words of the first blocks of text that come, up to a headline behind them."""
    found: set[str] = set()
    size = many = 0
    for place in places:
        words, whole = sides[place]
        if whole:
            found |= words
            size += whole
            many += 1
            if many == most:
                break
        elif many and seen[place].kind in HEADS:
            break
    return found, size
