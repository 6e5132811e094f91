"""Turn what is seen of each line into clues: small classes, grouped, of which the field is made.

A clue is a group of classes of a line and its neighbours, such as how the line above ends, how wide
it is in its column and how many blank lines follow it. Each group is looked at through several
of its parts at once (`GROUPS`), and each value of a part has a weight for each state. What a page
does as a whole (how often a blank line follows a full stop, how wide its first lines are) is a
class of each of its lines, so that a blank line can mean one thing here and another there.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from reader.text import headlines
from reader.text.articles import leads
from reader.text.furniture import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Sight
    from reader.text.own import Own

Key = tuple[str, ...]
"""The classes of one group of a line."""
Clues = tuple[Key, ...]
"""The groups of a line, in the order of `GROUPS`."""

_EDGE = "^"
"""The class of what stands above the first line and below the last."""

_PAIR = (
    "0", "1", "2", "3", "4", "5", "01", "04", "14", "23", "24", "34", "012", "45", "56", "016",
    "245",
)  # fmt: skip
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # name, parts: places in the group's key
    # 0 end, 1 start, 2 reach, 3 size, 4 pauses, 5 indented, 6 counts, 7 row, 8 last, 9 first
    ("own", ("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "02", "03", "13", "52", "43",
             "61", "73", "083", "04")),
    # 0 head, 1 furniture, 2 section, 3 byline, 4 caption, 5 verse, 6 again, 7 boxed, 8 size, 9 end
    ("kind", ("0", "1", "2", "3", "4", "5", "6", "7", "08", "09", "19", "01", "48", "18", "68")),
    # 0 end above, 1 reach above, 2 blanks, 3 start, 4 reach
    ("above", ("0", "1", "2", "3", "01", "02", "012", "03", "013", "04", "014", "24", "0124",
               "023", "23")),
    # 0 end above, 1 blanks, 2 after stops, 3 after others, 4 long here
    ("ways", ("2", "3", "4", "12", "13", "012", "013", "014", "04", "0123")),
    # 0 cut above, 1 open above, 2 end above, 3 blanks, 4 reach above
    ("held", ("0", "1", "02", "12", "123", "012", "14", "03")),
    # 0 end above, 1 reach, 2 first lines, 3 indented, 4 margins, 5 start
    ("first", ("012", "034", "12", "34", "0125", "0345")),
    # 0 end, 1 reach, 2 blanks below, 3 start below, 4 reach below
    ("below", ("2", "3", "4", "02", "03", "04", "012", "014", "013", "023", "0124")),
    # 0 end, 1 blanks below, 2 after stops, 3 after others, 4 long here
    ("ways below", ("012", "013", "014", "0123")),
    # 0 cut, 1 open, 2 end, 3 blanks below, 4 reach
    ("held below", ("0", "1", "02", "12", "123", "14")),
    # 0 end, 1 reach below, 2 first lines, 3 indented below, 4 margins
    ("first below", ("012", "034")),
    # 0 head above, 1 head, 2 head below, 3 blanks above, 4 blanks below, 5 end above
    ("heads", ("01", "12", "012", "13", "14", "134", "013", "124", "15", "153", "0", "2")),
    # 0 stuff above, 1 stuff, 2 stuff below, 3 blanks above, 4 blanks below, 5 size
    ("stuff", ("01", "12", "012", "134", "0", "2", "15")),
    # 0 like above, 1 like below, 2 goes on from above, 3 goes on below, 4 head
    ("like", ("04", "14", "24", "34", "014", "234")),
    # 0 lead below, 1 echo, 2 size, 3 head, 4 reach below, 5 body below
    ("lead", ("03", "13", "123", "023", "34", "35", "053", "0153")),
    # 0 from top, 1 from end, 2 head, 3 furniture, 4 start
    ("place", ("0", "1", "02", "13", "03", "04", "12")),
    # 0 long, 1 long above, 2 long below, 3 end, 4 end above, 5 long here
    ("long", ("01", "02", "03", "014", "023", "053", "154")),
    # 0 reach two above, 1 reach above, 2 reach, 3 reach below, 4 reach two below
    ("run", ("12", "23", "123", "012", "234")),
    # 0 size above, 1 size, 2 size below, 3 end above, 4 end
    ("sizes", ("01", "12", "012", "0134")),
    # 0 number form, 1 lead below, 2 head, 3 size, 4 stops of the page
    ("parts", ("0", "012", "23", "03", "024", "4")),
    # 0 wider than above by, 1 narrower than below by, 2 end above, 3 end, 4 lacks, 5 lacks above
    ("grows", ("02", "13", "023", "12", "123", "24", "25", "34", "245", "135", "2413")),
    # 0 bond above, 1 end above, 2 bond below, 3 end, 4 blanks above, 5 blanks below
    ("bond", ("01", "23", "014", "235", "0", "2")),
    # 0 narrower than above by, 1 than below by, 2 end above, 3 end, 4 start, 5 blanks, 6 below
    ("reach", ("02", "12", "012", "03", "13", "013", "024", "124", "025", "136")),
    # 0 first word, 1 end above, 2 reach above, 3 first word below, 4 end, 5 reach,
    # 6 blanks, 7 blanks below
    ("words", ("0", "01", "012", "34", "345", "016", "347")),
    # 0 ends with marks near by, 1 short near by, 2 verse, 3 end, 4 like above, 5 like below, 6 page
    ("poem", ("01", "012", "013", "45", "0145", "016")),
    # 0 a name, 1 head above, 2 head below, 3 blanks above, 4 long below, 5 end above
    ("name", ("0", "01", "02", "03", "04", "015")),
    # of two headline lines: 0 how the second starts, 1 how the first ends, 2 deeds, 3 couplets,
    # 4 lengths, 5 bond, 6 blanks
    ("pair", _PAIR),
    ("pair below", _PAIR),
)  # fmt: skip
"""The groups, each with the parts of it that have weights."""

PARTS: tuple[tuple[tuple[int, ...], ...], ...] = tuple(
    tuple(tuple(int(place) for place in part) for part in parts) for _, parts in GROUPS
)


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
_STUFF = (0.0, 1.5, 3.0, 4.5, 6.0)
_LONG = 42.0
_BESIDE = 4


def _size(width: float) -> str:
    return chr(97 + bisect_right(_SIZES, width))


def _odds(value: float | None, steps: Sequence[float]) -> str:
    return "-" if value is None else str(bisect_right(steps, value))


class _Line(NamedTuple):
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
_OUTSIDE = _Line(*[_EDGE] * len(_Line._fields))
_QUOTES = "“‘「『"


def _line(sight: Sight, own: Own) -> _Line:
    unit = sight.unit
    opened = sight.opened
    return _Line(
        end=_END[unit.ends] + ("q" if unit.tail[-1] in "”’」』" else ""),
        start=unit.starts,
        reach=_REACHES[sight.reach],
        size=_size(unit.width.high),
        blanks=str(unit.blanks),
        head=_odds(own.head, _ODDS),
        stuff=_stuff(own),
        cut=sight.across or "-",
        open="-" if not opened else "q" if opened[-1] in _QUOTES else "b",
        long="1" if unit.width.low > _LONG else "0",
        lead="1" if unit.width.low > 6 and leads(unit.text[:40]) else "0",
        indented="1" if sight.indented else "0",
        word=unit.text[0] if unit.text[0] in _WORDS else "-",
        name="1" if names(unit) else "0",
    )


def _stuff(own: Own) -> str:
    """Give the likeliest of the kinds beside articles, and how likely."""
    kinds = (own.furniture, own.section, own.byline, own.caption)
    odds = [-9.0 if value is None else value for value in kinds]
    best = max(odds)
    return "-" if best == -9.0 else "fnbc"[odds.index(best)] + _odds(best, (2.0, 4.0))


def clues(sights: Sequence[Sight], owns: Sequence[Own]) -> list[Clues]:
    """Give the clues of each line of a page."""
    page = page_of(sights)
    lines = [_line(sight, own) for sight, own in zip(sights, owns, strict=True)]
    padded = [_OUTSIDE, _OUTSIDE, *lines, _OUTSIDE, _OUTSIDE]
    going = [*_headed(sights, owns), _EDGE]
    crowd = _crowds(lines)
    grows, bonds = _grows(sights), _bonds(sights)
    reaches, poems = _reaches(sights), _poems(sights)
    pairs = _pairs(sights, owns, bonds)
    found: list[Clues] = []
    last = len(lines) - 1
    for at, line in enumerate(lines):
        around = padded[at : at + 5]
        _, above, _, below, _ = around
        near = (*_near(sights, at), going[at], going[at + 1], line.head)
        found.append(
            (
                _own(sights[at], line),
                _kind(owns[at], line),
                *_seam(above, line, page, crowd[at]),
                *_seam_below(line, below, page, crowd[min(at + 1, last)]),
                *_beside(around, owns[at], near),
                (_top(at), _top(last - at), line.head, line.stuff, line.start),
                (line.long, above.long, below.long, line.end, above.end, crowd[at]),
                tuple([one.reach for one in around]),
                (above.size, line.size, below.size, above.end, line.end),
                _parts(sights[at], line, below, page),
                (
                    grows[at],
                    grows[at + 1],
                    above.end,
                    line.end,
                    _lack(sights[at]),
                    _lack(sights[at - 1]) if at else _EDGE,
                ),
                (bonds[at], above.end, bonds[at + 1], line.end, line.blanks, below.blanks),
                (*reaches[at], above.end, line.end, line.start, line.blanks, below.blanks),
                (
                    line.word,
                    above.end,
                    above.reach,
                    below.word,
                    line.end,
                    line.reach,
                    line.blanks,
                    below.blanks,
                ),
                (
                    *poems[at],
                    "-" if owns[at].verse is None else "v",
                    line.end,
                    *near[:2],
                    page.ends,
                ),
                (line.name, above.head, below.head, line.blanks, below.long, above.end),
                pairs[at],
                pairs[at + 1],
            )
        )
    return found


def _top(at: int) -> str:
    return str(at) if at < 4 else "m" if at < 10 else "-"


def _own(sight: Sight, line: _Line) -> Key:
    unit = sight.unit
    first, last = unit.text[0], unit.tail[-1]
    pauses = f"{min(2, unit.commas)}{min(2, unit.stops - (last == '。'))}"
    return (
        line.end, line.start, line.reach, line.size, pauses, line.indented,
        "1" if sight.counts else "0", "1" if sight.row else "0",
        "-" if last.isalpha() else "9" if last.isdigit() else last,
        "-" if first.isalpha() else "9" if first.isdigit() else first,
    )  # fmt: skip


def _kind(own: Own, line: _Line) -> Key:
    return (
        line.head, _odds(own.furniture, _STUFF), _odds(own.section, _STUFF),
        _odds(own.byline, _STUFF), _odds(own.caption, _STUFF), "-" if own.verse is None else "v",
        "1" if own.again else "0", "1" if own.boxed else "0", line.size, line.end,
    )  # fmt: skip


def _seam(above: _Line, line: _Line, page: Page, crowd: str) -> tuple[Key, Key, Key, Key]:
    return (
        (above.end, above.reach, line.blanks, line.start, line.reach),
        (above.end, line.blanks, page.stops, page.others, crowd),
        (above.cut, above.open, above.end, line.blanks, above.reach),
        (above.end, line.reach, page.firsts, line.indented, page.margins, line.start),
    )


def _seam_below(line: _Line, below: _Line, page: Page, crowd: str) -> tuple[Key, Key, Key, Key]:
    return (
        (line.end, line.reach, below.blanks, below.start, below.reach),
        (line.end, below.blanks, page.stops, page.others, crowd),
        (line.cut, line.open, line.end, below.blanks, line.reach),
        (line.end, below.reach, page.firsts, below.indented, page.margins),
    )


def _beside(around: Sequence[_Line], own: Own, near: Key) -> tuple[Key, Key, Key, Key]:
    _, above, line, below, _ = around
    heading = below.head not in (_EDGE, "-") and below.head > "3"
    body = "h" if heading else below.long + below.reach
    return (
        (above.head, line.head, below.head, line.blanks, below.blanks, above.end),
        (above.stuff, line.stuff, below.stuff, line.blanks, below.blanks, line.size),
        near,
        (below.lead, str(int(own.echo * 5)), line.size, line.head, below.reach, body),
    )


def _near(sights: Sequence[Sight], at: int) -> tuple[str, str]:
    """Compare a line's length with those above and below."""
    size = len(sights[at].unit.text)
    above = len(sights[at - 1].unit.text) if at else 0
    below = len(sights[at + 1].unit.text) if at + 1 < len(sights) else 0
    return _ratio(size, above), _ratio(size, below)


