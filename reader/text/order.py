"""Say in what order the lines of a page are to be read where a program tore its columns."""

from __future__ import annotations

from itertools import accumulate, pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from reader.text import cues
from reader.text.bonds import STARTS, Bonds, blanks_part
from reader.text.parting import parted
from reader.text.sides import side_by_side
from reader.text.sureness import Gain
from reader.text.weave import BEAM, MOST, unravel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.text.features import Unit

__all__ = ["parted", "reading"]

LEAST = 6
"""Lines of a page on which columns are looked for."""
ALARM, ALARM_APART = 2.5, 1.8
"""Log odds at which lines that do not fit are looked at; lower where blanks part pieces."""
DRIFT = 0.15
"""Log odds by which each line is taken to fit better than it looks."""
ROUND = 12
"""Lines on each side of a place where lines do not fit that are looked at, too."""
SURE, MET = 10.0, 1
"""Log odds that a change gains, and ends more that meet, to be trusted where blanks part lines."""
SURER, MET_MORE = 16.0, 2
"""The same where no blanks part the lines: such pages are rarely torn."""
ALONE = 0.9
"""Share of lines below a blank line from which on lines stand alone."""
AGAIN = 7.0
"""Log odds that another change on the same page must gain."""
LIKE, WINDOW = 1.0, 40
"""How many ends, to one that meets the next line, meet one further down, in so many lines."""
CHANCE = 3
"""How many ends, to one that meets at the middling distance, that is by chance, must meet."""
PROSE = 0.3
"""Share of lines with a mark inside, at least, in running text."""
LONG = 8000
"""Characters of a page from which on its pairs are kept as a set."""
FEW = 6
"""States of the first, quick search."""
MOST_LINES = 6000
"""Lines of a page that are looked through, at most: no printed page has so many."""
_SEEN, _UNSEEN = 2.6, -0.4
_SET_IN, _MISFIT = 1.5, -1.5
_WIDE = 8.0
_NEVER = "\0\0"


class Turns(NamedTuple):
    """In what order the units of a page are read: their places on the page, one after another.

    `gains` maps the place in that order of a unit after which a change of order reads another to
    what the change gained.
    """

    order: list[int]
    gains: dict[int, Gain]


def reading(units: Sequence[Unit]) -> list[int]:
    """Give the places of the units in the order in which they are to be read."""
    return arranged(units).order


def arranged(units: Sequence[Unit]) -> Turns:
    """Give the order in which the units are to be read, and how sure its changes are."""
    if len(units) < LEAST:
        return as_printed(units)
    order, laid = side_by_side(units)
    standing = [units[at] for at in order]
    spans = [] if laid else _better_apart(standing, _spans(standing))
    turns = Turns(order, {})
    if not spans:
        return turns
    bonds = Bonds(units)
    looked = _at_most(spans, MOST_LINES)
    found = [change for span in looked for change in _changes(order, span, bonds, FEW)]
    if not any(change.sure for change in found):
        return turns
    # Where a page is torn at one place, it may be at others that do not stand out so.
    if len(order) <= MOST_LINES:
        looked = [(0, len(order))]
    for change in [one for span in looked for one in _changes(order, span, bonds, BEAM)]:
        if change.sure or change.gain >= AGAIN:
            _carry_out(change, turns)
    return turns


def as_printed(units: Sequence[Unit]) -> Turns:
    """Give the order in which the units stand on the page."""
    return Turns(list(range(len(units))), {})


def _carry_out(change: _Change, turns: Turns) -> None:
    """Put lines in their new order, and note of each line end that it made how much it gained."""
    order, gains = turns
    end = change.begin + len(change.new)
    begin = max(0, change.begin - 1)
    old = set(pairwise(order[begin : end + 1]))
    order[change.begin : end] = change.new
    new = pairwise(order[begin : end + 1])
    made = [at for at, pair in enumerate(new, begin) if pair not in old]
    gains.update(dict.fromkeys(made, Gain(change.gain / len(made), change.alone)))


def _at_most(spans: Sequence[tuple[int, int]], lines: int) -> list[tuple[int, int]]:
    """Give the first spans that have so many lines together."""
    sizes = accumulate(end - begin for begin, end in spans)
    return [span for span, size in zip(spans, sizes, strict=True) if size <= lines]


class _Change(NamedTuple):
    """Lines in a new order from a place on, what it gains, and how many more ends meet.

    `apart` tells that most of the lines stand apart, with a blank line before them, `alone` that
    nearly all do: they are no pieces of several lines.
    """

    begin: int
    new: list[int]
    gain: float
    met: int
    apart: bool
    alone: bool

    @property
    def sure(self) -> bool:
        """Tell whether it can be trusted by itself."""
        if self.apart:
            return self.gain >= SURE and self.met >= MET
        return self.gain >= SURER and self.met >= MET_MORE


