"""Walk files and folders in an order that is the same everywhere, without following links."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.errors import InputRefusedError, NotTextError, UnreadableError
from reader.places import is_folder
from reader.sources import LATER, is_source, suffix
from reader.sources.files import look, unlistable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_DIGITS = re.compile("[0-9]+")
_LONGEST_NUMBER = 20


class Hint(StrEnum):
    """What is to be done with a path that was found."""

    READ = "read"
    SKIP = "skip"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Found:
    """A path that was found, and why it is not to be read where it is not."""

    path: Path
    hint: Hint
    error: InputRefusedError | None = None


def walk(paths: Iterable[Path]) -> Iterator[Found]:
    """Give the files that `paths` name, and those in folders, by name, numbers by their value.

    A file that is named must be of a format that is read; one met in a folder is skipped if it is
    not. Links to folders are not followed (skipped when met, refused when named); special files
    and dangling links are refused. Holds the names of one folder a level, no more.
    """
    for path in paths:
        yield from _named(path)


def _named(path: Path) -> Iterator[Found]:
    if is_folder(path):
        if path.is_symlink():
            yield _refused(UnreadableError(str(path), "folder_link"), path)
        else:
            yield from _folder(path)
        return
    fault = look(path)
    if fault is None and not is_source(path):
        detail = "later_format" if suffix(path) in LATER else "no_format"
        fault = NotTextError(str(path), detail, suffix=suffix(path))
    yield Found(path, Hint.READ) if fault is None else _refused(fault, path)


def _folder(top: Path) -> Iterator[Found]:
    """Walk a folder depth first, with a stack of our own: depth costs no recursion."""
    levels = [iter((top,))]
    while levels:
        path = next(levels[-1], None)
        if path is None:
            levels.pop()
            continue
        mode = _mode(path)
        if not stat.S_ISDIR(mode):
            yield _met(path, mode)
            continue
        try:
            names = sorted(os.listdir(path), key=natural)  # noqa: PTH208 - names are enough
        except OSError as error:
            yield _refused(unlistable(path, error), path)
            continue
        levels.append(_children(path, names))


def _children(folder: Path, names: list[str]) -> Iterator[Path]:
    return (folder / name for name in names)


def _mode(path: Path) -> int:
    try:
        return path.lstat().st_mode
    except OSError:
        return 0


def _met(path: Path, mode: int) -> Found:
    """Judge what was met in a folder and is no folder itself."""
    if stat.S_ISLNK(mode) and is_folder(path):
        return Found(path, Hint.SKIP, UnreadableError(str(path), "folder_link"))
    ordinary = stat.S_ISREG(mode)
    if ordinary and not is_source(path):
        detail = "later_format" if suffix(path) in LATER else "no_format"
        return Found(path, Hint.SKIP, NotTextError(str(path), detail, suffix=suffix(path)))
    fault = look(path)
    if fault is not None:
        return _refused(fault, path)
    if not is_source(path):  # a link to an ordinary file of another format
        return Found(path, Hint.SKIP, NotTextError(str(path), "no_format", suffix=suffix(path)))
    return Found(path, Hint.READ)


def _refused(error: InputRefusedError, path: Path) -> Found:
    return Found(path, Hint.REFUSE, error)


def natural(name: str) -> tuple[str, str]:
    """Give the key by which names are sorted: numbers by their value, then as they stand."""
    return _DIGITS.sub(lambda digits: digits[0].zfill(_LONGEST_NUMBER), name), name