def _ratio(one: int, other: int) -> str:
    if one == other:
        return "="
    if abs(one - other) <= 2:
        return "~"
    return "<" if one < other else ">"


_GOES_ON = (-4.0, -2.0, -0.5, 1.0, 2.5)


def _headed(sights: Sequence[Sight], owns: Sequence[Own]) -> list[str]:
    """Give for each line how far the headline above goes on in it, as a class."""
    units = [sight.unit for sight in sights]
    found = [_EDGE]
    for at in range(1, len(sights)):
        if owns[at - 1].head is None or owns[at].head is None:
            found.append("-")
            continue
        below = headlines.text_below(units, at)
        found.append(_odds(headlines.goes_on(sights[at - 1], sights[at], below), _GOES_ON))
    return found


def _crowds(lines: Sequence[_Line]) -> list[str]:
    """Tell for each line how many lines near by are long."""
    total, sums = 0, [0]
    for line in lines:
        total += line.long == "1"
        sums.append(total)
    found: list[str] = []
    for at in range(len(lines)):
        low, high = max(0, at - _BESIDE), min(len(lines), at + _BESIDE + 1)
        share = (sums[high] - sums[low]) / (high - low)
        found.append("0" if share == 0 else "1" if share < 0.34 else "2")
    return found


def _grows(sights: Sequence[Sight]) -> list[str]:
    """Give for each line by how many half ems it is wider than the one above, and an end."""
    found = [_EDGE]
    for before, after in pairwise(sights):
        gain = after.unit.width.high - before.unit.width.high
        found.append(str(max(-9, min(9, round(gain * 2)))))
    found.append(_EDGE)
    return found


