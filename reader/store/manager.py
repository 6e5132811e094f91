"""What the managers of articles share: the library, keys for ids, and the ledger."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NotFoundError
from reader.model import Kind
from reader.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pysqlite3 import Connection

    from reader.store.library import Library


class BlockRow(NamedTuple):
    """A row of the table of blocks."""

    key: int
    id: str
    kind: Kind
    article: int | None
    page: int | None
    place: int
    supplied: int


class Manager:
    """A manager of nouns in one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def _connection(self) -> Connection:
        return self._library.connection

    @cached_property
    def _ledger(self) -> Ledger:
        return Ledger(self._connection)

    def key(self, article: str) -> int:
        """Give the key of an article of a present issue; raise `NotFoundError`."""
        row = self._connection.execute(
            "SELECT a.key FROM article a JOIN page p ON p.key = a.page AND p.present"
            " JOIN issue i ON i.key = p.issue AND i.present WHERE a.id = ?",
            (article,),
        ).fetchone()
        if row is None:
            raise NotFoundError(article, "article")
        return int(row[0])

    def keys(self, articles: Iterable[str]) -> list[int]:
        """Give the keys of articles, each once, in the order given."""
        return [self.key(article) for article in dict.fromkeys(articles)]

    def exists(self, article: str) -> bool:
        """Tell whether there is an article of this id, in a withdrawn issue too."""
        row = self._connection.execute("SELECT 1 FROM article WHERE id = ?", (article,)).fetchone()
        return row is not None

    def _block(self, block: str) -> BlockRow:
        row = self._connection.execute(
            "SELECT key, id, kind, article, page, place, supplied FROM block WHERE id = ?",
            (block,),
        ).fetchone()
        if row is None:
            raise NotFoundError(block, "block")
        return BlockRow(row[0], row[1], Kind(row[2]), *row[3:])

    def _blocks_of(self, article: int) -> list[BlockRow]:
        rows = self._connection.execute(
            "SELECT key, id, kind, article, page, place, supplied FROM block"
            " WHERE article = ? ORDER BY place",
            (article,),
        )
        return [BlockRow(row[0], row[1], Kind(row[2]), *row[3:]) for row in rows]

    def _page_of(self, article: int) -> int:
        (page,) = self._connection.execute(
            "SELECT page FROM article WHERE key = ?", (article,)
        ).fetchone()
        return int(page)

    def _leave(self, article: int, heir: int | None) -> None:
        """Take an article away when no block of it is left; its tags and refusals go to `heir`."""
        row = self._connection.execute(
            "SELECT 1 FROM block WHERE article = ? LIMIT 1", (article,)
        ).fetchone()
        if row is not None:
            return
        if heir is not None:
            self._connection.execute(
                "INSERT INTO article_tag (article, tag) SELECT ?1, tag FROM article_tag"
                " WHERE article = ?2 AND tag NOT IN"
                " (SELECT tag FROM article_tag WHERE article = ?1)",
                (heir, article),
            )
            self._connection.execute(
                "UPDATE phrase SET article = ? WHERE article = ?", (heir, article)
            )
            self._connection.execute(
                "INSERT OR IGNORE INTO refusal (article, name)"
                " SELECT ?, name FROM refusal WHERE article = ?",
                (heir, article),
            )
        else:
            self._connection.execute(
                "DELETE FROM phrase_span WHERE phrase IN"
                " (SELECT key FROM phrase WHERE article = ?)",
                (article,),
            )
            self._connection.execute("DELETE FROM phrase WHERE article = ?", (article,))
        for table in ("article_tag", "refusal", "reworded"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM tally WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM article WHERE key = ?", (article,))
