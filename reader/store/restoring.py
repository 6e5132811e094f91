"""Put a backup in the place of a library, having kept what was there."""

from __future__ import annotations

import os
import stat
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import (
    DamagedLibraryError,
    JiaokanError,
    LibraryError,
    LibraryInUseError,
    NewerLibraryError,
    NotALibraryError,
    OutputError,
)
from reader.held import SIDE_FILES
from reader.store import copying, opening, seals
from reader.store.beside import (
    draft_of,
    is_side_name,
    is_too_long,
    led_to,
    refuse_library_beside,
    refuse_special,
)
from reader.store.copying import (
    Counted,
    copy,
    count,
    is_empty,
    lock_of,
    one_moment,
    opened,
    patience,
    sweep,
    told_os,
    verify,
)
from reader.store.damaged import set_aside
from reader.store.faults import DatabaseError, told, translate
from reader.store.opening import Mode
from reader.store.shelf import Why, folder_of, shelve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pysqlite3 import Connection


@dataclass(frozen=True, slots=True)
class Restored:
    """A library that came from a backup; `kept` is the copy of what was there before.

    `damaged` tells that this could only be set aside byte for byte, not copied and verified;
    `altered` how much of the backup does not fit its seals.
    """

    path: Path
    library: str
    pages: int
    articles: int
    characters: int
    kept: Path | None
    damaged: bool = False
    altered: int = 0


def restore(
    file: Path, library: Path, now: datetime | None = None, *, anything: bool = False
) -> Restored:
    """Put the backup `file` in the place of the library at `library`, which may not be there.

    The backup is verified first, and what is there is kept in the folder of backups. A library
    that another program has open is waited for, then `LibraryInUseError` is raised. One of a
    later version, or a file that is no library, is not touched; with `anything`, for which a
    person has to be asked, it is set aside as a damaged library is. Killed at any moment, the old
    library or the new one is there, whole. Where `library` is a link, it is what it leads to.
    """
    source_path = Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow a link
    target = led_to(library)
    if is_too_long(target):
        raise OutputError(str(target), "long_name")
    if is_side_name(target) and not target.exists():
        raise OutputError(str(target), "side_name")
    refuse_special(target)
    refuse_library_beside(target)
    sweep_draft(target)
    with opened(source_path) as source:
        wanted = verify(source, source_path)
        if target.exists() and os.path.samefile(source_path, target):  # noqa: PTH121
            raise OutputError(str(file), "itself")
        kept, damaged = _put(source, target, now or datetime.now(UTC), anything=anything)
    found, altered = _verified(target, wanted)
    held = found.pages, found.articles, found.characters
    return Restored(target, found.library, *held, kept, damaged, altered)


def sweep_draft(library: Path) -> None:
    """Take away what a restore that was killed left beside `library`, where its lock tells of one.

    Nothing is taken away while one is at work, and nothing is raised.
    """
    beside = draft_of(Path(os.path.realpath(library)))
    lock = lock_of(beside, best_effort=False)
    with suppress(OSError, JiaokanError):
        left = lock.path.lstat()
        if stat.S_ISREG(left.st_mode) and not left.st_size:
            with lock.held() as mine:
                if mine:
                    sweep(beside)


def _put(
    source: Connection, target: Path, now: datetime, *, anything: bool
) -> tuple[Path | None, bool]:
    """Keep what is there and put the backup in its place; give the copy, and if it was damaged."""
    if not target.exists() or is_empty(target):
        kept: Path | None = set_aside(target, now)
        _remove_side_files(target)
        copy(source, target)
        return kept, kept is not None
    try:
        with opened(target) as connection:
            verify(connection, target)  # before anything is done to what may be damaged
        with _alone(target) as connection:
            folder = folder_of(count(connection).library)
            kept = shelve(connection, folder, now, Why.RESTORE).path
            _pour(source, connection, target)
            return kept, False
    except LibraryError as error:
        if is_empty(target):  # it was killed while it was made, and SQLite took back what there was
            return _put(source, target, now, anything=anything)
        if not _may_be_set_aside(error, anything=anything):
            raise
    return _put_over_damage(source, target, now, anything=anything), True


def _put_over_damage(
    source: Connection, target: Path, now: datetime, *, anything: bool
) -> Path | None:
    """Set a damaged library aside as it is, and write over it, or in its place."""
    kept = set_aside(target, now)
    try:
        with _alone(target) as connection:
            _pour(source, connection, target)
    except LibraryError as error:
        if not _may_be_set_aside(error, anything=anything):
            raise
        _remove_side_files(target)
        copy(source, target, anything=True)
    return kept


def _may_be_set_aside(error: LibraryError, *, anything: bool) -> bool:
    """Tell damage from a file that is none of ours: what SQLite, not the header, says."""
    if anything and isinstance(error, NotALibraryError | NewerLibraryError):
        return error.detail != "no_file"
    return isinstance(error, DamagedLibraryError) or (
        isinstance(error, NotALibraryError) and error.detail == "sqlite"
    )


def _remove_side_files(target: Path) -> None:
    """Take away side files that would be taken for those of the file that comes here."""
    for end in SIDE_FILES:
        name = target.with_name(target.name + end)
        with told_os(name):
            name.unlink(missing_ok=True)


@contextmanager
def _alone(target: Path) -> Iterator[Connection]:
    """Open the library that is to be replaced, so that no one else has it open."""
    with told(target), opened(target, Mode.WRITE) as connection:
        _be_alone(connection, target)
        yield connection


def _pour(source: Connection, connection: Connection, target: Path) -> None:
    """Write the backup into the file that is there, in one transaction of SQLite.

    Renaming would leave another program with the old file and the new one's side files; so the
    file stays, and its journal brings the old library back when this is killed.
    """
    with one_moment(source):
        source.backup(
            connection,
            pages=copying.PAGES_AT_ONCE,
            progress=patience(target, None),
            sleep=0.05,
        )


def _be_alone(connection: Connection, path: Path) -> None:
    """Take the library for this connection alone; no one else may so much as read it.

    Only the last connection can end WAL mode, and in exclusive locking mode it keeps the lock.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA busy_timeout = 100")
    give_up = time.monotonic() + opening.WAIT_SECONDS
    while True:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except DatabaseError as error:
            if not isinstance(translate(error, path), LibraryInUseError):
                raise
            mode = ""
        if mode == "delete":
            return
        if time.monotonic() > give_up:
            raise LibraryInUseError(str(path), "open_elsewhere")
        time.sleep(0.05)


def _verified(target: Path, wanted: Counted) -> tuple[Counted, int]:
    """Count what was restored, and how much of it does not fit its seals."""
    with opened(target) as connection:
        found = verify(connection, target)
        altered = seals.altered(connection)
    if found != wanted:
        raise DamagedLibraryError(str(target), "copy_differs")
    return found, altered
