"""Pages as programs give them: in the order of the file, spread out, or torn into boxes."""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from trades.trade_breaking import width
from trades.trade_flow import gathered, spaced
from trades.trade_ink import Row, Seg, seg

if TYPE_CHECKING:
    from random import Random

    from trades.trade_house import House
    from trades.trade_sheet import Frame, Line

FONTS = re.compile(r"[0-9A-Za-z.%:\-]+|[^0-9A-Za-z.%:\-]+")
HEADS = frozenset({"kicker", "title", "subtitle", "byline"})


def filed(frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print frame by frame in the order of the file."""
    frames = _file_order(frames, dice)
    manner = dice.choices(["", "figures", "split"], [70, 18, 12])[0]
    blank = dice.choice([0.0, 0.0, 0.0, 0.3, 1.0])
    fuse = dice.choice([0.0, 0.0, 0.0, 0.03])
    rows: list[Row] = []
    at = 0
    while at < len(frames):
        frame = frames[at]
        after = frames[at + 1] if at + 1 < len(frames) else None
        if rows and dice.random() < blank:
            rows.append([])
        if after and frame.kind == after.kind == "body" and dice.random() < fuse * 3:
            rows += _side_by_side(frame, after, dice.choice(["", " ", "  "]))
            at += 2
            continue
        for line in frame.lines:
            if line.kind in HEADS and len(line.text) > 8 and dice.random() < 0.06:
                rows += _halves(line, dice)
            elif manner == "split" and dice.random() < 0.5:
                rows += _fonts(line)
            else:
                rows.append([spaced(seg(line), manner)])
        at += 1
    return rows


def _file_order(frames: list[Frame], dice: Random) -> list[Frame]:
    way = dice.choice(
        [
            "plain",
            "plain",
            "heads_last",
            "furniture",
            "furniture_last",
            "shuffled",
            "reversed",
            "gathered",
        ]
    )
    if way == "heads_last":
        return sorted(frames, key=lambda frame: frame.kind == "head")
    if way == "furniture":
        return sorted(frames, key=lambda frame: frame.kind != "furniture")
    if way == "furniture_last":
        return sorted(frames, key=lambda frame: frame.kind == "furniture")
    if way == "gathered":
        return gathered(frames, dice)
    if way in {"shuffled", "reversed"}:
        groups = [list(group) for _, group in groupby(frames, key=lambda frame: frame.article)]
        if way == "shuffled":
            dice.shuffle(groups)
        else:
            groups.reverse()
        return [frame for group in groups for frame in group]
    return frames


def _halves(line: Line, dice: Random) -> list[Row]:
    cut = dice.randint(3, len(line.text) - 3)
    parts = [line.text[:cut], line.text[cut:]]
    return [
        [Seg(part, line.block, (line.seq, at))] for at, part in enumerate(parts) if part.strip()
    ]


def _fonts(line: Line) -> list[Row]:
    """Print a line in pieces, cut where the font changes."""
    parts = [part for part in FONTS.findall(line.text) if part.strip()]
    made = [Seg(part, line.block, (line.seq, at)) for at, part in enumerate(parts)]
    made[0].lead = line.lead
    return [[part] for part in made]


def _side_by_side(left: Frame, right: Frame, blank: str) -> list[Row]:
    """Print two columns on the same rows."""
    rows: list[Row] = []
    for one, two in zip_longest(left.lines, right.lines):
        row = [seg(one)] if one else []
        if two:
            other = seg(two)
            other.lead = blank if one else other.lead
            row.append(other)
        rows.append(row)
    return rows


def spread(frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print in the order of places, blocks parted by blanks, columns at times side by side."""
    frames = _places(frames, dice)
    beside = dice.choice([0.0, 0.0, 0.05, 0.2])
    inside = dice.choice([0.0, 0.0, 0.04])
    rows: list[Row] = []
    at = 0
    while at < len(frames):
        frame = frames[at]
        after = frames[at + 1] if at + 1 < len(frames) else None
        if rows:
            rows += [[] for _ in range(dice.choice([1, 1, 1, 1, 0]))]
        if after and frame.kind == after.kind == "body" and dice.random() < beside:
            rows += _padded(frame, after, house, dice)
            at += 2
            continue
        for place, line in enumerate(frame.lines):
            old = frame.lines[place - 1]
            if place and old.kind in HEADS and old.block != line.block:
                rows += [[] for _ in range(int(dice.random() < 0.7))]
            elif place and dice.random() < (inside if old.block == line.block else 0.15):
                rows.append([])
            part = seg(line)
            if house.indent in {"two", "four"}:
                part.lead = ""
            rows.append([part])
        at += 1
    return rows


def _padded(left: Frame, right: Frame, house: House, dice: Random) -> list[Row]:
    rows = _side_by_side(left, right, " ")
    least = dice.randint(1, 6)
    for row in rows:
        if len(row) == 2:
            free = house.ems - width(row[0].lead + row[0].text)
            row[1].lead = " " * (least + max(0, round(free * 2)))
    return rows


def _places(frames: list[Frame], dice: Random) -> list[Frame]:
    """Order frames as a program does that looks for columns."""
    way = dice.choice(["read", "read", "rows", "heads", "across"])
    if way == "rows":
        return sorted(frames, key=lambda frame: (frame.y // 12, frame.x))
    if way == "heads":
        made = list(frames)
        for frame in [frame for frame in frames if frame.kind == "head"]:
            at = made.index(frame)
            if dice.random() < 0.4:
                made.pop(at)
                made.insert(min(len(made), at + dice.randint(1, 3)), frame)
        return made
    if way == "across":
        return sorted(frames, key=lambda frame: (frame.x >= 2, frame.y // 20, frame.x))
    return frames


def torn(frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print boxes, each followed by a blank, in an order of the program's own."""
    firsts = dice.choice([0.0, 0.3, 0.9, 1.0])
    behind = dice.choice([0.0, 0.3, 0.9])
    strays = dice.choice([0.0, 0.0, 0.01, 0.03])
    boxes: list[list[Seg]] = []
    loose: list[tuple[int, Seg]] = []
    for frame in _boxes_order(frames, dice):
        for at, line in enumerate(frame.lines):
            old = frame.lines[at - 1] if at else None
            if _tears(old, line, (firsts, behind), dice):
                boxes.append([])
            part = seg(line)
            if house.indent != "kept":
                part.lead = ""
            if len(line.text) > 4 and dice.random() < strays:
                part, piece = _stray(line, dice)
                loose.append((len(boxes) + dice.choice([0, 1, 2, 6, 20]), piece))
            boxes[-1].append(part)
    for at, piece in sorted(loose, key=lambda found: -found[0]):
        boxes.insert(min(at, len(boxes)), [piece])
    boxes = _interleaved(boxes, dice)
    return [row for box in boxes for row in [*([part] for part in box), []]]


def _tears(old: Line | None, line: Line, odds: tuple[float, float], dice: Random) -> bool:
    if old is None:
        return True
    if line.block != old.block:
        if line.kind in HEADS or old.kind in HEADS or "subhead" in {line.kind, old.kind}:
            return dice.random() < 0.9
        return dice.random() < odds[0]
    if line.kind in HEADS:
        return dice.random() < 0.3
    return old.seq == 0 and line.kind == "para" and dice.random() < odds[1]


def _stray(line: Line, dice: Random) -> tuple[Seg, Seg]:
    """Let the first or last sign of a line stray from it."""
    if dice.random() < 0.5:
        rest, sign = Seg(line.text[:-1], line.block, (line.seq, 0)), line.text[-1]
        return rest, Seg(sign, line.block, (line.seq, 1))
    rest = Seg(line.text[1:], line.block, (line.seq, 1))
    return rest, Seg(line.text[0], line.block, (line.seq, 0))


def _boxes_order(frames: list[Frame], dice: Random) -> list[Frame]:
    way = dice.choice(["read", "rows", "columns", "near", "heads"])
    if way == "rows":
        return sorted(frames, key=lambda frame: (frame.y, frame.x))
    if way == "columns":
        return sorted(frames, key=lambda frame: (frame.x, frame.y))
    if way == "heads":
        return sorted(frames, key=lambda frame: frame.kind != "head" and dice.random() < 0.9)
    if way == "near":
        made = list(frames)
        for _ in range(len(made) // 3):
            at = dice.randrange(len(made))
            made.insert(dice.randrange(len(made)), made.pop(at))
        return made
    return frames


def _interleaved(boxes: list[list[Seg]], dice: Random) -> list[list[Seg]]:
    """Interleave the boxes of two runs, as where rows of two columns meet."""
    if dice.random() < 0.5 or len(boxes) < 8:
        return boxes
    start = dice.randrange(len(boxes) - 6)
    half = dice.randint(2, min(8, (len(boxes) - start) // 2))
    one, two = boxes[start : start + half], boxes[start + half : start + 2 * half]
    mix = [box for pair in zip(one, two, strict=True) for box in pair]
    return boxes[:start] + mix + boxes[start + 2 * half :]


def columnwise(rows: list[Row]) -> list[Row]:
    """Print tables by columns: the first cells of all rows, then the second ones."""
    made: list[Row] = []
    for tabled, group in groupby(rows, key=_tabled):
        some = list(group)
        if not tabled or len(some) < 4:
            made += some
            continue
        cells = [[part for row in some if (part := _cell(row[0], at))] for at in range(4)]
        for column in cells:
            made += [[part] for part in column]
            made.append([])
    return made


def _tabled(row: Row) -> bool:
    if len(row) != 1 or len(row[0].text) > 40:
        return False
    return 1 < len(re.findall(r"\S\s+(?=\S)", row[0].text)) < 4


def _cell(row: Seg, at: int) -> Seg | None:
    """Give one cell of a row of a table."""
    parts = re.split(r"\s+", row.text)
    return Seg(parts[at], row.block, (row.seq[0], at)) if at < len(parts) else None
