"""The sheet: stories set in lines, the lines put into columns and frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campuses.campus_break import Rule, Strip, breaking, ems, halving
from campuses.campus_raw import Draft, Frame, Line, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from campuses.campus_house import House
    from campuses.campus_stories import Bit, Story


class Composer:
    """Sets stories and furniture one after another on a sheet."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.sheet = Sheet()
        self.rule = Rule(house.breaks, house.whole, house.rng)
        self.articles = 0
        self.label = -1
        self.measure = 0.0

    def draft(self, kind: str, article: int) -> int:
        """Begin a block."""
        self.sheet.drafts.append(Draft(kind, article))
        return len(self.sheet.drafts) - 1

    def furniture(self, texts: list[str], *, near: bool = False) -> Frame:
        """Set furniture, each text a block; ``near`` gives it no frame of its own."""
        frame = Frame(furniture=True)
        for text in texts:
            block = self.draft("furniture", -1)
            frame.heads.append(_line(self.house.write(text), block, "furniture"))
        if not near:
            self.sheet.frames.append(frame)
        return frame

    def section(self, text: str) -> Line:
        """Set a section label; the articles that follow may stand under it."""
        self.label = self.draft("section", -1)
        return _line(self.house.write(self.house.label.format(text)), self.label, "section")

    def story(self, story: Story, *, under: bool = False) -> Frame:
        """Set an article in a frame; ``under`` puts it under the last label."""
        house, rng = self.house, self.house.rng
        frame = Frame()
        if story.label:
            frame.heads.append(self.section(story.label))
        article, self.articles = self.articles, self.articles + 1
        if story.label or (under and self.label >= 0):
            self.sheet.sections[article] = self.label
        self.measure = house.width()
        for bit in story.heads:
            frame.heads.extend(self._head(bit, article))
        signature = []
        if story.signed:
            block = self.draft("byline", article)
            signature = [_line(house.write(story.signed), block, "byline", article)]
            signature[0].inset = rng.choice(
                ("", "", " " * rng.randint(4, 24), "　" * rng.randint(2, 8))
            )
        lines = self._body(story, article)
        lines += signature
        if story.jump:
            block = self.draft("furniture", -1)
            lines.append(_line(house.write(story.jump), block, "furniture"))
        frame.cols = columns(lines, rng, alone=house.menu == "long")
        self.sheet.frames.append(frame)
        return frame

    def _head(self, bit: Bit, article: int) -> list[Line]:
        house, rng = self.house, self.house.rng
        text = house.write(bit.text)
        size = ems(text)
        room = house.title_ems * {"kicker": 1.5, "subtitle": 1.4}.get(bit.kind, 1.0)
        count = 1 if size <= room else min(4 if size > 3 * room else 3, -(-int(size) // int(room)))
        strips = halving(text, count, rng) if count > 1 else [Strip("", text)]
        block = self.draft(bit.kind, article)
        lines = _lines(strips, block, bit.kind, article)
        if rng.random() < 0.1:
            for line in lines:
                line.inset = " " * rng.randint(1, 12)
        return lines

    def _body(self, story: Story, article: int) -> list[Line]:
        lines: list[Line] = []
        for at, bit in enumerate(story.body):
            block = self.draft(bit.kind, article)
            text = self.house.write(bit.text)
            midway = story.midway and at == 0
            lines.extend(self._set(bit.kind, text, block, article, midway=midway, at=len(lines)))
        return lines

    def _set(
        self, kind: str, text: str, block: int, article: int, *, midway: bool, at: int
    ) -> list[Line]:
        house = self.house
        if kind == "verse":
            strips = [Strip("\n" if n else "", said) for n, said in enumerate(text.split("\n"))]
            lines = _lines(strips, block, kind, article)
            inset = house.rng.choice(("", house.indent))
            for line in lines:
                line.inset = inset
            return lines
        inset = 2.0 if kind == "para" and house.indented and not midway else 0.0
        strips = breaking(text, self._width(inset, at), self.rule)
        lines = _lines(strips, block, kind, article)
        if inset or (kind == "subhead" and house.indent and house.rng.random() < 0.6):
            lines[0].inset = house.indent
        return lines

    def _width(self, inset: float, at: int) -> Callable[[int], float]:
        wide = self.measure
        narrow = max(6.0, float(round(wide * 0.55)))
        picture = range(6, 13) if self.house.odd["picture"] and wide >= 12 else range(0)

        def width(number: int) -> float:
            room = narrow if at + number in picture else wide
            return room - (inset if number == 0 else 0.0)

        return width


def _line(text: str, block: int, kind: str, article: int = -1) -> Line:
    return Line(text, block, 0, "", kind, article, first=True, last=True)


def _lines(strips: list[Strip], block: int, kind: str, article: int) -> list[Line]:
    last = len(strips) - 1
    return [
        Line(strip.text, block, at, strip.glue, kind, article, first=at == 0, last=at == last)
        for at, strip in enumerate(strips)
    ]


def columns(lines: list[Line], rng: object, *, alone: bool = False) -> list[list[Line]]:
    """Divide the lines of a body into columns of about one height."""
    choose = rng.choice  # type: ignore[attr-defined]
    if len(lines) < 6:
        count = 1
    elif len(lines) < 14:
        count = choose((1, 1, 2, 3))
    else:
        count = choose((4, 5, 6, 7) if alone else (1, 2, 2, 3, 3, 4, 5))
    height = -(-len(lines) // count)
    cols = [lines[at : at + height] for at in range(0, len(lines), height)]
    return cols or [[]]
