"""Tags on phrases: laid on spans of sources, so that an edit elsewhere never moves them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NotFoundError, UsageError
from reader.store import ids
from reader.store.compose import Segment
from reader.store.manager import Manager
from reader.text.lines import LINE_END_CHARACTERS
from reader.text.topics import LEVELS, SLASH, levels
from reader.text.unseen import shows_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Changes
    from reader.store.compose import Reading
    from reader.store.wishing import OpenWish


class PhraseState(StrEnum):
    """What became of a phrase since it was marked."""

    SAME = "same"
    CHANGED = "changed"
    TORN = "torn"
    """Its text stands in several places, or a part of it in another article."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A tag on a phrase of an article.

    `quote` is how it read when it was marked; `ranges` are the code points of the article's
    text in which it stands now.
    """

    id: str
    tag: str
    quote: str
    state: PhraseState
    ranges: tuple[tuple[int, int], ...]


class _Span(NamedTuple):
    source: int
    start: int
    end: int


def check_name(name: str) -> str:
    """Give a tag's name as it is kept, without blanks at its ends; raise `UsageError`.

    A name is not empty, is one line, shows something beside its slashes, has few enough levels,
    and can be written as UTF-8.
    """
    name = name.strip()
    if not name:
        raise UsageError("tag", "empty")
    if any(c in LINE_END_CHARACTERS for c in name):
        raise UsageError("tag", "line_end")
    if any("\ud800" <= c <= "\udfff" for c in name):
        raise UsageError("tag", "surrogate")
    if (shown := name.replace(SLASH, "")) and shows_nothing(shown):
        raise UsageError("tag", "unseen")
    if levels(name) > LEVELS:
        raise UsageError("tag", "levels", most=LEVELS)
    return name


class Phrases(Manager):
    """The part of the manager of tags that is about phrases."""

    def mark(self, block: str, start: int, end: int, name: str) -> Changes:
        """Tag ``text[start:end]`` of a block; what seams read at its ends is left out.

        Raise `UsageError` when nothing is left. The same again changes nothing.
        """
        with self._library.wish("mark", block=block, tag=name) as wish:
            row = self._block(block)
            if row.article is None:
                raise UsageError("mark", "page_block")
            reading = self._ledger.fetch.read(row.key)
            if not 0 <= start <= end <= len(reading.text):
                raise UsageError("mark", "outside", start=start, end=end, length=len(reading.text))
            spans, low, high = _cut(reading, start, end)
            if not spans:
                raise UsageError("mark", "empty")
            tag = self._make(check_name(name), wish)
            if self._is_marked(tag, spans):
                return wish.changes
            new = ids.new_id()
            cursor = self._connection.execute(
                "INSERT INTO phrase (id, tag, article, quote) VALUES (?, ?, ?, ?)",
                (new, tag, row.article, reading.text[low:high]),
            )
            self._connection.executemany(
                "INSERT INTO phrase_span (phrase, source, start, end) VALUES (?, ?, ?, ?)",
                [(cursor.lastrowid, *span) for span in spans],
            )
            wish.made.append(new)
        return wish.changes

    def _find(self, name: str) -> int | None:
        row = self._connection.execute("SELECT key FROM tag WHERE name = ?", (name,)).fetchone()
        return None if row is None else int(row[0])

    def _make(self, name: str, wish: OpenWish) -> int:
        key = self._find(name)
        if key is not None:
            return key
        new = ids.new_id()
        cursor = self._connection.execute("INSERT INTO tag (id, name) VALUES (?, ?)", (new, name))
        wish.made.append(new)
        return int(cursor.lastrowid or 0)

    def _is_marked(self, tag: int, spans: Sequence[_Span]) -> bool:
        rows = self._connection.execute(
            "SELECT f.key FROM phrase f JOIN phrase_span s ON s.phrase = f.key"
            " WHERE s.source = ? AND s.start = ? AND f.tag = ?",
            (spans[0].source, spans[0].start, tag),
        ).fetchall()
        return any(self._spans(key) == sorted(spans) for (key,) in rows)

    def unmark(self, phrase: str) -> Changes:
        """Take the tag from a phrase."""
        with self._library.wish("unmark", phrase=phrase) as wish:
            row = self._connection.execute(
                "SELECT key FROM phrase WHERE id = ?", (phrase,)
            ).fetchone()
            if row is None:
                raise NotFoundError(phrase, "phrase")
            self._connection.execute("DELETE FROM phrase_span WHERE phrase = ?", row)
            self._connection.execute("DELETE FROM phrase WHERE key = ?", row)
        return wish.changes

    def phrases(self, article: str) -> list[Phrase]:
        """List the phrases of an article in the order of its text, those that are gone last."""
        key = self.key(article)
        rows = self._connection.execute(
            "SELECT f.key, f.id, g.name, f.quote FROM phrase f JOIN tag g ON g.key = f.tag"
            " WHERE f.article = ? ORDER BY f.key",
            (key,),
        ).fetchall()
        if not rows:
            return []
        readings = self._readings(key)
        text = "\n".join(reading.text for _, reading in readings)
        read = _by_source(readings)
        found = []
        for phrase, ident, tag, quote in rows:
            ranges = _ranges(self._spans(phrase), read)
            state = self._state(phrase, key, [text[a:b] for a, b in ranges], quote)
            found.append(Phrase(ident, tag, quote, state, ranges))
        return sorted(found, key=lambda p: (not p.ranges, p.ranges))

    def _readings(self, article: int) -> list[tuple[int, Reading]]:
        """Give the blocks that can be read, each with its place in the article's text."""
        readings = []
        at = 0
        for block in self._blocks_of(article):
            reading = self._ledger.fetch.read(block.key)
            if reading.text:
                readings.append((at, reading))
                at += len(reading.text) + 1
        return readings

    def _spans(self, phrase: int) -> list[_Span]:
        rows = self._connection.execute(
            "SELECT source, start, end FROM phrase_span WHERE phrase = ? ORDER BY source, start",
            (phrase,),
        )
        return [_Span(*row) for row in rows]

    def _state(self, phrase: int, article: int, texts: list[str], quote: str) -> PhraseState:
        if not texts:
            return PhraseState.GONE
        elsewhere = self._connection.execute(
            """
            SELECT 1 FROM phrase_span f
            JOIN piece p ON p.source = f.source AND p.start < f.end AND p.end > f.start
            JOIN block b ON b.key = p.block
            WHERE f.phrase = ? AND p.struck IS NULL AND b.article IS NOT ? LIMIT 1
            """,
            (phrase, article),
        ).fetchone()
        if len(texts) > 1 or elsewhere is not None:
            return PhraseState.TORN
        return PhraseState.SAME if texts[0] == quote else PhraseState.CHANGED


