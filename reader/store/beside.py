"""What lies beside a library, looked at before SQLite trusts it: its log and its journal."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from reader import places
from reader.errors import OutputError, ReadOnlyError
from reader.held import SIDE_FILES

MAGIC = b"SQLite format 3\x00"
"""How a file of SQLite's begins."""


def led_to(path: Path) -> Path:
    """Give where a file comes to lie that is written to `path`: where a link leads.

    Raise `OutputError` where it leads in a circle, or to a folder that is not there: that of a
    disk that was taken out, say, in place of which none is to be made.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the link
    real = Path(os.path.realpath(path))
    link = places.dead_link(path)
    if link is not None and (real.is_symlink() or not os.path.isdir(real.parent)):  # noqa: PTH112 - raises nothing
        target = str(link.readlink())
        raise OutputError(str(path), "dead_link", link=str(link), target=target)
    return real


def names(path: Path) -> list[Path]:
    """Give where SQLite keeps its files of a library; beside what a link leads to."""
    real = os.path.realpath(path)  # the root of a disk has no name to be changed
    return [Path(real + end) for end in SIDE_FILES]


def refuse_special(path: Path) -> None:
    """Raise where a name that SQLite gives its own files is a link, a folder, a FIFO, a device."""
    for name in names(path):
        found = _status(name)
        if found is not None and not stat.S_ISREG(found.st_mode):
            raise OutputError(str(name), "beside")


def refuse_library_beside(path: Path) -> None:
    """Raise where a name that SQLite gives its own files is that of a library, or another's file.

    What is no log is nothing to SQLite, and it would take it away with the last connection. Only
    while this process has no connection to the library: reading it would drop its locks; and once
    `refuse_special` has seen that nothing is there for which reading would wait.
    """
    for name in names(path):
        with suppress(OSError), name.open("rb") as file:  # there is none, or it cannot be read
            if file.read(len(MAGIC)) == MAGIC:
                raise OutputError(str(name), "beside")


def is_side_name(path: Path) -> bool:
    """Tell whether SQLite would take a file of this name for its own, beside another library."""
    return folded(path).endswith(SIDE_FILES)


def folded(path: Path) -> str:
    """Give where a path leads in small letters: many a disk does not tell them from capitals."""
    return os.path.realpath(path).casefold()


def refuse_unmerged(path: Path) -> None:
    """Raise where a log or a journal is not empty, of a library that is to be read without it."""
    for name in names(path):
        if not name.name.endswith("-shm") and _size(name):
            raise ReadOnlyError(str(path), "unmerged", names=name.name)


def is_too_long(path: Path, end: str = "-journal") -> bool:
    """Tell whether the name of a file leaves no room for that of its side file."""
    real = Path(os.path.realpath(path))
    return _length(real.name + end) > _most(real.parent)


def draft_of(path: Path, end: str = ".tmp", longest: str = "-journal") -> Path:
    """Give the hidden name that stands beside `path` until what it names is whole.

    Where the name leaves no room for that and for the end `longest` behind it, it is cut, and a
    digest tells it from others that begin so.
    """
    draft = path.parent / f".{path.name}{end}"
    if not is_too_long(draft, longest):
        return draft
    from hashlib import sha256  # loads OpenSSL, which a start can spare

    digest = sha256(os.fsencode(path.name)).hexdigest()[:16]
    head = path.name
    while head and is_too_long(draft, longest):
        head = head[:-1]
        draft = path.parent / f".{head}.{digest}{end}"
    return draft


def _length(name: str) -> int:
    """Give the length of a name as its file system counts it."""
    if sys.platform == "win32":
        return len(name.encode("utf-16-le", "surrogatepass")) // 2
    return len(os.fsencode(name))


def _most(folder: Path) -> int:
    """Give how long a name may be in a folder, which need not be there yet."""
    if sys.platform != "win32":
        with suppress(OSError, ValueError):
            return os.pathconf(folder, "PC_NAME_MAX")
    return 255


def is_linked(path: Path) -> bool:
    """Tell whether a file has several names: each would have a log and locks of its own."""
    found = _status(Path(os.path.realpath(path)))
    return found is not None and found.st_nlink > 1


def mark(path: Path) -> tuple[int, ...]:
    """Give what changes when another program writes a library: sizes and times.

    An empty log, which whoever only reads may leave, is as good as none.
    """
    marks: list[int] = []
    for name in (Path(os.path.realpath(path)), *names(path)[:1]):
        found = _status(name)
        if found is None or not found.st_size:
            marks += (0, 0, 0)
        else:
            marks += (found.st_ino, found.st_size, found.st_mtime_ns)
    return tuple(marks)


def _status(name: Path) -> os.stat_result | None:
    try:
        return name.lstat()
    except OSError:  # not there, or not to be seen
        return None


def _size(name: Path) -> int:
    found = _status(name)
    return 0 if found is None else found.st_size
