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

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from math import exp, inf
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class State(IntEnum):
    """What a line is, and what is open while it is read."""

    FIRST = 0
    MIDDLE = 1
    LAST = 2
    SINGLE = 3
    KICKER = 4
    TITLE = 5
    SUBTITLE = 6
    HEAD_ON = 7
    SUBHEAD = 8
    SUBHEAD_ON = 9
    BYLINE = 10
    CAPTION = 11
    CAPTION_ON = 12
    CAPTION_INSIDE = 13
    CAPTION_INSIDE_ON = 14
    FURNITURE = 15
    FURNITURE_INSIDE = 16
    SECTION = 17
    VERSE = 18
    VERSE_ON = 19


_S = State
STATES = tuple(State)
HEADS = (_S.KICKER, _S.TITLE, _S.SUBTITLE, _S.HEAD_ON)
"""States of the lines of an article's headlines."""
BODY = (_S.FIRST, _S.MIDDLE, _S.LAST, _S.SINGLE)
"""States of the lines of paragraphs."""
_OPEN = (_S.FIRST, _S.MIDDLE)
_INSIDE = (_S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON, _S.FURNITURE_INSIDE)
_GOES_ON = {
    _S.HEAD_ON: HEADS,
    _S.SUBHEAD_ON: (_S.SUBHEAD, _S.SUBHEAD_ON),
    _S.CAPTION_ON: (_S.CAPTION, _S.CAPTION_ON),
    _S.CAPTION_INSIDE_ON: (_S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON),
    _S.VERSE_ON: (_S.VERSE, _S.VERSE_ON),
}
"""States that go on with a block, and the states of that block."""


def keeps(above: State, below: State) -> bool:
    """Tell whether the block of the line above goes on with this step.

    It does, too, where furniture or a caption comes between while the paragraph stays open.
    """
    if below in _GOES_ON:
        return above in _GOES_ON[below]
    if above in _OPEN:
        return below in (_S.MIDDLE, _S.LAST) or below in _INSIDE
    return False


def may_follow(above: State, below: State) -> bool:
    """Tell whether a state may follow another at all.

    A line inside a paragraph may follow anything: its paragraph may begin elsewhere on the page.
    """
    if below in _GOES_ON:
        return above in _GOES_ON[below]
    if below in _INSIDE:
        return above in _OPEN or above in _INSIDE
    if above in _INSIDE:
        return below in (_S.MIDDLE, _S.LAST)
    return True


KEEPS = frozenset((a, b) for a in STATES for b in STATES if keeps(a, b))
MAY_FOLLOW = frozenset((a, b) for a in STATES for b in STATES if may_follow(a, b))
MAY_BEGIN = tuple(state for state in STATES if state not in _GOES_ON and state not in _INSIDE)
"""States of a page's first line."""

Scores = tuple[float, ...]
"""A log score for each state, in the order of `STATES`."""
_Columns = tuple[tuple[float, ...], ...]


