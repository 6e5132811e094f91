"""The index of search: kept in step with the ledger by every wish, and behind an import.

`found` holds the reading of each block of an article, a token a character; `received` what of
the pages' texts as received is not found that way (see `windows`). Both have the numbers of
`order` for rowids, so that what is found comes in order and its count need not be known. A
page that is not indexed (`page.indexed` is 0) is searched by reading it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from reader.store.fetch import Fetcher
from reader.store.order import Laid, Order, between, misplaced
from reader.store.streams import Streams
from reader.store.windows import whole, windows
from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pysqlite3 import Connection

    from reader.store.library import Library

BATCH_PAGES = 50
BATCH_SECONDS = 0.2
"""How much is indexed in one transaction behind an import: a wish waits no longer for it."""

AT_ONCE = 20_000
"""How many blocks are put in another place within a wish; the rest is left to `catch_up`."""


class _Where(NamedTuple):
    """A block, whose it is, and whether it has a place in the index."""

    block: int
    entry: int | None
    article_page: int | None
    own_page: int | None
    indexed: int


class Index:
    """The manager of the index. `settle` carries out what the other verbs note."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._connection: Connection = library.connection
        self._order = Order(library.connection)
        self._fetch = Fetcher(library.connection)
        self._streams = Streams(library.connection)
        self._forget()

    def _forget(self) -> None:
        self._changed: dict[int, bool] = {}
        self._moved: set[int] = set()
        self._pages: set[int] = set()
        self._issues: set[int] = set()
        self._gone: set[int] = set()
        self._writes: dict[int, tuple[int, bool]] = {}
        self._heads: dict[int, int] = {}

    # --- noted by what is derived -----------------------------------------------------------

    def put(self, block: int, text: str, *, changed: bool) -> None:  # noqa: ARG002
        """Note that the pieces of a block changed, and whether its reading did."""
        self._changed[block] = self._changed.get(block, False) or changed

    def place_again(self, block: int) -> None:
        """Note that a block stands elsewhere."""
        self._moved.add(block)

    def drop(self, block: int) -> None:
        """Note that a block is about to go with its reading."""
        row = self._connection.execute(
            "SELECT entry FROM reading WHERE block = ? AND entry IS NOT NULL", (block,)
        ).fetchone()
        if row is not None:
            self._gone.add(row[0])
            self._writes.pop(row[0], None)

    def reorder_page(self, page: int) -> None:
        """Note that a page, or an article on it, stands elsewhere."""
        self._pages.add(page)

    def reorder_issue(self, issue: int) -> None:
        """Note that an issue's date may have changed."""
        self._issues.add(issue)

    # --- carried out ------------------------------------------------------------------------

    def settle(self) -> None:
        """Bring the index up to what was noted; inside the transaction of the wish."""
        try:
            uneven = self._pages_out_of_order()
            for block in sorted(self._changed.keys() | self._moved):
                self._settle_block(block, uneven)
            for page in sorted(uneven):
                self._straighten(page)
            self._write()
        finally:
            self._forget()

    def _pages_out_of_order(self) -> set[int]:
        """Put pages that stand elsewhere in their place; give those that stayed."""
        pages = set(self._pages)
        for issue in self._issues:
            rows = self._connection.execute("SELECT key FROM page WHERE issue = ?", (issue,))
            pages |= {key for (key,) in rows}
        stayed, moved = set(), []
        for page, number in self._order.in_order(pages):
            if number and self._order.is_right(page, number):
                stayed.add(page)
            elif number:
                self._lift(page)
                moved.append(page)
        left = AT_ONCE
        for page in moved:
            left -= len(self._order.blocks(page))
            if left >= 0:
                self._lay(page)
        return stayed & self._pages

    def _settle_block(self, block: int, uneven: set[int]) -> None:
        where = self._where(block)
        if where is None:
            return
        if where.article_page is None or not where.indexed:
            self._unplace([block])
        elif where.entry is None or block in self._moved:
            uneven.add(where.article_page)
        if where.entry is not None and where.entry not in self._gone:
            changed, fresh = self._changed.get(block), self._writes.get(where.entry)
            if changed is not None and fresh is None:
                self._writes[where.entry] = (block, changed)
        if where.own_page is not None and where.indexed:
            self._heads[where.indexed] = where.own_page

    def _where(self, block: int) -> _Where | None:
        row = self._connection.execute(
            """
            SELECT b.key, r.entry, a.page, b.page, p.indexed FROM block b
            JOIN reading r ON r.block = b.key LEFT JOIN article a ON a.key = b.article
            JOIN page p ON p.key = coalesce(a.page, b.page) WHERE b.key = ?
            """,
            (block,),
        ).fetchone()
        return None if row is None else _Where(*row)

    def _unplace(self, blocks: Iterable[int]) -> None:
        """Take the numbers of blocks away."""
        for block in blocks:
            self.drop(block)
            self._connection.execute(
                "UPDATE reading SET entry = NULL WHERE block = ? AND entry IS NOT NULL", (block,)
            )

    def _lift(self, page: int) -> None:
        """Take the numbers of a page and its blocks away: it is pending until it is laid."""
        self._unplace([key for key, _ in self._order.blocks(page)])
        (number,) = self._connection.execute(
            "SELECT indexed FROM page WHERE key = ?", (page,)
        ).fetchone()
        self._gone.add(number)
        self._heads.pop(number, None)
        self._connection.execute("UPDATE page SET indexed = 0 WHERE key = ?", (page,))

    def _lay(self, page: int) -> None:
        """Give a page that is pending its numbers, and new ones to neighbours in the way."""
        laid = self._order.lay(page)
        for neighbour in laid:
            if neighbour.page != page:
                self._lift(neighbour.page)
        for each in laid:
            self._enter(each)

    def _enter(self, laid: Laid) -> None:
        self._unplace([block for block, _ in laid.blocks])
        self._connection.execute(
            "UPDATE page SET indexed = ? WHERE key = ?", (laid.number, laid.page)
        )
        self._heads[laid.number] = laid.page
        self._give(laid.blocks)

    def _give(self, numbers: Iterable[tuple[int, int]]) -> None:
        for block, number in numbers:
            self._connection.execute(
                "UPDATE reading SET entry = ? WHERE block = ?", (number, block)
            )
            self._writes[number] = (block, True)

    def _straighten(self, page: int) -> None:
        """Give numbers to the blocks of an indexed page that have none or a wrong one."""
        (number,) = self._connection.execute(
            "SELECT indexed FROM page WHERE key = ?", (page,)
        ).fetchone()
        blocks = self._order.blocks(page)
        end = self._order.next_page(number)
        moving = misplaced([entry for _, entry in blocks], number, end)
        if not moving:
            return
        given = between([entry for _, entry in blocks], moving, number, end)
        if given is None:
            self._lift(page)
            self._lay(page)
            return
        self._unplace([blocks[index][0] for index in moving])
        self._give([(blocks[index][0], entry) for index, entry in given.items()])

    # --- the tables of the index ------------------------------------------------------------

    def _write(self) -> None:
        """Write what changed, by rising rowids: others make SQLite write a segment each."""
        for number in sorted(self._gone | self._writes.keys() | self._heads.keys()):
            if number in self._gone:
                self._clear(number)
            if number in self._writes:
                self._write_block(number, *self._writes[number])
            elif number in self._heads:
                self._write_head(number, self._heads[number])

    def _clear(self, number: int) -> None:
        """Take a number out of the tables in which it means nothing any more.

        It may have been given again, or its going was noted by a wish that failed.
        """
        for table, sql in (
            ("found", "SELECT 1 FROM reading WHERE entry = ?1"),
            (
                "received",
                "SELECT 1 FROM reading WHERE entry = ?1"
                " UNION SELECT 1 FROM page WHERE indexed = ?1",
            ),
        ):
            if self._connection.execute(sql, (number,)).fetchone() is None:
                self._connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))

    def _write_block(self, number: int, block: int, changed: bool) -> None:  # noqa: FBT001
        pieces = self._fetch.pieces(block)
        reading = self._fetch.compose(pieces)
        if changed:
            self._connection.execute(
                "REPLACE INTO found (rowid, text) VALUES (?, ?)", (number, tokens(reading.text))
            )
        self._connection.execute(
            "REPLACE INTO received (rowid, text) VALUES (?, ?)",
            (number, windows(reading, pieces, self._streams.of)),
        )

    def _write_head(self, number: int, page: int) -> None:
        """Write what the page itself has: section labels and furniture."""
        pieces = [
            piece
            for (block,) in self._connection.execute(
                "SELECT key FROM block WHERE page = ? ORDER BY place, key", (page,)
            ).fetchall()
            for piece in self._fetch.pieces(block)
        ]
        self._connection.execute(
            "REPLACE INTO received (rowid, text) VALUES (?, ?)",
            (number, whole(pieces, self._streams.of)),
        )

    # --- behind an import -------------------------------------------------------------------

    def pending(self) -> int:
        """Give how many pages are not indexed."""
        (count,) = self._connection.execute(
            "SELECT count(*) FROM page WHERE indexed = 0"
        ).fetchone()
        return int(count)

    def catch_up(self, pages: int | None = None) -> int:
        """Index pages that are not yet, at most `pages`; give how many were.

        Each transaction is small, so that a wish of another program waits but a moment.
        """
        done = 0
        while pages is None or done < pages:
            most = BATCH_PAGES if pages is None else min(BATCH_PAGES, pages - done)
            if not self.pending():
                break
            with self._library.transaction():
                done += self._catch_up_some(most)
        return done

    def _catch_up_some(self, most: int) -> int:
        until = time.monotonic() + BATCH_SECONDS
        done = 0
        try:
            for page in self._order.pending(most):
                self._lay(page)
                done += 1
                if time.monotonic() > until:
                    break
            self._write()
        finally:
            self._forget()
        return done
