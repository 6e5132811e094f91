"""Take files into a library: found, read, repaired, recognised, stored, one after the other.

Each file is taken whole or not at all, in its own durable transaction; its result is given when
that is on the disk. One file that cannot be taken does not keep the others out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from reader.drafts import PageIn
from reader.errors import InputRefusedError, TooLargeError
from reader.sources import reader_for
from reader.sources.files import fetch
from reader.sources.folders import Folders
from reader.sources.walk import Hint, walk
from reader.store.opening import pour_seldom
from reader.text import similar
from reader.text.decode import check_encoding
from reader.text.masthead import recognise_pages
from reader.text.repair import as_is, repair, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from reader.drafts import RawFile
    from reader.model import IssueFacts
    from reader.sources.walk import Found
    from reader.store.intake import Added
    from reader.store.library import Library
    from reader.text.field import Field

    Report = Callable[[int, Path], None]

_WORTH_MEASURING = 0.12
"""Estimated share of common runs from which two pages' texts are compared: a second OCR in which
every fifth character is another has about 0.17."""


class Outcome(StrEnum):
    """What became of a path."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How files are taken in.

    `encoding` is obeyed strictly; None finds it out. `as_is` repairs nothing: each line is a
    paragraph. `sample` marks the issues as samples, which no page of a person's joins.
    """

    encoding: str | None = None
    as_is: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one path.

    `error` tells why it was skipped or refused. `issue` is the issue's id, `page` the number of
    the first page, `articles` and `characters` count what was made of the file. `like` is the id
    of the issue with a page of other bytes of which the text is the same for four fifths or more,
    and `share` how much of it (0 to 1). `facts` are what was read of the first page's issue.
    """

    status: Outcome
    path: Path
    error: InputRefusedError | None = None
    issue: str | None = None
    page: int | None = None
    articles: int | None = None
    characters: int | None = None
    encoding: str | None = None
    like: str | None = None
    share: float | None = None
    facts: IssueFacts | None = None

    @property
    def reason(self) -> str:
        """The fixed English words and the detail's code, for those who have no better ones."""
        return "" if self.error is None else f"{self.error.code}: {self.error.detail}"


def import_paths(
    library: Library,
    paths: Iterable[Path],
    *,
    options: ImportOptions | None = None,
    report: Report | None = None,
) -> Iterator[ImportResult]:
    """Take in files and folders; give one result a file, after its durable commit.

    `report` is told how many files are done and which comes next; what it raises ends the import
    between two files. After the last file the index catches up; what is not indexed until then
    is found by scanning. Raise `UsageError` at once for the name of an encoding that is none,
    and errors of the library as they come (what was imported before stays).
    """
    options = options or ImportOptions()
    if options.encoding is not None:
        check_encoding(options.encoding)
    return _import(library, paths, options, report)


def _import(
    library: Library, paths: Iterable[Path], options: ImportOptions, report: Report | None
) -> Iterator[ImportResult]:
    folders = Folders(library.id)
    pour_seldom(library.connection)
    for done, found in enumerate(walk(paths)):
        if report is not None:
            report(done, found.path)
        result, sha256 = _take_in(library, found, options)
        if result.issue is not None and not options.sample:
            kept = library.articles.received_name(sha256)
            new = result.status is Outcome.IMPORTED and kept == result.path.name
            folders.remember(sha256, result.path, kept=kept, new=new)
        yield result
    library.index.catch_up()


def _take_in(library: Library, found: Found, options: ImportOptions) -> tuple[ImportResult, str]:
    """Read and store a path; give the result after the commit, and the file's SHA-256 if read."""
    path = found.path
    if found.hint is Hint.SKIP:
        return ImportResult(Outcome.SKIPPED, path, found.error), ""
    if found.hint is Hint.REFUSE:
        return ImportResult(Outcome.REFUSED, path, found.error), ""
    sha256 = ""
    try:
        data = fetch(path)
        sha256 = hashlib.sha256(data).hexdigest()
        known = library.issues.of_file(sha256)
        if known is not None:
            return _told(Outcome.UNCHANGED, path, known), sha256
        return _store(library, path, data, options), sha256
    except InputRefusedError as error:
        return _refused(path, error), sha256
    except MemoryError:
        return _refused(path, TooLargeError(detail="memory")), sha256


def _store(library: Library, path: Path, data: bytes, options: ImportOptions) -> ImportResult:
    file, pages = _read(path, data, options, library.teaching.field())
    like, share = _like(library, file, pages)
    added = library.issues.add(file, pages, sample=options.sample, as_is=options.as_is)
    if added.unchanged:  # another program was quicker, or the same bytes stand twice
        return _told(Outcome.UNCHANGED, path, added)
    told = _told(Outcome.IMPORTED, path, added)
    return replace(told, encoding=file.encoding, like=like, share=share, facts=pages[0].facts)


def _read(
    path: Path, data: bytes, options: ImportOptions, field: Field
) -> tuple[RawFile, list[PageIn]]:
    with uncollected():
        file = reader_for(path).parse(path.name, data, encoding=options.encoding)
        return file, _pages(file, options, field)


def _refused(path: Path, error: InputRefusedError) -> ImportResult:
    error.subject = str(path)
    return ImportResult(Outcome.REFUSED, path, error)


def _told(status: Outcome, path: Path, added: Added) -> ImportResult:
    return ImportResult(
        status,
        path,
        issue=added.issue,
        page=added.page,
        articles=added.articles,
        characters=added.characters,
    )


def _pages(file: RawFile, options: ImportOptions, field: Field) -> list[PageIn]:
    """Read the pages of a file: the engine's draft, what it is a page of, and its sketch."""
    engine = as_is if options.as_is else partial(repair, field=field)
    drafts = [engine(page.text, first_line=page.first_line) for page in file.pages]
    facts = recognise_pages(file.name, [(draft.text, draft.lines) for draft in drafts])
    sketches = [similar.sketch(page.text) for page in file.pages]
    return [
        PageIn(draft, fact, sketch, similar.probes(sketch))
        for draft, fact, sketch in zip(drafts, facts, sketches, strict=True)
    ]


def _like(library: Library, file: RawFile, pages: list[PageIn]) -> tuple[str | None, float | None]:
    """Give the issue with the page that has most text in common with one of these, and how much.

    A page is like another from four fifths on.
    """
    best: tuple[str | None, float | None] = None, None
    for raw, page in zip(file.pages, pages, strict=True):
        for other in library.issues.alike(page.probes):
            if similar.likeness(page.sketch, other.sketch) < _WORTH_MEASURING:
                continue
            share = similar.common(raw.text, library.issues.page_text(other.page))
            if share >= similar.ALIKE and share > (best[1] or 0):
                best = other.issue, share
    return best
