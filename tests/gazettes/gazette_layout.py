"""Layout: blocks are set in lines, lines stand in frames, frames follow each other in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from training.form import Block, Cell

from gazettes.gazette_lines import spaced, wrap

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from gazettes.gazette_articles import Story
    from gazettes.gazette_house import House


class Part(NamedTuple):
    """Text of a block on a line."""

    text: str
    block: int
    order: int
    again: bool = False


@dataclass(slots=True)
class Line:
    """A printed line: its parts, what stands before it, and whether it begins its block."""

    parts: list[Part]
    first: bool
    pad: str = ""
    kind: str = "para"


@dataclass(slots=True)
class Frame:
    """Lines that stand together: a head, a column, or furniture."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    article: int = -1
    gaps: str = ""


class Setter:
    """Sets stories in frames, and keeps the blocks."""

    def __init__(self, rng: random.Random, house: House) -> None:
        self.rng = rng
        self.house = house
        self.blocks: list[Block] = []
        self.doubled = 0
        self.narrowed = 0

    def block(self, kind: str, text: str, article: int) -> int:
        """Keep a block, and say where."""
        self.blocks.append(Block(kind, text, article))
        return len(self.blocks) - 1

    def pieces(self, kind: str, lines: tuple[str, ...], joint: str, article: int) -> list[Line]:
        """Set a block whose printed lines are given."""
        at = self.block(kind, joint.join(lines), article)
        found: list[Line] = []
        for order, text in enumerate(lines):
            printed = spaced(self.rng, text, self.house.spaced if kind != "furniture" else "")
            found.append(Line([Part(printed, at, order)], order == 0, "", kind))
        return found

    def head(self, story: Story, article: int) -> Frame:
        """Set what heads an article."""
        frame = Frame("head", article=article)
        for head in story.heads:
            frame.lines += self.pieces(head.kind, head.lines, head.joint, article)
        return frame

    def columns(self, story: Story, article: int, *, long: bool) -> list[Frame]:
        """Set the body of an article in columns, each a frame."""
        width = self.rng.choice(self.house.widths)
        flow: list[Line] = []
        narrow = self._narrow(width)
        for kind, text in story.body:
            lines = self._set(kind, text, article, [narrow(len(flow) + at) for at in range(90)])
            last = flow[-1].parts[0].block if flow else -1
            own = sum(line.parts[0].block == last for line in flow)
            if kind == "caption" and own > 3 and self.rng.random() < 0.6:
                at = len(flow) - self.rng.randint(1, own - 1)
                flow[at:at] = lines
            else:
                flow += lines
        if story.opened:
            flow[0].first = False
            flow[0].pad = ""
        return self._cut(flow, article, long=long)

    def _narrow(self, width: int) -> Callable[[int], int]:
        """Give how wide each line of an article is: some stand beside a picture."""
        if width < 12 or self.rng.random() > 0.2:
            return lambda _: width
        start, long = self.rng.randint(0, 18), self.rng.randint(4, 12)
        less = self.rng.randint(3, max(4, width // 2))
        self.narrowed += 1
        return lambda at: max(8, width - less) if start <= at < start + long else width

    def _set(self, kind: str, text: str, article: int, widths: list[int]) -> list[Line]:
        at = self.block(kind, text, article)
        if kind == "verse":
            pad = "　　" if self.house.indent == "kept" and self.rng.random() < 0.4 else ""
            rows = text.split("\n")
            return [
                Line([Part(row, at, number)], number == 0, pad, kind)
                for number, row in enumerate(rows)
            ]
        indent = self.house.indent if kind == "para" else "none"
        printed = spaced(self.rng, text, self.house.spaced)
        rows = wrap(printed, 0 if indent == "none" else 2, widths, self.house)
        found = [
            Line([Part(row, at, order)], order == 0, "", kind) for order, row in enumerate(rows)
        ]
        if indent == "kept":
            found[0].pad = "　　"
        elif kind == "byline" and self.house.indent == "kept":
            found[0].pad = "　" * self.rng.randint(0, 6)
        return found

    def _cut(self, flow: list[Line], article: int, *, long: bool) -> list[Frame]:
        """Part the lines of an article in columns; in long form run together those of a block."""
        deep = self.rng.choice((7, 10, 14, 18, 24, 30, 60))
        if self.house.odd & {"displaced", "doubled"}:
            deep = min(deep, 18)
        frames: list[Frame] = []
        at = 0
        while at < len(flow):
            end = at + max(4, deep + self.rng.randint(-2, 2))
            if len(flow) - end < 4:
                end = len(flow)
            if self.house.odd & {"displaced", "doubled"} and end < len(flow) - 1:
                end += flow[end].first
            column = flow[at:end]
            if at and "doubled" in self.house.odd and self.doubled < 2:
                self._double(flow[at - 1], column[0])
            frames.append(Frame("column", _run(column) if long else column, article))
            at = end
        return frames

    def _double(self, before: Line, line: Line) -> None:
        """Print the last characters of a column again at the beginning of the next."""
        tail, part = before.parts[-1], line.parts[0]
        if tail.block != part.block or line.kind != "para" or len(part.text) < 6:
            return
        long = self.rng.choice((2, 2, 3, 4))
        again = tail.text[-long:]
        if (
            len(again) < long
            or again[0] == " "
            or any(mark in "，。、；：？！“”" for mark in again)
        ):
            return
        self.doubled += 1
        if self.rng.random() < 0.3 and not part.text.startswith(tail.text[-1]):
            start = part.text[:1]
            line.parts = [
                Part(start, part.block, part.order),
                Part(again[1:] + start, part.block, part.order, again=True),
                Part(part.text[1:], part.block, part.order + 0),
            ]
        else:
            line.parts = [Part(again, part.block, part.order, again=True), part]


def _run(column: list[Line]) -> list[Line]:
    """Join the lines of each paragraph in a column."""
    found: list[Line] = []
    for line in column:
        last = found[-1] if found else None
        if last and line.kind not in {"verse"} and last.parts[-1].block == line.parts[0].block:
            tail, part = last.parts[-1], line.parts[0]
            merged = Part(tail.text + part.text, tail.block, tail.order)
            if tail.again or part.again:
                last.parts += line.parts
            else:
                last.parts = [*last.parts[:-1], merged, *line.parts[1:]]
        else:
            found.append(Line(list(line.parts), line.first, line.pad, line.kind))
    return found


class Printer:
    """Prints frames one after another: keeps the raw text and its cells."""

    def __init__(self, rng: random.Random, house: House) -> None:
        self.rng = rng
        self.house = house
        self.raw = ""
        self.cells: list[Cell] = []
        self.above = rng.choice((0, 0, 1))
        self.between = rng.choice((0, 0, 0, 1))
        self.within = rng.random() < 0.1
        self.under = rng.choice((1, 1, 1, 2, 3))
        self.before_first = rng.random() < 0.6
        self.apart = rng.choice((1, 1, 2))
        self._slips: dict[int, str] = {}

    def show(self, frames: list[Frame]) -> None:
        """Print all frames."""
        before: Line | None = None
        last: Frame | None = None
        for frame in frames:
            regime = self._regime(frame.article)
            for number, line in enumerate(frame.lines):
                if before is not None:
                    gap = self._gap(regime, line, before, frame, last if number == 0 else frame)
                    self.raw += self._edge() + "\n" * (1 + gap)
                self._print(line)
                before, last = line, frame
        self.raw += self.rng.choice(("", "\n", "\n", "\n\n"))

    def _regime(self, article: int) -> str:
        if self.house.blanks != "mix":
            return self.house.blanks
        if article not in self._slips:
            self._slips[article] = self.rng.choice(("none", "paras", "slipped", "ends", "frames"))
        return self._slips[article]

    def _edge(self) -> str:
        if self.house.tail == "mixed":
            return self.rng.choice(("", "", "", " ", "  ", "　"))
        return self.house.tail

    def _print(self, line: Line) -> None:
        self.raw += line.pad
        for part in line.parts:
            start = len(self.raw) + len(part.text) - len(part.text.lstrip())
            self.raw += part.text
            end = len(self.raw) - (len(part.text) - len(part.text.rstrip()))
            if end > start:
                self.cells.append(Cell(start, end, part.block, part.order, part.again))

    def _gap(self, regime: str, line: Line, before: Line, frame: Frame, last: Frame | None) -> int:
        """Say how many blank lines stand before a line."""
        same = line.parts[0].block == before.parts[-1].block
        if regime == "every":
            return 1
        if regime == "none":
            return int(last is not frame and frame.kind == "furniture" and self.above)
        if last is not frame:
            return self._seam(regime, frame, last, same=same)
        if frame.kind == "head":
            return int(self.within and regime != "frames") if same else self.between
        if frame.kind == "furniture":
            return int(not same and self.above)
        if regime in {"paras", "ends"}:
            return int(not same)
        if line.kind == "verse" and not same and self.before_first:
            return 1
        if regime == "slipped" and line.kind == "para":
            if same:
                return int(before.first)
            return int(self.before_first)
        return 0

    def _seam(self, regime: str, frame: Frame, last: Frame | None, *, same: bool) -> int:
        """Say how many blank lines stand between two frames."""
        if last is None or frame.article != last.article or "furniture" in {frame.kind, last.kind}:
            return self.apart
        if last.kind == "head":
            return self.under if regime != "frames" or self.above else 0
        if regime == "ends":
            return self.rng.choice((1, 2, 3, 3)) if same or self.rng.random() < 0.5 else 1
        if regime == "heads":
            return 0
        return self.rng.choice((0, 1)) if regime == "slipped" else 1
