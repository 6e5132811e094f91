"""Fetch the bytes of an ordinary file, and nothing else; no path makes this wait."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

from reader import held
from reader.errors import InputRefusedError, TooLargeError, UnreadableError
from reader.text.decode import LIMIT

if TYPE_CHECKING:
    from pathlib import Path

_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO put in a file's place after the look
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_KINDS = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "fifo"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


def fetch(path: Path, most: int | None = None) -> bytes:
    """Give the bytes of the file at `path`, following a link to a file; the first `most` of them.

    Raise `UnreadableError` (details ``missing``, ``dangling_link``, ``special``, ``library``,
    ``permission``, ``os``) or `TooLargeError`, before anything is read where that is possible.
    """
    fault = look(path)
    if fault is not None:
        raise fault
    try:
        descriptor = os.open(path, _OPEN)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - by descriptor
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise _special(path, found.st_mode)
            data = _whole(file, found.st_size) if most is None else file.read(most)
    except OSError as error:
        raise _told(path, error) from error
    if len(data) > LIMIT:
        raise TooLargeError(str(path), size=len(data), limit=LIMIT)
    return data


def _whole(file: BinaryIO, size: int) -> bytes:
    """Read a file to its end, or to one byte beyond the limit.

    Python sets aside as much as it is told to read at the most: that is the file's size, and
    the limit only where the file turns out to be longer.
    """
    data = file.read(min(size, LIMIT) + 1)
    if len(data) > size:
        data += file.read(LIMIT + 1 - len(data))
    return data


def look(path: Path) -> InputRefusedError | None:
    """Tell why the file at `path` cannot be taken, as far as it can be seen without opening it."""
    try:
        found = path.stat()
    except OSError as error:
        return _told(path, error)
    if not stat.S_ISREG(found.st_mode):
        return _special(path, found.st_mode)
    if held.is_held(path):
        return UnreadableError(str(path), "library")
    if found.st_size > LIMIT:
        return TooLargeError(str(path), size=found.st_size, limit=LIMIT)
    return None


def _special(path: Path, mode: int) -> UnreadableError:
    kind = next((kind for is_kind, kind in _KINDS if is_kind(mode)), "other")
    return UnreadableError(str(path), "special", kind=kind)


def _told(path: Path, error: OSError) -> UnreadableError:
    if isinstance(error, FileNotFoundError | NotADirectoryError) or error.errno == errno.ELOOP:
        return UnreadableError(str(path), "dangling_link" if path.is_symlink() else "missing")
    if isinstance(error, PermissionError):
        return UnreadableError(str(path), "permission")
    return UnreadableError(str(path), "os", says=error.strerror or "")


def unlistable(path: Path, error: OSError) -> UnreadableError:
    """Tell why a folder cannot be listed."""
    return _told(path, error)
