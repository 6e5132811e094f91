"""Turn what the engine measures into how often it is right, by tables fitted on judged pages.

The tables lie with the weights; without them the measures are taken as they are.
"""

from __future__ import annotations

from bisect import bisect_left
from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FINE = 100_000
"""Probabilities, and what curves tell of them, are written as whole numbers of so many to one."""
NEAREST = 1e-4
"""A probability is taken to be at least so far from nought and one."""
Curve = list[tuple[float, float]]
"""Knots of a curve, each a measure and the share that is right; in between it is straight."""


class Gain(NamedTuple):
    """What a change of order gains: log odds, shared out among the line ends that it makes.

    `alone` tells that nearly all lines which it moves have a blank line before them.
    """

    odds: float
    alone: bool


class Sureness(NamedTuple):
    """How often what was measured is right.

    `alone` and `pieces` are the curves of changes of order, by the log odds that each gains for a
    line end that it makes, of lines alone and of others; `rows` the share of right line ends where
    columns were printed side by side; `roles` has for each role what is added to the log odds of
    its probability, and what they are multiplied with before (Platt, 1999).
    """

    alone: Curve
    pieces: Curve
    rows: float = 1.0
    roles: Mapping[str, tuple[float, float]] = {}

    def order(self, gain: Gain | None) -> float:
        """Give how sure it is that a line is read next; `gain` is None in columns side by side."""
        if gain is None:
            return self.rows
        curve = self.alone if gain.alone else self.pieces
        return along(curve, gain.odds) if curve else 1.0

    def role(self, role: str, share: float) -> float:
        """Give the probability of a role for which the field has a share."""
        more, times = self.roles.get(role, (0.0, 1.0))
        if (more, times) == (0.0, 1.0):
            return min(1.0, share)
        return 1.0 / (1.0 + exp(-more - times * odds(share)))


def odds(share: float) -> float:
    """Give the log odds of a probability, never without bounds."""
    share = min(1.0 - NEAREST, max(NEAREST, share))
    return log(share / (1.0 - share))


def along(curve: Curve, measure: float) -> float:
    """Read a curve at a place: straight lines between its knots, level outside of them."""
    at = bisect_left(curve, (measure, 0.0))
    if at in (0, len(curve)):
        return curve[min(at, len(curve) - 1)][1]
    (left, low), (right, high) = curve[at - 1 : at + 1]
    return low + (high - low) * (measure - left) / (right - left)


def read_curve(told: Sequence[Sequence[int]]) -> Curve:
    """Read a curve as it is written."""
    return sorted((measure / FINE, right / FINE) for measure, right in told)


def read(told: Mapping[str, Any]) -> Sureness:
    """Read the tables that lie with the weights."""
    moved = told.get("moved", {})
    roles = told.get("roles", {})
    return Sureness(
        read_curve(moved.get("alone", [])),
        read_curve(moved.get("pieces", [])),
        moved.get("rows", FINE) / FINE,
        {role: (more / FINE, times / FINE) for role, (more, times) in roles.items()},
    )
