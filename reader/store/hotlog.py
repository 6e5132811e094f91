"""A log (WAL) beside a library, looked at before SQLite takes it for the library's own.

SQLite does that with every log of which the sums are right, whatever library wrote it, and even
where the file says that it has none; the next checkpoint writes it into the file. What a log of
its own must be, killed at any moment (`docs/decisions/0016-a-log-of-another-library.md`):

* the file says that it is written ahead, and has pages of the same size;
* each first page in it is that of a library, and goes on from the file's: by its counter and size;
* the row of the library has the same id wherever it stands in it;
* no key that the file has given is given again by it.
"""

from __future__ import annotations

import os
import struct
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import pysqlite3

from reader.errors import OutputError
from reader.store import schema
from reader.store.faults import DatabaseError
from reader.store.records import types_of, varint, width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_MAGICS = {0x377F0682: "<", 0x377F0683: ">"}
"""How a log begins, and in which order of bytes its sums are made."""
_HEADER, _FRAME = 32, 24
_COUNTER, _SIZE, _APPLICATION, _VALID_FOR = 24, 28, 68, 92
_KINDS = slice(18, 20)
_WRITTEN_AHEAD = b"\2\2"
_LEAF = 13
_ROOTS = (
    "SELECT name, rootpage FROM sqlite_schema WHERE name IN ('library', 'sqlite_sequence')"
    " AND type = 'table' ORDER BY name"
)


class _Frame(NamedTuple):
    """A page in a log; `size` is that of the library, in pages, at the end of a transaction."""

    page: int
    size: int
    data: bytes


class _Library(NamedTuple):
    """What the file of a library says of itself; no roots where they cannot be known."""

    first: bytes
    roots: tuple[int, ...]
    pages: tuple[bytes, ...]


def refuse_foreign(path: Path, name: Path) -> None:
    """Raise where SQLite would take the log `name` for that of the library `path`, and it is not.

    Only while this process has no connection to the library: reading it would drop its locks.
    """
    # the sums cost most, and are added up only where the log would be refused for the rest
    if _is_foreign(path, name, proved=False) and _is_foreign(path, name, proved=True):
        raise OutputError(str(name), "foreign_journal")


def names_another(path: Path, name: Path) -> bool:
    """Tell whether a log that adds up has the row of another library than the file's.

    For a damaged library, whose header says nothing and whose last keys may be damage.
    """
    with suppress(OSError), name.open("rb") as log:
        head, library = log.read(_HEADER), _read(path)
        if _is_header(head) and library.roots:
            frames = _committed(_frames(log, head, proved=True), {library.roots[0]})
            return len(_ids(library, frames)) > 1
    return False


def _is_foreign(path: Path, name: Path, *, proved: bool) -> bool:
    """Tell whether a log is of another library; not while another program writes either."""
    with suppress(OSError), name.open("rb") as log:  # there is none, or SQLite cannot read it
        head = log.read(_HEADER)
        if not _is_header(head):
            return False
        library = _read(path)
        wanted = {1, *library.roots}
        frames = _committed(_frames(log, head, proved=proved), wanted)
        if not frames:
            return False
        fits = bool(library.first) and _fits(library, head, frames)
        log.seek(0)
        return not fits and _read(path) == library and log.read(_HEADER) == head
    return False


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


# --- the log ------------------------------------------------------------------------------


def _is_header(head: bytes) -> bool:
    order = _MAGICS.get(_number(head, 0)) if len(head) == _HEADER else None
    return order is not None and _sums(head[:24], (0, 0), order) == struct.unpack(">2I", head[24:])


