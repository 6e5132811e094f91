"""The command that searches."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.cli.grammar import Verb, argument, choice, flag, number, option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.cli.desk import Desk
    from reader.searching import Hit, In
    from reader.store import Library

PLACES = ("now", "source", "both")


def search(
    desk: Desk, *, query: tuple[str, ...], json: bool, limit: int | None, where_in: str
) -> None:
    """Find words; several arguments are one query, divided by spaces."""
    from reader import searching
    from reader.store.moments import snapshot

    asked, where = " ".join(query), searching.In(where_in)
    with desk.reading() as library, snapshot(library.connection):
        desk.note_literal(asked)
        total = searching.count(library, asked, where=where) if json else 0
        with closing(searching.stream(library, asked, where=where)) as hits:
            told = _told(library, islice(hits, limit))
            if json:
                rows = (_row(hit, title, where) for hit, title in told)
                desk.out.json_with({"query": asked, "total": total}, "hits", rows)
            else:
                for hit, title in told:
                    _print(desk, hit, title)


def _told(library: Library, hits: Iterable[Hit]) -> Iterator[tuple[Hit, str | None]]:
    """Give each hit with what stands for its article: the headline, else how it begins."""
    here: str | None = None
    title: str | None = None
    for hit in hits:
        if hit.article is None:
            yield hit, hit.title
            continue
        if hit.article != here:  # the hits of an article come together
            here = hit.article
            title = next(library.articles.rows([library.articles.key(here)])).title
        yield hit, title


def _print(desk: Desk, hit: Hit, title: str | None) -> None:
    around = f"{hit.before}【{hit.match}】{hit.after}" if hit.match else ""
    place = ":".join(str(x) for x in (hit.source, hit.line, hit.column) if x is not None)
    desk.out.line(hit.article, hit.date, hit.page, title, place, around)


def _row(hit: Hit, title: str | None, where: In) -> dict[str, Any]:
    row = {
        "article": hit.article,
        "issue": hit.issue,
        "source": hit.source,
        "title": title,
        "date": hit.date,
        "page": hit.page,
        "start": hit.start,
        "end": hit.end,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
        "line": hit.line,
        "column": hit.column,
    }
    if where == "both":  # else the same words in text and source could not be told apart
        row["in"] = "source" if hit.received else "now"
    return row


COMMANDS = {
    "search": Verb(
        "search",
        search,
        [
            argument("QUERY…", many=True),
            flag("--json"),
            option("--limit", number(0)),
            option("--in", choice(PLACES), default="now"),
        ],
    ),
}
