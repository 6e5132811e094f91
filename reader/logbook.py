"""The private log: what went wrong in the program itself, without any text of a library.

It lies in the data folder, only its owner may read it, and it rotates: ``jiaokan.log``, and the
two before it.
"""

from __future__ import annotations

import os
import re
import traceback
from typing import TYPE_CHECKING

from reader import places

if TYPE_CHECKING:
    from pathlib import Path

NAME = "jiaokan.log"
LARGEST = 1 << 20
"""Bytes at which a log makes room for the next."""

KEPT = 2
"""How many older logs are kept."""

_LONGEST = 300
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]+")


def path() -> Path:
    """Give where the log lies (it may not be there yet)."""
    return places.data_folder() / NAME


def without_text(error: BaseException) -> str:
    """Tell an error with its frames, and of its message only what cannot be a library's text.

    What stands in quotation marks is left out, and so is all that is not ASCII.
    """
    told: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        frames = "".join(traceback.format_tb(at.__traceback__))
        told.append(f"Traceback (most recent call last):\n{frames}{_named(at)}\n")
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\nwhich led to:\n\n".join(reversed(told))


def _named(error: BaseException) -> str:
    said = _NOT_ASCII.sub("…", _QUOTED.sub("'…'", str(error)))[:_LONGEST]
    name = type(error).__qualname__
    return f"{name}: {said}" if said else name


def write(head: str, error: BaseException) -> Path:
    """Add an error to the log, under a line of `head`; give where. Raise `OSError`."""
    log = path()
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _rotate(log)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with open(handle, "a", encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - a handle
        file.write(f"{head}\n{without_text(error)}")
    log.chmod(0o600)  # an older program may have made it
    return log


def _rotate(log: Path) -> None:
    if not log.exists() or log.stat().st_size < LARGEST:
        return
    for number in range(KEPT, 0, -1):
        older = log.with_name(f"{NAME}.{number - 1}") if number > 1 else log
        if older.exists():
            older.replace(log.with_name(f"{NAME}.{number}"))
