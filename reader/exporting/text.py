"""Plain text: one block a line, an empty line between blocks, two between articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.exporting.whence import BETWEEN, whence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.store.corpus_read import CorpusArticle


def lines(section: str | None, blocks: Iterable[str]) -> str:
    """Give an article in the text form, its section first; no line end behind it."""
    return "\n\n".join([*([section] if section else []), *blocks])


def one(article: CorpusArticle, *, head: bool = False) -> bytes:
    """Give the file of one article; with `head`, a first line says where it comes from."""
    first = [BETWEEN.join(whence(article))] if head else []
    return ("\n\n".join([*first, _plain(article)]) + "\n").encode()


def whole(articles: Iterable[CorpusArticle], *, head: bool = False) -> Iterator[bytes]:
    """Give the file of all articles, one part an article; `head` is that of `one`."""
    between = b""
    for article in articles:
        yield between + one(article, head=head)
        between = b"\n\n"


def _plain(article: CorpusArticle) -> str:
    return lines(article.section, (b.text for b in article.blocks))