def _changes(order: Sequence[int], span: tuple[int, int], bonds: Bonds, beam: int) -> list[_Change]:
    """Unravel the lines of a span, and weigh each change by itself."""
    begin, end = span
    old = order[begin:end]
    dealt = [at for run in unravel(old, bonds, beam) for at in run]
    found: list[_Change] = []
    for low, high in _moved(old, dealt):
        if not _prose([bonds.units[at] for at in dealt[low:high]]):
            continue
        before = list(order[max(0, begin + low - 1) : begin + low])
        after = list(order[begin + high : begin + high + 1])
        was, new = list(old[low:high]), dealt[low:high]
        gain = bonds.along(before + new + after) - bonds.along(before + was + after)
        blanks = sum(bonds.units[at].blanks > 0 for at in new)
        apart, alone = 2 * blanks > len(new), blanks >= ALONE * len(new)
        met = bonds.met(new) - bonds.met(was)
        found.append(_Change(begin + low, new, gain, met, apart, alone))
    return found


def _prose(units: Sequence[Unit]) -> bool:
    """Tell whether lines are running text, not a table or a list."""
    return sum(unit.commas + unit.stops > 0 for unit in units) >= PROSE * len(units)


def _spans(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Find where lines one after another do not fit, with some lines round them.

    A sum that falls with each line that fits the one before it and rises with each other, and is
    never less than nought, passes a limit (Page, "Continuous inspection schemes", 1954). Where
    blank lines part pieces of columns, the first lines of pieces are asked by themselves, too.
    """
    fits = list(enumerate(_fits(units), 1))
    spans = _alarms(fits, ALARM, len(units))
    if blanks_part(units):
        spans += _alarms([one for one in fits if units[one[0]].blanks], ALARM_APART, len(units))
    found: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        _extend(found, begin, end, len(units))
    return found


def _alarms(fits: Sequence[tuple[int, float]], alarm: float, size: int) -> list[tuple[int, int]]:
    """Find where the sum passes a limit; `fits` are places of lines, and how each fits."""
    spans: list[tuple[int, int]] = []
    total = 0.0
    begin, loud = 0, -1
    for at, fit in fits:
        total -= fit + DRIFT
        if total <= 0:
            if loud >= 0:
                _extend(spans, begin - ROUND, at + ROUND, size)
            total, begin, loud = 0.0, at, -1
        elif total > alarm:
            loud = at
    if loud >= 0:
        _extend(spans, begin - ROUND, size, size)
    return spans


def _extend(spans: list[tuple[int, int]], begin: int, end: int, size: int) -> None:
    begin, end = max(0, begin), min(size, end)
    if spans and begin <= spans[-1][1]:
        begin, until = spans.pop()
        end = max(end, until)
    spans.append((begin, end))


def _fits(units: Sequence[Unit]) -> Iterable[float]:
    """Weigh in short how each line fits the one before it (see `Bonds`)."""
    whole = _inside(units)
    for one, two in pairwise(units):
        fits = STARTS[one.ends].get(two.starts, 0.0)
        if one.ends == "open":
            pair = one.tail[-1] + two.text[0]
            if pair in cues.COMMON_PAIRS or pair in whole:
                fits += _SEEN
            elif one.width.high >= _WIDE:
                fits += _UNSEEN if two.lead < _SET_IN else _MISFIT
        yield fits


def _better_apart(units: Sequence[Unit], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans of which lines may fit better with a line further down."""
    if not spans:
        return []
    whole, glued = _inside(units), blanks_part(units)
    return [span for span in spans if _meet_apart(units[slice(*span)], whole, glued=glued)]


def _meet_apart(span: Sequence[Unit], whole: str | set[str], *, glued: bool) -> bool:
    """Tell whether lines of a span may fit better with a line further down.

    Counts the ends at which a pair of characters stands that the page has inside lines, with the
    next line and with lines at the same distance, in windows that overlap. Where ends meet alike
    at all distances, they meet by chance: the text repeats its words. Where blank lines part
    pieces of columns, those are compared in the place of lines.
    """
    below = [*span[1:], None]
    lasts = [
        unit.tail[-1] if unit.ends == "open" else _NEVER
        for unit, then in zip(span, below, strict=True)
        if not glued or then is None or then.blanks
    ]
    firsts = [unit.text[0] for at, unit in enumerate(span) if not glued or not at or unit.blanks]
    meets = [
        [last + first in whole for last, first in zip(lasts, firsts[away:], strict=False)]
        for away in range(1, MOST + 1)
    ]
    for low in range(0, max(1, len(lasts) - WINDOW // 2), WINDOW // 2):
        counts = [sum(row[low : low + WINDOW]) for row in meets]
        by_chance = sorted(counts)[MOST // 2]
        if max(counts[1:]) >= max(1.0, counts[0] * LIKE, by_chance * CHANCE):
            return True
    return False


def _inside(units: Sequence[Unit]) -> str | set[str]:
    """Give what holds the pairs of characters inside lines: of a long page the pairs themselves."""
    whole = "\n".join([unit.text for unit in units])
    return whole if len(whole) < LONG else set(map(add, whole, whole[1:]))


def _moved(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Give the least spans that hold all lines that changed places."""
    places = {at: place for place, at in enumerate(old)}
    found: list[tuple[int, int]] = []
    begin, most = 0, -1
    for place, at in enumerate(new):
        most = max(most, places[at])
        if most == place:
            if place > begin:
                found.append((begin, place + 1))
            begin = place + 1
    return found
