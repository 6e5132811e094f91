"""Read columns that a program printed side by side on the same lines, one after the other."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.features import Unit

APART = 3
"""Lines with one cell that may stand between two rows of several."""
ROWS = 3
"""Rows from which on the columns are put in order by where their cells stand."""

MOST = 60
"""Cells of a row, at most, that are columns: no printed page has so many side by side."""
IN = 6.0
"""Ems of blanks at a line's head that tell of columns left of it."""

_Row = list[int]


def side_by_side(units: Sequence[Unit]) -> tuple[list[int], bool]:
    """Give the places of the units, of rows of several cells column by column.

    Also tells whether the page is laid out as it looks, with blanks at the heads of lines that
    say where they stand.
    """
    numbers = [unit.number for unit in units]
    if len(set(numbers)) == len(numbers):
        return list(range(len(units))), False
    rows = [list(row) for _, row in groupby(range(len(units)), key=numbers.__getitem__)]
    several = sum(len(row) > 1 for row in rows)
    laid = several >= ROWS and sum(units[row[0]].lead >= IN for row in rows) >= 2
    breaks = [units[row[0]].blanks > 0 for row in rows] if laid else None
    order: list[int] = []
    at = 0
    while at < len(rows):
        end = _block(rows, at, breaks)
        if breaks is None:
            end = _longer(rows, at, end, units)
        block = rows[at:end]
        many = sum(len(row) > 1 for row in block)
        if many >= (ROWS if not laid else 1) and max(map(len, block)) <= MOST:
            order += _by_columns(block, units)
        else:
            order += [one for row in block for one in row]
        at = end
    return order, laid


def _block(rows: Sequence[_Row], begin: int, breaks: Sequence[bool] | None) -> int:
    """Find the end of the rows that belong together from a row on.

    `breaks` tells of a page laid out as it looks which rows stand below a blank line.
    """
    end = begin + 1
    if breaks is not None:
        while end < len(rows) and not breaks[end]:
            end += 1
        return end
    if len(rows[begin]) == 1:
        return end
    for at in range(begin + 1, len(rows)):
        if len(rows[at]) > 1:
            end = at + 1
        elif at - end >= APART:
            break
    return end


def _longer(rows: Sequence[_Row], begin: int, end: int, units: Sequence[Unit]) -> int:
    """Find where the left column ends, of rows of which it may be longer than those beside it.

    Below them it stands alone: lines of running text no wider than it, without a blank line.
    """
    several = [units[row[0]].width.low for row in rows[begin:end] if len(row) > 1]
    if len(several) < ROWS or end == len(rows):
        return end
    full = max(several)
    if units[rows[end][0]].width.high < _RUNS * full:
        return end
    while end < len(rows) and len(rows[end]) == 1:
        unit = units[rows[end][0]]
        if unit.blanks or unit.lead >= IN or unit.width.low > full + 1:
            break
        end += 1
    return end


_RUNS = 0.8
"""Part of a column's width that a line of running text in it has at least."""


def _by_columns(rows: Sequence[_Row], units: Sequence[Unit]) -> list[int]:
    """Read rows column by column: each cell goes to the column that begins nearest to it.

    A Chinese character may stand for one blank or for two: what fits better counts.
    """
    ways = []
    for count, close in ((_characters, 4.0), (_ems, 4.0)):
        places = [_starts(row, units, count) for row in rows]
        means = _columns(places, close)
        found = [_dealt(starts, means) for starts in places]
        cost = sum(cost for cost, _ in found) / max(1.0, means[-1] - means[0])
        ways.append((len(means), cost, [columns for _, columns in found]))
    size, _, columns = min(ways)
    dealt: list[list[int]] = [[] for _ in range(size)]
    for row, places_of in zip(rows, columns, strict=True):
        for one, column in zip(row, places_of, strict=True):
            dealt[column].append(one)
    return [one for column in dealt for one in column]


def _columns(places: Sequence[Sequence[float]], close: float) -> list[float]:
    """Find where the columns of some rows begin: where many cells do, close to one another."""
    starts = sorted(start for row in places for start in row)
    groups = [[starts[0]]]
    for before, start in pairwise(starts):
        if start - before > close:
            groups.append([])
        groups[-1].append(start)
    few = max(2, len(places) // 12)
    kept = [group for group in groups if len(group) >= few] or groups
    most = max(len(row) for row in places)
    while len(kept) < most:
        # The widest group holds the cells of two columns.
        wide = max(kept, key=lambda group: group[-1] - group[0])
        where = max(range(1, len(wide)), key=lambda at: wide[at] - wide[at - 1], default=0)
        if not where:
            kept = [[float(at)] for at in range(most)]
            break
        kept[kept.index(wide) : kept.index(wide) + 1] = [wide[:where], wide[where:]]
    return [sum(group) / len(group) for group in kept]


def _dealt(starts: Sequence[float], means: Sequence[float]) -> tuple[float, list[int]]:
    """Give the columns of the cells of a row, from left to right, each further right.

    Also how far the cells stand from where their columns begin.
    """
    cells = len(starts)
    slack = len(means) - cells
    # Of a cell in a column, what it costs with those before it, and the column of the one before.
    ways: list[list[tuple[float, int]]] = []
    for number, start in enumerate(starts):
        least = (0.0, -1) if not ways else (inf, -1)
        here: list[tuple[float, int]] = []
        for column in range(number, number + slack + 1):
            if ways:
                least = min(least, (ways[-1][column - number][0], column - 1))
            here.append((least[0] + abs(means[column] - start), least[1]))
        ways.append(here)
    cost, column = min((cost, at) for at, (cost, _) in enumerate(ways[-1], cells - 1))
    path: list[int] = []
    for number in range(cells - 1, -1, -1):
        path.append(column)
        column = ways[number][column - number][1]
    return cost, path[::-1]


def _starts(row: _Row, units: Sequence[Unit], count: Callable[[Unit], float]) -> list[float]:
    """Give where the cells of a row begin."""
    found: list[float] = []
    at = 0.0
    for one in row:
        at += 2 * units[one].lead
        found.append(at)
        at += count(units[one])
    return found


def _characters(unit: Unit) -> float:
    return unit.end - unit.start


def _ems(unit: Unit) -> float:
    return unit.width.low + unit.width.high
