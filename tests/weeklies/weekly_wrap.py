"""Breaking text into lines as a printer does: widths in half ems, no marks at the wrong edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from weeklies.weekly_house import House

NOT_FIRST = frozenset("，。、；：？！”’）》」』〉】,;:?!)%％…—·")
NOT_LAST = frozenset("“‘（《「『〈【(")
SMALL = frozenset("，。、；：）》”,.;:)")
WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.%-/@")


def measure(char: str) -> int:
    """Give the width of a character in half ems."""
    return 1 if ord(char) < 0x250 else 2


def wrap(text: str, width: Callable[[int], int], house: House) -> list[str]:
    """Break a text into lines; `width` gives the half ems of its n-th line."""
    lines: list[str] = []
    at = 0
    while at < len(text):
        stop = _line_end(text, at, width(len(lines)), house)
        line = text[at:stop]
        lines.append(line.rstrip(" ") if stop < len(text) else line)
        at = stop
        while at < len(text) and text[at] == " ":
            at += 1
    return lines


def _line_end(text: str, at: int, room: int, house: House) -> int:
    """Give the place where the line that begins at `at` ends."""
    used, stop = 0, at
    while stop < len(text):
        used += measure(text[stop])
        if used > room:
            break
        stop += 1
    if stop == len(text):
        return stop
    stop = max(stop, at + 2)
    if stop < len(text) and text[stop] in NOT_FIRST:
        stop = _marks(text, at, stop, house)
    if house.whole and stop < len(text) and text[stop] in WORD and text[stop - 1] in WORD:
        start = stop
        while start > at and text[start - 1] in WORD:
            start -= 1
        if start > at + 4:
            stop = start
    while stop > at + 2 and text[stop - 1] in NOT_LAST:
        stop -= 1
    return stop


def _marks(text: str, at: int, stop: int, house: House) -> int:
    """Move a line's end where the next line would begin with a mark."""
    hanging = house.punct == "hang"
    squeezed = house.punct == "squeeze" and sum(char in SMALL for char in text[at:stop]) >= 1
    if hanging or squeezed:
        end = stop
        while end < len(text) and text[end] in NOT_FIRST and end - stop < 2:
            end += 1
        if end == len(text) or text[end] not in NOT_FIRST:
            return end
    while stop > at + 2 and text[stop] in NOT_FIRST:
        stop -= 1
    return stop
