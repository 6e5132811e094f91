"""What lies beside a library, looked at before SQLite trusts it: its log and its journal."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pysqlite3

from reader.errors import DamagedLibraryError, OutputError, ReadOnlyError
from reader.store.faults import DatabaseError

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite may keep beside a library."""

_WRITTEN_AHEAD = b"\x02\x02"
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_CHANGES_WITH_THE_JOURNAL = (slice(18, 20), slice(24, 28), slice(92, 100))
"""The bytes of the first page that a change of the journal's kind changes: that kind, the counters,
and who wrote them."""


def names(path: Path) -> list[Path]:
    """Give where SQLite keeps its files of a library; beside what a link leads to."""
    real = Path(os.path.realpath(path))
    return [real.with_name(real.name + end) for end in SIDE_FILES]


def refuse_special(path: Path) -> None:
    """Raise where a name that SQLite gives its own files is a link, a folder, a FIFO, a device."""
    for name in names(path):
        found = _status(name)
        if found is not None and not stat.S_ISREG(found.st_mode):
            raise OutputError(str(name), "beside")


def refuse_unmerged(path: Path) -> None:
    """Raise where a log or a journal is not empty, of a library that is to be read without it."""
    for name in names(path):
        if not name.name.endswith("-shm") and _size(name):
            raise ReadOnlyError(str(path), "unmerged", names=name.name)


def refuse_journal(path: Path) -> None:
    """Raise where a journal lies beside the library that cannot be its own.

    SQLite would play it back, and so put pages of another file into this one. A library that is
    written ahead (WAL) has a journal only while that is begun or ended, of its first page alone,
    or while another is poured into it; what was killed so must be mended by the journal, and is
    not whole without it.

    Only while this process has no connection to the library, as for `opening.connect`.
    """
    journal = names(path)[-1]
    if not _size(journal):
        return
    try:
        with path.open("rb") as file:
            head = file.read(100)
            width = int.from_bytes(head[16:18], "big")
            page = head + file.read((1 << 16 if width == 1 else width) - 100)
        if head[18:20] != _WRITTEN_AHEAD or _is_of_first_page(journal, page):
            return
    except OSError:
        return  # SQLite will say it
    if _is_whole(path):
        raise DamagedLibraryError(str(path), "strange_journal", names=journal.name)


def is_linked(path: Path) -> bool:
    """Tell whether a file has several names: each would have a log and locks of its own."""
    found = _status(Path(os.path.realpath(path)))
    return found is not None and found.st_nlink > 1


def mark(path: Path) -> tuple[int, ...]:
    """Give what changes when another program writes a library: sizes and times."""
    marks: list[int] = []
    for name in (Path(os.path.realpath(path)), *names(path)[:1]):
        found = _status(name)
        marks += (0, 0, 0) if found is None else (found.st_ino, found.st_size, found.st_mtime_ns)
    return tuple(marks)


def _status(name: Path) -> os.stat_result | None:
    try:
        return name.lstat()
    except OSError:  # not there, or not to be seen
        return None


def _size(name: Path) -> int:
    found = _status(name)
    return 0 if found is None else found.st_size


def _is_of_first_page(journal: Path, page: bytes) -> bool:
    """Tell whether a journal holds a first page and no other, which is that of this library."""
    with journal.open("rb") as file:
        head = file.read(28)
        if head[:8] != _JOURNAL:
            return True  # nothing that SQLite would play back
        sector = int.from_bytes(head[20:24], "big")
        if int.from_bytes(head[24:28], "big") != len(page):
            return False
        file.seek(sector)
        record = file.read(8 + len(page))
        more = file.read(1 << 16)  # the rest of a sector, then what follows
    number, before = record[:4], record[4:-4]
    return (
        int.from_bytes(number, "big") == 1 and not any(more) and _lasting(before) == _lasting(page)
    )


def _lasting(page: bytes) -> bytes:
    kept = bytearray(page)
    for part in _CHANGES_WITH_THE_JOURNAL:
        kept[part] = bytes(part.stop - part.start)
    return bytes(kept)


def _is_whole(path: Path) -> bool:
    """Let SQLite check the file without its journal."""
    uri = f"file:{quote(os.fsencode(path))}?immutable=1"
    try:
        with closing(pysqlite3.connect(uri, uri=True)) as connection:
            connection.execute("PRAGMA cell_size_check = ON")
            (first,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except DatabaseError:
        return False
    return bool(first == "ok")
