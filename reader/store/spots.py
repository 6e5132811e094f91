"""Places of a word in the reading of blocks and in the pages as received."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.store.compose import compose
from reader.store.fetch import Fetcher
from reader.store.streams import Streams
from reader.store.windows import owned
from reader.text.query import In
from reader.text.tokens import occurrences, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

    from reader.store.compose import Reading


class Spot(NamedTuple):
    """A place of a word: a span of an article's text, or, where `block` is None, of a source.

    `at` is where it begins in the block's reading, or `start` again in the source.
    """

    start: int
    end: int
    block: int | None
    at: int
    source: int


class Range(NamedTuple):
    """A span of a source's stream (see `windows`)."""

    source: int
    low: int
    high: int


class Spots:
    """Finds words in the blocks of one article after the other, and keeps these at hand."""

    def __init__(self, connection: Connection, where: In) -> None:
        self._where = where
        self._fetch = Fetcher(connection)
        self._readings: dict[int, Reading] = {}
        self.streams = Streams(connection)

    def begin(self, readings: Iterable[tuple[int, Reading]] = ()) -> None:
        """Turn to another article, of which some blocks (key, reading) may be at hand."""
        self._readings = dict(readings)

    def ranges(self, blocks: Sequence[int], own: int) -> list[Range]:
        """Give what blocks hold of the streams of pages, of the page `own` first."""
        if self._where is In.NOW:
            return []
        pieces = [piece for block in blocks for piece in self._fetch.pieces(block)]
        found = owned(pieces, self.streams.of)
        return [
            Range(source, low, high)
            for source in sorted(found, key=lambda source: (source != own, source))
            for low, high in found[source]
        ]

    def of(
        self, word: str, blocks: Iterable[tuple[int, int]], ranges: Iterable[Range]
    ) -> list[Spot]:
        """Give every place of a word in blocks and in ranges of the streams.

        A block is given by its key and where it begins in the article's text.
        """
        spots = [
            Spot(shift + start, shift + end, block, start, 0)
            for block, shift in blocks
            for start, end in spans_of(self.reading(block).text, word)
        ]
        last = len(word) - 1
        for source, low, high in ranges:
            page = self.streams.of(source)
            assert page is not None
            for at in occurrences(page.flat.text, word, low=low, high=high + last):
                start = page.flat.origin(at)
                spots.append(Spot(start, page.flat.origin(at + last) + 1, None, start, source))
        return spots

    def in_order(self, spots: Sequence[Spot], own: int) -> tuple[Spot, ...]:
        """Put places in order, each once; one of the text stands for the same in the source."""
        now = sorted({s for s in spots if s.block is not None})
        received = {s for s in spots if s.block is None}
        if now and received:
            known = {self.address(spot) for spot in now}
            received = {s for s in received if (s.source, s.start, s.end) not in known}
        return (*now, *sorted(received, key=lambda s: (s.source != own, s.source, s)))

    def around(self, spot: Spot) -> tuple[str, int, int]:
        """Give the text in which a place stands (a block, or a page as received) and its span."""
        if spot.block is None:
            page = self.streams.of(spot.source)
            assert page is not None
            return page.text, spot.start, spot.end
        text = self.reading(spot.block).text
        return text, spot.at, spot.at + spot.end - spot.start

    def address(self, spot: Spot) -> tuple[int, int, int] | None:
        """Give (source, start, end) of the page's characters that a place was read from.

        None when it begins or ends in what a person typed, or lies on two pages.
        """
        if spot.block is None:
            return spot.source, spot.start, spot.end
        last = spot.at + spot.end - spot.start - 1
        first, end = self._character(spot.block, spot.at), self._character(spot.block, last)
        if first is None or end is None or first[0] != end[0]:
            return None
        return first[0], first[1], end[1] + 1

    def _character(self, block: int, at: int) -> tuple[int, int] | None:
        for s in self.reading(block).segments:
            if s.at <= at < s.stop:
                known = s.plain and self.streams.of(s.source) is not None
                return (s.source, s.start + at - s.at) if known else None
        return None

    def reading(self, block: int) -> Reading:
        """Give a block of the article at hand as it reads."""
        reading = self._readings.get(block)
        if reading is None:
            pieces = self._fetch.pieces(block)
            texts = {source: self._text_of(source) for source in {p.source for p in pieces}}
            reading = compose(pieces, texts, self._fetch.seams(pieces))
            self._readings[block] = reading
        return reading

    def _text_of(self, source: int) -> str:
        page = self.streams.of(source)
        return self._fetch.text(source) if page is None else page.text

    def line(self, spot: Spot, own: int) -> tuple[int, int] | None:
        """Give line and column (1-based, of the file) of the first character that is received.

        None where none of the place's characters was read from the page `own`.
        """
        if spot.block is None:
            start = spot.start if spot.source == own else None
        else:
            start = self._first_received(spot, own)
        page = self.streams.of(own)
        if start is None or page is None:
            return None
        return page.line(start)

    def _first_received(self, spot: Spot, own: int) -> int | None:
        assert spot.block is not None
        end = spot.at + spot.end - spot.start
        for s in self.reading(spot.block).segments:
            if s.plain and s.source == own and s.at < end and s.stop > spot.at:
                return s.start + max(0, spot.at - s.at)
        return None
