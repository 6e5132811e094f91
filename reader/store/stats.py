"""Count a library: what it holds, how its line ends were decided, how far the proofreading is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model import Status
from reader.store.articles import ADVANCED
from reader.store.moments import snapshot

if TYPE_CHECKING:
    from reader.store.library import Library

_HERE = "JOIN page p ON p.key = a.page AND p.present JOIN issue i ON i.key = p.issue AND i.present"

_SOURCES = """
    SELECT p.source FROM page p JOIN issue i ON i.key = p.issue AND i.present WHERE p.present
    UNION
    SELECT DISTINCT x.source FROM source s JOIN piece x ON x.source = s.key
    JOIN block b ON b.key = x.block LEFT JOIN article a ON a.key = b.article
    JOIN page p ON p.key = coalesce(b.page, a.page) AND p.present
    JOIN issue i ON i.key = p.issue AND i.present
    WHERE s.kind = 'typed'
"""
"""The sources that are read: those of pages that are present, and what was typed on them."""


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of what is present; withdrawn issues do not count.

    `characters` are those of the articles as they read. `seams` counts by how the seam reads
    and who decided, None for the engine; `doubts` are the seams that the engine is unsure of;
    `tags` counts articles by tag, `statuses` by status, those of none too.
    """

    issues: int
    pages: int
    articles: int
    characters: int
    doubts: int
    seams: dict[tuple[str, str | None], int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)


def stats(library: Library) -> Stats:
    """Count a library as it stands at one moment."""
    execute = library.connection.execute
    with snapshot(library.connection):
        (issues,) = execute("SELECT count(*) FROM issue WHERE present").fetchone()
        (pages,) = execute(
            "SELECT count(*) FROM page p JOIN issue i ON i.key = p.issue AND i.present"
            " WHERE p.present"
        ).fetchone()
        articles, characters, doubts = execute(
            "SELECT count(*), coalesce(sum(t.characters), 0), coalesce(sum(t.doubts), 0)"
            f" FROM article a {_HERE} JOIN tally t ON t.article = a.key"
        ).fetchone()
        seams = {
            (reads, decider): count
            for reads, decider, count in execute(
                f"SELECT m.reads, m.decider, count(*) FROM seam m WHERE m.source IN ({_SOURCES})"
                " GROUP BY m.reads, m.decider ORDER BY m.reads, m.decider"
            )
        }
        statuses = {status.value: 0 for status in Status}
        statuses |= dict(
            execute(f"SELECT a.status, count(*) FROM article a {_HERE} GROUP BY a.status")
        )
        tags = {row.name: row.count for row in library.tags.list()}
    return Stats(issues, pages, articles, characters, doubts, seams, tags, statuses)


def statuses_by_issue(library: Library) -> dict[str, Counter[str]]:
    """Count the articles of each present issue by status, the least advanced first.

    An issue without articles is left out.
    """
    found: dict[str, Counter[str]] = {}
    for issue, status, count in library.connection.execute(
        f"SELECT i.id, a.status, count(*) FROM article a {_HERE} GROUP BY i.key, a.status"
    ):
        found.setdefault(issue, Counter())[status] = count
    return {issue: Counter(dict(sorted(c.items(), key=_advance))) for issue, c in found.items()}


def _advance(counted: tuple[str, int]) -> int:
    return ADVANCED[Status(counted[0])]


def progress(library: Library) -> tuple[Counter[str], int]:
    """Count what is present by status, and its doubts, faster than `stats`.

    All are counted by an index, and what is withdrawn, which is little, is taken off.
    """
    execute = library.connection.execute
    with snapshot(library.connection):
        found = Counter(dict(execute("SELECT status, count(*) FROM article GROUP BY status")))
        (doubts,) = execute("SELECT total(doubts) FROM tally WHERE doubts > 0").fetchone()
        for status, count, doubtful in execute(
            "SELECT a.status, count(*), total(t.doubts) FROM page p"
            " CROSS JOIN issue i ON i.key = p.issue CROSS JOIN article a ON a.page = p.key"
            " CROSS JOIN tally t ON t.article = a.key"
            " WHERE NOT (p.present AND i.present) GROUP BY a.status"
        ):
            found[status] -= count
            doubts -= doubtful
    return +found, int(doubts)


VERDICTS = frozenset({"accept", "join", "split"})
"""The wishes by which a person decides on a line end."""

_LATELY = 5_000
"""So many of the last wishes are looked at: what a day of proofreading may come to."""


def verdict_times(library: Library, since: str) -> list[str]:
    """Give when line ends were decided, from `since` on (ISO 8601 in UTC), rising.

    Only the last 5,000 wishes are looked at, whatever the journal holds.
    """
    return [
        at
        for verb, at in library.connection.execute(
            "SELECT verb, at FROM wish WHERE at >= ?"
            " AND key > (SELECT coalesce(max(key), 0) FROM wish) - ? ORDER BY key",
            (since, _LATELY),
        )
        if verb in VERDICTS
    ]
