"""The parts of a page before they are printed, and the printed page made of lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.form import Block, Cell, Page

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from weeklies.weekly_house import House


@dataclass(eq=False, slots=True)
class Item:
    """A block: its text as it reads, and for heads the lines that it is printed in."""

    kind: str
    text: str
    article: int = -1
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Seg:
    """A printed part of an item: `order` is its place in the item."""

    text: str
    item: Item
    order: int
    again: bool = False


@dataclass(slots=True)
class Line:
    """A printed line; without parts it is blank."""

    segs: list[Seg] = field(default_factory=list)
    first: bool = False
    last: bool = False

    def item(self) -> Item | None:
        """Give the item of the line."""
        return self.segs[-1].item if self.segs else None


@dataclass(slots=True)
class Story:
    """An article: heads, the items below, and the section label that stands over it."""

    heads: list[Item]
    body: list[Item]
    number: int
    kind: str
    section: Item | None = None
    open_end: bool = False


def whole(item: Item) -> list[Line]:
    """Print an item that is not set in columns."""
    texts = item.lines or [item.text]
    return [
        Line([Seg(text, item, order)], order == 0, order == len(texts) - 1)
        for order, text in enumerate(texts)
    ]


def finish(
    lines: Sequence[Line],
    items: list[Item],
    sections: dict[int, Item],
    house: House,
    rng: random.Random,
) -> Page:
    """Make the page of its lines and its items in reading order."""
    printed = {id(seg.item) for line in lines for seg in line.segs}
    items = [item for item in items if id(item) in printed]
    places = {id(item): place for place, item in enumerate(items)}
    cells: list[Cell] = []
    raw: list[str] = []
    at = 0
    for line in lines:
        for seg in line.segs:
            bare = seg.text.strip()
            start = at + len(seg.text) - len(seg.text.lstrip())
            if bare:
                cells.append(
                    Cell(start, start + len(bare), places[id(seg.item)], seg.order, seg.again)
                )
            raw.append(seg.text)
            at += len(seg.text)
        tail = " " * rng.randint(1, 3) if house.trailing and rng.random() < house.trailing else ""
        raw.append(tail + "\n")
        at += len(tail) + 1
    blocks = [Block(item.kind, item.text, item.article) for item in items]
    labels = {number: places[id(item)] for number, item in sections.items() if id(item) in places}
    return Page("".join(raw), blocks, cells, labels)
