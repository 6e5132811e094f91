"""Commands that carry the work out of the library: export, backup, and back: restore."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypedDict, Unpack

from reader.cli.grammar import Verb, argument, choice, flag, option, path
from reader.cli.grammar import file as name_of_file
from reader.cli.guard import DONE, PARTLY
from reader.errors import LibraryInUseError, NoLibraryError, NotALibraryError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.cli.desk import Desk

FORMATS = ("txt", "md", "jsonl", "csv")
LATER = ("html", "tei", "docx", "epub", "conll", "parquet", "datasette", "bagit")


class _Told(TypedDict):
    head_line: bool
    replace: bool


def export(desk: Desk, *, form: str, out: Path, where: str | None, **told: Unpack[_Told]) -> int:
    """Export the articles that a query finds, else all; 1 when a text was changed from outside."""
    from reader.exporting import export as carry_out
    from reader.exporting import refuse_mismatch

    refuse_mismatch(out, form)  # before a library is looked for
    with desk.reading() as library:
        found = None if where is None else desk.found(library, where)
        report = carry_out(
            library,
            format=form,
            out=out,
            articles=found,
            query=where or "",
            report=desk.progress,
            head=told["head_line"],
            replace=told["replace"],
        )
    desk.progress.clear()
    with desk.telling():
        desk.out.line(
            desk.words.say(
                "exported",
                path=out,
                articles=report.articles,
                characters=report.characters,
                files=report.files,
                doubts=report.doubts,
                unproofed=report.unproofed,
            )
        )
    if report.altered:
        desk.note(desk.words.say("exported altered", altered=report.altered))
    return PARTLY if report.altered else DONE


def backup(desk: Desk, *, file: Path) -> int:
    """Copy the library to a file, verified; 1 when it is not as it was written."""
    with desk.reading() as library:
        copied = library.backups.copy_to(file, desk.progress)
    desk.progress.clear()
    with desk.telling():
        desk.out.line(
            desk.words.say(
                "backed up altered" if copied.altered else "backed up",
                path=copied.path,
                pages=copied.pages,
                articles=copied.articles,
                characters=copied.characters,
                altered=copied.altered,
            )
        )
    return PARTLY if copied.altered else DONE


def restore(desk: Desk, *, file: Path, set_aside: bool) -> int:
    """Put a backup in the library's place, and say where that is kept which was there.

    A folder that holds an export in jsonl stands for the library that is rebuilt from it.
    `set_aside`: whatever lies in that place. 1 when the backup is not as it was written.
    """
    from reader.rebuilding import sweep
    from reader.store.backup import restore as put_back

    sweep(desk.path)
    try:
        with _as_backup(desk, file) as copied, _unwatched(desk.path, wanted=set_aside):
            restored = put_back(copied, desk.path, anything=set_aside)
    except NoLibraryError as error:  # the copy: of the library itself none need be there
        raise NoLibraryError(error.subject, "copy") from error
    except NotALibraryError as error:
        if error.subject == os.path.abspath(desk.path):  # noqa: PTH100 - as the store names it
            raise
        raise NotALibraryError(error.subject, "copy") from error
    with desk.telling():
        desk.out.line(
            desk.words.say(
                "restored altered" if restored.altered else "restored",
                path=restored.path,
                pages=restored.pages,
                articles=restored.articles,
                characters=restored.characters,
                altered=restored.altered,
            )
        )
        if restored.kept is not None:
            desk.out.line(desk.words.say("kept", path=restored.kept))
    return PARTLY if restored.altered else DONE


@contextmanager
def _unwatched(library: Path, *, wanted: bool) -> Iterator[None]:
    """Take the place of a window while what cannot be read is set aside: SQLite cannot tell."""
    from reader.store.locks import WindowLock
    from reader.store.opening import can_write

    if not wanted or not library.is_file():
        yield
        return
    with WindowLock(library).held() as mine:
        if not mine and can_write(library):
            raise LibraryInUseError(str(library), "window")
        yield


@contextmanager
def _as_backup(desk: Desk, file: Path) -> Iterator[Path]:
    """Give the backup that a file is, or that is made for a while of the export in a folder."""
    if not file.is_dir():
        yield file
        return
    from reader.rebuilding import is_export, rebuilt

    if not is_export(file):
        raise OutputError(str(file), "no_export")
    with rebuilt(file, desk.path, desk.progress) as path:
        desk.progress.clear()
        yield path


def rescue(desk: Desk, *, folder: Path) -> int:
    """Write every text that can still be read of a damaged library; 1 when some cannot."""
    from reader.exporting import rescue as carry_out

    with desk.progress:
        done = carry_out(desk.path, folder, desk.progress)
    desk.progress.clear()
    with desk.telling():
        desk.out.line(
            desk.words.say(
                "rescued",
                path=folder,
                pages=done.pages,
                articles=done.articles,
                typed=done.typed,
                lost=done.lost,
            )
        )
        if done.fragments:
            desk.out.line(desk.words.say("fragments", path=folder, count=done.fragments))
        if done.altered:
            desk.out.line(desk.words.say("rescued altered", path=folder, count=done.altered))
    return PARTLY if done.lost or done.fragments or done.altered else DONE


COMMANDS = {
    "export": Verb(
        "export",
        export,
        [
            option("--format", choice(FORMATS, LATER), required=True),
            option("--out", path, required=True),
            option("--where"),
            flag("--head-line"),
            flag("--replace"),
        ],
    ),
    "backup": Verb("backup", backup, [argument("FILE", name_of_file)]),
    "restore": Verb("restore", restore, [argument("FILE", path), flag("--set-aside")]),
    "rescue": Verb("rescue", rescue, [argument("FOLDER", path)]),
}
