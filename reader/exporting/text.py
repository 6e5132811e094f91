"""Plain text: one block a line, an empty line between blocks, two between articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.store.corpus_read import CorpusArticle


def lines(section: str | None, blocks: Iterable[str]) -> str:
    """Give an article in the text form, its section first; no line end behind it."""
    return "\n\n".join([*([section] if section else []), *blocks])


def one(article: CorpusArticle) -> bytes:
    """Give the file of one article."""
    return (lines(article.section, (b.text for b in article.blocks)) + "\n").encode()


def whole(articles: Iterable[CorpusArticle]) -> Iterator[bytes]:
    """Give the file of all articles, one part an article."""
    between = b""
    for article in articles:
        yield between + one(article)
        between = b"\n\n"
