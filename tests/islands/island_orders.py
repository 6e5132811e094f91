"""How programs and libraries copy the lines of a page: whole lines, joined lines, file order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from islands.island_house import pick
from islands.island_layout import Frame, Placed
from islands.island_raw import Bit

if TYPE_CHECKING:
    import random

    from islands.island_house import House
    from islands.island_layout import Layout, Line
    from islands.island_raw import Sheet

_FIGURES = re.compile(r"[0-9A-Za-z][0-9A-Za-z.%:]*")


def joined(bits: list[Bit]) -> Bit:
    """Make one bit of the bits of a block."""
    text = bits[0].text
    for bit in bits[1:]:
        latin = (
            text[-1:].isascii()
            and text[-1:].isalpha()
            and bit.text[:1].isascii()
            and bit.text[:1].isalpha()
        )
        text += (" " if bit.gap or latin else "") + bit.text
    return Bit(text, bits[0].key, bits[0].order, bits[0].gap, bits[0].again)


class Copier:
    """Copies frames to the sheet, line by line or joined."""

    def __init__(self, rng: random.Random, layout: Layout, sheet: Sheet) -> None:
        self.rng = rng
        self.layout = layout
        self.house: House = layout.house
        self.sheet = sheet
        self.policy = self.house.blanks
        self.join = False
        self.airy = False
        self.piece = rng.choice((0.0, 0.0, 0.0, 0.04, 0.12))
        self.fuse = rng.choice((0.0, 0.0, 0.0, 0.03, 0.1))

    def kind(self, line: Line) -> str:
        """Give the kind of block a line is of."""
        return self.sheet.keys[line.bit.key].kind

    def copy(self, frames: list[Frame]) -> None:
        """Copy frames one after another."""
        before: Frame | None = None
        for frame in frames:
            if before is not None:
                self._between(before, frame)
            if self.join and frame.kind != "loose":
                self._joined(frame)
            else:
                self._lines(frame)
            before = frame

    def _between(self, before: Frame, frame: Frame) -> None:
        fresh = before.story != frame.story
        if (
            fresh
            and self.policy in ("stories", "heads", "paras", "all", "first")
            and frame.kind != "loose"
        ):
            self.sheet.blank(2 if self.policy == "stories" and self.rng.random() < 0.1 else 1)
        if (
            before.kind == "head"
            and frame.kind == "body"
            and (self.policy == "heads" or self.house.head_blank)
        ):
            self.sheet.blank()
        if self.policy == "columns" and before.kind == "body":
            self.sheet.blank(3)
        if self.policy == "paras" and (before.kind != "body" or frame.kind != "body"):
            self.sheet.blank()

    def _lines(self, frame: Frame) -> None:
        for number, line in enumerate(frame.lines):
            if number and (
                self._blank(line, frame.lines[number - 1])
                or (frame.kind == "head" and self.airy and self.rng.random() < 0.8)
            ):
                self.sheet.blank()
            self.sheet.row([line.bit], [self.lead(line, frame)])

    def _blank(self, line: Line, before: Line) -> bool:
        if self.policy == "all":
            return True
        if self.policy == "paras":
            return before.bit.key != line.bit.key
        if self.policy == "first":
            return before.first and not before.last and self.kind(before) == "para"
        return self.policy == "random" and self.rng.random() < 0.09

    def lead(self, line: Line, frame: Frame) -> str:
        """Give the blanks that stand before a line."""
        if line.first and self.kind(line) == "para" and self.house.drops:
            return self.house.indent
        if frame.kind == "head" and self.house.spaced_head:
            return "　" * min(12, int((line.x - frame.x) / max(1.0, line.size)))
        if self.kind(line) in ("verse", "subhead") and self.house.indent == "　　":
            return "　" * min(6, int(line.x - frame.x))
        return ""

    def _joined(self, frame: Frame) -> None:
        runs: list[list[Line]] = []
        for line in frame.lines:
            together = (
                runs
                and runs[-1][-1].bit.key == line.bit.key
                and runs[-1][-1].bit.again == line.bit.again
            )
            if together and self.kind(line) == "verse" and line.bit.gap:
                together = False
            if together and line.bit.gap and self.rng.random() < 0.7:
                together = False
            if together and self.rng.random() < self.piece:
                together = False
            if together:
                runs[-1].append(line)
            else:
                runs.append([line])
        waiting: list[Bit] = []
        for at, run in enumerate(runs):
            bit, body = joined([line.bit for line in run]), self.kind(run[0]) == "para"
            if at and self._blank(run[0], runs[at - 1][-1]):
                self.sheet.blank()
            after = runs[at + 1] if at + 1 < len(runs) else None
            if body and after and after[0].bit.key != bit.key and self.rng.random() < self.fuse:
                waiting.append(bit)
                continue
            self.sheet.row([*waiting, bit], [self.lead(run[0], frame)])
            waiting = []
        self.sheet.row(waiting)


def whole(frames: list[Frame]) -> list[Frame]:
    """Draw the rest of a paragraph back into the column where it began."""
    found: list[Frame] = []
    last: Frame | None = None
    for frame in frames:
        if frame.kind != "body" or last is None or last.story != frame.story:
            found.append(frame)
            last = frame if frame.kind == "body" else last
            continue
        cut = 0
        while (
            cut < len(frame.lines)
            and last.lines
            and frame.lines[cut].bit.key == last.lines[-1].bit.key
        ):
            cut += 1
        last.lines = last.lines + frame.lines[:cut]
        frame.lines = frame.lines[cut:]
        if frame.lines:
            found.append(frame)
            last = frame
    return found


def oddities(rng: random.Random, layout: Layout) -> list[Frame]:
    """Give the frames in reading order, now and then with something odd done to them."""
    placed = layout.placed
    order: list[list[Frame]] = [one.frames() for one in placed]
    if rng.random() < 0.05 and len(placed) > 3:
        _gather(rng, order)
    if rng.random() < 0.06:
        _displace(rng, order)
    if rng.random() < 0.05:
        _double(rng, placed)
    for one in placed:
        if one.captions and one.columns and rng.random() < 0.25:
            _inside(rng, one, order)
    frames = [frame for frames in order for frame in frames]
    if layout.low and rng.random() < 0.12:
        places = [at for at, frame in enumerate(frames) if at and frame.kind in ("head", "body")]
        fresh = [at for at in places if frames[at].story != frames[at - 1].story]
        at = rng.choice((fresh if rng.random() < 0.7 else places) or [0])
        frames.insert(at, layout.low.pop(rng.randrange(len(layout.low))))
    return frames


def _gather(rng: random.Random, order: list[list[Frame]]) -> None:
    """Put the headlines of two or three articles above their bodies."""
    at, many = rng.randint(0, len(order) - 3), rng.randint(2, 3)
    heads = [
        [frame for frame in one if frame.kind in ("head", "label")] for one in order[at : at + many]
    ]
    if rng.random() < 0.4:
        rng.shuffle(heads)
    for one in order[at : at + many]:
        one[:] = [frame for frame in one if frame.kind not in ("head", "label")]
    order[at][:0] = [frame for head in heads for frame in head]


def _displace(rng: random.Random, order: list[list[Frame]]) -> None:
    """Put a column of an article out of its place."""
    many = [at for at, one in enumerate(order) if sum(frame.kind == "body" for frame in one) > 1]
    if not many:
        return
    at = rng.choice(many)
    columns = [place for place, frame in enumerate(order[at]) if frame.kind == "body"]
    if rng.random() < 0.5:
        a, b = rng.sample(columns, 2)
        order[at][a], order[at][b] = order[at][b], order[at][a]
    else:
        frame = order[at].pop(columns[-1])
        order[min(len(order) - 1, at + rng.randint(1, 2))].append(frame)


def _double(rng: random.Random, placed: list[Placed]) -> None:
    """Print the last lines of a column again at the head of the next."""
    many = [one for one in placed if len(one.columns) > 1]
    if not many:
        return
    columns = rng.choice(many).columns
    at = rng.randint(0, len(columns) - 2)
    for line in reversed(columns[at].lines[-rng.randint(1, 3) :]):
        bit = line.bit
        copy = Bit(bit.text, bit.key, bit.order, bit.gap, again=True)
        made = type(line)(copy, columns[at + 1].x, columns[at + 1].y, line.first, line.last)
        columns[at + 1].lines.insert(0, made)


def _inside(rng: random.Random, one: Placed, order: list[list[Frame]]) -> None:
    """Put the caption between two lines of a column."""
    frame = rng.choice(one.columns)
    mine = next((frames for frames in order if frame in frames), None)
    if mine is None or len(frame.lines) < 4 or one.captions[0] not in mine:
        return
    cut = rng.randint(2, len(frame.lines) - 2)
    rest = Frame("body", frame.story, frame.x, frame.y + cut, frame.width, frame.lines[cut:])
    frame.lines = frame.lines[:cut]
    mine.remove(one.captions[0])
    at = mine.index(frame)
    mine[at + 1 : at + 1] = [one.captions[0], rest]


def hard(copier: Copier, kind: str) -> None:
    """Copy as libraries do, in reading order: whole lines, joined lines, or both."""
    layout, rng = copier.layout, copier.rng
    frames = oddities(rng, layout)
    if kind == "long" and rng.random() < 0.55:
        frames = whole(frames)
    edges = [*layout.top, *layout.low]
    first, last = ([], edges) if copier.house.furniture_last else (layout.top, layout.low)
    copier.join = kind == "long"
    if kind == "long" and copier.policy in ("first", "all"):
        copier.policy = "paras"
    if kind != "mixed":
        copier.copy([*first, *frames, *last])
        return
    copier.copy(first)
    share = rng.choice((0.3, 0.5, 0.7))
    styles = {story: rng.random() < share for story in range(-1, len(layout.placed))}
    before: Frame | None = None
    for frame in frames:
        if before is not None:
            copier._between(before, frame)
        copier.join = styles[frame.story]
        copier.copy([frame])
        before = frame
    copier.copy(last)


def filed(copier: Copier) -> None:
    """Copy in the order of the file."""
    rng, layout, sheet = copier.rng, copier.layout, copier.sheet
    copier.policy = pick(
        rng, {"none": 6, "stories": 1, "columns": 0.4, "random": 0.4, "paras": 0.4}
    )
    order = _file_order(rng, layout)
    if rng.random() < 0.15:
        _split(order, rng)
    if rng.random() < 0.15:
        sheet.spread = lambda text: _FIGURES.sub(r" \g<0> ", text).strip()
    copier.join = rng.random() < 0.15
    if rng.random() < 0.15:
        _fused(copier, order)
    else:
        copier.copy(order)


def _file_order(rng: random.Random, layout: Layout) -> list[Frame]:
    """Give the frames in the order in which a program of layout wrote them."""
    way = pick(rng, {"proper": 4, "last": 1.5, "shuffled": 1.5, "under": 1, "first": 0.7})
    stories = list(layout.placed)
    if way == "shuffled":
        rng.shuffle(stories)
    order: list[Frame] = []
    for one in stories:
        frames = one.frames()
        if way == "under" and rng.random() < 0.8:
            frames.sort(key=lambda frame: frame.kind == "head")
        order.extend(frames)
    if way in ("last", "first"):
        order.sort(key=lambda frame: (frame.kind == "head") == (way == "last"))
    if rng.random() < 0.2:
        order.sort(key=lambda frame: frame.kind == "caption")
    edges = [*layout.top, *layout.low]
    ends = pick(rng, {"split": 3, "first": 2, "last": 2})
    if ends == "first":
        order = [*edges, *order]
    elif ends == "last":
        order = [*order, *edges]
    else:
        order = [*layout.top, *order, *layout.low]
    return order


def _split(order: list[Frame], rng: random.Random) -> None:
    """Give lines in pieces where the font changes: at figures and Latin words."""
    often = rng.choice((0.15, 0.5, 0.9))
    for frame in order:
        lines: list[Line] = []
        for line in frame.lines:
            pieces = [
                piece for piece in re.split(f"({_FIGURES.pattern})", line.bit.text) if piece.strip()
            ]
            if len(pieces) < 2 or rng.random() > often:
                lines.append(line)
                continue
            for at, piece in enumerate(pieces):
                bit = Bit(
                    piece,
                    line.bit.key,
                    (*line.bit.order, at),
                    line.bit.gap and at == 0,
                    line.bit.again,
                )
                lines.append(
                    type(line)(bit, line.x, line.y, line.first and at == 0, line.last, line.size)
                )
        frame.lines = lines


def _fused(copier: Copier, order: list[Frame]) -> None:
    """Copy, and put short frames that follow each other on one line."""
    waiting: list[Bit] = []
    between = copier.rng.choice(("", " ", "　"))
    for frame in order:
        small = len(frame.lines) == 1 and frame.kind in ("head", "loose", "label")
        if small and copier.rng.random() < 0.5 and len(waiting) < 3:
            waiting.append(frame.lines[0].bit)
            continue
        if waiting and small:
            copier.sheet.row([*waiting, frame.lines[0].bit], ["", *[between] * 4])
            waiting = []
            continue
        copier.sheet.row(waiting, ["", *[between] * 4])
        waiting = []
        copier.copy([frame])
    copier.sheet.row(waiting, ["", *[between] * 4])
