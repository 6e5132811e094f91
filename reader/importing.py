"""Take files into a library: found, read, repaired, recognised, stored, one after the other.

Each file is taken whole or not at all, in its own durable transaction; its result is given when
that is on the disk. One file that cannot be taken does not keep the others out.
"""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import InputRefusedError, TooLargeError
from reader.sources import reader_for
from reader.sources.files import fetch
from reader.sources.folders import Folders
from reader.sources.walk import Hint, walk
from reader.store.intake import PageIn
from reader.text import similar
from reader.text.decode import check_encoding
from reader.text.masthead import recognise_pages
from reader.text.repair import as_is, repair, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from reader.model import IssueFacts, RawFile
    from reader.sources.walk import Found
    from reader.store.issues import Added
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
    with ThreadPoolExecutor(1, thread_name_prefix="reading") as pool:
        begun = (_begin(library, found, options, pool) for found in walk(paths))
        for done, reading in enumerate(_one_ahead(begun)):
            if report is not None:
                report(done, reading.path)
            result = _end(library, reading, options)
            if result.issue is not None and not options.sample:
                new = result.status is Outcome.IMPORTED
                folders.remember(reading.sha256, reading.path, new=new)
            yield result
    library.index.catch_up()


class _Reading(NamedTuple):
    """A path on its way in: what is known of it already, else what comes of reading it."""

    path: Path
    result: ImportResult | None = None
    pages: Future[tuple[RawFile, list[PageIn]]] | None = None
    sha256: str = ""


def _one_ahead(begun: Iterator[_Reading]) -> Iterator[_Reading]:
    """Begin each file before the one ahead of it is stored: one is read while one is synced."""
    ahead = next(begun, None)
    while ahead is not None:
        following = next(begun, None)
        yield ahead
        ahead = following


def _begin(
    library: Library, found: Found, options: ImportOptions, pool: ThreadPoolExecutor
) -> _Reading:
    """Look whether a path is to be taken in, and let it be read."""
    path = found.path
    if found.hint is Hint.SKIP:
        return _Reading(path, ImportResult(Outcome.SKIPPED, path, found.error))
    if found.hint is Hint.REFUSE:
        return _Reading(path, ImportResult(Outcome.REFUSED, path, found.error))
    try:
        data = fetch(path)
    except InputRefusedError as error:
        return _Reading(path, _refused(path, error))
    except MemoryError:
        return _Reading(path, _refused(path, TooLargeError(detail="memory")))
    sha256 = hashlib.sha256(data).hexdigest()
    known = library.issues.of_file(sha256)
    if known is not None:
        return _Reading(path, _told(Outcome.UNCHANGED, path, known), sha256=sha256)
    field = library.teaching.field()
    return _Reading(path, pages=pool.submit(_read, path, data, options, field), sha256=sha256)


def _read(
    path: Path, data: bytes, options: ImportOptions, field: Field
) -> tuple[RawFile, list[PageIn]]:
    with uncollected():
        file = reader_for(path).parse(path.name, data, encoding=options.encoding)
        return file, _pages(file, options, field)


def _end(library: Library, reading: _Reading, options: ImportOptions) -> ImportResult:
    """Store what was read; give the result after the commit."""
    if reading.result is not None:
        return reading.result
    assert reading.pages is not None
    try:
        file, pages = reading.pages.result()
        like, share = _like(library, file, pages)
        added = library.issues.add(file, pages, sample=options.sample, as_is=options.as_is)
    except InputRefusedError as error:
        return _refused(reading.path, error)
    except MemoryError:
        return _refused(reading.path, TooLargeError(detail="memory"))
    if added.unchanged:  # another program was quicker, or the same bytes stand twice
        return _told(Outcome.UNCHANGED, reading.path, added)
    told = _told(Outcome.IMPORTED, reading.path, added)
    return replace(told, encoding=file.encoding, like=like, share=share, facts=pages[0].facts)


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
