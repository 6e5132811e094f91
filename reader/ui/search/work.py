"""The work of a search, done off the window's thread: a batch of lines, and the count of all."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reader.model import BODY_KINDS

if TYPE_CHECKING:
    from reader.model import ArticleRow
    from reader.searching import Placed
    from reader.store.library import Library
    from reader.ui.jobs import Report, Work

FIRST = 50
"""How many hits are looked for at first."""

MOST = 800
"""How many are looked for at once when there are many already."""

_BEAT = 0.05


@dataclass(frozen=True, slots=True)
class Head:
    """The line over the hits of an article; `count` is how many these are."""

    id: str
    row: ArticleRow
    count: int


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
class Total:
    """How many hits there are, and in how many articles where that is known."""

    hits: int
    articles: int | None


class _Heed:
    """Asks now and then whether the search is still wanted: twenty times a second at most."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._last = 0.0

    def __call__(self) -> None:
        now = time.monotonic()
        if now - self._last >= _BEAT:
            self._last = now
            self._report(0, 0, "")


def batch_of(query: str, first: int, limit: int) -> Work:
    """Make the work that finds `limit` hits from the hit `first` on; it gives a `Batch`."""
    return partial(_find, query, first, limit)


def total_of(query: str) -> Work:
    """Make the work that counts all hits; it gives a `Total`."""
    return partial(_count, query)


def _find(query: str, first: int, limit: int, library: Library, report: Report) -> Batch:
    from reader import searching

    span = slice(first, first + limit + 1)
    placed = searching.concordance(library, query, span=span, heed=_Heed(report))
    lines: list[Line] = []
    row: ArticleRow | None = None
    for found in placed[:limit]:
        article = found.hit.article
        assert article is not None  # only in what was received is there a hit without
        if row is None or row.id != article:  # the hits of an article come together
            row = next(library.articles.rows([library.articles.key(article)]))
            if found.number == 1:
                lines.append(Head(f"{article}:head", row, found.of))
        lines.append(_line(library, row, found))
    return Batch(tuple(lines), len(placed) > limit)


def _line(library: Library, row: ArticleRow, found: Placed) -> HitLine:
    hit = found.hit
    if not hit.match:  # the article itself was asked for: show how its text begins
        blocks = library.articles.get(row.id).blocks
        body = next((b.text for b in blocks if b.kind in BODY_KINDS and b.text), "")
        found = replace(found, text=body)
    return HitLine(f"{row.id}:{hit.start}:{hit.end}", row, found)


def _count(query: str, library: Library, report: Report) -> Total:
    from reader import searching

    return Total(*searching.counted(library, query, heed=_Heed(report)))
