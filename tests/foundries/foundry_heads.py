"""Headline groups: kicker, title, subtitles and names, broken by sense where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.sheet import Owner

from foundries.foundry_metal import (
    NOT_FIRST,
    NOT_LAST,
    Slab,
    aligned,
    broken,
    ems,
    piece,
    single,
    tokens,
)

if TYPE_CHECKING:
    import random

    from newspaper import Story

    from foundries.foundry_house import House

RISE = 0.88
"""Of a line's size, how far its base line stands below its top."""
SPACES = " 　"
ENDS = frozenset("县市镇乡村区省局厂会站队校院年月日个次人员业工们中上下里后时将在为是让获把")
"""Marks behind which a headline breaks rather than elsewhere."""


def by_sense(text: str, room: float) -> list[str]:
    """Break a headline into as few lines as fit, alike in length, between words."""
    parts = tokens(text)
    for lines in range(2, 9):
        found = _even(parts, lines, room) if ems(text) <= lines * room else []
        if found:
            return found
    return broken(text, room, 1.0)


def _even(parts: list[str], lines: int, room: float) -> list[str]:
    """Break into so many lines, spaces before all, then alike in length; nothing if it fails."""
    aim = ems("".join(parts)) / lines
    best: dict[tuple[int, int], tuple[float, list[str]]] = {(0, 0): (0.0, [])}
    for done in range(lines):
        for start in range(len(parts)):
            if (done, start) not in best:
                continue
            cost, told = best[done, start]
            for stop in range(start + 1, len(parts) + 1):
                line = "".join(parts[start:stop]).strip(SPACES)
                if ems(line) > room:
                    break
                if stop < len(parts) and (
                    parts[stop][0] in NOT_FIRST or parts[stop - 1][-1] in NOT_LAST
                ):
                    continue
                at_space = stop == len(parts) or any(
                    part in SPACES for part in parts[stop - 1 : stop + 1]
                )
                light = stop < len(parts) and parts[stop] in "的了着和与"
                sense = stop < len(parts) and parts[stop - 1] in ENDS
                more = cost + (ems(line) - aim) ** 2 - 30 * at_space + 12 * light - 6 * sense
                key = (done + 1, stop)
                if line and (key not in best or more < best[key][0]):
                    best[key] = (more, [*told, line])
    return best.get((lines, len(parts)), (0.0, []))[1]


