"""Pages in reading order: hard-wrapped, with joined lines, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trades.trade_ink import Row, Seg, seg

if TYPE_CHECKING:
    from random import Random

    from trades.trade_house import House
    from trades.trade_sheet import Frame, Line, Sheet

JOINED = ("para", "caption", "title", "subtitle", "kicker", "byline")


def ordered(sheet: Sheet, dice: Random) -> list[Frame]:
    """Give the frames in reading order, with some gathered or out of place."""
    frames = [frame for frame in sheet.frames if frame.lines]
    odd = sheet.house.odd
    if dice.random() < 0.05 + odd:
        frames = gathered(frames, dice)
    if dice.random() < 0.04 + odd:
        bodies = [at for at, frame in enumerate(frames) if frame.kind == "body"]
        if len(bodies) > 2:
            frame = frames.pop(dice.choice(bodies))
            frames.insert(dice.choice(bodies[:-1]), frame)
    if dice.random() < 0.15:
        loose = [frame for frame in frames if frame.kind == "furniture"]
        rest = [frame for frame in frames if frame.kind != "furniture"]
        frames = rest + loose if dice.random() < 0.6 else loose + rest
    captions = [frame for frame in frames if frame.kind == "caption"]
    if captions and dice.random() < 0.4:
        for frame in captions:
            frames.remove(frame)
            at = next(i for i, other in enumerate(frames) if other.article == frame.article)
            frames.insert(dice.choice([at, at + 1, len(frames)]), frame)
    return frames


def gathered(frames: list[Frame], dice: Random) -> list[Frame]:
    """Gather the headlines of two or three articles above their bodies."""
    heads = [frame for frame in frames if frame.kind == "head"]
    if len(heads) < 2:
        return frames
    first = dice.randrange(len(heads) - 1)
    some = heads[first : first + dice.choice([2, 2, 3])]
    at = frames.index(some[0])
    rest = [frame for frame in frames if frame not in some]
    if dice.random() < 0.4:
        dice.shuffle(some)
    return rest[:at] + some + rest[at:]


def gap(before: Line, after: Line, house: House, dice: Random) -> int:
    """Say how many blank lines a house leaves between two lines of one frame."""
    same = before.block == after.block
    style = house.blanks
    if style == "everywhere":
        return 1 if same else dice.choice([1, 1, 1, 2])
    if style == "random":
        return int(dice.random() < 0.12)
    if style == "first":
        return int(same and before.seq == 0 and before.kind == "para")
    if style == "paras":
        return int(not same)
    if before.kind in {"kicker", "title", "subtitle", "byline"}:
        return int(house.head_blank and not same)
    if style == "heads":
        return int("subhead" in {before.kind, after.kind})
    return 0


def seam(before: Frame, after: Frame, house: House, dice: Random) -> int:
    """Say how many blank lines stand between two frames."""
    style = house.blanks
    first, last = after.lines[0], before.lines[-1]
    if style == "columns":
        return dice.choice([1, 2, 3, 3, 3]) if before.kind == "body" else 1
    if style in {"none", "first"}:
        return int(style == "first" and before.kind == "head")
    if style == "random":
        return int(dice.random() < 0.2)
    if first.block == last.block:
        return int(style == "everywhere")
    if before.article != after.article:
        return dice.choice([1, 1, 1, 2])
    if before.kind == "head":
        return int(house.head_blank or style in {"paras", "heads", "everywhere"})
    return int(style in {"paras", "everywhere"})


def hard(frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print each line on a row of its own."""
    rows: list[Row] = []
    doubled = dice.random() < 0.06
    for at, frame in enumerate(frames):
        if at:
            rows += [[] for _ in range(seam(frames[at - 1], frame, house, dice))]
            old = frames[at - 1].lines[-1]
            if doubled and old.block == frame.lines[0].block and dice.random() < 0.6:
                copies = frames[at - 1].lines[-dice.randint(1, 2) :]
                rows += [[seg(line, again=True)] for line in copies]
        for place, line in enumerate(frame.lines):
            if place:
                rows += [[] for _ in range(gap(frame.lines[place - 1], line, house, dice))]
            rows.append([seg(line)])
    return rows


def long(frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print the lines of a paragraph joined, as far as its frame goes or in pieces."""
    rows: list[Row] = []
    pieces = dice.choice([0.0, 0.0, 0.0, 0.04, 0.12])
    across = dice.random() < 0.35
    joint = dice.choices(["", " "], [9, 1])[0]
    before: Frame | None = None
    for frame in frames:
        carried = across and before is not None and _follows(before.lines[-1], frame.lines[0])
        if before is not None and not carried:
            rows += [[] for _ in range(seam(before, frame, house, dice))]
        for place, line in enumerate(frame.lines):
            old = frame.lines[place - 1] if place else (before.lines[-1] if carried else None)  # type: ignore[union-attr]
            if old and _follows(old, line) and _joins(line, dice, pieces):
                tail = rows[-1][-1]
                tail.text += (line.glue if line.glue.strip("\n") else joint) + line.text
                continue
            if place:
                rows += [[] for _ in range(_long_gap(frame.lines[place - 1], line, house, dice))]
            rows.append([seg(line)])
        before = frame
    return rows


def _follows(old: Line, line: Line) -> bool:
    return old.block == line.block and old.seq + 1 == line.seq


def _joins(line: Line, dice: Random, pieces: float) -> bool:
    if line.kind not in JOINED or line.seq == 0:
        return False
    if line.kind == "title":
        return dice.random() < 0.5
    return dice.random() >= pieces


def _long_gap(before: Line, after: Line, house: House, dice: Random) -> int:
    if house.blanks == "first":
        return int(before.kind == "para" and dice.random() < 0.5)
    return gap(before, after, house, dice)


def mixed(frames: list[Frame], house: House, dice: Random) -> list[Row]:
    """Print some frames hard, some joined."""
    rows: list[Row] = []
    at = 0
    while at < len(frames):
        stop = at + 1
        while stop < len(frames) and frames[stop].article == frames[at].article:
            stop += 1
        if dice.random() < 0.2:
            stop = at + 1
        write = dice.choice([hard, long])
        if rows:
            rows += [[] for _ in range(seam(frames[at - 1], frames[at], house, dice))]
        rows += write(frames[at:stop], house, dice)
        at = stop
    return rows


def spaced(part: Seg, manner: str) -> Seg:
    """Put blanks into a segment where a program does: at figures, or after each sign."""
    if manner == "signs":
        part.text = " ".join(part.text)
    elif manner == "figures":
        made: list[str] = []
        for mark in part.text:
            if made and mark.isascii() != made[-1][-1].isascii() and mark != " " != made[-1][-1]:
                made.append(" ")
            made.append(mark)
        part.text = "".join(made)
    return part
