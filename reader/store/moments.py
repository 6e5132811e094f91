"""One moment of a library: what is read inside agrees, whatever others write meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pysqlite3 import Connection


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """Read one state of the library; inside another snapshot, or a wish, that of it."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
