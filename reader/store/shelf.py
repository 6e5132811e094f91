"""The shelf of backups: one folder a library, in the data folder, with names that tell.

``20250414T093000Z-1234-567890.db`` was made at that time (UTC) and was counted to hold 1,234
articles with 567,890 characters; what it was made for follows, when the rotation did not ask,
``altered``, when it does not fit its seals, and a number from 2, when an earlier copy has that
name already.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from reader import places
from reader.store.copying import Copied, copy, count, sweep_folder, told_os

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pysqlite3 import Connection

STAMP = "%Y%m%dT%H%M%SZ"
"""How a time (UTC) stands in the name of a copy."""

_NAME = re.compile(
    r"(\d{8}T\d{6}Z)-(\d{1,15})-(\d{1,15})(?:-(?!altered)([a-z-]+?))?(-altered)?(?:-(\d{1,9}))?\.db"
)


class Why(StrEnum):
    """What a backup was made for."""

    AUTOMATIC = "automatic"
    SMALLER = "smaller"
    MIGRATION = "before-migration"
    RESTORE = "before-restore"
    WISHED = "by-hand"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy on the shelf, as its name tells; `at` is the time in UTC, `size` is in bytes.

    `altered`: it does not fit its seals, and so is no good copy.
    """

    path: Path
    at: datetime
    articles: int
    characters: int
    why: Why
    size: int
    altered: bool = False


def folder_of(library: str) -> Path:
    """Give the folder of the backups of a library, by its id (it may not be there yet)."""
    safe = re.sub(r"[^0-9A-Za-z-]", "_", library)[:80] or "_"
    return places.backups_folder() / safe


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into."""
    with told_os(folder):
        places.make_private(folder)


def listed(folder: Path) -> tuple[Backup, ...]:
    """List the backups in a folder, youngest first; files of other names are passed over."""
    found: list[tuple[Backup, int]] = []
    for path in folder.glob("*.db"):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        with suppress(ValueError, OSError):  # no such day, no known word, or just gone
            at = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
            why = Why(match[4] or Why.AUTOMATIC)
            size = path.stat().st_size
            counted = int(match[2]), int(match[3])
            backup = Backup(path, at, *counted, why, size, match[5] is not None)
            found.append((backup, int(match[6] or 1)))
    found.sort(key=lambda one: (one[0].at, one[1], one[0].path.name), reverse=True)
    return tuple(backup for backup, _ in found)


def shelve(
    connection: Connection,
    folder: Path,
    now: datetime,
    why: Why,
    report: Callable[[int, int], None] | None = None,
) -> Copied:
    """Put a verified copy of a library into `folder`, under the name that tells of it.

    A copy that has that name already stays: this one's gets a number.
    """
    counted = count(connection)
    make_folder(folder)
    sweep_folder(folder)
    tail = "" if why is Why.AUTOMATIC else f"-{why}"
    stamp = now.astimezone(UTC).strftime(STAMP)
    name = f"{stamp}-{counted.articles}-{counted.characters}{tail}.db"
    return copy(connection, folder / name, report, anew=True)
