"""Search: from what a person types to hits with their place in article, page and file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.found import articles_of
from reader.text.query import parse

if TYPE_CHECKING:
    from reader.store import Library


def select(library: Library, query: str) -> list[str]:
    """Give the ids of the articles that a query finds, in the order of date, page, place."""
    return articles_of(library, parse(query))
