"""Unravel lines of neighbouring columns that a program read row by row.

The lines are dealt out to threads: one while the page runs clean, two to five while columns are
read across. Each thread is a column; in turn each gets a line, at times two, until it ends. The
best way to deal them is found by a beam search over where each thread stands: the bonds of the
lines one after another in a thread, less what opening and leaving threads costs.
"""

from __future__ import annotations

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
OPEN = 3.0
MORE = 0.5
STAY = 2.2
TURN = 0.1
BLANK = 1.0
ENDED = 1.5
CLOSE = 1.0


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
    path: object


def unravel(lines: Sequence[int], bond: Bonds) -> list[list[int]]:
    """Deal lines, in the order in which they stand, out to threads.

    Gives runs in reading order: one line after another where the page runs clean, and one run
    for each thread where columns were read across.
    """
    first = lines[0]
    states = [_State(0.0, (first,), (first,), (0,), 0, False, False, None)]
    for line in lines[1:]:
        states = _best(states, line, bond)
    last = max((_closed(state, bond), -at) for at, state in enumerate(states))
    return _runs(states[-last[1]], lines)


def _best(states: Sequence[_State], line: int, bond: Bonds) -> list[_State]:
    """Give the best states after one more line."""
    found: dict[tuple[object, ...], _State] = {}
    for state in states:
        for new in _next(state, line, bond):
            key = (new.at, new.opening, *[new.lasts[one] if one in new.alive else -1 for one in range(len(new.lasts))])
            known = found.get(key)
            if known is None or known.score < new.score:
                found[key] = new
    ranked = sorted(found.values(), key=lambda state: -state.score)[:BEAM]
    least = ranked[0].score - BEHIND
    return [state for state in ranked if state.score >= least]


def _next(state: _State, line: int, bond: Bonds) -> list[_State]:
    score, lasts, firsts, alive, at, opening, blank, path = state
    blanks = bond.units[line].blanks > 0
    if len(lasts) == 1:
        last = lasts[0]
        return [
            _State(score + bond(last, line), (line,), firsts, alive, 0, False, False, (path, 0, 0)),
            _State(score - OPEN, (last, line), (last, line), (0, 1), 1, True, blanks, (path, 1, 1)),
        ]
    odd = BLANK * (blanks != blank)
    found = []
    where = alive.index(at)
    turns = alive[where:] + alive[:where]
    for skipped, thread in enumerate([*turns[1:], at] if len(turns) > 1 else turns):
        if skipped == len(turns) - 1:
            cost, left = (STAY if len(turns) > 1 else 0.0), alive
        else:
            gone = turns[1 : 1 + skipped]
            cost, left = TURN + odd + ENDED * skipped, tuple([one for one in alive if one not in gone])
        new = (*lasts[:thread], line, *lasts[thread + 1 :])
        again = opening and (thread >= at)
        found.append(
            _State(score - cost + bond(lasts[thread], line), new, firsts, left, thread, again, blank, (path, thread, 1))
        )
    if opening and at == len(lasts) - 1 and at + 1 < MOST:
        found.append(
            _State(score - MORE - odd, (*lasts, line), (*firsts, line), (*alive, at + 1), at + 1, True, blank, (path, at + 1, 1))
        )
    onward = _closed(state, bond) - CLOSE + bond(lasts[-1], line)
    found.append(_State(onward, (line,), (line,), (0,), 0, False, False, (path, 0, 2)))
    return found


def _closed(state: _State, bond: Bonds) -> float:
    """Give a state's score when its threads end: each goes on at the head of the next."""
    score = state.score
    for at in range(1, len(state.lasts)):
        score += bond(state.lasts[at - 1], state.firsts[at])
    return score


def _runs(state: _State, lines: Sequence[int]) -> list[list[int]]:
    """Read off a path how the lines were dealt."""
    steps: list[tuple[int, int]] = []
    path = state.path
    while path is not None:
        path, thread, kind = path  # type: ignore[misc]
        steps.append((thread, kind))
    steps.reverse()
    runs: list[list[int]] = [[lines[0]]]
    woven: list[list[int]] | None = None
    for line, (thread, kind) in zip(lines[1:], steps, strict=True):
        if kind == 1:
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
