"""Set the parts of an article in lines, and the lines in frames."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from harbours.harbour_draft import Bit, Draft, Frame
from harbours.harbour_lines import break_lines

if TYPE_CHECKING:
    from harbours.harbour_story import Part, Story


class Setter:
    """Sets one article: heads above, the body in columns of one measure."""

    def __init__(self, draft: Draft, story: Story, article: int) -> None:
        self.draft, self.story, self.article = draft, story, article
        self.house, self.rng = draft.house, draft.rng
        self.measure = self._measure()
        self.narrow = self._picture()
        self.line = 0

    def set(self) -> list[Frame]:
        """Give the frames of the article in reading order."""
        rng = self.rng
        heads = [self._head(part) for part in self.story.heads]
        flow: list[Bit] = []
        outside: list[Frame] = []
        for part in self.story.body:
            bits = self._lines(part)
            if part.kind == "caption" and rng.random() < 0.6:
                outside.append(self._frame("caption", bits))
            elif part.kind == "caption" and len(flow) > 3 and rng.random() < 0.35:
                self._inside(flow, bits)
            else:
                flow += bits
        body = self._columns(flow)
        for frame in outside:
            body.insert(rng.choice((0, len(body), rng.randint(0, len(body)))), frame)
        foot = []
        if self.story.foot and heads and heads[-1].bits[0].kind == "byline":
            foot = [heads.pop()]
        return [*heads, *body, *foot]

    def _frame(self, role: str, bits: list[Bit]) -> Frame:
        return Frame(role, self.article, bits, measure=self.measure)

    def _measure(self) -> int:
        measure, rng = self.house.measure, self.rng
        if rng.random() < 0.1:
            measure = round(measure * rng.choice((0.7, 1.4, 2, 2)))
        return max(8, min(36, measure))

    def _picture(self) -> range:
        """Choose the lines that a picture makes narrower."""
        if self.rng.random() > 0.1 or self.measure < 13:
            return range(0)
        start = self.rng.randint(0, 14)
        return range(start, start + self.rng.randint(4, 12))

    def _room(self, number: int) -> int:
        inside = self.line + number in self.narrow
        return max(7, self.measure * 3 // 5) if inside else self.measure

    def _head(self, part: Part) -> Frame:
        """Set a head: big letters, so that fewer stand in a line."""
        wide = max(
            6, round(self.story.columns * self.measure / (1.5 if part.kind == "title" else 1))
        )
        lines = part.lines
        if len(lines) == 1:
            lines = break_lines(lines[0], lambda _: wide, "push")
        if len(part.lines) == 1 and " " in part.lines[0] and len(lines) > 1:
            part.glue = ""
        return self._frame("head", self._bits(part, lines))

    def _bits(self, part: Part, lines: list[str]) -> list[Bit]:
        block = self.draft.ink(part.kind, self.article, part.glue)
        end = len(lines) - 1
        return [
            Bit(text, block, (at,), part.kind, first=at == 0, last=at == end)
            for at, text in enumerate(lines)
        ]

    def _lines(self, part: Part) -> list[Bit]:
        """Set a part of the body."""
        house = self.house
        if part.kind == "verse":
            lines = part.lines
        else:
            inset = house.inset if part.kind == "para" and not part.list_row else 0
            if part is self.story.body[0] and self.story.begun:
                inset = 0
            lines = break_lines(
                part.lines[0], self._room, house.rule, whole=house.whole, indent=inset
            )
        self.line += len(lines)
        bits = self._bits(part, lines)
        if part.kind == "para" and not part.list_row and house.inset and bits:
            bits[0].indent = house.indent
        return bits

    def _inside(self, flow: list[Bit], bits: list[Bit]) -> None:
        """Put a caption between two lines of a paragraph."""
        places = [at for at in range(1, len(flow)) if not flow[at].first]
        at = self.rng.choice(places or [len(flow)])
        flow[at:at] = bits

    def _columns(self, flow: list[Bit]) -> list[Frame]:
        """Cut the flow into columns, of nearly one height."""
        rng, count = self.rng, self.story.columns
        frames: list[Frame] = []
        at = 0
        for place in range(count):
            left = count - place
            height = -(-(len(flow) - at) // left)
            if left > 1 and rng.random() < 0.4:
                height = max(1, height + rng.randint(-2, 2))
            bits = flow[at : at + height] if left > 1 else flow[at:]
            at += height
            if bits:
                frames.append(self._frame("body", bits))
        return frames


def double(frames: list[Frame], draft: Draft) -> None:
    """Print some lines at the end of a column again at the top of the next."""
    for before, after in itertools.pairwise(frames):
        seam = before.role == after.role == "body" and before.story == after.story
        if seam and draft.rng.random() < 0.5:
            count = draft.rng.choice((1, 1, 2))
            copies = [replace(bit, again=True) for bit in before.bits[-count:] if not bit.again]
            after.bits[:0] = copies
