"""Fetch what composing many articles at once needs: a few statements for hundreds of articles."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.store.fetch import Fetcher
from reader.text.lines import LINE_END

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pysqlite3 import Connection

_AT_ONCE = 500
"""Keys in one statement."""


@dataclass(frozen=True, slots=True, eq=False)
class SourceText:
    """A source with its seams, in the order of their start, as three rows side by side.

    `reads` has the first letter of how each seam reads. `offset` is where the page's
    text begins in the text of its file; `line_starts` are the positions in the page at which
    its raw lines begin, the first of which has the number `first_line`, and the length of the
    text. `page`, `file` and what follows are empty for a typed source; `correction` is empty
    for a page.
    """

    key: int
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    reads: str
    correction: int | None = None
    page: int | None = None
    number: int | None = None
    file: int | None = None
    name: str = ""
    sha256: str = ""
    offset: int = 0
    first_line: int = 1
    line_starts: Sequence[int] = ()


class IssueOf(NamedTuple):
    """The issue of an exported article."""

    id: str
    title: str | None
    date: str | None
    date_sure: bool
    number: str | None
    sample: bool


class ArticleFacts(NamedTuple):
    """A row of the table of articles, with the page on which it stands."""

    key: int
    id: str
    page: int
    status: str
    revision: int
    section: str | None
    doubts: int
    number: int | None
    source: int
    issue: IssueOf


class BlockPiece(NamedTuple):
    """A block with one of its pieces; a block has at least one."""

    article: int
    block: int
    kind: str
    supplied: int
    source: int
    start: int
    end: int
    struck: int | None


class PagePiece(NamedTuple):
    """A piece of a page's own block."""

    start: int
    end: int
    block: int
    kind: str


class CorrectionRow(NamedTuple):
    """Who changed something, when and why."""

    key: int
    why: str
    by: str
    at: str


class PhraseRow(NamedTuple):
    """A span of a phrase (its span is None when the phrase has none)."""

    article: int
    phrase: int
    tag: str
    quote: str
    source: int | None
    start: int
    end: int


@dataclass(slots=True)
class Batch:
    """All rows of a batch of articles, by the article's key."""

    articles: dict[int, ArticleFacts]
    pieces: dict[int, list[BlockPiece]]
    sources: dict[int, SourceText]
    corrections: dict[int, CorrectionRow]
    tags: dict[int, list[str]] = field(default_factory=dict)
    phrases: dict[int, list[PhraseRow]] = field(default_factory=dict)


