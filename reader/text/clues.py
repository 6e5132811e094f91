"""Turn what is seen of each line into clues: small classes, grouped, of which the field is made.

A clue is a group of classes of a line and its neighbours, such as how the line above ends, how wide
it is in its column and how many blank lines follow it. Each group is looked at through several
of its parts at once (`GROUPS`), and each value of a part has a weight for each state. What a page
does as a whole (how often a blank line follows a full stop, how wide its first lines are) is a
class of each of its lines, so that a blank line can mean one thing here and another there.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text import near
from reader.text.classes import EDGE, OUTSIDE, Line, Page, body, line_of, odds, page_of
from reader.text.ways import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Sight
    from reader.text.near import Key
    from reader.text.own import Own

Clues = tuple["Key", ...]
"""The groups of a line, in the order of `GROUPS`."""
_STUFF = (0.0, 1.5, 3.0, 4.5, 6.0)

_PAIR = (
    "0", "1", "2", "3", "4", "5", "01", "04", "14", "23", "24", "34", "012", "45", "56", "016",
    "245",
)  # fmt: skip
_MANNER = (
    "078", "078b", "078ac", "179", "1790", "27a", "27a4", "37a", "347a", "5", "57", "57e", "57be",
    "da6", "27ab", "2347a", "0278a",
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
    # 0 form, 1 lead below, 2 head, 3 size, 4 stops of the page, 5 lines of its form, 6 body below
    ("parts", ("0", "012", "23", "03", "024", "4", "05", "025", "056", "0125", "0256")),
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
    # 0 label, 1 label above, 2 label below, 3 labels near by, 4 end above, 5 end, 6 furniture
    ("label", ("0", "1", "2", "3", "01", "014", "02", "025", "013", "034", "06", "036", "0136")),
    # what stands together: 0 across this line, 1 across the one above, 2 across the one below,
    # 3 across this and the one below, 4 across this and the one above; 5 caption, 6 furniture,
    # 7 end above, 8 reach, 9 bond above
    ("skip", ("0", "1", "2", "05", "06", "09", "19", "058", "078", "0589", "35", "45", "359",
              "17", "27", "08", "38")),
    # what is done here (`ways`): 0 first lines short, 1 set in, 2 blank before them, 3 behind them,
    # 4 inside, 5 stops that go on, 6 blank before headlines; 7 end above, 8 reach, 9 indented,
    # a blanks, b reach above, c start, d head, e long above
    ("manner", _MANNER),
    ("manner below", _MANNER),
)  # fmt: skip
"""The groups, each with the parts of it that have weights."""

PARTS: tuple[tuple[tuple[int, ...], ...], ...] = tuple(
    tuple(tuple(int(place, 16) for place in part) for part in parts) for _, parts in GROUPS
)


def clues(sights: Sequence[Sight], owns: Sequence[Own]) -> list[Clues]:
    """Give the clues of each line of a page that is read for the first time."""
    sheet = _Sheet(sights, owns)
    seams = sheet.manners()
    return [
        (*sheet.seams(at), *sheet.beside(at), *sheet.near(at), seams[at], seams[at + 1])
        for at in range(len(sights))
    ]


class _Sheet:
    """The classes of all lines of a page, and what each tells beside its neighbours."""

    def __init__(self, sights: Sequence[Sight], owns: Sequence[Own]) -> None:
        self.sights, self.owns = sights, owns
        self.page = page_of(sights)
        lines = [line_of(sight, own) for sight, own in zip(sights, owns, strict=True)]
        self.lines = [OUTSIDE, OUTSIDE, *lines, OUTSIDE, OUTSIDE]
        self.lengths = [near.lengths(sights, at) for at in range(len(sights))]
        self.going = [*near.headed(sights, owns), EDGE]
        self.crowd = near.crowds(lines)
        self.crowd.extend(self.crowd[-1:])
        self.grows, self.bonds = near.grown(sights), near.bonds(sights)
        self.lacks = [*map(near.lack, sights), EDGE]
        self.reaches, self.poems = near.reaches(sights), near.poems(sights)
        self.pairs = near.headline_pairs(sights, owns, self.bonds.next)
        self.labels = near.labels(sights)
        self.several = near.several(self.labels)
        self.labels.append(EDGE)
        self.forms = [near.form(sight, own) for sight, own in zip(sights, owns, strict=True)]
        self.many = {form: str(min(3, n)) for form, n in Counter(self.forms).items()}

    def seams(self, at: int) -> Clues:
        """Give what a line says by itself, and what its two line ends say."""
        _, above, line, below, _ = self.lines[at : at + 5]
        return (
            _own(self.sights[at], line),
            _kind(self.owns[at], line),
            *_seam(above, line, self.page, self.crowd[at]),
            *_seam_below(line, below, self.page, self.crowd[at + 1]),
        )

    def beside(self, at: int) -> Clues:
        """Give what a line is beside its neighbours, and where it stands."""
        around = self.lines[at : at + 5]
        _, above, line, below, _ = around
        lengths = self.lengths[at]
        last = len(self.sights) - 1
        form = self.forms[at]
        return (
            *_beside(around, self.owns[at], (*lengths, *self.going[at : at + 2], line.head)),
            (_top(at), _top(last - at), line.head, line.stuff, line.start),
            (line.long, above.long, below.long, line.end, above.end, self.crowd[at]),
            tuple([one.reach for one in around]),
            (above.size, line.size, below.size, above.end, line.end),
            (
                form, below.lead, line.head, line.size, self.page.ends, self.many[form],
                body(below),
            ),
        )  # fmt: skip

    def near(self, at: int) -> Clues:
        """Give how a line compares with those near by."""
        _, above, line, below, _ = self.lines[at : at + 5]
        grows, bonds, pairs = self.grows, self.bonds.next, self.pairs
        skip, jump, labels = self.bonds.skip, self.bonds.jump, self.labels
        caption, stuff = odds(self.owns[at].caption, _STUFF), odds(self.owns[at].furniture, _STUFF)
        lengths = self.lengths[at]
        verse = "-" if self.owns[at].verse is None else "v"
        return (
            (grows[at], grows[at + 1], above.end, line.end, self.lacks[at], self.lacks[at - 1]),
            (bonds[at], above.end, bonds[at + 1], line.end, line.blanks, below.blanks),
            (*self.reaches[at], above.end, line.end, line.start, line.blanks, below.blanks),
            (
                line.word, above.end, above.reach, below.word, line.end, line.reach,
                line.blanks, below.blanks,
            ),
            (*self.poems[at], verse, line.end, *lengths, self.page.ends),
            (line.name, above.head, below.head, line.blanks, below.long, above.end),
            pairs[at],
            pairs[at + 1],
            (
                labels[at], labels[at - 1] if at else EDGE, labels[at + 1], self.several[at],
                above.end, line.end, stuff,
            ),
            (
                skip[at], skip[at - 1] if at else EDGE, skip[at + 1], jump[at],
                jump[at - 1] if at else EDGE, caption, stuff, above.end, line.reach, bonds[at],
            ),
        )  # fmt: skip

    def manners(self) -> list[Key]:
        """Give what is seen at each line end, to be read by what the page does there."""
        return [
            (
                *UNKNOWN, above.end[0], line.reach, line.indented, line.blanks, above.reach,
                line.start, line.head, above.long,
            )
            for above, line in pairwise(self.lines[1:-1])
        ]  # fmt: skip


def _top(at: int) -> str:
    return str(at) if at < 4 else "m" if at < 10 else "-"


def _own(sight: Sight, line: Line) -> Key:
    unit = sight.unit
    first, last = unit.text[0], unit.tail[-1]
    pauses = f"{min(2, unit.commas)}{min(2, unit.stops - (last == '。'))}"
    return (
        line.end, line.start, line.reach, line.size, pauses, line.indented,
        "1" if sight.counts else "0", "1" if sight.row else "0",
        "-" if last.isalpha() else "9" if last.isdigit() else last,
        "-" if first.isalpha() else "9" if first.isdigit() else first,
    )  # fmt: skip


def _kind(own: Own, line: Line) -> Key:
    return (
        line.head, odds(own.furniture, _STUFF), odds(own.section, _STUFF),
        odds(own.byline, _STUFF), odds(own.caption, _STUFF), "-" if own.verse is None else "v",
        "1" if own.again else "0", "1" if own.boxed else "0", line.size, line.end,
    )  # fmt: skip


def _seam(above: Line, line: Line, page: Page, crowd: str) -> tuple[Key, Key, Key, Key]:
    return (
        (above.end, above.reach, line.blanks, line.start, line.reach),
        (above.end, line.blanks, page.stops, page.others, crowd),
        (above.cut, above.open, above.end, line.blanks, above.reach),
        (above.end, line.reach, page.firsts, line.indented, page.margins, line.start),
    )


def _seam_below(line: Line, below: Line, page: Page, crowd: str) -> tuple[Key, Key, Key, Key]:
    return (
        (line.end, line.reach, below.blanks, below.start, below.reach),
        (line.end, below.blanks, page.stops, page.others, crowd),
        (line.cut, line.open, line.end, below.blanks, line.reach),
        (line.end, below.reach, page.firsts, below.indented, page.margins),
    )


def _beside(around: Sequence[Line], own: Own, like: Key) -> tuple[Key, Key, Key, Key]:
    _, above, line, below, _ = around
    return (
        (above.head, line.head, below.head, line.blanks, below.blanks, above.end),
        (above.stuff, line.stuff, below.stuff, line.blanks, below.blanks, line.size),
        like,
        (below.lead, str(int(own.echo * 5)), line.size, line.head, below.reach, body(below)),
    )
