"""Weigh a short chain: the best reading, and the probability of each label.

A linear-chain conditional random field over few labels (see `decoder`, which does the same for the
lines of a page, with verdicts and thousands of lines in mind). Labels that are as good as
impossible at a place are not weighed there.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import mul

Scores = Sequence[float]
_Picked = Sequence[Scores]


class Steps:
    """The weights of two labels one after another, from log scores: ``scores[above][below]``."""

    def __init__(self, scores: Sequence[Scores]) -> None:
        self._weights = [tuple(map(exp, row)) for row in scores]
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[_Picked, _Picked]] = {}

    def between(self, above: tuple[int, ...], below: tuple[int, ...]) -> tuple[_Picked, _Picked]:
        """Give the weights between some labels and some others: rows of those above, of below."""
        key = above, below
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            rows = [[self._weights[a][b] for b in below] for a in above]
            found = self._known[key] = rows, list(zip(*rows, strict=True))
        return found


MOST_KEPT = 5_000
"""Pairs of sets of labels whose steps are kept at hand."""
PRUNED = 40.0
"""Log score by which a label lies behind the best of its place before it is passed over.

No step makes good so much: what is left out has shares below one in a million millions.
"""


def read(said: Sequence[Scores], steps: Steps) -> tuple[list[int], list[list[float]]]:
    """Find the best reading, and the probability of each label at each place.

    `said` has the scores of each place, `steps` those from each label (rows) to each other.
    """
    if not said:
        return [], []
    labels: list[tuple[int, ...]] = []
    says: list[list[float]] = []
    for scores in said:
        most = max(scores)
        likely = tuple([at for at, score in enumerate(scores) if score > most - PRUNED])
        labels.append(likely)
        says.append([exp(scores[at] - most) for at in likely])
    between = list(map(steps.between, labels, labels[1:]))
    return _best(labels, says, between), _shares(labels, says, between, len(said[0]))


_Between = Sequence[tuple[_Picked, _Picked]]


def _best(labels: Sequence[tuple[int, ...]], says: Sequence[Scores], steps: _Between) -> list[int]:
    best, came = says[0], []
    for say, (_, columns) in zip(says[1:], steps, strict=True):
        ways = [list(map(mul, best, column)) for column in columns]
        most = list(map(max, ways))
        came.append([way.index(top) for way, top in zip(ways, most, strict=True)])
        best = _scaled(list(map(mul, most, say)))
    place = best.index(max(best))
    path = [labels[-1][place]]
    for origin, likely in zip(reversed(came), labels[-2::-1], strict=True):
        place = origin[place]
        path.append(likely[place])
    path.reverse()
    return path


def _shares(
    labels: Sequence[tuple[int, ...]], says: Sequence[Scores], steps: _Between, many: int
) -> list[list[float]]:
    ahead = [says[0]]
    for say, (_, columns) in zip(says[1:], steps, strict=True):
        up = ahead[-1]
        total = [sum(map(mul, up, column)) for column in columns]
        ahead.append(_scaled(list(map(mul, total, say))))
    behind: Scores = [1.0] * len(says[-1])
    found: list[list[float]] = []
    for at in range(len(says) - 1, -1, -1):
        shares = [0.0] * many
        for label, share in zip(
            labels[at], _scaled(list(map(mul, ahead[at], behind))), strict=True
        ):
            shares[label] = share
        found.append(shares)
        if at:
            onward = list(map(mul, behind, says[at]))
            behind = _scaled([sum(map(mul, row, onward)) for row in steps[at - 1][0]])
    found.reverse()
    return found


def _scaled(values: Scores) -> list[float]:
    total = sum(values)
    return [value / total for value in values]
