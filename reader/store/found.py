"""Find articles and places in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.select import PLACE, condition

if TYPE_CHECKING:
    from reader.store import Library
    from reader.text.query import Query


def articles_of(library: Library, query: Query) -> list[str]:
    """Give the ids of the articles that a query finds, in order."""
    sql, values = condition(query.facets)
    rows = library.connection.execute(
        "SELECT a.key, a.id FROM article a JOIN page p ON p.key = a.page"
        f" JOIN issue i ON i.key = p.issue WHERE {sql} ORDER BY {PLACE}",
        values,
    ).fetchall()
    found = []
    for key, article in rows:
        texts = [
            text.replace("\n", "")
            for (text,) in library.connection.execute(
                "SELECT r.text FROM block b JOIN reading r ON r.block = b.key WHERE b.article = ?",
                (key,),
            )
        ]
        if all(any(word in text for text in texts) for word in query.words) and not any(
            word in text for word in query.unwanted for text in texts
        ):
            found.append(article)
    return found
