"""The body of an article as lines, and how they run through the free parts of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.sheet import Owner, Piece

from presses.press_lines import Run, broken, natural, plain
from presses.press_stamp import measure, placed

if TYPE_CHECKING:
    from newspaper import Story

    from presses.press_house import House

BASE = 0.88  # of the size, from a line's top to its base line


@dataclass(slots=True)
class Line:
    """A line of the body: its parts, and the free space above it, in lines."""

    parts: list[tuple[Owner, Run, float]]
    size: float
    face: str
    above: float = 0.0
    keeps: bool = False  # with the next line


@dataclass(slots=True)
class Slot:
    """A free part of a column."""

    x: float
    top: float
    end: float


class Body:
    """Makes the lines of an article's body for a width."""

    def __init__(self, house: House, article: int, width: float) -> None:
        self.house, self.article, self.width = house, article, width
        self.how = measure(house, house.size)
        self.lines: list[Line] = []
        self.owners: list[Owner] = []

    def set(self, story: Story, byline: str, captions: set[int]) -> None:
        """Set the body; the captions named by their place stand elsewhere."""
        running = story.byline if byline == "run" else None
        if running and any(kind == "para" for kind, _ in story.body):
            self.owners.append(Owner("byline", running, self.article, (self.article, "body")))
        for place, (kind, text) in enumerate(story.body):
            named = f"caption {place}" if kind == "caption" else "body"
            owner = Owner(kind, text, self.article, (self.article, named))
            if place not in captions:
                self._block(owner, self.owners[0] if running and kind == "para" else None)
                running = None if kind == "para" else running
            self.owners.append(owner)
        if story.byline and byline == "end":
            owner = Owner("byline", story.byline, self.article, (self.article, "tail"))
            self._end(owner)
            self.owners.insert(0, owner)

    def jump(self, text: str) -> None:
        """Say where the text goes on."""
        owner = Owner("furniture", text, -1, (self.article, "body"))
        self._short(owner, self.house.size * 0.95, self.house.small_face, "right")
        self.owners.append(owner)

    def _block(self, owner: Owner, byline: Owner | None) -> None:
        house = self.house
        if owner.kind == "subhead":
            self._short(owner, house.size * 1.08, house.head_face, house.subheads)
            self.lines[-1].keeps = True
        elif owner.kind == "caption":
            self._short(owner, house.size * 0.9, house.small_face, "centre")
        elif owner.kind == "verse":
            self._verse(owner)
        else:
            self._para(owner, byline)

    def _para(self, owner: Owner, byline: Owner | None) -> None:
        house, start = self.house, 0.0
        text = owner.text
        if house.indent == "place":
            start = 2 * house.size
        elif house.indent == "characters":
            text = "　　" + text
        head = plain(byline.text, self.how) if byline else None
        if head and byline and start + head.width < self.width - 4 * house.size:
            first = [(byline, head, start)]
            start += head.width + house.size
            text = owner.text
        else:
            first = []
            if byline:
                self._short(byline, house.size, house.small_face, "left")
        runs = broken(text, self.width, self.how, self.width - start)
        for number, run in enumerate(runs):
            part = (owner, run, start if number == 0 else 0.0)
            line = Line([part], house.size, house.face)
            if number == 0:
                line.parts = [*first, part]
                line.above = 0.5 if house.indent == "none" else 0.0
            self.lines.append(line)

    def _short(self, owner: Owner, size: float, face: str, align: str) -> None:
        how = measure(self.house, size)._replace(marks="push")
        for number, run in enumerate(broken(owner.text, self.width, how)):
            part = plain(run.text, how) if align == "centre" else run
            at = placed(part, self.width, align)
            above = 0.5 if number == 0 else 0.0
            self.lines.append(Line([(owner, part, at)], size, face, above, keeps=True))
        self.lines[-1].keeps = False

    def _verse(self, owner: Owner) -> None:
        house = self.house
        rows = [row.strip() for row in owner.text.split("\n") if row.strip()]
        longest = max(sum(natural(row, self.how)) for row in rows)
        start = max(0.0, min((self.width - longest) / 2, 4 * house.size))
        for number, row in enumerate(rows):
            for run in broken(row, self.width - start, self.how):
                above = 0.5 if number == 0 and house.indent == "none" else 0.0
                self.lines.append(Line([(owner, run, start)], house.size, house.face, above))

    def _end(self, owner: Owner) -> None:
        """Set the byline behind the text: on its last line where there is room, else below."""
        house = self.house
        run = plain(owner.text, self.how)
        last = self.lines[-1] if self.lines else None
        if last and last.parts[-1][0].kind == "para":
            _, before, at = last.parts[-1]
            if at + before.width + run.width + 2 * house.size < self.width:
                last.parts.append((owner, run, self.width - run.width))
                return
        for number, part in enumerate(broken(owner.text, self.width, self.how)):
            at = placed(part, self.width, "right")
            self.lines.append(Line([(owner, part, at)], house.size, house.face, 0.2 * (not number)))


def flow(lines: list[Line], slots: list[Slot], leading: float) -> list[tuple[Line, float, float]]:
    """Give where each line stands; fewer than there are when they do not fit."""
    found: list[tuple[Line, float, float]] = []
    at = 0
    for slot in slots:
        y, first = slot.top, at
        while at < len(lines):
            line = lines[at]
            above = line.above * leading if at > first else 0.0
            needed = above + line.size
            if line.keeps and at + 1 < len(lines):
                needed += leading * 2
            if y + needed > slot.end + 0.1:
                break
            found.append((line, slot.x, y + above))
            y += above + leading
            at += 1
    return found


def printed(places: list[tuple[Line, float, float]]) -> None:
    """Put the lines that stand somewhere into their blocks."""
    for line, x, y in places:
        for owner, run, at in line.parts:
            base = y + line.size * BASE
            owner.pieces.append(Piece(run.text, x + at, base, line.size, line.face, run.steps))
