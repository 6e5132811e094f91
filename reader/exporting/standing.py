"""Tell whether a file that stands where an export is to go may be replaced by it.

An earlier export of ours may; any other file is somebody's and is never touched.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.errors import OutputError
from reader.exporting import csv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIDE_FILES = ("", "-wal", "-shm", "-journal", ".window")
_LOOKED_AT = 4 << 20
_SAYS_LITTLE = 12  # bytes; a shorter line may stand in any text


def refuse_library(out: Path, library: Path) -> None:
    """Raise when an output would be written over the library, or a file beside it."""
    own = library.resolve()
    if out in {own.with_name(own.name + end) for end in SIDE_FILES}:
        raise OutputError(str(out), "itself")
    if out.exists() and out.samefile(own):
        raise OutputError(str(out), "itself")


def refuse_foreign(out: Path, format_name: str, draft: Path) -> None:
    """Raise when a file stands at `out` that is no earlier export in this format.

    JSON lines and CSV are known by how they begin. A plain text is one of ours when it has a
    line in common with the `draft` that is to replace it.
    """
    if not out.exists() or out.stat().st_size == 0:
        return
    ours = {"jsonl": _is_jsonl, "csv": _is_csv}.get(format_name)
    if ours(out) if ours else not _lines(out).isdisjoint(_lines(draft)):
        return
    raise OutputError(str(out), "foreign_file", name=out.name)


def _is_jsonl(path: Path) -> bool:
    with path.open("rb") as file:
        line = file.readline(_LOOKED_AT)
    try:
        record = json.loads(line)
    except ValueError:
        return False
    return isinstance(record, dict) and {"id", "issue", "text", "origin"} <= record.keys()


def _is_csv(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(csv.HEADER)) == csv.HEADER


def _lines(path: Path) -> set[bytes]:
    with path.open("rb") as file:
        return set(_telling(file.read(_LOOKED_AT)))


def _telling(data: bytes) -> Iterator[bytes]:
    for line in data.splitlines():
        if len(line.strip()) >= _SAYS_LITTLE:
            yield line.strip()
