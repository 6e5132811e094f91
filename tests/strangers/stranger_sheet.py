"""A page while it is made: blocks with their place in reading, chunks of printed lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from training.form import Block, Cell, Page


@dataclass(slots=True)
class Line:
    """A printed line: words, its block, the how-manieth part of the block it is.

    `lead` is white space before it. `first` and `last` tell that the block begins or ends here;
    `gap` is the number of blank lines that always stand before it.
    """

    text: str
    block: int
    kind: str
    order: int = 0
    again: str = ""
    lead: str = ""
    first: bool = False
    last: bool = False
    gap: int = 0


@dataclass(slots=True)
class Chunk:
    """Lines that stand together on the page: a head, a column, a label, furniture."""

    kind: str
    article: int
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """Blocks as they are made, each with its place in reading, and chunks in printed order."""

    blocks: list[Block] = field(default_factory=list)
    places: list[tuple[float, float]] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    under: dict[int, int] = field(default_factory=dict)

    def add(self, kind: str, text: str, article: int, place: tuple[float, float]) -> int:
        """Note a block; give its number."""
        self.blocks.append(Block(kind, text, article))
        self.places.append(place)
        return len(self.blocks) - 1

    def furniture(self, text: str, place: tuple[float, float]) -> Line:
        """Note a line of furniture; give it as printed."""
        block = self.add("furniture", text, -1, place)
        return Line(text, block, "furniture", first=True, last=True)

    def page(self, printed: list[Line | None], name: str, end: str = "\n") -> Page:
        """Give the page of printed lines (None is a blank one); blocks never printed are gone."""
        here = {line.block for line in printed if line is not None}
        ranks = sorted(here, key=lambda block: self.places[block])
        new = {block: rank for rank, block in enumerate(ranks)}
        raw: list[str] = []
        cells: list[Cell] = []
        at = 0
        for line in printed:
            raw.append("" if line is None else _printed(line))
            if line is not None:
                stop = at + len(raw[-1])
                middle = stop - len(line.text.strip())
                start = middle - len(line.again)
                if line.again:
                    cells.append(Cell(start, middle, new[line.block], line.order, again=True))
                if stop > middle:
                    cells.append(Cell(middle, stop, new[line.block], line.order))
            at += len(raw[-1]) + len(end)
        sections = {number: new[block] for number, block in sorted(self.under.items())}
        return Page(end.join(raw) + end, [self.blocks[b] for b in ranks], cells, sections, name)


def _printed(line: Line) -> str:
    return line.lead + line.again + line.text.strip()
