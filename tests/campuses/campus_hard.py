"""Pages in reading order: lines as printed, lines joined, or both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from campuses.campus_raw import Frame, Line, Raw, Sheet

if TYPE_CHECKING:
    from campuses.campus_house import House

HEADS = ("section", "kicker", "title", "subtitle")


def join(run: list[Line], gap: str = "") -> Line:
    """Make one line of the lines of a block that follow one another."""
    text, shown = run[0].text, run[0].shown or run[0].text
    for line in run[1:]:
        text += line.glue + line.text
        shown += (line.glue or gap) + (line.shown or line.text)
    return replace(run[0], text=text, shown=shown if gap else "", last=run[-1].last)


def joined(house: House, col: list[Line], broken: float, gap: str) -> list[Line]:
    """Join the lines of a column by their blocks, broken off here and there."""
    found: list[Line] = []
    run: list[Line] = []
    for line in col:
        fits = run and line.block == run[-1].block and not line.again and not run[-1].again
        fits = fits and 0 < line.order - run[-1].order <= 1
        if run and (not fits or line.kind == "verse" or house.rng.random() < broken):
            found.append(join(run, gap))
            run = []
        run.append(line)
    if run:
        found.append(join(run, gap))
    return found


def blanks(house: House, before: Line, after: Line, border: str) -> int:
    """Tell how many blank lines stand between two lines."""
    rng, policy = house.rng, house.blank
    if border == "head":
        manner = house.head_blank
        if manner == "random":
            return int(rng.random() < 0.35)
        inside = before.kind in HEADS and after.kind in (*HEADS, "byline")
        return int(manner in ("between", "around") if inside else manner in ("after", "around"))
    if border == "frame":
        return _apart(house, policy)
    table = {
        "everywhere": 1,
        "random": int(rng.random() < 0.13),
        "columns": 3 if border == "column" else 0,
        "paras": int(before.block != after.block),
        "firsts": int(before.first and not before.last and before.kind == "para"),
    }
    return table.get(policy, 0)


def _apart(house: House, policy: str) -> int:
    if policy in ("articles", "heads"):
        return house.rng.choice((1, 1, 1, 2))
    if policy in ("paras", "everywhere", "columns"):
        return house.rng.choice((1, 1, 2)) if policy != "columns" else 3
    if house.head_blank == "around":
        return 1
    return int(policy == "random" and house.rng.random() < 0.4)


def rows(frame: Frame) -> list[tuple[Line, str]]:
    """Give the lines of a frame, each with the border before it."""
    found = [(line, "head") for line in frame.heads]
    first = True
    for col in frame.cols:
        for at, line in enumerate(col):
            border = "line" if at else "column"
            if first and found:
                border = "head"
            found.append((line, border))
            first = False
    if found:
        found[0] = (found[0][0], "frame")
    return found


def write(house: House, sheet: Sheet) -> Raw:
    """Write the page in reading order."""
    raw, rng = Raw(sheet), house.rng
    before: Line | None = None
    gap = " " if rng.random() < 0.08 else ""
    broken = rng.choice((0.0, 0.0, 0.01, 0.05))
    heads_too = rng.random() < 0.5
    thread = rng.random() < 0.45
    for frame in sheet.frames:
        long = house.kind == "long" or (house.kind == "mixed" and rng.random() < 0.5)
        shown = frame
        if long:
            cols = [[line for col in frame.cols for line in col]] if thread else frame.cols
            heads = joined(house, frame.heads, 0.0, "") if heads_too else frame.heads
            shown = Frame(heads, [joined(house, col, broken, gap) for col in cols], frame.furniture)
        elif house.kind == "mixed" and rng.random() < 0.3:
            cols = [
                joined(house, col, broken, gap) if rng.random() < 0.5 else col for col in frame.cols
            ]
            shown = Frame(frame.heads, cols, frame.furniture)
        for line, border in rows(shown):
            if before is not None:
                raw.blank(blanks(house, before, line, border))
            raw.row([line])
            before = line
    if rng.random() < 0.2:
        raw.put("\f")
    return raw
