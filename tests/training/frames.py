"""The frames of a page that a program reads: heads, bodies in columns, captions, furniture.

What such programs do was measured on typeset pages: the distance of lines and the order of the
frames in the file decide nearly everything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.setting import Bit, Row

if TYPE_CHECKING:
    import random

MOST_COLUMNS = 5
RUN = 3  # that many notes in a row are frames of their own; more are one box


@dataclass(slots=True)
class Frame:
    """A frame: `kind` is head, body, caption or note; a body has its rows in columns."""

    kind: str
    article: int
    rows: list[Row] = field(default_factory=list)

    def columns(self) -> list[list[Row]]:
        """The rows by columns, from left to right."""
        found: list[list[Row]] = []
        for row in self.rows:
            if not found or found[-1][-1].column != row.column:
                found.append([])
            found[-1].append(row)
        return found


def frames(rows: list[Row], depth: int, dice: random.Random) -> list[Frame]:
    """Part a page into frames, in reading order; captions and notes leave the columns."""
    found: list[Frame] = []
    out: list[Frame] = []  # what stood inside the body before
    for row in rows:
        kind, article = _kind(row)
        last = found[-1] if found else None
        inside = last and last.kind == "body" and kind in ("caption", "note")
        if inside:
            if out and out[-1].kind == kind == "caption" and not row.first:
                out[-1].rows.append(row)
            else:
                out.append(Frame(kind, article, [row]))
            continue
        if not (last and last.kind == kind == "body" and last.article == article):
            found += out
            out = []
            last = None
        if last or (found and found[-1].kind == kind and found[-1].article == article != -1):
            found[-1].rows.append(row)
        else:
            found.append(Frame(kind, article, [row]))
    found += out
    for frame in found:
        if frame.kind == "body":
            _deal(frame, depth, dice)
    return _boxed(found)


def _kind(row: Row) -> tuple[str, int]:
    """The kind of frame that a row belongs to, and its article."""
    if row.kind == "caption":
        return "caption", row.bits[0].block.article
    if row.part == "note" or row.kind == "furniture":
        return "note", -1
    return row.part, row.bits[-1].block.article


def _boxed(found: list[Frame]) -> list[Frame]:
    """Make one frame of a long run of notes: an index, an advert."""
    made: list[Frame] = []
    run: list[Frame] = []
    for frame in [*found, Frame("end", -1)]:
        if frame.kind == "note":
            run.append(frame)
            continue
        if len(run) > RUN:
            run = [Frame("note", -1, [row for note in run for row in note.rows])]
        made += [*run, frame]
        run = []
    return made[:-1]


def _deal(frame: Frame, depth: int, dice: random.Random) -> None:
    """Deal the rows of a body out to columns, mostly of the same height."""
    total = len(frame.rows)
    count = max(1, min(MOST_COLUMNS, round(total / max(4, depth))))
    height = -(-total // count)
    if dice.random() < 0.25:
        height += dice.randint(1, 4)
    for at, row in enumerate(frame.rows):
        row.column = at // height


def banded(found: list[Frame], dice: random.Random) -> list[Frame]:
    """Let some articles stand side by side: heads first, then the columns of both as one body."""
    made: list[Frame] = []
    waiting: Frame | None = None
    for frame in found:
        if frame.kind != "body":
            made.append(frame)
        elif waiting:
            made.append(_side_by_side(waiting, frame))
            waiting = None
        elif dice.random() < 0.25:
            waiting = frame
        else:
            made.append(frame)
    return [*made, waiting] if waiting else made


def _side_by_side(left: Frame, right: Frame) -> Frame:
    """One body of the columns of two."""
    more = left.rows[-1].column + 1 if left.rows else 0
    for row in right.rows:
        row.column += more
    return Frame("body", left.article, left.rows + right.rows)


def split_row(row: Row, places: list[int]) -> list[Row]:
    """Part a row of one bit before these characters; each piece is a row."""
    bit = row.bits[0]
    if len(row.bits) > 1 or bit.again or bit.raw != bit.clean:
        return [row]
    found: list[Row] = []
    edges = [0, *places, len(bit.raw)]
    for at, start in enumerate(edges[:-1]):
        whole = bit.raw[start : edges[at + 1]]
        text = whole.strip()
        if not text:
            continue
        join = bit.join if not found else " " * (bit.raw[start - 1].isspace() or whole[0].isspace())
        before = "" if found else bit.before
        new = Bit(bit.block, bit.order + at / 100, text, text, join, before)
        found.append(Row([new], not found and row.first, False, row.column, 0, row.part))
    found[-1].last = row.last
    return found


def fused(one: Row, two: Row, gap: str) -> Row:
    """Two rows on one line."""
    two.bits[0].before = gap
    return Row(one.bits + two.bits, one.first, two.last, one.column, two.gap, one.part)
