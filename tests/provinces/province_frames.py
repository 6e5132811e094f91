"""Lays articles out in frames: headlines above, the body in columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.form import HEADS, Block

from provinces.province_setting import Line, Seg, broken_head, joined, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from provinces.province_article import Article, Part
    from provinces.province_house import House


@dataclass(slots=True)
class Frame:
    """An article as it stands on the page."""

    article: int
    label: list[Line] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    columns: list[list[Line]] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """What is laid out so far: the blocks of the page, and the paper's manners."""

    rng: Random
    house: House
    blocks: list[Block] = field(default_factory=list)
    sections: dict[int, int] = field(default_factory=dict)
    column: int = 0

    def block(self, kind: str, text: str, article: int = -1) -> int:
        """Add a block; give its place."""
        self.blocks.append(Block(kind, text, article))
        return len(self.blocks) - 1

    def lines(self, place: int, pieces: list[str], indent: str = "") -> list[Line]:
        """Make the lines of a block."""
        kind, last = self.blocks[place].kind, len(pieces) - 1
        return [
            Line([Seg(piece, place, at)], kind, at == 0, at == last, "" if at else indent)
            for at, piece in enumerate(pieces)
        ]

    def furniture(self, group: list[list[str]], *, kind: str = "furniture") -> list[Line]:
        """Lay out furniture: each entry a block of one line or more."""
        made: list[Line] = []
        for pieces in group:
            made += self.lines(self.block(kind, "".join(pieces)), pieces)
        return made

    def frame(self, made: Article, article: int) -> Frame:
        """Lay out an article."""
        rng, house = self.rng, self.house
        frame = Frame(article)
        for part in made.heads:
            place = self.block(part.kind, part.text, article)
            pieces = broken_head(part.text, part.kind, rng, house)
            pieces = [piece.replace(" ", house.space) for piece in pieces]
            frame.heads += self.lines(place, pieces, rng.choice(("", "", "", "", "　", "　　　")))
        width = rng.choice(house.widths)
        whole = rng.random() < house.joined
        widths = self._widths(width)
        body: list[Line] = []
        for part in made.body:
            lines = self._set(part, article, widths, width, whole=whole)
            if part.kind == "caption" and not body and frame.heads and rng.random() < 0.25:
                frame.heads = lines + frame.heads
                continue
            self._place(body, lines, part)
        frame.columns = self._columns(body, whole=whole)
        return frame

    def _widths(self, width: int) -> Iterator[float]:
        """Give the width of each line; some stand round a picture."""
        at = 0
        picture = range(0)
        if self.rng.random() < 0.15 and width > 12:
            start = self.rng.randint(3, 20)
            picture = range(start, start + self.rng.randint(6, 14))
        narrow = self.rng.randint(8, max(8, width - 3))
        while True:
            yield float(narrow if at in picture else width)
            at += 1

    def _set(
        self, part: Part, article: int, widths: Iterator[float], width: int, *, whole: bool
    ) -> list[Line]:
        """Set one part of a body in lines."""
        rng, house = self.rng, self.house
        place = self.block(part.kind, part.text, article)
        if part.kind == "verse":
            indent = rng.choice(("", "", "　　"))
            lines = self.lines(place, part.text.split("\n"))
            for line in lines:
                line.indent = indent
            return lines
        kept = house.indent if house.indent not in ("lost", "never") else ""
        if part.tail:
            kept = rng.choice(("", "　　", "　　　　　　", "        "))
        if part.kind == "para":
            short = 0.0 if house.indent == "never" else 2.0
            return self.lines(place, wrap(part.text, widths, short, house), kept)
        if part.kind == "caption":
            own = float(rng.choice((width, width, rng.randint(8, 26))))
            pieces = [part.text] if whole else wrap(part.text, iter(lambda: own, None), 0.0, house)
            return self.lines(place, pieces)
        indent = kept if part.kind == "subhead" and rng.random() < 0.5 else ""
        if part.kind == "byline":
            indent = rng.choice(("", "", "　　", "　　　　　　"))
        own = float(max(width, 8))
        pieces = [part.text] if whole else wrap(part.text, iter(lambda: own, None), 0.0, house)
        return self.lines(place, pieces, indent)

    def _place(self, body: list[Line], lines: list[Line], part: Part) -> None:
        """Put lines at the end, or a caption amid the paragraph before it."""
        if part.amid and body and body[-1].kind == "para":
            start = next(at for at, line in enumerate(body) if line.block == body[-1].block)
            if len(body) - start > 2:
                at = self.rng.randint(start + 1, len(body) - 1)
                body[at:at] = lines
                return
        body += lines

    def _columns(self, body: list[Line], *, whole: bool) -> list[list[Line]]:
        """Cut a body into columns of equal height, as a frame has them."""
        rng = self.rng
        count = max(1, round(len(body) / rng.randint(9, 34)))
        height = max(4, -(-len(body) // count) + rng.choice((-1, 0, 0, 0, 1)))
        made = [body[at : at + height] for at in range(0, len(body), height)]
        columns = [joined(column) for column in made] if whole else made
        for column in columns:
            self.column += 1
            for line in column:
                line.frame = self.column
                line.whole = whole
        return columns


def gap(before: Line, after: Line, layout: Layout, articles: tuple[int, int]) -> int:
    """Tell how many blank lines stand between two lines."""
    rng, blanks = layout.rng, layout.house.blanks
    heads = (before.kind in HEADS, after.kind in HEADS)
    if rng.random() < blanks.anywhere:
        return 1
    if before.block == after.block or before.block == after.segs[0].block:
        return _inside(before, after, layout)
    if "furniture" in (before.kind, after.kind):
        return (
            min(blanks.frames, 1)
            if before.kind == after.kind and rng.random() < 0.6
            else blanks.frames
        )
    if articles[0] != articles[1] or "section" in (before.kind, after.kind):
        return blanks.under if before.kind == "section" else blanks.frames
    if all(heads):
        return blanks.between
    if heads[0]:
        return blanks.under
    if before.kind == after.kind == "verse":
        return int(rng.random() < 0.85)
    if before.frame != after.frame and rng.random() < blanks.columns:
        return rng.randint(1, blanks.most)
    if before.kind == "para" and before.first and not before.last and rng.random() < blanks.slipped:
        return 1
    return int(rng.random() < blanks.paras)


def _inside(before: Line, after: Line, layout: Layout) -> int:
    """Tell how many blank lines stand inside a block."""
    rng, blanks = layout.rng, layout.house.blanks
    if before.kind in HEADS or before.kind in ("furniture", "verse", "caption"):
        return 0
    if before.frame != after.frame:
        if before.whole and blanks.paras > 0.5 and rng.random() < 0.9:
            return max(1, rng.randint(1, blanks.most))
        return rng.randint(1, blanks.most) if rng.random() < blanks.columns else 0
    return int(before.first and rng.random() < blanks.slipped)
