"""Refused suggestions: kept among the settings of this person, by library and article.

What a suggestion says of an article is derived and can be made anew; that somebody does not want
to see it again is about their screen, not about the corpus, and so does not go into the library.
"""

from __future__ import annotations

from reader import settings

_NAME = "refused"


def of(library: str, article: str) -> list[str]:
    """Give the topics that were refused for an article, the first first."""
    kept = settings.read_kept(_NAME).get(library)
    names = kept.get(article) if isinstance(kept, dict) else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def put(library: str, article: str, names: list[str]) -> None:
    """Keep which topics are refused for an article; raise `OSError` where it cannot be written."""
    stored = settings.read_kept(_NAME)
    articles = stored.get(library)
    mine = dict(articles) if isinstance(articles, dict) else {}
    mine[article] = names
    if not names:
        del mine[article]
    settings.keep(_NAME, stored | {library: mine})
