"""Write files so that they are never torn: beside, synced, renamed, and the folder synced."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import IO, TYPE_CHECKING, Self

from reader.errors import DiskFullError, OutputError, ReadOnlyError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MANY = 64
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told(path: Path, detail: str = "write") -> Iterator[None]:
    """Raise the house's error, about `path`, for each error of the system inside."""
    try:
        yield
    except OSError as error:
        says = error.strerror or type(error).__name__
        if error.errno in _FULL:
            raise DiskFullError(str(path), "write", says=says) from error
        if error.errno in _CLOSED:
            raise ReadOnlyError(str(path), detail, says=says) from error
        raise OutputError(str(path), detail, says=says) from error


def beside(path: Path) -> Path:
    """Give the name under which a file or folder is written until it is whole."""
    return path.parent / f".{path.name}.tmp"


class Draft:
    """A file that is being written; it belongs to one run at a time.

    What a killed run left under this name is written over; another run that is still writing
    it is an `OutputError`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] = _open_alone(path)
        self._hash = hashlib.sha256()

    def write(self, chunks: Iterable[bytes], *, sync: bool = True) -> str:
        """Write all chunks, and sync unless told; give the SHA-256 of the whole."""
        for chunk in chunks:
            self._file.write(chunk)
            self._hash.update(chunk)
        self._file.flush()
        if sync:
            os.fsync(self._file.fileno())
        return self._hash.hexdigest()

    def put(self, final: Path) -> None:
        """Rename to the final name."""
        if sys.platform == "win32":
            self._file.close()  # an open file cannot be renamed there
        self.path.replace(final)
        self._file.close()

    def close(self) -> None:
        """Close, leaving the file where it is."""
        self._file.close()

    def discard(self) -> None:
        """Close and take the file away, if it still stands under its first name."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self.path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _open_alone(path: Path) -> IO[bytes]:
    """Open an empty file that no other run writes; raise `OutputError` ``busy`` if one does."""
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        with ExitStack() as undo:
            file = os.fdopen(os.open(path, flags, 0o666), "wb", buffering=1 << 20)
            undo.callback(file.close)
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OutputError(str(path), "no_file")
            _lock(file, path)
            if _is_at(file, path):  # else another run renamed it before our lock
                file.truncate(0)
                undo.pop_all()
                return file


def _lock(file: IO[bytes], path: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputError(str(path), "busy") from error


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def sync_folder(folder: Path) -> None:
    """Make the names of a folder durable; Windows has no way to ask for it."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(paths: Sequence[Path]) -> None:
    """Make files durable that are written and closed.

    Many are first left to one `sync` of the system, where that waits until all is written (Linux):
    then nothing is left to wait for, file by file. It tells no error; `fsync` of each does.
    """
    if len(paths) > _MANY and sys.platform == "linux":
        os.sync()
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


def write_one(path: Path, chunks: Iterable[bytes], allow: Callable[[Path], None]) -> str:
    """Write a file that stands alone; give its SHA-256. On any fault the old one stays.

    `allow` is shown the draft when it is whole, and raises where it may not take its place.
    """
    draft = Draft(beside(path))
    with ExitStack() as undo:
        undo.callback(draft.discard)
        digest = draft.write(chunks)
        allow(draft.path)
        draft.put(path)
        undo.pop_all()
    sync_folder(path.parent)
    return digest
