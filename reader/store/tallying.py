"""Count the places of words, without locating them.

Where most articles of a page hold the words, the texts of the page's blocks are composed in a
few statements; how often a single character stands in the index, the index itself knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.store.compose import Piece, SeamRow, text_of
from reader.store.fetch import Fetcher
from reader.text.tokens import spans_of, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pysqlite3 import Connection

_DENSE = 3
"""From so many articles on a page on, the next page is read at once."""

_PIECES = """
    SELECT r.entry, p.source, p.start, p.end, p.block, p.place, p.struck
    FROM article a JOIN block b ON b.article = a.key JOIN reading r ON r.block = b.key
    JOIN piece p ON p.block = b.key WHERE a.page = ? ORDER BY b.key, p.place
"""


class Tally:
    """Counts words in articles that come in the order of their pages."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fetch = Fetcher(connection)
        self._page: int | None = None
        self._seen = 0
        self._sheet: _Sheet | None = None

    def count(self, page: int, words: Sequence[str], entries: Iterable[int]) -> int | None:
        """Count words in the blocks of these numbers; None where one does better block by block."""
        if page != self._page:
            self._sheet = self._read(page) if self._seen >= _DENSE else None
            self._page, self._seen = page, 0
        self._seen += 1
        if self._sheet is None:
            return None
        texts = map(self._sheet.text, entries)
        return sum(len(spans_of(text, word)) for text in texts for word in words)

    def _read(self, page: int) -> _Sheet:
        rows = self._connection.execute(_PIECES, (page,)).fetchall()
        pieces = {
            entry: [Piece(*row[1:]) for row in mine]
            for entry, mine in groupby(rows, key=itemgetter(0))
        }
        sources = {row[1] for row in rows}
        seams = {
            source: self._connection.execute(
                "SELECT start, end, reads FROM seam WHERE source = ? ORDER BY start, end",
                (source,),
            ).fetchall()
            for source in sources
        }
        return _Sheet(pieces, {source: self._fetch.text(source) for source in sources}, seams)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All blocks of a page's articles, by their numbers, and what composes them."""

    pieces: Mapping[int, Sequence[Piece]]
    texts: Mapping[int, str]
    seams: Mapping[int, Sequence[SeamRow]]

    def text(self, entry: int) -> str:
        return text_of(self.pieces[entry], self.texts, self.seams)


def in_index(connection: Connection, character: str) -> int | None:
    """Count a single character in all blocks that are indexed; None when some are withdrawn."""
    withdrawn = connection.execute(
        "SELECT 1 FROM page p JOIN issue i ON i.key = p.issue"
        " WHERE NOT (p.present AND i.present) LIMIT 1"
    ).fetchone()
    if withdrawn is not None:
        return None
    _make_terms(connection)
    (count,) = connection.execute(
        "SELECT count(*) FROM temp.found_terms WHERE term = ?", (tokens(character),)
    ).fetchone()
    return int(count)


def _make_terms(connection: Connection) -> None:
    """Make the view of the index by its terms: temporary, so a reader may have it too."""
    if connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'found_terms'").fetchone():
        return
    (query_only,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(
            "CREATE VIRTUAL TABLE temp.found_terms USING fts5vocab('main', 'found', 'instance')"
        )
    finally:
        connection.execute(f"PRAGMA query_only = {query_only}")
