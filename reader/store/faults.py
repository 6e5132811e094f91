"""Turn SQLite's errors into the house's own, by what they say."""

from __future__ import annotations

from contextlib import contextmanager
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
    from pathlib import Path

__all__ = ["DatabaseError", "told", "translate"]

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


def translate(error: Exception, path: Path | str = "") -> LibraryError | None:
    """Give the fault of the world that an error of SQLite tells; None when it is a bug of ours."""
    if isinstance(error, pysqlite3.IntegrityError | pysqlite3.ProgrammingError):
        return None
    words = str(error)
    name = getattr(error, "sqlite_errorname", "") or ""
    if not name:
        name = next((code for part, code in _WORDS if part in words), "")
    for code, fault in _FAULTS:
        if name.startswith(code):
            return fault(str(path), "sqlite", says=words)
    if "no such table" in words or "no such column" in words:
        return DamagedLibraryError(str(path), "sqlite", says=words)
    return None


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
