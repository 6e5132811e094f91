"""The verbs that say what a block is and where it stands: move, kind, supply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import BODY_KINDS, HEAD_KINDS, PAGE_KINDS, Changes, Kind, Why
from reader.store import ids
from reader.store.edits import Edit, refuse_bad
from reader.store.ledger import ARTICLES_OF_PAGE, BLOCKS_OF_ARTICLE, BLOCKS_OF_PAGE, free_place
from reader.store.manager import BlockRow, Manager

if TYPE_CHECKING:
    from reader.store.compose import Piece


class Placing(Manager):
    """Verbs on whole blocks. Each is one wish, and says what it changed."""

    def move(self, block: str, to: str, *, after: str | None = None) -> Changes:
        """Put a block into the article `to`, behind the block `after` (None: at its head)."""
        with self._library.wish("move", block=block, to=to, after=after) as wish:
            row = self._block(block)
            if row.kind in PAGE_KINDS:
                raise UsageError("move", "page_block")
            article = self.key(to)
            anchor = self._block(after) if after is not None else None
            if anchor is not None and (anchor.article != article or anchor.key == row.key):
                raise UsageError("move", "anchor")
            self._place(row, article, None if anchor is None else anchor.place)
            if row.article is not None and row.article != article:
                self._phrases_follow(row.key, article)
                self._leave(row.article, article)
        return wish.changes

    def _place(self, row: BlockRow, article: int, after: int | None) -> None:
        if row.article == article and self._is_there(row, after):
            return
        place = free_place(self._connection, BLOCKS_OF_ARTICLE, article, after)
        self._connection.execute(
            "UPDATE block SET article = ?, page = NULL, place = ? WHERE key = ?",
            (article, place, row.key),
        )

    def _is_there(self, row: BlockRow, after: int | None) -> bool:
        low = -(1 << 62) if after is None else after
        (first,) = self._connection.execute(
            "SELECT min(place) FROM block WHERE article = ? AND place > ?", (row.article, low)
        ).fetchone()
        return bool(first == row.place)

    def _phrases_follow(self, block: int, article: int) -> None:
        """Give phrases to the article in which their spans lie."""
        self._connection.execute(
            """
            UPDATE phrase SET article = ?1 WHERE key IN (
              SELECT f.phrase FROM phrase_span f JOIN piece p
                ON p.source = f.source AND f.start >= p.start AND f.start < p.end
              WHERE p.block = ?2
            ) AND article <> ?1
            """,
            (article, block),
        )

    def kind(self, block: str, kind: Kind) -> Changes:
        """Say what a block is.

        A block that becomes furniture or a section label leaves its article for the page; one
        that was such goes into the article behind which it stands in the source.
        """
        with self._library.wish("kind", block=block, kind=kind) as wish:
            row = self._block(block)
            if row.kind == kind:
                return Changes()
            self._connection.execute("UPDATE block SET kind = ? WHERE key = ?", (kind, row.key))
            if row.kind is Kind.SECTION:
                self._connection.execute(
                    "UPDATE article SET section = NULL WHERE section = ?", (row.key,)
                )
            if kind in PAGE_KINDS and row.article is not None:
                self._to_page(row)
            elif kind not in PAGE_KINDS and row.article is None:
                self._from_page(row)
        return wish.changes

    def _to_page(self, row: BlockRow) -> None:
        assert row.article is not None
        first = self._ledger.fetch.pieces(row.key)[0]
        page, place = self._page_of(row.article), first.start
        taken = self._connection.execute(
            "SELECT 1 FROM block WHERE page = ? AND place = ?", (page, place)
        ).fetchone()
        if taken is not None:  # by a block of another source
            place = free_place(self._connection, BLOCKS_OF_PAGE, page, place)
        self._connection.execute(
            "UPDATE block SET article = NULL, page = ?, place = ? WHERE key = ?",
            (page, place, row.key),
        )
        self._leave(row.article, None)

    def _from_page(self, row: BlockRow) -> None:
        """Find the article behind whose blocks a block of the page stands in the source."""
        first: Piece = self._ledger.fetch.pieces(row.key)[0]
        before = self._connection.execute(
            """
            SELECT b.article, b.place FROM piece p JOIN block b ON b.key = p.block
            WHERE p.source = ? AND p.start < ? AND b.article IS NOT NULL
            ORDER BY p.start DESC LIMIT 1
            """,
            (first.source, first.start),
        ).fetchone()
        if before is None:
            head = self._connection.execute(
                "SELECT key FROM article WHERE page = ? ORDER BY place LIMIT 1", (row.page,)
            ).fetchone()
            before = (head[0], None) if head else (self._new_article(row.page or 0, None), None)
        self._place(row, before[0], before[1])

    def _new_article(self, page: int, after: int | None, section: int | None = None) -> int:
        place = free_place(self._connection, ARTICLES_OF_PAGE, page, after)
        cursor = self._connection.execute(
            "INSERT INTO article (id, page, place, section, status) VALUES (?, ?, ?, ?, 'new')",
            (ids.new_id(), page, place, section),
        )
        return int(cursor.lastrowid or 0)

    def supply(self, article: str, kind: Kind, text: str) -> Changes:
        """Write a heading that the page has lost, as a typed block marked `supplied`."""
        if kind not in HEAD_KINDS or not text.strip():
            raise UsageError("supply", "kind" if kind not in HEAD_KINDS else "empty")
        refuse_bad("", Edit(0, 0, text), kind)
        with self._library.wish("supply", article=article, kind=kind) as wish:
            key = self.key(article)
            rank = {k: n for n, k in enumerate((*HEAD_KINDS, *BODY_KINDS))}
            before = None
            for row in self._blocks_of(key):
                if rank[row.kind] > rank[kind]:
                    break
                before = row.place
            place = free_place(self._connection, BLOCKS_OF_ARTICLE, key, before)
            new_id = ids.new_id()
            cursor = self._connection.execute(
                "INSERT INTO block (id, kind, article, place, supplied) VALUES (?, ?, ?, ?, 1)",
                (new_id, kind, key, place),
            )
            correction = self._ledger.correction(wish, Why.TYPED)
            source = self._ledger.type(text, correction)
            self._ledger.put(source, int(cursor.lastrowid or 0), after=None)
            wish.made.append(new_id)
        return wish.changes
