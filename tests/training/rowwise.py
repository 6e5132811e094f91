"""Columns read across: row by row, two on one line, or as a picture of the page."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from training.setting import Row, size

if TYPE_CHECKING:
    import random

    from training.frames import Frame


def rowwise(columns: list[list[Row]], dice: random.Random) -> list[Row]:
    """Read neighbouring columns row by row, each row followed by a blank line.

    What is left of a column when the others have ended runs on without blanks.
    """
    found: list[Row] = []
    for cluster in _clusters(columns, dice):
        start = dice.choice((0, 0, 0, 1, 2)) if len(cluster) > 1 else 0
        ready = [column[start * (at == 0) :] for at, column in enumerate(cluster)]
        found += cluster[0][:start]
        at = [0] * len(ready)
        while any(known < len(column) for known, column in zip(at, ready, strict=True)):
            left = [k for k, column in enumerate(ready) if at[k] < len(column)]
            for k in left:
                run = dice.choices((1, 2, 3), (92, 6, 2))[0]
                rows = ready[k][at[k] : at[k] + run]
                at[k] += len(rows)
                rows[-1].gap = int(len(left) > 1)
                found += rows
    for row in found:
        row.part = "across"
    return found


def _clusters(columns: list[list[Row]], dice: random.Random) -> list[list[list[Row]]]:
    """Which columns are read together: all, pairs, or one alone and the others."""
    count = len(columns)
    lot = dice.random()
    if count == 2 or lot < 0.35:
        return [columns]
    if lot < 0.75:
        return [columns[at : at + 2] for at in range(0, count, 2)]
    if lot < 0.9:
        return [columns[:1], columns[1:]]
    return [columns[:-1], columns[-1:]]


def beside(columns: list[list[Row]], dice: random.Random, gap: str) -> list[Row]:
    """Print two neighbouring columns on the same lines, for some rows."""
    at = dice.randrange(len(columns) - 1)
    left, right = columns[at], columns[at + 1]
    common = min(len(left), len(right))
    start = 0 if dice.random() < 0.4 else dice.randrange(common)
    end = common if dice.random() < 0.3 else min(common, start + dice.randint(2, 14))
    both = []
    for one, two in zip(left[start:end], right[start:end], strict=True):
        two.bits[0].before = gap
        both.append(Row(one.bits + two.bits, one.first, one.last, one.column))
    rows = [row for column in columns[:at] for row in column]
    rows += left[:start]
    if dice.random() < 0.5:
        rows += right[:start] + both + left[end:]
    else:
        rows += both + left[end:] + right[:start]
    return rows + right[end:] + [row for column in columns[at + 2 :] for row in column]


def laid_out(frames: list[Frame], dice: random.Random) -> list[Row]:
    """Read the page as it looks: all columns of a body on each line, parted by spaces."""
    found: list[Row] = []
    for frame in frames:
        columns = frame.columns()
        if found and frame.kind in ("head", "note"):
            found[-1].gap = dice.randint(1, 4)
        if frame.kind == "body" and len(columns) > 1:
            found += _raster(columns, dice)
            continue
        lead = " " * dice.choice((0, 0, 2, 8, 20)) if frame.kind == "head" else ""
        for row in frame.rows:
            row.bits[0].before = lead
        found += frame.rows
    return found


def _raster(columns: list[list[Row]], dice: random.Random) -> list[Row]:
    """The rows of the columns side by side; some columns stand half a line lower."""
    width = max(size(row.text) for column in columns for row in column)
    other = {at for at in range(1, len(columns)) if dice.random() < 0.15}
    found: list[Row] = []
    for rows in zip_longest(*columns):
        for lower in (False, True):
            cells = [(at, row) for at, row in enumerate(rows) if row and (at in other) is lower]
            if not cells:
                continue
            line, used = Row([], part="across"), 0.0
            for at, row in cells:
                indent = 2 if row.first and row.kind == "para" else 0
                room = at * (width + 2) * 2 - used + indent + dice.randint(-3, 3)
                before = max(3, int(room)) if line.bits else at * int(width + 2) * 2 + indent
                row.bits[0].before = " " * before
                used += before + 2 * size(row.text.strip())
                line.bits += row.bits
            found.append(line)
    return found
