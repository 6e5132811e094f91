"""Pages as programs give them in the order of the file, or torn into boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campuses.campus_hard import joined
from campuses.campus_raw import Frame, Line, Raw, Sheet
from campuses.campus_slips import at_digits, font_cuts

if TYPE_CHECKING:
    from campuses.campus_house import House

Box = list[Line]
ORDERS = (
    "plain",
    "heads last",
    "heads first",
    "furniture first",
    "furniture last",
    "shuffled",
    "reversed",
    "loose",
)


def _units(frame: Frame, *, thread: bool) -> tuple[list[Box], list[Box]]:
    heads = [frame.heads] if frame.heads else []
    cols = [col for col in frame.cols if col]
    if thread and cols:
        cols = [[line for col in cols for line in col]]
    return heads, cols


def _ordered(house: House, sheet: Sheet) -> list[Box]:
    rng = house.rng
    order = rng.choices(ORDERS, (24, 14, 6, 16, 12, 14, 5, 9))[0]
    thread = rng.random() < 0.5
    frames = list(sheet.frames)
    if order.startswith("furniture"):
        frames.sort(key=lambda frame: frame.furniture is (order == "furniture last"))
    elif order == "shuffled":
        rng.shuffle(frames)
    elif order == "reversed":
        frames.reverse()
    pairs = [_units(frame, thread=thread) for frame in frames]
    if order == "heads last":
        return [col for _, cols in pairs for col in cols] + [
            head for heads, _ in pairs for head in heads
        ]
    if order == "heads first":
        return [head for heads, _ in pairs for head in heads] + [
            col for _, cols in pairs for col in cols
        ]
    units = []
    after = rng.random() < 0.12
    for heads, cols in pairs:
        units += [*cols, *heads] if after else [*heads, *cols]
    if order == "loose":
        for _ in range(rng.randint(1, 4)):
            units.insert(rng.randrange(len(units) + 1), units.pop(rng.randrange(len(units))))
    return units


def _fused(house: House, unit: Box) -> list[Box]:
    """Put lines of a unit that stood on one base line into one row."""
    rng = house.rng
    found: list[Box] = []
    for line in unit:
        heads = found and found[-1][-1].kind != "para" and line.kind != "para"
        if heads and found[-1][-1].block != line.block and rng.random() < 0.2:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def filed(house: House, sheet: Sheet) -> Raw:
    """Write the page in the order of the file."""
    raw, rng = Raw(sheet), house.rng
    between = rng.choice((0.0, 0.0, 0.1, 0.5, 1.0))
    inside = rng.choice((0.0, 0.0, 0.0, 0.02))
    digits, fonts, fuse, long = (rng.random() < odd for odd in (0.4, 0.22, 0.3, 0.16))
    gap = rng.choice(("", " ", "  ", "\t"))
    for at, unit in enumerate(_ordered(house, sheet)):
        if at and rng.random() < between:
            raw.blank()
        lines = joined(house, unit, 0.02, "") if long else unit
        for row in _fused(house, lines) if fuse else [[line] for line in lines]:
            if digits:
                for line in row:
                    at_digits(line)
            if fonts and len(row) == 1 and row[0].kind == "para" and rng.random() < 0.5:
                for part in font_cuts(row[0], rng):
                    raw.row([part])
            else:
                raw.row(row, [gap] * len(row))
            if rng.random() < inside:
                raw.blank()
    if rng.random() < 0.3:
        raw.put("\f")
    return raw


def _boxes(house: House, col: list[Line], manner: str) -> list[Box]:
    """Tear a column into boxes at its indents."""
    rng = house.rng
    found: list[Box] = []
    fresh = True
    for line in col:
        opens = line.first and line.kind == "para" and house.indented
        way = manner if rng.random() < 0.85 else rng.choice(("first", "slip", "para", "none"))
        starts = fresh or not found
        if opens:
            starts = starts or way in ("first", "para")
        elif line.first:
            starts = starts or rng.random() < 0.7
        if starts:
            found.append([])
        found[-1].append(line)
        fresh = (opens and way in ("first", "slip") and not line.last) or rng.random() < 0.02
        if not house.indented and line.last and manner != "none" and rng.random() < 0.3:
            fresh = True
    return found


def _head_boxes(frame: Frame, *, whole: bool) -> list[Box]:
    found: list[Box] = []
    for line in frame.heads:
        if found and (found[-1][-1].block == line.block or (whole and not frame.furniture)):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _stray(house: House, box: Box) -> tuple[Box, Line] | None:
    """Let a character at the edge of a box go astray."""
    at = house.rng.randrange(len(box))
    line = box[at]
    if len(line.text) < 4 or line.kind == "verse" or line.again:
        return None
    if house.rng.random() < 0.5:
        line, stray = line.cut(len(line.text) - 1)
    else:
        stray, line = line.cut(1)
    if not line.text or not stray.text:
        return None
    return [*box[:at], line, *box[at + 1 :]], stray


def torn(house: House, sheet: Sheet) -> Raw:
    """Write the page as boxes, many of them out of their order."""
    raw, rng = Raw(sheet), house.rng
    manner = rng.choices(("first", "slip", "para", "none"), (34, 34, 18, 14))[0]
    weave, late = rng.choice((0.0, 0.2, 0.6)), rng.choice((0.0, 0.1, 0.4))
    whole, apart, strays = (
        rng.random() < 0.3,
        rng.choice((0, 0, 1, 2, 4)),
        rng.choice((0.0, 0.0, 0.01, 0.04)),
    )
    boxes: list[Box] = []
    for frame in sheet.frames:
        cols = [_boxes(house, col, manner) for col in frame.cols if col]
        body = [box for col in cols for box in col]
        if rng.random() < weave and len(cols) > 1:
            height = max(len(col) for col in cols)
            body = [col[at] for at in range(height) for col in cols if at < len(col)]
        heads = _head_boxes(frame, whole=whole)
        if rng.random() < late and body:
            at = rng.randrange(len(body) + 1)
            boxes += [*body[:at], *heads, *body[at:]]
        else:
            boxes += [*heads, *body]
    for _ in range(apart):
        at = rng.randrange(len(boxes))
        count = min(rng.randint(1, 4), len(boxes) - at)
        moved, boxes[at : at + count] = boxes[at : at + count], []
        to = rng.randrange(len(boxes) + 1)
        boxes[to:to] = moved
    for box in boxes:
        found = _stray(house, box) if rng.random() < strays else None
        for line in found[0] if found else box:
            raw.row([line])
        raw.blank()
        if found:
            raw.row([found[1]])
            raw.blank()
    raw.put("\f")
    return raw
