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

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from reader.text import decoder
from reader.text.lessons import Page, page_of
from reader.text.plastic import PLASTIC, SLOTS, ClueChange, plainest, pull
from reader.text.repair import uncollected
from reader.text.states import STATES
from reader.text.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text import clues
    from reader.text.field import Changes, Field
    from reader.text.lessons import Lesson

NEEDED = 60
"""Verdicts below which nothing is learnt."""
STEPS = 12
PACES = (0.02, 0.06, 0.2)
"""How long the strides may be; those are taken by which verdicts not learnt from are likeliest."""
MARGIN = 1.0
"""By how much longer strides must make those verdicts likelier, in natural logarithms."""
PULL = 0.5
"""How strongly a change is pulled back towards the trained weight in each step."""
LEAST = 0.02
"""Changes smaller than this are dropped."""
ROUNDS = 60
"""How often changes are dropped that decide a verdict wrongly which the engine had right."""
ROUNDS_ANEW = 6
"""The same, when each time all pages are read anew."""
_NOTABLE = 0.002

_Feature = tuple[str, str, tuple[str, ...]]
_Shares = Sequence[Sequence[float]]
_Weights = list[list[float]]
_Wrong = set[tuple[int, int]]
"""Verdicts decided wrongly: of which page, and at which line end."""


class Refusal(StrEnum):
    """Why nothing is learnt."""

    FEW = "few"
    """There are fewer verdicts than `NEEDED`."""
    CONTRADICTS = "contradicts"
    """What is learnt from some verdicts decides others wrongly that the engine had right."""
    WORSE = "worse"
    """More of the verdicts held out would be decided wrongly than before."""
    NOTHING = "nothing"
    """The verdicts ask for no change."""


_NO_WORDS = Vocabulary()


@dataclass(frozen=True, slots=True)
class Adapted:
    """What came of it: counts of verdicts decided wrongly by the engine alone, and the changes.

    `held` verdicts were held out, of which `held_before` and `held_after` are wrong before and
    after learning from the others; of all `verdicts` it is `before` and `after` learning from all.
    `own` are the words of the archive's own, which need no verdicts; `drops` tells that there are
    none any more, where there were.
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
    own: Vocabulary = _NO_WORDS
    drops: bool = False

    @property
    def learns(self) -> bool:
        """Tell whether anything came of it: changes, words of the archive's own, or none more."""
        return self.refusal is None or bool(self.own.words) or self.drops


def adapt(
    lessons: Iterable[Lesson], field: Field, report: Callable[[int, int], None] | None = None
) -> Adapted:
    """Learn from verdicts, and measure it; `field` has the trained weights.

    `report` is told how many steps of how many are done.
    """
    with uncollected():
        pages = [page for lesson in lessons if (page := page_of(lesson, field))]
        verdicts = sum(len(page.given) for page in pages)
        if verdicts < NEEDED:
            return Adapted(verdicts, refusal=Refusal.FEW)
        return _Adapting(pages, field, report).result()


_Choice = Callable[[Page], AbstractSet[int]]
"""Which verdicts of a page are meant."""


def _given(page: Page) -> AbstractSet[int]:
    return page.given.keys()


def _held(page: Page) -> AbstractSet[int]:
    return page.held


def _taught(page: Page) -> AbstractSet[int]:
    return page.given.keys() - page.held


