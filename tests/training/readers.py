"""How programs read a page of columns: in what order, with which blanks, in what boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.gaps import blanks
from training.setting import Row, single

if TYPE_CHECKING:
    import random

    from training.manner import Manner

STRAYS = (
    "|",
    "一",
    "· ·",
    "—",
    "。",
    "~ Pe 3",
    "ii",
    "Le",
    "a",
    "_",
    "》",
    "wy",
    "、",
    "1",
    "= =",
    "oe ，",
    "*",
)


def read(rows: list[Row], how: Manner, dice: random.Random) -> list[Row]:
    """Give the rows of a page as the program of its regime writes them, blank lines and all."""
    if how.regime in ("pdftotext", "tesseract"):
        rows = _zones(rows, how, dice, beside)
    if how.regime == "pdfminer":
        return boxes(rows, dice)
    if how.regime == "pypdf":
        rows = joined(rows, dice)
    if how.regime == "tesseract":
        rows = littered(rows, dice)
    blanks(rows, how.ways, dice)
    return rows


def _zones(rows, how, dice, change):
    """Change each run of body rows of one article that has two columns or more."""
    found: list[Row] = []
    zone: list[list[Row]] = []
    article = None

    def close() -> None:
        nonlocal zone
        if len(zone) > 1 and dice.random() < how.beside:
            zone = [change(zone, dice)]
        for column in zone:
            found.extend(column)
        zone = []

    for row in rows:
        number = row.bits[0].block.article if row.part == "body" else None
        if number is None or number != article:
            close()
        article = number
        if number is None:
            found.append(row)
        elif zone and zone[-1][-1].column == row.column:
            zone[-1].append(row)
        else:
            zone.append([row])
    close()
    return found


def beside(columns: list[list[Row]], dice: random.Random) -> list[Row]:
    """Print two neighbouring columns on the same lines, for a stretch or as a whole."""
    at = dice.randrange(len(columns) - 1)
    left, right = columns[at], columns[at + 1]
    size = min(len(left), len(right))
    start = 0 if dice.random() < 0.5 else dice.randrange(size)
    end = size if dice.random() < 0.5 else min(size, start + dice.randint(2, 14))
    gap = dice.choice((" ", "  ", "    ", "\t", "　", None))
    widest = max(len(row.text) for row in left)
    both = []
    for one, two in zip(left[start:end], right[start:end], strict=True):
        two.bits[0].before = gap or "  " * (widest + 1 - len(one.text)) + "  "
        both.append(Row(one.bits + two.bits, one.first, one.last, one.column))
    rows = [row for column in columns[:at] for row in column]
    rows += left[:start] + both
    if dice.random() < 0.5:
        rows[len(rows) - len(both) : len(rows) - len(both)] = right[:start]
        rows += left[end:]
    else:
        rows += left[end:] + right[:start]
    rows += right[end:]
    return rows + [row for column in columns[at + 2 :] for row in column]


def boxes(rows: list[Row], dice: random.Random) -> list[Row]:
    """Cut the columns into boxes of some rows and put these in the order of a page analyser.

    A box that lies higher comes earlier, one that lies further left comes earlier: how much each
    counts differs from page to page, and so the columns are interleaved or not.
    """
    across = dice.choice((0.0, 2.0, 8.0, 40.0, 200.0))
    noise = dice.choice((0.0, 1.0, 3.0, 8.0))
    slip, part = dice.choice((0.2, 0.6, 0.95)), dice.choice((0.05, 0.3, 0.9))
    inside = dice.choice((0.01, 0.03, 0.1))
    found: list[tuple[float, list[Row]]] = []
    base, height, column, top = 0.0, 0, None, 0.0
    box: list[Row] = []
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        zone = (row.part, row.bits[0].block.article if row.part != "note" else -1)
        if zone != column:
            base += height + 1000.0
            height, column, deep = 0, zone, 0
            first = row.column
        if box and box[-1].column != row.column:
            deep = 0
        if not box:
            top = base + deep + across * (row.column - first)
        box.append(row)
        deep += 1
        height = max(height, deep)
        if _box_ends(row, below, dice.random(), (slip, part, inside)):
            found.append((top + dice.uniform(-noise, noise), box))
            box = []
    found.sort(key=lambda known: known[0])
    if dice.random() < 0.3:
        _stray_boxes(found, dice)
    for _, box in found:
        for row in box:
            row.gap = 0
        box[-1].gap = 1
    return [row for _, box in found for row in box]


def _box_ends(row: Row, below: Row | None, lot: float, chances: tuple[float, float, float]) -> bool:
    """Whether a box ends behind a row."""
    slip, part, inside = chances
    if below is None or below.part != row.part or below.column != row.column:
        return True
    if row.part == "note":
        return lot < 0.6
    if row.part == "head":
        same = row.bits[0].block is below.bits[0].block
        return lot < (0.2 if same else 0.8)
    if row.last:
        return lot < part
    return lot < (slip if row.first else inside)


def _stray_boxes(found: list[tuple[float, list[Row]]], dice: random.Random) -> None:
    """Put some boxes far from where they belong."""
    for _ in range(dice.choice((1, 1, 2, 3))):
        box = found.pop(dice.randrange(len(found)))
        found.insert(dice.randrange(len(found) + 1), box)


def joined(rows: list[Row], dice: random.Random) -> list[Row]:
    """Run rows into one another where the program misses a line end."""
    share = dice.choice((0.0, 0.01, 0.03, 0.1))
    gap = dice.choice(("", "", " "))
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        same = last and last.bits[-1].block is row.bits[0].block
        if last and dice.random() < (share if same else share / 4):
            row.bits[0].before = gap
            last.bits += row.bits
            last.last = row.last
        else:
            found.append(row)
    return found


def littered(rows: list[Row], dice: random.Random) -> list[Row]:
    """Put in what OCR makes of rules, pictures and dirt: rows of stray marks."""
    share = dice.choice((0.0, 0.005, 0.02))
    found: list[Row] = []
    for row in rows:
        found.append(row)
        if dice.random() < share:
            stray = single("furniture", dice.choice(STRAYS))
            stray.column = row.column
            found.append(stray)
    return found
