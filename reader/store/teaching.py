"""What the engine learnt from a library: kept in it, by wishes, as a JSON text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.manager import Manager
from reader.store.schema import has
from reader.store.verdicts import Verdicts
from reader.text.learnt import field_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import Changes, Reads
    from reader.text.field import Field


class Teaching(Manager):
    """The manager of what was learnt."""

    def text(self) -> str | None:
        """Give what was learnt, as `reader.text.learnt` writes it; None when nothing was."""
        if not has(self._connection, "learnt"):
            return None
        row = self._connection.execute("SELECT weights FROM learnt").fetchone()
        return None if row is None else str(row[0])

    def field(self) -> Field:
        """Give the field by which pages of this library are read."""
        return field_of(self.text())

    def learn(self, weights: str, **told: int) -> Changes:
        """Keep what was learnt, in place of what was before; `told` is for the journal's words."""
        with self._library.wish("learn", **told) as wish:
            self._connection.execute(
                "INSERT INTO learnt (key, weights) VALUES (1, ?1)"
                " ON CONFLICT (key) DO UPDATE SET weights = ?1",
                (weights,),
            )
        return wish.changes

    def forget(self) -> Changes:
        """Take back what was learnt; nothing changes where nothing was."""
        with self._library.wish("forget") as wish:
            self._connection.execute("DELETE FROM learnt")
        return wish.changes

    def sources(self) -> list[int]:
        """Give the texts of all present pages, in an order that only their bytes decide.

        So two colleagues who took in the same pages, in whatever order, look at the same.
        """
        rows = self._connection.execute(
            "SELECT s.key FROM page p JOIN issue i ON i.key = p.issue AND i.present"
            " JOIN source s ON s.key = p.source WHERE p.present ORDER BY s.id"
        )
        return [key for (key,) in rows]

    def stretches(self, source: int) -> tuple[str, list[tuple[int, int]]]:
        """Give a page's text, and the stretches of it that are read in articles.

        Furniture is left out, and text that was struck. What a person typed is none of the page's.
        """
        (text,) = self._connection.execute(
            "SELECT text FROM source WHERE key = ?", (source,)
        ).fetchone()
        rows = self._connection.execute(
            "SELECT piece.start, piece.end FROM piece JOIN block ON block.key = piece.block"
            " WHERE piece.source = ? AND piece.struck IS NULL AND block.article IS NOT NULL"
            " AND block.kind <> 'furniture' ORDER BY piece.start",
            (source,),
        )
        return text, rows.fetchall()

    def verdicts(self) -> Iterator[tuple[str, str, dict[int, Reads]]]:
        """Give of each page with verdicts its source's id, its text, and what people decided."""
        look = Verdicts(self._library)
        for page in look.pages():
            standing = look.standing(page)
            if standing.fixed:
                yield standing.source_id, standing.text, standing.fixed
