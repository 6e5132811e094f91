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
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.held import Identity, identity
from reader.store import beside

if TYPE_CHECKING:
    from pathlib import Path

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
