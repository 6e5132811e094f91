"""Say of each line of a page what can be seen of it: once, before anything is decided."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text import cues
from reader.text.widths import Width, columns, measure, width_class

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model import Line

EDGE = 64
"""Characters of a line's beginning and end that the cues look at."""
BLANKS = 4
"""Classes of blank lines before a line: none, one, two, three and more."""


STOPS = frozenset(("stop", "cry"))
"""How a line ends that ends with a mark that can end a paragraph (see `cues.end_class`)."""


@dataclass(slots=True)  # not frozen, which would take three times as long to make
class Unit:
    """A line, or what is left of one that a person parted, without white space at its ends.

    `start` and `end` are code points of the page. `text` is cut after `EDGE` characters where
    the line is very long; `tail` is always the line's true end. `blanks` counts the blank lines
    before it; `lead` is the white space before it on its line in ems. On a page that is spaced
    out, `text` and `tail` are without the spaces. `breaks` are the line ends inside a printed line
    that a program gave in pieces (see `shards`): where each begins and ends, and the number of the
    line below it.
    """

    number: int
    start: int
    end: int
    text: str
    tail: str
    width: Width
    blanks: int
    lead: float
    ends: str
    starts: str
    commas: int
    stops: int
    breaks: tuple[tuple[int, int, int], ...] = ()

    @property
    def stopped(self) -> bool:
        """Tell whether the line ends with a mark that can end a paragraph."""
        return self.ends in STOPS

    @property
    def long(self) -> bool:
        """Tell whether the line is so long that `text` is not the whole of it."""
        return self.end - self.start > LONG

    @property
    def closed(self) -> bool:
        """Tell whether places in `text` and `tail` are not those of the page."""
        return len(self.text) != self.end - self.start and not self.long


LONG = 2000
"""Code points; of a longer line only the edges are looked at."""


@dataclass(slots=True)
class Sight:
    """What can be seen of a unit among its neighbours.

    `across` names what the line end after it cuts (see `cues.across`), `opened` the brackets open
    at its end; `indented` tells that it stands further in than a neighbour, `counts` that it
    goes on counting from a line near above, `row` that it is a row of a table.
    """

    unit: Unit
    column: float | None
    reach: str
    across: str | None
    opened: str
    indented: bool
    counts: bool
    row: bool


def units_of(text: str, lines: Sequence[Line], cuts: Collection[int]) -> list[Unit]:
    """Cut a page into units: its lines that are not blank, parted at the runs in `cuts`.

    `cuts` are starts of runs of white space inside lines, in code points of the page.
    """
    folded = cues.looks_traditional(text)
    apart = cues.looks_apart(text)
    found: list[Unit] = []
    blanks = 0
    inside = sorted(cuts)
    for line in lines:
        begin = line.start
        for cut in (*(_between(inside, line.start, line.end) if inside else ()), line.end):
            piece = text[begin:cut]
            bare = piece.strip()
            if bare:
                margin = piece[: piece.index(bare[0])]
                start = begin + len(margin)
                if bare[0] in cues.UNSEEN:
                    margin += bare[: len(bare) - len(bare.lstrip(_NOT_SEEN))]
                shown = cues.closed(bare) if apart else bare
                place = line.number, start, start + len(bare)
                seen, (ends, starts, commas, stops) = _seen(shown, folded=folded)
                lead = _lead(margin) if margin else 0.0
                found.append(
                    Unit(*place, *seen, min(blanks, BLANKS - 1), lead, ends, starts, commas, stops)
                )
                blanks = 0
            elif begin == line.start and cut == line.end:
                blanks += 1
            begin = cut
    return found


_BLANK_EMS = {"\u3000": 1.0, "\t": 2.0} | dict.fromkeys(cues.UNSEEN, 0.0)
"""Widths in ems of blanks at a line's head; of any other half an em."""
_NOT_SEEN = f"{cues.UNSEEN} \t\xa0\u3000"
"""What is passed over at the edges of a line that begins or ends with a mark of no width."""


def _lead(margin: str) -> float:
    return sum([_BLANK_EMS.get(mark, 0.5) for mark in margin[:240]])


def _between(cuts: list[int], start: int, end: int) -> list[int]:
    return cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]


_Seen = tuple[tuple[str, str, Width], tuple[str, str, int, int]]


