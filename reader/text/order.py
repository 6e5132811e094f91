"""Say in what order the lines of a page are to be read where a program tore its columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text import cues
from reader.text.bonds import STARTS, Bonds
from reader.text.weave import unravel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Line
    from reader.text.features import Unit

LEAST = 6
"""Lines of a page on which columns are looked for."""
ALARM = 3.5
DRIFT = 0.15
ROUND = 12
"""Lines on each side of a place where lines do not fit that are looked at, too."""
SURE = 13.0
MET = 1
AGAIN = 7.0
_SEEN, _UNSEEN = 2.6, -0.4
_FEW = 8.0


def parted(text: str, lines: Sequence[Line]) -> set[int]:
    return set()


def reading(units: Sequence[Unit]) -> list[int]:
    """Give the places of the units in the order in which they are to be read."""
    order = list(range(len(units)))
    if len(units) < LEAST:
        return order
    spans = _spans(units)
    if not spans:
        return order
    bonds = Bonds(units)
    found: list[tuple[float, int, int, list[int]]] = []
    for begin, end in spans:
        dealt = [at for run in unravel(begin, end, bonds) for at in run]
        for low, high in _moved(dealt):
            new, old = dealt[low:high], order[begin + low : begin + high]
            before = [begin + low - 1] if begin + low else []
            after = [begin + high] if begin + high < len(units) else []
            gain = bonds.along(before + new + after) - bonds.along(before + old + after)
            met = bonds.met(new) - bonds.met(old)
            found.append((gain, met, begin + low, new))
    sure = any(gain >= SURE and met >= MET for gain, met, _, _ in found)
    for gain, met, low, new in found:
        if (gain >= SURE and met >= MET) or (sure and gain >= AGAIN):
            order[low : low + len(new)] = new
    return order


def _spans(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Find where lines one after another do not fit, with some lines round them.

    A sum that falls with each line that fits the one before it and rises with each other, and is
    never less than nought, passes a limit (Page, "Continuous inspection schemes", 1954).
    """
    spans: list[tuple[int, int]] = []
    total = 0.0
    begin, loud = 0, -1
    for at, fits in enumerate(_fits(units), 1):
        total -= fits + DRIFT
        if total <= 0:
            if loud >= 0:
                _extend(spans, begin - ROUND, at + ROUND, len(units))
            total, begin, loud = 0.0, at, -1
        elif total > ALARM:
            loud = at
    if loud >= 0:
        _extend(spans, begin - ROUND, len(units), len(units))
    return spans


def _extend(spans: list[tuple[int, int]], begin: int, end: int, size: int) -> None:
    begin, end = max(0, begin), min(size, end)
    if spans and begin <= spans[-1][1]:
        begin = spans.pop()[0]
    spans.append((begin, end))


def _fits(units: Sequence[Unit]) -> Iterable[float]:
    """Weigh in short how each line fits the one before it (see `Bonds`)."""
    whole = "\n".join([unit.text for unit in units])
    for one, two in pairwise(units):
        fits = STARTS[one.ends].get(two.starts, 0.0)
        if one.ends == "open":
            pair = one.tail[-1] + two.text[0]
            if pair in cues.COMMON_PAIRS or pair in whole:
                fits += _SEEN
            elif one.width.high >= _FEW:
                fits += _UNSEEN
        yield fits


def _moved(order: Sequence[int]) -> list[tuple[int, int]]:
    """Give the least spans that hold all lines that changed places."""
    first = min(order)
    found: list[tuple[int, int]] = []
    begin, most = 0, -1
    for place, at in enumerate(order):
        most = max(most, at - first)
        if most == place:
            if place > begin:
                found.append((begin, place + 1))
            begin = place + 1
    return found
