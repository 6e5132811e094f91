"""Pages as a program reads them from pictures: slips, stray signs, fused columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trades.trade_flow import spaced
from trades.trade_ink import Row, seg
from trades.trade_sheet import Line, is_body
from trades.trade_words import pools

if TYPE_CHECKING:
    from random import Random

    from trades.trade_house import House
    from trades.trade_sheet import Frame, Sheet

SWAPS: dict[str, str] = {}
for group in pools("slips")["like"]:
    for sign in group:
        SWAPS[sign] = SWAPS.get(sign, "") + group.replace(sign, "")
PARTS = {found[0]: found[1:] for found in pools("slips")["parts"]}
DIRT = pools("slips")["dirt"]
BLOT = pools("slips")["blot"]


def slip(sheet: Sheet, dice: Random) -> None:
    """Misread signs of the lines of a sheet at a rate of its own."""
    rate = dice.choice([0.0, 0.003, 0.01, 0.02, 0.04, 0.08])
    lost = dice.choice([0.0, 0.01, 0.05])
    dirt = dice.choice([0.0, 0.01, 0.05])
    for frame in sheet.frames:
        for line in frame.lines:
            text = re.sub(".", lambda found: _sign(found[0], (rate, lost), dice), line.text)
            if dice.random() < dirt and line.kind != "verse":
                sign = dice.choice(DIRT)
                text = sign + text if dice.random() < 0.4 else f"{text} {sign}"
            if text.strip():
                line.text = text


def _sign(sign: str, odds: tuple[float, float], dice: Random) -> str:
    if sign in "，。、" and dice.random() < odds[1]:
        return dice.choice(["", "", ",", ".", "o"])
    if dice.random() >= odds[0]:
        return sign
    if sign in PARTS and dice.random() < 0.7:
        return PARTS[sign]
    if sign in SWAPS:
        return dice.choice(SWAPS[sign])
    return dice.choice(["", "口", "®", "×", sign, sign])


def scanned(sheet: Sheet, frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print what the program took for blocks, parted by blanks at right and wrong places."""
    manner = dice.choices(["", "signs", "figures"], [68, 20, 12])[0]
    odds = dice.choice([0.0, 0.02, 0.08, 0.2]), dice.choice([0.0, 0.5, 0.95])
    fuse = dice.choice([0.0, 0.0, 0.08, 0.25])
    frames = _sunk(frames, dice)
    rows: list[Row] = []
    at = 0
    while at < len(frames):
        group = [frames[at]]
        while (
            at + len(group) < len(frames)
            and {frames[at + len(group)].kind, group[0].kind} == {"body"}
            and len(group) < 3
            and dice.random() < fuse
        ):
            group.append(frames[at + len(group)])
        at += len(group)
        if rows and dice.random() < 0.85:
            rows.append([])
        if dice.random() < 0.05:
            rows += [[seg(_blot(sheet, dice))], []]
        rows += _fused(group, manner) if len(group) > 1 else _read(group[0], manner, odds, dice)
    return [_bare(row, house) for row in rows]


def _read(frame: Frame, manner: str, odds: tuple[float, float], dice: Random) -> list[Row]:
    rows: list[Row] = []
    for place, line in enumerate(frame.lines):
        old = frame.lines[place - 1]
        same = old.block == line.block
        if place and dice.random() < (odds[0] if same else odds[1]):
            rows.append([])
        rows.append([spaced(seg(line), manner)])
    return rows


def _fused(group: list[Frame], manner: str) -> list[Row]:
    """Print columns that were taken for one."""
    rows: list[Row] = []
    for at in range(max(len(frame.lines) for frame in group)):
        row = [spaced(seg(frame.lines[at]), manner) for frame in group if at < len(frame.lines)]
        for part in row[1:]:
            part.lead = " "
        rows.append(row)
    return rows


def _bare(row: Row, house: House) -> Row:
    if row and house.indent != "kept":
        row[0].lead = ""
    return row


def _sunk(frames: list[Frame], dice: Random) -> list[Frame]:
    """Sink some headlines into the bodies that follow them."""
    if dice.random() < 0.7:
        return frames
    made: list[Frame] = []
    wait: Frame | None = None
    for frame in frames:
        if frame.kind == "head" and dice.random() < 0.4 and wait is None:
            wait = frame
            continue
        if wait and frame.kind == "body" and len(frame.lines) > 4 and is_body(frame.lines[0]):
            cut = dice.randint(1, len(frame.lines) - 1)
            frame.lines[cut:cut] = wait.lines
            wait = None
        elif wait:
            made.append(wait)
            wait = None
        made.append(frame)
    return [*made, wait] if wait else made


def _blot(sheet: Sheet, dice: Random) -> Line:
    """Make a line of signs read from a picture or rule."""
    frame = sheet.stray("furniture", dice.choice(BLOT), (0, 0))
    return frame.lines[0]
