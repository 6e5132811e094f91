"""Weigh single cues of a line end for its reasons: how much likelier each makes a paragraph's end.

The field weighs all clues together and decides. These are the log odds of one cue seen alone, as
an archivist would name it. What a page does as a whole is counted on it; the other rates are set by
hand: they order reasons and decide nothing.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from reader.text.cues import END_CLASSES

if TYPE_CHECKING:
    from reader.text.classes import Page

_GOING = dict(zip(END_CLASSES, (0.05, 0.005, 0.03, 0.006, 0.012, 0.09, 0.81), strict=True))
_ENDED = dict(zip(END_CLASSES, (0.885, 0.05, 0.015, 0.025, 0.012, 0.002, 0.011), strict=True))
_STARTS = {
    # log odds of a first line against a line inside a paragraph
    "nonstarter": -7.0, "lone": -2.6, "particle": -2.2, "bullet": 2.2, "series": 0.9,
    "date": 1.0, "opener": 1.3, "speaker": 1.2, "byline": 2.0, "dash": -1.0,
    "quote": -0.1, "other": -0.25,
}  # fmt: skip
_REACH_ENDS = {"over": -0.5, "full": -1.8, "indent": 2.0, "short": 4.0}
OPENED = 3.0
CUT = 1.6
_MIDDLES = {"0": 0.01, "1": 0.08, "2": 0.27, "3": 0.55, "4": 0.82, "5": 0.97, "?": 0.3}
"""What share stands for each class of `classes.Page`."""
UNKNOWN = "?"
"""The class of what a page has too few of."""


def end_weight(ends: str) -> float:
    """Give the log odds for a paragraph's end that the end of a line lends (`END_CLASSES`)."""
    return log(_ENDED[ends] / _GOING[ends])


def start_weight(starts: str) -> float:
    """Give the log odds for a paragraph's beginning that a line's beginning lends."""
    return _STARTS[starts]


def width_weight(reach: str) -> float:
    """Give the log odds for a paragraph's end that a line's width in its column lends."""
    return _REACH_ENDS[reach]


def first_weight(reach: str, page: Page) -> float:
    """Give the log odds for a paragraph's beginning that a line's width lends on a page."""
    short = _MIDDLES[page.firsts]
    return log(short / 0.02) if reach == "indent" else log(max(0.02, 1 - short) / 0.94)


def inset_weight(page: Page) -> float:
    """Give the log odds for a paragraph's beginning that a line set in lends on a page."""
    return log(max(0.1, _MIDDLES[page.margins]) / 0.03)


def blank_weight(blanks: int, page: Page) -> float:
    """Give the log odds for a paragraph's end that blank lines, or none, lend on a page.

    It is the ratio of how often they follow a full stop to how often anything else; where the page
    has too few of either to tell, it is nothing.
    """
    if UNKNOWN in (page.stops, page.others):
        return 0.0
    stops, others = _MIDDLES[page.stops], _MIDDLES[page.others]
    return log(stops / others) if blanks else log((1 - stops) / (1 - others))
