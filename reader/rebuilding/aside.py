"""Where a library is rebuilt for a while: a folder beside the one that it is to replace."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LibraryError, LibraryInUseError, OutputError
from reader.held import SIDE_FILES
from reader.places import make_private
from reader.rebuilding.building import rebuild
from reader.store.beside import draft_of
from reader.store.copying import told_os
from reader.store.locks import SideLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LIBRARY, _LOCK = "library.db", "rebuilding.lock"
_OURS = {_LOCK, *(_LIBRARY + end for end in ("", *SIDE_FILES))}


@contextmanager
def rebuilt(
    folder: Path, library: Path, report: Callable[[int, int], None] | None = None
) -> Iterator[Path]:
    """Give a library that is made of the export in `folder`; it is taken away at the end.

    It lies beside `library`. Raise the errors of `rebuild`; `OutputError` where a folder of that
    name holds what is not ours, `LibraryInUseError` where another program is rebuilding.
    """
    sweep(library)
    beside = _beside(library)
    with told_os(library):
        if os.path.lexists(beside):
            if not _is_ours(beside):
                raise OutputError(str(beside), "not_left")
            raise LibraryInUseError(str(library))
        make_private(beside.parent)
        beside.mkdir(mode=0o700)
    with SideLock(beside / _LOCK, best_effort=True).held() as mine:
        if not mine:
            raise LibraryInUseError(str(library))
        try:
            with _about(library, beside):
                rebuild(folder, beside / _LIBRARY, report)
            yield beside / _LIBRARY
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def sweep(library: Path) -> None:
    """Take away what a rebuilding that was killed left beside `library`, and nothing else."""
    beside = _beside(library)
    if not os.path.lexists(beside) or not _is_ours(beside):
        return
    with SideLock(beside / _LOCK).held() as mine:
        if mine:  # else a rebuilding is at work, or nothing can be taken away here
            shutil.rmtree(beside, ignore_errors=True)


def _beside(library: Path) -> Path:
    return draft_of(library, ".rebuilt", "")


def _is_ours(beside: Path) -> bool:
    """Tell whether a folder holds nothing but what is made here."""
    try:
        held = [] if beside.is_symlink() else [*beside.iterdir()]
    except OSError:
        return False
    return not beside.is_symlink() and all(
        path.name in _OURS and path.is_file() and not path.is_symlink() for path in held
    )


@contextmanager
def _about(library: Path, beside: Path) -> Iterator[None]:
    """Let an error about the library that is made be told of the one it is to replace."""
    try:
        yield
    except LibraryError as error:
        if Path(error.subject).parent != beside:
            raise
        raise type(error)(str(library), error.detail, **error.facts) from error
