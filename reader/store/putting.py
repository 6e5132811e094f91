"""Give a file that is whole its name, without taking the name from another file."""

from __future__ import annotations

import errno
import itertools
import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def numbered(path: Path, number: int) -> Path:
    """Give the name for the copy of this number, from 1, of those that want the same name."""
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")


def put_new(beside: Path, path: Path) -> Path:
    """Rename to `path`, or to the first numbered name that is free; give it."""
    for number in itertools.count(1):
        name = numbered(path, number)
        with suppress(FileExistsError):
            name_new(beside, name)
            return name
    raise AssertionError


def name_new(beside: Path, name: Path) -> None:
    """Rename, but raise `FileExistsError` where something has the name; a rename replaces it."""
    try:
        name.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError as error:  # a file system without hard links
        if os.path.lexists(name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        beside.rename(name)
    else:
        beside.unlink()
