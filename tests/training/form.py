"""What a page made for training or for judging is: its raw text, and how it should read.

Any generator and any reader of real files gives a `Page`: blocks in reading order, and cells, which
say where on the raw page each printed part of a block stands. All offsets are code points of `raw`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

HEADS = ("kicker", "title", "subtitle", "byline")
BODIES = ("para", "subhead", "caption", "verse")
KINDS = ("section", *HEADS, *BODIES, "furniture")


class Block(NamedTuple):
    """A block as it should read.

    `article` counts the articles of the page from 0; -1 for furniture and labels. A section label
    is a block of its own, told by `sections` of the page which articles stand under it. `text` has
    no line end, except between the lines of verse.
    """

    kind: str
    text: str
    article: int


class Cell(NamedTuple):
    """A printed part of a block: ``raw[start:end]``, the `order`-th part of block `block`.

    Mostly a line. Two cells stand on one line where columns were printed side by side. A cell with
    `again` is text printed twice at a seam: it is not to be read.
    """

    start: int
    end: int
    block: int
    order: int
    again: bool = False


@dataclass(slots=True)
class Page:
    """A raw page and how it should read.

    `cells` come in the order of the raw page and cover all that is not white space. `blocks` come
    in reading order, those of an article one after another, heads first. `sections` gives the
    place of its label in `blocks` for each article that has one. `name` says how it was made.
    """

    raw: str
    blocks: list[Block]
    cells: list[Cell]
    sections: dict[int, int] = field(default_factory=dict)
    name: str = ""

    def parts(self, block: int) -> list[Cell]:
        """Give the cells of a block in reading order, without what stands there again."""
        found = [cell for cell in self.cells if cell.block == block and not cell.again]
        return sorted(found, key=lambda cell: cell.order)

    def faults(self) -> list[str]:
        """Say what is wrong with the page itself: nothing, when its maker is right."""
        found: list[str] = []
        at = 0
        for cell in self.cells:
            if cell.start < at or cell.end <= cell.start:
                found.append(f"cell out of order at {cell.start}")
            if self.raw[at : cell.start].strip():
                found.append(f"text in no cell at {at}: {self.raw[at : cell.start].strip()[:20]}")
            at = cell.end
        if self.raw[at:].strip():
            found.append(f"text in no cell at {at}: {self.raw[at:].strip()[:20]}")
        for place, block in enumerate(self.blocks):
            read = "".join(self.raw[cell.start : cell.end] for cell in self.parts(place))
            if "".join(read.split()) != "".join(block.text.split()):
                found.append(f"block {place} reads {read[:30]!r}, not {block.text[:30]!r}")
            if block.kind not in KINDS:
                found.append(f"block {place} is of no kind: {block.kind}")
        articles = [block.article for block in self.blocks if block.article >= 0]
        if any(after < before for before, after in pairwise(articles)):
            found.append("articles are not one after another")
        return found

    def form(self) -> dict[str, object]:
        """Give the page in the form of gold pages (see docs/commands.md, repair)."""
        lines = _line_numbers(self.raw)
        articles: dict[int, dict[str, object]] = {}
        for place, block in enumerate(self.blocks):
            if block.article < 0:
                continue
            made = articles.setdefault(
                block.article, dict.fromkeys(("section", *HEADS)) | {"body": []}
            )
            if block.article in self.sections:
                made["section"] = self.blocks[self.sections[block.article]].text
            if block.kind in HEADS:
                before = made[block.kind]
                made[block.kind] = f"{before} {block.text}" if before else block.text
                continue
            numbers = sorted({lines[cell.start] for cell in self.parts(place)})
            made["body"].append({"kind": block.kind, "text": block.text, "lines": numbers})  # type: ignore[attr-defined]
        furniture = [block.text for block in self.blocks if block.kind == "furniture"]
        return {"file": self.name, "articles": list(articles.values()), "furniture": furniture}


def _line_numbers(raw: str) -> list[int]:
    """Give for each code point the number of its line, from 1."""
    found, number = [], 1
    for at, mark in enumerate(raw):
        found.append(number)
        if mark == "\n" or (mark == "\r" and raw[at + 1 : at + 2] != "\n"):
            number += 1
    return found
