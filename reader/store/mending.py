"""Mend a copy of a damaged library so far that SQLite reads it: header, schema, indexes.

The first page is made anew. What the schema says is taken from our own declarations; of the damaged
one only where each table begins is asked, row by row. Where it does not tell, a table begins where
it does in a new library: all are made in the same order in an empty file.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pysqlite3

from reader.errors import DamagedLibraryError
from reader.held import SIDE_FILES
from reader.store import extents, hotlog
from reader.store.copying import told_os
from reader.store.faults import DatabaseError, told_opening
from reader.store.library import Library
from reader.store.opening import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pysqlite3 import Connection

PAGE = 4096
_HEADER = 100
_MOST_OBJECTS = 512
_TREES = {2, 5, 10, 13}
_EMPTY_TABLE, _EMPTY_INDEX = (bytes([kind, 0, 0, 0, 0, PAGE >> 8, 0, 0]) for kind in (13, 10))
_READ = (
    "library", "file", "issue", "page", "source", "sqlite_sequence", "article", "block",
    "correction", "piece", "seam", "tag", "article_tag", "phrase", "phrase_span", "tally",
    "reworded",
)  # fmt: skip
"""The tables that are asked when texts are read."""


class _Object(NamedTuple):
    """A table or an index: its kind, name, table, first page, statement."""

    kind: str
    name: str
    table: str
    root: int
    sql: str | None

    @property
    def is_rowid(self) -> bool:
        return self.kind == "table" and "WITHOUT ROWID" not in (self.sql or "")


def remove(aside: Path) -> None:
    """Take a copy away, with what SQLite keeps beside it."""
    for end in ("", *SIDE_FILES):
        with told_os(aside):
            aside.with_name(aside.name + end).unlink(missing_ok=True)


@contextmanager
def mended(path: Path, aside: Path, *, anew: bool) -> Iterator[Library]:
    """Open a mended copy, at `aside`, of the library at `path`; it is taken away at the end.

    `anew`: all its indexes are made anew from the tables. Raise an error of `reader.errors` when
    they cannot be, or when the file is too short to be a library.
    """
    try:
        head, declared = _fresh(aside)
        with told_os(path):
            extents.copy(path, aside)
            _pour_log(path, aside, head)
        if aside.stat().st_size < 2 * PAGE:
            raise DamagedLibraryError(str(path), "short")
        with told_opening(path), _damage(path):
            _mend(aside, head, _placed(aside, head, declared), anew=anew)
        with Library.open(aside) as library:
            yield library
    finally:
        remove(aside)


@contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Tell rows that an index cannot hold as damage."""
    try:
        yield
    except pysqlite3.IntegrityError as error:
        raise DamagedLibraryError(str(path), "sqlite", says=str(error)) from error


def _fresh(aside: Path) -> tuple[bytes, list[_Object]]:
    """Give the header of a new library, and what its schema declares of what is read here."""
    remove(aside)
    Library.open(aside, Mode.CREATE).close()
    with closing(_opened(aside)) as connection:
        rows = connection.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")
        declared = [_Object(*row) for row in rows if row[2] in _READ]
    head = bytearray(aside.read_bytes()[:_HEADER])
    head[18:20] = b"\x01\x01"  # without a log
    head[32:40] = bytes(8)  # the pages that are free
    remove(aside)
    return bytes(head), declared


def _opened(path: Path) -> Connection:
    """Open a file so that SQLite passes over what is malformed in its schema."""
    uri = f"file:{quote(os.fsencode(path))}?mode=rw"
    connection: Connection = pysqlite3.connect(uri, uri=True, isolation_level=None)
    for pragma in ("trusted_schema=OFF", "writable_schema=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _pour_log(path: Path, aside: Path, head: bytes) -> None:
    """Bring into the copy what stands in the log beside the library, where SQLite takes it.

    The copy's header is made anew first, so that it can be asked where its tables begin: a log
    that names another library is left alone.
    """
    log = path.with_name(path.name + "-wal")
    if not log.is_file():
        return
    if aside.stat().st_size >= PAGE:
        _headed(aside, head)
    if hotlog.names_another(aside, log):
        return
    extents.copy(log, aside.with_name(aside.name + "-wal"))
    with suppress(DatabaseError), closing(_opened(aside)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    for end in SIDE_FILES:
        aside.with_name(aside.name + end).unlink(missing_ok=True)


def _headed(aside: Path, head: bytes) -> None:
    with told_os(aside), aside.open("r+b") as file:
        file.write(head)
        file.seek(28)
        file.write((aside.stat().st_size // PAGE).to_bytes(4, "big"))


def _placed(aside: Path, head: bytes, declared: list[_Object]) -> list[_Object]:
    """Say where each table and index begins in the copy; 0 where it is not there."""
    _headed(aside, head)
    found: dict[str, int] = {}
    whole = True
    with closing(_opened(aside)) as connection:
        for key in range(1, _MOST_OBJECTS):
            try:
                row = connection.execute(
                    "SELECT name, rootpage FROM sqlite_schema WHERE rowid = ?", (key,)
                ).fetchone()
            except (DatabaseError, UnicodeDecodeError):
                whole = False
                continue
            if row and isinstance(row[0], str) and isinstance(row[1], int):
                found[row[0]] = row[1]
    if whole and "source" in found:
        return [one._replace(root=found.get(one.name, 0)) for one in declared]
    return [one._replace(root=found.get(one.name, one.root)) for one in declared]


def _mend(aside: Path, head: bytes, objects: list[_Object], *, anew: bool) -> None:
    """Make the first page anew, with a schema of ours, and the indexes that are asked for."""
    pages = aside.stat().st_size // PAGE
    made, named = [], []
    with told_os(aside), aside.open("r+b") as file:
        file.truncate(pages * PAGE)
        file.write((head + _EMPTY_TABLE).ljust(PAGE, b"\0"))
        for one in objects:
            file.seek(max(one.root - 1, 0) * PAGE)
            there = 1 < one.root <= pages and file.read(1)[0] in _TREES
            if (anew and one.kind == "index") or not there:
                pages += 1
                file.seek((pages - 1) * PAGE)
                empty = _EMPTY_TABLE if one.is_rowid else _EMPTY_INDEX
                file.write(empty.ljust(PAGE, b"\0"))
                named += [one.name] if one.kind == "index" else []
                made.append(one._replace(root=pages))
            else:
                made.append(one)
    _headed(aside, head)
    with closing(_opened(aside)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", made)
    with closing(_opened(aside)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")
        for name in named:
            connection.execute(f'REINDEX "{name}"')
