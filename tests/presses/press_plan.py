"""The plan of a page: articles beside and below one another, split again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from presses.press_article import Item, Setter
from presses.press_furniture import filler
from presses.press_stamp import HAIR, Stamp

if TYPE_CHECKING:
    import random

    from presses.press_house import House


@dataclass(slots=True)
class Part:
    """A part of the plan over some columns: one article, or two parts beside or below."""

    span: int
    need: float
    waste: float
    item: Item | None = None
    below: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(slots=True)
class Planner:
    """Plans for a house; what an article needs over so many columns is kept."""

    house: House
    dice: random.Random
    needs: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    grown: dict[tuple[int, int, int], Part] = field(default_factory=dict)

    def width(self, span: int) -> float:
        """Give the width of a part."""
        return self.house.span(self.house.columns, span)

    def leaf(self, item: Item, span: int) -> Part:
        """Give an article as a part."""
        key = (item.number, span)
        if key not in self.needs:
            setter = Setter(item, self.house, self.width(span), span)
            made = setter.least()
            lines = len(setter.body.lines) / setter.columns
            poor = max(0.0, 5 - lines) * self.house.leading * self.width(span) * 3
            tall = max(0.0, made.height - self.house.height * 0.45) * self.width(span)
            self.needs[key] = made.height, poor + tall
        high, waste = self.needs[key]
        return Part(span, high, waste, item)

    def grow(self, items: list[Item], span: int) -> Part:
        """Give the best of some plans drawn for articles over so many columns."""
        if len(items) == 1:
            return self.leaf(items[0], span)
        key = (items[0].number, items[-1].number, span)
        if key not in self.grown:
            tries = 6 if len(items) < 8 else 4
            found = [self._split(items, span) for _ in range(tries)]
            self.grown[key] = min(
                found, key=lambda part: part.waste + part.need * self.width(span) * 0.5
            )
        return self.grown[key]

    def _split(self, items: list[Item], span: int) -> Part:
        least = len(items) // 4 if len(items) > 7 else 1
        cut = self.dice.randint(least, len(items) - least)
        one, two = items[:cut], items[cut:]
        gap = self.house.gap
        if span == 1 or self.dice.random() < 0.45:
            a, b = self.grow(one, span), self.grow(two, span)
            return Part(span, a.need + gap + b.need, a.waste + b.waste, None, True, (a, b))
        share = self._weight(one) / (self._weight(one) + self._weight(two))
        left = min(span - 1, max(1, round(span * share)))
        if self.dice.random() < 0.35:
            one, two, left = two, one, span - left
        a, b = self.grow(one, left), self.grow(two, span - left)
        lost = abs(a.need - b.need) * self.width(a.span if a.need < b.need else b.span)
        return Part(span, max(a.need, b.need), a.waste + b.waste + lost, None, False, (a, b))

    def _weight(self, items: list[Item]) -> float:
        """Guess how much room articles take."""
        return sum(self.leaf(item, max(1, self.house.columns // 3)).need for item in items)

    def put(self, part: Part, at: tuple[float, float], high: float, sheet: Stamp) -> None:
        """Set a part into a height, with what is over shared out, and put it on a sheet."""
        house, (x, y) = self.house, at
        if part.item:
            made = Setter(part.item, house, self.width(part.span), part.span).filling(high)
            sheet.add(made, x, y)
            free = high - made.height
            if free > house.leading * 3:
                fill = filler(self.dice, house, self.width(part.span), free - house.size)
                sheet.add(fill, x, y + high - fill.height)
            return
        if not part.below:
            for child in part.parts:
                self.put(child, (x, y), high, sheet)
                x += self.width(child.span) + house.gutter
                if house.hairlines and child is not part.parts[-1]:
                    sheet.rules.append((x - house.gutter / 2, y, HAIR, high))
            return
        one, two = part.parts
        free = high - part.need
        share = one.need / (one.need + two.need)
        first = one.need + free * share
        self.put(one, (x, y), first, sheet)
        if house.hairlines:
            wide = self.width(part.span)
            sheet.rules.append((x, y + first + house.gap / 2, wide, HAIR))
        self.put(two, (x, y + first + house.gap), high - first - house.gap, sheet)
