"""Breaking of lines after the rules of Chinese setting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = re.compile(r"[A-Za-z0-9]+(?:[.,:/@\-][A-Za-z0-9]+)*[%℃]?|——|……|.", re.DOTALL)
NOT_FIRST = frozenset("，。、；：？！”’）》」』】〗〉…,.;:?!)]%％℃·")
NOT_LAST = frozenset("“‘（《「『【〖〈([")
MARKS = frozenset("，。、；：？！”“（）《》「」")


class Row(NamedTuple):
    """A line as set: its text, and the blank that was lost before it."""

    text: str
    glue: str


@lru_cache(maxsize=20_000)
def width(text: str) -> float:
    """Give the width of a text in ems."""
    return sum(0.5 if mark < "\u0100" else 1.0 for mark in text)


class Breaker:
    """Breaks paragraphs: `hang` hangs a mark out, `squeeze` sets tight, `push` takes one along."""

    def __init__(self, manner: str, *, split: bool) -> None:
        self.manner = manner
        self.split = split

    def lines(self, text: str, indent: float, room: Callable[[int], float]) -> list[Row]:
        """Break a text into lines; `room` gives the width of the line of a number."""
        rows: list[Row] = []
        line: list[str] = []
        glue, used = "", indent
        for token in self._tokens(text, room(0)):
            size = width(token)
            if used + size <= room(len(rows)) or not line:
                if not (token.isspace() and not line and rows):
                    line.append(token)
                    used += size
                continue
            if token.isspace():
                rows.append(Row("".join(line), glue))
                line, glue, used = [], token, 0.0
                continue
            if token[0] in NOT_FIRST and self._fits(line, used, room(len(rows))):
                line.append(token)
                used += size + 9
                continue
            line, after = self._part(line, token)
            full = "".join(line)
            rows.append(Row(full.rstrip(), glue))
            line = [*after, token]
            glue, used = full[len(full.rstrip()) :], width("".join(line))
        if line:
            rows.append(Row("".join(line), glue))
        return [row for row in rows if row.text.strip()]

    def _fits(self, line: list[str], used: float, room: float) -> bool:
        if used > room + 1:
            return False
        if self.manner == "hang":
            return True
        return self.manner == "squeeze" and sum(token in MARKS for token in line) >= 2

    def _part(self, line: list[str], token: str) -> tuple[list[str], list[str]]:
        """Take along what may not be parted from the token that begins the next line."""
        at = len(line)
        first = token
        while at > 1 and (first[0] in NOT_FIRST or line[at - 1][-1] in NOT_LAST):
            at -= 1
            first = line[at]
            if len(line) - at > 4:
                return line, []
        return line[:at], line[at:]

    def _tokens(self, text: str, room: float) -> list[str]:
        found: list[str] = []
        for token in WHOLE.findall(text):
            if len(token) > 1 and (self.split or width(token) > room - 2) and token[0] not in "—…":
                found.extend(token)
            else:
                found.append(token)
        return found
