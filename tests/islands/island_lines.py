"""Typesetting: a text is broken into lines by the rules of Chinese composition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NO_BEGIN = frozenset("，。、；：？！）》」』”’％…—,.;:?!)%·℃")
NO_END = frozenset("（《「『“‘(【〈")
_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:%/@\-]*[A-Za-z0-9%]|——|……|.", re.DOTALL)


def measure(text: str) -> float:
    """Give the width of a text in ems."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def _tokens(text: str, narrowest: float, *, split: bool) -> list[str]:
    if split:
        return list(text)
    found: list[str] = []
    for token in _TOKEN.findall(text):
        found.extend(list(token) if measure(token) > narrowest - 2 else [token])
    return found


def break_lines(
    text: str, width: Callable[[int], float], indent: float, style: str, *, split: bool = False
) -> list[str]:
    """Break a text: `width` tells the width of each line, `style` what is done with marks."""
    lines: list[str] = []
    line: list[str] = []
    used = indent
    for token in _tokens(text, width(0), split=split):
        wide = measure(token)
        room = width(len(lines))
        slack = (1.0 if style == "hang" else 0.5) if token[0] in NO_BEGIN and style != "push" else 0
        if used + wide <= room + (slack and slack + 0.5) or not line:
            if line or not token.isspace():
                line.append(token)
                used += wide
            continue
        kept: list[str] = [] if token.isspace() else [token]
        while len(line) > 1 and kept and kept[0][0] in NO_BEGIN:
            kept.insert(0, line.pop())
        while len(line) > 1 and line[-1] in NO_END:
            kept.insert(0, line.pop())
        lines.append("".join(line).rstrip(" "))
        line = kept
        used = sum(measure(part) for part in line)
    if line:
        lines.append("".join(line).rstrip(" "))
    return lines
