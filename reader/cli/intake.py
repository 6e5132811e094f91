"""Commands that take raw pages: import into a library, repair without one."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from reader.cli.grammar import Verb, argument, choice, flag, option, path
from reader.cli.guard import DONE, PARTLY
from reader.cli.telling import reason
from reader.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.cli.desk import Desk
    from reader.drafts import RawFile
    from reader.importing import ImportResult

FORMS = ("json", "text")
STDIN = "-"


def import_files(
    desk: Desk, *, path: tuple[Path, ...], json: bool, as_is: bool, encoding: str | None
) -> int:
    """Take in files and folders; print a line a file, as soon as it is durable."""
    from reader import importing

    refused = False
    options = importing.ImportOptions(encoding=encoding, as_is=as_is)
    with desk.writing(create=True) as library:
        results = importing.import_paths(
            library, path, options=options, report=lambda done, _: desk.progress(done, 0)
        )
        for result in results:
            refused = refused or result.status is importing.Outcome.REFUSED
            desk.progress.clear()
            with desk.telling(more=True):
                _print_result(desk, result, json=json)
    return PARTLY if refused else DONE


def _print_result(desk: Desk, result: ImportResult, *, json: bool) -> None:
    why = None if result.error is None else reason(result.error, desk.words)
    if json:
        desk.out.json(
            {
                "path": str(result.path),
                "status": result.status,
                "reason": why,
                "issue": result.issue,
                "page": result.page,
                "articles": result.articles,
                "characters": result.characters,
                "encoding": result.encoding,
                "like": result.like,
            }
        )
        return
    if why is None and result.like is not None:
        why = desk.words.say("like", issue=result.like)
    desk.out.line(result.status, result.path, why)


def repair(desk: Desk, *, file: Path, form: str, seams: bool, encoding: str | None) -> None:
    """Repair the pages of a file, or of the standard input, and print them."""
    if seams and form != "json":
        raise UsageError("--seams", "seams_text")
    from reader.text.pageform import expected_wrong, page_form, page_text, seam_rows
    from reader.text.repair import repair as engine

    raw = _read(file, encoding)
    drafts = [engine(page.text, first_line=page.first_line) for page in raw.pages]
    page: dict[str, Any] = page_form(drafts, raw.name)
    if form == "text":
        desk.out.text(page_text(page))
        return
    if seams:
        from reader.cli.reasons_words import reason_words

        words = partial(reason_words, words=desk.words)
        page["seams"] = [row for draft in drafts for row in seam_rows(draft, words)]
        page["expected_wrong"] = round(expected_wrong(drafts), 2)
    desk.out.json(page)


def _read(file: Path, encoding: str | None) -> RawFile:
    """Read a file of any name as text, or the standard input."""
    from reader.sources import text

    if str(file) != STDIN:
        return text.read(file, encoding=encoding)
    if sys.stdin is None:
        raise UnreadableError("stdin", "missing")
    from reader.text.decode import LIMIT

    return text.parse(STDIN, sys.stdin.buffer.read(LIMIT + 1), encoding=encoding)


COMMANDS = {
    "import": Verb(
        "import",
        import_files,
        [argument("PATH…", path, many=True), flag("--json"), flag("--as-is"), option("--encoding")],
    ),
    "repair": Verb(
        "repair",
        repair,
        [
            argument("FILE", path),
            option("--format", choice(FORMS), default="json"),
            flag("--seams"),
            option("--encoding"),
        ],
    ),
}
