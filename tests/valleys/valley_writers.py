"""Programs that keep the columns: hard lines, joined lines, both, and the order of a PDF file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from valleys.valley_rows import Bit, Row, Sheet

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_plan import Plan
    from valleys.valley_setting import Line

LEAD = re.compile(
    r"([【［]?[^，。（）]{1,8}[讯訊][】］]?|（[^）]{2,18}）|[^，。]{2,4}[:：])(.{2,})", re.DOTALL
)
DIGITS = re.compile(r"[A-Za-z0-9.%:/-]+|[^A-Za-z0-9.%:/-]+")


def column_end(sheet: Sheet) -> None:
    """Leave blanks at the end of a column."""
    own = sheet.house.blanks
    if sheet.rng.random() < own.column:
        sheet.blank(own.many)


def band_end(sheet: Sheet) -> None:
    """Leave blanks after a band."""
    own = sheet.house.blanks
    if sheet.rng.random() < max(own.story, own.column):
        sheet.blank(sheet.rng.randint(1, own.many))


def columns(plan: Plan, sheet: Sheet, joined: tuple[bool, ...]) -> None:
    """Write frame by frame in reading order, each joined or not."""
    slack = sheet.rng.choice((0.0, 0.0, 0.01, 0.05)) if joined[0] else 0.0
    whole = joined == (True,) and sheet.rng.random() < 0.4
    for band in plan.bands:
        frames = band.frames()
        if whole and band.columns:
            frames = [
                frame
                for frame in (band.heads, [line for column in band.columns for line in column])
                if frame
            ]
        for at, frame in enumerate(frames):
            if at:
                head = at == 1 and bool(band.heads)
                sheet.blank(sheet.gap(band.heads[-1], frame[0]) if head else 0)
                if not head:
                    column_end(sheet)
            sheet.lay(frame, joined=sheet.rng.choice(joined), slack=slack)
        band_end(sheet)


def hard(plan: Plan, sheet: Sheet) -> None:
    """Every printed line is a line."""
    columns(plan, sheet, (False,))


def long(plan: Plan, sheet: Sheet) -> None:
    """The lines of a paragraph are one line."""
    columns(plan, sheet, (True,))


def mixed(plan: Plan, sheet: Sheet) -> None:
    """Some frames are joined."""
    columns(plan, sheet, (True, False))


def _ordered(plan: Plan, rng: Random) -> list[list[Line]]:
    """Give the frames in the order in which a file holds them."""
    way = rng.choice(
        (
            "plain",
            "plain",
            "plain",
            "heads last",
            "heads first",
            "after",
            "furniture first",
            "furniture last",
            "shuffled",
            "loose heads",
        )
    )
    bands = list(plan.bands)
    if way == "shuffled":
        rng.shuffle(bands)
    if way.startswith("furniture"):
        bands.sort(key=lambda band: band.furniture != (way == "furniture first"))
    news = [band for band in bands if not band.furniture]
    tops = [band.heads for band in news if band.heads]
    if way in ("heads last", "heads first"):
        if rng.random() < 0.4:
            rng.shuffle(tops)
        rest = [
            frame for band in bands for frame in (band.frames() if band.furniture else band.columns)
        ]
        return [*tops, *rest] if way == "heads first" else [*rest, *tops]
    if way == "after":
        return [frame for band in bands for frame in (*band.columns, band.heads) if frame]
    frames = [frame for band in bands for frame in band.frames()]
    if way == "loose heads" and frames:
        for top in rng.sample(tops, min(len(tops), 2)):
            frames.remove(top)
            frames.insert(rng.randint(0, len(frames)), top)
    return frames


def _pieces(row: Row, rng: Random, rate: float) -> list[Row]:
    """Split a row at a change between signs and figures, at a rate."""
    rows: list[Row] = [[]]
    for bit in row:
        parts = DIGITS.findall(bit.shown)
        run, pre, sub = "", bit.pre, 0
        for part in parts:
            if run.strip() and part.strip() and rng.random() < rate:
                rows[-1].append(Bit(pre, run.rstrip(), bit.line, sub))
                rows.append([])
                run, pre, sub = part.lstrip(), "", sub + 1
            else:
                run += part
        rows[-1].append(Bit(pre, run, bit.line, sub))
    return rows


def spaced(text: str, rng: Random, rate: float) -> str:
    """Show blanks between signs and figures."""
    found = ""
    for part in DIGITS.findall(text):
        gap = found and not found[-1].isspace() and not part[0].isspace() and rng.random() < rate
        found += (" " if gap else "") + part
    return found


def _sparse(sheet: Sheet) -> None:
    """Drop most blank lines and blanks before lines."""
    rng, own = sheet.rng, sheet.house.blanks
    if rng.random() < 0.8:
        own.story = own.heads = own.under = own.para = own.first = own.anywhere = 0.0
        own.column = rng.choice((0, 0, 0, 0.1, 1))
        own.many = 1
    if rng.random() < 0.7:
        sheet.centre = sheet.step = sheet.right = ""
    if rng.random() < 0.4:
        sheet.house.indent = rng.choice(("", " ", "  "))


def filed(plan: Plan, sheet: Sheet) -> None:
    """Write frame by frame in the order of the file, with few blank lines."""
    rng = sheet.rng
    _sparse(sheet)
    joined = rng.random() < 0.08
    if rng.random() < 0.1:
        for band in plan.bands:
            _turned(band.heads)
    for frame in _ordered(plan, rng):
        sheet.lay(frame, joined=joined)
        column_end(sheet)
    _broken(sheet)


def _broken(sheet: Sheet) -> None:
    """Break rows where the type changes, space figures, fuse short rows."""
    rng = sheet.rng
    rate = rng.choice((0.0, 0.0, 0.0, 0.03, 0.3))
    if rate:
        sheet.rows = [
            new for row in sheet.rows for new in (_pieces(row, rng, rate) if row else [row])
        ]
    if rng.random() < 0.25:
        share = rng.choice((0.3, 1.0))
        for bit in (bit for row in sheet.rows for bit in row):
            bit.shown = spaced(bit.shown, rng, share)
    if rng.random() < 0.12:
        sheet.rows = [new for row in sheet.rows for new in _leads(row)]
    if rng.random() < 0.12:
        _fuse(sheet)


def _turned(heads: list[Line]) -> None:
    """Put the parts of a headline group in the order of their size: titles first."""
    if sum(line.opens for line in heads) < 2 and not any(line.tied for line in heads):
        heads.sort(key=lambda line: line.elem.kind != "title")


def _leads(row: Row) -> list[Row]:
    """Split a lead after its first words, which are set in another type."""
    if len(row) != 1 or row[0].line.elem.kind != "para" or not row[0].line.first:
        return [row]
    bit = row[0]
    found = LEAD.match(bit.shown)
    if bit.sub or not found:
        return [row]
    return [
        [Bit(bit.pre, found[1].rstrip(), bit.line, 0)],
        [Bit("", found[2].lstrip(), bit.line, 1)],
    ]


def _fuse(sheet: Sheet) -> None:
    """Fuse some short rows with the next: pieces on one base line."""
    rows: list[Row] = []
    for row in sheet.rows:
        short = rows and rows[-1] and row and len(rows[-1][-1].shown) < 10
        if short and row[0].line.first and rows[-1][-1].line.last and sheet.rng.random() < 0.2:
            row[0].pre = sheet.rng.choice((" ", "  ", "", "　"))
            rows[-1] += row
        else:
            rows.append(row)
    sheet.rows = rows
