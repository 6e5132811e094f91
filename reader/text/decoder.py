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
from itertools import pairwise, repeat
from math import exp, inf
from operator import itemgetter, mul, sub, truediv
from typing import TYPE_CHECKING, Any

from reader.text.states import INSIDE, KEEPS, MAY_BEGIN, MAY_FOLLOW, STATES, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


Scores = tuple[float, ...]
"""A log score for each state, in the order of `STATES`."""
_Columns = Sequence[Sequence[float]]


PRUNED = 8.0
"""Log score by which a state of a line may lie behind the best before it is passed over."""
PRUNED_FIRST = 5.0
"""The same in a reading of which only what is sure is asked."""
MOST_KEPT = 5_000
"""Sets of states of which what belongs to them is kept at hand."""


EVEN = 0.5
"""Probability from which on a block goes on at a line end."""


class _Picked(dict[int, "_Columns"]):
    """Weights of steps by sets of states: for each of all states, those of the states of a set.

    Pairs of sets would be too many to be kept at hand.
    """

    def __init__(self, weights: Sequence[Sequence[float]]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, states: int) -> _Columns:
        if len(self) >= MOST_KEPT:
            self.clear()
        pick = _picking(states)
        found = self[states] = tuple([tuple(pick(row)) for row in self._weights])
        return found


class Steps:
    """The log scores of two states one after another: ``scores[above][below]``.

    `columns` has for each state below the weights from a set of states above, `rows` for each state
    above those to a set of states below; with a verdict (None for none) those of the steps that
    agree with it, all others nought.
    """

    def __init__(self, scores: Sequence[Sequence[float]]) -> None:
        self._weights = [
            [exp(scores[a][b]) if (a, b) in MAY_FOLLOW else 0.0 for b in STATES] for a in STATES
        ]
        self.columns: dict[bool | None, _Picked] = {}
        self.rows: dict[bool | None, _Picked] = {}
        for fixed in (None, False, True):
            agreeing = [
                [
                    weight if fixed is None or ((a, b) in KEEPS) == fixed else 0.0
                    for b, weight in enumerate(row)
                ]
                for a, row in enumerate(self._weights)
            ]
            self.rows[fixed] = _Picked(agreeing)
            self.columns[fixed] = _Picked(list(zip(*agreeing, strict=True)))
        self._keeping = tuple([self._weights[a][b] for a, b in _GOING_ON])

    def keeping(self, up: Iterable[float], onward: Iterable[float]) -> float:
        """Add up the ways with which a block goes on.

        For each of the steps in `_GOING_ON`, `up` has the ways to its state above, `onward` those
        from its state below.
        """
        return float(sum(map(mul, map(mul, up, onward), self._keeping)))


_GOING_ON = sorted(KEEPS)
_Pick = Callable[[Sequence[Any]], Sequence[Any]]


def _at(places: Sequence[int]) -> _Pick:
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
    told = _Lattice(said, steps, {}, within=PRUNED_FIRST).sums(ends=False)
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
        self.says = list(map(_says, said, sets))
        self._verdicts = [fixed.get(at) for at in range(len(said) - 1)]
        self._columns = _columns(steps, sets, self._verdicts)

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
            says if part == whole else list(_picking(part)(_spread(whole)([*says, 0.0])))
            for says, whole, part in zip(self.says, self._sets, sets, strict=True)
        ]
        columns = _columns(self._steps, sets, [verdicts[at] for at in range(len(sets) - 1)])
        return _best(says, columns, sets)

    def best(self) -> tuple[State, ...] | None:
        """Find the best reading; None where no state that is weighed can be reached."""
        return _best(self.says, self._columns, self._sets)

    def _ahead(self) -> list[list[float]] | None:
        """Add up all ways to each state of each line; None where the end cannot be reached."""
        up = self.says[0]
        ahead = [up]
        for columns, says in zip(self._columns, self.says[1:], strict=True):
            total = [sum(map(mul, up, column)) for column in columns]
            up = list(map(mul, total, says))
            if not _LOW < max(up) < _HIGH:
                up = _lifted(up)
            ahead.append(up)
        return ahead if any(up) else None

    def sums(self, *, ends: bool = True) -> tuple[list[Sequence[float]], list[float]] | None:
        """Give the probability of each state of each line, and that each block goes on.

        The latter only with `ends`. None where no state that is weighed can be reached.
        """
        ahead = self._ahead()
        if ahead is None:
            return None
        sets, says, rows, verdicts = self._sets, self.says, self._steps.rows, self._verdicts
        behind = [1.0] * len(says[-1])
        shares = [_share(sets[-1], ahead[-1], sum(ahead[-1]))]
        kept: list[float] = []
        for at in range(len(sets) - 2, -1, -1):
            verdict, above, below, up = verdicts[at], sets[at], sets[at + 1], ahead[at]
            onward = list(map(mul, behind, says[at + 1]))
            behind = [sum(map(mul, row, onward)) for row in _picking(above)(rows[verdict][below])]
            both = list(map(mul, up, behind))
            whole = sum(both)
            shares.append(_share(above, both, whole))
            if not _LOW < max(behind) < _HIGH:
                behind = _lifted(behind)
            if ends and verdict is None:
                keep = self._steps.keeping(
                    _going_above(above)([*up, 0.0]), _going_below(below)([*onward, 0.0])
                )
                kept.append(min(1.0, keep / whole) if whole else 0.0)
            elif ends:
                kept.append(float(verdict or False))
        shares.reverse()
        kept.reverse()
        return shares, kept


