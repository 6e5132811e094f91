"""Which files this process must not open by itself: libraries that SQLite has open here.

SQLite's locks are POSIX record locks. A process loses all that it has on a file when it closes any
descriptor of it, whoever opened that ("How To Corrupt An SQLite Database File", 2.2): then another
program takes itself for the last one, and the log with what was acknowledged away.
"""

from __future__ import annotations

from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Identity = tuple[int, int]
"""Device and number of a file."""

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite may keep beside a library."""

_held: Counter[Identity] = Counter()
_guard = Lock()


def identity(path: Path) -> Identity | None:
    """Tell which file a path names, through links; None where it names none."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # a name that no file can have
        return None
    return found.st_dev, found.st_ino


def hold(file: Identity) -> None:
    """Say that a library is open here, once more."""
    with _guard:
        _held[file] += 1


def let_go(file: Identity) -> None:
    """Say that it is so no more; once for each time that it was held."""
    with _guard:
        _held[file] -= 1
        if not _held[file]:
            del _held[file]


def is_held(path: Path) -> bool:
    """Tell whether a path names a library that is open here, or what SQLite keeps beside it."""
    if not _held:
        return False
    ends = [end for end in ("", *SIDE_FILES) if path.name.endswith(end) and path.name != end]
    return any(identity(path.with_name(path.name.removesuffix(end))) in _held for end in ends)
