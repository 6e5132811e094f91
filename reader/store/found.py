"""Find articles, and the places in them, in the order of date, issue, page, article, place."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.store.candidates import Candidates
from reader.store.fetch import Fetcher
from reader.store.order import after, bucket, date_of
from reader.store.select import Form, condition
from reader.store.spots import Range, Spot, Spots
from reader.store.tallying import Tally, in_index
from reader.text.query import Dated, Doubtful, In, InStatus, Tagged, of_kind

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from reader.store import Library
    from reader.text.query import Query

_FEW = 1000
"""Up to so many articles that the fields select are read one by one, not looked up."""

_FIRST = -(1 << 62)

Place = tuple[int, str, int, int, int, int, int]


class Facts(NamedTuple):
    """What is known of an article, or of a page where `article` is None; it sorts by place.

    `title` is what stands for the article in a list, or the issue's title.
    """

    place: Place
    article_key: int | None
    article: str | None
    page_key: int
    issue: str
    title: str | None
    date: str | None
    page: int | None
    source_key: int
    source: str


Candidate = tuple[Facts, frozenset[int] | None]
"""What may hold the words, and the numbers of the blocks in which one stands, where known."""


@dataclass(frozen=True, slots=True)
class Match:
    """An article, or a page's own blocks, with all places of the words that were found."""

    facts: Facts
    spots: tuple[Spot, ...]


_FACTS = """
    SELECT i.date IS NULL, coalesce(i.date, ''), i.key, p.place, p.key, {place},
           {article}, p.key, i.id, {title}, i.date, p.number, s.key, f.name
    FROM {table}
    JOIN issue i ON i.key = p.issue
    JOIN source s ON s.key = p.source LEFT JOIN file f ON f.key = s.file
"""
_OF_ARTICLE = _FACTS.format(
    place="a.place, a.key",
    article="a.key, a.id",
    title="t.title",
    table="article a JOIN page p ON p.key = a.page LEFT JOIN tally t ON t.article = a.key",
)
_OF_PAGE = _FACTS.format(
    place=f"{_FIRST}, 0", article="NULL, NULL", title="i.title", table="page p"
)

_BLOCKS = """
    SELECT b.key, r.characters, r.entry FROM block b JOIN reading r ON r.block = b.key
    WHERE b.article = ? ORDER BY b.place, b.key
"""
_PAGES = """
    SELECT p.key FROM issue i CROSS JOIN page p ON p.issue = i.key
    WHERE {date} AND i.present AND p.present ORDER BY i.date {way}, i.key, p.place, p.key
"""
# An article of revision 0 is as it was imported: each character that is no blank it has from
# its page's source. So has what the page itself holds, unless pieces came from another page.
_PENDING = """
    SELECT p.key FROM page p JOIN issue i ON i.key = p.issue JOIN source s ON s.key = p.source
    WHERE p.indexed = 0 AND i.present AND p.present AND (({characters})
      OR EXISTS (SELECT 1 FROM article a WHERE a.page = p.key AND a.revision > 0)
      OR EXISTS (SELECT 1 FROM block b JOIN piece q ON q.block = b.key AND q.source <> p.source
                 WHERE b.page = p.key))
    ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key
"""


