"""Remember privately from which folder a file was taken in, so that its picture can be found.

The library keeps a file's name alone: neither it, nor a copy or an export of it, says a path.
This is kept apart, in the user's data folder, a line a file, and only ever added to; it belongs
to no wish and to no journal. Where it is lost, pictures are not found, and nothing else.

The same bytes may lie in several places. A file is known by the first, by folder and name, for as
long as it lies there: a copy found later beside other pictures does not take it over.
"""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader import places

if TYPE_CHECKING:
    from collections.abc import Iterator


def _file(library: str) -> Path:
    safe = re.sub(r"[^0-9A-Za-z-]", "_", library)[:80] or "_"
    return places.data_folder() / "folders" / f"{safe}.jsonl"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class Folders:
    """Notes folders of one library, by its id."""

    def __init__(self, library: str) -> None:
        self._path = _file(library)
        self._known: dict[str, tuple[str, str | None]] | None = None
        self._first = True

    def remember(self, sha256: str, path: Path, *, new: bool, kept: str = "") -> None:
        """Note where a file lies that was taken in, or one that was there already.

        `kept` is the name that the library keeps of it, empty where it is this one. Of those that
        are `new` nothing is kept in memory, however many they are; only where a file was there
        already is it looked up whether it is known to lie elsewhere, and still does: then that
        place stays.
        """
        folder = os.path.abspath(path.parent)  # noqa: PTH100 - links are left as they were named
        name = None if path.name == (kept or path.name) else path.name
        if not new:
            known = self._looked_up(sha256)
            if known is not None and _lies(known[0], known[1] or kept or path.name):
                return
            assert self._known is not None
            self._known[sha256] = sys.intern(folder), name
        told = {"sha256": sha256, "folder": folder} | ({} if name is None else {"name": name})
        with suppress(OSError):  # the page itself is safe in the library
            places.make_private(self._path.parent)
            with open(self._path, "a", encoding="ascii", opener=_private) as file:
                # a line of its own even behind one that was cut off; an empty one says nothing
                file.write("\n" * self._first + json.dumps(told) + "\n")
            self._first = False

    def _looked_up(self, sha256: str) -> tuple[str, str | None] | None:
        if self._known is None:
            self._known = {known: (sys.intern(where), name) for known, where, name in self._read()}
        return self._known.get(sha256)

    def _read(self) -> Iterator[tuple[str, str, str | None]]:
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return
        for line in lines:
            place = _place(line)
            if place is not None:
                yield place


def _place(line: bytes) -> tuple[str, str, str | None] | None:
    """Read a line: SHA-256, folder, and the name where it is not the library's; None of others."""
    # a line that was cut off, or is not ours
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
        told = json.loads(line)
        found = told["sha256"], told["folder"], told.get("name")
        if all(isinstance(part, str) for part in found[:2]) and isinstance(found[2], str | None):
            return found
    return None


def _lies(folder: str, name: str) -> bool:
    return os.path.lexists(os.path.join(folder, name))  # noqa: PTH118 - one stat, no object


def place_of(library: str, sha256: str, kept: str) -> Path | None:
    """Give where a file lay when it was taken in, None where it is not known.

    `kept` is the name that the library keeps of it, which is the file's own unless noted.
    """
    try:
        known = _file(library).read_bytes()
    except OSError:
        return None
    at = known.rfind(b'{"sha256": "' + sha256.encode("ascii", "replace") + b'"')
    place = _place(known[at:].split(b"\n", 1)[0]) if at >= 0 else None
    return None if place is None else Path(place[1]) / (place[2] or kept)
