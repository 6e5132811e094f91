"""Rows of a raw page, and the page that they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.form import Block, Cell, Page

from valleys.valley_heads import Elem
from valleys.valley_setting import Line

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_copy import Story
    from valleys.valley_house import House

HEADS = ("kicker", "title", "subtitle")


@dataclass(eq=False, slots=True)
class Bit:
    """What is shown at one place of a row, after the blanks `pre`."""

    pre: str
    shown: str
    line: Line
    sub: int = 0


Row = list[Bit]


@dataclass(slots=True)
class Sheet:
    """Gathers rows; an empty row is a blank line."""

    house: House
    rng: Random
    centre: str = ""
    step: str = ""
    right: str = ""
    tail: str = ""
    empty: str = ""
    ending: str = "\n"
    rows: list[Row] = field(default_factory=list)
    strays: list[Elem] = field(default_factory=list)

    def blank(self, count: int = 1) -> None:
        """Add blank lines."""
        self.rows += [[] for _ in range(count)]

    def indent(self, line: Line) -> str:
        """Give the blanks before a line."""
        kind = line.elem.kind
        if kind in ("para", "subhead") and line.first and not line.tied:
            own = self.house.indent
            return self.rng.choice(("　　", "", " ", "　")) if own == "mixed" else own
        if kind == "byline":
            return self.right
        return self.centre + self.step * line.order if kind in HEADS else ""

    def bit(self, line: Line) -> Bit:
        """Make the bit of a line."""
        return Bit(self.indent(line), line.text, line)

    def add(self, line: Line) -> None:
        """Add a line as a row, or to the row before if it is tied to it."""
        if line.tied and self.rows and self.rows[-1]:
            self.rows[-1].append(Bit(self.rng.choice(("　", "　", " ", "  ")), line.text, line))
        else:
            self.rows.append([self.bit(line)])

    def gap(self, last: Line | None, line: Line) -> int:
        """Count the blank lines between two lines of a frame."""
        own = self.house.blanks
        if last is None or line.tied:
            return 0
        chance = own.anywhere
        before, after = last.elem.kind, line.elem.kind
        if line.opens or (after in HEADS and before not in (*HEADS, "byline", "section")):
            chance = max(chance, own.story)
        elif before in (*HEADS, "byline", "section") and last.elem is not line.elem:
            chance = max(chance, own.heads if after in HEADS else own.under)
        elif before in HEADS:
            chance = max(chance, own.heads * 0.7)
        elif last.elem is not line.elem:
            chance = max(chance, own.para)
        elif last.first and before == "para":
            chance = max(chance, own.first)
        return self.rng.randint(1, own.many) if self.rng.random() < chance else 0

    def lay(self, lines: list[Line], *, joined: bool = False, slack: float = 0.0) -> None:
        """Lay a frame; `joined`: the lines of a paragraph are one row, but for a share `slack`."""
        last: Line | None = None
        for line in lines:
            together = (
                joined
                and last is not None
                and last.elem is line.elem
                and line.elem.kind in ("para", "caption", "subhead")
            )
            if (
                together
                and self.rows[-1]
                and not line.again
                and not last.again
                and self.rng.random() >= slack
            ):  # type: ignore[union-attr]
                self.rows[-1][-1].shown += line.glue + line.text
            else:
                self.blank(self.gap(last, line))
                self.add(line)
            last = line

    def stray(self, text: str, pre: str = "") -> Bit:
        """Make a bit of a sign that no one printed."""
        elem = Elem("furniture", text, [("", text)])
        self.strays.append(elem)
        return Bit(pre, text, Line(elem, text, "", 0, first=True, last=True))


def _blocks(items: list[Story | Elem]) -> tuple[list[Elem], dict[int, Elem]]:
    """Give the elements in reading order, with their articles, and the labels of articles."""
    order: list[Elem] = []
    labels: dict[int, Elem] = {}
    article = 0
    for item in items:
        if isinstance(item, Elem):
            order.append(item)
            continue
        for elem in item.elems:
            elem.article = article
        if item.section:
            labels[article] = item.section
        order += [*item.before, *item.read(), *item.after]
        article += 1
    return order, labels


def make(sheet: Sheet, items: list[Story | Elem], lines: list[Line], name: str) -> Page:
    """Make the page of rows; `lines` are all that was set."""
    order, labels = _blocks(items)
    order += sheet.strays
    texts: dict[int, list[Line]] = {}
    for line in lines:
        if not line.again:
            texts.setdefault(id(line.elem), []).append(line)
    blocks = []
    for elem in order:
        parts = sorted(texts.get(id(elem), []), key=lambda line: line.order)
        text = "".join((part.glue if at else "") + part.text for at, part in enumerate(parts))
        blocks.append(Block(elem.kind, text or elem.text, elem.article))
    places = {id(elem): at for at, elem in enumerate(order)}
    raw: list[str] = []
    cells: list[Cell] = []
    at = 0
    for row in sheet.rows:
        for bit in row:
            start = at + len(bit.pre)
            at = start + len(bit.shown)
            raw += (bit.pre, bit.shown)
            cells.append(
                Cell(
                    start,
                    at,
                    places[id(bit.line.elem)],
                    bit.line.order * 1000 + bit.sub,
                    bit.line.again,
                )
            )
        close = (sheet.tail if row else sheet.empty) + sheet.ending
        raw.append(close)
        at += len(close)
    sections = {article: places[id(label)] for article, label in labels.items()}
    return Page("".join(raw), blocks, cells, sections, name)
