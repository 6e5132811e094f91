"""See what a page does with its paragraphs, by a first reading of it.

Whether first lines are set in or two ems short, whether a blank line stands before them or behind
them, how often a line that ends with a stop goes on: the first reading tells it of the lines of
which it is sure, and the second reads all others by it. Counted over the lines near by, where
there are enough of them, since a page may be set in several ways; else over the whole page.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.near import Key

Way = tuple[str, ...]
"""Classes of shares, in the order of the first places of the group ``manner``."""
REACH = 30
"""Lines on each side that are counted."""
STRIDE = 5
FEW = 2.5
"""Lines, by their probabilities, from which on a share is told."""
_STEPS = (0.04, 0.15, 0.35, 0.65, 0.88)
UNKNOWN: Way = ("?",) * 7
"""What is told of a page that was not read yet."""
RETOLD = (-2, -1)
"""The groups that a second reading tells otherwise: of the line end above a line, and below."""
_COLUMN = frozenset("fiso")
_STOPS = frozenset("s!")


def retold(seams: Sequence[Key], shares: Sequence[Sequence[float]]) -> list[Key]:
    """Give what is seen at each line end with what is done round it before it.

    `seams` has the line end above each line, and the one below the last; `shares` are of the
    first reading.
    """
    ways = _ways(_counts(seams[:-1], shares))
    return list(map(add, [*ways, ways[-1]], seams))


_Counts = list[tuple[list[float], list[float]]]


def _counts(seams: Sequence[Key], shares: Sequence[Sequence[float]]) -> _Counts:
    """Add up from the first line on, of each kind, how many there are and how many do it.

    `seams` tell of the line end above each line.
    """
    found: list[tuple[float, ...]] = []
    headed, opened = 1.0, 0.0  # nothing can stand before the first line
    for (end, reach, inset, blanks, *_), share in zip(seams, shares, strict=True):
        many, middle, last, single, kicker, title, subtitle = share[: State.SUBTITLE + 1]
        first, inside = many + single, middle + last
        head = kicker + title + subtitle + share[State.SUBHEAD]
        blank = blanks not in "0^"
        column = many if reach in _COLUMN else 0.0
        behind = inside * opened
        below, begun = first * (1.0 - headed), head * (1.0 - headed)
        stop = end in _STOPS
        found.append(
            (
                column, column * (reach == "i"), first, first * (inset == "1"),
                below, below * blank, behind, behind * blank,
                inside - behind, (inside - behind) * blank,
                (first + inside) * stop, inside * stop, begun, begun * blank,
            )
        )  # fmt: skip
        headed, opened = head, many
    sums = [[0.0, *accumulate(column)] for column in zip(*found, strict=True)]
    return list(zip(sums[::2], sums[1::2], strict=True))


def _ways(counts: _Counts) -> list[Way]:
    """Class the shares round each line; `STRIDE` lines one after another have the same."""
    overall = [_share(part[-1], whole[-1]) for whole, part in counts]
    size = len(counts[0][0]) - 1
    ways: list[Way] = []
    for at in range(0, size, STRIDE):
        low, high = max(0, at - REACH), min(size, at + STRIDE + REACH)
        way = []
        for (whole, part), usual in zip(counts, overall, strict=True):
            many = whole[high] - whole[low]
            way.append(usual if many < FEW else _share(part[high] - part[low], many))
        ways += [tuple(way)] * STRIDE
    return ways[:size]


def _share(part: float, whole: float) -> str:
    return "?" if whole < FEW else str(bisect_right(_STEPS, part / whole))
