"""The command that searches."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

from reader.cli.grammar import Verb, argument, choice, flag, number, option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.desk import Desk
    from reader.searching import Hit, In
    from reader.store import Library

PLACES = ("now", "source", "both")


def search(
    desk: Desk, *, query: tuple[str, ...], json: bool, limit: int | None, where_in: str
) -> None:
    """Find words; several arguments are one query, divided by spaces."""
    from reader import searching

    asked, where = " ".join(query), searching.In(where_in)
    with desk.reading() as library:
        desk.note_literal(asked)
        if json:
            found = searching.find(library, asked, where=where, limit=limit)
            titles = _titles(library, found.hits)
            hits = [_row(hit, titles, where) for hit in found.hits]
            desk.out.json({"query": asked, "total": found.total, "hits": hits})
            return
        with closing(searching.stream(library, asked, where=where)) as found_one_by_one:
            _print(desk, library, islice(found_one_by_one, limit))


def _print(desk: Desk, library: Library, hits: Iterable[Hit]) -> None:
    titles: dict[str | None, str] = {}
    for hit in hits:
        if hit.article not in titles:  # the hits of an article come together
            titles = _titles(library, [hit])
        title = titles.get(hit.article, hit.title)
        around = f"{hit.before}【{hit.match}】{hit.after}" if hit.match else ""
        place = ":".join(str(x) for x in (hit.source, hit.line, hit.column) if x is not None)
        desk.out.line(hit.article, hit.date, hit.page, title, place, around)


def _titles(library: Library, hits: Iterable[Hit]) -> dict[str | None, str]:
    """Give what stands for each article that was hit: its headline, else how it begins."""
    ids = dict.fromkeys(hit.article for hit in hits if hit.article is not None)
    return {row.id: row.title for row in library.articles.rows(library.articles.keys(ids))}


def _row(hit: Hit, titles: dict[str | None, str], where: In) -> dict[str, Any]:
    row = {
        "article": hit.article,
        "issue": hit.issue,
        "source": hit.source,
        "title": titles.get(hit.article, hit.title),
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
