"""Look into a file before it is taken in: how it decodes and why, how it begins, what it is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import InputRefusedError, NotTextError
from reader.places import is_folder
from reader.sources import is_source, suffix
from reader.sources.files import fetch
from reader.sources.walk import Hint, walk
from reader.text.decode import decode
from reader.text.lines import split_lines, split_pages
from reader.text.masthead import recognise_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.model import IssueFacts
    from reader.text.decode import Decoded

HEAD = 1 << 20
"""Bytes that are looked at: of a larger file the beginning."""

_LONGEST_CHARACTER = 4
"""Bytes of a character: so many may stand cut at the end of what is looked at."""

LINES = 40
"""How many lines are shown of a file."""

_LONGEST = 400
"""Characters of a line that are shown."""


class Because(StrEnum):
    """Why an encoding was taken."""

    NAMED = "named"
    BOM = "bom"
    ASCII = "ascii"
    UTF8 = "utf8"
    PLAUSIBLE = "plausible"


@dataclass(frozen=True, slots=True)
class Peek:
    """What is seen of a file: its first lines, its encoding and why, what it is a page of."""

    path: Path
    encoding: str
    because: Because
    lines: tuple[str, ...]
    facts: IssueFacts


def peek(path: Path, encoding: str | None = None, heed: Callable[[], None] | None = None) -> Peek:
    """Look into a file, or into the first that would be read of a folder.

    Of a large file only the beginning is looked at; what is amiss behind it an import tells.
    `heed` is called while a folder is looked through, and what it raises ends that.
    Raise an `InputRefusedError` for what an import would refuse, `UsageError` for the name of an
    encoding that is none.
    """
    file = _first(path, heed) if is_folder(path) else path
    try:
        data = fetch(file, HEAD)
        if not is_source(file):
            raise NotTextError(detail="no_format", suffix=suffix(file))
        decoded = _decode(data, encoding)
    except InputRefusedError as error:
        error.subject = str(file)
        raise
    because = Because.UTF8 if decoded.encoding.startswith("utf-8") else Because.PLAUSIBLE
    if decoded.bom:
        because = Because.BOM
    elif encoding is not None:
        because = Because.NAMED
    elif data.isascii():
        because = Because.ASCII
    pages = [(p.text, split_lines(p.text, p.first_line)) for p in split_pages(decoded.text)]
    shown = tuple(line.text[:_LONGEST] for line in pages[0][1][:LINES])
    return Peek(file, decoded.encoding, because, shown, recognise_pages(file.name, pages)[0])


def _decode(data: bytes, encoding: str | None) -> Decoded:
    """Decode a file, or its beginning, whose last character may be cut."""
    tries = _LONGEST_CHARACTER if len(data) == HEAD else 1
    for cut in range(tries - 1):
        with suppress(InputRefusedError):
            return decode(data[: len(data) - cut], encoding)
    return decode(data[: len(data) - tries + 1], encoding)


def _first(folder: Path, heed: Callable[[], None] | None) -> Path:
    """Give the first file of a folder that would be read; raise where there is none."""
    for found in walk([folder]):
        if heed is not None:
            heed()
        if found.hint is Hint.READ:
            return found.path
    raise NotTextError(str(folder), "nothing_to_read")
