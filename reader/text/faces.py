"""See the blocks of a decoded page: what each is beside the others, as small classes.

The field reads line by line and sees no further than a few lines. What a short line is shows on
the whole page: titles of parts come in series of one form, titles stand above leads that repeat
their words, blank lines stand above titles and not above subheads, or the other way round.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind
from reader.text import headlines, openings
from reader.text.classes import odds
from reader.text.decoder import State
from reader.text.furniture import names
from reader.text.near import form, ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.features import Sight, Unit
    from reader.text.own import Own

Key = tuple[str, ...]
LABELS = ("n!", "n", "b!", "b", "p!", "p", "u", "v!", "v", "c", "f", "l")
"""What a block may be: a letter for its kind, with ! where an article begins."""


class Shown(NamedTuple):
    """What is seen of the units of a page, and the probability of each state of each."""

    sights: Sequence[Sight]
    owns: Sequence[Own]
    shares: Sequence[Sequence[float]]


_S = State
KINDS = "nubcflpv"
"""Letters of kinds: headline, subhead, byline, caption, furniture, label, paragraph, verse."""
_KIN = {
    "n": (_S.KICKER, _S.TITLE, _S.SUBTITLE, _S.HEAD_ON), "u": (_S.SUBHEAD, _S.SUBHEAD_ON),
    "b": (_S.BYLINE,),
    "c": (_S.CAPTION, _S.CAPTION_ON, _S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON),
    "f": (_S.FURNITURE, _S.FURNITURE_INSIDE), "l": (_S.SECTION,),
    "p": (_S.FIRST, _S.MIDDLE, _S.LAST, _S.SINGLE), "v": (_S.VERSE, _S.VERSE_ON),
}  # fmt: skip
LETTER = {
    Kind.KICKER: "k", Kind.TITLE: "t", Kind.SUBTITLE: "s", Kind.SUBHEAD: "u", Kind.BYLINE: "b",
    Kind.CAPTION: "c", Kind.FURNITURE: "f", Kind.SECTION: "l", Kind.PARA: "p", Kind.VERSE: "v",
}  # fmt: skip
_HEADS = "kts"
_STEPS = (0.003, 0.02, 0.08, 0.25, 0.5, 0.75, 0.92, 0.98)
_SIZES = (2, 4, 5, 6, 8, 10, 12, 14, 17, 20, 24, 28, 34, 42, 60, 100, 200)
_ODDS = (-3.0, -1.5, -0.5, 0.3, 1.2, 2.2, 3.5)
_STUFF = (0.0, 1.5, 3.0, 4.5, 6.0)
_FAR = (1, 20, 50, 100, 200, 400, 800, 1600)
_ECHO = (0.05, 0.15, 0.3, 0.45, 0.6, 0.8)
SHORT = 60
"""Characters; a longer block is no headline, label, byline or furniture."""
BELOW, ABOVE = 220, 600
"""Characters of the text below and above in which a headline's words are looked for."""


class Face(NamedTuple):
    """A block as seen by itself."""

    kind: str
    text: str
    size: int
    lines: int
    shares: tuple[float, ...]
    candidate: bool
    blanks: int
    form: str


def _step(value: float, steps: Sequence[float]) -> str:
    return str(bisect_right(steps, value))


def face(
    block: Block,
    sights: Sequence[Sight],
    owns: Sequence[Own],
    shares: Sequence[Sequence[float]],
) -> Face:
    """See a block by itself; all are by units."""
    first = block.units[0]
    several = len(block.units)
    size = sum([sights[at].unit.end - sights[at].unit.start for at in block.units[:4]])
    short = several <= 3 and size <= SHORT
    rows = [shares[at] for at in block.units[:3]]
    found = tuple(
        sum([row[state] for row in rows for state in _KIN[letter]]) / len(rows) for letter in KINDS
    )
    text = "".join([sights[at].unit.text for at in block.units[:8]])
    return Face(
        LETTER[block.kind],
        text[:300],
        size if several <= 4 else size * several // 4,
        several,
        found,
        short and (found[6] + found[7] < 0.97 or several == 1),
        sights[first].unit.blanks,
        form(sights[first], owns[first]) if short and several == 1 else "-",
    )


GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # 0 kind, 1 headline, 2 subhead, 3 byline, 4 caption, 5 furniture, 6 label, 7 paragraph, 8 lines
    ("field", ("", "0", "1", "2", "3", "4", "5", "6", "7", "01", "12", "17", "15", "16", "14", "13",
               "127", "08", "18", "56", "08")),
    # 0 size, 1 end, 2 start, 3 form, 4 kind, 5 own head, 6 page's stops
    ("own", ("0", "1", "2", "3", "5", "01", "02", "12", "34", "40", "41", "42", "012", "05", "15")),
    # 0 own furniture, 1 section, 2 byline, 3 caption, 4 again, 5 boxed, 6 name, 7 kind, 8 size
    ("stuff", ("0", "1", "2", "3", "4", "5", "6", "07", "17", "27", "37", "68", "67", "48", "18")),
    # 0 kind above, 1 kind below, 2 kind, 3 blanks above, 4 blanks below, 5 lead below, 6 two above,
    # 7 two below
    ("near", ("0", "1", "02", "12", "012", "03", "14", "023", "124", "034", "0124", "15", "06",
              "17", "026", "127", "02347")),
    # 0 lead below, 1 echo below, 2 echo above, 3 kind, 4 size
    ("echo", ("0", "1", "2", "12", "012", "13", "23", "123", "03", "14", "24", "124")),
    # 0 text since the last candidate, 1 text to the next, 2 kind, 3 kind above
    ("far", ("0", "1", "01", "02", "12", "012", "03", "013")),
    # 0 form, 1 others of the form, 2 their share of subheads, 3 of headlines, 4 lead, 5 kind
    ("series", ("0", "01", "012", "013", "2", "3", "23", "25", "35", "235", "024", "24", "124",
                "1235")),
    # 0 blanks above as sure titles have, 1 as subheads have, 2 below as titles, 3 kind, 4 kind above
    ("ways", ("0", "1", "2", "01", "02", "012", "03", "013", "04", "023", "034")),
    # 0 size beside sure titles, 1 beside sure subheads, 2 byline below, 3 byline below sure titles,
    # 4 kind, 5 share of headline, 6 lead below, 7 leads below sure titles, 8 form
    ("style", ("0", "1", "01", "04", "14", "014", "23", "234", "67", "674", "015", "235", "678",
               "018", "0145", "67235")),
    # 0 from top, 1 from end, 2 kind, 3 sure titles of the page, 4 of subheads, 5 captions, 6 labels
    ("page", ("0", "1", "02", "12", "3", "4", "6", "32", "42", "52", "62", "342")),
    # of two headlines in a row: 0 kind above, 1 kind, 2 blanks, 3 whole, 4 echo below of the upper,
    # 5 of the lower, 6 sizes, 7 form above, 8 form, 9 open end
    ("two", ("01", "012", "013", "0145", "45", "016", "78", "019", "03", "23", "0178", "9", "3")),
    # of a paragraph: 0 lead, 1 kind above, 2 signed above, 3 end above, 4 blanks, 5 like usual,
    # 6 words of the headline, 7 number of blocks since it
    ("begin", ("0", "1", "2", "01", "02", "03", "012", "06", "016", "017", "26", "27", "067", "05",
               "025", "13", "67")),
)  # fmt: skip
PARTS = tuple(tuple(tuple(int(place) for place in part) for part in parts) for _, parts in GROUPS)
Clues = tuple[Key, ...]


def faces(blocks: Sequence[Block], shown: Shown) -> list[Face]:
    """See each block by itself."""
    return [face(block, *shown) for block in blocks]


def clues(blocks: Sequence[Block], seen: Sequence[Face], shown: Shown) -> list[Clues]:
    """Give the clues of the blocks of a page."""
    return _Sheet(blocks, seen, shown).clues()


_OUT = "^"
_NONE = Face(_OUT, "", 0, 0, (0.0,) * len(KINDS), False, 0, "-")


