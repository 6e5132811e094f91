"""Backups: copies of the whole library by age, opened and counted before an older one goes.

The rotation keeps the youngest copy of each of the last hours, days and weeks that have one.
It takes away only what it made itself: not what was made before a migration or a restore, and,
while the library is much smaller than the last good copy, or does not fit its seals, none of the
good ones.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.store.beside import led_to
from reader.store.copying import Copied, copy, count, opened, refuse_another, told_os, verify
from reader.store.faults import told
from reader.store.locks import SideLock
from reader.store.restoring import Restored, restore
from reader.store.shelf import Backup, Why, folder_of, listed, make_folder, shelve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pysqlite3 import Connection

    from reader.store.library import Library

__all__ = [
    "Automatic",
    "Backup",
    "Backups",
    "Copied",
    "Made",
    "Restored",
    "Why",
    "before_migration",
    "kept",
    "restore",
]

HOURLY, DAILY, WEEKLY = 24, 14, 26
"""How many copies are kept: the youngest of as many hours, days and weeks as have any."""

AT_LEAST_APART = timedelta(hours=1)

SMALLER_BELOW = 0.8
"""A copy with less than this part of the last good one's articles or characters is doubtful."""


class Made(StrEnum):
    """What an automatic backup came to."""

    MADE = "made"
    SMALLER = "smaller"
    ALTERED = "altered"
    UNCHANGED = "unchanged"
    RECENT = "recent"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Automatic:
    """What an automatic backup did; `last` is the last good copy before it.

    `smaller`: a copy was made, but it holds so much less than `last` that none of the good
    ones was taken away; `altered`: nor was one, since the copy does not fit its seals. `busy`:
    another program is at it.
    """

    did: Made
    copied: Copied | None = None
    last: Backup | None = None
    removed: tuple[Path, ...] = ()


class Backups:
    """The manager of copies of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def folder(self) -> Path:
        """Give the folder of this library's backups (it may not be there yet)."""
        return folder_of(self._library.id)

    def copy_to(self, path: Path, report: Callable[[int, int], None] | None = None) -> Copied:
        """Write a consistent copy to `path` while the library is in use, verified by counting.

        `report` is called with pages of the file done and in all. Raise `OutputError` for a
        path that holds what is no earlier copy of this library, or the library itself. A link is
        followed: the copy comes to lie where it leads.
        """
        path = led_to(path)
        refuse_another(self._library.connection, path)
        return copy(self._library.connection, path, report)

    def list(self) -> tuple[Backup, ...]:
        """List the backups of this library, youngest first."""
        return listed(self.folder())

    def make(
        self, now: datetime | None = None, report: Callable[[int, int], None] | None = None
    ) -> Copied:
        """Make a copy because somebody asked for it; the rotation never takes it away.

        `report` is called with pages of the file done and in all.
        """
        make_folder(self.folder())
        now = now or datetime.now(UTC)
        return shelve(self._library.connection, self.folder(), now, Why.WISHED, report)

    def last_good(self, now: datetime | None = None) -> Backup | None:
        """Give the youngest copy that is not doubtful, None where there is none.

        One that is dated later than `now` counts only where there is no other.
        """
        good = [b for b in self.list() if b.why is not Why.SMALLER and not b.altered]
        dated, later = _by_date(good, now or datetime.now(UTC))
        return next(iter(dated + later), None)

    def automatic(
        self, now: datetime | None = None, report: Callable[[int, int], None] | None = None
    ) -> Automatic:
        """Make a copy when the library has changed since the last, and thin out the older ones.

        Copies are at least an hour apart. `now` has a time zone. A copy that cannot be made or
        verified raises, and then none is taken away.
        """
        folder = self.folder()
        make_folder(folder)
        with SideLock(folder / ".lock", best_effort=True).held() as mine:
            if not mine:
                return Automatic(Made.BUSY)
            with told(self._library.path):
                return self._automatic(now or datetime.now(UTC), report)

    def _automatic(self, now: datetime, report: Callable[[int, int], None] | None) -> Automatic:
        connection = self._library.connection
        rotating = [b for b in self.list() if b.why in (Why.AUTOMATIC, Why.SMALLER)]
        dated, later = _by_date(rotating, now)
        sound = (b for b in dated + later if b.why is Why.AUTOMATIC and not b.altered)
        good = next(sound, None)
        if dated and abs(now - dated[0].at) < AT_LEAST_APART:
            return Automatic(Made.RECENT, last=good)
        if dated and _marks(connection) == _marks_of(dated[0].path):
            return Automatic(Made.UNCHANGED, last=good)
        smaller = good is not None and _is_much_smaller(connection, good)
        why = Why.SMALLER if smaller else Why.AUTOMATIC
        copied = shelve(connection, self.folder(), now, why, report)
        altered = bool(copied.altered)
        mine = {b for b in self.list() if b.why is why and b.altered is altered}
        stay = set[Backup]().union(*map(kept, _by_date(mine, now)))
        removed = _remove(b for b in mine - stay if b.path != copied.path)
        did = Made.ALTERED if altered else Made.SMALLER if smaller else Made.MADE
        return Automatic(did, copied, good, removed)


