"""Printed lines, and the raw text that is put together from them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from training.form import Block, Cell, Page


@dataclass(slots=True)
class Line:
    """A printed part of a block; ``shown`` is its text as the program gives it, blanks and all."""

    text: str
    block: int
    order: float
    glue: str
    kind: str
    article: int
    first: bool = False
    last: bool = False
    inset: str = ""
    again: bool = False
    shown: str = ""

    def twice(self) -> Line:
        """Give the line as it is printed a second time."""
        return replace(self, again=True)

    def cut(self, at: int) -> tuple[Line, Line]:
        """Cut the line in two; white space at the cut is lost to the second part's glue."""
        before, after = self.text[:at], self.text[at:]
        glue = " " if before != before.rstrip() or after != after.lstrip() else ""
        head = replace(self, text=before.rstrip(), last=False, shown="")
        step = 0.5 ** (3 + len(before) % 5) * 0.5
        tail = replace(
            self,
            text=after.lstrip(),
            first=False,
            inset="",
            glue=glue,
            order=self.order + step,
            shown="",
        )
        return head, tail


@dataclass(slots=True)
class Draft:
    """A block before its text is known."""

    kind: str
    article: int


@dataclass(slots=True)
class Frame:
    """A rectangle of the page: heads over the columns of a body."""

    heads: list[Line] = field(default_factory=list)
    cols: list[list[Line]] = field(default_factory=list)
    furniture: bool = False

    def lines(self) -> list[Line]:
        """Give all lines in reading order."""
        return [*self.heads, *(line for col in self.cols for line in col)]


@dataclass(slots=True)
class Sheet:
    """A page as it was printed."""

    frames: list[Frame] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    sections: dict[int, int] = field(default_factory=dict)


class Raw:
    """The raw text, written row by row, with where each line stands in it."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.text: list[str] = []
        self.at = 0
        self.cells: list[tuple[int, int, Line]] = []

    def put(self, text: str) -> None:
        """Write white space."""
        self.text.append(text)
        self.at += len(text)

    def row(self, lines: list[Line], gaps: list[str] | None = None) -> None:
        """Write lines that stand side by side, or one."""
        for place, line in enumerate(lines):
            gap = gaps[place - 1] if gaps and place else ""
            self.put(gap if place else line.inset)
            shown = line.shown or line.text
            self.cells.append((self.at, self.at + len(shown), line))
            self.put(shown)
        self.put("\n")

    def blank(self, count: int = 1) -> None:
        """Write blank lines."""
        self.put("\n" * count)

    def page(self, name: str) -> Page:
        """Give the finished page; blocks of which nothing was written are left out."""
        parts: dict[int, list[Line]] = defaultdict(list)
        for _, _, line in self.cells:
            if not line.again:
                parts[line.block].append(line)
        blocks: list[Block] = []
        place: dict[int, int] = {}
        rank: dict[tuple[int, float], int] = {}
        articles: dict[int, int] = {-1: -1}
        for number, draft in enumerate(self.sheet.drafts):
            found = sorted(parts[number], key=lambda line: line.order)
            if not found:
                continue
            place[number] = len(blocks)
            rank.update({(number, line.order): at for at, line in enumerate(found)})
            text = "".join((line.glue if at else "") + line.text for at, line in enumerate(found))
            article = articles.setdefault(draft.article, len(articles) - 1)
            blocks.append(Block(draft.kind, text, article))
        cells = [
            Cell(start, end, place[line.block], rank.get((line.block, line.order), 0), line.again)
            for start, end, line in self.cells
        ]
        sections = {
            articles[article]: place[label]
            for article, label in self.sheet.sections.items()
            if article in articles and label in place
        }
        return Page("".join(self.text), blocks, cells, sections, name)
