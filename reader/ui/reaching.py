"""Opening a library as far as that can be done: for writing, else for reading, and why."""

from __future__ import annotations

import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import DamagedLibraryError, DiskFullError, LibraryError, ReadOnlyError
from reader.places import is_there

if TYPE_CHECKING:
    from reader.store.library import Library


class Reading(StrEnum):
    """Why a library is open for reading."""

    ELSEWHERE = "elsewhere"
    """Another window holds it."""
    PROTECTED = "protected"
    """File or folder cannot be written."""
    FOREIGN = "foreign"
    """It holds what its version does not declare."""
    LINKED = "linked"
    """Its file has several names."""
    LONG_NAME = "long name"
    """Its name leaves no room for the names of its side files."""
    FULL = "full"
    """A disk is full: its own, or that of the copy which an older library needs first."""


_WHY: dict[type[LibraryError], Reading] = {
    DamagedLibraryError: Reading.FOREIGN,
    DiskFullError: Reading.FULL,
}
"""What an error that left a library open for reading is told as."""


def reading(path: Path, hindrance: LibraryError | None) -> Reading:
    """Tell why the library at `path` is open for reading, where `hindrance` kept it from more."""
    if hindrance is not None:
        return _WHY[type(hindrance)]
    return _of_file(path) or Reading.ELSEWHERE


def _of_file(path: Path) -> Reading | None:
    """Tell what about its file, name or folder keeps a library from being written."""
    from reader.store import beside, opening

    if not opening.can_write(path):
        return Reading.PROTECTED
    if beside.is_linked(path):
        return Reading.LINKED
    return Reading.LONG_NAME if beside.is_too_long(path) else None


def can_be_written(path: Path) -> bool:
    """Tell whether a library may be written as far as its file, name and folder are asked."""
    return _of_file(path) is None


def is_overtaken(library: Library) -> bool:
    """Tell whether what lies there now is not what was opened, or was written unseen from here."""
    from reader.store import opening

    return not library.in_place() or opening.is_stale(library.connection)


def as_far_as_possible(path: Path, *, held: bool) -> tuple[Library, LibraryError | None]:
    """Open for writing where the window's lock is held and the file can be written, else to read.

    Give also what only a person can put right before it can be written; None where that is
    nothing, or only the lock or a permission, which may come back by itself.
    """
    from reader.store.library import Library, Mode

    if held:
        try:
            library = Library.open(path, Mode.CREATE)
        except ReadOnlyError:
            if not is_there(path):
                raise
        except DamagedLibraryError as error:
            if error.detail != "foreign":
                raise
            return Library.open(path, Mode.READ), error
        except DiskFullError as error:
            with suppress(LibraryError):  # the disk is what is told
                return Library.open(path, Mode.READ), error
            raise
        else:
            _sweep(path)
            return library, None
    return Library.open(path, Mode.READ), None


def _sweep(path: Path) -> None:
    """Take away what a restore that was killed left beside a library, as commands do.

    Nearly always there is nothing, and then nothing is loaded for it.
    """
    from reader.store.beside import draft_of

    real = Path(os.path.realpath(path))
    if os.path.lexists(f"{draft_of(real)}.lock"):
        from reader.store.restoring import sweep_draft

        sweep_draft(real)
    if os.path.lexists(draft_of(path, ".rebuilt", "")):
        from reader.rebuilding import sweep

        sweep(path)
