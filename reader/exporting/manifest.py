"""The manifest of an export: whose it is, what was asked, counts, and the SHA-256 of each file."""

from __future__ import annotations

import json
import os
import re
import stat
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import reader
from reader.model import LONGEST_MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store import Library

NAME = "manifest.json"
_EPOCH = re.compile("[0-9]{1,11}")


@dataclass(slots=True)
class Counts:
    """What an export holds."""

    articles: int = 0
    pages: int = 0
    characters: int = 0
    doubts: int = 0
    unproofed: int = 0
    statuses: dict[str, int] = field(default_factory=dict)


def time_of(library: Library) -> str | None:
    """Give the time that an export carries: ``SOURCE_DATE_EPOCH``, else that of the last wish.

    No clock is read, so that the same library gives the same bytes. The variable is a number of
    seconds in at most eleven digits, 0 to 9, and nothing else; any other is as if it were not set.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if _EPOCH.fullmatch(epoch):
        return datetime.fromtimestamp(int(epoch), UTC).isoformat().replace("+00:00", "Z")
    wish, _ = library.journal.peek()
    return None if wish is None else wish.at


def write(library: Library, asked: tuple[str, str], counts: Counts, files: dict[str, str]) -> bytes:
    """Write a manifest; `asked` is the format and the query, `files` the SHA-256 of each file.

    ``last_change`` says what ``time`` is: no export tells when it was written.
    """
    time = time_of(library)
    told = {
        "library": library.id,
        "format": asked[0],
        "query": asked[1],
        "time": time,
        "last_change": time,
        "tool": {"name": "jiaokan", "version": reader.__version__},
        "rules": rules_version(),
        "articles": counts.articles,
        "pages": counts.pages,
        "characters": counts.characters,
        "doubts": counts.doubts,
        "unproofed": counts.unproofed,
        "statuses": dict(sorted(counts.statuses.items())),
        "files": dict(sorted(files.items())),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def rules_version() -> str:
    """Give the version of the rules of repair: they ship with the program."""
    return reader.__version__


def read(path: Path) -> dict[str, Any]:
    """Read a manifest, or the list of a run that was killed; {} when it is none."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):  # a FIFO would be waited for
            return {}
        if found.st_size > LONGEST_MANIFEST:
            return {}
        told = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
