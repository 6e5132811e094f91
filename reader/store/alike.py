"""Find, among all pages, those that may have much text in common with one that comes in."""

from __future__ import annotations

import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

_WITHDRAWN_TOO = 4
"""How many times more pages are looked at than are given, since some may be withdrawn."""


class Alike(NamedTuple):
    """A page that shares probes: its id, its issue's id, and its sketch (`text.similar`)."""

    page: str
    issue: str
    sketch: tuple[int, ...]


def alike(connection: Connection, probes: Sequence[int], limit: int) -> list[Alike]:
    """Give the present pages that share most probes, at most `limit`."""
    marks = ", ".join("?" * len(probes))
    rows = connection.execute(
        f"""
        SELECT p.id, i.id, p.sketch FROM (
            SELECT page, count(*) AS shared FROM probe WHERE hash IN ({marks})
            GROUP BY page ORDER BY shared DESC, page LIMIT ?
        ) found
        JOIN page p ON p.key = found.page AND p.present
        JOIN issue i ON i.key = p.issue AND i.present
        ORDER BY found.shared DESC, p.key LIMIT ?
        """,
        (*probes, limit * _WITHDRAWN_TOO, limit),
    )
    return [Alike(page, issue, _sketch(packed)) for page, issue, packed in rows]


def _sketch(packed: bytes | None) -> tuple[int, ...]:
    return tuple(array.array("q", packed or b""))


def page_text(connection: Connection, page: str) -> str:
    """Give the text of a page as received; an empty text when there is no such page."""
    row = connection.execute(
        "SELECT s.text FROM page p JOIN source s ON s.key = p.source WHERE p.id = ?", (page,)
    ).fetchone()
    return "" if row is None else str(row[0])
