"""Search: from what a person types to hits with their place in article, page and file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.store.found import Finder, Match, snapshot
from reader.text.query import In, parse
from reader.text.tokens import around

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from reader.store import Library
    from reader.store.spots import Spot
    from reader.text.query import Query

__all__ = ["Found", "Hit", "In", "Placed", "concordance", "count", "find", "select", "stream"]


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
    """

    hit: Hit
    text: str
    at: int
    number: int
    of: int


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
    library: Library, query: str, *, span: slice, heed: Callable[[], None]
) -> tuple[Placed, ...]:
    """Give the hits of a span, in order, each with its paragraph; articles before it are counted.

    `heed` is called before each article that may hold the words, so that it can end the search.
    """
    finder = Finder(library, parse(query))
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


def counted(library: Library, query: str, *, heed: Callable[[], None]) -> tuple[int, int | None]:
    """Count the hits and the articles they stand in, None where only the hits are known at once.

    `heed` is called before each article that may hold the words, so that it can end the search.
    """
    finder = Finder(library, parse(query))
    hits = articles = 0
    with snapshot(library.connection):
        known = finder.total()
        if known is not None:
            return known, None
        for candidate in finder.candidates():
            heed()
            count = finder.tally(candidate)
            hits += count
            articles += count > 0
    return hits, articles


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
        text, at = "", 0
        if spot.start < spot.end:
            text, at, _ = finder.spots.around(spot)
        yield Placed(hit, text, at, number, len(match.spots))


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