class Finder:
    """Carries out one query on a library."""

    def __init__(
        self, library: Library, query: Query, where: In = In.NOW, *, newest: bool = False
    ) -> None:
        self._newest = newest
        self._connection = library.connection
        self._query = query
        self._where = where
        self._words = query.words
        self._unwanted = query.unwanted
        self._fetch = Fetcher(library.connection)
        self._candidates_of = Candidates(library.connection, where)
        self.spots = Spots(library.connection, where)
        self._list = condition(query.facets, Form.LIST)
        self._tally = Tally(library.connection)
        self._one = condition(query.facets, Form.ONE)
        self._own = condition(query.facets, Form.PAGE)

    def matches(self) -> Generator[Match]:
        """Give every article or page in which all words stand, with their places, in order.

        What `spots` tells of a place it tells until the next match is asked for.
        """
        for candidate in self.candidates():
            match = self.examine(candidate)
            if match is not None:
                yield match

    def articles(self) -> Generator[str]:
        """Give the ids of the articles in which all words stand, in order."""
        words = (*self._words, *self._unwanted)
        for facts, entries in self.candidates():
            certain = not words or (entries is not None and self._candidates_of.exact(words))
            if facts.article is not None and (certain or self.examine((facts, entries))):
                yield facts.article

    def count(self) -> int:
        """Count the places that `matches` gives."""
        known = self.total()
        return sum(map(self.tally, self.candidates())) if known is None else known

    def total(self) -> int | None:
        """Give the count where the index knows it at once: for a single character alone."""
        words = self._words
        if self._where is not In.NOW or len(words) != 1 or len(words[0]) != 1:
            return None
        if self._query.facets or self._unwanted or not self._candidates_of.holds(words[0]):
            return None
        count = in_index(self._connection, words[0])
        if count is None:
            return None
        return count + sum(self.tally((facts, None)) for facts in self._pending())

    def tally(self, candidate: Candidate) -> int:
        """Count the places of the words in a candidate."""
        facts, entries = candidate
        if not self._words and not self._unwanted:
            return 1  # the fields have said all; nothing needs to be read
        alone = self._where is In.NOW and len(self._words) == 1 and not self._unwanted
        if entries is not None and (
            alone or self._candidates_of.exact((*self._words, *self._unwanted))
        ):
            count = self._tally.count(facts.page_key, self._words, entries)
            if count is not None:
                return count
        match = self.examine(candidate)
        return 0 if match is None else len(match.spots)

    # --- which articles may be meant --------------------------------------------------------

    def candidates(self) -> Iterator[Candidate]:
        """Give in order what may hold all words, with the numbers of blocks where known.

        With `newest` the latest date comes first; what is of one date stands as it always does,
        and what is of none comes last, as always.
        """
        few = self._few()
        if few is not None:
            return ((facts, None) for facts in few)
        if not self._words:
            return ((facts, None) for facts in self._all())
        if self._newest:
            late = ((facts, None) for facts in sorted(self._pending(), key=_from_newest))
            by_date = self._indexed_from_newest()
            return heapq.merge(by_date, late, key=lambda found: _from_newest(found[0]))
        pending = ((facts, None) for facts in self._pending())
        return heapq.merge(self._indexed(*self._span()), pending, key=itemgetter(0))

    def _few(self) -> list[Facts] | None:
        """Give the articles that the fields select, when they are few and no page is meant."""
        narrowing = [f for f in self._query.facets if not f.negated]
        of_articles = (Tagged, InStatus, Doubtful)
        if not narrowing or (
            self._where is not In.NOW
            and self._words
            and not any(isinstance(of_kind(f), of_articles) for f in narrowing)
        ):
            return None
        sql, values = self._list
        keys = self._connection.execute(
            "SELECT a.key FROM article a JOIN page p ON p.key = a.page"
            f" JOIN issue i ON i.key = p.issue WHERE {sql} LIMIT ?",
            (*values, _FEW + 1),
        ).fetchall()
        if len(keys) > _FEW:
            return None
        marks = ",".join("?" * len(keys))
        rows = self._connection.execute(
            f"{_OF_ARTICLE} WHERE a.key IN ({marks})", [key for (key,) in keys]
        )
        return sorted(map(_facts, rows), key=_from_newest if self._newest else None)

    def _all(self) -> Iterator[Facts]:
        """Give every article that the fields select, page by page."""
        for date in ("i.date IS NOT NULL", "i.date IS NULL"):
            sql = _PAGES.format(date=date, way="DESC" if self._newest else "ASC")
            for (page,) in self._connection.execute(sql):
                yield from self._on_page(page)

    def _span(self) -> tuple[int, int]:
        """Give the numbers of the index between which the dates lie that are asked for."""
        low, high = 0, (1 << 63) - 1
        for facet in self._query.facets:
            if isinstance(facet, Dated) and not facet.negated:
                low, high = max(low, bucket(facet.first)), min(high, after(facet.last))
        return low, high

    def _indexed_from_newest(self) -> Iterator[Candidate]:
        """Give the same date by date from the latest one on; dates without a word cost nothing."""
        low, high = self._span()
        undated = bucket(None)
        at = min(high, undated)
        while (last := self._candidates_of.last_before(self._words, at)) is not None:
            first, behind = date_of(last)
            if behind <= low:
                break
            yield from self._indexed(max(low, first), min(at, behind))
            at = first
        if high > undated:
            yield from self._indexed(undated, high)

    def _indexed(self, low: int, high: int) -> Iterator[Candidate]:
        """Give what the index says may hold all words, of a span of its numbers."""
        sql, values = self._one
        for group in self._candidates_of.groups(self._words, self._unwanted, low, high):
            if group.article is None:
                rows = self._page(group.page or 0)
            else:
                rows = self._rows(f"{_OF_ARTICLE} WHERE a.key = ? AND {sql}", group.article, values)
            yield from ((facts, group.entries) for facts in rows)

    def _pending(self) -> Iterator[Facts]:
        """Give what the pages that are not indexed hold, where they have all the characters."""
        if not all(map(self._candidates_of.holds, self._words)):
            return
        characters = sorted({c for word in self._words for c in word if not c.isspace()})
        held = " AND ".join(["instr(s.text, ?)"] * len(characters)) or "1"
        sql = _PENDING.format(characters=held)
        for (page,) in self._connection.execute(sql, characters).fetchall():
            if self._where is not In.NOW:
                yield from self._page(page)
            yield from self._on_page(page)

    def _on_page(self, page: int) -> Iterator[Facts]:
        sql, values = self._one
        return self._rows(
            f"{_OF_ARTICLE} WHERE a.page = ? AND {sql} ORDER BY a.place, a.key", page, values
        )

    def _page(self, page: int) -> Iterator[Facts]:
        sql, values = self._own
        return self._rows(f"{_OF_PAGE} WHERE p.key = ? AND {sql}", page, values)

    def _rows(self, sql: str, key: int | None, values: Sequence[str]) -> Iterator[Facts]:
        return map(_facts, self._connection.execute(sql, (key, *values)).fetchall())

    # --- where in them ----------------------------------------------------------------------

    def examine(self, candidate: Candidate) -> Match | None:
        """Give all places of the words in a candidate; None when it does not hold them."""
        facts, entries = candidate
        own = Match(facts, (Spot(0, 0, None, 0, facts.source_key),))
        if not self._words and not self._unwanted:
            return own
        blocks, ranges = self._at_hand(facts, entries)
        for word in self._unwanted:
            if self.spots.of(word, blocks, ranges):
                return None
        spots: list[Spot] = []
        for word in self._words:
            mine = self.spots.of(word, blocks, ranges)
            if not mine:
                return None
            spots += mine
        if not self._words:
            return own
        return Match(facts, self.spots.in_order(spots, facts.source_key))

    def _at_hand(
        self, facts: Facts, entries: frozenset[int] | None
    ) -> tuple[list[tuple[int, int]], list[Range]]:
        """Give what is to be read: blocks with their places in the text, ranges of streams."""
        now = self._where is In.NOW
        if now and entries is not None and self._candidates_of.exact(self._unwanted):
            self.spots.begin()
            rows = self._connection.execute(_BLOCKS, (facts.article_key,))
            return [(b, at) for b, at, number in _places(rows) if number in entries], []
        if facts.article_key is None:
            read = self._fetch.read_all("page", facts.page_key)
        else:
            read = self._fetch.read_all("article", facts.article_key)
        self.spots.begin((block, reading) for block, _, reading in read)
        ranges = self.spots.ranges([block for block, _, _ in read], facts.source_key)
        if facts.article_key is None or self._where is In.SOURCE:
            return [], ranges
        lengths = ((block, len(reading.text), None) for block, _, reading in read)
        return [(block, at) for block, at, _ in _places(lengths)], ranges


def _from_newest(facts: Facts) -> tuple[object, ...]:
    """Give a key that puts later dates first; of two of which one holds the other, the finer."""
    undated, date, *rest = facts.place
    return undated, (*(-ord(c) for c in date), 1), *rest


def _places(
    rows: Iterable[tuple[int, int, int | None]],
) -> Iterator[tuple[int, int, int | None]]:
    """Give blocks (key, characters, number) with where they begin instead of their length."""
    at = 0
    for block, characters, number in rows:
        yield block, at, number
        at += characters + 1 if characters else 0


def _facts(row: Sequence[object]) -> Facts:
    name = row[-1]
    name = name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name
    return Facts(tuple(row[:7]), *row[7:-1], name or "")  # type: ignore[arg-type, call-arg]
