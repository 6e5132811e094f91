"""The window's lock: held by the process on a side file, so that it dies with it.

SQLite's own locks guard each wish; this one tells a second window that a first is there.
Commands ignore it.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _close(file: int) -> None:
    """Close a side file. Nothing was written there that an error of this could lose."""
    with suppress(OSError):
        os.close(file)


_REMOVES = sys.platform != "win32"
"""Whether the side file is taken away at release. Windows removes no file that is open, and one
that is closed may be another's already."""

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


_KNOWS_NO_LOCKS = {
    getattr(errno, name, None) for name in ("ENOLCK", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EINVAL")
}


class SideLock:
    """A lock on a file that is nothing but the lock; one holder at a time, also in one process.

    On a file system that knows no locks it is refused, since who cannot be sure to be alone
    must not write; with `best_effort` it is given.
    """

    def __init__(self, path: Path, *, best_effort: bool = False) -> None:
        self.path = path
        self._best_effort = best_effort
        self._file: int | None = None

    def try_acquire(self) -> bool:
        """Take the lock if it is free; tell whether it is ours now.

        False, too, where the side file cannot be made.
        """
        while self._file is None:
            try:
                file = os.open(self.path, _FLAGS, 0o600)
            except OSError:
                return False
            try:
                _lock(file)
            except OSError as error:
                if not (self._best_effort and error.errno in _KNOWS_NO_LOCKS):
                    _close(file)
                    return False
            if self._still_there(file):
                self._file = file
            else:
                _close(file)  # the last holder removed it after we had opened it
        return True

    def _still_there(self, file: int) -> bool:
        """Tell whether the path still names the file that was locked."""
        try:
            return os.path.samestat(os.fstat(file), self.path.stat())
        except OSError:
            return False

    def renew(self) -> bool:
        """Take the lock on the file that the path names now; tell whether it is ours.

        Where the folder was taken away and put back, what is held is no more in it.
        """
        if self._file is not None and not self._still_there(self._file):
            _close(self._file)
            self._file = None
        return self.try_acquire()

    def release(self) -> None:
        """Give the lock back; no harm when it is not held.

        The side file goes while the lock is still held: whoever has opened it in between sees,
        once it has the lock, that the path no longer names it, and begins again.
        """
        if self._file is None:
            return
        if _REMOVES:
            with suppress(OSError):  # the folder may be gone; the lock goes all the same
                self.path.unlink()
        _close(self._file)
        self._file = None

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the lock inside, if it is free; what is given tells whether it was."""
        mine = self.try_acquire()
        try:
            yield mine
        finally:
            if mine:
                self.release()


class WindowLock(SideLock):
    """The lock of a window on the library at `path`, through whatever link it was named."""

    def __init__(self, path: Path) -> None:
        super().__init__(_beside(path))

    def sweep(self) -> None:
        """Take the side file away where a window that was killed left it, and nothing else."""
        with suppress(OSError):
            left = self.path.lstat()
            if stat.S_ISREG(left.st_mode) and not left.st_size and self.try_acquire():
                self.release()

    def names(self, path: Path) -> bool:
        """Tell whether it is the lock of the library at `path`."""
        return self.path == _beside(path)


def _beside(path: Path) -> Path:
    real = os.path.realpath(path)  # without an error where links lead in a circle
    return Path(real + ".window")  # of the root of a disk, too, which has no name
