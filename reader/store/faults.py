"""Turn SQLite's errors into the house's own, by what they say."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pysqlite3
from pysqlite3 import DatabaseError

from reader.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryError,
    LibraryInUseError,
    NotALibraryError,
    OutputError,
    ReadOnlyError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pysqlite3 import Connection

__all__ = [
    "NO_ROOM",
    "STUMBLES",
    "DatabaseError",
    "keep",
    "lies_at",
    "told",
    "told_opening",
    "translate",
]

STUMBLES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What Python raises over values that do not fit together: a bug of ours, or damage."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when a disk, a quota or the largest size of a file is used up."""

_FAULTS: tuple[tuple[str, type[LibraryError]], ...] = (
    ("SQLITE_BUSY", LibraryInUseError),
    ("SQLITE_LOCKED", LibraryInUseError),
    ("SQLITE_FULL", DiskFullError),
    ("SQLITE_IOERR_WRITE", DiskFullError),  # a quota says it so
    ("SQLITE_IOERR_SHMSIZE", DiskFullError),
    ("SQLITE_IOERR", OutputError),
    ("SQLITE_READONLY", ReadOnlyError),
    ("SQLITE_CANTOPEN", ReadOnlyError),
    ("SQLITE_PERM", ReadOnlyError),
    ("SQLITE_CORRUPT", DamagedLibraryError),
    ("SQLITE_NOTADB", NotALibraryError),
)
"""What SQLite's result codes mean here; the first whose name begins so counts."""

_WORDS: tuple[tuple[str, str], ...] = (
    ("locked", "SQLITE_BUSY"),
    ("disk is full", "SQLITE_FULL"),
    ("disk I/O error", "SQLITE_IOERR"),
    ("readonly", "SQLITE_READONLY"),
    ("unable to open", "SQLITE_CANTOPEN"),
    ("malformed", "SQLITE_CORRUPT"),
    ("not a database", "SQLITE_NOTADB"),
)
"""The codes of SQLite's own words: what the backup interface raises comes without a code."""


_DAMAGE = (
    "unsupported file format",  # a number in the header that SQLite has not given yet
    "no such table",
    "no such column",
    "Could not decode",
    "JSON cannot hold BLOB values",  # bytes where a number or a text belongs
    "malformed JSON",
)
"""What SQLite says, as of a mistake in a statement, of what a sound library does not hold."""

_raised: list[BaseException] = []
"""What a function of ours raised inside a statement; SQLite says of it only that one did."""


def keep(error: BaseException) -> None:
    """Keep what was raised inside a function that SQLite calls, for who sees the statement fail."""
    _raised.append(error)


def translate(error: Exception, path: Path | str = "") -> LibraryError | None:
    """Give the fault of the world that an error of SQLite tells; None when it is a bug of ours.

    Raise what ended a statement from within: no fault of SQLite's at all.
    """
    if isinstance(error, pysqlite3.IntegrityError | pysqlite3.ProgrammingError):
        return None
    words = str(error)
    if "user-defined function" in words:
        # With nothing kept, Ctrl-C came on the way into the function or out of it.
        kept = _raised.pop() if _raised else KeyboardInterrupt()
        if not isinstance(kept, Exception) or isinstance(kept, MemoryError):
            raise kept from error
    name = getattr(error, "sqlite_errorname", "") or ""
    if not name:
        name = next((code for part, code in _WORDS if part in words), "")
    if name == "SQLITE_INTERRUPT":
        raise KeyboardInterrupt from error
    fault = next((fault for code, fault in _FAULTS if name.startswith(code)), None)
    if fault is OutputError and path and not _has_room(Path(path)):
        fault = DiskFullError
    if fault is not None:
        return fault(str(path), "sqlite", says=words)
    if any(part in words for part in _DAMAGE):
        return DamagedLibraryError(str(path), "sqlite", says=words)
    return None


def lies_at(connection: Connection) -> str:
    """Give the path of the library that is open; empty where it lies in memory."""
    (name,) = connection.execute(
        "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
    ).fetchone()
    return os.fsdecode(name or b"")  # a path need not be UTF-8


_PROBE = 1 << 20


def _has_room(path: Path) -> bool:
    """Tell whether a file beside `path` can be as large as what lies there, and a little more.

    SQLite has one word for all that goes wrong while it reads and writes, unless the disk itself
    is full: for a quota, too, and for a limit to the size of files.
    """
    import tempfile

    try:
        name = path.name.lstrip(".")
        beside = [p for p in path.parent.iterdir() if p.name.lstrip(".").startswith(name)]
        largest = max((p.stat().st_size for p in beside), default=0)
        with tempfile.TemporaryFile(dir=path.parent, buffering=0) as probe:
            probe.seek(largest)
            left = _PROBE
            while left:
                left -= probe.write(bytes(left))
    except OSError as error:
        return error.errno not in NO_ROOM
    return True


@contextmanager
def told(path: Path | str) -> Iterator[None]:
    """Raise the house's error for each error of SQLite inside; others pass as they are."""
    try:
        yield
    except DatabaseError as error:
        fault = translate(error, path)
        if fault is None:
            raise
        raise fault from error


@contextmanager
def told_opening(path: Path | str) -> Iterator[None]:
    """Raise the house's error also where SQLite quotes a broken schema that is no UTF-8."""
    try:
        with told(path):
            yield
    except UnicodeDecodeError as error:
        raise DamagedLibraryError(str(path), "sqlite", says=error.reason) from error
