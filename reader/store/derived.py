"""What follows from the ledger and is kept beside it: reading texts, tallies, index entries.

It is written in the transaction of the wish. It can be dropped and rebuilt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import HEAD_KINDS, Changes, Kind
from reader.store.fetch import Fetcher
from reader.store.touched import reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.store.journal import Image
    from reader.store.library import Library
    from reader.store.touched import Touched

OPENING_CHARACTERS = 24
"""How much of its text stands for an article that has no headline."""


class Derived:
    """Keeps reading texts, tallies and index in step with the ledger."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._connection = library.connection
        self.fetch = Fetcher(library.connection)

    # --- after a wish ---------------------------------------------------------------------

    def after_wish(
        self, wish: int, wish_id: str, images: Sequence[Image], made: tuple[str, ...]
    ) -> Changes:
        """Count the revision of each article, note it in the journal, refresh; tell the changes.

        The rise of `revision` is journalled itself, so that undo takes it back.
        """
        touched = reach(self._connection, images)
        self._connection.executemany(
            "UPDATE article SET revision = revision + 1 WHERE key = ?",
            [(key,) for key in sorted(touched.articles)],
        )
        changes = self._names(touched, images)
        self._connection.executemany(
            "INSERT OR IGNORE INTO wish_article (article, wish) VALUES (?, ?)",
            [(article, wish) for article in sorted(changes.articles)],
        )
        self._renew(touched)
        return changes | Changes(wish=wish_id, made=made)

    def names_before(self, images: Sequence[Image]) -> Changes:
        """Tell, before a step of undo or redo, what it will reach that may be gone behind it."""
        return self._names(reach(self._connection, images), images)

    def refresh(self, images: Sequence[Image], wish_id: str) -> Changes:
        """Bring everything derived up to the rows that the images name; tell the changes."""
        touched = reach(self._connection, images)
        self._renew(touched)
        return self._names(touched, images) | Changes(wish=wish_id)

    def _names(self, touched: Touched, images: Iterable[Image]) -> Changes:
        """Give public ids: of the rows that stand, and of those that the images name."""
        named = [
            (image.table, row["id"])
            for image in images
            for row in (image.before, image.after)
            if row is not None and "id" in row
        ]
        pages = touched.pages | self._pages_of(touched.articles)
        issues = self._ids("SELECT id FROM issue WHERE key = ?", touched.issues)
        issues |= self._ids(
            "SELECT i.id FROM page p JOIN issue i ON i.key = p.issue WHERE p.key = ?", pages
        )
        return Changes(
            frozenset(issues),
            frozenset(
                self._ids("SELECT id FROM article WHERE key = ?", touched.articles)
                | {id_ for table, id_ in named if table == "article"}
            ),
            frozenset(
                self._ids("SELECT id FROM tag WHERE key = ?", touched.tags)
                | {id_ for table, id_ in named if table == "tag"}
            ),
            structure=touched.structure,
        )

    def _ids(self, sql: str, keys: Iterable[int]) -> set[str]:
        found = set()
        for key in keys:
            row = self._connection.execute(sql, (key,)).fetchone()
            if row is not None:
                found.add(row[0])
        return found

    def _pages_of(self, articles: Iterable[int]) -> set[int]:
        pages = set()
        for article in articles:
            row = self._connection.execute(
                "SELECT page FROM article WHERE key = ?", (article,)
            ).fetchone()
            if row:
                pages.add(row[0])
        return pages

    # --- reading texts, tallies, index ----------------------------------------------------

    def _renew(self, touched: Touched) -> None:
        for block in sorted(touched.blocks):
            self.read_again(block)
        for article in sorted(touched.articles):
            self.tally_again(article)
        for block in sorted(touched.moved_blocks):
            self._library.index.place_again(block)
        for page in sorted(touched.moved_pages):
            self._library.index.reorder_page(page)
        for issue in sorted(touched.moved_issues):
            self._library.index.reorder_issue(issue)
        self._library.index.settle()

    def read_again(self, block: int) -> None:
        """Compose a block anew and write its text where it changed."""
        row = self._connection.execute(
            "SELECT text FROM reading WHERE block = ?", (block,)
        ).fetchone()
        exists = self._connection.execute("SELECT 1 FROM block WHERE key = ?", (block,)).fetchone()
        if exists is None:
            if row is not None:
                self._library.index.drop(block)
                self._connection.execute("DELETE FROM reading WHERE block = ?", (block,))
            return
        text = self.fetch.read(block).text
        if row is None:
            self._connection.execute(
                "INSERT INTO reading (block, text) VALUES (?, ?)", (block, text)
            )
        elif row[0] != text:
            self._connection.execute("UPDATE reading SET text = ? WHERE block = ?", (text, block))
        self._library.index.put(block, text, changed=row is None or row[0] != text)

    def tally_again(self, article: int) -> None:
        """Count an article's characters and doubts, and find what stands for it in a list."""
        rows = self._connection.execute(
            "SELECT b.kind, r.text FROM block b JOIN reading r ON r.block = b.key"
            " WHERE b.article = ? ORDER BY b.place",
            (article,),
        ).fetchall()
        exists = self._connection.execute(
            "SELECT 1 FROM article WHERE key = ?", (article,)
        ).fetchone()
        self._connection.execute("DELETE FROM tally WHERE article = ?", (article,))
        if exists is None:
            return
        title, untitled = stands_for(rows)
        self._connection.execute(
            "INSERT INTO tally (article, characters, doubts, title, untitled)"
            " VALUES (?, ?, ?, ?, ?)",
            (article, sum(len(t) for _, t in rows), self._doubts(article), title, untitled),
        )

    def _doubts(self, article: int) -> int:
        (doubts,) = self._connection.execute(
            """
            SELECT count(*) FROM block b
            JOIN piece p ON p.block = b.key AND p.struck IS NULL
            JOIN seam s ON s.source = p.source AND s.start >= p.start AND s.start < p.end
            WHERE b.article = ? AND s.decider IS NULL AND s.confidence < 900
            """,
            (article,),
        ).fetchone()
        return int(doubts)


def stands_for(blocks: Sequence[tuple[str, str]]) -> tuple[str, bool]:
    """Give what stands for an article in a list, from (kind, text) of its blocks in order.

    That is its title, else its first other heading, else how its text begins (and True).
    """
    for kind in (Kind.TITLE, *HEAD_KINDS):
        for block_kind, text in blocks:
            if block_kind == kind and text.strip() and kind is not Kind.BYLINE:
                return " ".join(text.split()), False
    for _, text in blocks:
        if text.strip():
            flat = " ".join(text.split())
            more = "…" if len(flat) > OPENING_CHARACTERS else ""
            return flat[:OPENING_CHARACTERS] + more, True
    return "", True
