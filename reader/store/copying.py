"""Copy a whole library while it is in use: beside, opened and counted, synced, renamed.

Only SQLite's backup interface reads a library that may be in use; a copy is one file without
side files, private, and wholly there or not at all.
"""

from __future__ import annotations

import errno
import os
import re
import time
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pysqlite3

from reader import places
from reader.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryInUseError,
    NoLibraryError,
    NotALibraryError,
    OutputError,
    ReadOnlyError,
    UsageError,
)
from reader.held import SIDE_FILES
from reader.store import opening, schema, seals
from reader.store.beside import MAGIC, draft_of, is_side_name, is_too_long
from reader.store.declared import disguised
from reader.store.faults import NO_ROOM, DatabaseError, lies_at, told
from reader.store.locks import SideLock
from reader.store.opening import Mode
from reader.store.putting import put_new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pysqlite3 import Connection

    Report = Callable[[int, int], None]

ALTERED = "-altered"
"""How the name ends of a copy on the shelf that does not fit its seals."""

PAGES_AT_ONCE = 2048
"""How many pages of a file are copied between two reports."""

_WITHDRAWN = (
    "(SELECT count(*) FROM article a JOIN page p ON p.key = a.page"
    " JOIN issue i ON i.key = p.issue WHERE NOT (p.present AND i.present))"
)

