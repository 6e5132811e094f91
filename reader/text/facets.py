"""See the blocks of a decoded page beside each other, as small classes.

The field reads line by line and sees no further than a few lines. What a short line is shows on
the whole page: titles of parts come in series of one form, titles stand above leads that repeat
their words, blank lines stand above titles and not above subheads, or the other way round. The
classes are grouped and looked at through several parts at once, as in `clues`.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from operator import add
from typing import TYPE_CHECKING

from reader.text import cohesion, echoes, headlines, openings, voices
from reader.text.classes import odds
from reader.text.faces import HEADS, OUTSIDE, SHORT, TEXT
from reader.text.furniture import lone_name, names
from reader.text.manners import Ways, far, others, told
from reader.text.near import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.faces import Face, Shown
    from reader.text.features import Unit
    from reader.text.near import Key

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # 0 kind, 1 headline, 2 subhead, 3 byline, 4 caption, 5 furniture, 6 label, 7 paragraph, 8 lines
    ("field", ("", "0", "1", "2", "3", "4", "5", "6", "7", "01", "12", "17", "15", "16", "14",
               "13", "127", "08", "18", "56")),
    # 0 size, 1 end, 2 start, 3 form, 4 kind, 5 own head
    ("own", ("0", "1", "2", "3", "5", "01", "02", "12", "34", "40", "41", "42", "012", "05", "15")),
    # 0 own furniture, 1 section, 2 byline, 3 caption, 4 again, 5 boxed, 6 name, 7 kind, 8 size
    ("stuff", ("0", "1", "2", "3", "4", "5", "6", "07", "17", "27", "37", "68", "67", "48", "18")),
    # 0 kind above, 1 kind below, 2 kind, 3 blanks above, 4 blanks below, 5 lead below, 6 two above,
    # 7 two below
    ("near", ("0", "1", "02", "12", "012", "03", "14", "023", "124", "034", "0124", "15", "06",
              "17", "026", "127", "02347")),
    # 0 lead below, 1 echo below, 2 echo above, 3 kind, 4 size, 5 end, 6 share of headline
    ("echo", ("0", "1", "2", "12", "012", "13", "23", "123", "03", "14", "24", "124", "15", "135",
              "0135", "16", "156", "0156")),
    # 0 text since the last short block, 1 text to the next, 2 kind, 3 kind above
    ("far", ("0", "1", "01", "02", "12", "012", "03", "013")),
    # 0 form, 1 others of the form, 2 their share of subheads, 3 of headlines, 4 lead, 5 kind
    ("series", ("0", "01", "012", "013", "2", "3", "23", "25", "35", "235", "024", "24", "124",
                "1235")),
    # 0 blanks above as titles have, 1 as subheads have, 2 below as titles, 3 kind, 4 kind above
    ("ways", ("0", "1", "2", "01", "02", "012", "03", "013", "04", "023", "034")),
    # 0 size beside sure titles, 1 beside sure subheads, 2 byline below, 3 bylines below titles,
    # 4 kind, 5 share of headline, 6 lead below, 7 leads below titles, 8 form
    ("style", ("0", "1", "01", "04", "14", "014", "23", "234", "67", "674", "015", "235", "678",
               "018", "0145", "67235")),
    # 0 from top, 1 from end, 2 kind, 3 titles of the page, 4 subheads, 5 labels
    ("page", ("0", "1", "02", "12", "3", "4", "5", "32", "42", "52", "342")),
    # of two headlines in a row: 0 kind above, 1 kind, 2 blanks, 3 whole, 4 echo below of the upper,
    # 5 of the lower, 6 sizes, 7 form above, 8 form, 9 how the first ends and the second starts
    ("two", ("01", "012", "013", "0145", "45", "016", "78", "019", "03", "23", "0178", "9", "3")),
    # of running text: 0 lead, 1 kind above, 2 signed above, 3 end above, 4 blanks, 5 as usual,
    # 6 words of the headline, 7 blocks since it
    ("begin", ("0", "1", "2", "01", "02", "03", "012", "06", "016", "017", "26", "27", "067", "05",
               "025", "13", "67")),
    # 0 words that the text above and below share, 1 the same beside what is usual, 2 kind,
    # 3 kind above, 4 lead below, 5 share of headline, 6 size, 7 of subhead
    ("topic", ("0", "1", "02", "12", "012", "03", "13", "023", "04", "14", "024", "05", "15",
               "025", "026", "126", "057", "045", "0235")),
    # of a short line and what stands below it: 0 kind below, 1 kind, 2 size below, 3 size,
    # 4 echo of the line, 5 echo of the line below, 6 own section, 7 form below, 8 form, 9 how the
    # first ends and the second starts
    ("under", ("01", "012", "013", "0123", "45", "0145", "06", "036", "78", "178", "0345", "9",
               "0136", "19")),
    # 0 name, 1 kind above, 2 size above, 3 kind below, 4 kind, 5 size
    ("who", ("01", "012", "013", "014", "0134", "015", "05", "0235")),
    # between the headlines above and below: 0 other subheads, 1 of the form of this one, 2 kind,
    # 3 blocks of text since the last headline or subhead, 4 to the next, 5 words shared,
    # 6 share of subhead, 7 of headline, 8 size
    ("alone", ("0", "02", "012", "03", "23", "24", "234", "025", "06", "026", "07", "0256", "0235",
               "0127", "0278", "0234")),
    # of a short line: 0 its last mark, 1 who speaks, 2 kind and end above, 3 kind, 4 echo below,
    # 5 commas, 6 kind below, 7 size, 8 name, 9 how like a headline what stands below, a from top
    ("mark", ("0", "03", "02", "023", "01", "013", "0123", "024", "0234", "05", "053", "0523",
              "012", "0237", "0236", "28", "283", "239", "2389", "0239", "0a", "0a3", "287", "13",
              "2379")),
    # of a short line: 0 how much of it the text most like it repeats, 1 where that stands,
    # 2 headlines above that, 3 kind, 4 share of headline, 5 echo below, 6 size, 7 of furniture
    ("told", ("0", "01", "03", "013", "04", "014", "0134", "023", "0123", "07", "017", "0173",
              "05", "06", "067", "064")),
)  # fmt: skip
"""The groups, each with the parts of it that have weights."""
PARTS = tuple(
    tuple(tuple(int(place, 16) for place in part) for part in parts) for _, parts in GROUPS
)
Clues = tuple["Key", ...]
"""The groups of a block, in the order of `GROUPS`."""

_STEPS = (0.003, 0.02, 0.08, 0.25, 0.5, 0.75, 0.92, 0.98)
_SIZES = (2, 4, 5, 6, 8, 10, 12, 14, 17, 20, 24, 28, 34, 42, 60, 100, 200)
_ODDS = (-3.0, -1.5, -0.5, 0.3, 1.2, 2.2, 3.5)
_STUFF = (0.0, 1.5, 3.0, 4.5, 6.0)
_FAR = (1, 20, 50, 100, 200, 400, 800, 1600)
_ECHO = (0.05, 0.15, 0.3, 0.45, 0.6, 0.8)
BELOW, ABOVE = 220, 600
"""Characters of the text below and above in which a headline's words are looked for."""
_BLOCKS_BELOW, _BLOCKS_ABOVE, _LEAD_REACH = 6, 12, 4
_MOST_WORDS = 200
"""Pairs of characters of the headlines above that are kept."""
_LONG = 24
"""Characters from which on a paragraph is weighed as a lead."""
_NO_PAIR = ("-",) * 10
_NO_TEXT = ("-",) * 8
_NO_WHO = ("-",) * 6
_NO_ALONE = ("-",) * 9
_NO_MARK = ("-",) * 11
_TOPIC = (0.001, 0.008, 0.015, 0.025, 0.04, 0.06, 0.09)
_BESIDE = (0.05, 0.3, 0.6, 0.9, 1.4, 2.2)


