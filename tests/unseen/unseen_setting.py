"""How a line of Chinese is broken where a column ends.

Widths are in ems: a Chinese character or mark is one, a letter or digit of ASCII half of one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NO_START = set("。，、；：？！”’）》」』】〉％,;:!?)%．…")
NO_END = set("“‘（《「『【〈(")
SQUEEZED = set("。，、；：？！”’）》」』“‘（《「『")
WHOLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.:]*%?|……|——|.", re.S)


def ems(text: str) -> float:
    """Give the width of a text."""
    return sum(0.5 if ord(mark) < 0x2000 else 1.0 for mark in text)


def _fits_after(line: str, edge: str) -> bool:
    """Tell whether a stop that finds no room may still stand on its line."""
    if edge == "hang":
        return True
    return edge == "squeeze" and any(mark in SQUEEZED for mark in line)


def _carried(parts: list[str]) -> list[str]:
    """Take from a line's end what must go down with a stop that found no room."""
    taken = [parts.pop()]
    while len(parts) > 1 and (taken[0][0] in NO_START or parts[-1][-1] in NO_END):
        taken.insert(0, parts.pop())
    return taken


def broken(text: str, width: Callable[[int], float], first: float, edge: str) -> list[str]:
    """Break a text into lines.

    `width` gives the width of each line by its number, `first` how much of the first is left
    empty; `edge` tells what a stop does that finds no room: it may "hang", the line may be
    "squeeze"d when it has another mark, or the last character is "push"ed down with it.
    """
    lines: list[str] = []
    parts: list[str] = []
    room = width(0) - first
    used = 0.0
    for part in WHOLE.findall(text):
        size = ems(part)
        if used + size <= room or not parts:
            parts.append(part)
            used += size
            continue
        down: list[str] = []
        if part[0] in NO_START:
            over = used + size - room
            if over <= 1 and _fits_after("".join(parts), edge):
                parts.append(part)
                used += size
                continue
            if len(parts) > 1:
                down = _carried(parts)
        while len(parts) > 1 and parts[-1][-1] in NO_END:
            down.insert(0, parts.pop())
        lines.append("".join(parts))
        room = width(len(lines))
        parts = [*down, part]
        used = sum(ems(each) for each in parts)
    lines.append("".join(parts))
    return lines