class _Adapting:
    """Fits the changes of one field to pages."""

    def __init__(
        self,
        pages: Sequence[Page],
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
        held_before = self._wrong(None, _held)
        before = self._wrong(None, _given)
        pace = self._pace()
        if not pace:
            wrong = len(held_before), len(held_before), len(before), len(before)
            return Adapted(verdicts, held, *wrong, refusal=Refusal.NOTHING)
        part = self._harmless(self._kept(self._fit(_taught, pace)), self._by_sums(_taught))
        held_after = self._wrong(part, _held)
        whole = self._kept(self._fit(_given, pace))
        kept = self._harmless(whole, self._by_sums(_given))
        kept = self._harmless(kept, self._read_anew, ROUNDS_ANEW)
        after = self._read_anew(kept)
        changes = self._changes(kept)
        refusal = None
        if after - before or (kept != whole and len(after) == len(before)):
            refusal = Refusal.CONTRADICTS
        elif len(held_after) > len(held_before):
            refusal = Refusal.WORSE
        elif not changes:
            refusal = Refusal.NOTHING
        return Adapted(
            verdicts, held, len(held_before), len(held_after), len(before), len(after), refusal,
            None if refusal else changes, self._told(kept),
        )  # fmt: skip

    def _by_sums(self, of: _Choice) -> Callable[[_Weights], _Wrong]:
        return lambda weights: self._wrong(weights, of)

    def _read_anew(self, weights: _Weights) -> _Wrong:
        """Give what is decided wrongly when all pages are read with changes, their ways, too."""
        field = self._field.changed(self._changes(weights))
        return {
            (number, at)
            for number, page in enumerate(self._pages)
            for anew in [Page(page.lesson, field)]
            for at in anew.wrong(anew.said, field.steps, anew.given.keys())
        }

    def _harmless(
        self, weights: _Weights, judge: Callable[[_Weights], _Wrong], rounds: int = ROUNDS
    ) -> _Weights:
        """Drop changes until no verdict is wrong that was right, and those first that do most."""
        kept, before = weights.copy(), self._wrong(None, _given)
        for _ in range(rounds):
            broken = sorted(judge(kept) - before)
            dropped = {at for end in broken if (at := self._worst(kept, *end)) is not None}
            if not dropped:
                break
            for at in dropped:
                kept[at] = []
        return kept

    def _worst(self, weights: _Weights, number: int, end: int) -> int | None:
        """Give the change that speaks most against a verdict; None where none does."""
        page = self._pages[number]
        if end not in page.given:
            return None
        sign = 1.0 if page.given[end] else -1.0
        speaks = [
            (sign * pull(row, below=below), at)
            for below, line in ((True, end), (False, end + 1))
            for at in page.features[line]
            if (row := weights[at])
        ]
        least, at = min(speaks, default=(0.0, 0))
        return at if least < 0 else None

    def _pace(self) -> float:
        """Choose how long the strides are, by verdicts that are neither learnt nor held out.

        None at all where the trained weights do best.
        """
        best = sum(page.likely(page.said, self._steps) for page in self._pages)
        chosen = 0.0
        for pace in PACES:
            weights = self._fit(lambda page: _taught(page) - page.choosing, pace)
            likely = sum(
                page.likely(self._said(page, weights), self._steps) for page in self._pages
            )
            if likely > best + MARGIN:
                best, chosen = likely, pace
        return chosen

    def _wrong(self, weights: _Weights | None, of: _Choice) -> _Wrong:
        return {
            (number, at)
            for number, page in enumerate(self._pages)
            if (chosen := of(page))
            for at in page.wrong(self._said(page, weights), self._steps, chosen)
        }

    def _said(self, page: Page, weights: _Weights | None) -> Sequence[decoder.Scores]:
        if weights is None:
            return page.said
        found = []
        for said, features in zip(page.said, page.features, strict=True):
            rows = [row for at in features if (row := weights[at])]
            found.append(tuple(map(sum, zip(said, *rows, strict=True))))
        return found

    def _fit(self, of: _Choice, pace: float) -> _Weights:
        """Climb: a fixed number of steps, each as long as the slopes before allow.

        Adaptive steps by Duchi, Hazan and Singer (2011). A weight that never had a slope stays an
        empty row.
        """
        weights: _Weights = [[] for _ in self._known]
        slopes: _Weights = [[] for _ in self._known]
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
        self, weights: _Weights, wanted: Sequence[tuple[Page, _Shares]]
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

    def _kept(self, weights: _Weights) -> _Weights:
        """Round the changes as they are stored, and drop the small."""
        return [
            [round(value, 2) if abs(value) >= LEAST else 0.0 for value in row]
            if any(abs(value) >= LEAST for value in row)
            else []
            for row in weights
        ]

    def _changes(self, kept: _Weights) -> Changes:
        found: dict[tuple[str, str], dict[tuple[str, ...], list[float]]] = {}
        for (name, part, values), at in self._known.items():
            if kept[at]:
                found.setdefault((name, part), {})[values] = kept[at]
        return found

    def _told(self, weights: _Weights) -> tuple[ClueChange, ...]:
        """Give the clues of line ends that changed most, seen from either side as one."""
        pulls: dict[tuple[tuple[str, str], ...], float] = {}
        for (name, part, values), at in self._known.items():
            if not weights[at]:
                continue
            slots = SLOTS[name]
            facts = tuple(
                (slots[int(place)], value) for place, value in zip(part, values, strict=True)
            )
            lent = pull(weights[at], below=name.endswith("below"))
            pulls[facts] = pulls.get(facts, 0.0) + lent
        return plainest([ClueChange(facts, round(lent, 2)) for facts, lent in pulls.items()])
