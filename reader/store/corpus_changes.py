"""Gather what an article's corrections struck and typed, and where its phrases can be read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.model import Why
from reader.store.pouring import Stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.corpus_rows import Batch, BlockPiece, PhraseRow, SourceText
    from reader.store.pouring import Range, Traced


_ENGINE_S = {Why.DOUBLED, Why.RULE}


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction as it stands in an article.

    ``text[start:end]`` is where what it typed can be read (``start == end`` where nothing of it
    can). `old` is what it struck, as it read; `origin` maps `old` to the sources as the
    article's origin maps its text: what it does not cover had been typed before. `at` is None
    for the engine's own: they follow from the page, and are the same whenever it is taken in.
    """

    start: int
    end: int
    old: str
    new: str
    by: str
    why: str
    at: str | None
    origin: list[Range]


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A phrase of a tag, with the ranges of the text in which it can be read now."""

    tag: str
    quote: str
    ranges: list[tuple[int, int]]


class _Entry:
    """A correction while it is gathered."""

    def __init__(self, correction: int, at: int, file: int | None) -> None:
        self.correction = correction
        self.old = Stream(file)
        self.new: list[tuple[int, str]] = []
        self.first = at
        self.read: tuple[int, int] | None = None

    def span(self) -> tuple[int, int]:
        return self.read or (self.first, self.first)


class Amended:
    """The corrections of one article.

    What a correction struck and typed is one entry; one that typed nothing here has an entry
    for each place in which it struck.
    """

    def __init__(self, batch: Batch, pieces: Sequence[BlockPiece], file: int | None) -> None:
        self._batch = batch
        self._file = file
        self._entries: dict[tuple[int, ...], _Entry] = {}
        sources = {piece.source for piece in pieces}
        self._typed = {batch.sources[source].correction for source in sources}

    def strike(self, piece: BlockPiece, source: SourceText, at: int) -> None:
        """Note a struck piece that stands at position `at` of the text."""
        assert piece.struck is not None
        whole = piece.struck in self._typed
        key = (piece.struck,) if whole else (piece.struck, piece.block, at)
        self._entry(key, at).old.pour(source, piece.start, piece.end)

    def type(self, piece: BlockPiece, source: SourceText, at: int, stop: int) -> None:
        """Note a typed piece that reads as ``text[at:stop]`` (nothing, where it was struck)."""
        assert source.correction is not None
        entry = self._entry((source.correction,), at)
        entry.new.append((piece.start, source.text[piece.start : piece.end]))
        if at < stop:
            low, high = entry.read or (at, stop)
            entry.read = (min(low, at), max(high, stop))

    def _entry(self, key: tuple[int, ...], at: int) -> _Entry:
        if key not in self._entries:
            self._entries[key] = _Entry(key[0], at, self._file)
        return self._entries[key]

    def corrections(self) -> list[Correction]:
        """Give the corrections in the order of their place."""
        found = []
        for entry in sorted(self._entries.values(), key=_Entry.span):
            row = self._batch.corrections[entry.correction]
            new = "".join(text for _, text in sorted(entry.new))
            found.append(
                Correction(
                    *entry.span(),
                    entry.old.text(),
                    new,
                    row.by,
                    row.why,
                    None if row.why in _ENGINE_S else row.at,
                    entry.old.ranges,
                )
            )
        return found


def spans_of(phrases: Sequence[PhraseRow], trace: Sequence[Traced]) -> list[MarkedSpan]:
    """Give the phrases of an article, each with the ranges in which it can be read."""
    found = []
    for _, group in groupby(phrases, lambda row: row.phrase):
        rows = list(group)
        ranges = [span for row in rows for t in trace if (span := _read_span(row, t)) is not None]
        found.append(MarkedSpan(rows[0].tag, rows[0].quote, _merged(ranges)))
    return sorted(found, key=lambda span: (span.ranges, span.tag, span.quote))


def _read_span(row: PhraseRow, t: Traced) -> tuple[int, int] | None:
    """Give what of a stretch of the text lies in a phrase's span."""
    if row.source != t.source or t.at == t.stop:
        return None
    if t.stop - t.at != t.end - t.start:  # what a seam reads: a run as a whole, or a point
        inside = row.start <= t.start and t.end <= row.end
        inside = inside if t.start < t.end else row.start < t.start < row.end
        return (t.at, t.stop) if inside else None
    low, high = max(row.start, t.start), min(row.end, t.end)
    return (t.at + low - t.start, t.at + high - t.start) if low < high else None


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
