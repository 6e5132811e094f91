"""Commands that list and show: issues, articles, one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli.grammar import Verb, argument, choice, flag, number, option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.cli.desk import Desk
    from reader.model import ArticleRow
    from reader.store import Library

SHOWN = ("text", "json", "source", "diff")


def issues(desk: Desk, *, guide: bool, json: bool) -> None:
    """List the issues; the status is the least advanced of the issue's articles."""
    from reader.store.stats import statuses_by_issue

    if guide:
        _guide(desk, json=json)
        return
    with desk.reading() as library:
        statuses = statuses_by_issue(library)
        for row in library.issues.rows():
            counted: dict[str, int] = dict(statuses.get(row.id, {}))
            least = next(iter(counted), None)
            if json:
                desk.out.json(
                    {
                        "id": row.id,
                        "date": row.date,
                        "date_sure": row.date_sure,
                        "title": row.title,
                        "number": row.number,
                        "pages": row.pages,
                        "status": least,
                        "statuses": counted,
                        "articles": row.articles,
                        "doubts": row.doubts,
                        "characters": row.characters,
                        "sample": row.sample,
                    }
                )
                continue
            pages = ",".join(str(number) for number in row.pages if number is not None)
            desk.out.line(row.id, row.date, row.title, pages, least, row.doubts, row.characters)


def _guide(desk: Desk, *, json: bool) -> None:
    """List what the pages of each issue say stands on others, with what was found of it."""
    with desk.reading() as library:
        for row in library.issues.rows():
            for promise in library.issues.guides.of_issue(row.id):
                found, at = promise.found, promise.at
                facts = {
                    "issue": row.id,
                    "page": at.page,
                    "line": at.line,
                    "text": at.text,
                    "names": promise.named,
                    "standing": found.where,
                    "stands": found.page,
                    "article": found.article,
                    "title": promise.headline or None,
                    "of": promise.of,
                }
                if json:
                    desk.out.json(facts)
                else:
                    desk.out.line(*facts.values())


def articles(desk: Desk, *, where: str | None, json: bool) -> None:
    """List the articles, all or those that a query finds."""
    with desk.reading() as library:
        for row in _rows(desk, library, where):
            if json:
                desk.out.json(
                    {
                        "id": row.id,
                        "issue": row.issue,
                        "date": row.date,
                        "title": row.title,
                        "untitled": row.untitled,
                        "page": row.page,
                        "status": row.status,
                        "doubts": row.doubts,
                        "characters": row.characters,
                        "tags": row.tags,
                    }
                )
            else:
                desk.out.line(
                    row.id,
                    row.date,
                    row.title,
                    row.page,
                    row.status,
                    row.doubts,
                    row.characters,
                )


def _rows(desk: Desk, library: Library, where: str | None) -> Iterable[ArticleRow]:
    if where is None:
        return library.articles.rows()
    return library.articles.rows(library.articles.keys(desk.found(library, where)))


def doubts(desk: Desk, *, issue: str, limit: int | None, json: bool) -> None:
    """List the doubts of an issue, those first that are most likely wrong."""
    with desk.reading() as library:
        for place in library.issues.doubts(issue)[:limit]:
            if json:
                desk.out.json(
                    {
                        "article": place.article,
                        "line": place.line,
                        "reads": place.reads,
                        "confidence": place.confidence,
                        "before": place.before,
                        "after": place.after,
                    }
                )
                continue
            around = f"{place.before}|{place.after}".replace("\n", " ")
            desk.out.line(place.article, place.line, place.reads, place.confidence, around)


def show(desk: Desk, *, article: str, form: str) -> None:
    """Show one article."""
    from reader.exporting import show as shown

    with desk.reading() as library:
        if form == "json":
            desk.out.json(shown.form(library, article))
        elif form == "source":
            desk.out.text(shown.source(library, article))
        elif form == "diff":
            desk.out.text(shown.diff(library, article))
        else:
            desk.out.text(shown.text(library.articles.get(article)))


COMMANDS = {
    "issues": Verb("issues", issues, [flag("--guide"), flag("--json")]),
    "articles": Verb("articles", articles, [option("--where"), flag("--json")]),
    "doubts": Verb(
        "doubts", doubts, [argument("ISSUE"), option("--limit", number(1)), flag("--json")]
    ),
    "show": Verb(
        "show", show, [argument("ARTICLE"), option("--format", choice(SHOWN), default="text")]
    ),
}
