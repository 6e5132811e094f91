"""Which clues may change when the engine learns: those of line ends, blanks, widths and starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text import clues
from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Sequence

_ABOVE = ("end", "reach", "blanks", "start", "next_reach")
_WAYS = ("end", "blanks", "stops", "others", "long")
_FIRST = ("end", "next_reach", "firsts", "indented", "margins", "start")
_HELD = ("cut", "open", "end", "blanks", "reach")
SLOTS: dict[str, tuple[str, ...]] = {
    "above": _ABOVE, "below": _ABOVE, "ways": _WAYS, "ways below": _WAYS, "first": _FIRST,
    "first below": _FIRST, "held": _HELD, "held below": _HELD,
}  # fmt: skip
"""What the classes of a group's key say of a line end: of the line above it and the next."""
_PARTS: dict[str, tuple[str, ...]] = {
    "above": ("0", "1", "2", "3", "01", "02", "03", "04", "012"),
    "below": ("2", "3", "02", "03", "04", "012"),
    "ways": ("12", "012", "013"), "ways below": ("012", "013"),
    "first": ("12", "012", "034"), "first below": ("012", "034"),
    "held": ("02", "12"), "held below": ("02", "12"),
}  # fmt: skip
PLASTIC: tuple[tuple[int, str, str], ...] = tuple(
    (group, name, part)
    for group, (name, parts) in enumerate(clues.GROUPS)
    for part in parts
    if part in _PARTS.get(name, ())
)
"""Group, its name, and part of the clues that may change."""
_GOES_ON = {False: (State.MIDDLE, State.LAST), True: (State.FIRST, State.MIDDLE)}
_ENDS = {False: (State.FIRST, State.SINGLE), True: (State.LAST, State.SINGLE)}


def pull(row: Sequence[float], *, below: bool) -> float:
    """Give the log odds that a change of a clue lends to that the text goes on.

    `below`: at the line end below the line with the clue, else at that above it.
    """
    return _mean(row, _GOES_ON[below]) - _mean(row, _ENDS[below])


def _mean(row: Sequence[float], states: Sequence[State]) -> float:
    return sum(row[state] for state in states) / len(states)


@dataclass(frozen=True, slots=True)
class ClueChange:
    """How a clue of line ends came to weigh.

    `facts` are what is seen (slots of `SLOTS`) with their classes; `pull` is the log odds that it
    lends more than before to that the text goes on there (less than nought: that it ends).
    """

    facts: tuple[tuple[str, str], ...]
    pull: float


def plainest(changes: Sequence[ClueChange]) -> tuple[ClueChange, ...]:
    """Give the changes, greatest first; of those that say the same, the one with fewest facts."""
    told: list[ClueChange] = []
    for change in sorted(changes, key=lambda one: (-abs(one.pull), len(one.facts), one.facts)):
        mine = set(change.facts)
        like = (
            other
            for other in told
            if (other.pull > 0) == (change.pull > 0)
            and (mine <= set(other.facts) or mine >= set(other.facts))
        )
        if change.pull and next(like, None) is None:
            told.append(change)
    return tuple(told)
