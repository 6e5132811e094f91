"""Keep the locks by which other programs know that this one has a library open.

In WAL mode each connection has a shared lock on the file and one on its index (`-shm`) for as long
as it is open. A process loses both when anything in it closes a descriptor of one of these files
(see `reader.held`), and SQLite does not know. Such locks belong to the process, so that they can be
taken again by a descriptor of our own, which is kept until the last connection here is closed.

Where they lie stands in SQLite's sources (`os.h`: SHARED_FIRST, SHARED_SIZE; `os_unix.c`:
UNIX_SHM_DMS) and is part of its file format.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing, suppress
from threading import Lock
from typing import TYPE_CHECKING

import pysqlite3
from pysqlite3 import DatabaseError

from reader import held
from reader.errors import LibraryInUseError, NoLibraryError
from reader.held import Identity, identity
from reader.store import beside

if TYPE_CHECKING:
    from pathlib import Path

    from pysqlite3 import Connection

_OF_FILE = 0x40000002, 510
_OF_INDEX = 128, 1
"""Begin and length, in bytes, of the two locks."""

if sys.platform == "win32":  # locks there belong to what was opened, and are not lost

    def _share(file: int, begin: int, length: int) -> None:
        """Do nothing."""
else:
    import fcntl

    def _share(file: int, begin: int, length: int) -> None:
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, length, begin)


class Hold:
    """What one process holds of one library that is written ahead."""

    def __init__(self, path: Path) -> None:
        self._names = (path, _OF_FILE), (beside.names(path)[1], _OF_INDEX)
        self._files: dict[Identity, int] = {}

    def renew(self) -> bool:
        """Take the locks again, if they are lost; False where another program has them for itself.

        It has them only when it takes the log away, having put all that it holds into the file.
        On a file system that knows no locks there is nothing to take.
        """
        for name, (begin, length) in self._names:
            try:
                _share(self._file(name), begin, length)
            except (BlockingIOError, PermissionError):
                return False
            except OSError:
                continue
        return True

    def _file(self, name: Path) -> int:
        """Give a descriptor of the file that a name names now: it is opened once, and kept."""
        known = identity(name)
        if known is None or known not in self._files:
            file = os.open(name, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
            found = os.fstat(file)
            self._files[found.st_dev, found.st_ino] = file
            return file
        return self._files[known]

    def close(self) -> None:
        """Close what was opened; only when this process has no connection to the library."""
        for file in self._files.values():
            with suppress(OSError):
                os.close(file)
        self._files.clear()


_holds: dict[str, Hold] = {}
"""By the names of libraries that are open here and written ahead."""
_guard = Lock()


def let_go(name: str) -> None:
    """Let go of what is held of a library that is open here no more, by its absolute name."""
    with _guard:
        hold = _holds.pop(name, None)
    if hold is not None:
        hold.close()


class Lies:
    """Where an open library lay when it was opened: its file, and the log that it writes."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._file = identity(self._path)
        self._log: Identity | None = None
        if self._file is not None:
            held.hold(self._file)

    def note_log(self, connection: Connection) -> None:
        """Note which file the log is; none where the library is not written ahead."""
        (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # now the log is there
        self._log = self._log_now() if journal == "wal" else None

    def _log_now(self) -> Identity | None:
        return identity(beside.names(self._path)[0])

    def in_place(self) -> bool:
        """Tell whether the path still names the file."""
        return self._file is not None and identity(self._path) == self._file

    def has_log(self) -> bool:
        """Tell whether the log is still the library's, and can be taken away by nobody.

        What is written to one that another program has taken away is lost.
        """
        if self._log is None:
            return True
        with _guard:
            mine = _holds.setdefault(os.fspath(self._path), Hold(self._path)).renew()
        return mine and self._log_now() == self._log

    def refuse_elsewhere(self) -> None:
        """Raise where what is written would be lost.

        `NoLibraryError` where the file is gone, `LibraryInUseError` where the log is.
        """
        if not self.in_place():
            raise NoLibraryError(str(self._path), "gone")
        if not self.has_log():
            raise LibraryInUseError(str(self._path), "log")

    def close(self, connection: Connection) -> None:
        """Close the connection, whatever lies there now.

        SQLite ends by putting the log into the file and by taking away what bears the log's name.
        It does not while there is another connection to the file. Where another file has come in
        its place, that log is not ours to take away, and the connection is left to the end of the
        process.
        """
        now = identity(self._path)
        if self._log is None or now is None or (now, self._log_now()) == (self._file, self._log):
            connection.close()
        elif now == self._file:
            with closing(pysqlite3.connect(str(self._path))) as other:
                with suppress(DatabaseError):  # SQLite looks at a file only when it is asked
                    other.execute("SELECT 1 FROM sqlite_master").fetchone()
                connection.close()
        else:
            import ctypes  # Python closes what nobody uses: it is counted as in use for good

            ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
        if self._file is not None:
            held.let_go(self._file)
