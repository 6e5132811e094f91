"""An article in a rectangle: columns of text round its headline, its pictures, a guest."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from presses.press_body import Body, Line, Slot, flow, printed
from presses.press_heads import heads, label, picture
from presses.press_stamp import HAIR, Stamp

if TYPE_CHECKING:
    from newspaper import Story
    from training.sheet import Owner

    from presses.press_house import House

PAD = 0.9  # ems between a frame and what is in it
STRETCH = 1.1  # how far lines may be led to fill a column


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be set: its number, its place among others, its guest."""

    story: Story
    number: int
    rank: str
    guest: Item | None = None
    jump: str = ""
    bare: bool = False  # its label stands over others too


class Hole(NamedTuple):
    """What text runs round: over which columns, at the top, in the middle or at the end."""

    first: int
    last: int
    place: str
    what: str  # head, picture, guest
    stamp: Stamp


@dataclass(slots=True)
class Style:
    """What is drawn for an article, whatever its width."""

    framed: bool
    head: str  # over, part, inside, middle
    wide: bool
    byline: str
    picture: float  # height of the picture without a caption, of its width; 0: none
    beside: bool
    label: bool
    dice: random.Random = field(default_factory=random.Random)


def style(item: Item, house: House) -> Style:
    """Draw the style of an article."""
    dice = random.Random(f"press style {item.number} {item.rank} {house.leading}")
    arranged = dice.random() < house.arranged
    return Style(
        framed=item.rank != "lead" and dice.random() < house.boxes,
        head=dice.choice(("part", "inside", "middle")) if arranged else "over",
        wide=dice.random() < house.wide,
        byline=house.byline if dice.random() < 0.85 else dice.choice(("head", "end", "run")),
        picture=dice.uniform(0.4, 0.75) if dice.random() < house.pictures else 0.0,
        beside=dice.random() < 0.3,
        label=dice.random() < 0.85,
        dice=dice,
    )