_NO_PAIR = ("-",) * 7


def _pairs(sights: Sequence[Sight], owns: Sequence[Own], bonds: Sequence[str]) -> list[Key]:
    """See at each line end between two lines that may be headlines whether they are one."""
    found: list[Key] = [_NO_PAIR]
    for at, (before, after) in enumerate(pairwise(sights)):
        if owns[at].head is None or owns[at + 1].head is None:
            found.append(_NO_PAIR)
            continue
        first, second = before.unit.text, after.unit.text
        found.append(
            (
                headlines.start_form(second),
                "o" if before.opened else headlines.end_form(first),
                headlines.deeds(first, second),
                f"{headlines.couplet(first):d}{headlines.couplet(second):d}",
                _ratio(len(first), len(second)),
                bonds[at + 1] + (before.across or "-")[0],
                str(after.unit.blanks),
            )
        )
    found.append(_NO_PAIR)
    return found


_NEAR = 3


def _reaches(sights: Sequence[Sight]) -> list[tuple[str, str]]:
    """Give by how many half ems a line is narrower than the widest of the three on each side."""
    wide = [sight.unit.width.high for sight in sights]
    found: list[tuple[str, str]] = []
    for at, width in enumerate(wide):
        above, below = wide[max(0, at - _NEAR) : at], wide[at + 1 : at + 1 + _NEAR]
        found.append((_less(above, width), _less(below, width)))
    return found