class Between(NamedTuple):
    """The weights of the steps between two sets of states.

    `columns` has one row for each state below, `rows` one for each above. `keeping` has the columns
    of those states below with which a block may go on, with their places: the weights of steps
    with which it does, all others nought.
    """

    columns: _Columns
    rows: _Columns
    keeping: tuple[tuple[int, tuple[float, ...]], ...]


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

        kept = [tuple(weight(a, b) * ((a, b) in KEEPS) for a in above) for b in below]
        return Between(
            tuple(tuple(weight(a, b) for a in above) for b in below),
            tuple(tuple(weight(a, b) for b in below) for a in above),
            tuple((at, column) for at, column in enumerate(kept) if any(column)),
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page.

    `path` is the best reading. `shares` gives for each line the probability of each state, in the
    order of `STATES`, `keeps` for each line end between two lines the probability that the block
    of the line above goes on.
    """

    path: tuple[State, ...]
    shares: tuple[list[float], ...]
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
    path = lattice.best(lattice.between({**steady, **asked})) or lattice.best(lattice.steps)
    assert path is not None, "what can be weighed can be read"
    return Decoded(path, tuple(shares), tuple(kept))


def shares_of(said: Sequence[Scores], steps: Steps) -> list[list[float]]:
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
        self.states = list(map(_members, sets))
        self.says: list[list[float]] = []
        for states, scores in zip(self.states, said, strict=True):
            own = [scores[state] for state in states]
            most = max(own)
            self.says.append([exp(max(score - most, _FAINT)) for score in own])
        self.steps = self.between(fixed)

    def between(self, fixed: Mapping[int, bool]) -> list[Between]:
        """Give the steps that agree with verdicts."""
        between = self._steps.between
        return [
            between(above, below, fixed.get(at))
            for at, (above, below) in enumerate(pairwise(self._sets))
        ]

    def best(self, steps: Sequence[Between]) -> tuple[State, ...] | None:
        """Find the best reading; None where no state that is weighed can be reached."""
        best = self.says[0]
        came: list[list[int]] = []
        for (columns, _, _), says in zip(steps, self.says[1:], strict=True):
            origin, most = [], []
            for column in columns:
                ways = list(map(mul, best, column))
                top = max(ways)
                most.append(top)
                origin.append(ways.index(top))
            best = _lifted(list(map(mul, most, says)))
            came.append(origin)
        top = max(best)
        if not top:
            return None
        place = best.index(top)
        path = [self.states[-1][place]]
        for at in range(len(came) - 1, -1, -1):
            place = came[at][place]
            path.append(self.states[at][place])
        path.reverse()
        return tuple(map(STATES.__getitem__, path))

    def _ahead(self) -> list[list[float]] | None:
        """Add up all ways to each state of each line; None where the end cannot be reached."""
        up = self.says[0]
        ahead = [up]
        for (columns, _, _), says in zip(self.steps, self.says[1:], strict=True):
            total = [sum(map(mul, up, column)) for column in columns]
            up = _lifted(list(map(mul, total, says)))
            ahead.append(up)
        return ahead if any(up) else None

    def sums(self) -> tuple[list[list[float]], list[float]] | None:
        """Give the probability of each state of each line, and that each block goes on.

        None where no state that is weighed can be reached.
        """
        ahead = self._ahead()
        if ahead is None:
            return None
        behind = [1.0] * len(self.says[-1])
        shares = [_share(self.states[-1], ahead[-1], behind)]
        kept: list[float] = []
        for at in range(len(self.steps) - 1, -1, -1):
            _, rows, keeping = self.steps[at]
            up = ahead[at]
            onward = list(map(mul, behind, self.says[at + 1]))
            keep = sum([sum(map(mul, up, column)) * onward[to] for to, column in keeping])
            behind = [sum(map(mul, row, onward)) for row in rows]
            both = list(map(mul, up, behind))
            whole = sum(both)
            kept.append(min(1.0, keep / whole) if whole else 0.0)
            shares.append(_spread(self.states[at], both, whole))
            behind = _lifted(behind)
        shares.reverse()
        kept.reverse()
        return shares, kept


_BITS = tuple(1 << state for state in STATES)
_BEGIN = sum(1 << state for state in MAY_BEGIN)
_FINISH = sum(1 << state for state in STATES if state not in _INSIDE)
_ALWAYS = 1 << State.MIDDLE
"""Kept at each line: it may follow anything and be followed by itself, so that a way is left."""


def _likely(scores: Scores, within: float) -> int:
    """Give the states that a line can have, as the bits of a number."""
    least = max(scores) - within
    return _ALWAYS | sum([bit for bit, score in zip(_BITS, scores, strict=True) if score >= least])


@cache
def _members(states: int) -> tuple[int, ...]:
    return tuple(at for at, bit in enumerate(_BITS) if states & bit)


def _share(states: tuple[int, ...], up: list[float], down: list[float]) -> list[float]:
    both = list(map(mul, up, down))
    return _spread(states, both, sum(both))


_NONE = [0.0] * len(STATES)


def _spread(states: tuple[int, ...], both: list[float], whole: float) -> list[float]:
    """Give shares of a whole to the states that have any, and nought to all others."""
    total = whole or 1.0
    found = _NONE.copy()
    for at, value in zip(states, both, strict=True):
        found[at] = value / total
    return found


_FAINT = -80.0
"""Log score behind the best at which a state counts at least: what a person decided may need it."""
_LOW, _HIGH = 1e-60, 1e60
"""Beyond these, sums over ways are scaled: products of two and more of them stay exact."""


def _lifted(values: list[float]) -> list[float]:
    """Scale values so that the greatest is 1, where they have become very small or great."""
    most = max(values)
    return values if _LOW < most < _HIGH or most == 0 else [value / most for value in values]
