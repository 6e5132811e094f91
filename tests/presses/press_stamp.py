"""A stamp: something set that can be put anywhere; and what stamps are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.sheet import Owner, Piece

from presses.press_lines import Measure, Run, broken, plain

if TYPE_CHECKING:
    from presses.press_house import House

HAIR = 0.5
Rect = tuple[float, float, float, float]


@dataclass(slots=True)
class Stamp:
    """Blocks in reading order, boxes and rules, from an upper left corner of its own."""

    width: float
    height: float = 0.0
    owners: list[Owner] = field(default_factory=list)
    boxes: list[Rect] = field(default_factory=list)
    rules: list[Rect] = field(default_factory=list)

    def add(self, other: Stamp, x: float, y: float, *, adopt: bool = True) -> None:
        """Put another stamp in; its blocks come behind the own ones, if they are adopted."""
        for owner in other.owners:
            for piece in owner.pieces:
                piece.x, piece.y = piece.x + x, piece.y + y
        self.owners += other.owners if adopt else []
        self.boxes += [(x + a, y + b, w, h) for a, b, w, h in other.boxes]
        self.rules += [(x + a, y + b, w, h) for a, b, w, h in other.rules]

    def line(self, owner: Owner, run: Run, at: tuple[float, float], size: float, face: str) -> None:
        """Put a line of a block at the left end of its base line."""
        if run.text:
            owner.pieces.append(Piece(run.text, *at, size, face, run.steps))

    def framed(self, weight: float = HAIR) -> None:
        """Draw a frame round all."""
        wide, high = self.width, self.height
        self.rules += [
            (0, 0, wide, weight), (0, high - weight, wide, weight),
            (0, 0, weight, high), (wide - weight, 0, weight, high),
        ]  # fmt: skip


def measure(house: House, size: float) -> Measure:
    """Give how a house sets lines of a size."""
    return Measure(size, house.marks, house.pairs, house.autospace)


def placed(run: Run, width: float, align: str) -> float:
    """Give where a line begins in a width."""
    free = max(0.0, width - run.width)
    return {"left": 0.0, "centre": free / 2, "right": free}[align]


def even(whole: Run, width: float, how: Measure) -> list[Run]:
    """Break a short text into lines of about the same length."""
    count = int(whole.width / width) + 1
    for share in (0.0, 0.5, 1.0):
        aim = min(width, whole.width / count + (0.6 + share) * how.size)
        found = broken(whole.text, aim, how)
        if len(found) <= count:
            break
    else:
        found = broken(whole.text, width, how)
    return [plain(run.text, how) for run in found]


@dataclass(slots=True)
class Text:
    """A short text to be set: its block, size, face, alignment."""

    owner: Owner
    size: float
    face: str
    align: str = "centre"
    leading: float = 1.3
    lines: tuple[str, ...] = ()


def stacked(texts: list[Text], width: float, house: House, gap: float) -> Stamp:
    """Set short texts below one another, broken only where they do not fit."""
    stamp = Stamp(width)
    for number, text in enumerate(texts):
        how = Measure(text.size, "push", house.pairs, house.autospace)
        stamp.height += gap if number else 0.0
        for line in text.lines or (text.owner.text,):
            whole = plain(line.strip(), how)
            for run in [whole] if whole.width <= width + 0.01 else even(whole, width, how):
                stamp.height += text.size * text.leading
                x = placed(run, width, text.align)
                base = stamp.height - text.size * (text.leading - 0.9)
                stamp.line(text.owner, run, (x, base), text.size, text.face)
        stamp.owners.append(text.owner)
    return stamp
