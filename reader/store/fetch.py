"""Read pieces, seams and source texts for composing, few statements at a time."""

from __future__ import annotations

from collections import OrderedDict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.store.compose import Piece, Reading, SeamRow, compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

_CACHED_TEXTS = 64

_Composed = tuple[int, str, Reading]


class Fetcher:
    """Composes blocks of one library; keeps the texts of the pages last read.

    Only texts of pages are kept: they never change, while the key of a typed text that was
    undone may serve again.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._last: tuple[tuple[str, int, int, int], list[_Composed]] | None = None

    def text(self, source: int) -> str:
        """Give the text of a source."""
        if source in self._texts:
            self._texts.move_to_end(source)
            return self._texts[source]
        kind, text = self._connection.execute(
            "SELECT kind, text FROM source WHERE key = ?", (source,)
        ).fetchone()
        if kind == "page":
            self._texts[source] = text
            if len(self._texts) > _CACHED_TEXTS:
                self._texts.popitem(last=False)
        return str(text)

    def pieces(self, block: int) -> list[Piece]:
        """Give the pieces of a block in their order."""
        rows = self._connection.execute(
            "SELECT source, start, end, block, place, struck FROM piece"
            " WHERE block = ? ORDER BY place",
            (block,),
        )
        return [Piece(*row) for row in rows]

    def seams(self, pieces: Iterable[Piece]) -> dict[int, list[SeamRow]]:
        """Give the seams that lie in or at the end of `pieces`, by source."""
        ranges: dict[int, tuple[int, int]] = {}
        for piece in pieces:
            low, high = ranges.get(piece.source, (piece.start, piece.end))
            ranges[piece.source] = (min(low, piece.start), max(high, piece.end))
        return {
            source: [
                SeamRow(*row)
                for row in self._connection.execute(
                    "SELECT start, end, reads FROM seam"
                    " WHERE source = ? AND start BETWEEN ? AND ? ORDER BY start, end",
                    (source, low, high),
                )
            ]
            for source, (low, high) in ranges.items()
        }

    def read(self, block: int) -> Reading:
        """Compose one block."""
        return self.compose(self.pieces(block))

    def text_of(self, block: int) -> str:
        """Give the reading text of one block."""
        return self.read(block).text

    def read_all(self, owner: str, key: int) -> Sequence[_Composed]:
        """Compose all blocks of an article or of a page itself, few statements in all.

        `owner` is ``article`` or ``page``. Given are key, kind and reading, in their order. An
        article that is opened is asked for its text, its seams and its corrections: what was
        composed last is kept until anybody writes. Inside a transaction nothing is: it may be
        rolled back, which no number tells.
        """
        if self._connection.in_transaction:
            return self._read_all(owner, key)
        (others,) = self._connection.execute("PRAGMA data_version").fetchone()
        now = owner, key, self._connection.total_changes, int(others)
        if self._last is None or self._last[0] != now:
            self._last = now, self._read_all(owner, key)
        return self._last[1]

    def _read_all(self, owner: str, key: int) -> list[_Composed]:
        rows = self._connection.execute(
            "SELECT b.key, b.kind, p.source, p.start, p.end, p.block, p.place, p.struck"
            " FROM block b JOIN piece p ON p.block = b.key"
            f" WHERE b.{owner} = ? ORDER BY b.place, b.key, p.place",
            (key,),
        ).fetchall()
        pieces = [Piece(*row[2:]) for row in rows]
        texts = {source: self.text(source) for source in {piece.source for piece in pieces}}
        seams = self.seams(pieces)
        return [
            (block, kind, compose([Piece(*row[2:]) for row in mine], texts, seams))
            for (block, kind), mine in groupby(rows, key=itemgetter(0, 1))
        ]

    def compose(self, pieces: Sequence[Piece]) -> Reading:
        """Compose pieces that are at hand."""
        texts = {piece.source: self.text(piece.source) for piece in pieces}
        return compose(pieces, texts, self.seams(pieces))
