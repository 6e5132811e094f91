"""Refusals that versions before schema 6 kept among the settings: read once, into the library."""

from __future__ import annotations

from contextlib import suppress

from reader import settings

_NAME = "refused"


def kept(library: str) -> dict[str, list[str]]:
    """Give what was refused in a library, by article; a file that is not ours says nothing."""
    articles = settings.read_kept(_NAME).get(library)
    if not isinstance(articles, dict):
        return {}
    return {
        article: [name for name in names if isinstance(name, str)]
        for article, names in articles.items()
        if isinstance(names, list)
    }


def drop(library: str) -> None:
    """Forget what is in the library now; where it cannot be written, it is read once more."""
    stored = settings.read_kept(_NAME)
    with suppress(OSError):
        settings.keep(_NAME, {name: kept for name, kept in stored.items() if name != library})
