"""What of a page stands in no article: its furniture, counted and listed an issue at a time.

A section label is told by the articles that stand under it; one under which none does is listed
with the furniture, for nothing of a page may be out of sight.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind
from reader.store.manager import Manager
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Line

_PAGES = (
    "FROM page p JOIN issue i ON i.key = p.issue AND i.present"
    " JOIN source s ON s.key = p.source WHERE i.id = ? AND p.present"
)
_LOOSE = (
    "(b.kind = 'furniture' OR b.kind = 'section'"
    " AND NOT EXISTS (SELECT 1 FROM article a WHERE a.section = b.key))"
)


class Aside(NamedTuple):
    """A block of furniture: `page` is its printed number, `line` that of its first line.

    ``source[start:end]`` is where it stands on its page; a block that a person typed stands
    nowhere, and both are 0. `article` is the first of the page, by which the page can be shown.
    `kind` is furniture, or section for a label under which no article stands.
    """

    id: str
    page: int | None
    source: int
    start: int
    end: int
    line: int
    text: str
    article: str | None
    kind: Kind = Kind.FURNITURE


class Asides(Manager):
    """Lists the furniture of issues."""

    def count_asides(self, issue: str) -> int:
        """Count the blocks of furniture on the pages of an issue."""
        (count,) = self._connection.execute(
            f"SELECT count(*) FROM block b WHERE {_LOOSE} AND b.page IN (SELECT p.key {_PAGES})",
            (issue,),
        ).fetchone()
        return int(count)

    def asides(self, issue: str) -> list[Aside]:
        """List the blocks of furniture of an issue, page by page, as they were received."""
        found: list[Aside] = []
        for page, number, source, first in self._connection.execute(
            f"SELECT p.key, p.number, p.source, s.first_line {_PAGES} ORDER BY p.place, p.key",
            (issue,),
        ).fetchall():
            row = self._connection.execute(
                "SELECT id FROM article WHERE page = ? ORDER BY place LIMIT 1", (page,)
            ).fetchone()
            lines = split_lines(self._ledger.fetch.text(source), first)
            article = row[0] if row is not None else None
            found += self._of_page(page, Aside("", number, source, 0, 0, 0, "", article), lines)
        return found

    def _of_page(self, page: int, like: Aside, lines: tuple[Line, ...]) -> Iterator[Aside]:
        ids = {
            key: (name, Kind(kind))
            for key, name, kind in self._connection.execute(
                f"SELECT b.key, b.id, b.kind FROM block b WHERE b.page = ? AND {_LOOSE}", (page,)
            )
        }
        for block, _, reading in self._ledger.fetch.read_all("page", page):
            if block not in ids:
                continue
            spans = [(s.start, s.end) for s in reading.segments
                     if s.source == like.source and s.seam is None]  # fmt: skip
            low = min((start for start, _ in spans), default=0)
            high = max((end for _, end in spans), default=0)
            at = max(0, bisect_right(lines, low, key=attrgetter("start")) - 1)
            yield like._replace(
                id=ids[block][0],
                kind=ids[block][1],
                start=low,
                end=high,
                line=lines[at].number if spans and lines else 0,
                text=" ".join(reading.text.split()),
            )