def _columns(steps: Steps, sets: Sequence[int], verdicts: Sequence[bool | None]) -> list[_Columns]:
    """Give the steps between the states of lines that agree with verdicts."""
    return [
        _picking(below)(steps.columns[verdict][above])
        for verdict, (above, below) in zip(verdicts, pairwise(sets), strict=True)
    ]


def _best(
    says: Sequence[Sequence[float]], steps: Sequence[_Columns], sets: Sequence[int]
) -> tuple[State, ...] | None:
    """Find the best reading; None where no state can be reached."""
    best = says[0]
    came: list[list[int]] = []
    for columns, own in zip(steps, says[1:], strict=True):
        origin, most = [], []
        for column in columns:
            ways = list(map(mul, best, column))
            top = max(ways)
            most.append(top)
            origin.append(ways.index(top))
        best = list(map(mul, most, own))
        if not _LOW < max(best) < _HIGH:
            best = _lifted(best)
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


def _says(scores: Scores, states: int) -> list[float]:
    """Weigh the states that a line can have; the likeliest weighs one."""
    own = _picking(states)(scores)
    most = max(own)
    behind = map(sub, own, repeat(most))
    if min(own) - most > _FAINT:
        return list(map(exp, behind))
    return [exp(less) if less > _FAINT else _FAINTEST for less in behind]


@lru_cache(maxsize=MOST_KEPT)
def _members(states: int) -> tuple[int, ...]:
    return tuple(at for at, bit in enumerate(_BITS) if states & bit)


@lru_cache(maxsize=MOST_KEPT)
def _picking(states: int) -> _Pick:
    """Give what picks the values of some states out of those of all."""
    return _at(_members(states))


def _share(states: int, weights: Sequence[float], whole: float) -> Sequence[float]:
    """Give shares of a whole to the states that have any, and nought to all others."""
    shares = map(truediv, weights, repeat(whole)) if whole else weights
    return _spread(states)([*shares, 0.0])


@lru_cache(maxsize=MOST_KEPT)
def _spread(states: int) -> _Pick:
    """Give what puts the values of some states, with nought behind them, in their places."""
    return _placing(states, STATES)


@lru_cache(maxsize=MOST_KEPT)
def _going_above(states: int) -> _Pick:
    """Give what puts such values at the steps in `_GOING_ON`, by the state above."""
    return _placing(states, [a for a, _ in _GOING_ON])


@lru_cache(maxsize=MOST_KEPT)
def _going_below(states: int) -> _Pick:
    """Give the same by the state below."""
    return _placing(states, [b for _, b in _GOING_ON])


def _placing(states: int, asked: Sequence[int]) -> _Pick:
    """Give what puts the values of some states, with nought behind them, where they are asked."""
    members = _members(states)
    none = len(members)
    return itemgetter(*[members.index(at) if at in members else none for at in asked])


_FAINT = -80.0
"""Log score behind the best at which a state counts at least: what a person decided may need it."""
_FAINTEST = exp(_FAINT)
_LOW, _HIGH = 1e-60, 1e60
"""Beyond these, sums over ways are scaled: products of two and more of them stay exact."""


def _lifted(values: list[float]) -> list[float]:
    """Scale values that have become very small or great so that the greatest is 1."""
    most = max(values)
    return [value / most for value in values] if most else values
