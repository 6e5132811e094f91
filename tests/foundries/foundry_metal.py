"""Lines of text: where they break, how far each mark takes the pen on, and what a slab is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from training.justified import steps
from training.sheet import Owner, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_FIRST = frozenset("，。、；：！？）》〉】」』”’％%),.;:!?…")
NOT_LAST = frozenset("（《〈【「『“‘([")
HALVES = frozenset("，。、；：！？）》】」』”（《【「『“")
TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:%/@&-]*|——|……|.")
EASY = 0.02
LOOSE = 0.45
"""Ems between two marks above which a line is left as it is."""


@dataclass(slots=True)
class Slab:
    """Something set and measured, from its own upper left corner."""

    width: float
    height: float = 0.0
    owners: list[Owner] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)

    def lay(self, other: Slab, x: float, y: float) -> None:
        """Take over what another slab holds, moved to a place of this one."""
        for owner in other.owners:
            for piece in owner.pieces:
                piece.x, piece.y = piece.x + x, piece.y + y
        self.owners += other.owners
        self.boxes += [(a + x, b + y, w, h) for a, b, w, h in other.boxes]
        self.rules += [(a + x, b + y, w, h) for a, b, w, h in other.rules]

    def frame(self, height: float, thick: float = 0.6) -> None:
        """Draw a frame of four rules around the slab."""
        self.rules += [
            (0, 0, self.width, thick),
            (0, height - thick, self.width, thick),
            (0, 0, thick, height),
            (self.width - thick, 0, thick, height),
        ]


@lru_cache(maxsize=65536)
def ems(text: str, autospace: float = 0.0) -> float:
    """Give how wide a text is, in ems."""
    return sum(steps(text, autospace))


def tokens(text: str) -> list[str]:
    """Part a text into what does not break."""
    return TOKEN.findall(text.replace("\n", ""))


def count(parts: Sequence[str], room: float, marks: str, autospace: float) -> int:
    """Give how many of the parts stand on a line so many ems wide."""
    wide, at = 0.0, 0
    while at < len(parts):
        more = wide + _step(parts, at, autospace)
        if more > room + EASY and parts[at] != " ":
            break
        wide = more
        at += 1
    if at == len(parts):
        return at
    if at == 0:
        return 1
    ahead = parts[at]
    if ahead[0] in NOT_FIRST:
        closed = at + 1 == len(parts) or parts[at + 1][0] not in NOT_FIRST
        over = wide + ems(ahead) - room
        slack = sum(0.45 for part in parts[: at + 1] if part in HALVES)
        if closed and (marks == "hang" or (marks == "squeeze" and slack >= over)):
            return at + 1
    keep = at
    while keep > 1 and (parts[keep][0] in NOT_FIRST or parts[keep - 1][-1] in NOT_LAST):
        keep -= 1
    return keep if keep > 1 or parts[0][-1] not in NOT_LAST else at


def _step(parts: Sequence[str], at: int, autospace: float) -> float:
    """Give how far a part takes the pen on behind what stands before it."""
    part, before = parts[at], parts[at - 1] if at else ""
    if part == " " and before and at + 1 < len(parts):
        return 0.3 if before.isascii() or parts[at + 1].isascii() else 1.0
    letters = before and before.isascii() != part.isascii()
    gap = letters and before[-1].isalnum() and part[0].isalnum()
    return ems(part) + (autospace if gap else 0.0)


@lru_cache(maxsize=4096)
def lines_of(text: str, first: float, room: float, marks: str, autospace: float) -> tuple[str, ...]:
    """Break a paragraph into lines, of which the first has another room."""
    parts, found, inside = tokens(text), [], first
    while "".join(parts).strip():
        while found and parts[0] in (" ", "　"):
            parts = parts[1:]
        upto = count(parts, inside, marks, autospace)
        found.append("".join(parts[:upto]).rstrip())
        parts, inside = parts[upto:], room
    return tuple(found)


@lru_cache(maxsize=65536)
def spread(text: str, room: float, *, hang: bool, autospace: float) -> tuple[float, ...]:
    """Give the steps, in ems, of a line that is to be as wide as its room."""
    found = steps(text, autospace)
    hangs = hang and text[-1] in NOT_FIRST and sum(found) > room + EASY
    free = room - sum(found[:-1] if hangs else found)
    if free < 0:
        soft = [at for at, mark in enumerate(text) if mark in HALVES]
        for at in soft:
            found[at] += max(-0.5, free / len(soft))
        return tuple(found)
    gaps = [at for at in range(len(text) - 1) if not text[at : at + 2].isascii()]
    if hangs:
        gaps = [at for at in gaps if at < len(text) - 2]
    if gaps and free <= LOOSE * len(gaps):
        for at in gaps:
            found[at] += free / len(gaps)
    return tuple(found)


def piece(text: str, x: float, y: float, size: float, face: str) -> Piece:
    """Set a line as wide as it is, from a place on its base line."""
    return Piece(text, x, y, size, face, [step * size for step in steps(text)])


def aligned(
    text: str, across: tuple[float, float], y: float, size: float, face: str, how: str
) -> Piece:
    """Set a line at the left, in the middle or at the right between two places."""
    left, right = across
    wide = ems(text) * size
    x = {"left": left, "centre": (left + right - wide) / 2, "right": right - wide}[how]
    return piece(text, max(left, x), y, size, face)


def broken(text: str, width: float, size: float) -> list[str]:
    """Break a text that is not justified into lines."""
    parts, found = tokens(text), []
    while parts:
        upto = count(parts, width / size, "push", 0.0)
        found.append("".join(parts[:upto]).strip())
        parts = parts[upto:]
    return [line for line in found if line]


def single(kind: str, frame: str, *pieces: Piece) -> Owner:
    """Make the block that consists of these lines."""
    article = -1 if kind in ("furniture", "section") else 0
    return Owner(kind, "".join(p.text for p in pieces), article, (0, frame), list(pieces))
