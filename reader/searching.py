"""Search: from what a person types to hits with their place in article, page and file."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.store.facets import Facets, facets_of
from reader.store.found import Finder, Match
from reader.store.moments import snapshot
from reader.text.query import In, parse
from reader.text.tokens import around

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from reader.store import Library
    from reader.store.spots import Spot
    from reader.text.query import Query

__all__ = [
    "Facets",
    "Found",
    "Hit",
    "In",
    "Look",
    "Placed",
    "Survey",
    "concordance",
    "count",
    "find",
    "select",
    "stream",
    "survey",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a word occurs, or an article that a query without words finds.

    `start` and `end` are code points of the article's text; for a hit in what was received
    (`received`), of the file as decoded, and `article` is None in furniture and section labels.
    `title` is what stands for the article in a list (in furniture, the issue's title), `date`
    is the issue's, `page` the page's number, `source` the file's name,
    `line` and `column` (1-based) the place in that file, None where a person typed it.
    `before` and `after` are of the block, or of the page as received.
    """

    article: str | None
    issue: str
    source: str
    title: str | None
    date: str | None
    page: int | None
    start: int
    end: int
    before: str
    match: str
    after: str
    line: int | None
    column: int | None
    received: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: `hits` are those asked for of `total`.

    `literal` says that the query was searched as it stands, `reason` why (see `Query`).
    """

    query: str
    literal: bool
    total: int
    hits: tuple[Hit, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A hit in the text as it is now, with the paragraph in which it stands.

    `text` is the block's, `at` where in it the match begins: both empty and 0 for an article
    that a query without words finds. It is the hit `number` (from 1) of `of` in its article.
    `address` is the span in what was received of a hit there: the ledger's key of the source,
    start and end.
    """

    hit: Hit
    text: str
    at: int
    number: int
    of: int
    address: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """All that a query finds, counted: hits, articles, and the hits by what is known of them.

    A hit in furniture or a section label (`aside`) counts for its newspaper and year alone.
    """

    hits: int
    articles: int
    facets: Facets
    aside: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """Where words are looked for, and whether what is `newest` comes first."""

    where: In = In.NOW
    newest: bool = False


AS_ALWAYS = Look()
"""In the text as it is, from the oldest date on."""


def find(
    library: Library, query: str, *, where: In = In.NOW, limit: int | None = 50, offset: int = 0
) -> Found:
    """Find hits from `offset` on, at most `limit`, and count them all."""
    asked = parse(query)
    finder = Finder(library, asked, where)
    hits: list[Hit] = []
    counted = 0
    end = None if limit is None else offset + limit
    with snapshot(library.connection):
        total = finder.total()
        for candidate in finder.candidates():
            if end is None or counted < end:
                match = finder.examine(candidate)
                spots = () if match is None else match.spots
                wanted = slice(max(0, offset - counted), None if end is None else end - counted)
                hits += [_hit(finder, match, spot) for spot in spots[wanted] if match]
                counted += len(spots)
            elif total is None:
                counted += finder.tally(candidate)
            else:
                break
    return Found(
        query, asked.literal, counted if total is None else total, tuple(hits), asked.reason
    )


def stream(library: Library, query: str, *, where: In = In.NOW) -> Generator[Hit]:
    """Give the hits one by one, without counting them; for the first page.

    Take what is wanted and close it: it reads one state of the library while it is open.
    """
    with snapshot(library.connection):
        yield from _hits(Finder(library, parse(query), where))


def count(library: Library, query: str, *, where: In = In.NOW) -> int:
    """Count the hits of a query."""
    finder = Finder(library, parse(query), where)
    with snapshot(library.connection):
        return finder.count()


