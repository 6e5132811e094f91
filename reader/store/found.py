"""Find articles, and the places in them, in the order of date, issue, page, article, place."""

from __future__ import annotations

import heapq
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.store.candidates import Candidates
from reader.store.fetch import Fetcher
from reader.store.order import after, bucket
from reader.store.select import Form, condition
from reader.store.spots import Spot, Spots
from reader.text.query import Dated, Doubtful, In, InStatus, Tagged

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from pysqlite3 import Connection

    from reader.store import Library
    from reader.text.query import Query

_FEW = 1000
"""Up to so many articles that the fields select are read one by one, not looked up."""

_FIRST = -(1 << 62)

Place = tuple[int, str, int, int, int, int, int]


class Facts(NamedTuple):
    """What is known of an article, or of a page where `article` is None; it sorts by place."""

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


@dataclass(frozen=True, slots=True)
class Match:
    """An article, or a page's own blocks, with all places of the words that were found.

    `text` is the article's text, empty for a page.
    """

    facts: Facts
    text: str
    spots: tuple[Spot, ...]


_FACTS = """
    SELECT i.date IS NULL, coalesce(i.date, ''), i.key, p.place, p.key, {place},
           {article}, p.key, i.id, i.title, i.date, p.number, s.key, f.name
    FROM {table}
    JOIN issue i ON i.key = p.issue
    JOIN source s ON s.key = p.source LEFT JOIN file f ON f.key = s.file
"""
_OF_ARTICLE = _FACTS.format(
    place="a.place, a.key", article="a.key, a.id", table="article a JOIN page p ON p.key = a.page"
)
_OF_PAGE = _FACTS.format(place=f"{_FIRST}, 0", article="NULL, NULL", table="page p")

_PAGES = """
    SELECT p.key FROM issue i CROSS JOIN page p ON p.issue = i.key
    WHERE {date} AND i.present AND p.present ORDER BY i.date, i.key, p.place, p.key
"""
_PENDING = """
    SELECT p.key FROM page p JOIN issue i ON i.key = p.issue
    WHERE p.indexed = 0 AND i.present AND p.present
    ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key
"""


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """Read one state of the library, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


class Finder:
    """Carries out one query on a library."""

    def __init__(self, library: Library, query: Query, where: In = In.NOW) -> None:
        self._connection = library.connection
        self._query = query
        self._where = where
        self._words = query.words
        self._unwanted = query.unwanted
        self._fetch = Fetcher(library.connection)
        self.spots = Spots(library.connection, where)
        self._list = condition(query.facets, Form.LIST)
        self._one = condition(query.facets, Form.ONE)
        self._own = condition(query.facets, Form.PAGE)

    def matches(self) -> Generator[Match]:
        """Give every article or page in which all words stand, with their places, in order."""
        for facts in self._candidates():
            match = self._examine(facts)
            if match is not None:
                yield match

    def articles(self) -> Iterator[str]:
        """Give the ids of the articles in which all words stand, in order."""
        certain = not self._words and not self._unwanted
        for facts in self._candidates():
            if facts.article is not None and (certain or self._examine(facts) is not None):
                yield facts.article

    def count(self) -> int:
        """Count the places that `matches` gives."""
        return sum(len(match.spots) for match in self.matches())

    # --- which articles may be meant --------------------------------------------------------

    def _candidates(self) -> Iterator[Facts]:
        few = self._few()
        if few is not None:
            return iter(few)
        if not self._words:
            return self._all()
        return heapq.merge(self._indexed(), self._pending())

    def _few(self) -> list[Facts] | None:
        """Give the articles that the fields select, when they are few and no page is meant."""
        narrowing = [f for f in self._query.facets if not f.negated]
        of_articles = (Tagged, InStatus, Doubtful)
        if not narrowing or (
            self._where is not In.NOW
            and self._words
            and not any(isinstance(f, of_articles) for f in narrowing)
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
        return sorted(map(_facts, rows))

    def _all(self) -> Iterator[Facts]:
        """Give every article that the fields select, page by page."""
        for date in ("i.date IS NOT NULL", "i.date IS NULL"):
            for (page,) in self._connection.execute(_PAGES.format(date=date)):
                yield from self._on_page(page)

    def _indexed(self) -> Iterator[Facts]:
        """Give what the index says may hold all words."""
        low, high = 0, (1 << 63) - 1
        for facet in self._query.facets:
            if isinstance(facet, Dated) and not facet.negated:
                low, high = max(low, bucket(facet.first)), min(high, after(facet.last))
        candidates = Candidates(self._connection)
        for group in candidates.groups(self._words, self._where, low, high):
            if group.article is not None:
                sql, values = self._one
                yield from self._rows(f"{_OF_ARTICLE} WHERE a.key = ? AND {sql}", group[0], values)
            else:
                yield from self._page(group.page or 0)

    def _pending(self) -> Iterator[Facts]:
        """Give every article of the pages that are not indexed, and those pages."""
        for (page,) in self._connection.execute(_PENDING).fetchall():
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

    def _examine(self, facts: Facts) -> Match | None:
        """Give all places of the words in an article or page; None when it is not found."""
        blocks = self._blocks(facts)
        texts = [] if facts.article_key is None else blocks
        text = "\n".join(text for _, text in texts if text)
        ranges = self.spots.ranges([key for key, _ in blocks], facts.source_key)
        for word in self._unwanted:
            if self.spots.of(word, texts, ranges):
                return None
        spots: list[Spot] = []
        for word in self._words:
            mine = self.spots.of(word, texts, ranges)
            if not mine:
                return None
            spots += mine
        if not self._words:
            return Match(facts, text, (Spot(0, 0, None, 0, facts.source_key),))
        return Match(facts, text, self.spots.in_order(spots, facts.source_key))

    def _blocks(self, facts: Facts) -> list[tuple[int, str]]:
        if facts.article_key is None:
            blocks = self._fetch.read_all("page", facts.page_key)
        else:
            blocks = self._fetch.read_all("article", facts.article_key)
        return [(key, reading.text) for key, _, reading in blocks]


def _facts(row: Sequence[object]) -> Facts:
    name = row[-1]
    name = name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name
    return Facts(tuple(row[:7]), *row[7:-1], name or "")  # type: ignore[arg-type, call-arg]
