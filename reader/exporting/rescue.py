"""Write what can be rescued of a damaged library: a file a text, and a list of what is lost."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LibraryError, OutputError
from reader.exporting.beside import Draft, beside, sync_files, sync_folder, told
from reader.exporting.folder import has_to_stay
from reader.exporting.names import clean, safe
from reader.exporting.standing import refuse_library
from reader.store.rescuing import rescue as read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.store.rescuing import Rescued

FOLDERS = {"page": "pages", "article": "articles", "typed": "typed", "fragment": "fragments"}
LOST = "lost.txt"
_LOCK, _COPIES = ".rescue.tmp", ".copies"
_OURS = {*FOLDERS.values(), LOST, _LOCK, _COPIES}


@dataclass(frozen=True, slots=True)
class RescueReport:
    """How many texts of each kind were written, and how many could not be read.

    `fragments` are the pages of the file from which runs of text were written as they stood,
    since it could not be told to what they belong; `altered` counts the texts that were written,
    but are not as they were taken in.
    """

    pages: int
    articles: int
    typed: int
    lost: int
    fragments: int = 0
    altered: int = 0


def rescue(
    library: Path, out: Path, report: Callable[[int, int], None] | None = None
) -> RescueReport:
    """Write every text that can be read into the folder `out`, which is new or empty.

    ``pages`` holds the pages as received, ``articles`` how the articles read, ``typed`` what
    persons typed, ``fragments`` runs of text without a known place; ``lost.txt`` names what could
    not be read, files of which it is not known what is there, and what is ``altered``. The
    library is not written. All is written beside and gets its name at the end: killed, or without
    room, there is no folder `out`, and the next run begins anew.
    A link is followed to the folder that it names. Raise `OutputError` (``itself``, ``not_empty``,
    ``stays``) for a folder that cannot be taken, an error of `reader.errors` when nothing of the
    library can be opened.
    """
    out = Path(os.path.realpath(out))
    refuse_library(out, library)
    counts: Counter[str] = Counter()
    amiss: list[str] = []
    written: list[Path] = []
    with _beside(out) as base:
        for text in read(library, base / _COPIES):
            line = f"{text.kind} {text.key} {clean(_shown(text.name))}".rstrip()
            if text.data is None:
                counts["file" if text.kind == "file" else "lost"] += 1
                amiss.append(line)
                continue
            if text.altered:
                counts["altered"] += 1
                amiss.append(f"altered {line}")
            counts[text.kind] += 1
            written.append(_write(base, text))
            if report is not None:
                report(len(written), len(written))
        if amiss:
            written.append(base / LOST)
            written[-1].write_bytes("".join(f"{row}\n" for row in amiss).encode())
        sync_files(written)
        for folder in {path.parent for path in written}:
            sync_folder(folder)
    found = counts["page"], counts["article"], counts["typed"]
    return RescueReport(*found, counts["lost"], counts["fragment"], counts["altered"])


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """Give a folder beside `out` that takes its name at the end, or is taken away."""
    base = beside(out)
    with told(out):
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise OutputError(str(out), "not_empty")
        if has_to_stay(out):
            raise OutputError(str(out), "stays")
        _sweep(base)
        base.mkdir(mode=0o700, parents=True)
        lock = Draft(base / _LOCK)  # until then another run may take the folder away
        try:
            (base / _COPIES).mkdir(mode=0o700)
            with _about(out, base):
                yield base
            shutil.rmtree(base / _COPIES)
            lock.discard()
            sync_folder(base)
            if sys.platform == "win32":
                with suppress(FileNotFoundError):
                    out.rmdir()
            base.replace(out)
            sync_folder(out.parent)
        finally:
            with suppress(OSError):  # nothing was written there
                lock.close()
            if base.exists():
                shutil.rmtree(base, ignore_errors=True)


def _sweep(base: Path) -> None:
    """Take away what a killed run left beside; anything else there is not ours."""
    if not os.path.lexists(base):
        return
    if base.is_symlink() or not base.is_dir():
        raise OutputError(str(base), "not_left")
    if {path.name for path in base.iterdir()} - _OURS:
        raise OutputError(str(base), "not_left")
    with Draft(base / _LOCK):  # nobody writes there any more
        shutil.rmtree(base)


@contextmanager
def _about(out: Path, base: Path) -> Iterator[None]:
    """Let an error about what lies in the folder beside be told of `out`."""
    try:
        yield
    except LibraryError as error:
        if not error.subject.startswith(str(base)):
            raise
        raise type(error)(str(out), error.detail, **error.facts) from error


def _write(base: Path, text: Rescued) -> Path:
    assert text.data is not None
    stem = clean(_shown(text.name)).removesuffix(".txt")
    name = f"{text.key:06}" if text.kind == "fragment" else f"{text.key:06}_{stem}"
    path = base / FOLDERS[text.kind] / safe(name, ".txt")
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_bytes(text.data)
    return path


def _shown(name: str) -> str:
    """Give a name that need be no UTF-8 as text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
