"""Break a text into the lines of a column by the rules of Chinese typesetting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TOKENS = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:%/'-]*[A-Za-z0-9%]|……|——|\s+|.", re.DOTALL)
NOT_FIRST = set("，。、；：？！）》」』”’…—％】〕．,.;:?!)%") | {"……", "——"}
NOT_LAST = set("（《「『“‘【〔(")


def width(text: str) -> float:
    """Measure a text in ems."""
    if len(text) == 1:
        return 1.0 if text >= "\u2000" or text == "·" else 0.5
    return sum(0.5 if ord(mark) < 0x2000 and mark != "·" else 1.0 for mark in text)


def break_lines(
    text: str, measure: Callable[[int], float], rule: str, *, whole: bool = True, indent: float = 0
) -> list[str]:
    """Break a text into lines of `measure(number of the line)` ems."""
    tokens = TOKENS.findall(text) if whole else list(text)
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    room = measure(0) - indent
    for token in tokens:
        size = width(token)
        if line and used + size > room + 0.01:
            if token in NOT_FIRST and rule in ("hang", "squeeze") and used < room + 1:
                line.append(token)
                used += size
                continue
            if token.isspace():
                continue
            down = _pushed(line, token, rule)
            lines.append("".join(line).rstrip())
            line = [*down, token]
            used = width("".join(line))
            room = measure(len(lines))
        elif token.isspace() and not line:
            continue
        else:
            line.append(token)
            used += size
    if "".join(line).strip():
        lines.append("".join(line).rstrip())
    return [one for one in lines if one]


def _pushed(line: list[str], token: str, rule: str) -> list[str]:
    """Take from the end of a line what must go down with the next token."""
    down: list[str] = []
    if rule == "free":
        return down
    if token in NOT_FIRST:
        while len(line) > 2 and (not down or down[0] in NOT_FIRST):
            down.insert(0, line.pop())
    while len(line) > 1 and line[-1] in NOT_LAST:
        down.insert(0, line.pop())
    return down
