"""Carve texts out of the raw pages of a library of which SQLite reads no table any more.

A row of `source` is known by its form: nine columns, of which the third says what it is. How rows
lie in a page, and go on in others, is told in SQLite's "Database File Format" (section 1.6).
"""

from __future__ import annotations

import mmap
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.store.copying import told_os
from reader.store.extents import pages
from reader.store.records import types_of, varint, width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = 4096
_LEAF = 13
_LOCAL = PAGE - 35
_LEAST = (PAGE - 12) * 32 // 255 - 23
_ROOM = PAGE - 4

_SOURCE, _FILE = 9, 8
_KINDS = {21: "page", 23: "typed"}
"""The third column of a source by its serial type: texts of four and of five bytes."""

_SHA256 = 13 + 2 * 64
_RUN = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
_HAN = re.compile(rb"[\xe4-\xe9][\x80-\xbf]{2}")
_LEAST_HAN = 6
_PROSE = re.compile(rb"(?:[A-Za-z'\x80-\xff]+[,.;:!?\"-]*[ \t\r\n]+){16}")
_SCHEMA = b"CREATE "
_ROW = re.compile(rb"[0-9a-f]{24}(page)|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}typed")
"""What stands in a row of `source` before its text: its id and its kind."""


@dataclass(frozen=True, slots=True)
class Carved:
    """A text that was found: on which page it begins, its file's key, and if it is whole."""

    page: int
    kind: str
    file: int | None
    data: bytes
    whole: bool


@dataclass(slots=True)
class Carvings:
    """What was found: sources and names of files by their keys, and the pages they lie on."""

    sources: dict[int, Carved] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)


def carve(path: Path) -> Carvings:
    """Find every row of `source` in the file at `path`, whatever the rest of it is."""
    found = Carvings()
    with told_os(path), path.open("rb") as file:
        if os.fstat(file.fileno()).st_size < PAGE:
            return found
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            for page in pages(file, PAGE):
                with suppress(IndexError):  # a count that leads out of the file
                    _leaf(data, page, found)
    return found


def fragments(path: Path, without: set[int]) -> Iterator[tuple[int, bytes]]:
    """Give (page from 1, text): the runs of text that lie on pages not in `without`.

    That is what stands as a row of `source`, else Chinese, or words enough for a sentence.
    """
    with told_os(path), path.open("rb", buffering=0) as file:
        for number in pages(file, PAGE, cut=True):
            if number not in without:
                file.seek(number * PAGE)
                page = file.read(PAGE)
                runs = [text for run in _RUN.findall(page) for text in _of_run(run, page)]
                if runs:
                    yield number + 1, b"\n".join(runs) + b"\n"


def _of_run(run: bytes, page: bytes) -> Iterator[bytes]:
    """Give the texts of a run, without what stands before them in their rows.

    A page that is nothing but a run of text is none of a library: words do not make it one.
    """
    at, is_page = 0, False
    for row in (*_ROW.finditer(run), None):
        text = run[at : len(run) if row is None else row.start()]
        if text.strip() and (is_page or _is_language(text, words=run != page)):
            yield text
        if row is not None:
            at, is_page = row.end(), row[1] is not None


def _is_language(text: bytes, *, words: bool) -> bool:
    if len(_HAN.findall(text)) >= _LEAST_HAN:
        return True
    return words and _SCHEMA not in text and _PROSE.search(text) is not None


def beginning(data: bytes) -> bytes:
    """Give what can be read at the beginning of a text that is not whole."""
    run = _RUN.match(data)
    return b"" if run is None else run[0]


def _leaf(data: mmap.mmap, page: int, found: Carvings) -> None:
    base = page * PAGE
    head = base if page else base + 100
    if data[head] != _LEAF:
        return
    for cell in range(min(int.from_bytes(data[head + 3 : head + 5], "big"), PAGE // 4)):
        place = head + 8 + 2 * cell
        at = int.from_bytes(data[place : place + 2], "big")
        if at < PAGE:
            _row(data, page, base + at, found)


def _row(data: mmap.mmap, page: int, at: int, found: Carvings) -> None:
    size, at = varint(data, at)
    key, at = varint(data, at)
    types, length = types_of(data, at, _SOURCE)
    if len(types) == _SOURCE and types[0] == 0 and types[2] in _KINDS and _is_text(types[3]):
        payload, further = _payload(data, at, size)
        start = length + sum(map(width, types[1:3]))
        text = payload[start : start + width(types[3])]
        number = length + sum(map(width, types[1:4]))
        file = int.from_bytes(payload[number : number + width(types[4])], "big")
        named = {8: 0, 9: 1, 0: None}.get(types[4], file)
        whole = len(text) == width(types[3]) and _is_utf8(text)
        old = found.sources.get(key)
        if payload[length + width(types[1]) :].startswith(_KINDS[types[2]].encode()) and (
            old is None or not old.whole
        ):
            found.sources[key] = Carved(page, _KINDS[types[2]], named, text, whole)
            found.pages |= {page, *further}
    elif len(types) == _FILE and types[:2] == [0, _SHA256]:
        payload, _ = _payload(data, at, size)
        start = length + width(_SHA256)
        name = payload[start : start + width(types[2])]
        found.names.setdefault(key, os.fsdecode(name))


def _is_text(kind: int) -> bool:
    return kind >= 13 and kind % 2 == 1


def _payload(data: mmap.mmap, at: int, size: int) -> tuple[bytes, list[int]]:
    """Give a row, and the further pages on which it goes on; less than all where these end."""
    if size <= _LOCAL:
        return data[at : at + size], []
    most = _LEAST + (size - _LEAST) % _ROOM
    local = most if most <= _LOCAL else _LEAST
    parts, left = [data[at : at + local]], size - local
    further: list[int] = []
    following = int.from_bytes(data[at + local : at + local + 4], "big")
    while left > 0 and 1 < following <= len(data) // PAGE and following - 1 not in further[-1:]:
        further.append(following - 1)
        base = (following - 1) * PAGE
        parts.append(data[base + 4 : base + 4 + min(left, _ROOM)])
        left -= _ROOM
        following = int.from_bytes(data[base : base + 4], "big")
    return b"".join(parts), further


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
