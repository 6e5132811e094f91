"""The sheet: stories set in frames on a page of columns."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.form import BODIES, Block

from trades.trade_breaking import Breaker, width
from trades.trade_words import Words

if TYPE_CHECKING:
    from random import Random

    from trades.trade_house import House
    from trades.trade_story import Story


@dataclass(slots=True)
class Line:
    """A printed line of a block."""

    text: str
    block: int
    seq: int
    kind: str
    article: int
    lead: str = ""
    glue: str = ""
    last: bool = False


@dataclass(slots=True)
class Frame:
    """Lines that stand together: a headline, a piece of a column, a box, a running head."""

    kind: str
    article: int
    x: float
    y: int
    span: int
    lines: list[Line] = field(default_factory=list)


class Sheet:
    """Holds the blocks and frames of a page, and sets stories into it."""

    def __init__(self, house: House, dice: Random) -> None:
        self.house = house
        self.dice = dice
        self.words = Words(dice, house.topic or "coal")
        self.blocks: list[Block] = []
        self.frames: list[Frame] = []
        self.sections: dict[int, int] = {}
        self.articles = 0
        self.breaker = Breaker(house.hang, split=house.split)

    def block(self, kind: str, text: str, article: int) -> int:
        """Add a block and give its place."""
        self.blocks.append(Block(kind, text, article))
        return len(self.blocks) - 1

    def stray(self, kind: str, text: str, spot: tuple[float, int]) -> Frame:
        """Set a line of furniture or a label in a frame of its own."""
        place = self.block(kind, text, -1)
        frame = Frame(kind, -1, *spot, 1, [Line(text, place, 0, kind, -1, last=True)])
        self.frames.append(frame)
        return frame

    def set(self, story: Story, spot: tuple[int, int], span: int) -> int:
        """Set a story at a column and row over some columns; give its height."""
        x, y = spot
        article, self.articles = self.articles, self.articles + 1
        room = span * self.house.ems + (span - 1)
        heads = self._heads(story, article, room)
        narrow = span
        if span > 1 and self.dice.random() < 0.12:
            narrow = span + self.dice.choice([-1, 1])
            narrow = narrow if room / narrow >= 9 else span
        body = self._body(story, article, room / narrow - 1 if narrow != span else self.house.ems)
        top, over = y, span
        if heads:
            inset = span > 2 and self.dice.random() < 0.2
            over = span - 1 if inset else span
            spot = (x + (span - over if self.dice.random() < 0.3 else 0), y)
            self.frames.append(Frame("head", article, *spot, over, heads))
            top += len(heads) + 1
        columns = self._columns(body, narrow)
        deep = top
        for at, lines in enumerate(columns):
            high = y if heads and at >= over == span - 1 else top
            place = x + at * span / narrow
            deep = max(deep, self._column(lines, article, (place, high)))
        self._jump(story, article, (x + span - 1, deep))
        return deep + 1 - y

    def _columns(self, body: list[Line], count: int) -> list[list[Line]]:
        if not body:
            return []
        high = max(3, math.ceil(len(body) / count) + self.dice.choice([0, 0, 0, 1, 2]))
        return [body[at : at + high] for at in range(0, len(body), high)]

    def _column(self, lines: list[Line], article: int, spot: tuple[float, int]) -> int:
        """Set a column; a picture may part it. Give the row under it."""
        x, y = spot
        cut = len(lines)
        long = self.dice.random() < 0.04 and len(lines) > 8
        if long:
            cut = self.dice.randint(3, len(lines) - 3)
        self.frames.append(Frame("body", article, x, y, 1, lines[:cut]))
        if not long:
            return y + len(lines)
        caption = self._caption(article)
        caption.x, caption.y = x, y + cut + 6
        self.frames.append(caption)
        low = caption.y + len(caption.lines) + 1
        self.frames.append(Frame("body", article, x, low, 1, lines[cut:]))
        return low + len(lines) - cut

    def _caption(self, article: int) -> Frame:
        text = self.house.dress(self.words.draw("photo"))
        place = self.block("caption", text, article)
        rows = self.breaker.lines(text, 0, lambda _: self.house.ems)
        lines = [
            Line(row.text, place, at, "caption", article, glue=row.glue)
            for at, row in enumerate(rows)
        ]
        lines[-1].last = True
        return Frame("caption", article, 0, 0, 1, lines)

    def _heads(self, story: Story, article: int, room: float) -> list[Line]:
        """Set the headline: kicker, title, subtitles and a byline above the body."""
        house, lines = self.house, []
        title = story.title
        if title and (house.one_line or self.dice.random() < 0.2):
            even = len(title) == 2 and abs(len(title[0]) - len(title[1])) < 2
            joint = " " if even or self.dice.random() < 0.6 else ""
            title = [joint.join(title)]
        size = self.dice.choice([1.6, 2.0, 2.5, 3.0]) if room > 14 else 1.3
        parts = [("kicker", [story.kicker], 1.3), ("title", title, size)]
        parts += [("subtitle", [text], 1.2) for text in story.subtitles]
        if story.byline:
            parts.append(("byline", [story.byline], 1.0))
        for kind, texts, points in parts:
            if dressed := [house.dress(text) for text in texts if text]:
                lines += self._head(kind, dressed, article, room / points)
        return lines

    def _head(self, kind: str, texts: list[str], article: int, room: float) -> list[Line]:
        rows: list[tuple[str, str]] = []
        for text in texts:
            count = math.ceil(width(text) / room)
            even = max(4.0, math.ceil(width(text) / max(1, count)))
            rows += self.breaker.lines(text, 0, lambda _, even=even: even)  # type: ignore[misc]
        place = self.block(kind, "", article)
        lead = " " * self.dice.randint(1, 12) if self.house.centred else ""
        lines = [
            Line(text, place, at, kind, article, lead, glue) for at, (text, glue) in enumerate(rows)
        ]
        lines[-1].last = True
        return lines

    def _body(self, story: Story, article: int, ems: float) -> list[Line]:
        """Break the body into lines; a picture may make some of them narrower."""
        lines: list[Line] = []
        hole = self.dice.randint(2, 30) if self.dice.random() < 0.08 and ems > 12 else -99
        depth = self.dice.randint(4, 10)
        for at, (kind, plain) in enumerate(story.body):
            text = self.house.dress(plain)
            begun = story.begun and at == 0
            done = len(lines)
            place = self.block(kind, text, article)
            indent = 0 if begun or kind != "para" or self.house.indent == "never" else 2
            if kind == "verse":
                rows = [(part, "\n") for part in text.split("\n")]
            else:
                rows = self.breaker.lines(  # type: ignore[assignment]
                    text,
                    indent,
                    lambda row, done=done: (  # type: ignore[misc]
                        ems // 2 if 0 <= done + row - hole < depth else ems
                    ),
                )
            lead = self.house.lead() if indent else ""
            lines += [
                Line(row[0], place, seq, kind, article, "" if seq else lead, row[1])
                for seq, row in enumerate(rows)
            ]
            lines[-1].last = not (story.broken and at == len(story.body) - 1)
        return lines

    def _jump(self, story: Story, article: int, spot: tuple[float, int]) -> None:
        """Set the line that tells where a broken story goes on."""
        if story.broken:
            jump = self.stray("furniture", self.house.dress(self.words.draw("jump")), spot)
            jump.article = article
            jump.kind = "jump"

    def texts(self) -> list[Block]:
        """Give the blocks with the text that stands on the page."""
        parts: dict[int, dict[int, Line]] = {}
        for frame in self.frames:
            for line in frame.lines:
                parts.setdefault(line.block, {})[line.seq] = line
        made = []
        for place, block in enumerate(self.blocks):
            lines = [line for _, line in sorted(parts.get(place, {}).items())]
            text = "".join(line.glue * (at > 0) + line.text for at, line in enumerate(lines))
            if block.kind != "verse":
                text = re.sub(r"\s*\n\s*", "", text)
            made.append(Block(block.kind, text.strip(), block.article))
        return made


def is_body(line: Line) -> bool:
    """Tell whether a line is of an article's body."""
    return line.kind in BODIES
