"""Foresee an export: what stands at its place already, and why the place cannot be used.

Nothing is written and nothing is held; the export itself looks again.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import OutputError, ReadOnlyError
from reader.exporting import manifest, standing
from reader.exporting.beside import told
from reader.exporting.folder import LIST

if TYPE_CHECKING:
    from reader.store import Library

_LINES_OF = 16 << 20
"""Bytes of a file of lines up to which its articles are counted."""
_COUNTED = "jsonl"
_KNOWN = (_COUNTED, "csv")
"""Formats of which one file is known by how it begins."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier export that would be brought up to date, or replaced where it is of `another`.

    `articles` is None where they are not cheaply counted; `at` is the time, in ISO 8601; `sure`
    tells whether it is known to be one of ours: a plain text is compared only when it is written.
    `another` tells that it was exported from another library, and `title` of which newspaper.
    """

    articles: int | None
    at: str | None
    sure: bool = True
    another: bool = False
    title: str | None = None


def foresee(library: Library, out: Path, form: str, *, single: bool) -> Earlier | None:
    """Give the earlier export that stands at a place, None where there is none.

    `single` tells whether it is one file or a folder. Raise what `export` would, as far as that
    can be seen before: `OutputError`, `ReadOnlyError`.
    """
    out = Path(os.path.realpath(out))
    standing.refuse_library(out, library.path)
    with told(out):
        _refuse_closed(out, single=single)
        if not out.exists():
            return None
        return _file(library, out, form) if single else _folder(out, library.id)


def _refuse_closed(out: Path, *, single: bool) -> None:
    """Raise where the folder, or the nearest that is there, cannot be written."""
    folder = out if out.is_dir() and not single else out.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        raise OutputError(str(out), "folder")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ReadOnlyError(str(folder), "folder")


def _file(library: Library, out: Path, form: str) -> Earlier | None:
    if not out.is_file():
        raise OutputError(str(out), "no_file")
    facts = out.stat()
    if facts.st_size == 0:
        return None
    sure = form in _KNOWN
    if sure:
        standing.refuse_foreign(out, form, out)
    count = None
    if form == _COUNTED and facts.st_size <= _LINES_OF:
        count = out.read_bytes().count(b"\n")
    at = datetime.fromtimestamp(int(facts.st_mtime), UTC).isoformat()
    if standing.is_anothers(library, out, form):
        return Earlier(count, at, another=True, title=standing.title_of(out, form))
    return Earlier(count, at, sure=sure)


def _folder(out: Path, library: str) -> Earlier | None:
    if not out.is_dir():
        raise OutputError(str(out), "no_folder")
    lists = [manifest.read(out / name) for name in (manifest.NAME, LIST)]
    if all(one.get("library") != library for one in lists):
        if any(path.name != LIST for path in out.iterdir()):
            raise OutputError(str(out), "foreign")
        return None
    articles, at = lists[0].get("articles"), lists[0].get("time")
    return Earlier(
        articles if isinstance(articles, int) else None, at if isinstance(at, str) else None
    )
