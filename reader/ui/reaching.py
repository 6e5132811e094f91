"""Opening a library as far as that can be done: for writing, else for reading, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import ReadOnlyError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.library import Library


class Reading(StrEnum):
    """Why a library is open for reading."""

    ELSEWHERE = "elsewhere"
    """Another window holds it."""
    PROTECTED = "protected"
    """File or folder cannot be written."""


def can_be_written(path: Path) -> bool:
    """Tell whether file and folder may be written."""
    from reader.store import opening

    return opening.can_write(path)


def as_far_as_possible(path: Path, *, held: bool) -> Library:
    """Open for writing where the window's lock is held and the file can be written."""
    from reader.store.library import Library, Mode

    if held:
        try:
            return Library.open(path, Mode.CREATE)
        except ReadOnlyError:
            if not path.exists():
                raise
    return Library.open(path, Mode.READ)
