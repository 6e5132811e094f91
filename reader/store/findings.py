"""Collect the faults that `check` finds: codes, places and facts; words are made in the faces."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from pysqlite3 import DatabaseError

from reader.errors import LibraryInUseError
from reader.store.faults import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KEPT_OF_A_CODE = 200
"""How many faults of one code are kept whole; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    `code` names what, `where` names the row as ``noun id`` (or the part of the check), `facts`
    are what the words need.
    """

    code: str
    where: str
    facts: dict[str, str | int] = field(default_factory=dict)


class Findings:
    """The faults found so far, and counts of what was looked at."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self.counts: Counter[str] = Counter()
        self._faults: list[Fault] = []
        self._found: Counter[str] = Counter()
        self.undecodable = False
        """A text that is no UTF-8 has ended a part; which one it is has yet to be found."""
        self._report = report
        self._done = self._total = 0

    def add(self, code: str, where: str, **facts: str | int) -> None:
        """Note a fault."""
        self._found[code] += 1
        if self._found[code] <= KEPT_OF_A_CODE:
            self._faults.append(Fault(code, where, facts))

    def faults(self) -> tuple[Fault, ...]:
        """Give what was found; behind it, a fault ``more`` for each code of which some are left."""
        left = [
            Fault("more", code, {"count": found - KEPT_OF_A_CODE})
            for code, found in sorted(self._found.items())
            if found > KEPT_OF_A_CODE
        ]
        return (*self._faults, *left)

    def expect(self, steps: int) -> None:
        """Say how many steps the whole check has."""
        self._total = steps

    def step(self) -> None:
        """Say that one is done; the caller's report may raise, and so end the check."""
        self._done += 1
        if self._report is not None:
            self._report(min(self._done, self._total), self._total)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Make a fault ``sqlite`` of an error that SQLite raises inside; the part ends there."""
        try:
            yield
        except DatabaseError as error:
            fault = translate(error)
            if isinstance(fault, LibraryInUseError):
                raise fault from error
            self.add("sqlite", name, says=str(error))
            self.undecodable = self.undecodable or "decode" in str(error)


class Grouped:
    """The rows of a cursor that comes ordered by its first column, given out by that column.

    Keys must be asked for in rising order; rows of keys that nobody asks for are passed over.
    """

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._key: int | None = None
        self._rows: Iterator[tuple[Any, ...]] = iter(())
        self._advance()

    def _advance(self) -> None:
        self._key, self._rows = next(self._groups, (None, iter(())))

    def of(self, key: int) -> list[tuple[Any, ...]]:
        """Give all rows whose first column is `key`."""
        while self._key is not None and self._key < key:
            self._advance()
        return list(self._rows) if self._key == key else []
