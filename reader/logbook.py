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
_OURS = re.compile(r"[ !#-&(-_a-~]*")
"""ASCII without quotation marks."""


def path() -> Path:
    """Give where the log lies (it may not be there yet)."""
    return places.data_folder() / NAME


def without_text(error: BaseException) -> str:
    """Tell an error by its kind and its frames; its message may hold a library's text."""
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
    """Name the kind of an error, and the system's number for it where there is one."""
    name = type(error).__qualname__
    number = error.errno if isinstance(error, OSError) else None
    return f"{name}: errno {number}" if isinstance(number, int) else name


def beginning(message: str) -> str:
    """Give a message up to what may be a library's text: a quotation mark, or what is not ASCII."""
    said = _OURS.match(message)
    kept = message[: said.end() if said is not None else 0]
    return (kept if kept == message else f"{kept}…")[:_LONGEST]


def write(head: str, error: BaseException) -> Path:
    """Add an error to the log, under a line of `head`; give where. Raise `OSError`."""
    log = path()
    places.make_private(log.parent)
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
