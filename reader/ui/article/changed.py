"""A block as it was received and as it reads, in one text, and the way between both texts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reader.store.against import Fate
from reader.ui.article.sheet import Shown
from reader.ui.positions import units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Amendment
    from reader.store.against import Stretch


class Stroke(NamedTuple):
    """What is marked of a block, in UTF-16 units: typed, struck, or white space closed up."""

    low: int
    high: int
    fate: Fate
    machine: bool


class Leg(NamedTuple):
    """Where a stretch begins in the text of differences and in the reading text."""

    low: int
    at: int
    read: bool


@dataclass(slots=True)
class Changed(Shown):
    """A block whose `text` holds what was struck, too; `amended` is what of it was typed.

    `strokes` and `legs` rise; no two strokes overlap.
    """

    struck: tuple[Amendment, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    legs: tuple[Leg, ...] = ()

    @property
    def by_hand(self) -> tuple[Amendment, ...]:
        """What a person typed or struck."""
        return tuple(a for a in (*self.amended, *self.struck) if not a.machine)

    def to(self, at: int) -> int:
        """Give where a place of the reading text lies: behind what was struck there."""
        n = bisect_right(self.legs, at, key=lambda leg: leg.at) - 1
        if n < 0:
            return at
        leg = self.legs[n]
        return leg.low + at - leg.at if leg.read else leg.low

    def back(self, at: int) -> int:
        """Give the place of the reading text for one of this text; what was struck has one."""
        n = bisect_right(self.legs, at, key=lambda leg: leg.low) - 1
        if n < 0:
            return at
        leg = self.legs[n]
        return leg.at + at - leg.low if leg.read else leg.at


def changed(shown: Shown, stretches: Sequence[Stretch]) -> Changed:
    """Set a block that is shown against what was received."""
    block = Changed(shown.id, shown.kind, "", supplied=shown.supplied)
    parts, seams, strokes, legs = [], [], [], []
    made: dict[Fate, list[Amendment]] = {Fate.TYPED: [], Fate.STRUCK: []}
    low = unit = 0
    for one in stretches:
        high, stop = low + len(one.text), unit + units(one.text, len(one.text))
        legs.append(Leg(low, one.at, one.fate is not Fate.STRUCK))
        parts.append(one.text)
        if one.fate in made and one.made is not None:
            old = one.text if one.fate is Fate.STRUCK else one.made.old
            made[one.fate].append(replace(one.made, start=low, end=high, old=old))
        elif one.fate is Fate.BROKEN and one.seam is not None:
            seams.append(replace(one.seam, at=low))
        if one.fate not in (Fate.KEPT, Fate.BROKEN):
            strokes.append(Stroke(unit, stop, one.fate, _by_machine(one)))
        low, unit = high, stop
    block.text = "".join(parts)
    block.amended, block.struck = tuple(made[Fate.TYPED]), tuple(made[Fate.STRUCK])
    block.strokes, block.legs = tuple(strokes), tuple(legs)
    block.set_seams(seams)
    block.moved = tuple(
        m._replace(start=block.to(m.start), end=block.to(m.end)) for m in shown.moved
    )
    return block


def _by_machine(one: Stretch) -> bool:
    """Tell whether no person did it; of white space, whether none decided on it."""
    if one.made is not None:
        return one.made.machine
    return one.seam is None or one.seam.decider is None