def _seen(bare: str, *, folded: bool) -> _Seen:
    """See a text by itself: the fields `text` to `width` of a unit, and `ends` to `stops`."""
    bare = cues.plain(bare)
    if bare[0] in cues.UNSEEN or bare[-1] in cues.UNSEEN:
        bare = bare.strip(_NOT_SEEN) or bare
    shown = bare if len(bare) <= LONG else bare[:EDGE]
    tail = bare[-EDGE:]
    head = bare[:EDGE]
    if folded:
        head, tail, shown = cues.fold(head), cues.fold(tail), cues.fold(shown)
    commas = bare.count("，") + bare.count(",")
    stops = bare.count("。") + bare.count("；")
    marks = cues.end_class(tail), cues.start_class(head), commas, stops
    return (shown, tail, measure(bare)), marks


def look(units: Sequence[Unit]) -> list[Sight]:
    """See the units of a page among their neighbours."""
    if not units:
        return []
    wide = columns([unit.width for unit in units])
    counting = _counting(units)
    rows = _rows(units)
    below: list[str | None] = [unit.text for unit in units[1:]]
    across = [
        cues.across(unit.tail, after.text, cues.COMMON_PAIRS) for unit, after in pairwise(units)
    ]
    widths = [unit.width for unit in units]
    places = range(len(units))
    return list(
        map(
            Sight,
            units,
            wide,
            map(width_class, widths, wide, [*below, None]),
            [*across, None],
            _opened(units),
            [unit.lead >= 1 and _indented(units, at) for at, unit in enumerate(units)],
            map(counting.__contains__, places),
            map(rows.__contains__, places),
        )
    )


def _opened(units: Sequence[Unit]) -> list[str]:
    """Give for each line the brackets that are open at its end."""
    found: list[str] = []
    opened = ""
    stopped = False
    for unit in units:
        if unit.blanks and stopped:
            opened = ""
        stopped = unit.ends in STOPS
        opened = cues.open_brackets(unit.text if not unit.long else unit.tail, opened)
        if opened and stopped and opened[-1] not in unit.tail:
            # The innermost open mark was not opened in this line.
            opened = opened[:1]
        found.append(opened)
    return found


COUNT_REACH = 30
"""Lines within which the next number of a list is looked for."""


def _counting(units: Sequence[Unit]) -> set[int]:
    """Give the places of lines that go on counting from a line near above."""
    found: set[int] = set()
    last: dict[int, int] = {}
    for at, unit in enumerate(units):
        number = cues.count_of(unit.text[:8])
        if number is None:
            continue
        if at - last.get(number - 1, -COUNT_REACH) < COUNT_REACH:
            found.add(at)
        last[number] = at
    return found


def _rows(units: Sequence[Unit]) -> set[int]:
    """Give the places of rows: of tables, and of lists whose lines begin or end alike.

    At least two lines one after another have several cells, or the same three marks at an edge,
    all numbers taken as one (`青菜2.3元/公斤`, `五百元：`).
    """
    plain = [unit.width.low < 60 and not unit.stops for unit in units]
    wide = [several and cues.is_row(unit.text) for several, unit in zip(plain, units, strict=True)]
    found = {
        at
        for at, several in enumerate(wide)
        if several and (wide[at - 1 : at] == [True] or wide[at + 1 : at + 2] == [True])
    }
    shapes = [
        (unit.text[:_EDGE].translate(_NUMBERS), unit.tail[-_EDGE:].translate(_NUMBERS))
        if several and not unit.stopped
        else None
        for several, unit in zip(plain, units, strict=True)
    ]
    for at, (above, here) in enumerate(pairwise(shapes)):
        if above and here and (above[0] == here[0] or above[1] == here[1]):
            found.update((at, at + 1))
    return found


_EDGE = 3
"""Marks of a line's edge that rows of a list share."""
_NUMBERS = dict.fromkeys(
    map(ord, "0123456789０１２３４５６７８９一二三四五六七八九十百千万日"), "0"
)
"""What counts, and the days of a week, all alike."""


NEAR = 6
"""Lines on each side among which the left margin is looked for."""


def _indented(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a line stands at least an em further in than a line near by."""
    lead = units[at].lead
    beside = units[max(0, at - NEAR) : at + NEAR + 1]
    return lead - min([unit.lead for unit in beside]) >= 1
