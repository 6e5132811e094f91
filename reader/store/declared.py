"""Compare what a library file holds with what its version declares."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pysqlite3
from sqlite_utils import Database

from reader.store import schema

if TYPE_CHECKING:
    from pysqlite3 import Connection


class SchemaFault(NamedTuple):
    """A difference: ``foreign`` (not declared), ``missing``, or ``altered``."""

    fault: str
    type: str
    name: str


@lru_cache(maxsize=1)
def _declared() -> dict[str, tuple[str, str | None]]:
    database = Database(pysqlite3.connect(":memory:", isolation_level=None))
    try:
        schema.MIGRATIONS.apply(database)
        return _objects(database.conn)
    finally:
        database.close()


def _objects(connection: Connection) -> dict[str, tuple[str, str | None]]:
    rows = connection.execute("SELECT name, type, sql FROM main.sqlite_master")
    return {
        name: (kind, " ".join(sql.split()) if sql else None)
        for name, kind, sql in rows
        if not name.startswith("sqlite_stat")
    }


def schema_faults(connection: Connection) -> list[SchemaFault]:
    """List every difference between the file's schema and the declared one."""
    ours, theirs = _declared(), _objects(connection)
    faults = [SchemaFault("foreign", theirs[n][0], n) for n in theirs if n not in ours]
    faults += [SchemaFault("missing", ours[n][0], n) for n in ours if n not in theirs]
    faults += [
        SchemaFault("altered", ours[n][0], n) for n in ours if n in theirs and ours[n] != theirs[n]
    ]
    return faults


def foreign_objects(connection: Connection) -> list[SchemaFault]:
    """List what a writer must not touch: objects that are foreign or altered, or are missing."""
    return schema_faults(connection)
