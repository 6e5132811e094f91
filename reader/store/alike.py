"""Find, among all pages, those that may have much text in common with one that comes in."""

from __future__ import annotations

import array
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

_PAGES_A_PROBE = 50
"""Pages looked at a probe: one that more pages share is of a phrase that all papers print, or of
pages that are all alike, any of which will do. So the search costs the same in any library."""

_MORE = 4
"""How many times more pages are looked at than are given, since some may be withdrawn."""


class Alike(NamedTuple):
    """A page that shares probes: its id, its issue's id, and its sketch (`text.similar`)."""

    page: str
    issue: str
    sketch: tuple[int, ...]


def alike(connection: Connection, probes: Sequence[int], limit: int) -> list[Alike]:
    """Give the present pages that share most probes, at most `limit`."""
    shared = Counter(
        page
        for probe in probes
        for (page,) in connection.execute(
            "SELECT page FROM probe WHERE hash = ? LIMIT ?", (probe, _PAGES_A_PROBE)
        )
    )
    rows = []
    for key, _ in sorted(shared.items(), key=_most_shared)[: limit * _MORE]:
        row = connection.execute(
            "SELECT p.id, i.id, p.sketch FROM page p JOIN issue i ON i.key = p.issue"
            " WHERE p.key = ? AND p.present AND i.present",
            (key,),
        ).fetchone()
        rows += [] if row is None else [row]
    return [Alike(page, issue, _sketch(packed)) for page, issue, packed in rows[:limit]]


def _most_shared(counted: tuple[int, int]) -> tuple[int, int]:
    page, shared = counted
    return -shared, page


def _sketch(packed: bytes | None) -> tuple[int, ...]:
    return tuple(array.array("q", packed or b""))


def page_text(connection: Connection, page: str) -> str:
    """Give the text of a page as received; an empty text when there is no such page."""
    row = connection.execute(
        "SELECT s.text FROM page p JOIN source s ON s.key = p.source WHERE p.id = ?", (page,)
    ).fetchone()
    return "" if row is None else str(row[0])
