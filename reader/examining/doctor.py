"""Examine all that work depends on: program, window, folders, library, backups."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader import logbook, places
from reader.errors import JiaokanError, NoLibraryError, UsageError
from reader.examining import folders, machine
from reader.examining.glyphs import glyphs
from reader.examining.remarks import Remark
from reader.store import Library
from reader.store.backup import AT_LEAST_APART
from reader.store.contents import withdrawn_in
from reader.store.copying import count
from reader.store.faults import told
from reader.store.shelf import STAMP, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

OLD_DAYS = 7
"""A last good backup of more days is old."""


def examine(library: Path | None = None, now: datetime | None = None) -> tuple[Remark, ...]:
    """Examine the machine and the library, the default one when none is named.

    It need not be there. `now` has a time zone. Nothing is raised for what is wrong: that is what
    is told.
    """
    misnamed: list[Remark] = []
    if library is None:
        try:
            library = places.default_library()
        except UsageError as error:
            misnamed.append(Remark("library_misnamed", {"path": error.subject}))
    return (
        *machine.program(),
        *machine.fonts(),
        glyphs(),
        *machine.window(),
        *_folders(library),
        *misnamed,
        *(() if library is None else _library(library, now or datetime.now(UTC))),
        *_log(),
    )


def _temporary() -> Path:
    """Give the folder for temporary files; where none can be written, the one that is named."""
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError:
        return Path(os.environ.get("TMPDIR") or "/tmp")


def _folders(library: Path | None) -> Iterator[Remark]:
    for noun, path in (
        *(() if library is None else (("library", library.parent),)),
        ("data", places.data_folder()),
        ("backups", places.backups_folder()),
        ("settings", places.config_folder()),
        ("cache", places.cache_folder()),
        ("temporary", _temporary()),
    ):
        folder = folders.look(path)
        if not folder.exists:
            yield Remark("folder_absent", {"noun": noun, "path": str(path)})
        free = -1 if folder.free is None else folder.free >> 20
        facts: dict[str, str | int] = {"noun": noun, "path": str(folder.there)}
        yield Remark("folder", facts | {"system": folder.system or "?", "free": free})
        for remark in folders.risks(noun, path):
            if noun != "temporary" or remark.code in ("folder_closed", "folder_full"):
                yield remark


def _library(path: Path, now: datetime) -> Iterator[Remark]:
    named: dict[str, str | int] = {"path": str(path)}
    try:
        with Library.open(path) as library, told(path):
            counted = count(library.connection)
            status = path.stat()
            present = counted.articles - counted.withdrawn
            held = {"size": status.st_size, "schema": counted.schema, "articles": present}
            yield Remark("library", {**named, **held})
            library.refuse_foreign()
            yield from backups(library, now)
    except NoLibraryError:
        yield Remark("library_absent", named)
        return
    except JiaokanError as error:
        yield Remark("library_unusable", named, error)
        return
    if status.st_nlink > 1:
        yield Remark("library_links", named | {"links": status.st_nlink})
    yield from _private(path)


def backups(library: Library, now: datetime) -> Iterator[Remark]:
    """Tell of the last good backup of an open library, and whether it is old."""
    last = library.backups.last_good(now)
    if last is None:
        yield Remark("backup_none", {"path": str(library.backups.folder())})
        return
    days = max(0, (now - last.at).days)
    at = last.at.strftime(STAMP)
    facts: dict[str, str | int] = {"at": at, "days": days, "path": str(last.path)}
    away = 0
    with suppress(JiaokanError, OSError):  # its name tells of it all the same
        away = withdrawn_in(last.path)
    articles = last.articles - away
    if last.at - now >= AT_LEAST_APART:
        yield Remark("backup_ahead", {"at": at, "path": str(last.path), "articles": articles})
        return
    yield Remark("backup", facts | {"articles": articles})
    if days > OLD_DAYS and last.why is not Why.WISHED:
        yield Remark("backup_old", facts)


def _private(path: Path) -> Iterator[Remark]:
    if sys.platform == "win32":
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        yield Remark("not_private", {"path": str(path), "mode": f"{mode:o}"})


def _log() -> Iterator[Remark]:
    path = logbook.path()
    if path.is_file() and os.access(path, os.R_OK):
        yield Remark("log", {"path": str(path), "size": path.stat().st_size})
        yield from _private(path)
