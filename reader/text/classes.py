"""Put what is seen of a line, and what its page does as a whole, into small classes."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.text.furniture import names
from reader.text.openings import leads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Sight
    from reader.text.own import Own

EDGE = "^"
"""The class of what stands above the first line and below the last."""


class Page(NamedTuple):
    """What a page does as a whole, as classes.

    `stops` and `others`: how often a blank line follows a line that ends with a stop, or with
    none; `firsts`: how often lines below a paragraph's sure end are two ems short; `margins`: how
    often they stand further in than others; `ends`: how many lines end with a stop.
    """

    stops: str
    others: str
    firsts: str
    margins: str
    ends: str


_SHARES = (0.02, 0.15, 0.4, 0.7, 0.93)
_FEW = 3


def _share(part: int, whole: int) -> str:
    """Give the class of a share; `?` where too few were seen."""
    if whole < _FEW:
        return "?"
    return str(bisect_right(_SHARES, part / whole))


def page_of(sights: Sequence[Sight]) -> Page:
    """See what a page does as a whole."""
    stops = stopped_blank = others = others_blank = 0
    firsts = short_firsts = set_in = 0
    for before, after in pairwise(sights):
        above, below = before.unit, after.unit
        if above.stopped:
            stops += 1
            stopped_blank += below.blanks > 0
            set_in += after.indented
            if before.reach == "short" and below.width.low > 8:
                firsts += 1
                short_firsts += after.reach == "indent"
        elif above.width.high > 8:
            others += 1
            others_blank += below.blanks > 0
    return Page(
        _share(stopped_blank, stops),
        _share(others_blank, others),
        _share(short_firsts, firsts),
        _share(set_in, stops),
        _share(2 * stops, len(sights)),
    )


_SIZES = (2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5, 17, 20, 24, 28, 34, 42, 60, 100, 200)
_ODDS = (-3.0, -1.5, -0.5, 0.3, 1.2, 2.2, 3.5)
LONG = 42.0


def _size(width: float) -> str:
    return chr(97 + bisect_right(_SIZES, width))


def odds(value: float | None, steps: Sequence[float]) -> str:
    """Class log odds by the steps that they reach; `-` for None."""
    return "-" if value is None else str(bisect_right(steps, value))


class Line(NamedTuple):
    """The classes of one line that its neighbours look at, too."""

    end: str
    start: str
    reach: str
    size: str
    blanks: str
    head: str
    stuff: str
    cut: str
    open: str
    long: str
    lead: str
    indented: str
    word: str
    name: str


_REACHES = {
    "over": "o", "full": "f", "indent": "i", "short": "s",
    "tiny": "t", "brief": "b", "middling": "m", "long": "l",
}  # fmt: skip
_END = {
    "stop": "s", "cry": "!", "close": ")", "colon": ":", "semi": ";", "comma": ",", "open": "o",
}  # fmt: skip
_WORDS = frozenset(
    "一不与且个中为之乃也了于些从他以们但何你使便凡别到则却又及只可各同向否吗吧呢和因在她好如它"
    "将将对就已并得必怎所才把故既最有来某此每比没的着等给而自若虽被要让该说起越跟较过这还通那都"
    "除随需非首随今昨每大小新本全第记据经按根"
)
"""First characters that say something of how a line goes on from the one above."""
OUTSIDE = Line(*[EDGE] * len(Line._fields))
_QUOTES = "“‘「『"


def line_of(sight: Sight, own: Own) -> Line:
    """Put what is seen of a line into classes."""
    unit = sight.unit
    opened = sight.opened
    return Line(
        end=_END[unit.ends] + ("q" if unit.tail[-1] in "”’」』" else ""),
        start=unit.starts,
        reach=_REACHES[sight.reach],
        size=_size(unit.width.high),
        blanks=str(unit.blanks),
        head=odds(own.head, _ODDS),
        stuff=_stuff(own),
        cut=sight.across or "-",
        open="-" if not opened else "q" if opened[-1] in _QUOTES else "b",
        long="1" if unit.width.low > LONG else "0",
        lead="1" if unit.width.low > 6 and leads(unit.text[:40]) else "0",
        indented="1" if sight.indented else "0",
        word=unit.text[0] if unit.text[0] in _WORDS else "-",
        name="1" if names(unit) else "0",
    )


def _stuff(own: Own) -> str:
    """Give the likeliest of the kinds beside articles, and how likely."""
    kinds = (own.furniture, own.section, own.byline, own.caption)
    found = [-9.0 if value is None else value for value in kinds]
    best = max(found)
    return "-" if best == -9.0 else "fnbc"[found.index(best)] + odds(best, (2.0, 4.0))


def body(below: Line) -> str:
    """Class what stands below a line: a headline, or text of some width."""
    heading = below.head not in (EDGE, "-") and below.head > "3"
    return "h" if heading else below.long + below.reach
