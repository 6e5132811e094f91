"""Setting of lines: text wrapped at a column's width, and columns joined into long lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from evenings.evening_house import House

NEVER_FIRST = "，。、；：？！”’）》」』】〉％%…,.;:?!)"
NEVER_LAST = "“‘（《「『【〈("
_PIECE = re.compile(r"[0-9０-９]+(?:\.[0-9]+)?[%％]?|[A-Za-z]+|.", re.DOTALL)
_SINGLE = re.compile(r".", re.DOTALL)


@dataclass(slots=True)
class Row:
    """A printed line, or a part of one: where it belongs and what it is."""

    block: int
    order: int
    text: str
    kind: str
    indent: str = ""
    again: str = ""
    last: bool = False
    column: bool = False
    article: bool = False


def ems(text: str) -> float:
    """Measure a text: what is half-width takes half an em."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def wrap(text: str, width_at: Callable[[int], float], house: House) -> list[str]:
    """Wrap a text; `width_at` gives the width of its n-th line."""
    pieces = (_PIECE if house.glued else _SINGLE).findall(text)
    lines: list[str] = []
    line: list[str] = []
    held = 0.0
    for piece in pieces:
        size = ems(piece)
        width = width_at(len(lines))
        if held + size <= width or not line or piece == " ":
            line.append(piece)
            held += size
            continue
        if _fits(piece, line, held + size - width, house.marks):
            line.append(piece)
            held += size
            continue
        moved = _moved(piece, line)
        lines.append("".join(line))
        line = [*moved, piece]
        held = ems("".join(line))
    if line:
        lines.append("".join(line))
    return [found for found in (said.lstrip(" ") for said in lines) if found]


def _fits(piece: str, line: list[str], over: float, marks: str) -> bool:
    """Tell whether a piece goes over the edge: a mark that hangs, or marks squeezed."""
    if marks == "hang":
        return piece in NEVER_FIRST and over <= 1 and line[-1] not in NEVER_FIRST[:7]
    if marks == "squeeze":
        soft = sum(mark in NEVER_FIRST or mark in NEVER_LAST for mark in [*line, piece])
        return piece in NEVER_FIRST and over <= soft * 0.5
    return False


def _moved(piece: str, line: list[str]) -> list[str]:
    """Take from a line's end what must stand before this piece on the next line."""
    moved: list[str] = []
    head = piece
    while len(line) > 2 and len(moved) < 4 and (head[0] in NEVER_FIRST or line[-1] in NEVER_LAST):
        head = line.pop()
        moved.insert(0, head)
    return moved


def join_columns(rows: list[Row]) -> list[Row]:
    """Join the lines of each paragraph that stand in one column into a long line."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        follows = (
            before is not None
            and before.block == row.block
            and before.kind in ("para", "caption")
            and row.order == before.order + 1
            and not row.column
            and not row.again
        )
        if before is not None and follows:
            before.text += row.text
            before.order, before.last = row.order, row.last
        else:
            found.append(row)
    return found


def gap(before: Row, row: Row, house: House, rng: random.Random) -> int:
    """Say how many blank lines stand between two lines."""
    shares = house.blanks

    def hit(name: str) -> bool:
        return rng.random() < shares.get(name, 0.0)

    if row.kind == "verse" and before.kind == "verse" and row.block != before.block:
        return int(rng.random() < 0.93)
    if row.article:
        return (1 + (rng.random() < 0.2)) if hit("article") else 0
    if row.column and row.kind in ("para", "verse", "caption"):
        return (rng.randint(1, 3) if hit("deep") else 1) if hit("column") else 0
    if hit("line"):
        return 1
    return _near(before, row, hit, rng)


def _near(before: Row, row: Row, hit: Callable[[str], bool], rng: random.Random) -> int:
    heads = ("kicker", "title", "subtitle", "byline", "section")
    same = before.block == row.block
    found = False
    if before.kind in heads and row.kind in heads:
        found = hit("under") and (not same or rng.random() < 0.3)
    elif before.kind in heads:
        return (rng.randint(1, 3) if hit("deep head") else 1) if hit("head") else 0
    elif row.kind == "furniture" or before.kind == "furniture":
        found = hit("article") or hit("caption")
    elif row.kind == "caption" or before.kind == "caption":
        found = not same and (hit("caption") or hit("para"))
    elif same and row.kind == "verse":
        found = False
    elif same:
        found = hit("slip") if before.order == 0 else hit("inner")
    elif before.order == 0 and before.last and before.kind == "para":
        found = hit("para") or (hit("slip") and rng.random() < 0.6)
    elif row.kind == "subhead" or before.kind == "subhead":
        found = hit("para") or hit("head")
    else:
        found = hit("para")
    return int(found)
