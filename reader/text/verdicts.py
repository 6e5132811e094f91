"""Decode a page under what people decided, so that agreeing with the engine changes nothing.

Decoded under all verdicts, one that only agrees could still turn another line end: the likeliest
reading that holds it need not be the one that it was taken from. So only those verdicts move the
reading that it does not hold by itself.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.decoder import Decoded, Scores, Steps, decode
from reader.text.states import keeps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def decode_under(said: Sequence[Scores], steps: Steps, fixed: Mapping[int, bool]) -> Decoded:
    """Find the best reading of a page under verdicts, and how sure each line and line end is.

    `fixed` maps a line end (the place of the line above) to whether the block goes on there: it is
    always obeyed. What agrees with the reading may only make the rest of it surer.
    """
    found = decode(said, steps)
    asked: dict[int, bool] = {}
    while against := _against(found, fixed):
        asked |= against
        found = decode(said, steps, asked)
    if len(asked) == len(fixed):
        return found
    return _surer(found, decode(said, steps, fixed))


def _against(found: Decoded, fixed: Mapping[int, bool]) -> dict[int, bool]:
    """Give the verdicts that a reading does not hold."""
    if not fixed:
        return {}
    goes_on = [keeps(above, below) for above, below in pairwise(found.path)]
    return {at: keep for at, keep in fixed.items() if at < len(goes_on) and goes_on[at] != keep}


def _surer(found: Decoded, told: Decoded) -> Decoded:
    """Give a reading with the greater of two probabilities at each line and line end of it."""
    shares = tuple(
        one if one[state] >= other[state] else other
        for state, one, other in zip(found.path, found.shares, told.shares, strict=True)
    )
    kept = tuple(
        max(one, other) if keeps(above, below) else min(one, other)
        for (above, below), one, other in zip(
            pairwise(found.path), found.keeps, told.keeps, strict=True
        )
    )
    return Decoded(found.path, shares, kept)
