"""Adapt the field to one newspaper, from what people decided on its pages.

Gradient ascent on the conditional likelihood of the verdicts (Lafferty, McCallum and Pereira,
2001): the gradient of a clue's weight for a state is how often the state is expected where the
clue stands with the verdicts clamped, less how often without, both by the forward and backward
passes. What is expected with the verdicts clamped is what the trained weights expect: people look
at doubts and put right what is wrong, and from that alone a field would learn that it is mostly
wrong; so on all other lines it is held to what it thought. The changes are pulled towards nought,
that is towards the trained weights (Chelba and Acero, "Adaptation of maximum entropy capitalizer",
2004). Only clues of line ends, blanks, widths and starts take part, a fixed number of steps: the
same verdicts give the same changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log, sqrt
from typing import TYPE_CHECKING
from zlib import crc32

from reader.text import clues, decoder
from reader.text.decoder import STATES, State
from reader.text.lines import split_lines
from reader.text.own import own_words
from reader.text.repair import elsewhere, read_lines, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.model import Reads
    from reader.text.field import Changes, Field

NEEDED = 60
"""Verdicts below which nothing is learnt."""
HOLD = 5
"""One verdict of so many is held out, to measure what was learnt."""
STEPS = 12
PACES = (0.02, 0.06, 0.2)
"""How long the strides may be; those are taken by which verdicts not learnt from are likeliest."""
MARGIN = 1.0
"""By how much longer strides must make those verdicts likelier, in natural logarithms."""
PULL = 0.5
"""How strongly a change is pulled back towards the trained weight in each step."""
LEAST = 0.02
"""Changes smaller than this are dropped."""
_NOTABLE = 0.002
_LEAST_SHARE = 1e-4

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

_Feature = tuple[str, str, tuple[str, ...]]
_Shares = Sequence[Sequence[float]]


class Refusal(StrEnum):
    """Why nothing is learnt."""

    FEW = "few"
    """There are fewer verdicts than `NEEDED`."""
    CONTRADICTS = "contradicts"
    """More of the verdicts given would be decided wrongly than before."""
    WORSE = "worse"
    """More of the verdicts held out would be decided wrongly than before."""
    NOTHING = "nothing"
    """The verdicts ask for no change."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page and what people decided on it, as `reader.text.repair.repair` takes it.

    `name` says which page it is, the same at every time.
    """

    name: str
    text: str
    fixed: Mapping[int, Reads]


@dataclass(frozen=True, slots=True)
class ClueChange:
    """How a clue of line ends came to weigh.

    `facts` are what is seen (slots of `SLOTS`) with their classes; `pull` is the log odds that it
    lends more than before to that the text goes on there (less than nought: that it ends).
    """

    facts: tuple[tuple[str, str], ...]
    pull: float


@dataclass(frozen=True, slots=True)
class Adapted:
    """What came of it: counts of verdicts decided wrongly by the engine alone, and the changes.

    `held` verdicts were held out, of which `held_before` and `held_after` are wrong before and
    after learning from the others; of all `verdicts` it is `before` and `after` learning from all.
    """

    verdicts: int
    held: int = 0
    held_before: int = 0
    held_after: int = 0
    before: int = 0
    after: int = 0
    refusal: Refusal | None = None
    changes: Changes | None = None
    told: tuple[ClueChange, ...] = ()


def adapt(
    lessons: Iterable[Lesson], field: Field, report: Callable[[int, int], None] | None = None
) -> Adapted:
    """Learn from verdicts, and measure it; `field` has the trained weights.

    `report` is told how many steps of how many are done.
    """
    with uncollected():
        pages = [page for lesson in lessons if (page := _Page(lesson, field)).given]
        verdicts = sum(len(page.given) for page in pages)
        if verdicts < NEEDED:
            return Adapted(verdicts, refusal=Refusal.FEW)
        return _Adapting(pages, field, report).result()


class _Page:
    """A page as the field sees it: clues, scores, and verdicts by the place of the line above."""

    def __init__(self, lesson: Lesson, field: Field) -> None:
        read = read_lines(lesson.text, split_lines(lesson.text), lesson.fixed, field)
        self.clues = clues.clues(read.sights, own_words(read.sights))
        self.said = read.said
        verdicts = read.verdicts(lesson.fixed)
        for at in elsewhere(read, verdicts):
            del verdicts[at]
        last = len(read.sights) - 1
        self.given = {read.place[at]: keep for at, keep in verdicts.items()}
        self.given.pop(last, None)
        draws: tuple[set[int], set[int]] = set(), set()
        for at in verdicts:
            drawn = crc32(f"{lesson.name}:{read.units[at].end}".encode()) % HOLD
            if drawn < len(draws) and read.place[at] in self.given:
                draws[drawn].add(read.place[at])
        self.held, self.choosing = draws
        """Verdicts held out to measure by, and those by which the pace is chosen."""
        self.features: list[list[int]] = []

    def likely(self, said: Sequence[decoder.Scores], steps: decoder.Steps) -> float:
        """Give the log likelihood of the verdicts by which the pace is chosen."""
        if not self.choosing:
            return 0.0
        keeps = decoder.decode(said, steps).keeps
        shares = (keeps[at] if self.given[at] else 1.0 - keeps[at] for at in self.choosing)
        return sum(log(max(share, _LEAST_SHARE)) for share in shares)

    def wrong(self, said: Sequence[decoder.Scores], steps: decoder.Steps, of: set[int]) -> int:
        """Count verdicts that the field by itself decides otherwise."""
        path = decoder.decode(said, steps).path
        return sum(decoder.keeps(path[at], path[at + 1]) != self.given[at] for at in of)


class _Adapting:
    """Fits the changes of one field to pages."""

    def __init__(
        self,
        pages: Sequence[_Page],
        field: Field,
        report: Callable[[int, int], None] | None,
    ) -> None:
        self._pages = pages
        self._steps = field.steps
        self._field = field
        self._report = report
        self._known: dict[_Feature, int] = {}
        self._done = 0
        for page in pages:
            page.features = [self._features(page.clues[at]) for at in range(len(page.said))]

    def _features(self, line: clues.Clues) -> list[int]:
        found = []
        for group, name, part in PLASTIC:
            values = tuple([line[group][int(place)] for place in part])
            found.append(self._known.setdefault((name, part, values), len(self._known)))
        return found

    def result(self) -> Adapted:
        """Choose a pace, learn from four fifths and measure on the fifth, then learn from all."""
        verdicts = sum(len(page.given) for page in self._pages)
        held = sum(len(page.held) for page in self._pages)
        held_before = self._wrong(None, lambda page: page.held)
        before = self._wrong(None, lambda page: set(page.given))
        pace = self._pace()
        if not pace:
            told = (verdicts, held, held_before, held_before, before, before)
            return Adapted(*told, refusal=Refusal.NOTHING)
        part = self._fit(lambda page: page.given.keys() - page.held, pace)
        held_after = self._wrong(part, lambda page: page.held)
        whole = self._fit(lambda page: set(page.given), pace)
        changes = self._changes(whole)
        kept = self._kept(whole)
        after = self._wrong(kept, lambda page: set(page.given))
        refusal = None
        if after > before:
            refusal = Refusal.CONTRADICTS
        elif held_after > held_before:
            refusal = Refusal.WORSE
        elif not changes:
            refusal = Refusal.NOTHING
        return Adapted(
            verdicts, held, held_before, held_after, before, after, refusal,
            None if refusal else changes, self._told(kept),
        )  # fmt: skip

    def _pace(self) -> float:
        """Choose how long the strides are, by verdicts that are neither learnt nor held out.

        None at all where the trained weights do best.
        """
        best = sum(page.likely(page.said, self._steps) for page in self._pages)
        chosen = 0.0
        for pace in PACES:
            weights = self._fit(lambda page: page.given.keys() - page.held - page.choosing, pace)
            likely = sum(
                page.likely(self._said(page, weights), self._steps) for page in self._pages
            )
            if likely > best + MARGIN:
                best, chosen = likely, pace
        return chosen

    def _wrong(self, weights: list[list[float]] | None, of: Callable[[_Page], set[int]]) -> int:
        return sum(
            page.wrong(self._said(page, weights), self._steps, chosen)
            for page in self._pages
            if (chosen := of(page))
        )

    def _said(self, page: _Page, weights: list[list[float]] | None) -> Sequence[decoder.Scores]:
        if weights is None:
            return page.said
        found = []
        for said, features in zip(page.said, page.features, strict=True):
            rows = [row for at in features if (row := weights[at])]
            found.append(tuple(map(sum, zip(said, *rows, strict=True))))
        return found

    def _fit(self, of: Callable[[_Page], set[int]], pace: float) -> list[list[float]]:
        """Climb: a fixed number of steps, each as long as the slopes before allow.

        Adaptive steps by Duchi, Hazan and Singer (2011). A weight that never had a slope stays an
        empty row.
        """
        weights: list[list[float]] = [[] for _ in self._known]
        slopes: list[list[float]] = [[] for _ in self._known]
        wanted = [
            (page, decoder.decode(page.said, self._steps, clamps).shares)
            for page in self._pages
            if (clamps := {at: page.given[at] for at in sorted(of(page))})
        ]
        for _ in range(STEPS):
            if self._report is not None:
                self._report(self._done, (len(PACES) + 2) * STEPS)
            self._done += 1
            for at, slope in self._slopes(weights, wanted).items():
                row = weights[at] = weights[at] or [0.0] * len(STATES)
                sums = slopes[at] = slopes[at] or [0.0] * len(STATES)
                for state, value in enumerate(slope):
                    pulled = value - PULL * row[state]
                    sums[state] += pulled * pulled
                    if pulled:
                        row[state] += pace * pulled / sqrt(sums[state] + 1.0)
        return weights

    def _slopes(
        self, weights: list[list[float]], wanted: Sequence[tuple[_Page, _Shares]]
    ) -> dict[int, list[float]]:
        """Give the slope of the likelihood by each weight that has one, or is to be pulled back."""
        found = {at: [0.0] * len(STATES) for at, row in enumerate(weights) if row}
        for page, told in wanted:
            said = self._said(page, weights)
            free = decoder.decode(said, self._steps).shares
            for features, ours, theirs in zip(page.features, told, free, strict=True):
                gain = [one - other for one, other in zip(ours, theirs, strict=True)]
                if max(gain) < _NOTABLE:
                    continue
                for at in features:
                    slope = found.get(at)
                    if slope is None:
                        slope = found[at] = [0.0] * len(STATES)
                    for state, value in enumerate(gain):
                        slope[state] += value
        return found

    # --- what came of it ------------------------------------------------------------------

    def _kept(self, weights: list[list[float]]) -> list[list[float]]:
        """Round the changes as they are stored, and drop the small."""
        return [
            [round(value, 2) if abs(value) >= LEAST else 0.0 for value in row]
            if any(abs(value) >= LEAST for value in row)
            else []
            for row in weights
        ]

    def _changes(self, weights: list[list[float]]) -> Changes:
        found: dict[tuple[str, str], dict[tuple[str, ...], list[float]]] = {}
        kept = self._kept(weights)
        for (name, part, values), at in self._known.items():
            if kept[at]:
                found.setdefault((name, part), {})[values] = kept[at]
        return found

    def _told(self, weights: list[list[float]]) -> tuple[ClueChange, ...]:
        """Give the clues of line ends that changed most, seen from either side as one."""
        pulls: dict[tuple[tuple[str, str], ...], float] = {}
        for (name, part, values), at in self._known.items():
            if not weights[at]:
                continue
            slots = SLOTS[name]
            facts = tuple(
                (slots[int(place)], value) for place, value in zip(part, values, strict=True)
            )
            side = name.endswith("below")
            pull = _mean(weights[at], _GOES_ON[side]) - _mean(weights[at], _ENDS[side])
            pulls[facts] = pulls.get(facts, 0.0) + pull
        return _plainest([ClueChange(facts, round(pull, 2)) for facts, pull in pulls.items()])


def _plainest(changes: Sequence[ClueChange]) -> tuple[ClueChange, ...]:
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


def _mean(row: Sequence[float], states: Sequence[State]) -> float:
    return sum(row[state] for state in states) / len(states)
