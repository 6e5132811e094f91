"""Printed lines that a program gave in pieces, put together again before the page is read.

A PDF program may begin a new line behind each mark that was set narrower than it is (`统计显示，`
and `上`): where marks were squeezed to justify a column it gives pieces that end with a comma and
are far shorter than the column, but as wide as it together. Only pages that show this are
looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.text.features import EDGE, STOPS, Unit
from reader.text.widths import Width, columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_SENT = re.compile("[（(【]?[下上紧緊][转轉接]")
"""What sends to another page, and no line goes on with."""
MARKS = frozenset("，、。；：！？”’）》」』】·…,;:“‘（《「『【(")
"""Marks behind which a printed line is broken, or before which it is."""
GOING_ON = frozenset("，、,“‘（《「『【(")
"""Marks with which no short line ends by itself."""
_WORDS = re.compile(r"[^\W\d_a-zA-Z]{3}")
"""What cells of tables mostly have none of."""
MOST = 9
"""Pieces of one printed line, at most."""
FEWEST = 5
"""Pieces that end with such a mark, at least, of a page that is looked at."""
SHARE = 0.5
"""How many of them, at least, must be parts of lines as wide as their column."""
WHOLE = 0.05
"""How many lines as wide as a column must have come whole, at least, to one that came in pieces."""
FULL = 0.8
"""Ems by which a line may be narrower than its column, or wider, and be full."""
SHORT = 2.0
"""Ems that a piece lacks at least."""
INDENT = 2.0
"""Ems by which a first line is narrower."""
_WHOLE, _FIRST, _REST = (1.0, 0.5), (0.8, -0.2), (0.4, -1.0)
"""What each break inside a full line is worth, inside one that is set in, or one that ends short:
behind a mark that goes on, and behind one that may end a paragraph."""
_NEVER = -100.0
_LEFT = -0.6
"""What a short line is worth that ends with a mark that goes on."""


def whole_lines(units: list[Unit], parted: Collection[int] = ()) -> list[Unit]:
    """Put pieces of printed lines together, if the page has such.

    `units` are in the order of the page. A unit whose end is in `parted` (code points of the page)
    is the last of its line. Linear in the number of units.
    """
    breaks = [_break(units, at, parted) for at in range(len(units))]
    # Most pages have too few such ends, wherever their columns stand.
    ends = Counter([one for one, unit in zip(breaks, units, strict=True) if _goes_on(one, unit)])
    if max(ends.values(), default=0) < FEWEST:
        return units
    pieces = _Pieces(units, breaks)
    kinds = Counter(breaks[at] for at in range(len(units)) if pieces.left(at))
    kept = [one if one and kinds[one] >= FEWEST else None for one in breaks]
    if not any(kept):
        return units
    begins = (pieces if kept == breaks else _Pieces(units, kept)).lines()
    return units if begins is None else [_fused(units[one:two]) for one, two in begins]


def _break(units: Sequence[Unit], at: int, parted: Collection[int]) -> str | None:
    """Tell at what a printed line may have been broken behind a unit: a mark, or a number."""
    if at + 1 == len(units):
        return None
    here, below = units[at], units[at + 1]
    last, first = here.tail[-1], below.text[0]
    if last in MARKS or first in MARKS:
        cut = "mark"
    elif last.isascii() != first.isascii() and _at_number(here, below):
        cut = "number"
    else:
        return None
    if below.blanks or below.lead >= 1 or here.number == below.number or here.end in parted:
        return None
    return None if _SENT.search(here.text) or _SENT.match(below.text) else cut


def _at_number(here: Unit, below: Unit) -> bool:
    """Tell whether what stands round a line end is running text with a number or a Latin word."""
    if not (here.tail[-1].isalnum() and below.text[0].isalnum()):
        return False
    return bool(_WORDS.search(here.text) or _WORDS.search(below.text))


def _columns(units: Sequence[Unit], breaks: Sequence[str | None]) -> list[float | None]:
    """Give the widths of the columns in which the units stand.

    What stands between two ends that no mark explains is a printed line mostly, and votes as one.
    """
    sums: list[Width] = []
    turns: list[int] = []
    goes_on = False
    for unit, cut in zip(units, breaks, strict=True):
        if goes_on:
            sums[-1].low += unit.width.low
            sums[-1].high += unit.width.high
        else:
            sums.append(Width(unit.width.low, unit.width.high))
        turns.append(len(sums) - 1)
        goes_on = cut is not None
    wide = columns(sums)
    return [wide[turn] for turn in turns]


def _goes_on(cut: str | None, unit: Unit) -> bool:
    """Tell whether a unit ends in what goes on, at a place where a line may be broken."""
    return cut == "number" or (cut is not None and unit.tail[-1] in GOING_ON)


class _Line(NamedTuple):
    """What may be a printed line: its units, its width, that of its widest piece, its breaks.

    Of the breaks are told how many stand behind what may end a paragraph, how many do not, and how
    many behind pieces that are left without it.
    """

    begin: int
    end: int
    low: float
    high: float
    widest: float
    stops: int
    pauses: int
    lefts: int

    def fits(self, ems: float) -> bool:
        """Tell whether it is so wide."""
        return self.low - FULL <= ems <= self.high + FULL

    def sum(self, each: tuple[float, float]) -> float:
        """Give what its breaks are worth together."""
        return self.pauses * each[0] + self.stops * each[1]


class _Pieces:
    """Units that may be pieces of printed lines, where lines may break, and their columns."""

    def __init__(self, units: Sequence[Unit], breaks: Sequence[str | None]) -> None:
        self.units, self.breaks = units, breaks
        self.wide = _columns(units, breaks)

    def left(self, at: int) -> bool:
        """Tell whether a unit is far too short for its column and ends in what goes on."""
        unit, column, cut = self.units[at], self.wide[at], self.breaks[at]
        if cut is None or column is None or unit.width.high >= column - SHORT:
            return False
        return _goes_on(cut, unit)

    def lines(self) -> list[tuple[int, int]] | None:
        """Give where the printed lines begin and end; None where the page has no pieces.

        The parting of the page that is worth most, by dynamic programming.
        """
        size = len(self.units)
        worth, begins, whole = [0.0], [0], [0]
        for end in range(1, size + 1):
            best, begin, full = worth[-1] + self._alone(end - 1), end - 1, whole[-1]
            for line in self._ending(end):
                one, is_whole = self._worth(line)
                if worth[line.begin] + one > best:
                    best, begin = worth[line.begin] + one, line.begin
                    full = whole[begin] + line.lefts * is_whole
            worth.append(best)
            begins.append(begin)
            whole.append(full)
        if whole[size] < SHARE * sum(map(self.left, range(size))):
            return None
        found: list[tuple[int, int]] = []
        end = size
        while end:
            found.append((begins[end], end))
            end = begins[end]
        return self._trusted(found[::-1])

    def _trusted(self, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Leave pieces apart in columns in which too few lines of that width came whole.

        Lines of verse that end with marks are as wide together as those of the next stanza, and
        none is so wide alone.
        """
        torn = Counter(self._column(begin) for begin, end in lines if end > begin + 1)
        full = Counter(
            self._column(one) for one, end in lines if end == one + 1 and self._is_full(one)
        )
        found: list[tuple[int, int]] = []
        for begin, end in lines:
            column = self._column(begin)
            if end == begin + 1 or full[column] >= WHOLE * torn[column]:
                found.append((begin, end))
            else:
                found += [(at, at + 1) for at in range(begin, end)]
        return found

    def _column(self, at: int) -> int | None:
        """Give the column of a unit in whole ems: near by it may be told half an em narrower."""
        column = self.wide[at]
        return None if column is None else round(column)

    def _is_full(self, at: int) -> bool:
        width, column = self.units[at].width, self.wide[at]
        return column is not None and width.low - FULL <= column <= width.high + FULL

    def _ending(self, end: int) -> Iterator[_Line]:
        """Give the lines of two pieces and more that may end before the unit `end`."""
        last = self.units[end - 1].width
        line = _Line(end - 1, end, last.low, last.high, last.high, 0, 0, 0)
        for begin in range(end - 2, max(-1, end - MOST - 1), -1):
            unit, column = self.units[begin], self.wide[begin]
            line = _Line(
                begin, end, line.low + unit.width.low, line.high + unit.width.high,
                max(line.widest, unit.width.high), line.stops + (unit.ends in STOPS),
                line.pauses + (unit.ends not in STOPS), line.lefts + self.left(begin),
            )  # fmt: skip
            if not self.breaks[begin] or column is None or line.low > column + FULL:
                return
            yield line

    def _alone(self, at: int) -> float:
        return _LEFT if self.left(at) else 0.0

    def _worth(self, line: _Line) -> tuple[float, bool]:
        """Say what a line of several pieces is worth, and whether it is full."""
        column = self.wide[line.begin] or 0.0
        if line.stops and line.widest >= column - SHORT:  # a paragraph's end above a first line
            return _NEVER, False
        if line.fits(column):
            return line.sum(_WHOLE), True
        above = self.units[line.begin - 1] if line.begin else None
        if line.fits(column - INDENT) and (above is None or above.ends in STOPS):
            return line.sum(_FIRST), True
        return line.sum(_REST) + self._alone(line.end - 1), False


def _fused(pieces: Sequence[Unit]) -> Unit:
    """Make one unit of the pieces of a printed line."""
    first, last = pieces[0], pieces[-1]
    if first is last:
        return first
    text = "".join([piece.text for piece in pieces])
    width = Width(sum(piece.width.low for piece in pieces), sum(p.width.high for p in pieces))
    return Unit(
        first.number, first.start, last.end, text, text[-EDGE:], width, first.blanks, first.lead,
        last.ends, first.starts, sum(p.commas for p in pieces), sum(p.stops for p in pieces),
        tuple((one.end, two.start, two.number) for one, two in pairwise(pieces)),
    )  # fmt: skip
