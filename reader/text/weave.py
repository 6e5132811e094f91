"""Unravel lines of neighbouring columns that a program read row by row.

The lines are dealt out to threads: one while the page runs clean, two to five while columns are
read across. Each thread is a column; in turn each gets a line, at times two, until it ends. The
best way to deal them is found by a beam search over where each thread stands: the bonds of the
lines one after another in a thread, less what opening and leaving threads costs.
"""

from __future__ import annotations

from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.bonds import Bonds

MOST = 8
"""Threads at most."""
BEAM = 24
"""States kept at each line."""
BEHIND = 12.0
"""Log odds by which a state may lie behind the best."""
OPEN, MORE, CLOSE = 3.0, 0.5, 1.0
"""What it costs to open a second thread, each further one, and to end them all."""
STAY, TURN, ENDED = 2.2, 0.1, 1.5
"""What it costs to stay in a thread, to go on to the next, and to leave one that has ended."""
BLANK = 1.0
"""What it costs that a blank line stands before a line and not before the first, or not."""
GLUED, STAY_GLUED = 4.0, 1.1
"""What it costs to part a line from the one before it, and to stay, where blanks part others."""
SOME = 0.15
"""Share of lines below a blank line from which on blanks part what does not belong together."""

_Path = tuple["_Path | None", int, int]
"""How the lines were dealt: the path before, the thread of the last, and in what way."""


class _State(NamedTuple):
    """Where the threads stand after a line.

    `lasts` are the last lines of the threads from left to right, `firsts` their first; `alive`
    tells which of them go on; `at` is the thread of this line; `opening` that more may open.
    `path` holds how the lines were dealt: the path before, and the place of the thread.
    """

    score: float
    lasts: tuple[int, ...]
    firsts: tuple[int, ...]
    alive: tuple[int, ...]
    at: int
    opening: bool
    blank: bool
    path: _Path | None


def unravel(lines: Sequence[int], bond: Bonds, beam: int = BEAM) -> list[list[int]]:
    """Deal lines, in the order in which they stand, out to threads.

    Gives runs in reading order: one line after another where the page runs clean, and one run
    for each thread where columns were read across.
    """
    first = lines[0]
    begun = _State(0.0, (first,), (first,), _ONE, 0, opening=False, blank=False, path=None)
    states = [begun]
    for line in lines[1:]:
        states = _best(states, line, bond)[:beam]
    last = max((state.score + _flows(state, bond), -at) for at, state in enumerate(states))
    return _runs(states[-last[1]], lines)


def _best(states: Sequence[_State], line: int, bond: Bonds) -> list[_State]:
    """Give the best states after one more line; `states` are the best before, best first."""
    found: dict[tuple[object, ...], _State] = {}
    least = -inf
    for state in states:
        for cost, thread, alive, opening, kind in _ways(state, line, bond):
            score = state.score + cost
            if score < least:
                continue
            least = max(least, score - BEHIND)
            lasts, firsts = _dealt(state, line, thread, kind)
            key = (thread, opening, alive, lasts)
            known = found.get(key)
            if known is None or known.score < score:
                blank = state.blank if len(state.lasts) > 1 else bond.units[line].blanks > 0
                path = (state.path, thread, kind)
                found[key] = _State(score, lasts, firsts, alive, thread, opening, blank, path)
    ranked = sorted(found.values(), key=attrgetter("score"), reverse=True)[:BEAM]
    return [state for state in ranked if state.score >= least]


_ONE = (0,)
_Way = tuple[float, int, tuple[int, ...], bool, int]
"""What a way to deal a line adds to the score, the thread, those alive, opening, and its kind."""
_CLEAN, _WOVEN, _ENDS = 0, 1, 2


def _ways(state: _State, line: int, bond: Bonds) -> list[_Way]:
    """Give the ways in which a line can be dealt."""
    _, lasts, _, alive, at, opening, blank, _ = state
    glued = GLUED if bond.parts and not bond.units[line].blanks else 0.0
    if len(lasts) == 1:
        return [
            (bond(lasts[0], line), 0, _ONE, False, _CLEAN),
            (-OPEN - glued, 1, (0, 1), True, _WOVEN),
        ]
    stay = STAY_GLUED if glued else STAY
    odd = glued + (BLANK if (bond.units[line].blanks > 0) is not blank else 0.0)
    found: list[_Way] = []
    if len(alive) == 1:
        found.append((bond(lasts[at], line), at, alive, False, _WOVEN))
    else:
        found.append((bond(lasts[at], line) - stay, at, alive, opening, _WOVEN))
        where = alive.index(at)
        left = alive
        cost = -TURN - odd
        for thread in alive[where + 1 :] + alive[:where]:
            again = opening and thread > at
            found.append((bond(lasts[thread], line) + cost, thread, left, again, _WOVEN))
            left = tuple([one for one in left if one != thread])
            cost -= ENDED
    if opening and at == len(lasts) - 1 and at + 1 < MOST:
        found.append((-MORE - odd, at + 1, (*alive, at + 1), True, _WOVEN))
    onward = _flows(state, bond) - CLOSE + bond(lasts[-1], line)
    found.append((onward, 0, _ONE, False, _ENDS))
    return found


def _dealt(
    state: _State, line: int, thread: int, kind: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the last and the first lines of the threads when a line was dealt."""
    lasts, firsts = state.lasts, state.firsts
    if kind != _WOVEN:
        return (line,), (line,)
    if thread == len(lasts):
        begun = firsts if len(firsts) > 1 else lasts
        return (*lasts, line), (*begun, line)
    return (*lasts[:thread], line, *lasts[thread + 1 :]), firsts


def _flows(state: _State, bond: Bonds) -> float:
    """Weigh how the threads end: each goes on at the head of the next."""
    return sum(
        [bond(last, first) for last, first in zip(state.lasts, state.firsts[1:], strict=False)]
    )


def _runs(state: _State, lines: Sequence[int]) -> list[list[int]]:
    """Read off a path how the lines were dealt."""
    steps: list[tuple[int, int]] = []
    path = state.path
    while path is not None:
        path, *step = path
        steps.append((step[0], step[1]))
    steps.reverse()
    runs: list[list[int]] = [[lines[0]]]
    woven: list[list[int]] | None = None
    for line, (thread, kind) in zip(lines[1:], steps, strict=True):
        if kind == _WOVEN:
            if woven is None:
                woven = [[runs[-1].pop()]]
            if thread == len(woven):
                woven.append([])
            woven[thread].append(line)
            continue
        if woven is not None:
            runs += woven
            woven = None
            runs.append([])
        runs[-1].append(line)
    return [run for run in runs + (woven or []) if run]
