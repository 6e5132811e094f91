"""Setting text in columns: a paragraph becomes printed rows, as wide as its column lets it.

A row is made of bits; a bit knows the block that it belongs to, and how it should read. What
happens to a row later (spaces, slips, joining) happens to its bits: the page always knows its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

HANGING = frozenset("，。、；：？！”’》）】」』〉,.;:?!)…％%")
OPENING = frozenset("“‘《（【「『〈(")
TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*%?|[A-Za-z]+(?:[-'][A-Za-z]+)*|——|……|\s+|.", re.DOTALL)
SINGLE = re.compile(r"[0-9]|[A-Za-z]+|——|……|\s+|.", re.DOTALL)
HALF = 0.5
_COUNT = count()


@dataclass(slots=True, eq=False)
class Draft:
    """A block in the making: its kind and the number of its article, -1 for none.

    `place` orders the blocks of an article as they read; `over`: the articles under a label.
    """

    kind: str
    article: int = -1
    place: float = field(default_factory=_COUNT.__next__)
    over: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Bit:
    """A printed part of a block: `raw` as it stands there, `clean` as it reads.

    `join` stands before it in the reading text, `before` is white space before it on its row.
    `order` is its place among the bits of its block; `again`: printed a second time.
    """

    block: Draft
    order: float
    raw: str
    clean: str
    join: str = ""
    before: str = ""
    again: bool = False


@dataclass(slots=True, eq=False)
class Row:
    """A printed line: its bits, whether a block begins and ends here, blank lines behind it.

    `column` counts the columns of an article; `part` says what it is for: head, body, note.
    """

    bits: list[Bit]
    first: bool = True
    last: bool = True
    column: int = 0
    gap: int = 0
    part: str = "body"
    room: float = 0.0  # width of its column in ems, 0 when not known

    @property
    def kind(self) -> str:
        """The kind of the first block on it."""
        return self.bits[0].block.kind

    @property
    def text(self) -> str:
        """The row as it stands."""
        return "".join(bit.before + bit.raw for bit in self.bits)


@dataclass(slots=True)
class Face:
    """How a page is set: width in ems, depth of a column in rows, the ways of the compositor."""

    width: int = 15
    depth: int = 30
    indent: str = "lost"  # lost: two ems short; kept; none: not even short
    margin: str = "　　"
    punctuation: str = "hang"  # hang, push, squeeze
    half: float = HALF  # width of ASCII in ems
    breaks_numbers: bool = False
    flush: bool = False  # the first paragraph of an article is not indented
    careless: float = 0.0  # share of indents that were lost although the others are kept
    ragged: float = 0.0  # share of rows that end one em early for no reason


@dataclass(slots=True)
class Measure:
    """The columns through which an article flows: gives the width of each row in turn.

    A picture set into a column makes some of its rows narrower.
    """

    face: Face
    dice: random.Random
    width: int
    left: int
    inset: float = 0.0
    column: int = 0
    narrow: list[int] = field(default_factory=list)

    def room(self) -> int:
        """Width of the row that comes next, in ems."""
        return self.narrow[0] if self.narrow else self.width

    def step(self) -> None:
        """Go on to the next row, perhaps in the next column."""
        dice = self.dice
        if self.narrow:
            self.narrow.pop(0)
        self.left -= 1
        if self.left <= 0:
            self.column += 1
            self.narrow = []
            self.left = max(4, self.face.depth + dice.randint(-3, 3))
            if dice.random() < self.inset:
                self.width = max(8, min(30, self.width + dice.choice((-5, -3, -2, 2, 3, 5))))
        elif not self.narrow and dice.random() < self.inset / 12:
            less = dice.randint(2, max(3, self.width // 2))
            self.narrow = [max(6, self.width - less)] * dice.randint(3, 12)


def size(token: str, half: float = HALF) -> float:
    """Width of a token in ems."""
    return sum(half if mark.isascii() else 1.0 for mark in token)


class Wrapper:
    """Fills the rows of one paragraph."""

    def __init__(self, face: Face, measure: Measure) -> None:
        self.face, self.measure = face, measure
        self.rows: list[tuple[str, str, int, float]] = []  # text, what joins it, column, room
        self.line = ""
        self.used = 0.0
        self.join = ""
        self.room = 0.0

    def wrap(self, text: str, *, indented: bool) -> list[tuple[str, str, int, float]]:
        """Wrap a paragraph; the first row is two ems shorter when `indented`."""
        face = self.face
        self.room = self._room() - (2 if indented else 0)
        tokens = (SINGLE if face.breaks_numbers else TOKEN).findall(text)
        for at, token in enumerate(tokens):
            wide = 1.0 if len(token) == 1 and token > "\x7f" else size(token, face.half)
            if self.used + wide <= self.room or not self.line:
                if token.isspace() and not self.line:
                    self.join = " "
                    continue
                self.line += token
                self.used += wide
            else:
                self._full(token, wide, at == len(tokens) - 1)
        if self.line.strip():
            self._down()
        return self.rows

    def _room(self) -> float:
        loose = self.measure.dice.random() < self.face.ragged
        return self.measure.room() - (1 if loose else 0)

    def _down(self, carried: str = "") -> None:
        """Put the line down, without what is carried to the next."""
        whole = self.line[: len(self.line) - len(carried)] if carried else self.line
        kept = whole.rstrip()
        self.rows.append((kept, self.join, self.measure.column, self.measure.room()))
        self.join = " " if kept != whole else ""
        self.measure.step()
        self.room = self._room()
        self.line, self.used = carried, size(carried, self.face.half)

    def _full(self, token: str, wide: float, last: bool) -> None:
        """The token does not fit: hang it, squeeze it in, or begin a row with it."""
        face = self.face
        if token.isspace():
            self._down()
            self.join = " "
            return
        squeezed = 0.5 * sum(mark in HANGING for mark in self.line)
        if token[0] in HANGING:
            if face.punctuation == "push" and len(self.line) > 2:
                carried = self.line[-1]
                if not (carried in HANGING or carried in OPENING or carried.isascii()):
                    self._down(carried)
            self.line += token
            self.used += wide
        elif self.line[-1] in OPENING and len(self.line) > 2:
            self._down(self.line[-1])
            self.line += token
            self.used += wide
        elif (
            face.punctuation == "squeeze" and self.used + wide <= self.room + squeezed and not last
        ):
            self.line += token
            self.used += wide
        else:
            self._down()
            self.line, self.used = token, wide


def paragraph(block: Draft, text: str, face: Face, measure: Measure) -> list[Row]:
    """Set a paragraph; its rows, the first with its indent."""
    lines = Wrapper(face, measure).wrap(text, indented=face.indent != "none")
    rows = []
    for at, (line, join, column, room) in enumerate(lines):
        bit = Bit(block, at, line, line, join if at else "")
        if at == 0 and face.indent == "kept" and measure.dice.random() >= face.careless:
            bit.before = face.margin
        rows.append(Row([bit], at == 0, at == len(lines) - 1, column, room=room))
    return rows


def single(kind: str, text: str, article: int = -1, *, part: str = "note") -> Row:
    """A block that is one row."""
    return Row([Bit(Draft(kind, article), 0, text, text)], part=part)


def merged(rows: list[Row]) -> list[Row]:
    """Join the rows of a block inside one column into one long row, as extraction does."""
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        if (
            last
            and not row.first
            and not last.last
            and row.kind != "verse"
            and last.column == row.column
            and last.bits[-1].block is row.bits[0].block
        ):
            bit, new = last.bits[-1], row.bits[0]
            bit.raw += new.join + new.raw
            bit.clean += new.join + new.clean
            last.bits += row.bits[1:]
            last.last = row.last
        else:
            found.append(row)
    return found