def _cut(reading: Reading, start: int, end: int) -> tuple[list[_Span], int, int]:
    """Give the spans of the sources under a selection, and what of it they read as.

    A run of white space between two characters of the selection lies in the span with them.
    """
    spans: list[_Span] = []
    low, high = end, start
    for s in reading.segments:
        if not s.plain or start == end or s.at >= end or s.stop <= start:
            continue
        first, last = max(start, s.at), min(end, s.stop)
        low, high = min(low, first), max(high, last)
        span = _Span(s.source, s.start + first - s.at, s.start + last - s.at)
        if spans and _only_a_run_between(reading, spans[-1], span):
            spans[-1] = spans[-1]._replace(end=span.end)
        else:
            spans.append(span)
    return spans, low, high


def _only_a_run_between(reading: Reading, left: _Span, right: _Span) -> bool:
    """Tell whether between two spans stands nothing but seams, which belong to both."""
    if left.source != right.source or left.end > right.start:
        return False
    covered = sum(
        s.end - s.start
        for s in reading.segments
        if s.seam is not None
        and s.source == left.source
        and left.end <= s.start
        and s.end <= right.start
    )
    return covered == right.start - left.end


_Read = dict[int, list[tuple[int, int, int, Segment]]]
"""What is read of each source, in its order: start, end, the block's place in the text, segment."""


def _by_source(readings: Sequence[tuple[int, Reading]]) -> _Read:
    """Sort what is read by where it was received: of each place it is looked up, not sought."""
    found: _Read = {}
    for at, reading in readings:
        for s in reading.segments:
            if s.text and s.struck is None:
                found.setdefault(s.source, []).append((s.start, s.end, at, s))
    for rows in found.values():
        rows.sort(key=itemgetter(0, 1))
    return found


def _ranges(spans: Iterable[_Span], read: _Read) -> tuple[tuple[int, int], ...]:
    """Give where in an article's text the spans can be read."""
    found = []
    for span in spans:
        rows = read.get(span.source, [])
        first = max(0, bisect_right(rows, span.start, key=itemgetter(0)) - 1)
        for index in range(first, len(rows)):
            start, _, at, s = rows[index]
            if start > span.end:
                break
            found += [(at + a, at + b) for a, b in _within(span, s)]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _within(span: _Span, s: Segment) -> list[tuple[int, int]]:
    """Give what of a segment's text lies in a span: characters, or what a seam reads whole."""
    if span.source != s.source:
        return []
    if s.seam is not None:
        inside = span.start <= s.start and s.end <= span.end
        if s.start == s.end:
            inside = span.start < s.start < span.end
        return [(s.at, s.stop)] if inside else []
    low, high = max(span.start, s.start), min(span.end, s.end)
    return [(s.at + low - s.start, s.at + high - s.start)] if low < high else []
