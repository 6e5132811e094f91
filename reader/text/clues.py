"""Turn what is seen of each line into clues: small classes, grouped, of which the field is made.

A clue is a group of classes of a line and its neighbours, such as how the line above ends, how wide
it is in its column and how many blank lines follow it. Each group is looked at through several
of its parts at once (`GROUPS`), and each value of a part has a weight for each state. What a page
does as a whole (how often a blank line follows a full stop, how wide its first lines are) is a
class of each of its lines, so that a blank line can mean one thing here and another there.
"""

from __future__ import annotations

from collections import Counter
from itertools import repeat
from typing import TYPE_CHECKING

from reader.text import echoes, near
from reader.text.classes import EDGE, FLAGS, STUFF, lines_of, odds, page_of
from reader.text.ways import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.text.features import Sight
    from reader.text.near import Key
    from reader.text.own import Own

Clues = tuple["Key", ...]
"""The groups of a line, in the order of `GROUPS`."""

_PAIR = (
    "0", "1", "2", "3", "4", "5", "01", "04", "14", "23", "24", "34", "012", "45", "56", "016",
    "245", "7", "8", "9", "a", "b", "c", "bc",
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
    # 4 lengths, 5 bond, 6 blanks, 7 length of the first, 8 of the second, 9 by how much the second
    # is longer, a length of both, b how much of the first the text below repeats, c of the second
    ("pair", _PAIR),
    ("pair below", _PAIR),
    # 0 label, 1 label above, 2 label below, 3 labels near by, 4 end above, 5 end, 6 furniture
    ("label", ("0", "1", "2", "3", "01", "014", "02", "025", "013", "034", "06", "036", "0136")),
    # what stands together: 0 across this line, 1 across the one above, 2 across the one below,
    # 3 across this and the one below, 4 across this and the one above; 5 caption, 6 furniture,
    # 7 end above, 8 reach, 9 bond above
    ("skip", ("0", "1", "2", "05", "06", "09", "19", "058", "078", "0589", "35", "45", "359",
              "17", "27", "08", "38")),
    # 0 how much of a line others repeat, 1 where they stand, 2 head, 3 furniture, 4 size,
    # 5 head above, 6 head below
    ("told", ("0", "01", "02", "012", "03", "013", "04", "024", "0125", "0126")),
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
    sheet = Sheet(sights, owns)
    seams = [(*UNKNOWN, *seam) for seam in sheet.seams()]
    return list(zip(*sheet.columns(), seams[:-1], seams[1:], strict=True))


class Sheet:
    """The classes of all lines of a page, and what they tell beside their neighbours.

    Groups are put together for all lines of a page at once, from lists of their classes.
    """

    def __init__(self, sights: Sequence[Sight], owns: Sequence[Own]) -> None:
        self.sights, self.owns = sights, owns
        self.page = page_of(sights)
        self.line = lines_of(sights, owns)
        self.above, self.below = self.line.above(), self.line.below()
        self.crowd = near.crowds(self.line.long)
        self.lengths = near.lengths(sights)
        self.meetings = near.meetings(sights)
        self.furniture = [odds(own.furniture, STUFF) for own in owns]
        self.caption = [odds(own.caption, STUFF) for own in owns]
        self.verse = ["-" if own.verse is None else "v" for own in owns]

    def columns(self) -> Iterator[Iterable[Key]]:
        """Give all groups but those in `ways.RETOLD`, in the order of `GROUPS`: each of all lines.

        One is to be used up before the next is asked for, so that few are at hand at a time.
        """
        yield self._own()
        yield self._kind()
        yield from self._seams()
        yield from self._seams_below()
        yield from self._beside()
        yield from self._places()
        yield from self._compared()
        yield from self._marked()

    def seams(self) -> list[Key]:
        """Give what is seen at each line end, to be read by what the page does there.

        The first is the one above the first line, the last the one below the last.
        """
        above, line = self.above, self.line
        ends = [end[0] for end in above.end]
        found: list[Key] = list(
            zip(
                ends, line.reach, line.indented, line.blanks, above.reach, line.start, line.head,
                above.long, strict=True,
            )
        )  # fmt: skip
        end, reach, long = line.end[-1][0], line.reach[-1], line.long[-1]
        found.append((end, EDGE, EDGE, EDGE, reach, EDGE, EDGE, long))
        return found

    def _own(self) -> Iterable[Key]:
        line, units = self.line, [sight.unit for sight in self.sights]
        lasts = [unit.tail[-1] for unit in units]
        pauses = [
            _PAUSES[min(2, unit.commas)][min(2, unit.stops - (last == "。"))]
            for unit, last in zip(units, lasts, strict=True)
        ]
        return zip(
            line.end, line.start, line.reach, line.size, pauses, line.indented,
            [FLAGS[sight.counts] for sight in self.sights],
            [FLAGS[sight.row] for sight in self.sights],
            map(_mark, lasts), [_mark(unit.text[0]) for unit in units], strict=True,
        )  # fmt: skip

    def _kind(self) -> Iterable[Key]:
        line, owns = self.line, self.owns
        return zip(
            line.head, self.furniture, [odds(own.section, STUFF) for own in owns],
            [odds(own.byline, STUFF) for own in owns], self.caption, self.verse,
            [FLAGS[own.again] for own in owns], [FLAGS[own.boxed] for own in owns],
            line.size, line.end, strict=True,
        )  # fmt: skip

    def _seams(self) -> Iterator[Iterable[Key]]:
        above, line, page = self.above, self.line, self.page
        stops, others = repeat(page.stops), repeat(page.others)
        firsts, margins = repeat(page.firsts), repeat(page.margins)
        yield zip(above.end, above.reach, line.blanks, line.start, line.reach, strict=True)
        yield zip(above.end, line.blanks, stops, others, self.crowd, strict=False)
        yield zip(above.cut, above.open, above.end, line.blanks, above.reach, strict=True)
        yield zip(
            above.end, line.reach, firsts, line.indented, margins, line.start, strict=False
        )  # fmt: skip

    def _seams_below(self) -> Iterator[Iterable[Key]]:
        line, below, page = self.line, self.below, self.page
        stops, others = repeat(page.stops), repeat(page.others)
        firsts, margins = repeat(page.firsts), repeat(page.margins)
        crowd = [*self.crowd[1:], self.crowd[-1]]
        yield zip(line.end, line.reach, below.blanks, below.start, below.reach, strict=True)
        yield zip(line.end, below.blanks, stops, others, crowd, strict=False)
        yield zip(line.cut, line.open, line.end, below.blanks, line.reach, strict=True)
        yield zip(line.end, below.reach, firsts, below.indented, margins, strict=False)

    def _beside(self) -> Iterator[Iterable[Key]]:
        above, line, below = self.above, self.line, self.below
        going = near.headed(self.sights, self.owns)
        yield zip(
            above.head, line.head, below.head, line.blanks, below.blanks, above.end, strict=True
        )
        yield zip(
            above.stuff, line.stuff, below.stuff, line.blanks, below.blanks, line.size, strict=True
        )
        yield zip(*self.lengths, going, [*going[1:], EDGE], line.head, strict=True)
        echoes = [_DIGITS[int(own.echo * 5)] for own in self.owns]
        yield zip(below.lead, echoes, line.size, line.head, below.reach, below.body, strict=True)

    def _places(self) -> Iterator[Iterable[Key]]:
        above, line, below = self.above, self.line, self.below
        tops = _tops(len(self.sights))
        yield zip(tops, tops[::-1], line.head, line.stuff, line.start, strict=True)
        yield zip(line.long, above.long, below.long, line.end, above.end, self.crowd, strict=True)
        higher, lower = [EDGE, *above.reach[:-1]], [*below.reach[1:], EDGE]
        yield zip(higher, above.reach, line.reach, below.reach, lower, strict=True)
        yield zip(above.size, line.size, below.size, above.end, line.end, strict=True)
        forms = list(map(near.form, self.sights, self.owns))
        counted = {form: _DIGITS[min(3, n)] for form, n in Counter(forms).items()}
        many = map(counted.__getitem__, forms)
        ends = repeat(self.page.ends)
        yield zip(forms, below.lead, line.head, line.size, ends, many, below.body, strict=False)

    def _compared(self) -> Iterator[Iterable[Key]]:
        above, line, below = self.above, self.line, self.below
        grows, bonds, lacks = near.grown(self.sights), self.meetings.next, near.lacks(self.sights)
        yield zip(
            grows[:-1], grows[1:], above.end, line.end, lacks, [EDGE, *lacks[:-1]], strict=True
        )
        yield zip(
            bonds[:-1], above.end, bonds[1:], line.end, line.blanks, below.blanks, strict=True
        )
        yield zip(
            *near.reaches(self.sights), above.end, line.end, line.start, line.blanks, below.blanks,
            strict=True,
        )  # fmt: skip
        yield zip(
            line.word, above.end, above.reach, below.word, line.end, line.reach,
            line.blanks, below.blanks, strict=True,
        )  # fmt: skip
        yield zip(
            *near.poems(self.sights), self.verse, line.end, *self.lengths, repeat(self.page.ends),
            strict=False,
        )  # fmt: skip

    def _marked(self) -> Iterator[Iterable[Key]]:
        above, line, below = self.above, self.line, self.below
        yield zip(
            line.name, above.head, below.head, line.blanks, below.long, above.end, strict=True
        )
        pairs = near.headline_pairs(self.sights, self.owns, self.meetings.next)
        yield pairs[:-1]
        yield pairs[1:]
        labels = near.labels(self.sights)
        several = near.several(labels)
        yield zip(
            labels, [EDGE, *labels[:-1]], [*labels[1:], EDGE], several, above.end, line.end,
            self.furniture, strict=True,
        )  # fmt: skip
        bonds, skip, jump = self.meetings
        yield zip(
            skip[:-1], [EDGE, *skip[:-2]], skip[1:], jump[:-1], [EDGE, *jump[:-2]], self.caption,
            self.furniture, above.end, line.reach, bonds[:-1], strict=True,
        )  # fmt: skip
        shares, sides = echoes.of_lines(
            [sight.unit.text for sight in self.sights], [own.head is not None for own in self.owns]
        )
        yield zip(
            shares, sides, line.head, line.stuff, line.size, above.head, below.head, strict=True
        )


_DIGITS = "0123456789"
_PAUSES = tuple(tuple(f"{commas}{stops}" for stops in range(3)) for commas in range(3))
"""Classes of how many commas a line has, and how many stops inside it."""


def _mark(mark: str) -> str:
    return "-" if mark.isalpha() else "9" if mark.isdigit() else mark


def _tops(size: int) -> list[str]:
    """Class how far each line stands from the top of the page."""
    return [*"0123", *"m" * 6, *"-" * (size - 10)][:size]