def concordance(
    library: Library, query: str, *, span: slice, heed: Callable[[], None], look: Look = AS_ALWAYS
) -> tuple[Placed, ...]:
    """Give the hits of a span, in order, each with its paragraph; articles before it are counted.

    `heed` is called before each article that may hold the words, so that it can end the search.
    """
    finder = Finder(library, parse(query), look.where, newest=look.newest)
    made: list[Placed] = []
    seen = 0
    with snapshot(library.connection):
        for candidate in finder.candidates():
            heed()
            if seen >= span.stop:
                break
            if seen < span.start:
                count = finder.tally(candidate)
                if seen + count <= span.start:
                    seen += count
                    continue
            match = finder.examine(candidate)
            if match is not None:
                low, high = max(0, span.start - seen), span.stop - seen
                made += islice(_placed(finder, match), low, high)
                seen += len(match.spots)
    return tuple(made)


def total(library: Library, query: str, *, where: In = In.NOW) -> int | None:
    """Give the number of hits where the index knows it at once, else None."""
    finder = Finder(library, parse(query), where)
    with snapshot(library.connection):
        return finder.total()


def survey(
    library: Library,
    query: str | Query,
    *,
    heed: Callable[[], None],
    where: In = In.NOW,
    by_article: bool = False,
) -> Survey:
    """Count all hits of a query, the articles they stand in, and what these have in common.

    `query` may be read already. The facets count hits, or, `by_article`, each article once.
    `heed` is called before each article that may hold the words, so that it can end the search.
    """
    finder = Finder(library, parse(query) if isinstance(query, str) else query, where)
    weights: dict[str, int] = {}
    hits = 0
    aside: list[tuple[str | None, str | None, int]] = []
    with snapshot(library.connection):
        for candidate in finder.candidates():
            heed()
            count = finder.tally(candidate)
            facts = candidate[0]
            hits += count
            if facts.article is not None and count:
                weights[facts.article] = 1 if by_article else count
            elif count:
                aside.append((facts.title, facts.date, count))
        facets = facets_of(library, weights, heed)
    for title, date, count in aside:
        facets.titles[title] += count
        facets.years[date[:4] if date else None] += count
    beside = sum(count for _, _, count in aside)
    return Survey(hits, len(weights), facets, beside)


def first(library: Library, query: str) -> str | None:
    """Give the id of the first article that a query finds, None where it finds none."""
    finder = Finder(library, parse(query))
    with snapshot(library.connection), closing(finder.articles()) as articles:
        return next(articles, None)


def select(library: Library, query: str) -> list[str]:
    """Give the ids of the articles that a query finds, in the order of date, page, place."""
    finder = Finder(library, parse(query))
    with snapshot(library.connection):
        return list(finder.articles())


def understood(query: str) -> Query:
    """Read a query, to tell a person how it is understood before it is carried out."""
    return parse(query)


def _hits(finder: Finder) -> Iterator[Hit]:
    for match in finder.matches():
        for spot in match.spots:
            yield _hit(finder, match, spot)


def _placed(finder: Finder, match: Match) -> Iterator[Placed]:
    for number, spot in enumerate(match.spots, 1):
        hit = _hit(finder, match, spot)
        text, at, address = "", 0, None
        if spot.start < spot.end:
            text, at, _ = finder.spots.around(spot)
        if hit.received:
            address = finder.spots.address(spot)
        yield Placed(hit, text, at, number, len(match.spots), address)


def _hit(finder: Finder, match: Match, spot: Spot) -> Hit:
    facts = match.facts
    given = facts.article, facts.issue, facts.source, facts.title, facts.date, facts.page
    if spot.start == spot.end:
        return Hit(*given, 0, 0, "", "", "", None, None)
    text, start, end = finder.spots.around(spot)
    before, after = around(text, start, end)
    line, column = finder.spots.line(spot, facts.source_key) or (None, None)
    received = spot.block is None
    match_text = text[start:end]
    offset = finder.spots.streams.offset(spot.source) if received else 0
    span = spot.start + offset, spot.end + offset
    return Hit(*given, *span, before, match_text, after, line, column, received=received)
