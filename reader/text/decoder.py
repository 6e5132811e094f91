"""Decode a page as one sequence: a state for each line, with its probability.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): the score of a
reading is the product of what each line says for its state and of what the field says for each
two states one after another. The best reading is found by Viterbi's algorithm, the probabilities
by the forward and backward passes (Rabiner, "A tutorial on hidden Markov models and selected
applications in speech recognition", 1989), scaled on the way. Linear in the number of lines. What
a person decided allows at a line end only the steps that agree, so that the rest is decoded
around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, inf
from operator import itemgetter, mul
from typing import TYPE_CHECKING, NamedTuple

from reader.text.states import (
    BODY,
    HEADS,
    INSIDE,
    KEEPS,
    MAY_BEGIN,
    MAY_FOLLOW,
    STATES,
    State,
    keeps,
    may_follow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BODY",
    "EVEN",
    "HEADS",
    "KEEPS",
    "MAY_BEGIN",
    "MAY_FOLLOW",
    "STATES",
    "Decoded",
    "State",
    "Steps",
    "decode",
    "keeps",
    "may_follow",
    "shares_of",
]


Scores = tuple[float, ...]
"""A log score for each state, in the order of `STATES`."""
_Columns = tuple[tuple[float, ...], ...]
_Pick = Callable[[Sequence[float]], Sequence[float]]


class Between(NamedTuple):
    """The weights of the steps between two sets of states.

    `columns` has one row for each state below, `rows` one for each above. `keeping` are the steps
    with which a block goes on: what picks their states out of the sets above and below, and their
    weights.
    """

    columns: _Columns
    rows: _Columns
    keeping: tuple[_Pick, _Pick, tuple[float, ...]]


PRUNED = 8.0
"""Log score by which a state of a line may lie behind the best before it is passed over."""
PRUNED_FIRST = 5.0
"""The same in a reading of which only what is sure is asked."""
MOST_KEPT = 20_000
"""Pairs of sets of states whose steps are kept at hand."""


EVEN = 0.5
"""Probability from which on a block goes on at a line end."""


class Steps:
    """The log scores of two states one after another: ``scores[above][below]``."""

    def __init__(self, scores: Sequence[Sequence[float]]) -> None:
        self._weights = [
            [exp(scores[a][b]) if (a, b) in MAY_FOLLOW else 0.0 for b in STATES] for a in STATES
        ]
        self._known: dict[tuple[int, int, bool | None], Between] = {}

    def between(self, above: int, below: int, fixed: bool | None) -> Between:  # noqa: FBT001
        """Give the weights of the steps between two sets of states.

        With `fixed` only the steps that agree weigh anything.
        """
        key = above, below, fixed
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = self._known[key] = self._columns(key)
        return found

    def _columns(self, key: tuple[int, int, bool | None]) -> Between:
        above, below, fixed = _members(key[0]), _members(key[1]), key[2]

        def weight(a: int, b: int) -> float:
            return 0.0 if fixed is not None and ((a, b) in KEEPS) != fixed else self._weights[a][b]

        kept = [
            (place, at, weight(a, b))
            for at, b in enumerate(below)
            for place, a in enumerate(above)
            if (a, b) in KEEPS
        ]
        return Between(
            tuple(tuple(weight(a, b) for a in above) for b in below),
            tuple(tuple(weight(a, b) for b in below) for a in above),
            (
                _picking([place for place, _, _ in kept]),
                _picking([at for _, at, _ in kept]),
                tuple(value for _, _, value in kept),
            ),
        )


def _picking(places: Sequence[int]) -> _Pick:
    """Give what picks the values at some places, as fast as can be."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: [values[place] for place in places]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page.

    `path` is the best reading. `shares` gives for each line the probability of each state, in the
    order of `STATES`, `keeps` for each line end between two lines the probability that the block
    of the line above goes on.
    """

    path: tuple[State, ...]
    shares: tuple[Sequence[float], ...]
    keeps: tuple[float, ...]


def decode(
    said: Sequence[Scores], steps: Steps, fixed: Mapping[int, bool] | None = None
) -> Decoded:
    """Find the best reading of a page, and how sure each line and line end of it is.

    `said` has the scores of each line. `fixed` maps a line end (the place of the line above) to
    whether the block goes on there: it is always obeyed.
    """
    if not said:
        return Decoded((), (), ())
    asked = fixed or {}
    lattice = _Lattice(said, steps, asked)
    told = lattice.sums()
    if told is None:
        # What a person decided needs a state that was passed over. Only then all are weighed: what
        # agrees with the best reading must not change it.
        lattice = _Lattice(said, steps, asked, within=inf)
        told = lattice.sums()
    assert told is not None, "every verdict can be obeyed"
    shares, kept = told
    # The best reading as a whole may hold a verdict that is less likely than its contrary: what is
    # asked is each line end, so that the best reading of the likelier ones is taken.
    steady = {at: keep >= EVEN for at, keep in enumerate(kept)}
    path = lattice.best_under({**steady, **asked}) or lattice.best()
    assert path is not None, "what can be weighed can be read"
    return Decoded(path, tuple(shares), tuple(kept))


def shares_of(said: Sequence[Scores], steps: Steps) -> list[Sequence[float]]:
    """Give the probability of each state of each line of a page, free of verdicts."""
    if not said:
        return []
    told = _Lattice(said, steps, {}, within=PRUNED_FIRST).sums()
    assert told is not None, "a line may always stand inside a paragraph"
    return told[0]


class _Lattice:
    """Lines, the states that each can have, and the steps between them, as plain numbers."""

    def __init__(
        self,
        said: Sequence[Scores],
        steps: Steps,
        fixed: Mapping[int, bool],
        *,
        within: float = PRUNED,
    ) -> None:
        self._steps = steps
        self._sets = sets = [_likely(scores, within) for scores in said]
        sets[0] &= _BEGIN
        sets[-1] &= _FINISH
        self.says = list(map(_says, said, map(_members, sets)))
        self.steps = _between(steps, sets, fixed)

    def best_under(self, verdicts: Mapping[int, bool]) -> tuple[State, ...] | None:
        """Find the best reading under a verdict at each line end; None where there is none."""
        # States that no step with these verdicts leads to or from need not be weighed.
        sets = self._sets.copy()
        for at, keep in verdicts.items():
            above, below = _AGREEING[keep]
            sets[at] &= above
            sets[at + 1] &= below
        if not all(sets):
            return None
        says = [
            [says[place] for place in _places(whole, part)]
            for says, whole, part in zip(self.says, self._sets, sets, strict=True)
        ]
        return _best(says, _between(self._steps, sets, verdicts), sets)

    def best(self) -> tuple[State, ...] | None:
        """Find the best reading; None where no state that is weighed can be reached."""
        return _best(self.says, self.steps, self._sets)

    def _ahead(self) -> list[list[float]] | None:
        """Add up all ways to each state of each line; None where the end cannot be reached."""
        up = self.says[0]
        ahead = [up]
        for (columns, _, _), says in zip(self.steps, self.says[1:], strict=True):
            total = [sum(map(mul, up, column)) for column in columns]
            up = _lifted(list(map(mul, total, says)))
            ahead.append(up)
        return ahead if any(up) else None

    def sums(self) -> tuple[list[Sequence[float]], list[float]] | None:
        """Give the probability of each state of each line, and that each block goes on.

        None where no state that is weighed can be reached.
        """
        ahead = self._ahead()
        if ahead is None:
            return None
        behind = [1.0] * len(self.says[-1])
        shares = [_share(self._sets[-1], ahead[-1])]
        kept: list[float] = []
        for at in range(len(self.steps) - 1, -1, -1):
            _, rows, (above, below, weights) = self.steps[at]
            up = ahead[at]
            onward = list(map(mul, behind, self.says[at + 1]))
            keep = sum(map(mul, map(mul, above(up), below(onward)), weights))
            behind = [sum(map(mul, row, onward)) for row in rows]
            both = list(map(mul, up, behind))
            whole = sum(both)
            kept.append(min(1.0, keep / whole) if whole else 0.0)
            shares.append(_share(self._sets[at], both))
            behind = _lifted(behind)
        shares.reverse()
        kept.reverse()
        return shares, kept


def _between(steps: Steps, sets: Sequence[int], verdicts: Mapping[int, bool]) -> list[Between]:
    """Give the steps between the states of lines that agree with verdicts."""
    between, verdict = steps.between, verdicts.get
    return [between(above, below, verdict(at)) for at, (above, below) in enumerate(pairwise(sets))]


def _best(
    says: Sequence[Sequence[float]], steps: Sequence[Between], sets: Sequence[int]
) -> tuple[State, ...] | None:
    """Find the best reading; None where no state can be reached."""
    best = says[0]
    came: list[list[int]] = []
    for (columns, _, _), own in zip(steps, says[1:], strict=True):
        origin, most = [], []
        for column in columns:
            ways = list(map(mul, best, column))
            top = max(ways)
            most.append(top)
            origin.append(ways.index(top))
        best = _lifted(list(map(mul, most, own)))
        came.append(origin)
    top = max(best)
    if not top:
        return None
    place = best.index(top)
    path = [_members(sets[-1])[place]]
    for at in range(len(came) - 1, -1, -1):
        place = came[at][place]
        path.append(_members(sets[at])[place])
    path.reverse()
    return tuple(map(STATES.__getitem__, path))


_BITS = tuple(1 << state for state in STATES)
_BEGIN = sum(1 << state for state in MAY_BEGIN)
_FINISH = sum(1 << state for state in STATES if state not in INSIDE)
_ALWAYS = 1 << State.MIDDLE
"""Kept at each line: it may follow anything and be followed by itself, so that a way is left."""


_AGREEING = {
    fixed: (
        sum({1 << a for a, b in MAY_FOLLOW if ((a, b) in KEEPS) == fixed}),
        sum({1 << b for a, b in MAY_FOLLOW if ((a, b) in KEEPS) == fixed}),
    )
    for fixed in (False, True)
}
"""The states above and below a line end, as bits, that some step with a verdict has."""


def _likely(scores: Scores, within: float) -> int:
    """Give the states that a line can have, as the bits of a number."""
    least = max(scores) - within
    return _ALWAYS | sum([bit for bit, score in zip(_BITS, scores, strict=True) if score >= least])


def _says(scores: Scores, states: tuple[int, ...]) -> list[float]:
    """Weigh the states that a line can have; the likeliest weighs one."""
    own = [scores[state] for state in states]
    most = max(own)
    return [exp(less) if (less := score - most) > _FAINT else _FAINTEST for score in own]


@lru_cache(maxsize=MOST_KEPT)
def _members(states: int) -> tuple[int, ...]:
    return tuple(at for at, bit in enumerate(_BITS) if states & bit)


@lru_cache(maxsize=MOST_KEPT)
def _places(whole: int, part: int) -> tuple[int, ...]:
    """Give the places of some states in a set of them."""
    members = _members(whole)
    return tuple(map(members.index, _members(part)))


def _share(states: int, weights: list[float]) -> Sequence[float]:
    """Give shares of a whole to the states that have any, and nought to all others."""
    total = sum(weights) or 1.0
    return _spread(states)([*[weight / total for weight in weights], 0.0])


@lru_cache(maxsize=MOST_KEPT)
def _spread(states: int) -> _Pick:
    """Give what puts the values of some states, with nought behind them, in their places."""
    members = _members(states)
    none = len(members)
    return itemgetter(*[members.index(at) if at in members else none for at in STATES])


_FAINT = -80.0
"""Log score behind the best at which a state counts at least: what a person decided may need it."""
_FAINTEST = exp(_FAINT)
_LOW, _HIGH = 1e-60, 1e60
"""Beyond these, sums over ways are scaled: products of two and more of them stay exact."""


def _lifted(values: list[float]) -> list[float]:
    """Scale values so that the greatest is 1, where they have become very small or great."""
    most = max(values)
    return values if _LOW < most < _HIGH or most == 0 else [value / most for value in values]
