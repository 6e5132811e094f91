"""Raw lines: which of them, and which parts of them, a block or the page itself holds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.store.pouring import Stream
from reader.text.lines import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.store.corpus_rows import Batch, BlockPiece, PagePiece, SourceText


class PageLine(NamedTuple):
    """A raw line, or a part of one, that belongs to the page and to no article.

    `text` begins at position `start` of the file's text.
    """

    line: int
    text: str
    kind: str
    start: int


@dataclass(frozen=True, slots=True)
class CorpusPage:
    """A page with its lines of furniture and section labels."""

    issue: str
    page: int | None
    source: str
    sha256: str
    lines: list[PageLine]


class RawLine(NamedTuple):
    """A raw line of a file, and the part of it that a block holds, without blanks at its ends."""

    file: str
    number: int
    whole: str
    part: str


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as it reads, and the raw lines that it was received as, struck text included."""

    text: str
    lines: list[RawLine]


def by_block(pieces: Sequence[BlockPiece]) -> list[list[BlockPiece]]:
    """Give the pieces of an article block by block, in the order of the blocks."""
    return [list(rows) for _, rows in groupby(pieces, attrgetter("block"))]


def raw_block(batch: Batch, rows: Sequence[BlockPiece]) -> RawBlock:
    """Compose a block and gather its raw lines in the order in which they are read."""
    stream = Stream(None)
    spans: list[tuple[int, int, int]] = []
    for piece in rows:
        if piece.struck is None:
            stream.pour(batch.sources[piece.source], piece.start, piece.end)
        if batch.sources[piece.source].file is None:
            continue
        if spans and spans[-1][0] == piece.source and spans[-1][2] == piece.start:
            spans[-1] = (piece.source, spans[-1][1], piece.end)
        else:
            spans.append((piece.source, piece.start, piece.end))
    found = []
    for key, start, end in spans:
        source = batch.sources[key]
        for line, low, high in _line_parts(source, start, end):
            part = source.text[low:high].strip()
            if part:
                number = source.first_line + line
                found.append(RawLine(source.name, number, _whole_line(source, line), part))
    return RawBlock(stream.text(), found)


def _line_parts(source: SourceText, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Cut a span of a page at its line ends: give (line of the page from 0, start, end)."""
    borders = source.line_starts
    line = bisect_right(borders, start) - 1
    while start < end:
        stop = min(end, borders[line + 1]) if line + 1 < len(borders) else end
        yield line, start, stop
        start, line = stop, line + 1


def _whole_line(source: SourceText, line: int) -> str:
    """Give a raw line without its line end."""
    borders = source.line_starts
    end = borders[line + 1] if line + 1 < len(borders) else len(source.text)
    return LINE_END.split(source.text[borders[line] : end])[0]


def page_lines(source: SourceText, pieces: Sequence[PagePiece]) -> list[PageLine]:
    """Cut what of a page stands in no article into raw lines, as they were received."""
    found: list[PageLine] = []
    for piece in _without_cuts(pieces):
        for line, low, high in _line_parts(source, piece.start, piece.end):
            part = source.text[low:high].strip()
            if part:
                at = source.offset + source.text.index(part, low)
                found.append(PageLine(source.first_line + line, part, piece.kind, at))
    return found


def _without_cuts(pieces: Sequence[PagePiece]) -> list[PagePiece]:
    """Put together the pieces of one block that follow each other in the source."""
    whole: list[PagePiece] = []
    for piece in pieces:
        if whole and (whole[-1].end, whole[-1].block) == (piece.start, piece.block):
            whole[-1] = whole[-1]._replace(end=piece.end)
        else:
            whole.append(piece)
    return whole
