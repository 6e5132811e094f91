"""Whose backups they are, where a library can no longer say its own id."""

from __future__ import annotations

import os
from contextlib import suppress
from operator import attrgetter
from typing import TYPE_CHECKING

from reader import places
from reader.store.shelf import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from reader.store.shelf import Backup

_AT_ONCE = 1 << 20
_FAR = 64 << 20
"""How far into a file an id is looked for: it stands in one of the first tables."""


def backups_of(path: Path, known: Collection[str] = ()) -> tuple[Backup, ...]:
    """List the backups of a library that cannot be opened, youngest first.

    Its are those whose folder is named by an id of `known`, or by one that still stands among
    the bytes of the file or of its log. Only for a file that this process has not open.
    """
    shelf = places.backups_folder()
    held: dict[str, tuple[Backup, ...]] = {}
    with suppress(OSError):  # there is no shelf yet, or none for us
        held = {folder.name: found for folder in shelf.iterdir() if (found := listed(folder))}
    mine = held.keys() & known
    for file in (path, path.with_name(path.name + "-wal")):
        mine = mine or _standing_in(file, held)
    theirs = [backup for name in mine for backup in held[name]]
    return tuple(sorted(theirs, key=attrgetter("at"), reverse=True))


def _standing_in(file: Path, names: Collection[str]) -> set[str]:
    """Give those of the names that stand among the bytes of a file."""
    wanted = {name: os.fsencode(name) for name in names}
    longest = max(map(len, wanted.values()), default=0)
    found: set[str] = set()
    before = b""
    with suppress(OSError):
        for part in _parts(file):
            seen = before + part
            found |= {name for name, sought in wanted.items() if sought in seen}
            before = seen[-longest:]
    return found


def _parts(file: Path) -> Iterator[bytes]:
    if not file.is_file():
        return
    with file.open("rb") as opened:
        while opened.tell() < _FAR and (part := opened.read(_AT_ONCE)):
            yield part
