"""An article as a rectangle: its headline at some place, its text in columns, its picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foundries.foundry_body import Pourer, Slot
from foundries.foundry_heads import RISE, Heads
from foundries.foundry_house import PLACES
from foundries.foundry_metal import Slab, aligned, broken, single
from foundries.foundry_told import caption

if TYPE_CHECKING:
    import random

    from newspaper import Story
    from training.sheet import Owner

    from foundries.foundry_house import House

NARROW = 9
"""Ems which a column has at least."""
MOST = 400


@dataclass(slots=True)
class Hole:
    """Room in the columns that text does not enter: columns, and rows from a place on.

    A row below 0 counts from the foot; `rows` of 0 take the whole height.
    """

    column: int
    columns: int
    row: int
    rows: int
    slab: Slab

    def top(self, rows: int) -> int:
        """Give its first row in columns so many rows high."""
        if self.row == MOST:
            return max(2, (rows - self.rows) // 2)
        return self.row if self.row >= 0 else rows - self.rows

    def holds(self, column: int, row: int, rows: int) -> bool:
        """Say whether a row of a column is in it."""
        top = self.top(rows)
        inside = self.column <= column < self.column + self.columns
        return inside and (not self.rows or top <= row < top + self.rows)


class Article:
    """Sets one article into a width."""

    def __init__(self, story: Story, house: House, dice: random.Random, width: float) -> None:
        self.story, self.house, self.dice = story, house, dice
        self.whole = Slab(width)
        self.boxed = dice.random() < house.boxed
        self.pad = house.size * dice.uniform(0.8, 1.3) if self.boxed else 0.0
        self.width = width - 2 * self.pad
        self.holes: list[Hole] = []
        wanted = (self.width + house.gutter) / (house.column + house.gutter)
        self.columns = max(1, round(wanted + dice.choice((-0.4, 0, 0, 0, 0.3))))
        while self.columns > 1 and self._column() < NARROW * house.size:
            self.columns -= 1
        if house.sort == "party" and self.columns > 4:
            self.columns -= dice.random() < 0.5

    def _column(self) -> float:
        return (self.width - self.house.gutter * (self.columns - 1)) / self.columns

    def _span(self, columns: int) -> float:
        return columns * (self._column() + self.house.gutter) - self.house.gutter

    def set(self, weight: float, picture: float = 0.0) -> Slab:
        """Set it: `weight` is how large the headline is, `picture` how high a picture is."""
        house, y = self.house, self.pad
        odds = PLACES[house.sort]
        place = self.dice.choices(list(odds), list(odds.values()))[0]
        named = house.byline == "under"
        text = sum(len(t) for _, t in self.story.body) * house.size
        if self.columns < 2 or text < self.columns * self._column() * 4 or not self.story.title:
            place = "over"
        owners: list[Owner] = []
        if place == "over":
            made = Heads(self.story, house, self.dice, self.width).set(weight, named=named)
            if made.owners:
                owners += self._put(made, y)
                y += made.height + house.size * self.dice.uniform(0.3, 0.8)
        else:
            self._head_inside(place, weight, named=named)
        wide = picture and self.dice.random() < 0.3
        if wide:
            y = self._wide_picture(y, picture)
        elif picture:
            self._picture_inside(picture)
        body = self._body(y, owners if named else [])
        return self._close(owners, body)

    def _put(self, slab: Slab, y: float) -> list[Owner]:
        """Lay a slab on the whole one, and give its blocks, which find their order later."""
        self.whole.lay(slab, self.pad, y)
        del self.whole.owners[-len(slab.owners) :]
        return slab.owners

    def _head_inside(self, place: str, weight: float, *, named: bool) -> None:
        """Make room for the headline over some columns, in the first, beside or amid the text."""
        k = self.columns
        start, span, row = 0, 1, 0
        if place == "partial" and k > 2:
            span = self.dice.randint(2, k - 1)
        elif place == "middle":
            span = 1 if k < 4 else self.dice.randint(1, 2)
            start, row = (k - span) // 2 if k > 2 else 1, MOST
        elif place == "side" and k > 3:
            span = 2 if self.dice.random() < 0.4 else 1
        made = Heads(self.story, self.house, self.dice, self._span(span)).set(
            weight * (0.5 + 0.5 * span / k), named=named
        )
        rows = math.ceil((made.height + self.house.size * 0.9) / self.house.line)
        self.holes.append(Hole(start, span, row, 0 if place == "side" else rows, made))

    def _captions(self) -> list[str]:
        told = [text for kind, text in self.story.body if kind == "caption"]
        return told or [caption(self.dice)]

    def picture(self, width: float, height: float, captions: list[str]) -> Slab:
        """Set a picture with what is said of it: below, beside, or on it."""
        house, slab = self.house, Slab(width)
        size = house.size * self.dice.choice((0.9, 1.0))
        face = "sans" if self.dice.random() < 0.4 else house.face
        aside = width > 30 * size and self.dice.random() < 0.3
        across = width * 0.7 if aside else width
        slab.boxes.append((0, 0, across, height))
        left, y = (across + size, 0.0) if aside else (0.0, height + size * 0.35)
        inner = width - left
        for text in captions:
            lines = broken(text, inner, size)
            at = "centre" if len(lines) == 1 and not aside and self.dice.random() < 0.5 else "left"
            made = []
            for line in lines:
                ends = (left, left + inner)
                made.append(aligned(line, ends, y + size * RISE, size, face, at))
                y += size * 1.25
            owner = single("caption", f"picture {text[:9]}", *made)
            owner.text = text
            slab.owners.append(owner)
        slab.height = max(height, y)
        return slab

    def _wide_picture(self, y: float, height: float) -> float:
        made = self.picture(self.width, height, self._captions())
        self.pictured = self._put(made, y)
        return y + made.height + self.house.size * 0.8

    def _picture_inside(self, height: float) -> None:
        """Make room for a picture at the foot or the head of the last columns."""
        k = self.columns
        taken = self.holes[0] if self.holes else None
        first = taken.column + taken.columns if taken else 0
        span = min(self.dice.choice((1, 2, 2)), k - first)
        if span < 1:
            return
        width = self._span(span)
        made = self.picture(width, min(height, width * 0.75), self._captions())
        rows = math.ceil((made.height + self.house.size * 0.8) / self.house.line)
        row = self.dice.choice((0, -1)) if span < k else -1
        self.holes.append(Hole(k - span, span, row, rows, made))

    def _slots(self, rows: int, y: float) -> list[Slot]:
        house, column = self.house, self._column()
        found = []
        for n in range(self.columns):
            x = self.pad + n * (column + house.gutter)
            found += [
                Slot(x, y + row * house.line + house.size * RISE, column, n)
                for row in range(rows)
                if not any(hole.holds(n, row, rows) for hole in self.holes)
            ]
        return found

    def _body(self, y: float, named: list[Owner]) -> list[Owner]:
        """Pour the text into columns as low as may be; make the slab as high as they are."""
        house, story = self.house, self.story
        least = max((hole.rows for hole in self.holes), default=1)
        rows = max(1, least + sum(h.row == MOST for h in self.holes) * 4)
        side = [math.ceil(h.slab.height / house.line) for h in self.holes if not h.rows]
        rows = max([rows, *side])
        byline = None
        shown = any(
            o.kind == "byline" for o in named + [o for h in self.holes for o in h.slab.owners]
        )
        if story.byline and not shown:
            byline = single("byline", "body")
            byline.text = story.byline
        opening = byline if house.byline == "run" else None
        while True:
            slots = self._slots(rows, y)
            if slots:
                pourer = Pourer(house, slots, house.face)
                if opening:
                    opening.pieces = []
                first = opening if _runs(story) else None
                owners = pourer.pour(story.body, first, None if first else byline)
                if pourer.at <= len(slots) or rows > MOST:
                    break
                rows += max(1, (pourer.at - len(slots)) // self.columns)
            else:
                rows += 1
        if opening and not opening.pieces:
            opening.pieces = []
            pourer = Pourer(house, slots, house.face)
            owners = pourer.pour(story.body, None, opening)
        self.byline = byline
        self._rules(y, rows, slots)
        self.whole.height = y + (rows - 1) * house.line + house.size * 1.15 + self.pad
        self._holes(y, rows)
        return owners

    def _rules(self, y: float, rows: int, slots: list[Slot]) -> None:
        """Draw rules between the columns, where text stands on both sides."""
        if not self.house.rules or len(self.holes) > 0 or self.columns < 2:
            return
        column, gutter = self._column(), self.house.gutter
        for n in range(1, self.columns):
            x = self.pad + n * (column + gutter) - gutter / 2
            if any(slot.column == n for slot in slots):
                self.whole.rules.append((x, y, 0.4, rows * self.house.line))

    def _holes(self, y: float, rows: int) -> None:
        """Put headline and picture where room was made for them."""
        house = self.house
        for hole in self.holes:
            x = hole.column * (self._column() + house.gutter)
            at = y + hole.top(rows) * house.line
            free = hole.rows * house.line - hole.slab.height
            if not hole.rows:
                at, free = y, (rows * house.line - hole.slab.height)
                at += free * (0.4 if free > 0 else 0)
            elif hole.row < 0 or hole.row == MOST:
                at += free * 0.6
            self.whole.lay(hole.slab, x + self.pad, at)

    def _close(self, owners: list[Owner], body: list[Owner]) -> Slab:
        """Bring the blocks into reading order and draw the frame."""
        inside = self.whole.owners
        heads = owners + [o for o in inside if o.kind != "caption"]
        if self.byline:
            heads.append(self.byline)
        captions = [o for o in inside if o.kind == "caption"] + getattr(self, "pictured", [])
        self.whole.owners = heads + body + captions
        if self.boxed:
            self.whole.frame(self.whole.height)
        return self.whole


def _runs(story: Story) -> bool:
    """Say whether a name can stand before the first paragraph."""
    first = next(((k, t) for k, t in story.body if k != "caption"), ("", ""))
    return first[0] == "para" and len(first[1]) > 20


def article(
    story: Story, house: House, dice: random.Random, width: float, weight: float, picture: float
) -> Slab:
    """Set an article."""
    return Article(story, house, dice, width).set(weight, picture)
