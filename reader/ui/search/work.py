"""The work of a search, done off the window's thread: a batch of lines, and the count of all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reader.model import BODY_KINDS, ArticleRow, Status
from reader.text.query import AnyOf, Dated, In, InStatus, OfIssue, Tagged
from reader.ui.asked import is_range, value_of
from reader.ui.latest import Heed

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.searching import Placed, Survey
    from reader.store.library import Library
    from reader.text.query import Query
    from reader.ui.jobs import Report, Work

FIRST = 50
"""How many hits are looked for at first."""

MOST = 800
"""How many are looked for at once when there are many already."""


_GROUPS = ((OfIssue, "titles"), (Dated, "years"), (InStatus, "statuses"), (Tagged, "tags"))
"""The fields of a query by whose values the hits are counted."""


@dataclass(frozen=True, slots=True)
class Head:
    """The line over the hits of an article; `count` is how many these are.

    `aside` tells that they stand in no article but in what the page itself has; `row` is then
    made up of what is known of the page.
    """

    id: str
    row: ArticleRow
    count: int
    aside: bool = False


@dataclass(frozen=True, slots=True)
class HitLine:
    """A line of the concordance, and the article in which it stands."""

    id: str
    row: ArticleRow
    placed: Placed


Line = Head | HitLine


@dataclass(frozen=True, slots=True)
class Batch:
    """Lines, heads among them, and whether there are more hits behind them."""

    lines: tuple[Line, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a query, in which text, and whether the newest comes first."""

    query: str = ""
    where: In = In.NOW
    newest: bool = False


def batch_of(wanted: Wanted, first: int, limit: int) -> Work:
    """Make the work that finds `limit` hits from the hit `first` on; it gives a `Batch`."""
    return partial(_find, wanted, first, limit)


def total_of(wanted: Wanted) -> Work:
    """Make the work that gives the number of hits where it is known at once, else None."""
    return partial(_total, wanted)


def survey_of(wanted: Wanted) -> Work:
    """Make the work that counts all hits by what their articles have in common: a `Survey`."""
    return partial(_survey, wanted)


def _find(wanted: Wanted, first: int, limit: int, library: Library, report: Report) -> Batch:
    from reader import searching

    span = slice(first, first + limit + 1)
    placed = searching.concordance(
        library, wanted.query, span=span, heed=Heed(report),
        look=searching.Look(wanted.where, wanted.newest),
    )  # fmt: skip
    lines: list[Line] = []
    row: ArticleRow | None = None
    for found in placed[:limit]:
        own = _row_of(library, found, row)  # the hits of an article come together
        if found.number == 1:
            aside = found.hit.article is None
            lines.append(Head(f"{own.id}:head", own, found.of, aside))
        row = own
        lines.append(_line(library, own, found))
    return Batch(tuple(lines), len(placed) > limit)


def _row_of(library: Library, found: Placed, last: ArticleRow | None) -> ArticleRow:
    """Give the article of a hit; where it stands in none, what is known of its page."""
    hit = found.hit
    if hit.article is not None:
        if last is not None and last.id == hit.article:
            return last
        return next(library.articles.rows([library.articles.key(hit.article)]))
    page = f"{hit.issue}:{hit.page}:{hit.source}"
    facts = hit.issue, hit.title or "", False, hit.date, hit.page
    return ArticleRow(page, *facts, Status.NONTEXT, 0, 0)


def _line(library: Library, row: ArticleRow, found: Placed) -> HitLine:
    hit = found.hit
    if not hit.match:  # the article itself was asked for: show how its text begins
        blocks = library.articles.get(row.id).blocks
        body = next((b.text for b in blocks if b.kind in BODY_KINDS and b.text), "")
        found = replace(found, text=body)
    sign = "source:" if hit.received else ""
    return HitLine(f"{row.id}:{sign}{hit.start}:{hit.end}", row, found)


def _total(wanted: Wanted, library: Library, _report: Report) -> int | None:
    from reader import searching

    return searching.total(library, wanted.query, where=wanted.where)


def _survey(wanted: Wanted, library: Library, report: Report) -> Survey:
    """Count all, and beside a value that is asked for what could be asked for, too."""
    from reader import searching

    query = searching.understood(wanted.query)
    heed = Heed(report)
    found = searching.survey(library, query, heed=heed, where=wanted.where)
    for kind, group in _GROUPS:
        wider = query.without(kind)
        if wider != query:
            beside = searching.survey(library, wider, heed=heed, where=wanted.where)
            counts, others = getattr(found.facets, group), getattr(beside.facets, group)
            if kind is Tagged:  # an article has several: the counts are of those found already
                counts.update(dict.fromkeys(others.keys() - counts.keys(), 0))
            else:
                counts.update({value: n for value, n in others.items() if value not in counts})
    _count_what_holds_more(found, query, partial(_hits, library, heed, wanted))
    return found


def _count_what_holds_more(found: Survey, query: Query, hits: Callable[[Query], int]) -> None:
    """Count what is asked for and holds other values: a topic those under it, a month its days."""
    groups = dict(_GROUPS)
    for term in query.facets:
        choices = term.choices if isinstance(term, AnyOf) else (term,)
        if term.negated or type(choices[0]) not in groups:
            continue
        counts = getattr(found.facets, groups[type(choices[0])])
        for one in choices:
            if is_range(one):
                continue
            value = value_of(one)[1]
            terms = tuple(one if other is term else other for other in query.terms)
            if type(one) is Tagged or value not in counts:
                alone = replace(query, terms=terms)
                counts[value] = found.hits if len(choices) == 1 else hits(alone)


def _hits(library: Library, heed: Heed, wanted: Wanted, query: Query) -> int:
    from reader import searching

    return searching.survey(library, query, heed=heed, where=wanted.where).hits
