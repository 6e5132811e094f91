"""Measure lines in ems and find how wide the column is in which a line stands.

A Chinese character is one em, an ASCII character half of one. Punctuation may be squeezed to half
an em or hang over the edge, so that the width of a line is an interval. The width of a column
is the value that most lines near by can have; it may change inside a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 10
"""Lines on each side that vote for the width of the column."""
WIDEST = 48.0
"""Ems; lines wider than this are never taken as hard-wrapped."""
_LONG = 400
_SQUEEZED = re.compile("[，。、；：？！“”‘’（）《》【】「」『』〈〉·—…]")
_TOKEN = re.compile(
    r"[“‘「『（《【〈(]*(?:[0-9.,%]+|[A-Za-z0-9'\-]+|.)[，。、；：？！”’」』）》】〉,.;:?!)%％]*",
    re.S,
)


@dataclass(slots=True)
class Width:
    """The width of a line in ems, at least and at most."""

    low: float
    high: float


def measure(text: str) -> Width:
    """Measure a line; `text` has no white space at its ends."""
    narrow = len(text.encode("ascii", "ignore"))
    full = len(text) - narrow + narrow * 0.5
    if len(text) > _LONG:
        return Width(full, full)
    spaces = text.count(" ")
    squeezed = len(_SQUEEZED.findall(text))
    low = full - 0.5 * min(squeezed, 4) - 0.5 * spaces
    return Width(low, full + 0.25 * (narrow > 0))


def first_token(head: str) -> float:
    """Give the width in ems of what cannot be parted at the beginning of a line."""
    found = _TOKEN.match(head)
    return measure(found.group()).high if found else 1.0


def columns(widths: Sequence[Width], reach: int = REACH) -> list[float | None]:
    """Give for each line the width in ems of the column in which it stands.

    None where the lines near by have no common width. Each line votes for every half em that it
    can have; the width with most votes among `reach` lines on each side counts, when at least
    three lines in ten can have it. Linear in the number of lines.
    """
    cells = [_cells(width) for width in widths]
    none = range(0)
    edge = [none] * (reach + 1)
    votes: dict[int, int] = {}
    found: list[float | None] = []
    most, best, turned = 0, 0, False
    for at, (coming, going) in enumerate(
        zip([*cells, *edge[1:]], [*edge, *edge[1:], *cells], strict=False), -reach
    ):
        # Most lines are as wide as the one that they take the place of: nothing changes then.
        if coming != going:
            _cast(votes, coming, going)
            turned = True
        if at >= 0:
            if turned:
                most, best = _elect(votes)
                turned = False
            voters = min(len(cells), at + reach + 1) - max(0, at - reach)
            found.append(best / 2 if most >= max(3, voters * 0.3) else None)
    return found


def _cast(votes: dict[int, int], coming: range, going: range) -> None:
    """Count the votes of a line that comes, and no more those of one that goes."""
    for cell in coming:
        votes[cell] = votes.get(cell, 0) + 1
    for cell in going:
        if votes[cell] == 1:
            del votes[cell]
        else:
            votes[cell] -= 1


def _cells(width: Width) -> range:
    """Give the half ems that a line can have; none for one that is too wide or too narrow."""
    if width.low > WIDEST or width.high < 5:
        return range(0)
    return range(round(width.low * 2), round(width.high * 2) + 1)


def _elect(votes: dict[int, int]) -> tuple[int, int]:
    """Give the most votes that a width has, and the width in half ems."""
    # Of two widths with the same votes the wider one is the column: lines can be short, but not
    # long.
    most = max(votes.values(), default=0)
    best = max([cell for cell, many in votes.items() if many == most], default=0)
    while votes.get(best + 1, 0) >= most * 0.85 > 0:
        best += 1
    return most, best


WIDTH_CLASSES = ("over", "full", "indent", "short", "tiny", "brief", "middling", "long")
"""Against a column: wider, as wide, two ems short, shorter; without one: by ems (8, 20, 40)."""


_UNCOLUMNED = ((8, "tiny"), (20, "brief"), (40, "middling"))


def width_class(width: Width, column: float | None, following: str | None) -> str:
    """Put a line in one of `WIDTH_CLASSES`; `following` is the next line, None where is none."""
    if column is None:
        return next((name for most, name in _UNCOLUMNED if width.high <= most), "long")
    if width.low > column + 1.1:
        return "over"
    lacks = column - width.high
    if lacks < 0.8 or (lacks < 4 and _no_room(lacks, following)):
        return "full"
    if lacks <= 2.8 and column - width.low >= 1.4:
        return "indent"
    return "short"


def _no_room(lacks: float, following: str | None) -> bool:
    """Tell whether the next line's first token did not fit in what a line lacks."""
    return following is None or first_token(following) > lacks + 0.4
