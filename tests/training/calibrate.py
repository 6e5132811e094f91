"""Fit the curve that turns the field's probabilities into how often its verdicts are right."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from reader.text.sureness import FINE, odds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KNOTS = 24
"""Groups of verdicts, of which each gives at most one knot."""
STEPS, LONGEST = 100, 0.5
"""Steps of Newton's method at most, and how long one may be: it needs few."""
ENOUGH = 1e-9
"""Change from which on downwards nothing more is gained."""
FEW = 4.0
"""Weight of the belief that a share is right as it is: as of so many verdicts at even odds."""
LEAST = 0.05
"""Least slope: who is surer is not less often right."""


def curve(ends: Sequence[tuple[float, bool]], groups: int = KNOTS) -> list[list[int]]:
    """Give the knots of the curve: measure and share of right verdicts, times `FINE`.

    Pool adjacent violators (Ayer and others, 1955) over groups of verdicts; half a wrong one is
    added to each group, so that nothing is ever told to be certain.
    """
    ranked = sorted(ends)
    # The doubtful end is where the curve bends: its groups are smaller.
    sizes = [len(ranked) * (at + 1) ** 2 // groups**2 for at in range(groups)]
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


def roles(lines: Iterable[tuple[str, float, bool]]) -> dict[str, list[int]]:
    """Give for each role the two numbers of `logistic`, of lines with shares and if right."""
    ends: dict[str, list[tuple[float, bool]]] = {}
    for role, share, right in lines:
        ends.setdefault(role, []).append((share, right))
    return {role: [round(FINE * one) for one in logistic(ends[role])] for role in sorted(ends)}


def logistic(ends: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Give what is added to log odds, and what they are multiplied with before, to be right.

    Logistic regression (Platt, 1999) by Newton's method in steps that are not too long, drawn
    a little towards shares that are right as they are.
    """
    counts: dict[float, list[int]] = {}
    for share, right in ends:
        row = counts.setdefault(odds(share), [0, 0])
        row[0] += 1
        row[1] += right
    ranked = [(at, *counts[at]) for at in sorted(counts)]
    more, times = 0.0, 1.0
    for _ in range(STEPS):
        by_more, by_times = _step(ranked, more, times)
        by = max(abs(by_more), abs(by_times))
        short = min(1.0, LONGEST / by) if by else 1.0
        more, times = more + short * by_more, times + short * by_times
        if by < ENOUGH:
            break
    return more, times


def _step(
    ranked: Sequence[tuple[float, int, int]], more: float, times: float
) -> tuple[float, float]:
    """Give a step of Newton's method, from log odds with how many lines, and how many right."""
    g_more, g_times = -FEW * more, -FEW * (times - 1.0)
    h_more, h_both, h_times = FEW, 0.0, FEW
    for at, many, right in ranked:
        guess = 1.0 / (1.0 + exp(-more - times * at))
        lacks, weight = right - many * guess, many * guess * (1.0 - guess)
        g_more, g_times = g_more + lacks, g_times + lacks * at
        h_more, h_both = h_more + weight, h_both + weight * at
        h_times += weight * at * at
    by_times = (h_more * g_times - h_both * g_more) / (h_more * h_times - h_both * h_both)
    by_times = max(by_times, LEAST - times)
    return (g_more - h_both * by_times) / h_more, by_times