def _sums(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """Add up as the "WAL File Format" says (section 4.2)."""
    one, two = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _frames(log: BinaryIO, head: bytes, *, proved: bool) -> Iterator[_Frame]:
    """Read frames as long as they are of the log's last beginning, and, `proved`, add up."""
    order, bytes_of_a_page = _MAGICS[_number(head, 0)], _number(head, 8)
    sums: tuple[int, int] = struct.unpack(">2I", head[24:])
    while len(begin := log.read(_FRAME)) == _FRAME and begin[8:16] == head[16:24]:
        data = log.read(bytes_of_a_page)
        if len(data) < bytes_of_a_page or not _number(begin, 0):
            return
        if proved:
            sums = _sums(data, _sums(begin[:8], sums, order), order)
            if sums != struct.unpack(">2I", begin[16:]):
                return
        yield _Frame(_number(begin, 0), _number(begin, 4), data)


def _committed(frames: Iterator[_Frame], wanted: set[int]) -> list[_Frame]:
    """Give the frames of whole transactions: of their ends, and of the pages that are wanted."""
    whole: list[_Frame] = []
    begun: list[_Frame] = []
    for frame in frames:
        if frame.page in wanted:
            begun.append(frame)
        if frame.size:
            begun += [] if frame.page in wanted else [frame._replace(data=b"")]
            whole += begun
            begun = []
    return whole


# --- the file -----------------------------------------------------------------------------


def _read(path: Path) -> _Library:
    """Read what the file itself says; nothing of it where there is none or it is empty."""
    if not path.is_file() or not path.stat().st_size:
        return _Library(b"", (), ())
    roots = _roots(path)
    with path.open("rb") as file:
        first = file.read(100)
        size = _bytes_of_a_page(first)
        pages = []
        for root in roots:
            file.seek((root - 1) * size)
            pages.append(file.read(size))
    return _Library(first, roots, tuple(pages))


def _bytes_of_a_page(first: bytes) -> int:
    stated = _number(first, 16) >> 16
    return 65536 if stated == 1 else stated


def _roots(path: Path) -> tuple[int, ...]:
    """Ask where two small tables begin, without the log; where none can be said, nothing."""
    uri = f"file:{quote(os.fsencode(os.path.realpath(path)))}?immutable=1"
    with (
        suppress(DatabaseError, UnicodeDecodeError),
        closing(pysqlite3.connect(uri, uri=True)) as connection,
    ):
        found = [root for _, root in connection.execute(_ROOTS)]
        if len(found) == 2 and all(isinstance(root, int) and root > 1 for root in found):
            return tuple(found)
    return ()


def _rows(page: bytes) -> list[tuple[bytes, ...]]:
    """Give the rows of a table that lies on one page, their columns as bytes."""
    rows: list[tuple[bytes, ...]] = []
    with suppress(IndexError):  # it is none
        if page[0] != _LEAF:
            return []
        for cell in range(int.from_bytes(page[3:5], "big")):
            place = 8 + 2 * cell
            _, at = varint(page, int.from_bytes(page[place : place + 2], "big"))
            _, at = varint(page, at)
            types, length = types_of(page, at, 8)
            at += length
            columns = []
            for kind in types:
                columns.append(b"\1" if kind == 9 else page[at : at + width(kind)])
                at += width(kind)
            rows.append(tuple(columns))
        return rows
    return []


# --- both ---------------------------------------------------------------------------------


def _fits(library: _Library, head: bytes, frames: list[_Frame]) -> bool:
    """Tell whether a log may be that of a library."""
    first = library.first
    if first[_KINDS] != _WRITTEN_AHEAD or _number(head, 8) != _bytes_of_a_page(first):
        return False
    firsts = [frame.data for frame in frames if frame.page == 1]
    if any(_number(data, _APPLICATION) != schema.APPLICATION_ID for data in firsts):
        return False
    if _number(first, _VALID_FOR) == _number(first, _COUNTER) and not _goes_on(first, frames):
        return False
    return not library.roots or _is_of_one_life(library, frames)


def _goes_on(first: bytes, frames: list[_Frame]) -> bool:
    """Tell whether the file's first page is one of the log's, or the one before these.

    A transaction that changes the size writes the first page; its counter goes up by one for each
    program that has come to write since, and not at all while just one does.
    """
    now = _number(first, _COUNTER), _number(first, _SIZE)
    before = 0
    for frame in frames:
        if frame.page == 1:
            break
        before = before or frame.size
    heads = [
        (_number(frame.data, _COUNTER), _number(frame.data, _SIZE))
        for frame in frames
        if frame.page == 1
    ]
    if now in heads:
        return True
    if before and before != now[1]:
        return False
    return not heads or now[0] in (heads[0][0], heads[0][0] - 1)


def _is_of_one_life(library: _Library, frames: list[_Frame]) -> bool:
    """Tell whether the row of the library is the same, and no key is given a second time."""
    of_keys = [frame.data for frame in frames if frame.page == library.roots[1]]
    given, last = _given(library.pages[1]), _given(of_keys[-1] if of_keys else b"")
    behind = last and any(last.get(name, 0) < key for name, key in given.items())
    return len(_ids(library, frames)) <= 1 and not behind


def _ids(library: _Library, frames: list[_Frame]) -> set[bytes]:
    """Give the ids that the row of the library has in the file and in the log."""
    root = library.roots[0]
    pages = [frame.data for frame in frames if frame.page == root]
    return {_id(page) for page in (library.pages[0], *pages)} - {b""}


def _id(page: bytes) -> bytes:
    """Give the id in the one row of the table `library`; nothing where a page is not that."""
    rows = _rows(page)
    if len(rows) == 1 and [len(column) for column in rows[0][:3]] == [0, 36, 24]:
        return rows[0][1]
    return b""


def _given(page: bytes) -> dict[bytes, int]:
    """Give the last key that each table has given."""
    return {row[0]: int.from_bytes(row[1], "big") for row in _rows(page) if len(row) == 2}
