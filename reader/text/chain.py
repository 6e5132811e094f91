"""Weigh a short chain: the best reading, and the probability of each label.

A linear-chain conditional random field over few labels (see `decoder`, which does the same for the
lines of a page, with verdicts and thousands of lines in mind).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import mul

Scores = Sequence[float]


def read(said: Sequence[Scores], steps: Sequence[Scores]) -> tuple[list[int], list[list[float]]]:
    """Find the best reading, and the probability of each label at each place.

    `said` has the scores of each place, `steps` those from each label (rows) to each other.
    """
    if not said:
        return [], []
    weights = [list(map(exp, row)) for row in steps]
    says: list[list[float]] = []
    for scores in said:
        most = max(scores)
        says.append([exp(max(score - most, _FAINT)) for score in scores])
    return _best(says, weights), _shares(says, weights)


def _best(says: Sequence[Scores], steps: Sequence[Scores]) -> list[int]:
    columns = list(zip(*steps, strict=True))
    best, came = says[0], []
    for say in says[1:]:
        ways = [list(map(mul, best, column)) for column in columns]
        most = list(map(max, ways))
        came.append([way.index(top) for way, top in zip(ways, most, strict=True)])
        best = _scaled(list(map(mul, most, say)))
    place = max(range(len(best)), key=best.__getitem__)
    path = [place]
    for origin in reversed(came):
        place = origin[place]
        path.append(place)
    path.reverse()
    return path


def _shares(says: Sequence[Scores], steps: Sequence[Scores]) -> list[list[float]]:
    columns = list(zip(*steps, strict=True))
    ahead = [says[0]]
    for say in says[1:]:
        up = ahead[-1]
        total = [sum(map(mul, up, column)) for column in columns]
        ahead.append(_scaled(list(map(mul, total, say))))
    behind: Scores = [1.0] * len(steps)
    found: list[list[float]] = []
    for up, say in zip(reversed(ahead), reversed(says), strict=True):
        found.append(_scaled(list(map(mul, up, behind))))
        onward = list(map(mul, behind, say))
        behind = _scaled([sum(map(mul, row, onward)) for row in steps])
    found.reverse()
    return found


_FAINT = -60.0
"""Log score behind the best at which a label counts at least."""


def _scaled(values: Scores) -> list[float]:
    total = sum(values)
    return [value / total for value in values]
