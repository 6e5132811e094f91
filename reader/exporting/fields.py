"""What all formats say of an article: its headings by kind, its body, what a person supplied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.model import BODY_KINDS, HEAD_KINDS, Kind

if TYPE_CHECKING:
    from reader.store.corpus_read import CorpusArticle, CorpusBlock


def heading(article: CorpusArticle, kind: Kind) -> str | None:
    """Give the text of the headings of a kind, with a space between; None when there is none."""
    return " ".join(block.text for block in article.blocks if block.kind is kind) or None


def headings(article: CorpusArticle) -> dict[str, str | None]:
    """Give kicker, title, subtitle and byline."""
    return {kind.value: heading(article, kind) for kind in HEAD_KINDS}


def body(article: CorpusArticle) -> list[CorpusBlock]:
    """Give the blocks of the body."""
    return [block for block in article.blocks if block.kind in BODY_KINDS]


def body_rows(article: CorpusArticle) -> list[dict[str, Any]]:
    """Give the body as the page form writes it."""
    return [{"kind": b.kind.value, "text": b.text, "lines": b.lines} for b in body(article)]


def supplied(article: CorpusArticle) -> list[str]:
    """Name the kinds of headings that a person supplied, each once."""
    kinds = {block.kind for block in article.blocks if block.supplied}
    return [kind.value for kind in HEAD_KINDS if kind in kinds]