class _Sheet:
    def __init__(self, blocks: Sequence[Block], faces: Sequence[Face], shown: Shown) -> None:
        sights = shown.sights
        self.blocks, self.sights, self.owns = blocks, sights, shown.owns
        self.faces = faces
        self.firsts = [sights[block.units[0]].unit for block in blocks]
        self.lasts = [sights[block.units[-1]].unit for block in blocks]
        self.leads = [
            openings.lead_odds(unit.text) if one.kind == "p" and one.size > 24 else 0.0
            for unit, one in zip(self.firsts, faces, strict=True)
        ]
        self._far()
        self._series()
        self._ways()

    def _far(self) -> None:
        """Count the text between candidates."""
        self.since, self.until = [], []
        total = 9999
        for one in self.faces:
            self.since.append(total)
            total = 0 if one.candidate and one.kind != "p" else total + (one.size if one.kind in "pv" else 0)
        total = 9999
        for one in reversed(self.faces):
            self.until.append(total)
            total = 0 if one.candidate and one.kind != "p" else total + (one.size if one.kind in "pv" else 0)
        self.until.reverse()

    def _series(self) -> None:
        self.counts: Counter[str] = Counter()
        self.subs: Counter[str] = Counter()
        self.heads: Counter[str] = Counter()
        for one in self.faces:
            if one.form != "-":
                self.counts[one.form] += 1
                self.subs[one.form] += one.shares[1]
                self.heads[one.form] += one.shares[0]

    def _ways(self) -> None:
        titles, parts = Counter(), Counter()
        below = Counter()
        last = len(self.faces) - 1
        self.many = Counter()
        above = _NONE
        paras = Counter()
        self.styles = [0, 0, 0]
        sizes = ([], [])
        for at, one in enumerate(self.faces):
            self.many[one.kind] += 1
            if one.shares[0] > 0.85 and above.kind not in _HEADS + "l^":
                titles[one.blanks] += 1
                if at < last and self.faces[at + 1].kind == "p":
                    below[self.faces[at + 1].blanks] += 1
            elif one.shares[1] > 0.85:
                parts[one.blanks] += 1
            elif one.kind == "p" and above.kind == "p":
                paras[one.blanks] += 1
            if one.shares[0] > 0.85 and one.kind in _HEADS:
                below_ = self.faces[at + 1].kind if at < last else _OUT
                if below_ not in _HEADS:
                    self.styles[2] += 1
                    self.styles[0] += below_ == "b"
                    self.styles[1] += self._lead_below(at) in "23"
                sizes[0].append(one.size)
            elif one.shares[1] > 0.85:
                sizes[1].append(one.size)
            above = one
        self.sizes = [sorted(found)[len(found) // 2] if found else None for found in sizes]
        self.usual = [
            found.most_common(1)[0][0] if found else None for found in (titles, parts, below, paras)
        ]

    def clues(self) -> list[Clues]:
        found = []
        faces = [_NONE, _NONE, *self.faces, _NONE, _NONE]
        self.head_pairs: frozenset[str] = frozenset()
        self.behind = 0
        last = len(self.faces) - 1
        for at in range(len(self.faces)):
            found.append(self._clues(at, faces[at : at + 5], last))
        return found

    def _clues(self, at: int, around: Sequence[Face], last: int) -> Clues:
        above2, above, one, below, below2 = around
        own = self.owns[self.blocks[at].units[0]]
        first, end = self.firsts[at], self.lasts[at]
        size = _step(one.size, _SIZES)
        head, sub, by, cap, stuff, label, para, _ = [_step(share, _STEPS) for share in one.shares]
        kind = one.kind
        before, after = _kind(above, self.lasts[at - 1] if at else None), _kind(below, None)
        lead = self._lead_below(at)
        blanks, under = str(one.blanks), str(below.blanks) if below is not _NONE else _OUT
        down, up = "-", "-"
        pair = ("-",) * 10
        if one.candidate:
            down, up = self._echo(at, one.text)
            if above.candidate and above.kind in _HEADS + "ul":
                self.up_echo = self._echo_below(at, above.text)
                pair = (
                    above.kind, kind, blanks,
                    f"{headlines.whole(self.lasts[at - 1].text, first.text):d}",
                    self.up_echo, down, ratio(one.size, above.size), above.form, one.form,
                    headlines.end_form(above.text) + headlines.start_form(one.text),
                )  # fmt: skip
        begin = self._begin(at, above, one)
        form_ = one.form
        others = self.counts[form_] - 1 if form_ != "-" else 0
        usual = self.usual
        return (
            (kind, head, sub, by, cap, stuff, label, para, str(min(4, one.lines))),
            (size, end.ends, first.starts, form_, kind, odds(own.head, _ODDS), "-"),
            (
                odds(own.furniture, _STUFF), odds(own.section, _STUFF), odds(own.byline, _STUFF),
                odds(own.caption, _STUFF), "1" if own.again else "0", "1" if own.boxed else "0",
                "1" if one.candidate and names(first) else "0", kind, size,
            ),
            (before, after, kind, blanks, under, lead, above2.kind, below2.kind),
            (lead, down, up, kind, size),
            (_step(self.since[at], _FAR), _step(self.until[at], _FAR), kind, before),
            (
                form_, str(min(3, others)),
                _step((self.subs[form_] - one.shares[1]) / others, _STEPS) if others else "-",
                _step((self.heads[form_] - one.shares[0]) / others, _STEPS) if others else "-",
                lead, kind,
            ),
            (
                _than(one.blanks, usual[0]), _than(one.blanks, usual[1]),
                _than(below.blanks, usual[2]), kind, before,
            ),
            (
                _beside(one.size, self.sizes[0]), _beside(one.size, self.sizes[1]),
                "1" if below.kind == "b" else "0", _share(self.styles[0], self.styles[2]),
                kind, head, lead, _share(self.styles[1], self.styles[2]), form_,
            ),
            (
                _top(at), _top(last - at), kind,
                str(min(4, self.many["t"])), str(min(4, self.many["u"])),
                str(min(3, self.many["c"])), str(min(3, self.many["l"])),
            ),
            pair,
            begin,
        )  # fmt: skip

    def _lead_below(self, at: int) -> str:
        for place in range(at + 1, min(at + 5, len(self.faces))):
            kind = self.faces[place].kind
            if kind == "p":
                return _lead(self.leads[place])
            if kind not in "bcf":
                return kind
        return "-"

    def _echo_below(self, at: int, text: str) -> str:
        below = ""
        for one in self.faces[at + 1 : at + 7]:
            if one.kind in "pv":
                below += one.text
                if len(below) > BELOW:
                    break
            elif below:
                break
        return _shared(text, below[:BELOW])

    def _echo(self, at: int, text: str) -> tuple[str, str]:
        above = ""
        for one in reversed(self.faces[max(0, at - 12) : at]):
            if one.kind in "pv":
                above += one.text
                if len(above) > ABOVE:
                    break
            elif above and one.kind in _HEADS:
                break
        return self._echo_below(at, text), _shared(text, above[:ABOVE])

    def _begin(self, at: int, above: Face, one: Face) -> Key:
        """See whether a paragraph may begin an article."""
        if one.kind in _HEADS:
            if above.kind not in _HEADS:
                self.head_pairs = frozenset()
            text = "".join(one.text.split())
            self.head_pairs |= frozenset(map(add, text, text[1:]))
            self.behind = 0
            return ("-",) * 8
        if one.kind != "p" and one.kind != "v":
            return ("-",) * 8
        self.behind += 1
        shared = "-"
        if self.head_pairs:
            text = one.text[:160]
            shared = _step(sum(map(text.__contains__, self.head_pairs)) / len(self.head_pairs), _ECHO)
        signed = "-"
        if at:
            tail = self.lasts[at - 1].tail
            signed = "s" if openings._SIGNED.search(tail) else "d" if openings._DATE_LINE.search(tail) else "c" if openings._CLOSED.match(tail) else "0"
        return (
            _lead(self.leads[at]), above.kind, signed,
            self.lasts[at - 1].ends if at else _OUT, str(one.blanks),
            _than(one.blanks, self.usual[3]), shared, str(min(self.behind, 4)),
        )  # fmt: skip


def _shared(text: str, other: str) -> str:
    bare = "".join(text.split())
    pairs = set(map(add, bare, bare[1:]))
    if not pairs or not other:
        return "-"
    return _step(sum(map(other.__contains__, pairs)) / len(pairs), _ECHO)


def _kind(face: Face, last: Unit | None) -> str:
    kind = face.kind
    if kind == "p":
        long = face.lines > 2 or face.size > SHORT
        if last is not None:
            return ("P" if long else "p") + ("." if last.stopped else ":" if last.ends == "colon" else "o")
        return "P" if long else "p"
    return kind


def _beside(size: int, usual: int | None) -> str:
    return "?" if usual is None else str(max(-4, min(4, (size - usual) // 3)))


def _share(part: int, whole: int) -> str:
    return "?" if not whole else "0" if not part else "2" if part * 3 >= whole * 2 else "1"


def _lead(value: float) -> str:
    return "3" if value > 2 else "2" if value > 1 else "1" if value > 0 else "0"


def _than(value: int, usual: int | None) -> str:
    return "?" if usual is None else "=" if value == usual else "<" if value < usual else ">"


def _top(at: int) -> str:
    return str(at) if at < 4 else "m" if at < 8 else "-"