def _by_date(backups: Iterable[Backup], now: datetime) -> tuple[list[Backup], list[Backup]]:
    """Part copies that are dated as they may be from those of a clock that went wrong.

    Both come youngest first. A date in the future is no age: such a copy neither makes another
    superfluous, nor takes its place.
    """
    ordered = sorted(backups, key=lambda backup: backup.at, reverse=True)
    later = [backup for backup in ordered if backup.at - now >= AT_LEAST_APART]
    return ordered[len(later) :], later


def kept(backups: Iterable[Backup]) -> set[Backup]:
    """Choose which copies stay: the youngest of each of the last hours, days and weeks."""
    stay: set[Backup] = set()
    ordered = sorted(backups, key=lambda backup: backup.at, reverse=True)
    for spans, form in ((HOURLY, "%Y%m%d%H"), (DAILY, "%Y%m%d"), (WEEKLY, "%G%V")):
        youngest: dict[str, Backup] = {}
        for backup in ordered:
            youngest.setdefault(backup.at.strftime(form), backup)
        stay.update(list(youngest.values())[:spans])
    return stay


def _remove(backups: Iterable[Backup]) -> tuple[Path, ...]:
    removed = []
    for backup in sorted(backups, key=lambda backup: backup.at):
        with told_os(backup.path):
            backup.path.unlink(missing_ok=True)
        removed.append(backup.path)
    return tuple(removed)


def _is_much_smaller(connection: Connection, good: Backup) -> bool:
    now = count(connection)
    return (
        now.articles < SMALLER_BELOW * good.articles
        or now.characters < SMALLER_BELOW * good.characters
    )


def _marks(connection: Connection) -> tuple[int | None, int]:
    """Give what changes with every wish: where the journal stands, and its youngest wish."""
    counted = count(connection)
    return counted.head, counted.wishes


def _marks_of(path: Path) -> tuple[int | None, int] | None:
    """Give the marks of a copy; None when it can no longer be read, so that a new one is made."""
    with suppress(LibraryError), opened(path) as connection, told(path):
        return _marks(connection)
    return None


def before_migration(
    connection: Connection, path: Path, library: str, now: datetime | None = None
) -> Path:
    """Back up before the first pending migration; what is raised stops the migration.

    Give the copy, which is an earlier one when that holds the same (a migration that fails is
    tried again at each start). `path` is where the library lies, for what is told when it
    fails; `library` is its id.
    """
    folder, now = folder_of(library), now or datetime.now(UTC)
    with told(path):
        earlier = [backup for backup in listed(folder) if backup.why is Why.MIGRATION]
        for dated in _by_date(earlier, now):  # the youngest, and of a clock that went wrong, too
            if dated and _holds_the_same(dated[0].path, connection):
                return dated[0].path
        return shelve(connection, folder, now, Why.MIGRATION).path


def _holds_the_same(path: Path, connection: Connection) -> bool:
    with suppress(LibraryError), opened(path) as copied:
        return verify(copied, path) == count(connection)
    return False
