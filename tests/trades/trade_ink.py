"""Ink: rows of segments put down as raw text, and the cells they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.form import Cell, Page

if TYPE_CHECKING:
    from trades.trade_sheet import Line, Sheet


@dataclass(slots=True)
class Seg:
    """Printed text of one block on a row, with the blanks before it."""

    text: str
    block: int
    seq: tuple[int, int]
    lead: str = ""
    again: bool = False


Row = list[Seg]


def seg(line: Line, *, again: bool = False) -> Seg:
    """Give a line as a segment."""
    return Seg(line.text, line.block, (line.seq, 0), line.lead, again)


def put(rows: list[Row], sheet: Sheet, name: str, end: str = "\n") -> Page:
    """Put the rows down as a page."""
    raw: list[str] = []
    found: list[tuple[int, int, Seg]] = []
    at = 0
    for row in rows:
        for part in row:
            text = part.text
            start = at + len(part.lead) + len(text) - len(text.lstrip())
            stop = at + len(part.lead) + len(text.rstrip())
            if stop > start:
                found.append((start, stop, part))
            raw.append(part.lead + text)
            at += len(part.lead) + len(text)
        raw.append("\n")
        at += 1
    text = "".join(raw).rstrip("\n") + end
    counts: dict[int, dict[tuple[int, int], int]] = {}
    for _, _, part in found:
        counts.setdefault(part.block, {})[part.seq] = 0
    for seqs in counts.values():
        for order, seq in enumerate(sorted(seqs)):
            seqs[seq] = order
    cells = [
        Cell(start, stop, part.block, counts[part.block][part.seq], part.again)
        for start, stop, part in found
    ]
    return Page(text, sheet.texts(), cells, dict(sheet.sections), name)
