"""Fit the curve that turns the field's probabilities into how often its verdicts are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.field import FINE

if TYPE_CHECKING:
    from collections.abc import Sequence

KNOTS = 24
"""Groups of equally many verdicts, of which each gives at most one knot."""


def curve(ends: Sequence[tuple[float, bool]]) -> list[list[int]]:
    """Give the knots of the curve: probability and share of right verdicts, times `FINE`.

    Pool adjacent violators (Ayer and others, 1955) over groups of verdicts; half a wrong one is
    added to each group, so that nothing is ever told to be certain.
    """
    ranked = sorted(ends)
    # The doubtful end is where the curve bends: its groups are smaller.
    sizes = [len(ranked) * (at + 1) ** 2 // KNOTS**2 for at in range(KNOTS)]
    pools: list[list[float]] = []
    low = 0
    for high in sizes:
        part = ranked[low:high]
        low = high
        if not part:
            continue
        pools.append([sum(one for one, _ in part), sum(right for _, right in part), len(part)])
        while len(pools) > 1 and _rate(pools[-2]) >= _rate(pools[-1]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    knots = [[round(FINE * pool[0] / pool[2]), round(FINE * _rate(pool))] for pool in pools]
    return [knot for at, knot in enumerate(knots) if at == 0 or knot[0] > knots[at - 1][0]]


def _rate(pool: Sequence[float]) -> float:
    _, right, many = pool
    return (right + 0.5) / (many + 1)