def clues(blocks: Sequence[Block], seen: Sequence[Face], shown: Shown) -> list[Clues]:
    """Give the clues of the blocks of a page."""
    sheet = _Sheet(blocks, seen, shown)
    return [sheet.clues(at) for at in range(len(seen))]


class _Sheet:
    """The blocks of a page, asked for their clues one after another."""

    def __init__(self, blocks: Sequence[Block], seen: Sequence[Face], shown: Shown) -> None:
        self.seen = seen
        self.around = [OUTSIDE, OUTSIDE, *seen, OUTSIDE, OUTSIDE]
        self.owns = [shown.owns[block.units[0]] for block in blocks]
        self.firsts = [shown.sights[block.units[0]].unit for block in blocks]
        self.lasts = [shown.sights[block.units[-1]].unit for block in blocks]
        self.leads = [
            _lead(unit.text) if one.kind == "p" and one.size > _LONG else "0"
            for unit, one in zip(self.firsts, seen, strict=True)
        ]
        self.since, self.until = far(seen), far(seen[::-1])[::-1]
        self.paras, self.ahead = told(seen), told(seen[::-1])[::-1]
        self.others = others(seen)
        self.named = [
            _named(unit) if one.short else "0" for unit, one in zip(self.firsts, seen, strict=True)
        ]
        self.below = [self._lead_below(at) for at in range(len(seen))]
        self.ways = Ways(seen, [lead in "23" for lead in self.below])
        self.sizes = [_class(one.size, _SIZES) for one in seen]
        self.heads, self.parts = ([_class(one.shares[n], _STEPS) for one in seen] for n in (0, 1))
        self.downs = [
            self._echo_below(at, one.text) if one.short else "-" for at, one in enumerate(seen)
        ]
        self.shared, self.usual = cohesion.shared(seen)
        self.told = echoes.of_blocks(seen)
        self.words: set[str] = set()  # pairs of characters of the headlines above
        self.behind = 0  # blocks of text since them
        self._shape = cache(headlines.shape)

    def clues(self, at: int) -> Clues:
        """Give the clues of the block at a place; to be asked in order."""
        above, one, below = self.around[at + 1 : at + 4]
        kind, form, lead, down = one.kind, one.form, self.below[at], self.downs[at]
        up = self._echo_above(at, one.text) if one.short else "-"
        others, subheads, heads = self.ways.series(one)
        before = _kind(above) + (_ended(self.lasts[at - 1]) if above.kind == "p" else "")
        return (
            (
                kind, *[_DIGITS[bisect_right(_STEPS, share)] for share in one.shares[:7]],
                _DIGITS[min(4, one.lines)],
            ),
            self._own(at, one), self._stuff(at, one),
            (
                before, _kind(below), kind, str(one.blanks), str(below.blanks), lead,
                self.around[at].kind, self.around[at + 4].kind,
            ),
            (
                lead, down, up, kind, self.sizes[at], self.lasts[at].ends, self.heads[at],
            ),
            (_class(self.since[at], _FAR), _class(self.until[at], _FAR), kind, before),
            (
                form, str(min(3, others)), _class(subheads, _STEPS) if others else "-",
                _class(heads, _STEPS) if others else "-", lead, kind,
            ),
            (*self.ways.blanks(one, below), kind, before),
            self._style(at, one, below),
            (_top(at), _top(len(self.seen) - 1 - at), kind, *self.ways.counts),
            self._two(at),
            self._begin(at, above, one),
            self._topic(at, before),
            self._under(at), self._who(at, above, below), self._alone(at),
            self._mark(at, before),
            (
                *self.told[at], kind, self.heads[at], down, self.sizes[at],
                _class(one.shares[4], _STEPS),
            ),
        )  # fmt: skip

    def _topic(self, at: int, before: str) -> Key:
        one, share = self.seen[at], self.shared[at]
        if share is None:
            told = beside = "-"
        else:
            told = _class(share, _TOPIC)
            beside = _class(share / self.usual, _BESIDE) if self.usual else "?"
        return (
            told, beside, one.kind, before, self.below[at], self.heads[at],
            self.sizes[at], self.parts[at],
        )  # fmt: skip

    def _under(self, at: int) -> Key:
        """Compare a short line with the one below it."""
        one, below, shape = self.seen[at], self.around[at + 3], self._shape
        if not (one.short and below.short):
            return _NO_PAIR
        return (
            below.kind, one.kind, self.sizes[at + 1], self.sizes[at], self.downs[at],
            self.downs[at + 1], odds(self.owns[at].section, _STUFF), below.form,
            one.form, headlines.end_form(shape(one.text)) + headlines.start_form(shape(below.text)),
        )  # fmt: skip

    def _alone(self, at: int) -> Key:
        """See whether a short line has other subheads beside it in its article."""
        one = self.seen[at]
        if not one.short:
            return _NO_ALONE
        many, alike = self.others[at]
        share = self.shared[at]
        return (
            str(min(3, many)), str(min(2, alike)), one.kind, str(min(5, self.paras[at])),
            str(min(5, self.ahead[at])), "-" if share is None else _class(share, _TOPIC),
            self.parts[at], self.heads[at], self.sizes[at],
        )  # fmt: skip

    def _mark(self, at: int, before: str) -> Key:
        """See how a short line ends, who speaks in it, and what stands above and below."""
        one, below = self.seen[at], self.around[at + 3]
        if not one.short:
            return _NO_MARK
        return (
            voices.last(one.text), voices.voice(one.text), before, one.kind, self.downs[at],
            str(min(2, self.firsts[at].commas)), _kind(below), self.sizes[at],
            self.named[at], _class(below.shares[0], _STEPS), _top(at),
        )  # fmt: skip

    def _who(self, at: int, above: Face, below: Face) -> Key:
        one = self.seen[at]
        if not one.short:
            return _NO_WHO
        return (
            self.named[at], above.kind, self.sizes[at - 1] if above.short else "-", _kind(below),
            one.kind, self.sizes[at],
        )  # fmt: skip

    def _own(self, at: int, one: Face) -> Key:
        return (
            self.sizes[at], self.lasts[at].ends, self.firsts[at].starts, one.form,
            one.kind, odds(self.owns[at].head, _ODDS),
        )  # fmt: skip

    def _stuff(self, at: int, one: Face) -> Key:
        own = self.owns[at]
        return (
            odds(own.furniture, _STUFF), odds(own.section, _STUFF), odds(own.byline, _STUFF),
            odds(own.caption, _STUFF), "1" if own.again else "0", "1" if own.boxed else "0",
            "1" if self.named[at] == "1" else "0", one.kind, self.sizes[at],
        )  # fmt: skip

    def _style(self, at: int, one: Face, below: Face) -> Key:
        ways = self.ways
        return (
            *ways.sizes(one), "1" if below.kind == "b" else "0", ways.bylines, one.kind,
            self.heads[at], self.below[at], ways.leads, one.form,
        )  # fmt: skip

    def _two(self, at: int) -> Key:
        """Compare two lines in a row that may be headlines."""
        above, one = self.around[at + 1], self.seen[at]
        if not (one.short and above.short and above.kind in "ktsul"):
            return _NO_PAIR
        shape = self._shape
        whole = headlines.whole(shape(self.lasts[at - 1].text), shape(self.firsts[at].text))
        return (
            above.kind, one.kind, str(one.blanks), f"{whole:d}",
            self._echo_below(at, above.text), self.downs[at], ratio(one.size, above.size),
            above.form, one.form,
            headlines.end_form(shape(above.text)) + headlines.start_form(shape(one.text)),
        )  # fmt: skip

    def _lead_below(self, at: int) -> str:
        """Class the first paragraph below, else give what stands in its place."""
        for place in range(at + 1, min(at + 1 + _LEAD_REACH, len(self.seen))):
            kind = self.seen[place].kind
            if kind == "p":
                return self.leads[place]
            if kind not in "bcf":
                return kind
        return "-"

    def _echo_below(self, at: int, text: str) -> str:
        """Class the share of a line's words that the text below repeats."""
        below = ""
        for one in self.seen[at + 1 : at + 1 + _BLOCKS_BELOW]:
            if one.kind in TEXT:
                below += one.text
                if len(below) > BELOW:
                    break
            elif below:
                break
        return _shared(text, below[:BELOW])

    def _echo_above(self, at: int, text: str) -> str:
        """Class the share of a line's words that the text above has, up to its headline."""
        above = ""
        for one in reversed(self.seen[max(0, at - _BLOCKS_ABOVE) : at]):
            if one.kind in TEXT:
                above += one.text
                if len(above) > ABOVE:
                    break
            elif above and one.kind in HEADS:
                break
        return _shared(text, above[:ABOVE])

    def _begin(self, at: int, above: Face, one: Face) -> Key:
        """See whether an article may begin with running text."""
        if one.kind in HEADS:
            if above.kind not in HEADS:
                self.words = set()
            text = "".join(one.text.split())
            if len(self.words) < _MOST_WORDS:
                self.words.update(map(add, text, text[1:]))
            self.behind = 0
        if one.kind not in TEXT:
            return _NO_TEXT
        self.behind += 1
        shared = "-"
        if self.words:
            found = sum(map(one.text[:160].__contains__, self.words))
            shared = _class(found / len(self.words), _ECHO)
        last = self.lasts[at - 1] if at else None
        return (
            self.leads[at], above.kind, openings.signed(last.tail) if last else "^",
            last.ends if last else "^", str(one.blanks), self.ways.as_usual(one), shared,
            str(min(self.behind, 4)),
        )  # fmt: skip


def _named(unit: Unit) -> str:
    return "1" if names(unit) else "2" if lone_name(unit.text) else "0"


_DIGITS = tuple(map(str, range(20)))


def _class(value: float, steps: Sequence[float]) -> str:
    return _DIGITS[bisect_right(steps, value)]


def _shared(text: str, other: str) -> str:
    bare = "".join(text.split())
    pairs = set(map(add, bare, bare[1:]))
    if not pairs or not other:
        return "-"
    return _class(sum(map(other.__contains__, pairs)) / len(pairs), _ECHO)


def _kind(face: Face) -> str:
    """Give the kind of a block; of a paragraph whether it is long."""
    return "P" if face.kind == "p" and (face.lines > 2 or face.size > SHORT) else face.kind


def _ended(last: Unit) -> str:
    return "." if last.stopped else ":" if last.ends == "colon" else "o"


def _lead(text: str) -> str:
    return str(bisect_right((0.1, 1.0, 2.0), openings.lead_odds(text)))


def _top(at: int) -> str:
    return str(at) if at < 4 else "m" if at < 8 else "-"
