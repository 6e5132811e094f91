"""The course of the journal: which wishes stand, and how many steps lie between two of them.

Wishes are numbered as they come, and almost each has the one before it as its parent. Only the
others, where something was done after a step back, need to be known: between two of them a way
through the tree is a run of numbers. So a million wishes cost what their forks cost.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.store.moments import snapshot

if TYPE_CHECKING:
    from pysqlite3 import Connection

WAY = """
    WITH RECURSIVE way(key) AS (
      SELECT head FROM library WHERE head IS NOT NULL
      UNION ALL
      SELECT w.parent FROM way JOIN wish AS w ON w.key = way.key WHERE w.parent < w.key
    )
"""
"""The keys of the wishes that stand, as the table ``way`` of a query.

A parent is older than its child, and has the lower number: where a file says otherwise, in what
may be a circle, the way ends.
"""

Way = list[tuple[int, int]]
"""Runs of keys (lowest, highest) from a wish to the root, youngest first."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How many wishes are taken back, and then done again, to come to another one."""

    back: int = 0
    again: int = 0


class Course:
    """The wishes of a library, or those that reached one article, and where the journal stands.

    `keys` are the ledger's keys, oldest first. `advance` takes in what has been written since.
    """

    def __init__(self, connection: Connection, article: str | None = None) -> None:
        self._connection = connection
        self._article = article
        self.keys = array("q")
        self._last = 0
        self._forks: list[int] = []
        self._parents: dict[int, int | None] = {}
        self._way: Way = []
        self.head: int | None = None
        self.torn: int | None = None
        """A wish whose parent is no older one: what is said to be before it cannot be known."""
        self.advance()

    def advance(self) -> None:
        """Read what is new, and where the journal stands now: all of one moment."""
        with snapshot(self._connection):
            self._advance()

    def _advance(self) -> None:
        for key, parent in self._connection.execute(
            "SELECT key, parent FROM wish WHERE key > ? AND parent IS NOT key - 1 ORDER BY key",
            (self._last,),
        ):
            self._forks.append(key)
            self._parents[key] = parent
        sql, values = "SELECT key FROM wish WHERE key > ? ORDER BY key", (self._last,)
        if self._article is not None:
            sql = "SELECT wish FROM wish_article WHERE wish > ? AND article = ? ORDER BY wish"
            values += (self._article,)  # type: ignore[assignment]
        self.keys.extend(key for (key,) in self._connection.execute(sql, values))
        (self._last, self.head) = self._connection.execute(
            "SELECT (SELECT coalesce(max(key), 0) FROM wish), (SELECT head FROM library)"
        ).fetchone()
        self._way = self._way_of(self.head)

    def _way_of(self, key: int | None) -> Way:
        way: Way = []
        while key is not None:
            at = bisect_right(self._forks, key)
            fork = self._forks[at - 1] if at else key
            way.append((fork, key))
            key = self._parents.get(fork)
            if key is not None and key >= fork:
                self.torn, key = fork, None
        return way

    def done(self, key: int) -> bool:
        """Tell whether a wish stands: whether it lies between the root and the head."""
        return any(low <= key <= high for low, high in self._way)

    def steps_to(self, key: int | None) -> Steps:
        """Count the steps that make a wish the last that stands; None is the root."""
        theirs = self._way_of(key)
        meet = _meet(self._way, theirs)
        return Steps(_above(self._way, meet), _above(theirs, meet))

    def path_to(self, key: int | None) -> tuple[list[int], list[int]]:
        """Give the wishes to take back, youngest first, and those to do again, oldest first."""
        theirs = self._way_of(key)
        meet = _meet(self._way, theirs)
        return _keys_above(self._way, meet), _keys_above(theirs, meet)[::-1]


def _meet(one: Way, other: Way) -> int:
    """Give the youngest wish on both ways; 0, which is no wish, where they meet at the root."""
    return max(
        (
            min(high, their_high)
            for low, high in one
            for their_low, their_high in other
            if max(low, their_low) <= min(high, their_high)
        ),
        default=0,
    )


def _above(way: Way, key: int) -> int:
    return sum(max(0, high - max(low - 1, key)) for low, high in way)


def _keys_above(way: Way, key: int) -> list[int]:
    return [found for low, high in way for found in range(high, max(low - 1, key), -1)]