class Rows:
    """Reads batches from one library; the sources of the last batch are kept for the next."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[int, SourceText] = {}
        self._begins: dict[int, dict[int, int]] = {}
        self.read: set[int] = set()
        """The keys of all sources that were read."""
        self._labels: dict[int, str] = {}

    def batch(self, articles: Sequence[int]) -> Batch:
        """Fetch everything about the articles of these keys."""
        facts = {row.key: row for row in self._articles(articles)}
        rows = self._pieces(articles)
        used = {row[4] for row in rows} | {row.source for row in facts.values()}
        sources = self.sources(used)
        struck: set[int] = {row[7] for row in rows if row[7] is not None}
        typed = {s.correction for s in sources.values() if s.correction is not None}
        pieces = {
            key: [BlockPiece._make(row) for row in group]
            for key, group in groupby(rows, itemgetter(0))
        }
        return Batch(
            facts,
            pieces,
            sources,
            {row[0]: CorrectionRow._make(row) for row in self._corrections(struck | typed)},
            _grouped(self._tags(articles)),
            self._phrases(articles),
        )

    def _select(self, sql: str, keys: Collection[int]) -> list[Any]:
        """Run a statement whose ``%s`` stands for a list of keys, some hundred at a time."""
        rows: list[Any] = []
        ordered = sorted(keys)
        for low in range(0, len(ordered), _AT_ONCE):
            part = ordered[low : low + _AT_ONCE]
            marks = ",".join("?" * len(part))
            rows += self._connection.execute(sql % marks, part).fetchall()
        return rows

    def _articles(self, keys: Sequence[int]) -> Iterable[ArticleFacts]:
        rows = self._select(
            """
            SELECT a.key, a.id, a.page, a.status, a.revision, a.section, t.doubts,
                   p.number, p.source, i.id, i.title, i.date, i.date_sure, i.number, i.sample
            FROM article a JOIN page p ON p.key = a.page JOIN issue i ON i.key = p.issue
            LEFT JOIN tally t ON t.article = a.key
            WHERE a.key IN (%s)
            """,
            keys,
        )
        for row in rows:
            key, id_, page, status, revision, label, doubts, number, source, *issue = row
            section = None if label is None else self._label(label)
            told = IssueOf(issue[0], issue[1], issue[2], bool(issue[3]), issue[4], bool(issue[5]))
            yield ArticleFacts(
                key, id_, page, status, revision, section, doubts or 0, number, source, told
            )

    def _label(self, block: int) -> str | None:
        """Give the text of a section label; the articles of a page share it."""
        if block not in self._labels:
            self._labels = {block: Fetcher(self._connection).text_of(block)}
        return self._labels[block] or None

    def _pieces(self, keys: Sequence[int]) -> list[Any]:
        return self._select(
            """
            SELECT b.article, b.key, b.kind, b.supplied, p.source, p.start, p.end, p.struck
            FROM block b JOIN piece p ON p.block = b.key
            WHERE b.article IN (%s) ORDER BY b.article, b.place, p.place
            """,
            keys,
        )

    def _corrections(self, keys: Collection[int]) -> list[Any]:
        return self._select("SELECT key, why, by, at FROM correction WHERE key IN (%s)", keys)

    def _tags(self, keys: Sequence[int]) -> list[Any]:
        return self._select(
            "SELECT x.article, g.name FROM article_tag x JOIN tag g ON g.key = x.tag"
            " WHERE x.article IN (%s) ORDER BY x.article, g.name",
            keys,
        )

    def _phrases(self, keys: Sequence[int]) -> dict[int, list[PhraseRow]]:
        rows = self._select(
            """
            SELECT f.article, f.key, g.name, f.quote, s.source, s.start, s.end
            FROM phrase f JOIN tag g ON g.key = f.tag LEFT JOIN phrase_span s ON s.phrase = f.key
            WHERE f.article IN (%s) ORDER BY f.article, f.key, s.source, s.start
            """,
            keys,
        )
        found: dict[int, list[PhraseRow]] = defaultdict(list)
        for row in rows:
            found[row[0]].append(PhraseRow._make(row))
        return found

    def sources(self, keys: Collection[int]) -> dict[int, SourceText]:
        """Fetch sources with their seams; those of the last call are at hand."""
        found = {key: self._kept[key] for key in keys if key in self._kept}
        missing = [key for key in keys if key not in found]
        rows = self._select(
            """
            SELECT s.key, s.text, s.correction, s.page, p.number, s.file, f.name, f.sha256,
                   s.part, s.first_line
            FROM source s LEFT JOIN page p ON p.key = s.page LEFT JOIN file f ON f.key = s.file
            WHERE s.key IN (%s)
            """,
            missing,
        )
        seams = self._seams(missing)
        self.read.update(missing)
        for row in rows:
            found[row[0]] = self._source(row, seams.get(row[0], ((), (), "")))
        self._kept = found
        return found

    def _source(self, row: Any, seams: Any) -> SourceText:  # noqa: ANN401 - rows of SQLite
        key, text, correction, page, number, file, name, sha256, part, first_line = row
        starts, ends, reads = seams
        if file is None:
            return SourceText(key, text, starts, ends, reads, correction)
        return SourceText(
            key,
            text,
            starts,
            ends,
            reads,
            page=page,
            number=number,
            file=file,
            name=name if isinstance(name, str) else os.fsdecode(name),
            sha256=sha256,
            offset=self._offset(file, part) if part else 0,
            first_line=first_line,
            line_starts=line_starts(text),
        )

    def _offset(self, file: int, part: int) -> int:
        """Give where a page of a file of several begins; SQLite's `length` stops at a NUL.

        All of a file are added up at once: a file may have thousands of pages.
        """
        if file not in self._begins:
            begins = self._begins[file] = {}
            at = 0
            for number, text in self._connection.execute(
                "SELECT part, text FROM source WHERE file = ? ORDER BY part", (file,)
            ):
                begins.setdefault(number, at)
                at += len(text)
        return self._begins[file][part]

    def _seams(self, keys: Collection[int]) -> dict[int, tuple[list[int], list[int], str]]:
        # One row a source: a row a seam takes three times as long. The inner query reads the
        # primary key in its order, and so the parts are put together.
        rows = self._select(
            """
            SELECT source, group_concat(start), group_concat(end), group_concat(reads, '') FROM (
              SELECT source, start, end, substr(reads, 1, 1) AS reads FROM seam
              WHERE source IN (%s) ORDER BY source, start, end
            ) GROUP BY source
            """,
            keys,
        )
        return {
            source: ([*map(int, starts.split(","))], [*map(int, ends.split(","))], reads)
            for source, starts, ends, reads in rows
        }

    def page_blocks(self, pages: Sequence[int]) -> Iterator[tuple[int, PagePiece]]:
        """Give (source, piece) of what of these pages lies in no article, in the source's order."""
        rows = self._select(
            """
            SELECT p.source, p.start, p.end, p.block, b.kind
            FROM source s JOIN piece p ON p.source = s.key JOIN block b ON b.key = p.block
            WHERE s.page IN (%s) AND b.article IS NULL ORDER BY p.source, p.start
            """,
            pages,
        )
        return ((row[0], PagePiece._make(row[1:])) for row in rows)


def line_starts(text: str) -> list[int]:
    """Give the positions at which the raw lines of a page begin, and where the last one ends."""
    if any(c in text for c in "\x1c\x1d\x1e"):  # `splitlines` takes these for line ends
        ends = [end.end() for end in LINE_END.finditer(text)]
        return [0, *ends] if ends and ends[-1] == len(text) else [0, *ends, len(text)]
    return [*accumulate(map(len, text.splitlines(keepends=True)), initial=0)]


def _grouped(rows: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, value in rows:
        found[key].append(value)
    return found
