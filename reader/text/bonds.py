"""Weigh whether one line of a page reads on at another, wherever the two stand.

The weights are log odds of true neighbours against lines picked at random near by, counted on
made pages and rounded. One bond says little; over the rows of a column they add up.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from reader.text import cues
from reader.text.widths import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Unit

_STOP = {"lone": -3.0, "particle": -3.0, "bullet": 1.0, "series": 1.0, "date": 0.7, "opener": 1.0,
         "speaker": 0.5, "byline": 0.5, "dash": 0.4, "quote": 0.8, "other": -0.2}  # fmt: skip
_PAUSE = {"nonstarter": -0.3, "lone": -2.2, "particle": -2.0, "bullet": 1.2, "series": 1.4,
          "opener": 1.0, "quote": 1.0, "other": -0.2}  # fmt: skip
STARTS = {
    "stop": _STOP,
    "cry": _STOP,
    "colon": _PAUSE,
    "semi": _PAUSE,
    "close": {"lone": -1.2, "bullet": 0.5, "quote": 0.5, "byline": 0.5, "dash": 0.5},
    "comma": {"nonstarter": -3.0, "lone": -3.0, "particle": -2.4, "bullet": -1.4, "series": -0.8,
              "date": -0.3, "speaker": -0.5, "byline": -2.5, "dash": -2.5, "quote": -0.5,
              "other": 0.2},
    "open": {"nonstarter": -0.4, "lone": 0.3, "particle": 0.3, "bullet": -0.5, "series": -1.2,
             "opener": -0.6, "quote": -0.5},
}  # fmt: skip
"""How a line ends, and how the next begins."""

_REACHES = {
    ("stop", "full", "full"): -0.2, ("stop", "full", "less"): 0.5, ("stop", "full", "first"): 0.9,
    ("stop", "less", "full"): -0.7, ("stop", "less", "less"): 0.9, ("stop", "less", "first"): 1.6,
    ("stop", "short", "full"): -0.9, ("stop", "short", "less"): 1.1,
    ("stop", "short", "short"): 0.5, ("stop", "short", "first"): 1.6,
    ("open", "full", "full"): 0.2, ("open", "full", "less"): -0.6,
    ("open", "full", "first"): -2.5, ("open", "less", "full"): 0.2, ("open", "less", "less"): -0.4,
    ("open", "less", "first"): -1.0, ("open", "less", "short"): -0.4,
    ("open", "short", "full"): -0.9, ("open", "short", "less"): 0.6,
    ("open", "short", "short"): 0.7, ("open", "short", "first"): 0.7,
}  # fmt: skip
"""How a line ends, how wide it is in its column, how wide the next is, or that it is set in."""

_SEEN = ((-0.3, 2.6, 3.6, 4.4), (-0.6, 1.6, 2.5, 3.3), (-0.6, 0.8, 2.0, 3.0))
"""A pair of characters across the end, by how common its characters are, and how often the pair
stands inside lines of the page: not at all, once, two or three times, more often."""
PARTS = 0.03
"""Share of lines that break off above a blank line from which on blanks part pieces of columns."""
_LONG = 8.0
"""Ems of a line of running text, at least."""
WIDER, NARROWER = -1.5, -0.8
_COMMON = 2.2
_NUMBER = 2.0
_MET = 2.6
_LEFT_OPEN = -1.2


def _reach(unit: Unit, column: float | None) -> str:
    if column is None:
        return "free"
    lacks = column - unit.width.high
    return "full" if lacks < 0.8 else "less" if lacks <= 2.8 else "short"


def _loose(unit: Unit) -> bool:
    """Tell whether a line is a row of a list or a table: words far apart, and no sentence."""
    if unit.commas or unit.stops:
        return False
    gaps = unit.text.count("\u3000") + unit.text.count(" ")
    return gaps > 1 or (gaps > 0 and unit.text[-1].isdigit()) or unit.text.isascii()


def _widths(one: Unit, two: Unit) -> float:
    """Weigh how the width changes from a line that ends open to the next."""
    more = two.width.low - one.width.high
    if more > 2.6:
        return WIDER if one.commas + one.stops else 0.0
    if two.ends in ("open", "comma") and one.width.low - two.width.high > 0.8:
        return NARROWER
    return 0.0


def blanks_part(units: Sequence[Unit]) -> bool:
    """Tell whether blank lines part pieces of columns: text breaks off above many of them.

    A program that writes columns in pieces parts them so; the lines of a piece belong together.
    """
    broken = [
        two.blanks > 0 and one.ends in ("open", "comma") and one.width.high >= _LONG
        for one, two in pairwise(units)
    ]
    return sum(broken) >= PARTS * len(units)


class Bonds:
    """The bonds between the lines of a page, each weighed when it is asked for first."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        wide = columns([unit.width for unit in units])
        self.reaches = [_reach(unit, column) for unit, column in zip(units, wide, strict=True)]
        typed = [
            unit.lead >= 1.5 and not (at and units[at - 1].lead >= 1.5)
            for at, unit in enumerate(units)
        ]
        self._firsts = [
            "first" if one else reach for one, reach in zip(typed, self.reaches, strict=True)
        ]
        self._some = sum(typed) > 2
        self.parts = blanks_part(units)
        self._pairs: Counter[str] = Counter()
        self._marks: Counter[str] = Counter()
        for unit in units:
            self._pairs.update(map(add, unit.text, unit.text[1:]))
            self._marks.update(unit.text)
        self._size = max(1, sum(self._marks.values()))
        self._opens = [cues.open_brackets(unit.text[-200:]) != "" for unit in units]
        self._closes = [cues.closes_unopened(unit.text[:200]) for unit in units]
        self._loose = [_loose(unit) for unit in units]
        self._known: dict[int, float] = {}

    def __call__(self, above: int, below: int) -> float:
        """Give the log odds that the line `below` is read after the line `above`."""
        key = above * len(self.units) + below
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._weigh(above, below)
        return found

    def across(self, above: int, below: int) -> float:
        """Weigh the characters on both sides of a line end alone."""
        one, two = self.units[above], self.units[below]
        if one.ends != "open":
            return 0.0
        left, right = one.tail[-1], two.text[0]
        if left.isdigit():
            return _NUMBER if right.isdigit() or right in cues.UNITS else -0.8
        pair = left + right
        often = self._pairs[pair]
        chance = self._marks[left] * self._marks[right] / self._size
        row = _SEEN[0 if chance < 0.1 else 1 if chance < 0.5 else 2]
        found = row[0 if not often else 1 if often < 2 else 2 if often < 4 else 3]
        return max(found, _COMMON) if pair in cues.COMMON_PAIRS else found

    def along(self, lines: Sequence[int]) -> float:
        """Add up the bonds of lines one after another."""
        return sum([self(one, two) for one, two in pairwise(lines)])

    def met(self, lines: Sequence[int]) -> int:
        """Count the ends at which a pair of characters stands that the page has elsewhere."""
        return sum([self.across(one, two) > 1 for one, two in pairwise(lines)])

    def _weigh(self, above: int, below: int) -> float:
        one, two = self.units[above], self.units[below]
        if one.number == two.number:
            return -30.0
        if self._loose[above] or self._loose[below]:
            return -0.2
        score = STARTS[one.ends].get(two.starts, 0.0) + self.across(above, below)
        end = "open" if one.ends in ("open", "comma") else "stop"
        score += _REACHES.get((end, self.reaches[above], self._firsts[below]), 0.0)
        if end == "open":
            score += _widths(one, two)
        if self._some and end == "stop" and self.reaches[above] == "short":
            score += 0.0 if self._firsts[below] == "first" else -0.8
        if self._opens[above] or self._closes[below]:
            score += _MET if self._opens[above] and self._closes[below] else _LEFT_OPEN
        return score
