"""Read the corpus for export: articles whole, by the hundred, in the order of the library."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NotFoundError
from reader.model import Kind, Status
from reader.store.articles import ORDER
from reader.store.corpus_changes import Amended, spans_of
from reader.store.corpus_raw import CorpusPage, RawBlock, by_block, page_lines, raw_block
from reader.store.corpus_rows import Rows
from reader.store.faults import told
from reader.store.moments import snapshot
from reader.store.pouring import Stream
from reader.store.seals import altered_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reader.store.corpus_changes import Correction, MarkedSpan
    from reader.store.corpus_rows import Batch, BlockPiece, IssueOf, PagePiece
    from reader.store.library import Library
    from reader.store.pouring import Range

_BATCH = 48
_FEW = 500
"""Articles that are looked up on their pages alone, not in a walk through the library."""

_PLACES = f"""
    SELECT a.key, p.key, i.date, p.number, t.title, a.id FROM article a
    JOIN page p ON p.key = a.page AND p.present
    JOIN issue i ON i.key = p.issue AND i.present
    LEFT JOIN tally t ON t.article = a.key %s ORDER BY {ORDER}
"""
_ON_THEIR_PAGES = "WHERE a.page IN (SELECT page FROM article WHERE id IN (%s))"


class Placed(NamedTuple):
    """An article in the order of the library, with what its file is named after.

    `number` counts the articles of its page from 1, `page_number` is None when it is not known.
    """

    key: int
    page: int
    number: int
    date: str | None
    page_number: int | None
    title: str


@dataclass(frozen=True, slots=True)
class CorpusBlock:
    """A block as it reads; `lines` are the raw lines of the file from which it was read."""

    kind: Kind
    text: str
    lines: list[int]
    supplied: bool


@dataclass(frozen=True, slots=True)
class CorpusArticle:
    """An article as it is exported; all positions are code points of `text`.

    `blocks` are the blocks that can be read, in their order. `origin` maps `text` to the file
    named by `source`.
    """

    id: str
    issue: IssueOf
    source: str
    sha256: str
    page: int | None
    section: str | None
    blocks: list[CorpusBlock]
    text: str
    tags: list[str]
    spans: list[MarkedSpan]
    status: Status
    revision: int
    doubts: int
    origin: list[Range]
    corrections: list[Correction]

    @property
    def characters(self) -> int:
        """The characters of its blocks, without the line ends between them."""
        return sum(len(block.text) for block in self.blocks)


class Corpus:
    """Reads a library for export; `snapshot` keeps what others write meanwhile out of sight."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._connection = library.connection
        self._rows = Rows(library.connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See the library as it stands now until the end."""
        with told(self._library.path), snapshot(self._connection):
            yield

    def places(self, articles: Sequence[str] | None = None) -> list[Placed]:
        """Give the articles of these ids (None: all) in the order of date, page and place.

        Raise `NotFoundError` for an id that is none of a present article.
        """
        wanted = None if articles is None else set(articles)
        few = "" if wanted is None or len(wanted) > _FEW else _ON_THEIR_PAGES % _marks(wanted)
        found = []
        number, page = 0, None
        for row in self._connection.execute(_PLACES % few, sorted(wanted or ()) if few else ()):
            number = number + 1 if row[1] == page else 1
            page = row[1]
            if wanted is None or row[5] in wanted:
                found.append(Placed(row[0], row[1], number, row[2], row[3], row[4] or ""))
                if wanted is not None:
                    wanted.discard(row[5])
        if wanted:
            raise NotFoundError(min(wanted), "article")
        return found

    def pages(self) -> list[int]:
        """Give the keys of all present pages in the order of date and place."""
        rows = self._connection.execute(
            "SELECT p.key FROM page p JOIN issue i ON i.key = p.issue AND i.present"
            " WHERE p.present ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key"
        )
        return [key for (key,) in rows]

    def read(self, places: Sequence[Placed]) -> Iterator[CorpusArticle]:
        """Give articles whole, in the order of `places`."""
        for low in range(0, len(places), _BATCH):
            keys = [place.key for place in places[low : low + _BATCH]]
            batch = self._rows.batch(keys)
            for key in keys:
                yield _article(batch, key)

    def raw(self, place: Placed) -> list[RawBlock]:
        """Give the blocks of an article, in the order of its text, with what was received."""
        batch = self._rows.batch([place.key])
        return [raw_block(batch, rows) for rows in by_block(batch.pieces.get(place.key, []))]

    def altered(self) -> int:
        """Count the texts read so far that do not fit their seals; inside the same snapshot."""
        return altered_texts(self._connection, self._rows.read)

    def furniture(self, pages: Sequence[int]) -> Iterator[CorpusPage]:
        """Give, for each of the pages, the lines that stand in no article."""
        for low in range(0, len(pages), _BATCH):
            part = pages[low : low + _BATCH]
            sheets = {
                page: (source, issue)
                for page, source, issue in self._connection.execute(
                    "SELECT p.key, p.source, i.id FROM page p JOIN issue i ON i.key = p.issue"
                    f" WHERE p.key IN ({_marks(part)})",
                    part,
                )
            }
            sources = self._rows.sources({source for source, _ in sheets.values()})
            pieces: dict[int, list[PagePiece]] = {}
            for source_key, piece in self._rows.page_blocks(part):
                pieces.setdefault(source_key, []).append(piece)
            for page in part:
                key, issue = sheets[page]
                source = sources[key]
                lines = page_lines(source, pieces.get(key, []))
                yield CorpusPage(issue, source.number, source.name, source.sha256, lines)


def _article(batch: Batch, key: int) -> CorpusArticle:
    facts = batch.articles[key]
    sheet = batch.sources[facts.source]
    pieces = batch.pieces.get(key, [])
    phrases = batch.phrases.get(key, [])
    stream = Stream(sheet.file, page=sheet.page, traced=bool(phrases))
    amended = Amended(batch, pieces, sheet.file)
    blocks: list[CorpusBlock] = []
    for rows in by_block(pieces):
        text, lines = _block(batch, rows, stream, amended)
        if text:
            blocks.append(CorpusBlock(Kind(rows[0].kind), text, lines, bool(rows[0].supplied)))
    return CorpusArticle(
        facts.id,
        facts.issue,
        sheet.name,
        sheet.sha256,
        facts.number,
        facts.section,
        blocks,
        stream.text(),
        batch.tags.get(key, []),
        spans_of(phrases, stream.trace or []),
        Status(facts.status),
        facts.revision,
        facts.doubts,
        stream.ranges,
        amended.corrections(),
    )


def _block(
    batch: Batch, rows: list[BlockPiece], stream: Stream, amended: Amended
) -> tuple[str, list[int]]:
    """Add a block to the stream of its article; give its text and lines."""
    if stream.parts and _can_be_read(batch, rows):
        stream.end_block()
    first_part = len(stream.parts)
    stream.lines = []
    for piece in rows:
        source = batch.sources[piece.source]
        at = stream.at
        if piece.struck is None:
            stream.pour(source, piece.start, piece.end)
        else:
            amended.strike(piece, source, at)
        if source.correction is not None:
            amended.type(piece, source, at, stream.at)
    return "".join(stream.parts[first_part:]), list(dict.fromkeys(stream.lines))


def _can_be_read(batch: Batch, rows: list[BlockPiece]) -> bool:
    """Tell whether a block reads as any text at all."""
    first = rows[0]
    if first.struck is None and not batch.sources[first.source].text[first.start].isspace():
        return True
    kept = [(batch.sources[p.source], p) for p in rows if p.struck is None]
    if any(source.text[p.start : p.end].strip() for source, p in kept):
        return True
    trial = Stream(None)
    for source, p in kept:
        trial.pour(source, p.start, p.end)
    return trial.at > 0


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))
