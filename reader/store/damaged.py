"""Keep what SQLite cannot copy: a damaged library and its side files, byte for byte."""

from __future__ import annotations

import itertools
import os
import shutil
from contextlib import ExitStack
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from reader import places
from reader.store.copying import (
    is_empty,
    lock_of,
    sweep,
    sweep_folder,
    sync,
    told_os,
    why_no_lock,
)
from reader.store.putting import name_new, numbered
from reader.store.shelf import STAMP, make_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_ENDS = ("-wal", "-journal", "")
"""The order in which names are given: where the library has its name, all of it is there."""

_LONGEST = 180
"""How many bytes of the library's name there are room for."""


def set_aside(target: Path, now: datetime) -> Path | None:
    """Copy byte for byte what SQLite cannot copy: a damaged library and its side files.

    Give where the library went, or else a side file; None when there was none. What was set
    aside before stays. Only for files of which this process has no connection open.
    """
    folder = places.backups_folder() / "damaged"
    with told_os(folder):
        ends = [end for end in _ENDS if _holds(target.with_name(target.name + end))]
        if not ends:
            return None
        make_folder(folder)
        _sweep(folder)
        wanted = folder / f"{now.astimezone(UTC).strftime(STAMP)}-{_shortened(target)}"
        for number in itertools.count(1):
            name = numbered(wanted, number)
            if _copied(target, name, ends):
                return name.with_name(name.name + ends[-1])
    raise AssertionError


def _sweep(folder: Path) -> None:
    """Take away what killed runs left: what has its name already, too, where it is not all."""
    for draft in {path.name.rpartition(".tmp")[0] for path in folder.glob(".*.tmp*")}:
        beside, name = folder / f"{draft}.tmp", folder / draft.removeprefix(".")
        with lock_of(beside, best_effort=False).held() as mine:
            left = [end for end in _ENDS if os.path.lexists(f"{beside}{end}")]
            if mine and left and not os.path.lexists(f"{name}{left[-1]}"):  # the last to be named
                for end in _ENDS:
                    Path(f"{name}{end}").unlink(missing_ok=True)
    sweep_folder(folder)


def _shortened(target: Path) -> str:
    """Give the name, with room for a time before it and for the ends of side files behind."""
    stem = target.stem
    while stem and len(os.fsencode(stem + target.suffix)) > _LONGEST:
        stem = stem[:-1]
    return stem + target.suffix if stem else "library"


def _holds(file: Path) -> bool:
    return file.is_file() and not is_empty(file)


def _copied(target: Path, name: Path, ends: Sequence[str]) -> bool:
    """Copy to `name`; tell whether it was free. All is whole before anything has its name."""
    beside = name.with_name(f".{name.name}.tmp")
    lock = lock_of(beside, best_effort=True)
    with lock.held() as mine, ExitStack() as undo:
        if not mine:
            why_no_lock(lock.path, name)
        if not mine or any(os.path.lexists(name.with_name(name.name + end)) for end in _ENDS):
            return False
        undo.callback(sweep, beside)
        sweep(beside)
        for end in ends:
            to = beside.with_name(beside.name + end)
            os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            shutil.copyfile(target.with_name(target.name + end), to)
            sync(to)
        for end in ends:
            name_new(beside.with_name(beside.name + end), name.with_name(name.name + end))
        sync(name.parent)
    return True
