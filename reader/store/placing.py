"""The verbs that say what a block is and where it stands: move, kind, supply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import HEAD_KINDS, PAGE_KINDS, Changes, Kind, Why
from reader.store import headings, ids
from reader.store.edits import Edit, refuse_bad
from reader.store.ledger import ARTICLES_OF_PAGE, BLOCKS_OF_ARTICLE, BLOCKS_OF_PAGE, free_place
from reader.store.manager import BlockRow, Manager
from reader.store.order import misplaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.compose import Piece

_FAR = 1 << 62
"""Beyond all places."""


class Placing(Manager):
    """Verbs on whole blocks. Each is one wish, and says what it changed."""

    def move(self, block: str, to: str, *, after: str | None = None) -> Changes:
        """Put a block into the article `to`, behind the block `after` (None: at its head).

        Headings stand first and in the order of their kinds, whatever is asked: a heading that
        is moved into the body goes last of its kind, a paragraph that is moved among the
        headings goes first in the body. Who wants a heading in the body makes it a subhead.
        """
        with self._library.wish("move", block=block, to=to, after=after) as wish:
            row = self._block(block)
            if row.kind in PAGE_KINDS:
                raise UsageError("move", "page_block")
            article = self.key(to)
            anchor = self._block(after) if after is not None else None
            if anchor is not None and (anchor.article != article or anchor.key == row.key):
                raise UsageError("move", "anchor")
            others = [b for b in self._blocks_of(article) if b.key != row.key]
            wanted = 0 if anchor is None else others.index(anchor) + 1
            self._arrange(article, headings.placed(others, row, wanted))
            if row.article is not None and row.article != article:
                self._phrases_follow(row.key, article)
                self._leave(row.article, article)
        return wish.changes

    def _arrange(self, article: int, order: Sequence[BlockRow]) -> None:
        """Put blocks into an article in this order; as few as can be change their place."""
        stand = {b.key: b.place for b in self._blocks_of(article)}
        entries = [stand.get(b.key) for b in order]
        for index in misplaced(entries, -_FAR, _FAR):
            after = None if index == 0 else self._block(order[index - 1].id).place
            place = free_place(self._connection, BLOCKS_OF_ARTICLE, article, after)
            self._connection.execute(
                "UPDATE block SET article = ?, page = NULL, place = ? WHERE key = ?",
                (article, place, order[index].key),
            )

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

    def kind(self, block: str, kind: Kind, *, to: str | None = None) -> Changes:
        """Say what a block is; it takes the place of its kind in the article.

        A block that becomes furniture or a section label leaves its article for the page; one
        that was such goes into the article `to`, else into the one behind which it stands in the
        source, there behind what stands before it in the source. To say again what a block is
        puts the headings of its article in order, where they were not.
        """
        with self._library.wish("kind", block=block, kind=kind) as wish:
            row = self._block(block)
            into = None if to is None else self.key(to)
            if row.kind is not kind:
                self._turn(row, kind)
            if row.kind is Kind.SECTION and kind is not Kind.SECTION:
                self._connection.execute(
                    "UPDATE article SET section = NULL WHERE section = ?", (row.key,)
                )
            if kind not in PAGE_KINDS:
                self._take_place(row, kind, into)
            elif row.article is not None:
                self._to_page(row)
        return wish.changes

    def to_furniture(self, article: str) -> Changes:
        """Say that all blocks of an article are furniture of its page; then it is no more."""
        with self._library.wish("furniture", article=article) as wish:
            for row in self._blocks_of(self.key(article)):
                self._turn(row, Kind.FURNITURE)
                self._to_page(row)
        return wish.changes

    def _turn(self, row: BlockRow, kind: Kind) -> None:
        self._connection.execute("UPDATE block SET kind = ? WHERE key = ?", (kind, row.key))

    def _take_place(self, was: BlockRow, kind: Kind, into: int | None) -> None:
        """Put a block where it belongs in its article, or in the one that it comes into."""
        row = was._replace(kind=kind)
        if row.article is None:
            article, anchor = self._from_page(row, into)
            blocks = self._blocks_of(article)
            at = next((n for n, b in enumerate(blocks, 1) if b.key == anchor), 0)
            blocks.insert(at, row)
            self._phrases_follow(row.key, article)
        else:
            article, blocks = row.article, self._blocks_of(row.article)
            if headings.rank(was.kind) == headings.rank(kind):
                self._arrange(article, headings.in_order(blocks))
                return
        self._arrange(article, headings.turned(blocks, row, self._addresses(article, row.key)))

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

    def _to_page(self, row: BlockRow) -> None:
        assert row.article is not None
        first = self._first_of_page(row)
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

    def _first_of_page(self, row: BlockRow) -> Piece:
        """Give the first piece of a block that is of a page; where none is, its first."""
        pieces = self._ledger.fetch.pieces(row.key)
        return next((piece for piece in pieces if self._ledger.is_page(piece.source)), pieces[0])

    def nearest(self, block: str) -> str | None:
        """Give the article into which a block of the page would go by itself, if there is any."""
        found = self._nearest(self._block(block), None)
        if found is None:
            return None
        (article,) = self._connection.execute(
            "SELECT id FROM article WHERE key = ?", (found[0],)
        ).fetchone()
        return str(article)

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

    def _from_page(self, row: BlockRow, into: int | None) -> tuple[int, int | None]:
        found = self._nearest(row, into)
        return (self._new_article(row.page or 0, None), None) if found is None else found

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
            before = None
            for row in self._blocks_of(key):
                if headings.rank(row.kind) > headings.rank(kind):
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
