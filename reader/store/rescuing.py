"""Rescue what can be read of a library that is damaged, row by row, whatever else is broken.

Each row is asked for by its key, so that a broken page costs the rows that lie on it and no more.
What cannot be read so is looked for in a mended copy, then in the raw pages.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import (
    DamagedLibraryError,
    JiaokanError,
    NoLibraryError,
    NotALibraryError,
)
from reader.store.carving import Carvings, beginning, carve, fragments
from reader.store.extents import written
from reader.store.faults import STUMBLES, DatabaseError
from reader.store.fetch import Fetcher
from reader.store.fitting import Fits
from reader.store.library import Library
from reader.store.mending import mended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pysqlite3 import Connection

_LEAST_OF_A_ROW = 8


@dataclass(frozen=True, slots=True)
class Rescued:
    """A text that could be read: a page as received, an article as it reads, or typed text.

    A ``fragment`` are the runs of text that were found on page `key` of the file, from 1.
    `data` is UTF-8, except where the damage lies in the text itself; None: it is lost. `name` is
    the file's name of a page, the title of an article. `altered`: it is not as it was taken in.
    A ``file`` is one of which the name is known, but not which of the lost pages are its own.
    """

    kind: str
    key: int
    name: str = ""
    data: bytes | None = None
    altered: bool = False


def rescue(path: Path, aside: Path) -> Iterator[Rescued]:
    """Give every text of the library at `path` that can be read, and name those that cannot.

    `aside` is a folder where copies may lie for a while. Raise an error of `reader.errors` when
    it is no library at all, or a newer one.
    """
    try:
        library = Library.open(path)
    except NoLibraryError:
        raise
    except (DamagedLibraryError, NotALibraryError) as error:
        found = False
        for text in _of_copy(path, aside):
            found |= text.data is not None
            yield text
        if not found:
            raise error from None
        return
    with library:
        yield from _texts(library, path, aside)


def _of_copy(path: Path, aside: Path) -> Iterator[Rescued]:
    with ExitStack() as copy:
        try:
            library = copy.enter_context(mended(path, aside / "library.db", anew=False))
        except (DamagedLibraryError, NotALibraryError):
            yield from _carved(path, [], set(), set())
            return
        yield from _texts(library, path, aside)


def _texts(library: Library, path: Path, aside: Path) -> Iterator[Rescued]:
    most = written(library.path) // _LEAST_OF_A_ROW
    lost, seen, named = [], set(), set()
    fits = Fits(library.connection)
    for key in _keys(library.connection, "source", most):
        found = _source(library.connection, key, fits)
        if found is not None and found.data is not None:
            seen.add(key)
            named.add(found.name)
            yield found
        elif found is not None:
            lost.append(found)
    if lost or not seen:
        yield from _carved(path, lost, seen, named)
    again = []
    for key in _keys(library.connection, "article", most):
        if (found := _article(library, key)) is None:
            continue
        if found.data is None:
            again.append(found)
        else:
            yield found
    if again:
        yield from _by_new_indexes(path, aside, again)


def _by_new_indexes(path: Path, aside: Path, lost: Sequence[Rescued]) -> Iterator[Rescued]:
    """Read articles in a copy of which the indexes were made anew from its tables."""
    with ExitStack() as copy:
        try:
            library = copy.enter_context(mended(path, aside / "indexed.db", anew=True))
        except (DamagedLibraryError, NotALibraryError):
            yield from lost
            return
        yield from (_article(library, one.key) or one for one in lost)


def _carved(
    path: Path, lost: Sequence[Rescued], seen: set[int], named: set[str]
) -> Iterator[Rescued]:
    """Look for texts in the raw pages, without the help of SQLite; `named` is what was read.

    Where no page is read by SQLite, also for runs of text that belong to no row that is known.
    """
    found = carve(path)
    names = {one.key: one.name for one in lost}
    for key in sorted(names.keys() | (found.sources.keys() - seen)):
        carved = _carved_source(found, key, names.get(key, ""))
        named.add(carved.name)
        yield carved
    for key, name in sorted(found.names.items()):
        if name not in named:
            yield Rescued("file", key, name)
    for one in found.sources.values():
        if not one.whole and (text := beginning(one.data)):
            yield Rescued("fragment", one.page + 1, data=text)
    whole = {key for key, one in found.sources.items() if one.whole}
    if not seen and not (lost and whole.issuperset(one.key for one in lost)):
        for page, data in fragments(path, found.pages | _partly(found)):
            yield Rescued("fragment", page, data=data)


def _partly(found: Carvings) -> set[int]:
    return {one.page for one in found.sources.values() if not one.whole}


def _carved_source(found: Carvings, key: int, name: str) -> Rescued:
    one = found.sources.get(key)
    if one is None:
        return Rescued("page", key, name)
    if one.file is not None:
        name = found.names.get(one.file, name)
    return Rescued(one.kind, key, name, one.data if one.whole else None)


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


def _source(connection: Connection, key: int, fits: Fits) -> Rescued | None:
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
        altered = row[0] is not None and not fits.source(key, row[2])
        return Rescued(kind, key, name, row[0], altered)
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
    """Compose an article from its pieces alone: what is derived may be lost, too."""
    try:
        row = library.connection.execute(
            "SELECT p.present AND i.present FROM article a LEFT JOIN page p ON p.key = a.page"
            " LEFT JOIN issue i ON i.key = p.issue WHERE a.key = ?",
            (key,),
        ).fetchone()
        if row is None or row[0] == 0:
            return None  # of an issue that was withdrawn: its pages stand among the sources
        texts = [
            reading.text for _, _, reading in Fetcher(library.connection).read_all("article", key)
        ]
        if not texts:
            return Rescued("article", key, _title(library.connection, key))
        return Rescued("article", key, texts[0][:40], "\n\n".join(texts).encode())
    except (JiaokanError, DatabaseError, *STUMBLES):
        return Rescued("article", key, _title(library.connection, key))


def _title(connection: Connection, key: int) -> str:
    """Give the title of an article that cannot be composed, where that can be read."""
    try:
        row = connection.execute("SELECT title FROM tally WHERE article = ?", (key,)).fetchone()
    except (DatabaseError, *STUMBLES):
        return ""
    return row[0][:40] if row and isinstance(row[0], str) else ""
