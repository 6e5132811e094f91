"""Pace: how long the doubts that are left may take, by the verdicts of today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ENOUGH = 10
"""From so many verdicts of a day on, there is a pace to speak of."""

MOST = 500
"""So many of the last verdicts tell the pace."""

PAUSE = timedelta(minutes=5)
"""A longer time between two verdicts was spent elsewhere."""


def _now() -> datetime:
    return datetime.now(UTC)


class Pace:
    """When verdicts were given today, and what follows from it; `now` is the clock."""

    def __init__(self, now: Callable[[], datetime] = _now) -> None:
        self._now = now
        self._times: list[datetime] = []

    def since(self) -> str:
        """Give the beginning of the person's day, as the journal writes times."""
        day = self._now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return written(day)

    def put(self, times: Iterable[str]) -> None:
        """Take the verdicts of today, rising, in place of those that are known."""
        self._times = [datetime.fromisoformat(at) for at in list(times)[-MOST:]]

    def add(self, at: str) -> None:
        """Take one more verdict; one that is known already is none."""
        moment = datetime.fromisoformat(at)
        if not self._times or moment > self._times[-1]:
            self._times = [*self._times[1 - MOST :], moment]

    def seconds(self, doubts: int) -> float | None:
        """Give how long so many doubts may take; None where too few were decided today."""
        since = datetime.fromisoformat(self.since())
        self._times = [at for at in self._times if at >= since]
        if len(self._times) < ENOUGH or not doubts:
            return None
        gaps = [later - at for at, later in pairwise(self._times) if later - at <= PAUSE]
        spent = sum(gaps, timedelta()).total_seconds()
        return doubts * spent / len(gaps) if spent else None


def written(moment: datetime) -> str:
    """Write a moment as the journal does: UTC, to the millisecond."""
    told = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")
