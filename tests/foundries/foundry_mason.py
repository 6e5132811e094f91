"""Fills an area of columns with articles: beside one another, below one another, to its foot."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foundries.foundry_article import article
from foundries.foundry_heads import label
from foundries.foundry_metal import Slab
from foundries.foundry_told import SLOGANS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newspaper import Story
    from training.sheet import Owner

    from foundries.foundry_front import Front
    from foundries.foundry_house import House

TRIES = 7
LEADS = 6


@dataclass(frozen=True, slots=True)
class Area:
    """Columns from a place on, between two heights."""

    x: float
    columns: int
    top: float
    foot: float


class Mason:
    """Puts the articles of a page in their places; what is placed stands in reading order."""

    def __init__(
        self, house: House, dice: random.Random, front: Front, stories: Sequence[Story]
    ) -> None:
        self.house, self.dice, self.front = house, dice, front
        self.left = list(stories)
        self.page = Slab(house.width)
        self.articles = self.loose = 0
        self.label: Owner | None = None
        self.section: str | None = None

    def width(self, columns: int) -> float:
        """Give the width of so many columns."""
        return columns * (self.house.column + self.house.gutter) - self.house.gutter

    def put(self, slab: Slab, x: float, y: float) -> None:
        """Lay a slab on the page and number its article and its frames."""
        number = self.articles if any(o.article >= 0 for o in slab.owners) else -1
        for owner in slab.owners:
            if owner.article >= 0:
                owner.article, owner.label = number, self.label
                owner.frame = (number, owner.frame[1])
            else:
                self.loose += 1
                owner.frame = (-self.loose, "loose")
        self.articles += number >= 0
        self.page.lay(slab, x, y)

    def fill(self, area: Area, depth: int = 0) -> None:
        """Fill an area: part it, or set articles over its whole width, one below the other."""
        stack: list[Slab] = []
        house, y = self.house, area.top
        gap = house.size * (1.6 if house.between == "space" else 2.2)
        while self.left and area.foot - y > 5 * house.line:
            room = area.foot - y
            wide = area.columns > 1 and room > 14 * house.line
            if wide and self.dice.random() < house.split and (stack or depth or not self._leads()):
                self._settle(stack, area, y - gap if stack else y, gap)
                self._part(replace(area, top=y), depth)
                return
            lead = not stack and not depth and self._leads()
            slab = self._lead(area, room) if lead else self._next(area, room)
            if not slab:
                break
            stack.append(slab)
            y += slab.height + gap
        self._settle(stack, area, area.foot, gap)

    def _leads(self) -> bool:
        return self.articles == 0 and self.house.sort not in ("notices", "traditional")

    def _part(self, area: Area, depth: int) -> None:
        """Part an area into a left and a right one, with a rule between them at times."""
        half = self.dice.randint(1, area.columns - 1)
        house = self.house
        before = self.label, self.section
        self.fill(replace(area, columns=half), depth + 1)
        x = area.x + self.width(half) + house.gutter
        if house.between == "rule":
            self.page.rules.append((x - house.gutter / 2, area.top, 0.5, area.foot - area.top))
        self.label, self.section = before
        self.fill(Area(x, area.columns - half, area.top, area.foot), depth + 1)

    def _take(self, story: Story) -> None:
        self.left = [other for other in self.left if other is not story]

    def _lead(self, area: Area, room: float) -> Slab | None:
        """Set the longest of the next articles with a large headline, pictures in a row below."""
        dice, house = self.dice, self.house
        told = [s for s in self.left[:LEADS] if s.title] or self.left[:1]
        story = max(told, key=lambda s: sum(len(t) for _, t in s.body))
        self._take(story)
        if house.sort in ("works", "party") and dice.random() < 0.35:
            words = " ".join((story.subtitle or "".join(story.title)).split())
            story = replace(story, title=dice.choice(SLOGANS), subtitle=words)
        width = self.width(area.columns)
        rows = house.sort in ("party", "evening", "district") and dice.random() < 0.5
        loud = replace(house, boxed=0.0, titles=(house.titles[0] * 1.4, house.titles[1] * 1.2))
        slab = self._fitted(story, loud, width, room * 0.8, 1.0, 0.0)
        number = dice.randint(2, min(4, max(2, area.columns - 1)))
        high = width / number * dice.uniform(0.5, 0.7)
        if slab and rows and slab.height + high * 1.4 < room * 0.8:
            made = self.front.pictures(width, number, high)
            slab.lay(made, 0, slab.height + house.size)
            slab.height += made.height + house.size
        return slab

    def _next(self, area: Area, room: float) -> Slab | None:
        """Set one of the next articles so that it fits; the last one so that it fills."""
        dice, house = self.dice, self.house
        width = self.width(area.columns)
        best: Slab | None = None
        taken: Story | None = None
        tight = room < 18 * house.line
        for story in self.left[: TRIES if tight else 3]:
            weight = dice.choice((0.1, 0.2, 0.3, 0.4, 0.6)) * (0.5 + area.columns / house.columns)
            pictured = any(kind == "caption" for kind, _ in story.body)
            high = 0.0
            if pictured or dice.random() < house.pictures:
                high = min(width * dice.uniform(0.35, 0.7), room * 0.45, house.height * 0.25)
            slab = self._fitted(story, house, width, room, weight, high)
            if slab and (best is None or slab.height > best.height):
                best, taken = slab, story
            if best and not tight:
                break
        if best and taken:
            self._take(taken)
            return self._labelled(taken, best, room)
        return None

    def _labelled(self, story: Story, slab: Slab, room: float) -> Slab:
        """Put a label over an article where a new section begins."""
        if not story.section or story.section == self.section:
            if not story.section:
                self.label = self.section = None
            slab.owners[0].label = self.label
            return slab
        made = label(story.section, self.house, self.dice, slab.width)
        if slab.height + made.height > room:
            self.label = self.section = None
            return slab
        self.label, self.section = made.owners[0], story.section
        high = made.height
        made.lay(slab, 0, high)
        made.height = high + slab.height
        return made

    def _fitted(
        self, story: Story, house: House, width: float, room: float, weight: float, picture: float
    ) -> Slab | None:
        """Set an article, with fewer paragraphs and a smaller headline when it is too high."""
        seed, body = self.dice.random(), list(story.body)
        while body and any(kind != "caption" for kind, _ in body):
            told = replace(story, body=body)
            slab = article(told, house, random.Random(seed), width, weight, picture)
            if slab.height <= room:
                return slab
            weight, picture = weight * 0.6, 0.0
            if weight < 0.3:
                body = body[:-1]
                while body and body[-1][0] == "subhead":
                    body = body[:-1]
        return None

    def _settle(self, stack: list[Slab], area: Area, foot: float, gap: float) -> None:
        """Place what stands one below the other down to a foot; fill what stays free."""
        used = sum(slab.height for slab in stack) + gap * max(0, len(stack) - 1)
        free = foot - area.top - used
        width, house = self.width(area.columns), self.house
        y, between = area.top, gap
        small = free < house.line * 3.5
        if small and len(stack) > 1:
            between += max(0.0, free) / (len(stack) - 1)
        for n, slab in enumerate(stack):
            if n and house.between == "rule":
                self.page.rules.append((area.x, y - between / 2, width, 0.5))
            self.label = next((o for o in slab.owners if o.kind == "section"), None) or next(
                (o.label for o in slab.owners if o.label), None
            )
            self.put(slab, area.x, y)
            y += slab.height + between
        if not small:
            self._rest(area.x, y if stack else area.top, width, foot)

    def _rest(self, x: float, y: float, width: float, foot: float) -> None:
        """Fill what is free below with a prompt, a picture or an advert."""
        if self.dice.random() < 0.3 and foot - y < 9 * self.house.line:
            made = self.front.prompt(width)
            if made.height < foot - y:
                self.put(made, x, y)
                y += made.height + self.house.size
        if foot - y > 3 * self.house.line:
            self.put(self.front.advert(width, foot - y), x, y)
