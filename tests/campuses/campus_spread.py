"""Pages in the order of the place on paper, and pages read from scans."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from campuses.campus_raw import Draft, Frame, Line, Raw, Sheet
from campuses.campus_slips import RUBBISH, STRAYS, misread, spaced

if TYPE_CHECKING:
    from campuses.campus_house import House

Row = list[Line]


def _side(cols: list[list[Line]]) -> list[Row]:
    """Print columns side by side."""
    return [[line for line in row if line is not None] for row in zip_longest(*cols)]


def _body(house: House, frame: Frame, fuse: float) -> list[list[Row]]:
    """Give the blocks of rows of a body: columns alone, or some fused."""
    rng = house.rng
    cols = [col for col in frame.cols if col]
    blocks: list[list[Row]] = []
    at = 0
    while at < len(cols):
        if at + 1 < len(cols) and rng.random() < fuse:
            count = 3 if at + 2 < len(cols) and rng.random() < 0.25 else 2
            group = cols[at : at + count]
            if rng.random() < 0.45:
                start = rng.randrange(max(1, len(group[0]) - 2))
                blocks.append([[line] for line in group[0][:start]])
                group = [group[0][start:], *group[1:]]
            blocks.append(_side(group))
            at += count
        else:
            blocks.append([[line] for line in cols[at]])
            at += 1
    return [block for block in blocks if block]


def _heads(house: House, frame: Frame, side: float) -> list[list[Row]]:
    rng = house.rng
    found: list[list[Row]] = []
    for line in frame.heads:
        if found and found[-1][-1][-1].block == line.block:
            found[-1].append([line])
        elif found and not frame.furniture and rng.random() < side:
            found[-1][-1].append(line)
        elif found and rng.random() < 0.35:
            found[-1].append([line])
        else:
            found.append([[line]])
    return found


def _placed(house: House, sheet: Sheet, fuse: float) -> list[list[Row]]:
    rng = house.rng
    after, inside = rng.choice(((0.0, 0.0), (0.1, 0.1), (0.3, 0.1), (0.05, 0.4)))
    out: list[list[Row]] = []
    at, frames = 0, sheet.frames
    while at < len(frames):
        frame = frames[at]
        heads, body = _heads(house, frame, 0.06), _body(house, frame, fuse)
        beside = frames[at + 1] if at + 1 < len(frames) else None
        draw = rng.random()
        if beside and not frame.furniture and not beside.furniture and rng.random() < fuse * 0.4:
            out += _beside(house, frame, beside)
            at += 1
        elif draw < after:
            out += [*body, *heads]
        elif draw < after + inside:
            out += [*body[:1], *heads, *body[1:]]
        else:
            out += [*heads, *body]
        at += 1
    return out


def _beside(house: House, first: Frame, second: Frame) -> list[list[Row]]:
    """Print two articles side by side: their headlines, then their columns."""
    one = [*first.heads, *(line for col in first.cols for line in col)]
    two = [*second.heads, *(line for col in second.cols for line in col)]
    if house.rng.random() < 0.5:
        return [_side([one, two])]
    heads = _side([first.heads, second.heads])
    cols = [[[line] for line in col] for frame in (first, second) for col in frame.cols]
    return [block for block in (heads, *cols) if block]


def _gaps(house: House, row: Row) -> list[str]:
    wide = house.rng.choice((1, 2, 2, 3, 5))
    return [" " * (wide + house.rng.randint(0, 2)) for _ in row]


def spread(house: House, sheet: Sheet) -> Raw:
    """Write the page as pdftotext gives it."""
    raw, rng = Raw(sheet), house.rng
    fuse = rng.choice((0.0, 0.0, 0.08, 0.25, 0.6))
    loose = rng.choice((0.0, 0.0, 0.04, 0.3))
    keep = rng.random() < 0.5
    for block in _placed(house, sheet, fuse):
        for at, row in enumerate(block):
            ends = at and block[at - 1][-1].last and row[0].first
            if ends and rng.random() < loose:
                raw.blank()
            if not keep:
                row[0].inset = ""
            raw.row(row, _gaps(house, row))
        raw.blank(2 if rng.random() < 0.06 else 1)
    raw.put("\f")
    return raw


def _misread(house: House, sheet: Sheet) -> None:
    """Read all lines of the sheet badly."""
    rng = house.rng
    rate = rng.choice((0.0, 0.002, 0.005, 0.01, 0.02, 0.04))
    marks = rng.choice((0.0, 0.02, 0.05, 0.12, 0.3))
    edge = rng.choice((0.0, 0.005, 0.02))
    share = rng.choice((0.0, 0.0, 0.0, 0.15, 0.9, 1.0))
    for frame in sheet.frames:
        for line in frame.lines():
            line.inset = "" if rng.random() < 0.9 else line.inset
            if line.again:
                continue
            line.text = misread(line.text, rate, marks, rng)
            if rng.random() < edge:
                line.text = rng.choice(
                    (line.text + rng.choice(STRAYS), rng.choice(STRAYS) + line.text)
                )
            if share:
                spaced(line, rng, share)


def _rubbish(sheet: Sheet, text: str) -> Line:
    sheet.drafts.append(Draft("furniture", -1))
    return Line(text, len(sheet.drafts) - 1, 0, "", "furniture", -1, first=True, last=True)


def _sunk(house: House, sheet: Sheet, odd: float) -> None:
    """Let some headlines sink into the bodies under them."""
    rng = house.rng
    for frame in sheet.frames:
        if (
            not frame.furniture
            and frame.heads
            and frame.cols
            and len(frame.cols[0]) > 2
            and rng.random() < odd
        ):
            col = frame.cols[0]
            at = rng.randrange(1, len(col))
            col[at:at], frame.heads = frame.heads, []


def scanned(house: House, sheet: Sheet) -> Raw:
    """Write the page as a reader of scans gives it."""
    raw, rng = Raw(sheet), house.rng
    fuse = rng.choice((0.0, 0.0, 0.1, 0.3))
    paras, wrong, dirt = (
        rng.choice((0.0, 0.4, 0.85, 1.0)),
        rng.choice((0.0, 0.02, 0.08)),
        rng.choice((0.0, 0.004, 0.02)),
    )
    _sunk(house, sheet, rng.choice((0.0, 0.0, 0.08, 0.2)))
    _misread(house, sheet)
    for block in _placed(house, sheet, fuse):
        for at, row in enumerate(block):
            ends = at and block[at - 1][-1].block != row[0].block
            if at and (rng.random() < paras if ends else rng.random() < wrong):
                raw.blank()
            raw.row(row, [" " * rng.choice((1, 1, 2, 4)) for _ in row])
            if rng.random() < dirt:
                raw.row([_rubbish(sheet, rng.choice(RUBBISH))])
        raw.blank(rng.choice((1, 1, 1, 2)))
        if rng.random() < dirt * 6:
            raw.row([_rubbish(sheet, rng.choice(RUBBISH))])
            raw.blank()
    if rng.random() < 0.6:
        raw.put("\f")
    return raw
