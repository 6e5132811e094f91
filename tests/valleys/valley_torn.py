"""Programs that guess the columns: text in physical order, in boxes, and read from a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from valleys.valley_rows import Bit, Row, Sheet
from valleys.valley_setting import Line, wide
from valleys.valley_writers import column_end, spaced

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_plan import Band, Plan

SLIPS = (
    "未末 末未 日曰 曰日 土士 士土 己已 已己 人入 入人 大太 天夫 千干 干千 王玉 目自 "
    "白自 间问 问间 因困 困因 折拆 拆折 治冶 候侯 戊戌 辨辩 贷货 货贷 今令 免兔 乌鸟 "
    "晴睛 暖暧 析折 徒徙 沦论 部邵 农衣 县具 市巿 务努 元无 力刀 口囗 田由 由甲 工上 "
    "上土 了丁 一- 二= 。. 。o ，. ，, 、, ：: ；; “” ”“ （( ）) "
)
TABLE: dict[str, str] = {}
for _pair in SLIPS.split():
    TABLE[_pair[0]] = TABLE.get(_pair[0], "") + _pair[1]
STRAYS = (
    "|",
    "'",
    ".",
    "一",
    "~",
    "-",
    "_",
    "、",
    "丨",
    "”",
    "=",
    "*",
    "^",
    "』",
    "i",
    "1",
    "Y",
    "—",
    "· ·",
    "| |",
    "〈",
    "\\",
    "ee",
    "、.",
)


def _side_by_side(band: Band, sheet: Sheet, gap: int) -> None:
    """Print the columns of a band beside each other, row by row."""
    stacks: list[list[Row]] = []
    for column in band.columns:
        part = Sheet(sheet.house, sheet.rng, sheet.centre, sheet.step)
        for line in column:
            part.add(line)
        stacks.append(part.rows)
    widths = [max(sum(wide(bit.pre + bit.shown) for bit in row) for row in rows) for rows in stacks]
    for at in range(max(map(len, stacks))):
        made: Row = []
        here = want = 0
        for rows, width in zip(stacks, widths, strict=True):
            for spot, bit in enumerate(rows[at] if at < len(rows) else []):
                pad = " " * max(gap if made else 0, want - here) if spot == 0 else ""
                made.append(Bit(pad + bit.pre, bit.shown, bit.line, bit.sub))
                here += wide(pad + bit.pre + bit.shown)
            want += width + gap
        sheet.rows.append(made)


def spread(plan: Plan, sheet: Sheet) -> None:
    """Write in physical order, blocks apart, at times two columns on one line."""
    rng = sheet.rng
    rate, gap = rng.choice((0.0, 0.1, 0.4)), rng.randint(1, 6)
    own = sheet.house.blanks
    own.many = 1
    own.para = min(own.para, 0.6)
    place = rng.choice(("before", "before", "before", "after", "inside", "any"))
    spacious = rng.random() < 0.85
    for band in plan.bands:
        here = rng.choice(("before", "after", "inside")) if place == "any" else place
        if len(band.columns) == 1 and here == "inside":
            here = "before"
        if band.heads and (here == "before" or not band.columns):
            sheet.lay(band.heads)
            sheet.blank(spacious and rng.random() < 0.8)
        if here != "inside" and len(band.columns) in (2, 3) and rng.random() < rate:
            _side_by_side(band, sheet, gap)
        else:
            for at, column in enumerate(band.columns):
                sheet.lay(column)
                sheet.blank(spacious and rng.random() < 0.9)
                if at == 0 and here == "inside" and band.heads:
                    sheet.lay(band.heads)
                    sheet.blank(spacious)
        if band.heads and here == "after" and band.columns:
            sheet.lay(band.heads)
        sheet.blank(spacious)


def _boxes(lines: list[Line], *, first_apart: bool) -> list[list[Line]]:
    """Group lines into boxes by their left edge."""
    boxes: list[list[Line]] = []
    last: Line | None = None
    for line in lines:
        kind = line.elem.kind
        fresh = last is None or (last.elem.kind != kind and "para" not in (last.elem.kind, kind))
        if last is not None and not fresh:
            indent = line.first and kind in ("para", "subhead")
            after = last.first and last.elem.kind in ("para", "subhead") and not indent
            fresh = (
                (first_apart and (indent or after))
                or (kind != last.elem.kind and not line.tied)
                or line.opens
            )
        if fresh and not line.tied:
            boxes.append([line])
        else:
            boxes[-1].append(line)
        last = line
    return boxes


def _stirred(boxes: list[list[Line]], rng: Random, rate: float) -> list[list[Line]]:
    """Move some boxes from their places, near or far."""
    found = list(boxes)
    for _ in range(int(len(found) * rate)):
        at = rng.randrange(len(found))
        box = found.pop(at)
        far = rng.random() < 0.3
        goal = (
            rng.randint(0, len(found)) if far else max(0, min(len(found), at + rng.randint(-4, 4)))
        )
        found.insert(goal, box)
    return found


def torn(plan: Plan, sheet: Sheet) -> None:
    """Write boxes with a blank line after each, the order often wrong."""
    rng = sheet.rng
    sheet.centre = sheet.step = sheet.right = ""
    if rng.random() < 0.7:
        sheet.house.indent = ""
    apart = rng.random() < 0.6
    every = rng.random() < 0.1
    boxes: list[list[Line]] = []
    for band in plan.bands:
        parts = [_boxes(frame, first_apart=apart) for frame in band.frames()]
        if len(parts) > 2 and rng.random() < 0.12:
            longest = max(map(len, parts))
            boxes += [part[at] for at in range(longest) for part in parts if at < len(part)]
        else:
            boxes += [box for part in parts for box in part]
    for box in _stirred(boxes, rng, rng.choice((0.0, 0.03, 0.1, 0.25))):
        for at, line in enumerate(box):
            if at and every:
                sheet.blank()
            sheet.add(line)
        sheet.blank(rng.random() < 0.98)
    if rng.random() < 0.3:
        _stray_ends(sheet)


def _stray_ends(sheet: Sheet) -> None:
    """Let the last sign of some lines stand on a line of its own."""
    rows: list[Row] = []
    for row in sheet.rows:
        rows.append(row)
        bit = row[-1] if row else None
        if bit and len(bit.shown) > 6 and not bit.shown[-2].isspace() and sheet.rng.random() < 0.03:
            rows += [[], [Bit("", bit.shown[-1], bit.line, bit.sub + 1)]]
            bit.shown = bit.shown[:-1]
    sheet.rows = rows


def slip(text: str, rng: Random, rate: float) -> str:
    """Misread some characters."""
    found = []
    for mark in text:
        dice = rng.random()
        if dice < rate and mark in TABLE:
            found.append(rng.choice(TABLE[mark]))
        elif dice < rate * 0.12 and mark in "，。、“”：":
            continue
        elif dice < rate * 0.03 and not mark.isspace():
            found.append(rng.choice("囗口亻丿彐讠钅门厂曰冫灬阝"))
        else:
            found.append(mark)
    made = "".join(found)
    return made if made.strip() == made and made else text


def scanned(plan: Plan, sheet: Sheet) -> None:
    """Write as a reader of pictures does: slips, stray signs, blanks."""
    rng, own = sheet.rng, sheet.house.blanks
    rate = rng.choice((0.0, 0.02, 0.06, 0.15))
    for band in plan.bands:
        for line in (line for frame in band.frames() for line in frame):
            line.text = slip(line.text, rng, rate)
    own.many = 1
    own.story = max(own.story, rng.choice((0.3, 0.8)))
    own.para = rng.choice((0.0, 0.1, 0.5, 0.9))
    own.anywhere = rng.choice((0.0, 0.01, 0.05))
    sheet.house.indent = rng.choice(("", "", "  ", "　　"))
    sheet.centre = sheet.step = sheet.right = ""
    fused = rng.choice((0.0, 0.0, 0.06, 0.2))
    lost = rng.choice((0.0, 0.05, 0.15))
    for band in plan.bands:
        heads, first = band.heads, band.columns[0] if band.columns else []
        if heads and len(first) > 3 and rng.random() < lost:
            at = rng.randint(1, len(first) - 1)
            while at < len(first) - 1 and first[at].tied:
                at += 1
            sheet.lay([*first[:at], *heads, *first[at:]])
            frames = band.columns[1:]
        elif len(band.columns) == 2 and rng.random() < fused:
            sheet.lay(heads)
            _side_by_side(band, sheet, 1)
            frames = []
        else:
            frames = band.frames()
        for frame in frames:
            sheet.lay(frame)
            column_end(sheet)
            sheet.blank(rng.random() < 0.5)
    _mar(sheet)


def _mar(sheet: Sheet) -> None:
    """Put blanks between characters and signs from rules and pictures."""
    rng = sheet.rng
    every = rng.random() < 0.15
    stray = rng.choice((0.0, 0.005, 0.02))
    for row in sheet.rows:
        for bit in row:
            if every:
                bit.shown = (
                    " ".join("".join(bit.shown.split())) if rng.random() < 0.95 else bit.shown
                )
            elif rng.random() < 0.1:
                bit.shown = spaced(bit.shown, rng, 0.7)
    rows: list[Row] = []
    for row in sheet.rows:
        if rng.random() < stray:
            rows.append([sheet.stray(rng.choice(STRAYS))])
        if row and rng.random() < stray / 2:
            row.append(sheet.stray(rng.choice(STRAYS), " "))
        rows.append(row)
    sheet.rows = rows
