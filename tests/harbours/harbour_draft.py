"""A page in the making: bits of print in frames, and rows of bits put together as a `Page`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from training.form import Block, Cell, Page

if TYPE_CHECKING:
    from random import Random

    from harbours.harbour_house import House


@dataclass(slots=True)
class Bit:
    """A printed piece of a block: mostly a line. `key` orders the pieces of a block."""

    text: str
    block: int
    key: tuple[int, ...]
    kind: str
    first: bool = False
    last: bool = False
    indent: str = ""
    shown: str = ""
    again: bool = False

    def look(self) -> str:
        """Give what the raw page shows, without the indent."""
        return self.shown or self.text

    def cut(self, at: int) -> list[Bit]:
        """Cut the bit in two, if both halves have something."""
        left, right = self.text[:at].rstrip(), self.text[at:].lstrip()
        if not left.strip() or not right.strip() or self.again:
            return [self]
        one = replace(self, text=left, shown="", key=(*self.key, 0), last=False)
        two = replace(self, text=right, shown="", key=(*self.key, 1), first=False, indent="")
        return [one, two]


Row = list[tuple[str, Bit]]


@dataclass(slots=True)
class Frame:
    """Bits under each other: heads of an article, a column of its body, a caption, a label."""

    role: str
    story: int
    bits: list[Bit]
    x: int = 0
    y: int = 0
    measure: int = 13


@dataclass(slots=True)
class Ink:
    """A block of the page to be."""

    kind: str
    article: int
    glue: str = ""


@dataclass(slots=True)
class Draft:
    """All of a page before it is written out by some program."""

    house: House
    rng: Random
    inks: list[Ink] = field(default_factory=list)
    sections: dict[int, int] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)

    def ink(self, kind: str, article: int = -1, glue: str = "") -> int:
        """Add a block; give its place."""
        self.inks.append(Ink(kind, article, glue))
        return len(self.inks) - 1

    def stray(self, text: str) -> Bit:
        """Give a sign that is no text: furniture."""
        return Bit(text, self.ink("furniture"), (0,), "furniture", first=True, last=True)


def joined(one: str, two: str, glue: str = "") -> str:
    """Put two printed pieces together."""
    if glue and one:
        return one + glue + two
    latin = one[-1:].isascii() and one[-1:].isalpha() and two[:1].isascii() and two[:1].isalpha()
    return f"{one} {two}" if latin else one + two


def row(*bits: Bit, gap: str = "  ") -> Row:
    """Make a row of bits."""
    return [(bit.indent if at == 0 else gap + bit.indent, bit) for at, bit in enumerate(bits)]


def assemble(draft: Draft, rows: list[Row], name: str, end: str = "\n") -> Page:
    """Put the rows together; the blocks read what is printed."""
    placed: list[tuple[int, int, Bit]] = []
    pieces: list[str] = []
    at = 0
    for cells in rows:
        for gap, bit in cells:
            look = bit.look()
            lead = len(look) - len(look.lstrip())
            placed.append((at + len(gap) + lead, at + len(gap) + len(look.rstrip()), bit))
            pieces += (gap, look)
            at += len(gap) + len(look)
        pieces.append("\n")
        at += 1
    raw = "".join(pieces).rstrip("\n") + end
    printed: dict[int, list[Bit]] = {}
    for _, _, bit in placed:
        if not bit.again:
            printed.setdefault(bit.block, []).append(bit)
    order: dict[int, dict[tuple[int, ...], int]] = {}
    texts: dict[int, str] = {}
    for block, bits in printed.items():
        bits.sort(key=lambda bit: bit.key)
        order[block] = {bit.key: place for place, bit in enumerate(bits)}
        text = ""
        for bit in bits:
            text = joined(text, bit.text, draft.inks[block].glue)
        texts[block] = text
    places = {block: place for place, block in enumerate(sorted(printed))}
    blocks = [Block(draft.inks[b].kind, texts[b], draft.inks[b].article) for b in sorted(printed)]
    cells = [
        Cell(start, stop, places[bit.block], order[bit.block].get(bit.key, 0), bit.again)
        for start, stop, bit in placed
    ]
    sections = {article: places[label] for article, label in draft.sections.items()}
    return Page(raw, blocks, cells, sections, name)
