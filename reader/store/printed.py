"""Where blocks stand in print: their place in the source, and the label that they stand under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Kind
from reader.store.manager import BlockRow, Manager

if TYPE_CHECKING:
    from reader.store import headings
    from reader.store.compose import Piece


class Printed(Manager):
    """Finds what stands before and behind a block on its page, and keeps articles labelled.

    As the engine reads a page, a section label holds for the articles that begin behind it in the
    source, up to the next label.
    """

    def _first_of_page(self, row: BlockRow) -> Piece:
        """Give the first piece of a block that is of a page; where none is, its first."""
        pieces = self._ledger.fetch.pieces(row.key)
        return next((piece for piece in pieces if self._ledger.is_page(piece.source)), pieces[0])

    def nearest(self, block: str) -> str | None:
        """Give the article into which a block of the page would go by itself, if there is any."""
        found = self._nearest(self._block(block), None)
        if found is None:
            return None
        return self._id_of(found[0])

    def issue_of(self, block: str) -> str:
        """Give the issue on a page of which a block stands, in an article or not."""
        (issue,) = self._connection.execute(
            "SELECT i.id FROM block b LEFT JOIN article a ON a.key = b.article"
            " JOIN page p ON p.key = coalesce(b.page, a.page) JOIN issue i ON i.key = p.issue"
            " WHERE b.key = ?",
            (self._block(block).key,),
        ).fetchone()
        return str(issue)

    def block_at(self, source: int, position: int) -> str:
        """Give the block that holds a character of a source."""
        (block,) = self._connection.execute(
            "SELECT id FROM block WHERE key = ?", (self._ledger.piece_at(source, position).block,)
        ).fetchone()
        return str(block)

    def _nearest(self, row: BlockRow, into: int | None) -> tuple[int, int | None] | None:
        """Find the article, and the block in it, behind which a page's block stands in the source.

        Where it stands before all, that is the page's first article, and no block. Of the
        article `into` it is the block in it; of one from another page the last.
        """
        first = self._first_of_page(row)
        before = self._connection.execute(
            """
            SELECT b.article, b.key FROM piece p JOIN block b ON b.key = p.block
            WHERE p.source = ?1 AND p.start < ?2 AND b.article IS NOT NULL
              AND (?3 IS NULL OR b.article = ?3)
            ORDER BY p.start DESC LIMIT 1
            """,
            (first.source, first.start, into),
        ).fetchone()
        if before is not None:
            return int(before[0]), int(before[1])
        if into is not None:
            return into, self._last_elsewhere(into, first.source)
        head = self._connection.execute(
            "SELECT key FROM article WHERE page = ? ORDER BY place LIMIT 1", (row.page,)
        ).fetchone()
        return (int(head[0]), None) if head else None

    def _last_elsewhere(self, article: int, source: int) -> int | None:
        """Give the last block of an article that has nothing of a source; None where it has."""
        found = self._connection.execute(
            "SELECT 1 FROM piece p JOIN block b ON b.key = p.block"
            " WHERE b.article = ? AND p.source = ? LIMIT 1",
            (article, source),
        ).fetchone()
        return None if found is not None else self._blocks_of(article)[-1].key

    def _addresses(self, article: int, block: int) -> dict[int, headings.Address]:
        """Give where on its page each block of an article, and one more, begins.

        A block that is typed from end to end has no place on a page.
        """
        found: dict[int, headings.Address] = {}
        for key, source, start in self._connection.execute(
            """
            SELECT x.block, x.source, x.start FROM piece x
            JOIN source s ON s.key = x.source AND s.kind = 'page'
            WHERE x.block IN (SELECT key FROM block WHERE article = ? UNION SELECT ?)
            ORDER BY x.block, x.place
            """,
            (article, block),
        ):
            found.setdefault(key, (source, start))
        return found

    def owner(self, block: str) -> str | None:
        """Give the article that a block lies in, None where it is the page's own."""
        (article,) = self._connection.execute(
            "SELECT a.id FROM block b LEFT JOIN article a ON a.key = b.article WHERE b.key = ?",
            (self._block(block).key,),
        ).fetchone()
        return None if article is None else str(article)

    def _id_of(self, article: int) -> str:
        (name,) = self._connection.execute(
            "SELECT id FROM article WHERE key = ?", (article,)
        ).fetchone()
        return str(name)

    # --- section labels -------------------------------------------------------------------

    def _stands(self, row: BlockRow) -> headings.Address:
        """Give where a block stands in print; one that is typed stands where its article begins."""
        first = self._first_of_page(row)
        if row.article is None or self._ledger.is_page(first.source):
            return first.source, first.start
        begins = self._connection.execute(
            """
            SELECT p.source, x.start FROM article a JOIN page p ON p.key = a.page
            JOIN block b ON b.article = a.key JOIN piece x ON x.block = b.key
            WHERE a.key = ? AND x.source = p.source ORDER BY x.start LIMIT 1
            """,
            (row.article,),
        ).fetchone()
        return (first.source, first.start) if begins is None else (begins[0], begins[1])

    def _label_before(self, row: BlockRow) -> int | None:
        """Give the label that stands before a page's block in its source, if there is any."""
        first = self._first_of_page(row)
        found = self._connection.execute(
            """
            SELECT b.key FROM piece p JOIN block b ON b.key = p.block
            WHERE p.source = ? AND p.start < ? AND b.page = ? AND b.kind = ? AND b.key <> ?
            ORDER BY p.start DESC LIMIT 1
            """,
            (first.source, first.start, row.page, Kind.SECTION, row.key),
        ).fetchone()
        return None if found is None else int(found[0])

    def _head(self, label: BlockRow, at: headings.Address) -> None:
        """Let the articles that begin behind a label, up to the next one, stand under it."""
        source, start = at
        (end,) = self._connection.execute(
            """
            SELECT min(p.start) FROM piece p JOIN block b ON b.key = p.block
            WHERE p.source = ? AND p.start > ? AND b.page = ? AND b.kind = ? AND b.key <> ?
            """,
            (source, start, label.page, Kind.SECTION, label.key),
        ).fetchone()
        self._connection.execute(
            """
            UPDATE article SET section = ?1 WHERE section IS NOT ?1 AND key IN (
              SELECT a.key FROM article a JOIN block b ON b.article = a.key
              JOIN piece p ON p.block = b.key AND p.source = ?2
              WHERE a.page = ?3 GROUP BY a.key
              HAVING min(p.start) >= ?4 AND (?5 IS NULL OR min(p.start) < ?5)
            )
            """,
            (label.key, source, label.page, start, end),
        )

    def _behead(self, label: int, heir: int | None) -> None:
        """Let the articles that stand under a label stand under another, or under none."""
        self._connection.execute("UPDATE article SET section = ? WHERE section = ?", (heir, label))
