"""Remember privately from which folder a file was taken in, so that its picture can be found.

The library keeps a file's name alone: neither it, nor a copy or an export of it, says a path.
This is kept apart, in the user's data folder, a line a file, and only ever added to; it belongs
to no wish and to no journal. Where it is lost, pictures are not found, and nothing else.
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
        self._known: dict[str, str] | None = None
        self._first = True

    def remember(self, sha256: str, path: Path, *, new: bool) -> None:
        """Note the folder of a file that was taken in, or of one that was there already.

        Of those that are `new` nothing is kept in memory, however many they are; only where a
        file was there already is it looked up whether it was known to lie here.
        """
        folder = os.path.abspath(path.parent)  # noqa: PTH100 - links are left as they were named
        if not new:
            if self._known is None:
                self._known = {known: sys.intern(where) for known, where in self._read()}
            if self._known.get(sha256) == folder:
                return
            self._known[sha256] = sys.intern(folder)
        with suppress(OSError):  # the page itself is safe in the library
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(self._path, "a", encoding="ascii", opener=_private) as file:
                # a line of its own even behind one that was cut off; an empty one says nothing
                file.write(
                    "\n" * self._first + json.dumps({"sha256": sha256, "folder": folder}) + "\n"
                )
            self._first = False

    def _read(self) -> Iterator[tuple[str, str]]:
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return
        for line in lines:
            with suppress(ValueError, KeyError, TypeError):  # a line that was cut off
                known = json.loads(line)
                if isinstance(known["sha256"], str) and isinstance(known["folder"], str):
                    yield known["sha256"], known["folder"]


def folder_of(library: str, sha256: str) -> Path | None:
    """Give the folder from which a file was taken in last, None where it is not known."""
    try:
        known = _file(library).read_bytes()
    except OSError:
        return None
    at = known.rfind(b'{"sha256": "' + sha256.encode("ascii", "replace") + b'"')
    line = known[at:].split(b"\n", 1)[0] if at >= 0 else b""
    with suppress(ValueError, KeyError, TypeError):  # a line that was cut off
        return Path(json.loads(line)["folder"])
    return None
