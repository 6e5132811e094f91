"""Walk the corpus and write it: one file, or a folder of files with furniture and manifest."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NotRequired, TypedDict, Unpack

from reader.errors import OutputError, UsageError
from reader.exporting import csv, jsonl, manifest, markdown, standing, text
from reader.exporting.beside import told, write_one
from reader.exporting.folder import Folder
from reader.exporting.names import Names
from reader.model import Status
from reader.store.corpus_read import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.store import Library
    from reader.store.corpus_read import CorpusArticle

SINGLE_FILE_SUFFIXES = frozenset(
    {".jsonl", ".csv", ".txt", ".md", ".html", ".docx", ".epub", ".conllu", ".parquet", ".db"}
)
"""A path with one of these is one file; any other is a folder."""

FURNITURE = "furniture.jsonl"
_PROOFED = {Status.PROOFED1, Status.PROOFED2, Status.NONTEXT}
_REPORT_EVERY = 200


class Format(NamedTuple):
    """How a format is written: all articles in one file, and one article in a file of its own.

    `one` is None for a format of which a folder holds a single file of articles.
    """

    whole: Callable[[Iterable[CorpusArticle]], Iterator[bytes]]
    one: Callable[[CorpusArticle], bytes] | None = None


FORMATS = {
    "txt": Format(text.whole, text.one),
    "md": Format(markdown.whole, markdown.one),
    "jsonl": Format(jsonl.whole),
    "csv": Format(csv.whole),
}


_HEADED = Format(partial(text.whole, head=True), partial(text.one, head=True))


def _format(name: str, *, head: bool) -> Format:
    """Give how a format is written; only plain text can have a head, the others say it anyway."""
    return _HEADED if head and name == "txt" else FORMATS[name]


class Wanted(TypedDict):
    """What to export and whither.

    `format` is one of `FORMATS`; `articles` are ids, None for all; `query` is what they were
    found by, for the manifest; `report` is called with the number of articles written and of
    all, and stops the export by raising. `head` gives each plain text a first line on where it
    comes from; `replace` lets a file go that was exported from another library.
    """

    format: str
    out: Path
    articles: Sequence[str] | None
    query: NotRequired[str]
    report: NotRequired[Callable[[int, int], None] | None]
    head: NotRequired[bool]
    replace: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: articles, files, and characters, doubts, unproofed articles among them.

    `altered` counts the texts, of pages and of corrections, that were changed from outside.
    """

    path: Path
    articles: int
    files: int
    characters: int
    doubts: int
    unproofed: int
    altered: int = 0


def refuse_mismatch(out: Path, form: str) -> None:
    """Raise `UsageError` (``suffix``) for a path with the suffix of another format.

    The suffix is that of the file which the path leads to, where it is a link.
    """
    suffix = Path(os.path.realpath(out)).suffix.lower()
    if suffix in SINGLE_FILE_SUFFIXES and suffix != f".{form}":
        raise UsageError(str(out), "suffix", form=form, suffix=suffix)


def sample(library: Library, form: str, article: str, *, head: bool = False) -> str:
    """Give an article exactly as it would stand in a file of this format; `head` as in `Wanted`.

    Raise `UsageError` for an unknown format, `NotFoundError` for an unknown article.
    """
    if form not in FORMATS:
        raise UsageError(form, "format")
    corpus = Corpus(library)
    with corpus.snapshot():
        written = b"".join(_format(form, head=head).whole(corpus.read(corpus.places([article]))))
    return written.decode("utf-8-sig")


def export(library: Library, **wanted: Unpack[Wanted]) -> ExportReport:
    """Export articles as a file or a folder; see `Wanted`.

    The library is seen as it stands at the beginning. On any fault nothing half written stands
    under a final name. Raise `UsageError` for an unknown format, `NotFoundError` for an unknown
    article, `OutputError` (``itself``, ``foreign``, ``foreign_file``, ``another``, ``busy``,
    ``no_file``, ``no_folder``, ``folder``, ``write``), `ReadOnlyError` or `DiskFullError` for a
    place that cannot be written. Whether the suffix fits, a face asks of `refuse_mismatch` before.
    """
    if wanted["format"] not in FORMATS:
        raise UsageError(wanted["format"], "format")
    out = Path(os.path.realpath(wanted["out"]))
    standing.refuse_library(out, library.path)
    corpus = Corpus(library)
    with corpus.snapshot(), told(out):
        walk = _Walk(library, corpus, wanted)
        if out.suffix.lower() in SINGLE_FILE_SUFFIXES:
            files = walk.to_file(out)
        else:
            files = walk.to_folder(out)
        altered = corpus.altered()
    counts = walk.counts
    held = counts.characters, counts.doubts, counts.unproofed
    return ExportReport(out, counts.articles, files, *held, altered)


class _Walk:
    """One export: goes through the articles once, counting as it goes."""

    def __init__(self, library: Library, corpus: Corpus, wanted: Wanted) -> None:
        self._library = library
        self._corpus = corpus
        self._wanted = wanted
        self._places = corpus.places(wanted["articles"])
        self._format = _format(wanted["format"], head=wanted.get("head", False))
        self._statuses: Counter[str] = Counter()
        self.counts = manifest.Counts()

    def _articles(self) -> Iterator[CorpusArticle]:
        report = self._wanted.get("report")
        counts, total = self.counts, len(self._places)
        for article in self._corpus.read(self._places):
            counts.articles += 1
            counts.characters += article.characters
            counts.doubts += article.doubts
            counts.unproofed += article.status not in _PROOFED
            self._statuses[article.status.value] += 1
            yield article
            if report is not None and counts.articles % _REPORT_EVERY == 0:
                report(counts.articles, total)
        self._library.refuse_changed()
        if report is not None:
            report(total, total)

    def to_file(self, out: Path) -> int:
        """Write one file that stands alone."""
        if out.exists() and not out.is_file():
            raise OutputError(str(out), "no_file")
        with told(out.parent, "folder"):
            out.parent.mkdir(parents=True, exist_ok=True)
        name = self._wanted["format"]
        if not self._wanted.get("replace", False):
            standing.refuse_another(self._library, out, name)
        write_one(
            out,
            self._format.whole(self._articles()),
            lambda draft: standing.refuse_foreign(out, name, draft),
        )
        return 1

    def to_folder(self, out: Path) -> int:
        """Write a folder with furniture and manifest; give the number of its files."""
        name = self._wanted["format"]
        one = self._format.one
        names = self._names(name) if one else [f"articles.{name}"]
        with Folder(out, self._library.id, [*names, FURNITURE]) as folder:
            if one is None:
                folder.add(names[0], self._format.whole(self._articles()))
            else:
                for own, article in zip(names, self._articles(), strict=True):
                    folder.add_small(own, one(article))
            pages = self._pages()
            folder.add(FURNITURE, jsonl.furniture(self._corpus.furniture(pages)))
            self._library.refuse_changed()
            self.counts.pages = len(pages)
            self.counts.statuses = dict(self._statuses)
            asked = (name, self._wanted.get("query", ""))
            folder.finish(manifest.write(self._library, asked, self.counts, folder.files))
            return len(folder.files)

    def _names(self, suffix: str) -> list[str]:
        names = Names("." + suffix)
        return [names.name(p.date, p.page_number, p.number, p.title) for p in self._places]

    def _pages(self) -> list[int]:
        """Give the pages to account for: all, or those of the articles that were asked for."""
        if self._wanted["articles"] is None:
            return self._corpus.pages()
        return list(dict.fromkeys(place.page for place in self._places))