class Heads:
    """Sets the headline group of an article of some width."""

    def __init__(self, story: Story, house: House, dice: random.Random, width: float) -> None:
        self.story, self.house, self.dice = story, house, dice
        self.slab = Slab(width)
        self.size = 0.0
        self.align = "left" if house.align == "left" else "centre"
        if house.align != "stagger" and dice.random() < 0.15:
            self.align = {"left": "centre", "centre": "left"}[self.align]
        self.face = house.title_face
        if dice.random() < 0.25:
            self.face = "serif" if self.face == "sans" else "sans"

    def set(self, weight: float, *, named: bool) -> Slab:
        """Set all there is; `weight` is the share of the largest headline, 0 to 1."""
        story, house = self.story, self.house
        lines = self._lines(weight)
        other = "sans" if self.face == "serif" else "serif"
        small = max(house.size + 1, min(self.size * self.dice.uniform(0.42, 0.6), 26))
        if story.kicker:
            self._minor("kicker", story.kicker, small, other)
        if lines:
            self._title(lines)
        for text in (story.subtitle or "").split("\n"):
            if text:
                self._minor("subtitle", text, small * self.dice.choice((0.9, 1, 1.1)), other)
        if named and story.byline:
            at = self.dice.choice(("centre", "centre", self.align, "right"))
            self._minor("byline", story.byline, house.size, house.face, at)
        return self.slab

    def _lines(self, weight: float) -> list[str]:
        """Choose the size and give the lines of the title."""
        least, most = self.house.titles
        given = list(self.story.title)
        if not given:
            self.size = least
            return []
        longest = max(ems(line) for line in given)
        width = self.slab.width * 0.97
        aim = least + (most - least) * weight * self.dice.uniform(0.7, 1.15)
        aim = max(least, min(aim, width / 3.2))
        if longest * aim <= width:
            self.size = aim
        elif longest * max(least, aim * 0.7) <= width:
            self.size = width / longest
        else:
            self.size = max(least, aim * self.dice.uniform(0.75, 1.0))
        found: list[str] = []
        for line in given:
            fits = ems(line) * self.size <= width
            found += [line] if fits else by_sense(line, width / self.size)
        wide = max(ems(line) for line in found) * self.size
        if wide > width:
            self.size *= width / wide
        return found

    def _title(self, lines: list[str]) -> None:
        slab, size = self.slab, self.size
        owner = Owner("title", "".join(self.story.title), 0, (0, "head"))
        airy = self.house.sort in ("literary", "notices", "works") or self.dice.random() < 0.1
        if len(lines) == 1 and 2 <= len(lines[0]) <= 4 and airy and lines[0].isalpha():
            lines = ["　".join(lines[0])]
            if ems(lines[0]) * size > slab.width:
                lines = [lines[0].replace("　", "")]
        step = size * self.dice.choice((1.15, 1.2, 1.3))
        spare = slab.width - max(ems(line) for line in lines) * size
        for n, line in enumerate(lines):
            y = slab.height + n * step + size * RISE
            if self.house.align == "stagger" and len(lines) == 2 and spare > size:
                x = (0.25 + 0.5 * n) * spare
                x = min(x, slab.width - ems(line) * size)
                owner.pieces.append(piece(line, x, y, size, self.face))
            else:
                owner.pieces.append(aligned(line, (0, slab.width), y, size, self.face, self.align))
        slab.owners.append(owner)
        slab.height += (len(lines) - 1) * step + size * 1.25

    def _minor(self, kind: str, text: str, size: float, face: str, at: str = "") -> None:
        """Set a kicker, a subtitle or names, in lines when they are long."""
        slab = self.slab
        width = slab.width * 0.97
        size = max(self.house.size, min(size, width / ems(text))) if at == "" else size
        lines = [text] if ems(text) * size <= width else by_sense(text, width / size)
        owner = Owner(kind, text, 0, (0, "head"))
        if kind != "kicker":
            slab.height += size * 0.25
        for line in lines:
            y = slab.height + size * RISE
            owner.pieces.append(aligned(line, (0, slab.width), y, size, face, at or self.align))
            slab.height += size * 1.25
        if kind == "kicker" and self.house.kicker != "plain":
            self._ruled(owner, size)
        slab.height += size * (0.25 if kind == "kicker" else 0.1)
        slab.owners.append(owner)

    def _ruled(self, owner: Owner, size: float) -> None:
        """Draw a rule under a kicker, or a bar before it."""
        slab = self.slab
        left = min(p.x for p in owner.pieces)
        right = max(p.x + sum(p.steps) for p in owner.pieces)
        if self.house.kicker == "rule":
            slab.rules.append((left, slab.height + 1, right - left, 0.7))
            slab.height += 3
        else:
            slab.rules.append((0, slab.height + 1, slab.width, 1.2))
            slab.height += 4


def label(text: str, house: House, dice: random.Random, width: float) -> Slab:
    """Set the label under which articles stand."""
    slab = Slab(width)
    size = max(house.size + 2, dice.uniform(1.3, 1.9) * house.size)
    size = min(size, width / (ems(text) + 1))
    how = dice.choice(("left", "left", "centre"))
    made = aligned(text, (size * 0.4, width), size * RISE + 2, size, "sans", how)
    slab.owners.append(single("section", "label", made))
    slab.height = size * 1.3 + 4
    look = dice.choice(("under", "bar", "both"))
    if look != "bar":
        slab.rules.append((0, slab.height - 2, width, 1.5))
    if look != "under":
        slab.boxes.append((0, 2, size * 0.25, size))
    slab.height += house.size * 0.6
    return slab
