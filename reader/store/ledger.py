"""The ledger's own steps: cut a piece, strike, put typed text, move pieces between blocks.

The pieces of every source tile it. A cut is never inside a run of white space of a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.store import ids
from reader.store.compose import Piece
from reader.store.fetch import Fetcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

    from reader.model import Reads, Why
    from reader.store.wishing import OpenWish

STEP = 1 << 20
"""Distance of two neighbours' places when they are first given."""


@dataclass(frozen=True, slots=True)
class Order:
    """A row of things that stand one behind the other: whose they are, and what names one."""

    table: str
    owner: str
    keys: tuple[str, ...] = ("key",)


PIECES_OF_BLOCK = Order("piece", "block", ("source", "start"))
BLOCKS_OF_ARTICLE = Order("block", "article")
BLOCKS_OF_PAGE = Order("block", "page")
ARTICLES_OF_PAGE = Order("article", "page")


class Ledger:
    """Writes pieces, seams and corrections; only inside an open wish."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.fetch = Fetcher(connection)

    def is_page(self, source: int) -> bool:
        """Tell whether a source is a page as received, not what a person typed."""
        row = self.connection.execute("SELECT kind FROM source WHERE key = ?", (source,)).fetchone()
        return row is not None and row[0] == "page"

    def piece_at(self, source: int, position: int) -> Piece:
        """Give the piece that holds the character at `position` of a source."""
        row = self.connection.execute(
            "SELECT source, start, end, block, place, struck FROM piece"
            " WHERE source = ? AND start <= ? ORDER BY start DESC LIMIT 1",
            (source, position),
        ).fetchone()
        return Piece(*row)

    def cut(self, source: int, position: int) -> None:
        """Make `position` a border of two pieces; nothing is done where it is one already."""
        if position <= 0 or position >= len(self.fetch.text(source)):
            return
        piece = self.piece_at(source, position)
        if piece.start == position:
            return
        place = self.place_after(piece.block, piece.place)
        self.connection.execute(
            "UPDATE piece SET end = ? WHERE source = ? AND start = ?",
            (position, source, piece.start),
        )
        self.connection.execute(
            "INSERT INTO piece (source, start, end, block, place, struck)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (source, position, piece.end, piece.block, place, piece.struck),
        )

    def place_after(self, block: int, place: int | None) -> int:
        """Give a free place behind `place` in a block; None: before all."""
        return free_place(self.connection, PIECES_OF_BLOCK, block, place)

    def correction(self, wish: OpenWish, why: Why) -> int:
        """Begin a correction; give its key."""
        cursor = self.connection.execute(
            "INSERT INTO correction (id, why, by, at) VALUES (?, ?, ?, ?)",
            (ids.new_id(), why, wish.actor, wish.at),
        )
        return int(cursor.lastrowid or 0)

    def strike(self, source: int, start: int, end: int, correction: int) -> None:
        """Strike ``source[start:end]``, which lies in one block, and is not struck yet."""
        self.cut(source, start)
        self.cut(source, end)
        self.connection.execute(
            "UPDATE piece SET struck = ? WHERE source = ? AND start >= ? AND start < ?"
            " AND struck IS NULL",
            (correction, source, start, end),
        )

    def type(self, text: str, correction: int) -> int:
        """Write what a person typed as a new source; give its key."""
        cursor = self.connection.execute(
            "INSERT INTO source (id, kind, text, correction) VALUES (?, 'typed', ?, ?)",
            (ids.new_id(), text, correction),
        )
        return int(cursor.lastrowid or 0)

    def put(self, source: int, block: int, *, after: tuple[int, int] | None) -> None:
        """Put the whole of a typed source into a block, behind the piece that starts at `after`.

        `after` is (source, start) of a piece of the block, None for the block's head.
        """
        place = None
        length = len(self.fetch.text(source))
        if after is not None:
            place, end = self.connection.execute(
                "SELECT place, end FROM piece WHERE source = ? AND start = ?", after
            ).fetchone()
            # A point where a person split ends the block: it goes behind what is put there.
            self.connection.execute(
                "UPDATE seam SET source = ?, start = ?, end = ?"
                " WHERE source = ? AND start = ? AND end = ? AND reads = 'para'"
                " AND NOT EXISTS (SELECT 1 FROM piece WHERE block = ? AND place > ?)",
                (source, length, length, after[0], end, end, block, place),
            )
        free = self.place_after(block, place)
        self.connection.execute(
            "INSERT INTO piece (source, start, end, block, place) VALUES (?, 0, ?, ?, ?)",
            (source, length, block, free),
        )

    def carry(self, pieces: Sequence[Piece], block: int) -> None:
        """Put pieces behind those of another block, in their order."""
        (last,) = self.connection.execute(
            "SELECT max(place) FROM piece WHERE block = ?", (block,)
        ).fetchone()
        place = 0 if last is None else last
        for piece in pieces:
            place += STEP
            self.connection.execute(
                "UPDATE piece SET block = ?, place = ? WHERE source = ? AND start = ?",
                (block, place, piece.source, piece.start),
            )

    def set_seam(self, source: int, start: int, end: int, reads: Reads, decider: str) -> None:
        """Write a person's verdict on a run of white space or on a point between characters.

        What the engine proposed is what the seam read until a person first decided.
        """
        self.connection.execute(
            "INSERT INTO seam (source, start, end, reads, decider) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (source, start, end) DO UPDATE SET"
            " proposal = CASE WHEN decider IS NULL THEN reads ELSE proposal END,"
            " reads = excluded.reads, decider = excluded.decider",
            (source, start, end, reads, decider),
        )

    def drop_seam(self, source: int, start: int) -> None:
        """Take away the seam of a split between characters, which joined again says nothing."""
        self.connection.execute(
            "DELETE FROM seam WHERE source = ? AND start = ? AND start = end", (source, start)
        )


def free_place(connection: Connection, order: Order, owner: int, place: int | None) -> int:
    """Give a free place behind `place` among the rows of `owner`, None: before all.

    Places are integers far apart; only when two neighbours have met are all rows of the owner
    moved apart again.
    """
    low = -(1 << 62) if place is None else place
    (following,) = connection.execute(
        f"SELECT min(place) FROM {order.table} WHERE {order.owner} = ? AND place > ?",
        (owner, low),
    ).fetchone()
    if following is None:
        return STEP if place is None else place + STEP
    if place is None:
        return int(following) - STEP
    if following - place > 1:
        return int(place + (following - place) // 2)
    return _move_apart(connection, order, owner, place) + STEP // 2


def _move_apart(connection: Connection, order: Order, owner: int, place: int) -> int:
    """Give all rows of `owner` new places; return the new one of the row at `place`."""
    rows = connection.execute(
        f"SELECT place, {', '.join(order.keys)} FROM {order.table}"
        f" WHERE {order.owner} = ? ORDER BY place",
        (owner,),
    ).fetchall()
    match = " AND ".join(f"{key} = ?" for key in order.keys)
    new = place
    for number, row in enumerate(rows, 1):
        connection.execute(
            f"UPDATE {order.table} SET place = ? WHERE {match}", (number * STEP, *row[1:])
        )
        if row[0] == place:
            new = number * STEP
    return new
