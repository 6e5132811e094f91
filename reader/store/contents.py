"""What a library file holds: it is verified, and counted as a person counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.store import seals
from reader.store.copying import opened, verify, withdrawn
from reader.store.faults import told

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Contents:
    """What was counted in a library that holds together; `last` is the time of the youngest wish.

    `altered` tells how much of it does not fit its seals.
    """

    library: str
    issues: int
    articles: int
    characters: int
    corrections: int
    last: str | None
    withdrawn: int
    """How many of the articles are of withdrawn issues."""
    altered: int = 0


def contents(path: Path) -> Contents:
    """Verify the library at `path` and count it; raise the errors of `reader.errors`.

    Withdrawn issues are not counted, their articles are.
    """
    with opened(path) as connection, told(path):
        counted = verify(connection, path)
        issues, corrections, last = connection.execute(
            "SELECT (SELECT count(*) FROM issue WHERE present), (SELECT count(*) FROM correction),"
            " (SELECT max(at) FROM wish)"
        ).fetchone()
        altered = seals.altered(connection)
    held = counted.articles, counted.characters
    return Contents(counted.library, issues, *held, corrections, last, counted.withdrawn, altered)


def withdrawn_in(path: Path) -> int:
    """Count the articles of withdrawn issues in the library at `path`, which is not verified."""
    with opened(path) as connection, told(path):
        return withdrawn(connection)
