"""Decode a page as one sequence: a state for each line, with its probability.

A linear chain: the score of a reading is the product of what each line says for its state and
what each line end says for the step between two states. The best reading is found by Viterbi's
algorithm, the probabilities by the forward and backward passes (Rabiner, "A tutorial on hidden
Markov models and selected applications in speech recognition", 1989), scaled on the way. Linear
in the number of lines. What a person decided is a step that is allowed or not, so that the rest
is decoded around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from math import exp
from operator import mul
from typing import TypeVar

T = TypeVar("T")


class State(IntEnum):
    """What a line is, and what is open while it is read."""

    FIRST = 0
    MIDDLE = 1
    LAST = 2
    SINGLE = 3
    HEAD = 4
    HEAD_ON = 5
    FURNITURE = 6
    FURNITURE_INSIDE = 7
    SECTION = 8
    BYLINE = 9
    CAPTION = 10
    CAPTION_ON = 11
    CAPTION_INSIDE = 12
    CAPTION_INSIDE_ON = 13
    VERSE = 14
    VERSE_ON = 15


class Step(IntEnum):
    """What happens at a line end.

    FIRST_ON and ON keep the paragraph, HEAD_ON the headline, OTHER_ON a caption or verse; LEAVE
    goes to furniture or a caption while the paragraph stays open, RETURN comes back to it; BREAK
    parts paragraphs; EDGE parts anything from a headline or from furniture.
    """

    FIRST_ON = 0
    ON = 1
    HEAD_ON = 2
    OTHER_ON = 3
    LEAVE = 4
    RETURN = 5
    BREAK = 6
    EDGE = 7


KEEPS = (Step.FIRST_ON, Step.ON, Step.HEAD_ON, Step.OTHER_ON, Step.LEAVE)
"""Steps at which the block of the line above goes on."""
KEPT = len(KEEPS)
STEPS_THERE_ARE = len(Step)
PARTS = (Step.RETURN, Step.BREAK, Step.EDGE)
"""Steps at which it ends."""

_S = State
_BODY_END = {_S.LAST: 0.0, _S.SINGLE: 0.0, _S.VERSE: -1.0, _S.VERSE_ON: -1.0}
_HEADS = {_S.HEAD: 0.0, _S.HEAD_ON: 0.0}
_ASIDE = {
    _S.FURNITURE: 0.0, _S.SECTION: 0.0, _S.BYLINE: 0.0, _S.CAPTION: 0.0, _S.CAPTION_ON: 0.0,
}  # fmt: skip
_CLOSED = _BODY_END | _HEADS | _ASIDE


def _steps() -> dict[tuple[State, State], tuple[Step, float]]:
    """List the steps that there are, with their log prior."""
    steps: dict[tuple[State, State], tuple[Step, float]] = {}
    for source in _CLOSED:
        for target, prior in _after(source).items():
            parted = source in _BODY_END and target in (_S.FIRST, _S.SINGLE)
            steps[source, target] = (Step.BREAK if parted else Step.EDGE, prior)
    for source, step in ((_S.FIRST, Step.FIRST_ON), (_S.MIDDLE, Step.ON)):
        steps[source, _S.MIDDLE] = (step, -0.25)
        steps[source, _S.LAST] = (step, -1.5)
        steps[source, _S.FURNITURE_INSIDE] = (Step.LEAVE, -5.5)
        steps[source, _S.CAPTION_INSIDE] = (Step.LEAVE, -5.5)
    for source in (_S.FURNITURE_INSIDE, _S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON):
        steps[source, _S.MIDDLE] = (Step.RETURN, -0.7)
        steps[source, _S.LAST] = (Step.RETURN, -1.6)
        steps[source, _S.FURNITURE_INSIDE] = (Step.RETURN, -2.8)
        steps[source, _S.CAPTION_INSIDE] = (Step.RETURN, -2.8)
    steps[_S.HEAD, _S.HEAD_ON] = (Step.HEAD_ON, -1.0)
    steps[_S.HEAD_ON, _S.HEAD_ON] = (Step.HEAD_ON, -2.2)
    for source, on in (
        (_S.CAPTION, _S.CAPTION_ON), (_S.CAPTION_ON, _S.CAPTION_ON),
        (_S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON), (_S.CAPTION_INSIDE_ON, _S.CAPTION_INSIDE_ON),
        (_S.VERSE, _S.VERSE_ON), (_S.VERSE_ON, _S.VERSE_ON),
    ):  # fmt: skip
        steps[source, on] = (Step.OTHER_ON, -0.7)
    return steps


def _after(source: State) -> dict[State, float]:
    """Give the log prior of what follows a state at which a block is closed."""
    if source in _BODY_END:
        head, first, single = -1.9, -0.6, -1.6
    elif source in _HEADS:
        head, first, single = -1.3, -0.7, -1.9
    else:
        head, first, single = -1.1, -1.4, -2.3
    stuff = -1.4 if source is _S.FURNITURE else -2.3
    return {
        _S.FIRST: first, _S.SINGLE: single, _S.HEAD: head, _S.FURNITURE: stuff, _S.SECTION: -2.5,
        _S.BYLINE: -1.6 if source in _HEADS else -3.0, _S.CAPTION: -3.0, _S.VERSE: -2.0,
    }  # fmt: skip


STEPS = _steps()
START = {
    _S.FIRST: -1.2, _S.SINGLE: -1.8, _S.HEAD: -1.2, _S.FURNITURE: -1.0, _S.SECTION: -1.6,
    _S.BYLINE: -3.0, _S.CAPTION: -3.0, _S.VERSE: -2.0,
}  # fmt: skip
"""Log prior of the state of the first line of a page."""
END = {state: exp(-2.5 if state in _HEADS or state is _S.SECTION else 0.0) for state in _CLOSED}
"""Prior of the state of the last line of a page: a headline stands above something."""

Said = Mapping[State, float]
"""What a line says for each state that it can have: a log score."""
Stepped = Sequence[float]
"""What a line end says for each `Step`: a log score; minus infinity where it may not be."""
_Arc = tuple[int, int, int, float]
"""Place of the source and of the target among the states at hand, step, weight."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The best state of each line, and the probabilities around it.

    `shares` gives for each line the probability of its states; `keeps` for each line end between
    two lines the probability that the block of the line above goes on; `steps` the probability of
    each step there.
    """

    path: tuple[State, ...]
    shares: tuple[dict[State, float], ...]
    keeps: tuple[float, ...]
    steps: tuple[list[float], ...]


def decode(said: Sequence[Said], stepped: Sequence[Stepped]) -> Decoded:
    """Find the best reading of a page, and how sure each line and line end of it is.

    `said` has an entry for each line, `stepped` one for each line end between two of them.
    """
    if not said:
        return Decoded((), (), (), ())
    lattice = _Lattice(said, stepped)
    path = lattice.best()
    shares, steps = lattice.sums()
    keeps = tuple([min(1.0, sum(taken[:KEPT])) for taken in steps])
    return Decoded(path, tuple(shares), keeps, tuple(steps))


def expect(
    said: Sequence[Said], stepped: Sequence[Stepped]
) -> tuple[list[dict[State, float]], list[list[float]]]:
    """Give the probabilities of states and steps alone, without the best reading."""
    return _Lattice(said, stepped).sums() if said else ([], [])


class _Lattice:
    """Lines, the states that each can have, and the arcs between them, as plain numbers.

    Most lines and line ends of a long page say what others said, in the same mapping or list:
    what follows from it is made once.
    """

    def __init__(self, said: Sequence[Said], stepped: Sequence[Stepped]) -> None:
        alike: dict[tuple[State, ...], tuple[State, ...]] = {}
        lines = {
            id(line): (alike.setdefault(tuple(line), tuple(line)), _exponents(list(line.values())))
            for line in _each(said)
        }
        self.states = [lines[id(line)][0] for line in said]
        self.says = [lines[id(line)][1] for line in said]
        start = [exp(START.get(state, -30.0)) for state in self.states[0]]
        self.first = [value * say for value, say in zip(start, self.says[0], strict=True)]
        self.last = [END.get(state, 0.0) for state in self.states[-1]]
        self.arcs = _arcs(self.states, stepped)

    def best(self) -> tuple[State, ...]:
        """Find the best reading."""
        best = self.first
        came: list[list[int]] = []
        for arcs, says in zip(self.arcs, self.says[1:], strict=True):
            most, origin = [0.0] * len(says), [0] * len(says)
            for source, target, _, weight in arcs:
                way = best[source] * weight
                if way > most[target]:
                    most[target], origin[target] = way, source
            best = _lifted(list(map(mul, most, says)))
            came.append(origin)
        ends = [value * end for value, end in zip(best, self.last, strict=True)]
        place = ends.index(max(ends))
        path = [self.states[-1][place]]
        for at in range(len(came) - 1, -1, -1):
            place = came[at][place]
            path.append(self.states[at][place])
        path.reverse()
        return tuple(path)

    def ahead(self) -> list[list[float]]:
        """Sum over all ways from the beginning of the page to each state."""
        sums = self.first
        found = [sums]
        for arcs, says in zip(self.arcs, self.says[1:], strict=True):
            total = [0.0] * len(says)
            for source, target, _, weight in arcs:
                total[target] += sums[source] * weight
            sums = _lifted(list(map(mul, total, says)))
            found.append(sums)
        return found

    def sums(self) -> tuple[list[dict[State, float]], list[list[float]]]:
        """Give the probability of each state of each line, and of each step between lines."""
        ahead = self.ahead()
        behind = self.last
        shares = [_share(self.states[-1], ahead[-1], behind)]
        taken: list[list[float]] = []
        for at in range(len(self.arcs) - 1, -1, -1):
            up = ahead[at]
            onward = list(map(mul, behind, self.says[at + 1]))
            total, found = [0.0] * len(up), [0.0] * STEPS_THERE_ARE
            for source, target, step, weight in self.arcs[at]:
                way = weight * onward[target]
                total[source] += way
                found[step] += up[source] * way
            behind = _lifted(total)
            shares.append(_share(self.states[at], up, behind))
            whole = sum(found) or 1.0
            taken.append([value / whole for value in found])
        shares.reverse()
        taken.reverse()
        return shares, taken


def _share(states: tuple[State, ...], up: list[float], down: list[float]) -> dict[State, float]:
    both = list(map(mul, up, down))
    total = sum(both) or 1.0
    return {state: value / total for state, value in zip(states, both, strict=True)}


def _arcs(
    states: Sequence[tuple[State, ...]], stepped: Sequence[Stepped]
) -> list[tuple[_Arc, ...]]:
    """Give the arcs at each line end; equal states must be one and the same tuple."""
    ends = {id(step): _exponents(step) for step in _each(stepped)}
    made: dict[tuple[int, int, int], tuple[_Arc, ...]] = {}
    found: list[tuple[_Arc, ...]] = []
    for (above, below), step in zip(pairwise(states), stepped, strict=True):
        key = id(above), id(below), id(step)
        if key not in made:
            made[key] = tuple(
                [
                    (i, j, place, prior * ends[id(step)][place])
                    for i, j, place, prior in _ways(above, below)
                ]
            )
        found.append(made[key])
    return found


@cache
def _ways(sources: tuple[State, ...], targets: tuple[State, ...]) -> tuple[_Arc, ...]:
    """Give the steps that there are between some states, with their priors."""
    found: list[_Arc] = []
    for i, source in enumerate(sources):
        for j, target in enumerate(targets):
            if (source, target) in STEPS:
                step, prior = STEPS[source, target]
                found.append((i, j, int(step), exp(prior)))
    return tuple(found)


def _each(things: Sequence[T]) -> Iterable[T]:
    """Give each thing once, however often it stands there."""
    return {id(thing): thing for thing in things}.values()


def _exponents(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    return [exp(score - most) for score in scores]


_LOW = 1e-60
"""Under this, sums over ways are lifted: products of two and more of them stay exact."""


def _lifted(values: list[float]) -> list[float]:
    """Scale values so that the greatest is 1, where they have become very small."""
    most = max(values)
    return values if most > _LOW or most == 0 else [value / most for value in values]
