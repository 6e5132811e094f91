"""Opening a library as far as that can be done: for writing, else for reading, and why."""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import DamagedLibraryError, DiskFullError, LibraryError, ReadOnlyError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.library import Library


class Reading(StrEnum):
    """Why a library is open for reading."""

    ELSEWHERE = "elsewhere"
    """Another window holds it."""
    PROTECTED = "protected"
    """File or folder cannot be written."""
    FOREIGN = "foreign"
    """It holds what its version does not declare."""
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
    return Reading.ELSEWHERE if can_be_written(path) else Reading.PROTECTED


def can_be_written(path: Path) -> bool:
    """Tell whether file and folder may be written."""
    from reader.store import opening

    return opening.can_write(path)


def as_far_as_possible(path: Path, *, held: bool) -> tuple[Library, LibraryError | None]:
    """Open for writing where the window's lock is held and the file can be written, else to read.

    Give also what only a person can put right before it can be written; None where that is
    nothing, or only the lock or a permission, which may come back by itself.
    """
    from reader.store.library import Library, Mode

    if held:
        try:
            return Library.open(path, Mode.CREATE), None
        except ReadOnlyError:
            if not path.exists():
                raise
        except DamagedLibraryError as error:
            if error.detail != "foreign":
                raise
            return Library.open(path, Mode.READ), error
        except DiskFullError as error:
            with suppress(LibraryError):  # the disk is what is told
                return Library.open(path, Mode.READ), error
            raise
    return Library.open(path, Mode.READ), None
