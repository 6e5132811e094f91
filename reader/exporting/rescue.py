"""Write what can be rescued of a damaged library: a file a text, and a list of what is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import OutputError
from reader.exporting.beside import sync_files, sync_folder, told
from reader.exporting.names import clean, safe
from reader.store.rescuing import rescue as read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.store.rescuing import Rescued

FOLDERS = {"page": "pages", "article": "articles", "typed": "typed"}
LOST = "lost.txt"


@dataclass(frozen=True, slots=True)
class RescueReport:
    """How many texts of each kind were written, and how many could not be read."""

    pages: int
    articles: int
    typed: int
    lost: int


def rescue(
    library: Path, out: Path, report: Callable[[int, int], None] | None = None
) -> RescueReport:
    """Write every text that can be read into the folder `out`, which is new or empty.

    ``pages`` holds the pages as received, ``articles`` how the articles read, ``typed`` what
    persons typed; ``lost.txt`` names what could not be read. The library is not written.
    Raise an error of `reader.errors` when nothing of it can be opened.
    """
    with told(out):
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise OutputError(str(out), "not_empty")
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    written: list[Path] = []
    counts: Counter[str] = Counter()
    lost = []
    for text in read(library, out / ".library.tmp"):
        if text.data is None:
            lost.append(f"{text.kind} {text.key} {clean(_shown(text.name))}".rstrip())
            continue
        counts[text.kind] += 1
        written.append(_write(out, text))
        if report is not None:
            report(len(written), len(written))
    with told(out):
        if lost:
            written.append(out / LOST)
            written[-1].write_bytes("".join(f"{row}\n" for row in lost).encode())
        sync_files(written)
        for folder in {path.parent for path in written}:
            sync_folder(folder)
    return RescueReport(counts["page"], counts["article"], counts["typed"], len(lost))


def _write(out: Path, text: Rescued) -> Path:
    assert text.data is not None
    stem = clean(_shown(text.name))
    path = out / FOLDERS[text.kind] / safe(f"{text.key:06}_{stem.removesuffix('.txt')}", ".txt")
    with told(path):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(text.data)
    return path


def _shown(name: str) -> str:
    """Give a name that need be no UTF-8 as text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
