"""What follows from the ledger and is kept beside it: counts, titles, index entries.

It is written in the transaction of the wish. It can be dropped and rebuilt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import DOUBT_BELOW, Changes, Kind
from reader.store.fetch import Fetcher
from reader.store.touched import reach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.store.images import Image
    from reader.store.library import Library
    from reader.store.touched import Touched

OPENING_CHARACTERS = 24
"""How much of its text stands for an article that has no headline."""

DOUBTFUL_BELOW = round(DOUBT_BELOW * 1000)
"""`DOUBT_BELOW` as a seam's confidence is stored, in thousandths."""

# The number stands in the text of the statement, not as a value beside it: only so may SQLite use
# the index of doubts (`seam_doubt`), which holds no others.
_DOUBTS = f"""
    SELECT count(*) FROM block b
    JOIN piece p ON p.block = b.key AND p.struck IS NULL
    JOIN seam s ON s.source = p.source AND s.start >= p.start AND s.start < p.end
    WHERE b.article = ? AND s.decider IS NULL AND s.confidence < {DOUBTFUL_BELOW}
"""


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

        The rise of `revision` is journalled itself, so that undo takes it back, and so is the
        note that a proofread article reads otherwise. An article that the wish had reached
        before it was gone on with is not counted again.
        """
        touched = reach(self._connection, images)
        self._connection.executemany(
            "UPDATE article SET revision = revision + 1 WHERE key = ?1 AND NOT EXISTS"
            " (SELECT 1 FROM wish_article w WHERE w.wish = ?2 AND w.article = article.id)",
            [(key, wish) for key in sorted(touched.articles)],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO reworded (article) SELECT key FROM article"
            " WHERE key = ? AND status IN ('proofed1', 'proofed2')",
            [(key,) for key in sorted(touched.reworded)],
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
                self._ids("SELECT id FROM article WHERE key = ?", touched.articles | touched.beside)
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
        for article in sorted(touched.counted):
            self.tally_again(article)
        for block in sorted(touched.moved_blocks):
            self._library.index.place_again(block)
        for page in sorted(touched.moved_pages):
            self._library.index.reorder_page(page)
        for issue in sorted(touched.moved_issues):
            self._library.index.reorder_issue(issue)
        self._library.index.settle()

    def read_again(self, block: int) -> None:
        """Count a block's characters anew, and tell the index how it reads now."""
        text = self._reading_of(block)
        if text is None:
            self._library.index.drop(block)
            self._connection.execute("DELETE FROM reading WHERE block = ?", (block,))
            return
        self._connection.execute(
            "INSERT INTO reading (block, characters) VALUES (?1, ?2)"
            " ON CONFLICT (block) DO UPDATE SET characters = ?2",
            (block, len(text)),
        )
        self._library.index.put(block, text, changed=True)

    def _reading_of(self, block: int) -> str | None:
        row = self._connection.execute("SELECT 1 FROM block WHERE key = ?", (block,)).fetchone()
        return None if row is None else self.fetch.text_of(block)

    def tally_again(self, article: int) -> None:
        """Count an article's characters and doubts, and find what stands for it in a list."""
        self._connection.execute("DELETE FROM tally WHERE article = ?", (article,))
        blocks = self._connection.execute(
            "SELECT b.key, b.kind, r.characters FROM block b JOIN reading r ON r.block = b.key"
            " WHERE b.article = ? ORDER BY b.place",
            (article,),
        ).fetchall()
        if not blocks:
            return
        keys = [key for key, _, _ in blocks]
        title, untitled = stands_for(
            [kind for _, kind, _ in blocks], lambda n: self.fetch.text_of(keys[n])
        )
        self._connection.execute(
            "INSERT INTO tally (article, characters, doubts, title, untitled)"
            " VALUES (?, ?, ?, ?, ?)",
            (article, sum(count for *_, count in blocks), self._doubts(article), title, untitled),
        )

    def _doubts(self, article: int) -> int:
        (doubts,) = self._connection.execute(_DOUBTS, (article,)).fetchone()
        return int(doubts)


def stands_for(kinds: Sequence[str], text_of: Callable[[int], str]) -> tuple[str, bool]:
    """Give what stands for an article in a list, from the kinds of its blocks in order.

    That is its title, else its first other heading, else how its text begins (and True).
    `text_of` gives the reading text of the block of that place; few are asked for.
    """
    for wanted in (Kind.TITLE, Kind.KICKER, Kind.SUBTITLE):
        for place, kind in enumerate(kinds):
            if kind == wanted and (heading := " ".join(text_of(place).split())):
                return heading, False
    for place in range(len(kinds)):
        if flat := " ".join(text_of(place).split()):
            more = "…" if len(flat) > OPENING_CHARACTERS else ""
            return flat[:OPENING_CHARACTERS] + more, True
    return "", True
