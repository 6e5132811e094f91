"""Put what is seen of a line, and what its page does as a whole, into small classes."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.text.features import STOPS
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
        if above.ends in STOPS:
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
_SIZE_NAMES = "abcdefghijklmnopq"
_ODDS = (-3.0, -1.5, -0.5, 0.3, 1.2, 2.2, 3.5)
STUFF = (0.0, 1.5, 3.0, 4.5, 6.0)
_STUFF_BEST = (2.0, 4.0)
_NO_STUFF = -9.0
LONG = 42.0
FLAGS = ("0", "1")
"""The classes of no and yes."""
_DIGITS = "0123456789"


def odds(value: float | None, steps: Sequence[float]) -> str:
    """Class log odds by the steps that they reach; `-` for None."""
    return "-" if value is None else _DIGITS[bisect_right(steps, value)]


class Lines(NamedTuple):
    """The classes of all lines of a page that their neighbours look at, too: a list of each kind.

    Kept by kinds and not by lines, since the clues put the same kinds together of all lines.
    """

    end: list[str]
    start: list[str]
    reach: list[str]
    size: list[str]
    blanks: list[str]
    head: list[str]
    stuff: list[str]
    cut: list[str]
    open: list[str]
    long: list[str]
    lead: list[str]
    indented: list[str]
    word: list[str]
    name: list[str]
    body: list[str]

    def above(self) -> Lines:
        """Give for each line the classes of the line above."""
        shifted = [[EDGE, *kind[:-1]] for kind in self]
        return Lines(*shifted)._replace(body=[_NO_BODY, *self.body[:-1]])

    def below(self) -> Lines:
        """Give for each line the classes of the line below."""
        shifted = [[*kind[1:], EDGE] for kind in self]
        return Lines(*shifted)._replace(body=[*self.body[1:], _NO_BODY])


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
_QUOTED = frozenset("”’」』")
_QUOTES = frozenset("“‘「『")
_NO_BODY = EDGE + EDGE
_NO_HEADING = frozenset("-0123")


def lines_of(sights: Sequence[Sight], owns: Sequence[Own]) -> Lines:
    """Put what is seen of the lines of a page into classes."""
    units = [sight.unit for sight in sights]
    texts = [unit.text for unit in units]
    lows = [unit.width.low for unit in units]
    long = ["1" if low > LONG else "0" for low in lows]
    reach = [_REACHES[sight.reach] for sight in sights]
    head = [odds(own.head, _ODDS) for own in owns]
    return Lines(
        end=[_END[unit.ends] + ("q" if unit.tail[-1] in _QUOTED else "") for unit in units],
        start=[unit.starts for unit in units],
        reach=reach,
        size=[_SIZE_NAMES[bisect_right(_SIZES, unit.width.high)] for unit in units],
        blanks=[_DIGITS[unit.blanks] for unit in units],
        head=head,
        stuff=list(map(_stuff, owns)),
        cut=[sight.across or "-" for sight in sights],
        open=[_open(sight.opened) if sight.opened else "-" for sight in sights],
        long=long,
        lead=[
            "1" if low > 6 and leads(text) else "0" for low, text in zip(lows, texts, strict=True)
        ],
        indented=[FLAGS[sight.indented] for sight in sights],
        word=[text[0] if text[0] in _WORDS else "-" for text in texts],
        name=[FLAGS[names(unit)] for unit in units],
        body=[
            wide + class_ if odd in _NO_HEADING else "h"
            for wide, class_, odd in zip(long, reach, head, strict=True)
        ],
    )


def _open(opened: str) -> str:
    return "q" if opened[-1] in _QUOTES else "b"


def _stuff(own: Own) -> str:
    """Give the likeliest of the kinds beside articles, and how likely."""
    kinds = own.furniture, own.section, own.byline, own.caption
    if kinds == _NO_KINDS:
        return "-"
    found = [_NO_STUFF if value is None else value for value in kinds]
    best = max(found)
    return "-" if best == _NO_STUFF else "fnbc"[found.index(best)] + odds(best, _STUFF_BEST)


_NO_KINDS = (None, None, None, None)