class Setter:
    """Sets one article over so many columns of a width."""

    def __init__(
        self, item: Item, house: House, width: float, columns: int, *, framed: bool | None = None
    ) -> None:
        self.item, self.house, self.width = item, house, width
        self.style = style(item, house)
        self.style.framed = self.style.framed if framed is None else framed
        self.pad = PAD * house.size if self.style.framed else 0.0
        inner = width - 2 * self.pad
        while columns > 1 and house.span(columns, 1, inner) < 8.5 * house.size:
            columns -= 1
        if self.style.wide and columns > 1 and house.span(columns - 1, 1, inner) < 30 * house.size:
            columns -= 1
        self.columns, self.inner = columns, inner
        self.column = house.span(columns, 1, inner)
        self.above = Stamp(inner)
        self.holes: list[Hole] = []
        self.body = Body(house, item.number, self.column)

    def over(self, count: int) -> float:
        """Give the width of so many columns of the article."""
        return count * self.column + (count - 1) * self.house.gutter

    def prepare(self, grow: float = 1.0) -> None:
        """Set the headline, the pictures and the lines; pictures higher by a factor."""
        house, item, style = self.house, self.item, self.style
        self.above, self.holes = Stamp(self.inner), []
        self.body = Body(house, item.number, self.column)
        dice = random.Random(f"press holes {item.number}")
        if item.story.section and style.label and not item.bare:
            self.above = label(item.story.section, self.inner, house, dice)
        captions = [n for n, (kind, _) in enumerate(item.story.body) if kind == "caption"]
        self.body.set(item.story, style.byline, set(captions[:2]))
        self._head()
        shift = len(self.body.owners) - len(item.story.body)
        if item.jump:
            self.body.jump(item.jump)
        owners = [self.body.owners[n + shift] for n in captions[:2]]
        self._pictures(owners, grow, dice)
        if item.guest:
            self._guest(item.guest, dice)

    def _head(self) -> None:
        columns, way = self.columns, self.style.head
        if len(self.body.lines) < 4 * columns:
            way = "over"
        first, last = 0, columns
        if way == "part" and columns > 2:
            last = max(2, columns - 1)
        elif way == "inside" and columns > 1:
            last = 1
        elif way == "middle" and columns > 2:
            first, last = 1, columns - (columns > 3)
        byline = "head" if self.style.byline == "head" else ""
        made = heads(
            self.item.story,
            self.item.number,
            self.over(last - first),
            self.house,
            (self.item.rank, byline),
        )
        if made.owners:
            self.holes.append(Hole(first, last, "top", "head", made))

    def _pictures(self, captions: list[Owner], grow: float, dice: random.Random) -> None:
        shape = self.style.picture
        wanted: list[Owner | None] = [*captions]
        if not wanted and shape and len(self.body.lines) > 3 * self.columns:
            wanted.append(None)
        for number, owner in enumerate(wanted):
            count = dice.randint(1, max(1, min(self.columns, 3)))
            first = dice.randint(0, self.columns - count)
            place = dice.choice(("top", "end", "end", "middle")) if number == 0 else "end"
            if len(self.body.lines) < 4:
                first, count, place = 0, self.columns, "end"
            wide = self.over(count)
            high = wide * (shape or 0.55) * grow
            high = min(high, self.house.height * 0.2)
            stamp = picture(wide, high, owner, self.house, "beside" if self.style.beside else "")
            self.holes.append(Hole(first, first + count, place, "picture", stamp))

    def _guest(self, guest: Item, dice: random.Random) -> None:
        count = 1 if self.columns < 4 else dice.choice((1, 2))
        if self.columns < 3:
            count = self.columns
        framed = True if count < self.columns else None
        stamp = Setter(guest, self.house, self.over(count), count, framed=framed).least()
        self.holes.append(Hole(self.columns - count, self.columns, "end", "guest", stamp))

    def slots(self, high: float) -> tuple[list[Slot], list[float]] | None:
        """Give the free parts of the columns in a height, and where each hole stands."""
        air = self.house.size * 0.7
        top, end = [0.0] * self.columns, [high] * self.columns
        middle: list[tuple[float, float] | None] = [None] * self.columns
        places = []
        for first, last, place, what, stamp in self.holes:
            over = range(first, last)
            if place == "end":
                y = min(end[n] for n in over) - stamp.height
                for n in over:
                    end[n] = y - air
            else:
                y = max(top[n] for n in over)
                if place == "middle":
                    y += max(0.0, (high - y - stamp.height) * 0.4)
                for n in over:
                    if place == "middle":
                        middle[n] = (y - air, y + stamp.height + air)
                    else:
                        top[n] = y + stamp.height + air * (what != "head")
            places.append(y)
        found = []
        for n in range(self.columns):
            low, part = top[n], middle[n]
            inside = part is None or low <= part[0] + air <= part[1] <= end[n] + air
            if not inside or end[n] < low - air - 0.1:
                return None
            x = n * (self.column + self.house.gutter)
            parts = ((low, part[0]), (part[1], end[n])) if part else ((low, end[n]),)
            found += [Slot(x, *free) for free in parts]
        return found, places

    def fits(self, high: float, leading: float) -> list[tuple[Line, float, float]] | None:
        """Give the places of all lines in a height, None when they do not fit."""
        slots = self.slots(high)
        if slots is None:
            return None
        found = flow(self.body.lines, slots[0], leading)
        return found if len(found) == len(self.body.lines) else None

    def height(self, leading: float) -> float:
        """Give the least height of what is below the label."""
        room = sum((hole.last - hole.first) * hole.stamp.height for hole in self.holes)
        room += sum(leading * (1 + line.above) for line in self.body.lines)
        high = max(
            [room / self.columns - leading * 2, self.house.size]
            + [hole.stamp.height for hole in self.holes]
        )
        for _ in range(800):
            if self.fits(high, leading) is not None:
                break
            high += leading / 4
        return high

    def least(self) -> Stamp:
        """Set the article in the least height."""
        self.prepare()
        return self.stamp(self.height(self.house.leading), self.house.leading)

    def filling(self, high: float) -> Stamp:
        """Set the article to fill a height as well as may be: pictures grow, lines part."""
        self.prepare()
        house = self.house
        edge = 2 * self.pad + self.above.height
        if any(hole.what == "picture" for hole in self.holes):
            for grow in (1.9, 1.7, 1.5, 1.35, 1.2, 1.1):
                self.prepare(grow)
                if self.height(house.leading) + edge <= high:
                    break
            else:
                self.prepare()
        leading = house.leading
        for factor in (STRETCH, 1.08, 1.06, 1.04, 1.02):
            if self.height(leading * factor) + edge <= high:
                leading *= factor
                break
        return self.stamp(self.height(leading), leading)

    def stamp(self, high: float, leading: float) -> Stamp:
        """Set the article in a height and leading in which it fits."""
        made = Stamp(self.width, high + self.above.height + 2 * self.pad)
        slots = self.slots(high)
        found = self.fits(high, leading)
        assert slots is not None
        assert found is not None
        x, y = self.pad, self.pad + self.above.height
        inner = Stamp(self.inner, high)
        printed(found)
        inner.owners = self.body.owners
        guests: list[Owner] = []
        for hole, top in zip(self.holes, slots[1], strict=True):
            at = hole.first * (self.column + self.house.gutter)
            inner.add(hole.stamp, at, top, adopt=False)
            if hole.what == "head":
                inner.owners = hole.stamp.owners + inner.owners
            elif hole.what == "guest":
                guests += hole.stamp.owners
        if self.house.column_rules and len(found) > 6 * self.columns:
            self._column_rules(inner, slots[0])
        inner.owners = inner.owners + guests
        for owner in inner.owners:
            if self.above.owners and owner.article == self.item.number:
                owner.label = self.above.owners[0]
        made.add(self.above, self.pad, self.pad)
        made.add(inner, x, y)
        if self.style.framed:
            made.framed()
        return made

    def _column_rules(self, inner: Stamp, slots: list[Slot]) -> None:
        for before, slot in pairwise(slots):
            level = abs(before.top - slot.top) < 1 and abs(before.end - slot.end) < 1
            if slot.x > before.x and level:
                x = slot.x - self.house.gutter / 2
                inner.rules.append((x, slot.top, HAIR, slot.end - slot.top))