_BESIDE = re.compile(r"(\..+\.tmp)(-wal|-shm|-journal|\.lock)?$")
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a library was counted to hold; two that are the same copy count the same."""

    library: str
    schema: int
    head: int | None
    wishes: int
    pages: int
    articles: int
    characters: int
    pieces: int
    withdrawn: int
    """How many of the articles are of withdrawn issues."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was opened and counted. `characters` are those of the articles as they read.

    `withdrawn` tells how many of the articles are of withdrawn issues, `altered` how much of it
    does not fit its seals: it is a copy of a library that was changed from outside.
    """

    path: Path
    library: str
    pages: int
    articles: int
    characters: int
    size: int
    withdrawn: int
    altered: int = 0


def count(connection: Connection) -> Counted:
    """Count a library of any schema so far."""
    row = connection.execute(f"""
        SELECT (SELECT id FROM library), (SELECT head FROM library),
               (SELECT coalesce(max(key), 0) FROM wish), (SELECT count(*) FROM page),
               (SELECT count(*) FROM article),
               (SELECT coalesce(sum(characters), 0) FROM tally), (SELECT count(*) FROM piece),
               {_WITHDRAWN}
    """).fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return Counted(row[0], version, *row[1:])


def withdrawn(connection: Connection) -> int:
    """Count the articles of withdrawn issues in a library of any schema so far."""
    (found,) = connection.execute(f"SELECT {_WITHDRAWN}").fetchone()
    return int(found)


def verify(connection: Connection, path: Path) -> Counted:
    """Let SQLite check a library's structure, and count it; raise `DamagedLibraryError`."""
    with told(path):
        (first,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if first != "ok":
            raise DamagedLibraryError(str(path), "integrity", says=first)
        if form := opening.odd_form(connection):
            raise DamagedLibraryError(str(path), "write_form", form=form)
        counted = count(connection)
    if counted.library is None:
        raise DamagedLibraryError(str(path), "no_identity")
    return counted


@contextmanager
def opened(path: Path, mode: Mode = Mode.READ) -> Iterator[Connection]:
    """Open a library without looking at more than its header, and close it."""
    try:
        connection = opening.connect(path, mode)
    except NoLibraryError as error:
        if error.detail == "empty":  # a copy that is to become a library is none
            raise NotALibraryError(str(path), "empty") from error
        raise
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != schema.APPLICATION_ID:  # an empty file got so far
            raise NotALibraryError(str(path), "empty")
        yield connection
    finally:
        connection.close()
        opening.release(path)


def copy(
    source: Connection,
    path: Path,
    report: Report | None = None,
    *,
    anew: bool = False,
    anything: bool = False,
) -> Copied:
    """Write a consistent copy of the library `source` to `path`.

    What is there is replaced only when it is a library of ours, or with `anything`, which is for
    what was set aside, and only once the copy has been opened, checked and counted against the
    original; with `anew` it stays, and the copy gets the first free name, which tells when it does
    not fit its seals. `report` is called with
    pages done and pages in all; what it raises ends the copying, and nothing is left.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link
    if form := opening.odd_form(source):  # its copy could not be written either
        raise DamagedLibraryError(lies_at(source), "write_form", form=form)
    if source.in_transaction:  # what is not committed yet is nobody's copy
        raise UsageError("copy", "open_wish")
    with told_os(path):
        refuse_target(source, path, anything=anything)
        places.make_private(path.parent)
    beside = draft_of(path)
    lock = lock_of(beside, best_effort=True)
    with lock.held() as mine, ExitStack() as undo:
        if not mine:
            raise why_no_lock(lock.path, path)
        undo.callback(sweep, beside)
        sweep(beside)
        with told_os(path), told(path):
            counted = _fill(source, beside, report)
            opening.refuse_changed(source)
            altered = _compare(beside, counted, path)
            sync(beside)
            size = beside.stat().st_size
            if anew:
                path = put_new(beside, path.with_stem(path.stem + ALTERED) if altered else path)
            else:
                beside.replace(path)
            sync(path.parent)
    held = counted.pages, counted.articles, counted.characters
    return Copied(path, counted.library, *held, size, counted.withdrawn, altered)


def why_no_lock(lock: Path, path: Path) -> LibraryInUseError:
    """Raise what keeps the side file from being made; else another program is copying there."""
    with told_os(path):
        os.close(os.open(lock, os.O_RDWR | os.O_CREAT, 0o600))
    return LibraryInUseError(str(path), "copying")


def refuse_target(source: Connection, path: Path, *, anything: bool = False) -> None:
    """Raise when `path` is no place for a copy: the library itself, or a file that is not ours.

    With `anything` a file of any content may be replaced, but nothing that is no file.

    Also where side files lie, which would be taken for the copy's own, or have no room.
    """
    if is_too_long(path):
        raise OutputError(str(path), "long_name")
    if is_side_name(path):  # its own, too, which must not even be looked at
        raise OutputError(str(path), "side_name")
    own = lies_at(source)
    files = [Path(f"{path}{end}") for end in SIDE_FILES]  # of the root of a disk, too
    if own and os.path.abspath(own) == str(path):  # noqa: PTH100
        raise OutputError(str(path), "itself")
    if own and path.exists() and os.path.samefile(own, path):  # noqa: PTH121
        raise OutputError(str(path), "itself")
    if beside := [name.name for name in files if name.exists()]:
        raise OutputError(str(path), "side_files", names=" ".join(beside))
    ours = path.is_file() if anything else _is_ours(path)
    if path.exists() and not is_empty(path) and not ours:
        raise OutputError(str(path), "is_folder" if path.is_dir() else "not_ours")


def refuse_another(source: Connection, path: Path) -> None:
    """Raise when a copy of `source` would be the end of work that only the file `path` holds.

    That is another library, or one of the same id with a wish that is none of ours: a copy that
    somebody worked on, or the library as it was before an older state of it was restored. Also
    one of which that cannot be told: where a view bears the name of a table, say.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - as in copy
    with told_os(path):
        refuse_target(source, path)
        if not path.exists() or is_empty(path):
            return
    try:  # nothing lies beside it: so all stands in the file, and nothing need be made there
        with _plain(path, "immutable=1") as there:
            theirs = None if disguised(there) else there.execute(_YOUNGEST).fetchone()
    except DatabaseError:
        theirs = None
    if theirs is None or source.execute(_KNOWN, theirs).fetchone() is None:
        raise OutputError(str(path), "other_library")


_YOUNGEST = (
    "SELECT l.id, w.key, w.id FROM library AS l"
    " LEFT JOIN wish AS w ON w.key = (SELECT max(key) FROM wish)"
)
_KNOWN = (
    "SELECT 1 FROM library WHERE id = ?1 AND"
    " (?2 IS NULL OR EXISTS (SELECT 1 FROM wish WHERE key = ?2 AND id = ?3))"
)
"""Wishes are only ever added: who has the youngest of another's has all of them."""


def is_empty(path: Path) -> bool:
    """Tell whether this is an ordinary file without a byte."""
    return path.is_file() and path.stat().st_size == 0


def _is_ours(path: Path) -> bool:
    """Tell by the header whether a file is a library of this program, of this version or less."""
    if not path.is_file():
        return False
    with told_os(path), path.open("rb") as file:
        head = file.read(100)
    return (
        len(head) == 100
        and head.startswith(MAGIC)
        and int.from_bytes(head[68:72], "big") == schema.APPLICATION_ID
        and int.from_bytes(head[60:64], "big") <= schema.VERSION
    )


def sweep(beside: Path) -> None:
    """Take away what a copying that was killed, or has failed, left."""
    for end in ("", *SIDE_FILES):
        name = beside.with_name(beside.name + end)
        with told_os(name):
            name.unlink(missing_ok=True)


def sweep_folder(folder: Path) -> None:
    """Take away what killed copyings left in a folder; one that is at work holds its lock."""
    left = {match[1] for path in folder.glob(".*.tmp*") if (match := _BESIDE.match(path.name))}
    for name in sorted(left):
        with lock_of(folder / name, best_effort=False).held() as mine:
            if mine:
                sweep(folder / name)


def lock_of(beside: Path, *, best_effort: bool) -> SideLock:
    """Give the lock of who writes the file `beside`."""
    return SideLock(beside.with_name(beside.name + ".lock"), best_effort=best_effort)


def _fill(source: Connection, beside: Path, report: Report | None) -> Counted:
    """Copy the library as it stands at one moment; give what it then was counted to hold."""
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with _plain(beside) as target, one_moment(source):
        counted = count(source)
        target.execute("PRAGMA synchronous = OFF")  # it is synced once, whole
        target.execute("PRAGMA journal_mode = MEMORY")
        source.backup(target, pages=PAGES_AT_ONCE, progress=patience(beside, report), sleep=0.05)
        # The copy must need no side files: it may come to lie where nothing can be written.
        target.execute("PRAGMA journal_mode = DELETE")
    return counted


def patience(path: Path, report: Report | None) -> Callable[[int, int, int], None]:
    """Make the function that a backup calls after each step.

    It raises `LibraryInUseError` when the step has waited too long for another program (SQLite
    would wait for ever), and reports.
    """
    busy_since: list[float] = []

    def progress(status: int, left: int, pages: int) -> None:
        if status & 0xFF not in (pysqlite3.SQLITE_BUSY, pysqlite3.SQLITE_LOCKED):
            busy_since.clear()
        elif not busy_since:
            busy_since.append(time.monotonic())
        elif time.monotonic() - busy_since[0] > opening.WAIT_SECONDS:
            raise LibraryInUseError(str(path), "backup")
        if report is not None:
            report(pages - left, pages)

    return progress


@contextmanager
def _plain(path: Path, how: str = "mode=rw") -> Iterator[Connection]:
    """Open a file of which nothing is known yet."""
    uri = f"file:{quote(os.fsencode(path))}?{how}"
    connection: Connection = pysqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def one_moment(connection: Connection) -> Iterator[None]:
    """Hold one reading transaction, unless one is open: all is read as it stood at one moment."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
    finally:
        if connection.in_transaction:  # a grave error has ended it already
            connection.execute("ROLLBACK")


def _compare(beside: Path, counted: Counted, path: Path) -> int:
    """Open the copy and count it; raise `DamagedLibraryError` when it is not the same.

    Give how much of it does not fit its seals.
    """
    with opened(beside) as connection:
        found = verify(connection, path)
        altered = seals.altered(connection)
    if found != counted:
        raise DamagedLibraryError(
            str(path), "copy_differs", wanted=str(astuple(counted)), found=str(astuple(found))
        )
    return altered


def sync(path: Path) -> None:
    """Write a file or folder through to the disk; errors of that are errors."""
    if os.name == "nt" and path.is_dir():  # Windows opens no folder
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def told_os(path: Path) -> Iterator[None]:
    """Raise the house's error for each error of the system inside."""
    try:
        yield
    except OSError as error:
        says = error.strerror or str(error)
        if error.errno in NO_ROOM:
            raise DiskFullError(str(path), "write", says=says) from error
        if error.errno in _NOT_ALLOWED:
            raise ReadOnlyError(str(path), "permission") from error
        raise OutputError(str(path), "write", says=says) from error
