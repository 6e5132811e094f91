"""Setting: blocks broken into the lines of a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from valleys.valley_heads import NO_END, NO_START

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_copy import Story
    from valleys.valley_heads import Elem
    from valleys.valley_house import House

RUNS = re.compile(r"[A-Za-z0-9０-９.．%:@_-]+|……|——|\s+|.")


@dataclass(eq=False, slots=True)
class Line:
    """A printed line of an element: `first` and `last` of it, `tied` to the row before."""

    elem: Elem
    text: str
    glue: str
    order: int
    first: bool
    last: bool
    tied: bool = False
    again: bool = False
    opens: bool = False
    ends: bool = False


@lru_cache(maxsize=20000)
def wide(text: str) -> int:
    """Give the printed width in half ems."""
    return sum(1 if ord(mark) < 0x250 else 2 for mark in text)


def _tokens(text: str, house: House) -> list[str]:
    found = RUNS.findall(text)
    if not house.breaks_numbers:
        return found
    parts: list[str] = []
    for token in found:
        parts += list(token) if token[0].isdigit() else [token]
    return parts


def _end(line: list[str]) -> list[str]:
    """Take from the end of a line what may not stand there."""
    moved: list[str] = []
    while len(line) > 1 and line[-1] in NO_END:
        moved.insert(0, line.pop())
    return moved


def fold(text: str, widths: list[int], start: int, house: House) -> list[tuple[str, str]]:
    """Break a text into lines, each with the glue before it; the last width goes on."""
    lines: list[tuple[str, str]] = []
    line: list[str] = []
    used, glue = start, ""

    def close(over: list[str]) -> None:
        nonlocal line, used, glue
        bare = "".join(line)
        if bare.strip():
            lines.append((glue, bare.strip()))
            glue = " " if bare != bare.rstrip() else ""
        line = over
        used = wide("".join(over))

    for token in _tokens(text, house):
        size = wide(token)
        width = widths[min(len(lines), len(widths) - 1)] * 2
        if token.isspace() and (not line or used + size > width):
            if lines or line:
                close([])
                glue = " "
            continue
        if used + size > width and line:
            closer = token[0] in NO_START
            if closer and (len(line) < 3 or (house.ender != "push" and used <= width)):
                line.append(token)
                used += 2
                continue
            over = _end(line)
            if closer and not over and len(line) > 2 and not line[-1].isspace():
                while len(line) > 2 and (not over or over[0][0] in NO_START):
                    over.insert(0, line.pop())
                over = _end(line) + over
            close(over)
        line.append(token)
        used += size
    close([])
    return lines


def set_elem(elem: Elem, house: House, rng: Random, width: int, tie: int = 0) -> list[Line]:
    """Set an element; `tie` is the width of what stands before it on its first row."""
    if elem.lines:
        lines = elem.lines
    else:
        start = tie if tie else (4 if elem.kind in ("para", "subhead") else 0)
        widths = [width]
        if elem.kind == "para" and len(elem.text) > 80 and rng.random() < 0.05:
            widths = (
                [width] * rng.randint(0, 3) + [max(4, width // 2)] * rng.randint(2, 6) + [width]
            )
        lines = fold(elem.text, widths, start, house)
    last = len(lines) - 1
    return [
        Line(elem, text, glue, at, at == 0, at == last, tied=elem.tied and at == 0)
        for at, (glue, text) in enumerate(lines)
    ]


def set_story(story: Story, house: House, rng: Random, width: int) -> list[Line]:
    """Set an article with the furniture about it in printed order."""
    found: list[Line] = []
    own = [*story.before, *story.elems, *story.after]
    inside: list[Line] = []
    for elem in own:
        tie = wide(found[-1].text) + 2 if elem.tied and found else 0
        if tie > width * 2 - 8 and not elem.lines:
            elem.tied, tie = False, 0
        lines = set_elem(elem, house, rng, width, tie)
        if elem.kind == "caption" and not inside and rng.random() < 0.25:
            inside = lines
            continue
        if inside and elem.kind == "para" and len(lines) > 3:
            at = rng.randint(1, len(lines) - 2)
            lines = [*lines[:at], *inside, *lines[at:]]
            inside = []
        found += lines
    found += inside
    if found:
        found[0].opens, found[-1].ends = True, True
    return found
