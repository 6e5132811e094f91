"""Commands that carry the work out of the library: export, backup, and back: restore."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypedDict, Unpack

from reader.cli.grammar import Verb, argument, choice, flag, option, path
from reader.cli.guard import DONE, PARTLY
from reader.errors import NoLibraryError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.cli.desk import Desk

FORMATS = ("txt", "md", "jsonl", "csv")
LATER = ("html", "tei", "docx", "epub", "conll", "parquet", "datasette", "bagit")


class _Told(TypedDict):
    head_line: bool
    replace: bool


def export(desk: Desk, *, form: str, out: Path, where: str | None, **told: Unpack[_Told]) -> None:
    """Export the articles that a query finds, else all."""
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


def backup(desk: Desk, *, file: Path) -> None:
    """Copy the library to a file, verified."""
    with desk.reading() as library:
        copied = library.backups.copy_to(file, desk.progress)
    desk.progress.clear()
    desk.out.line(
        desk.words.say(
            "backed up",
            path=copied.path,
            pages=copied.pages,
            articles=copied.articles,
            characters=copied.characters,
        )
    )


def restore(desk: Desk, *, file: Path) -> None:
    """Put a backup in the library's place, and say where that is kept which was there.

    A folder that holds an export in jsonl stands for the library that is rebuilt from it.
    """
    from reader.rebuilding import sweep
    from reader.store.backup import restore as put_back

    sweep(desk.path)
    try:
        with _as_backup(desk, file) as copied:
            restored = put_back(copied, desk.path)
    except NoLibraryError as error:  # the copy: of the library itself none need be there
        raise NoLibraryError(error.subject, "copy") from error
    desk.out.line(
        desk.words.say(
            "restored",
            path=restored.path,
            pages=restored.pages,
            articles=restored.articles,
            characters=restored.characters,
        )
    )
    if restored.kept is not None:
        desk.out.line(desk.words.say("kept", path=restored.kept))


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
    return PARTLY if done.lost or done.fragments else DONE


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
    "backup": Verb("backup", backup, [argument("FILE", path)]),
    "restore": Verb("restore", restore, [argument("FILE", path)]),
    "rescue": Verb("rescue", rescue, [argument("FOLDER", path)]),
}
