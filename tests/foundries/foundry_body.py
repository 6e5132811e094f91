"""The body of an article: paragraphs, subheads, verse and tables, poured into lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.justified import steps as own_steps
from training.sheet import Owner, Piece

from foundries.foundry_metal import (
    EASY,
    NOT_FIRST,
    aligned,
    count,
    ems,
    lines_of,
    piece,
    spread,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foundries.foundry_house import House

CELLS = 30
"""Marks of which a row of a table has at most so many."""


@dataclass(slots=True)
class Slot:
    """Room for a line: its left end on the base line, and the column it is in."""

    x: float
    y: float
    width: float
    column: int


def row_of(text: str) -> list[str]:
    """Give the cells of a row of a table, none for what is no row."""
    cells = text.split("　")
    tabled = len(cells) > 2 and len(text) <= CELLS and all(cells) and text[-1] not in "。！？"
    return cells if tabled else []


class Pourer:
    """Pours a body into slots; `at` tells how many it took, more than there are if it must."""

    def __init__(self, house: House, slots: Sequence[Slot], face: str) -> None:
        self.house, self.slots, self.face = house, slots, face
        self.at = 0
        self.owners: list[Owner] = []

    def pour(
        self, body: Sequence[tuple[str, str]], opening: Owner | None, closing: Owner | None
    ) -> list[Owner]:
        """Pour all but the captions, with a name at the beginning or at the end."""
        before = ""
        for kind, text in body:
            if kind == "caption":
                continue
            owner = Owner(kind, text, 0, (0, "body"))
            self.owners.append(owner)
            rows = row_of(text) if kind == "para" else []
            blank = self.house.indent == "none" and not rows
            if before and self.at and not self._top() and (blank or kind == "verse" != before):
                self.at += 1
            if kind == "subhead":
                self._subhead(owner)
            elif kind == "verse":
                self._verse(owner)
            elif rows and self._slot().width >= self._row_width(rows):
                self._row(owner, rows)
            else:
                self._para(owner, opening)
            opening, before = None, kind
        if closing:
            self._closing(closing)
        return self.owners

    def _slot(self) -> Slot:
        if self.at < len(self.slots):
            return self.slots[self.at]
        return Slot(0, 0, self.slots[-1].width, -1)

    def _top(self) -> bool:
        if 0 < self.at < len(self.slots):
            return self.slots[self.at].column != self.slots[self.at - 1].column
        return self.at == 0

    def _para(self, owner: Owner, opening: Owner | None) -> None:
        house, size = self.house, self.house.size
        by_place = 2.0 if house.indent == "place" else 0.0
        text = ("　　" if house.indent == "marks" else "") + owner.text.replace("\n", "")
        slot = self._slot()
        x, room = slot.x + by_place * size, slot.width / size - by_place
        if opening and ems(opening.text) + 5 < room:
            x, room = self._run_in(opening, x, slot.y, room)
            text = owner.text
        lines = lines_of(text, room, slot.width / size, house.marks, house.autospace)
        for n, line in enumerate(lines):
            slot = self._slot()
            if n:
                x, room = slot.x, slot.width / size
            wide = self._wide(line, room, last=n == len(lines) - 1)
            steps = [step * size for step in wide]
            owner.pieces.append(Piece(line, x, slot.y, size, self.face, steps))
            self.at += 1

    def _run_in(self, opening: Owner, x: float, y: float, room: float) -> tuple[float, float]:
        """Set the name before the text, on its first line."""
        size = self.house.size
        other = "sans" if self.face == "serif" else "serif"
        opening.pieces = [piece(opening.text, x, y, size, other)]
        wide = ems(opening.text) + 1
        return x + wide * size, room - wide

    def _wide(self, line: str, room: float, *, last: bool) -> Sequence[float]:
        house = self.house
        natural = ems(line, house.autospace)
        if (last and natural <= room + EASY) or (not house.justified and natural <= room):
            return own_steps(line, house.autospace)
        hang = house.marks == "hang" and line[-1] in NOT_FIRST
        return spread(line, room, hang=hang, autospace=house.autospace)

    def _subhead(self, owner: Owner) -> None:
        house = self.house
        ahead = self.slots[self.at + 1] if self.at + 1 < len(self.slots) else None
        if ahead and ahead.column != self._slot().column:
            self.at += 1
        face = "serif" if self.face == "sans" else "sans"
        parts = tokens(owner.text)
        while parts:
            slot = self._slot()
            upto = count(parts, slot.width / house.size, "push", 0.0)
            line, parts = "".join(parts[:upto]), parts[upto:]
            ends = (slot.x, slot.x + slot.width)
            owner.pieces.append(aligned(line, ends, slot.y, house.size, face, house.subhead))
            self.at += 1

    def _verse(self, owner: Owner) -> None:
        house = self.house
        lines = [line.strip() for line in owner.text.split("\n") if line.strip()]
        longest = max(ems(line) for line in lines) * house.size
        for line in lines:
            parts = tokens(line)
            while parts:
                slot = self._slot()
                upto = count(parts, slot.width / house.size, "push", 0.0)
                text, parts = "".join(parts[:upto]), parts[upto:]
                centred = house.subhead == "centre"
                x = slot.x + (max(0.0, slot.width - longest) / 2 if centred else 0.0)
                owner.pieces.append(piece(text, x, slot.y, house.size, self.face))
                self.at += 1

    def _row_width(self, cells: list[str]) -> float:
        return len(cells) * (max(ems(cell) for cell in cells) + 0.5) * self.house.size

    def _row(self, owner: Owner, cells: list[str]) -> None:
        """Set the cells of a row at even distances."""
        slot = self._slot()
        for n, cell in enumerate(cells):
            x = slot.x + slot.width * n / len(cells)
            owner.pieces.append(piece(cell, x, slot.y, self.house.size, self.face))
        self.at += 1

    def _closing(self, name: Owner) -> None:
        """Set the name at the end of the last line, or on a line of its own."""
        last = self.slots[min(self.at, len(self.slots)) - 1]
        used = self.owners[-1].pieces[-1]
        size = self.house.size
        left = last.x + last.width - used.x - sum(used.steps)
        if self.at > len(self.slots) or left < (ems(name.text) + 1) * size:
            last = self._slot()
            self.at += 1
        ends = (last.x, last.x + last.width)
        text = name.text
        name.pieces = []
        parts = tokens(text)
        while parts:
            upto = count(parts, last.width / size, "push", 0.0)
            line, parts = "".join(parts[:upto]), parts[upto:]
            name.pieces.append(aligned(line, ends, last.y, size, self.face, "right"))
            if parts:
                last = self._slot()
                ends = (last.x, last.x + last.width)
                self.at += 1