def _less(others: Sequence[float], width: float) -> str:
    return str(max(-5, min(9, round((max(others) - width) * 2)))) if others else _EDGE


_MARKED = frozenset(("stop", "cry", "comma", "semi", "colon"))
_POEM = 15.0


def _poems(sights: Sequence[Sight]) -> list[tuple[str, str]]:
    """Tell how many lines near by end with a mark, and how many are short: of seven."""
    marked = [sight.unit.ends in _MARKED for sight in sights]
    short = [sight.unit.width.high <= _POEM for sight in sights]
    return [
        (
            str(sum(marked[max(0, at - _NEAR) : at + _NEAR + 1])),
            str(sum(short[max(0, at - _NEAR) : at + _NEAR + 1])),
        )
        for at in range(len(sights))
    ]


def _lack(sight: Sight) -> str:
    """Give by how many half ems a line is narrower than its column."""
    if sight.column is None:
        return "?"
    return str(max(-4, min(9, round((sight.column - sight.unit.width.high) * 2))))


def _bonds(sights: Sequence[Sight]) -> list[str]:
    """Tell of each line end whether the characters across it stand together elsewhere.

    Names and words of the page's own are in no dictionary, but they come again.
    """
    text = "\n".join([sight.unit.text for sight in sights])
    pairs = set(map(add, text, text[1:]))
    found = [_EDGE]
    for before, after in pairwise(sights):
        left, right = before.unit.tail, after.unit.text
        if left[-1] + right[0] not in pairs:
            found.append("0")
        elif left[-2:] + right[0] in text or left[-1] + right[:2] in text:
            found.append("2")
        else:
            found.append("1")
    found.append(_EDGE)
    return found


def _parts(sight: Sight, line: _Line, below: _Line, page: Page) -> Key:
    """See whether a line is numbered or marked as the title of a part is."""
    text = sight.unit.text
    form = "n" if headlines.numbered(text) else "c" if headlines.couplet(text) else "-"
    return (form, below.lead, line.head, line.size, page.ends)
