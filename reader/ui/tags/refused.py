"""Refused suggestions: kept among the settings of this person, by library and article.

What a suggestion says of an article is derived and can be made anew; that somebody does not want
to see it again is about their screen, not about the corpus, and so does not go into the library.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader import places

if TYPE_CHECKING:
    from pathlib import Path

Kept = dict[str, dict[str, list[str]]]


def _file() -> Path:
    return places.config_folder() / "refused.json"


def _load() -> Kept:
    try:
        stored = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}


def of(library: str, article: str) -> list[str]:
    """Give the topics that were refused for an article, the first first."""
    kept = _load().get(library)
    names = kept.get(article) if isinstance(kept, dict) else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def put(library: str, article: str, names: list[str]) -> None:
    """Keep which topics are refused for an article; raise `OSError` where it cannot be written.

    Written beside and renamed, so that the file is never half written.
    """
    stored = _load()
    articles = stored.get(library)
    mine = dict(articles) if isinstance(articles, dict) else {}
    mine[article] = names
    if not names:
        del mine[article]
    folder = places.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / ".refused.json.tmp"
    beside.write_text(json.dumps({**stored, library: mine}, ensure_ascii=False, indent=1), "utf-8")
    beside.replace(_file())
