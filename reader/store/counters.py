"""The last key that each table gave, as SQLite keeps it so that none is ever given twice."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import DamagedLibraryError, DiskFullError
from reader.store.faults import DatabaseError, lies_at, translate
from reader.store.schema import has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pysqlite3 import Connection

TABLES = ("source", "article", "block", "correction", "tag", "phrase")
MOST = 1 << 48
"""More keys than any library has given; SQLite itself ends at ``1 << 63``."""


class Counter(NamedTuple):
    """What is kept as the last key of a table (its type, if no number), and the last in use."""

    table: str
    last: int | str
    used: int


def unsound(connection: Connection, tables: Iterable[str] = TABLES) -> Iterator[Counter]:
    """Give each counter that lies below a key in use, or beyond all that may be."""
    for table in tables:
        if not has(connection, table):
            continue
        (used,) = connection.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()
        rows = connection.execute(
            "SELECT CASE typeof(seq) WHEN 'integer' THEN seq ELSE typeof(seq) END"
            " FROM sqlite_sequence WHERE name = ?",
            (table,),
        ).fetchall()
        for (last,) in rows or [(0,)]:
            if not (isinstance(last, int) and used <= last <= MOST):
                yield Counter(table, last, used)


def refuse_unsound(connection: Connection, tables: Iterable[str] = TABLES) -> None:
    """Raise where a counter cannot be gone on from."""
    for counter in unsound(connection, tables):
        says = f"sqlite_sequence: {counter.table} = {counter.last}"
        raise DamagedLibraryError(lies_at(connection), "sqlite", says=says)


@contextmanager
def told(connection: Connection) -> Iterator[None]:
    """Tell a counter at its end from a full disk: SQLite has one word for both."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(translate(error), DiskFullError):
            refuse_unsound(connection)
        raise
