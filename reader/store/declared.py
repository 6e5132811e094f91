"""Compare what a library file holds with what its version declares."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pysqlite3

from reader import places
from reader.store import schema

if TYPE_CHECKING:
    from pysqlite3 import Connection

_UNSEALED = "b6c0ebc880647b9d7b7ffcfc8aff7499ae154ed7e86be8977c192a6c75ed3d25"
SOUND = {
    1: _UNSEALED,
    2: _UNSEALED,
    3: "0636e3e5da4f57cde1bbab5d5685784532c1a2ae3dfa65e2119bd5982b794813",
    4: "c9224aeb0ffd47afe535d0c201b7e9e79b26e7d5e9dfcfeb813ac738081ceec2",
    5: "b867cc8cd6eb2075295607dad59a49e4cc6313da545b4e665933e0a082f55f4a",
    6: "4be28c5c33609604223a75dea0f7d01b48e0e9fcf7e1881bc20f75b6f4c271a7",
    7: "1759c9a1601c9c0228559d24d7154906df8b017ed4b79dcf302023fe862780c2",
}
"""The digest of what each version declares (a test holds it to be so).

A file with that digest is sound, and nothing has to be made and loaded to compare it with.
"""


class SchemaFault(NamedTuple):
    """A difference: ``foreign`` (not declared), ``missing``, or ``altered``."""

    fault: str
    type: str
    name: str


@lru_cache
def _declared(version: int) -> dict[str, tuple[str, str | None]]:
    """Make what the first `version` migrations make, and give it."""
    from sqlite_utils import Database

    database = Database(pysqlite3.connect(":memory:", isolation_level=None))
    try:
        migrations = schema.migrations()
        later = [step.name for step in migrations.pending(database)][version:]
        migrations.apply(database, stop_before=later)
        return _objects(database.conn)
    finally:
        database.close()


_COUNTED = {
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
}
"""Tables that SQLite's own ANALYZE makes; all else that bears such a name was planted."""


def _objects(connection: Connection) -> dict[str, tuple[str, str | None]]:
    """Give what a schema holds by names; a name that comes again has a blank behind it."""
    found: dict[str, tuple[str, str | None]] = {}
    for said, kind, sql in connection.execute("SELECT name, type, sql FROM main.sqlite_master"):
        name, made = str(said), " ".join(str(sql).split()) if sql else None
        if kind == "table" and made and made == _COUNTED.get(name):
            continue
        while name in found:
            name += " "
        found[name] = (str(kind), made)
    return found


def told(objects: dict[str, tuple[str, str | None]]) -> str:
    """Tell a schema's objects as JSON, whatever their order."""
    return json.dumps(sorted((name, *said) for name, said in objects.items()))


def digest(objects: dict[str, tuple[str, str | None]]) -> str:
    """Give the SHA-256 of a schema's objects."""
    from hashlib import sha256  # loads OpenSSL, which a start can spare

    return sha256(told(objects).encode()).hexdigest()


def _as_it_is_now() -> str:
    """Give what `told` gives of the newest version; empty where the file is not there."""
    try:
        return (places.resources() / "schema.json").read_text(encoding="utf-8").rstrip("\n")
    except OSError:
        return ""


@lru_cache
def tables() -> dict[str, str]:
    """Give the tables that the newest version declares, each with its statement in one line."""
    said = _as_it_is_now()
    objects = (
        [(name, kind, sql) for name, kind, sql in json.loads(said)]
        if said
        else [(name, *known) for name, known in _declared(schema.VERSION).items()]
    )
    return {name: str(sql) for name, kind, sql in objects if kind == "table"}


_REACHES = re.compile(r"\bAS\b", re.IGNORECASE)
"""What a column or table that is worked out when it is read is made with: none of ours."""


def disguised(connection: Connection) -> list[SchemaFault]:
    """List what bears the name of a table of ours and is none: a view, a trigger, another's.

    To read one may never end, or read what somebody planted; so only the schema is read here.
    """
    faults = []
    for name, kind, sql in connection.execute("SELECT name, type, sql FROM main.sqlite_master"):
        ours = tables().get(str(name).lower())
        if ours is None:
            continue
        made = " ".join(str(sql).split())
        begins = ours if ours.startswith("CREATE VIRTUAL ") else "CREATE TABLE "
        if kind != "table" or not made.startswith(begins) or _REACHES.search(made):
            faults.append(SchemaFault("altered", str(kind), str(name)))
    return faults


def schema_faults(connection: Connection) -> list[SchemaFault]:
    """List every difference between the file's schema and what its version declares."""
    theirs = _objects(connection)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == schema.VERSION and told(theirs) == _as_it_is_now():
        return []
    if digest(theirs) == SOUND.get(version):
        return []
    ours = _declared(version)
    faults = [SchemaFault("foreign", theirs[n][0], n) for n in theirs if n not in ours]
    faults += [SchemaFault("missing", ours[n][0], n) for n in ours if n not in theirs]
    faults += [
        SchemaFault("altered", ours[n][0], n) for n in ours if n in theirs and ours[n] != theirs[n]
    ]
    return faults


def foreign_objects(connection: Connection) -> list[SchemaFault]:
    """List what a writer must not touch: objects that are foreign or altered, or are missing."""
    return schema_faults(connection)
