"""Tell whether a file that stands where an export is to go may be replaced by it.

An earlier export of ours may; any other file is somebody's and is never touched.
"""

from __future__ import annotations

import csv as cells
import json
import re
from typing import TYPE_CHECKING

from reader.errors import OutputError
from reader.exporting import csv
from reader.exporting.whence import MARK
from reader.held import identity
from reader.store.beside import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.store import Library

SIDE_FILES = ("", "-wal", "-shm", "-journal", ".window")
_LOOKED_AT = 4 << 20
_SAYS_LITTLE = 12  # bytes; a shorter line may stand in any text
_SHA256 = re.compile(rb"\b[0-9a-f]{64}\b")


def refuse_library(out: Path, library: Path) -> None:
    """Raise when an output would be written over the library, or a file beside it."""
    own = folded(library)
    if folded(out) in {own + end for end in SIDE_FILES}:
        raise OutputError(str(out), "itself")
    if (there := identity(out)) is not None and there == identity(library):
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


def is_anothers(library: Library, out: Path, format_name: str) -> bool:
    """Tell whether a file of ours at `out` was exported from another library.

    It names files of which this one knows nothing. A plain text names none; it is known by its
    lines. Two libraries of the same pages cannot be told apart: their exports may be the same.
    """
    if format_name not in {"jsonl", "csv"} or not out.is_file():
        return False
    with out.open("rb") as file:
        named = {digest.decode() for digest in _SHA256.findall(file.read(_LOOKED_AT))}
    return bool(named) and not library.articles.knows_files(named)


def refuse_another(library: Library, out: Path, format_name: str) -> None:
    """Raise when the export at `out` is of another library: it may be the only one there is."""
    if is_anothers(library, out, format_name):
        title = title_of(out, format_name)
        raise OutputError(str(out), "another", title=title or out.name)


def title_of(out: Path, format_name: str) -> str | None:
    """Give the newspaper that the first article of an export is of, None where it has none."""
    try:
        with out.open(encoding="utf-8-sig", newline="") as file:
            if format_name == "csv":
                row = next(iter(cells.DictReader(file)))
                return csv.unguarded(row["issue_title"] or "") or None
            title = json.loads(file.readline(_LOOKED_AT))["issue"]["title"]
    except (ValueError, KeyError, TypeError, StopIteration, RecursionError, cells.Error):
        return None
    return title if isinstance(title, str) and title else None


def _is_jsonl(path: Path) -> bool:
    with path.open("rb") as file:
        line = file.readline(_LOOKED_AT)
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):  # the latter where it is nested without end
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
        if len(line.strip()) >= _SAYS_LITTLE and MARK not in line:  # which many may share
            yield line.strip()
