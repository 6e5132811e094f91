"""A rollback journal beside a library, looked at before SQLite plays it back over the library.

SQLite asks nobody whose it is. Ours are written ahead, so that mostly there is none; a restore, a
change of the journal's kind, or a SQLite of which the log is not sound leaves one when it is
killed. Such a one fits its library: it holds the first page as that was one transaction ago.
"""

from __future__ import annotations

import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import OutputError
from reader.store import schema

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = 28
_BEGIN = 12
"""How many bytes of a journal are zero until all of it is on the disk."""
_TO_THE_END = (0, 0xFFFFFFFF)
"""What stands for the number of records where that was not written yet."""

_KIND = slice(18, 20)
"""Where a first page says how the library is journaled."""
_COUNTER, _SIZE, _COOKIE, _APPLICATION = 24, 28, 40, 68
_WAL = 2


class _Journal(NamedTuple):
    """What a journal says of its library: pages before, bytes of a page, its first page if held."""

    pages: int
    width: int
    first: bytes
    records: int


def is_hot(name: Path) -> bool:
    """Tell whether SQLite would take `name` for a journal that is to be played back."""
    with suppress(OSError), name.open("rb") as file:  # there is none, or SQLite cannot read it
        return file.read(1) not in (b"", b"\0")
    return False


def sweep(name: Path) -> None:
    """Take away a journal that was just being made when its program was killed.

    SQLite passes it over; but a library that is written ahead never gets a journal, with which it
    would go. Only for a connection that has the library open so: while it has, no other program
    can be about to write one.
    """
    with suppress(OSError):
        if stat.S_ISREG(name.lstat().st_mode):
            with name.open("rb") as file:
                begin = file.read(_BEGIN)
            if not begin.strip(b"\0"):
                name.unlink()


def refuse_foreign(path: Path, name: Path) -> None:
    """Raise where a hot journal `name` is not that of the library `path`.

    Only while this process has no connection to the library: reading it would drop its locks.
    """
    with suppress(OSError):  # it is gone, or SQLite cannot read it either
        with name.open("rb") as file:
            found = _read(file, file.read(_HEADER))
        if found is None or not _fits(path, found):
            raise OutputError(str(name), "foreign_journal")


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _read(file: BinaryIO, begin: bytes) -> _Journal | None:
    """Read a journal's first part up to the record of the first page; None where it is none."""
    if len(begin) < _HEADER or not begin.startswith(_MAGIC):
        return None
    count, pages, sector, width = (_number(begin, at) for at in (8, 16, 20, 24))
    if width < 512 or width > 65536 or width & (width - 1) or not 32 <= sector <= 65536:
        return None
    at, records = sector, 0
    while True:
        left = count
        while left or count in _TO_THE_END:
            file.seek(at)
            head = file.read(4)
            if len(head) < 4 or not _number(head, 0):
                return _Journal(pages, width, b"", records)
            if _number(head, 0) == 1:
                return _Journal(pages, width, file.read(width), records + 1)
            at, records, left = at + width + 8, records + 1, left - 1
        at = -(-at // sector) * sector
        file.seek(at)
        again = file.read(_HEADER)
        if not again.startswith(_MAGIC) or len(again) < _HEADER:
            return _Journal(pages, width, b"", records)
        count, at = _number(again, 8), at + sector


def _fits(path: Path, journal: _Journal) -> bool:
    """Tell whether a journal is of the last transaction of a library, or would change nothing."""
    with path.open("rb") as file:
        now = file.read(journal.width)
    if not now:
        return journal.pages == 0
    if _width(now) != journal.width:
        # A backup with pages of another size is being written here: every page was kept before.
        return _width(journal.first) == journal.width and _is_of_one_history(now, journal)
    if journal.pages == 0:  # it was just being made
        return _number(now, _COUNTER) <= 1
    if not journal.records:
        return path.stat().st_size == journal.pages * journal.width
    return _is_of_one_history(now, journal)


def _width(first: bytes) -> int:
    """Give the bytes of a page as a first page states them, 0 where it is not held."""
    stated = _number(first, 16) >> 16
    return 65536 if stated == 1 else stated


def _is_of_one_history(now: bytes, journal: _Journal) -> bool:
    """Tell whether the first page is as it was in the journal, or one transaction later."""
    then = journal.first
    if len(then) < journal.width:  # the first page was not changed yet
        return now[18] != _WAL and _number(now, _SIZE) == journal.pages
    if _number(then, _APPLICATION) != schema.APPLICATION_ID:
        return False
    if _without_kind(then) == _without_kind(now):
        return True
    transactions, schemas = (_number(now, at) - _number(then, at) for at in (_COUNTER, _COOKIE))
    return transactions == 1 and schemas in (0, 1)


def _without_kind(page: bytes) -> bytes:
    return page[: _KIND.start] + page[_KIND.stop :]
