"""Part lines on which a program printed columns side by side: find the gaps between the columns.

Couplets, tables, lists of names and slogans have gaps, too. Running text on both sides, over
several rows and at the same place, tells columns from them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reader.text import cues
from reader.text.widths import columns, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Line

_WIDE = re.compile(r"(?<=\S) {3,}(?=\u3000{0,2}\S)")
_THIN = re.compile(r"(?<=[^\s\x00-\x7f]) {1,2}(?=\S)")
_HANGS = "，。、；：？！”）》,"
_PAUSES = re.compile("[，。、；：？！,;]")
APART = 3
"""Lines that may stand between two rows of columns."""
MANY = 6
"""Rows that tell that all of a page is laid out so."""
FAR = 6
"""Spaces of a gap that parts a line alone among others."""
LEAST = 6.0
"""Ems of running text in a column, on the average, at least."""
FULL = 8.0
SHIFT = 3
"""Characters by which a column's lines begin further left or right."""
NARROW = 8.0
LONGEST = 400
"""Code points of a line that is looked at."""


class _Row(NamedTuple):
    """A line with wide gaps: its place among the lines, the starts of the gaps, and its pieces."""

    at: int
    gaps: list[re.Match[str]]
    pieces: list[str]


def parted(text: str, lines: Sequence[Line]) -> set[int]:
    """Give the starts of the runs of white space that part columns, in code points of the page."""
    cuts: set[int] = set()
    if cues.looks_apart(text):
        return cuts
    if "   " in text:
        for group in _groups(_rows(lines)):
            if _columns(group):
                cuts |= _cuts(group, lines)
    return cuts | _thin(lines)


def _cuts(group: Sequence[_Row], lines: Sequence[Line]) -> set[int]:
    """Give where rows are parted: at wide gaps; among many rows at one space at a column, too."""
    found: set[int] = set()
    raster = _Raster(group) if len(group) >= MANY else None
    for line in lines[group[0].at : group[-1].at + 1]:
        if len(line.text) > LONGEST:
            continue
        gaps = [each.span() for each in _WIDE.finditer(line.text)]
        if raster:
            gaps = raster.gaps(line.text, gaps)
        found.update([line.start + start for start, _ in gaps])
    return found


class _Raster:
    """Where the columns of many rows begin, and how wide they are."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        starts: Counter[int] = Counter()
        widths: Counter[int] = Counter()
        for row in rows:
            starts.update([gap.end() for gap in row.gaps])
            widths.update([round(measure(piece).high) for piece in row.pieces])
        few = max(3, len(rows) // 6)
        self._starts = {
            at
            for start in starts
            for at in range(start - SHIFT, start + SHIFT + 1)
            if sum([starts[near] for near in range(at - SHIFT, at + SHIFT + 1)]) >= few
        }
        self._widths = {
            width + by
            for width, count in widths.items()
            for by in (-1, 0, 1)
            if width >= NARROW and count >= few
        }

    def gaps(self, text: str, wide: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Give the wide gaps of a row, and the narrow ones that part columns."""
        found = set(wide)
        begins = [len(text) - len(text.lstrip()), *[end for _, end in wide]]
        ends = [*[start for start, _ in wide], len(text)]
        for begin, end in zip(begins, ends, strict=True):
            at = begin
            for gap in _THIN.finditer(text, begin, end):
                if gap.end() in self._starts and (
                    round(measure(text[at : gap.start()]).high) in self._widths
                ):
                    found.add(gap.span())
                    at = gap.end()
        return sorted(found)


def _rows(lines: Sequence[Line]) -> list[_Row]:
    found = []
    for at, line in enumerate(lines):
        if "   " in line.text and len(line.text) <= LONGEST:
            gaps = list(_WIDE.finditer(line.text))
            if gaps:
                found.append(_Row(at, gaps, _WIDE.split(line.text.strip())))
    return found


def _groups(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Put rows together that stand close to one another."""
    groups: list[list[_Row]] = []
    for row in rows:
        if groups and row.at - groups[-1][-1].at <= APART:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _columns(group: Sequence[_Row]) -> bool:
    """Tell whether rows are of columns of running text."""
    pieces = [piece for row in group for piece in row.pieces]
    sizes = [measure(piece).low for piece in pieces]
    pauses = sum([len(_PAUSES.findall(piece)) for piece in pieces])
    if len(group) == 1:
        gap = min(found.end() - found.start() for found in group[0].gaps)
        return gap >= FAR and min(sizes) >= 3 and max(sizes) >= FULL and pauses > 0
    return sum(sizes) / len(sizes) >= LEAST and pauses * 2 >= len(group)


# ---- one space between two columns


def _thin(lines: Sequence[Line]) -> set[int]:
    """Find rows, two and more in a row, whose left part is as wide as the lines round them."""
    filled = [line for line in lines if line.text and not line.text.isspace()]
    bare = [line.text.strip() for line in filled]
    sizes = sorted(map(len, bare))
    if not sizes or not any(_long(text, sizes[len(sizes) // 2]) for text in bare):
        return set()
    widths = [measure(text) for text in bare]
    wide = columns(widths)
    cuts: set[int] = set()
    run: list[tuple[int, list[tuple[int, int]]]] = []
    for at, line in enumerate(filled):
        places = []
        column = wide[at]
        if (
            column is not None
            and column >= NARROW
            and " " in bare[at]
            and widths[at].low > 1.4 * column
        ):
            places = _places(bare[at], column)
        if places:
            start = line.start + line.text.index(bare[at][0])
            run.append((at, [(place, start + place) for place in places]))
            continue
        cuts |= _run(run, bare)
        run = []
    return cuts | _run(run, bare)


def _long(text: str, usual: int) -> bool:
    """Tell in short whether a line may hold two columns."""
    return len(text) > 1.25 * usual and " " in text and _THIN.search(text) is not None


def _run(run: Sequence[tuple[int, list[tuple[int, int]]]], bare: Sequence[str]) -> set[int]:
    """Give the cuts of rows one after another; of a row alone where the left part hangs over."""
    pauses = sum([len(_PAUSES.findall(bare[at])) for at, _ in run])
    if pauses < len(run):
        return set()
    if len(run) == 1:
        at, places = run[0]
        text = bare[at]
        if any(
            text[place - 1] not in _HANGS or text[place : place + 2].isspace()
            for place, _ in places
        ):
            return set()
    return {where for _, places in run for _, where in places}


_FAR_ENOUGH = 8.0
"""Code points to an em of a column of which one piece has surely no more."""


def _places(text: str, column: float) -> list[int]:
    """Find the spaces at which a line is parted into pieces no wider than a column."""
    found: list[int] = []
    begin, reach = 0, round(_FAR_ENOUGH * column)
    while measure(text[begin : begin + reach]).low > column + 1.5:
        best = None
        for gap in _THIN.finditer(text, begin, begin + reach):
            piece = measure(text[begin : gap.start()])
            if piece.low > column + 1.2:
                break
            if piece.high >= column - 1.2:
                best = gap
        if best is None:
            return []
        found.append(best.start())
        begin = best.end()
    return found
