"""Rescue what can be read of a library that is damaged, row by row, whatever else is broken.

Each row is asked for by its key, so that a broken page costs the rows that lie on it and no more.
A file of which only the header is broken is read through a copy with a header of ours.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import (
    DamagedLibraryError,
    JiaokanError,
    NoLibraryError,
    NotALibraryError,
    NotFoundError,
)
from reader.store.copying import told_os
from reader.store.faults import STUMBLES, DatabaseError
from reader.store.library import Library
from reader.store.opening import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pysqlite3 import Connection

_HEADER = 100
_PAGE = 4096
_LEAST_OF_A_ROW = 8


@dataclass(frozen=True, slots=True)
class Rescued:
    """A text that could be read: a page as received, an article as it reads, or typed text.

    `data` is UTF-8, except where the damage lies in the text itself; None: it is lost. `name` is
    the file's name of a page, the title of an article.
    """

    kind: str
    key: int
    name: str = ""
    data: bytes | None = None


def rescue(path: Path, aside: Path) -> Iterator[Rescued]:
    """Give every text of the library at `path` that can be read, and name those that cannot.

    `aside` is where a copy may lie for a while. Raise an error of `reader.errors` when it is no
    library at all, or a newer one.
    """
    with _readable(path, aside) as library:
        most = library.path.stat().st_size // _LEAST_OF_A_ROW
        for key in _keys(library.connection, "source", most):
            if (found := _source(library.connection, key)) is not None:
                yield found
        for key in _keys(library.connection, "article", most):
            if (found := _article(library, key)) is not None:
                yield found


@contextmanager
def _readable(path: Path, aside: Path) -> Iterator[Library]:
    try:
        library = Library.open(path)
    except NoLibraryError:
        raise
    except (DamagedLibraryError, NotALibraryError) as error:
        if not _mend(path, aside):
            raise
        try:
            with Library.open(aside) as library:
                yield library
        except NotALibraryError:
            raise error from None
        finally:
            aside.unlink(missing_ok=True)
        return
    with library:
        yield library


def _mend(path: Path, aside: Path) -> bool:
    """Copy a file with a header of ours; tell whether it is large enough to be a library."""
    with told_os(path):
        if path.stat().st_size < 2 * _PAGE:
            return False
        shutil.copyfile(path, aside)
    fresh = aside.with_name(aside.name + "-new")
    try:
        Library.open(fresh, Mode.CREATE).close()
        head = bytearray(fresh.read_bytes()[:_HEADER])
    finally:
        fresh.unlink(missing_ok=True)
    head[18:20] = b"\x01\x01"  # without a log: what stands in one beside the file is not ours
    head[28:32] = (path.stat().st_size // _PAGE).to_bytes(4, "big")
    head[32:40] = bytes(8)  # the pages that are free
    with told_os(aside), aside.open("r+b") as file:
        file.write(head)
    return True


def _keys(connection: Connection, table: str, most: int) -> Iterator[int]:
    """Give all keys that a table may have, `most` at the most: also those of rows that are lost.

    A key beyond what the file has room for is damage itself.
    """
    last = 0
    for sql in (f"SELECT max(key) FROM {table}", f"SELECT max(rowid) FROM {table}"):
        try:
            last = max(last, connection.execute(sql).fetchone()[0] or 0)
        except DatabaseError:
            continue
    try:
        row = connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        last = max(last, row[0] if row and isinstance(row[0], int) else 0)
    except DatabaseError:
        pass
    return iter(range(1, min(last, most) + 1))


def _source(connection: Connection, key: int) -> Rescued | None:
    kind, name = "page", ""
    try:
        row = connection.execute(
            "SELECT CAST(text AS BLOB), kind, file FROM source WHERE key = ?", (key,)
        ).fetchone()
        if row is None:
            return None
        kind = "typed" if row[1] == "typed" else "page"
        if row[2] is not None:
            name = _file(connection, row[2])
        return Rescued(kind, key, name, row[0])
    except (DatabaseError, *STUMBLES):
        return Rescued(kind, key, name)


def _file(connection: Connection, key: int) -> str:
    try:
        row = connection.execute(
            "SELECT CAST(name AS BLOB) FROM file WHERE key = ?", (key,)
        ).fetchone()
    except DatabaseError:
        return ""
    return "" if row is None or row[0] is None else os.fsdecode(row[0])


def _article(library: Library, key: int) -> Rescued | None:
    try:
        row = library.connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        article = library.articles.get(row[0])
        text = "\n\n".join(block.text for block in article.blocks)
        return Rescued("article", key, article.blocks[0].text[:40], text.encode())
    except NotFoundError:
        return None  # of an issue that was withdrawn: its pages stand among the sources
    except (JiaokanError, DatabaseError, *STUMBLES):
        return Rescued("article", key)
