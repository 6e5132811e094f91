"""Compare what a library file holds with what its version declares."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import pysqlite3

from reader.store import schema

if TYPE_CHECKING:
    from pysqlite3 import Connection

_FIRST = "b6c0ebc880647b9d7b7ffcfc8aff7499ae154ed7e86be8977c192a6c75ed3d25"
SOUND = {
    1: _FIRST,
    2: _FIRST,
    3: "07b95ebccc3fca19d517e95e93f97d0c9d423b78096b586355c4808459d24f14",
}
"""The digest of what each version declares (a test holds it to be so).

A file with that digest is sound, and nothing has to be made and loaded to compare it with.
"""


class SchemaFault(NamedTuple):
    """A difference: ``foreign`` (not declared), ``missing``, or ``altered``."""

    fault: str
    type: str
    name: str


@lru_cache(maxsize=1)
def _declared() -> dict[str, tuple[str, str | None]]:
    from sqlite_utils import Database

    database = Database(pysqlite3.connect(":memory:", isolation_level=None))
    try:
        schema.migrations().apply(database)
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


def digest(objects: dict[str, tuple[str, str | None]]) -> str:
    """Give the SHA-256 of a schema's objects, whatever their order."""
    rows = sorted((name, *said) for name, said in objects.items())
    return sha256(json.dumps(rows).encode()).hexdigest()


def schema_faults(connection: Connection) -> list[SchemaFault]:
    """List every difference between the file's schema and the declared one.

    A file of an older version, opened for reading, may be as that version declared it.
    """
    theirs = _objects(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if digest(theirs) == SOUND.get(version):
        return []
    ours = _declared()
    faults = [SchemaFault("foreign", theirs[n][0], n) for n in theirs if n not in ours]
    faults += [SchemaFault("missing", ours[n][0], n) for n in ours if n not in theirs]
    faults += [
        SchemaFault("altered", ours[n][0], n) for n in ours if n in theirs and ours[n] != theirs[n]
    ]
    return faults


def foreign_objects(connection: Connection) -> list[SchemaFault]:
    """List what a writer must not touch: objects that are foreign or altered, or are missing."""
    return schema_faults(connection)
