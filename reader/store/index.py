"""The index of search: kept in step with the ledger by every wish, and behind an import.

`found` holds the reading of each block of an article, a token a character, and its `pairs`;
`received` what of the pages' texts as received is not found that way (see `windows`). Both have
the numbers of `order` for rowids, so that what is found comes in order and its count need not be
known. A page that is not indexed (`page.indexed` is 0) is searched by reading it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from reader.store.fetch import Fetcher
from reader.store.numbering import Numbering
from reader.store.streams import Streams
from reader.store.windows import whole, windows
from reader.text.pairs import with_pairs

if TYPE_CHECKING:
    from pysqlite3 import Connection

    from reader.store.library import Library

BATCH_PAGES = 50
BATCH_SECONDS = 0.2
"""How much is indexed in one transaction behind an import: a wish waits no longer for it."""

_USUAL = 4
"""What FTS5 merges of itself unless it is told otherwise."""

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
        self._fetch = Fetcher(library.connection)
        self._streams = Streams(library.connection)
        self._forget()

    def _forget(self) -> None:
        self._changed: dict[int, bool] = {}
        self._moved: set[int] = set()
        self._pages: set[int] = set()
        self._issues: set[int] = set()
        self._numbering = Numbering(self._connection)

    # --- noted by what is derived -----------------------------------------------------------

    def put(self, block: int, text: str, *, changed: bool) -> None:  # noqa: ARG002
        """Note that the pieces of a block changed, and whether its reading did."""
        self._changed[block] = self._changed.get(block, False) or changed

    def place_again(self, block: int) -> None:
        """Note that a block stands elsewhere."""
        self._moved.add(block)

    def drop(self, block: int) -> None:
        """Note that a block is about to go with its reading."""
        self._numbering.drop(block)

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
                self._numbering.straighten(page)
            self._write()
        finally:
            self._forget()

    def _pages_out_of_order(self) -> set[int]:
        """Put pages that stand elsewhere in their place; give those that stayed."""
        pages = set(self._pages)
        for issue in self._issues:
            rows = self._connection.execute("SELECT key FROM page WHERE issue = ?", (issue,))
            pages |= {key for (key,) in rows}
        order = self._numbering.order
        stayed, moved = set(), []
        for page, number in order.in_order(pages):
            if number and order.is_right(page, number):
                stayed.add(page)
            elif number:
                self._numbering.lift(page)
                moved.append(page)
        left = AT_ONCE
        for page in moved:
            left -= len(order.blocks(page))
            if left >= 0:
                self._numbering.lay(page)
        return stayed & self._pages

    def _settle_block(self, block: int, uneven: set[int]) -> None:
        where = self._where(block)
        if where is None:
            return
        page, entry = where.article_page, where.entry
        if page is None or not where.indexed:
            self._numbering.unplace([block])
        elif (
            (entry is None or block in self._moved)
            and page not in uneven
            and not self._numbering.slip_in(block, self._moved)
        ):
            uneven.add(page)
        if entry is not None and entry == self._numbering.number(block):
            changed = self._changed.get(block)
            if changed is not None and entry not in self._numbering.blocks:
                self._numbering.blocks[entry] = (block, changed)
        if where.own_page is not None and where.indexed:
            self._numbering.pages[where.indexed] = where.own_page

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

    # --- the tables of the index ------------------------------------------------------------

    def _write(self) -> None:
        """Write what changed, by rising rowids: others make SQLite write a segment each."""
        numbering = self._numbering
        for number in numbering.numbers():
            if number in numbering.gone:
                self._clear(number)
            if number in numbering.blocks:
                self._write_block(number, *numbering.blocks[number])
            elif number in numbering.pages:
                self._write_head(number, numbering.pages[number])

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
                "REPLACE INTO found (rowid, text) VALUES (?, ?)", (number, with_pairs(reading.text))
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
        self._merge_by_itself(_USUAL)
        try:
            for page in self._numbering.order.pending(most):
                self._numbering.lay(page)
                done += 1
                if time.monotonic() > until:
                    break
            self._write()
        finally:
            self._forget()
        self._merge_by_itself(0)
        return done

    def _merge_by_itself(self, parts: int) -> None:
        """Let FTS5 merge so many parts of a size while it is written to; 0 for none.

        It does behind an import, which grows the index evenly; a wish waits for no merging (one
        edit in twenty wrote four times as many pages).
        """
        for table in ("found", "received"):
            self._connection.execute(
                f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', ?)", (parts,)
            )
