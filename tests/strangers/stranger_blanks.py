"""Blank lines and long lines: what the reader of a file makes of the printed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from strangers.stranger_sheet import Chunk, Line
    from strangers.stranger_style import Style

HEADS = {"kicker", "title", "subtitle", "byline"}
OWN = {"furniture", "section"}


def joined(lines: list[Line]) -> list[Line]:
    """Put the lines of each paragraph together, as a reader of files does inside a column."""
    found: list[Line] = []
    for line in lines:
        if found and line.kind in {"para", "caption"} and found[-1].block == line.block:
            found[-1].text += line.text
            found[-1].last = line.last
        else:
            found.append(line)
    return found


class Blanks:
    """Puts blank lines between printed lines, by the one way of the page."""

    def __init__(self, style: Style, rng: Random) -> None:
        self._way, self._rng = style.blank, rng
        self._ways = (style.blank, style.other or style.blank)
        self._loose = rng.random() < (0.6 if style.blank == "blocks" else 0.3)
        self._cut = rng.random() < (0.7 if style.blank == "blocks" else 0.3)
        self._captions = rng.random() < 0.7

    def spread(self, chunks: list[Chunk]) -> list[Line | None]:
        """Give the lines of a page with its blank lines (None)."""
        found: list[Line | None] = [None] * (self._rng.random() < 0.2)
        before: Line | None = None
        for chunk in chunks:
            if chunk.kind == "head":
                self._way = self._rng.choice(self._ways)
            for at, line in enumerate(chunk.lines):
                if before is not None:
                    many = self._between(before, line, begins=at == 0)
                    found += [None] * many
                found.append(line)
                before = line
        return found

    def _between(self, before: Line, line: Line, *, begins: bool) -> int:
        if self._way == "none":
            return 0
        if self._way == "double":
            return 1 + line.gap + (line.kind in HEADS and before.kind not in HEADS)
        pair = {before.kind, line.kind}
        if pair & OWN:
            return int(self._rng.random() < 0.6)
        if pair & HEADS:
            return self._by_heads(before, line)
        if "caption" in pair and before.block != line.block:
            return int(self._captions)
        return max(line.gap, self._inside(before, line, begins=begins))

    def _by_heads(self, before: Line, line: Line) -> int:
        if before.kind in HEADS and line.kind in HEADS:
            return int(self._loose and before.block != line.block)
        if before.kind not in HEADS and line.kind == "byline":
            return int(self._way == "blocks")
        return self._rng.choices((1, 2, 3), (75, 15, 10))[0]

    def _inside(self, before: Line, line: Line, *, begins: bool) -> int:
        rng, way = self._rng, self._way
        if way == "columns" and begins:
            return rng.choice((1, 1, 1, 3))
        if way == "blocks" and line.first:
            return 1
        if way == "slipped" and before.first and not before.last and line.kind == "para":
            return int(rng.random() < 0.92)
        if way == "scatter":
            return int(rng.random() < 0.08)
        if begins and self._cut and way != "heads":
            return rng.choice((1, 1, 1, 3))
        return 0
