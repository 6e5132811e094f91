"""Where blank lines stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsiders.outsider_house import REGIMES

if TYPE_CHECKING:
    from outsiders.outsider_frames import Frame, Row
    from outsiders.outsider_sheet import Sheet


def gaps(sheet: Sheet) -> list[tuple[Row, int]]:
    """Give all lines with the number of blank lines before each."""
    rng = sheet.rng
    mixed = {laid.article: rng.choice(REGIMES[:-1]) for laid in sheet.laid}
    least = rng.choice((0, 1, 1, 1, 1)) if sheet.house.blanks == "none" else 1
    flat = [(row, frame) for frame in sheet.frames for row in frame.rows]
    found: list[tuple[Row, int]] = []
    for at, (row, frame) in enumerate(flat):
        if not at:
            found.append((row, rng.choice((0, 0, 0, 1, 2))))
            continue
        regime = sheet.house.blanks
        if regime == "mix":
            regime = mixed.get(frame.article, "frames")
        found.append((row, _gap(sheet, regime, flat[at - 1], (row, frame), least)))
    return found


def _gap(
    sheet: Sheet, regime: str, before: tuple[Row, Frame], now: tuple[Row, Frame], least: int
) -> int:
    rng = sheet.rng
    row, frame = now
    if frame.area != "body" or before[1].area != "body" or frame.article != before[1].article:
        return _outer(sheet, regime, before, now, least)
    if row.verse:
        return _verse_gap(regime, row, before[0])
    table = _form(sheet, row) == _form(sheet, before[0]) == "row"
    changed = frame is not before[1]
    if regime == "paragraphs":
        return int(row.first and not table)
    if regime == "frames":
        return rng.choice((1, 1, 1, 2, 3)) if changed else 0
    if regime == "slipped":
        slipped = before[0].first and not table and (not row.first or rng.random() < 0.5)
        return int(slipped or (changed and rng.random() < 0.4))
    if regime == "three":
        return 3 if changed else int(row.first and not table)
    return int(regime == "everywhere")


def _form(sheet: Sheet, row: Row) -> str:
    return sheet.drafts[row.parts[0].block].form


def _verse_gap(regime: str, row: Row, before: Row) -> int:
    if regime == "everywhere":
        return 3 if row.first and before.verse else 1
    return int(row.first)


def _outer(
    sheet: Sheet, regime: str, before: tuple[Row, Frame], now: tuple[Row, Frame], least: int
) -> int:
    """Give the blanks where a headline, a caption or furniture begins or ends."""
    rng = sheet.rng
    frame, last = now[1], before[1]
    if regime == "everywhere":
        return 1
    if frame is last:
        loose = now[0].first and frame.area in ("head", "furniture") and rng.random() < 0.15
        return int(loose and regime != "none")
    if frame.area == "body" and last.area in ("head", "label"):
        under = rng.choice((1, 1, 2, 3)) if regime in ("heads", "three") else 0
        return under or int(regime in ("paragraphs", "frames") and rng.random() < 0.7)
    if regime == "none":
        return least
    return rng.choice((1, 1, 1, 1, 2, 3)) if rng.random() < 0.9 else 0
