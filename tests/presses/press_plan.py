"""The plan of a page: articles beside and below one another, split again and again."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from presses.press_article import Item, Setter
from presses.press_furniture import filler
from presses.press_heads import label
from presses.press_stamp import HAIR, Stamp

if TYPE_CHECKING:
    from presses.press_house import House


def _bare(item: Item) -> Item:
    guest = item.guest
    if guest and guest.story.section == item.story.section:
        guest = _bare(guest)
    return replace(item, bare=True, guest=guest)


@dataclass(slots=True)
class Part:
    """A part of the plan over some columns: one article, or two parts beside or below.

    A part with a label has one other part, which the label stands over.
    """

    span: int
    need: float
    waste: float
    item: Item | None = None
    below: bool = False
    parts: tuple[Part, ...] = ()
    label: str = ""


@dataclass(slots=True)
class Planner:
    """Plans for a house; what an article needs over so many columns is kept."""

    house: House
    dice: random.Random
    needs: dict[tuple[int, int, bool], tuple[float, float]] = field(default_factory=dict)
    grown: dict[tuple[int, int, int, bool], Part] = field(default_factory=dict)

    def width(self, span: int) -> float:
        """Give the width of a part."""
        return self.house.span(self.house.columns, span)

    def leaf(self, item: Item, span: int) -> Part:
        """Give an article as a part."""
        key = (item.number, span, item.bare)
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
        section = items[0].story.section
        if section and not items[0].bare and {one.story.section for one in items} == {section}:
            part = self.grow([_bare(item) for item in items], span)
            high = part.need + self._label(section, span).height
            return Part(span, high, part.waste, parts=(part,), label=section)
        key = (items[0].number, items[-1].number, span, items[0].bare)
        if key not in self.grown:
            tries = 6 if len(items) < 8 else 4
            found = [self._split(items, span) for _ in range(tries)]
            self.grown[key] = min(
                found, key=lambda part: part.waste + part.need * self.width(span) * 0.5
            )
        return self.grown[key]

    def _split(self, items: list[Item], span: int) -> Part:
        least = len(items) // 4 if len(items) > 7 else 1
        cut = 0
        for _ in range(4):
            cut = self.dice.randint(least, len(items) - least)
            if (
                not items[cut].story.section
                or items[cut].story.section != items[cut - 1].story.section
            ):
                break
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

    def _label(self, section: str, span: int) -> Stamp:
        dice = random.Random(f"press label {section} {self.house.leading}")
        return label(section, self.width(span), self.house, dice)

    def _under(self, part: Part, at: tuple[float, float], high: float, sheet: Stamp) -> None:
        """Put a label, and the articles below it."""
        made = self._label(part.label, part.span)
        over, before = made.owners[0], len(sheet.owners) + 1
        sheet.add(made, *at)
        self.put(part.parts[0], (at[0], at[1] + made.height), high - made.height, sheet)
        for owner in sheet.owners[before:]:
            if owner.article >= 0 and owner.label is None:
                owner.label = over

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
        if part.label:
            self._under(part, at, high, sheet)
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
