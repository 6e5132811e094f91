"""Noting on what is shown: corrections, and what was printed elsewhere, as the library has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.article.moved import moved_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article
    from reader.store.articles import Articles
    from reader.ui.article.sheet import Shown


def note_amended(articles: Articles, article: Article, blocks: Sequence[Shown]) -> None:
    """Note the corrections in the blocks that have any."""
    made = articles.amendments_of(article.id)
    for shown in blocks:
        shown.amended = tuple(made.get(shown.id, ()))


def note_moved(articles: Articles, article: Article, blocks: Sequence[Shown]) -> None:
    """Note what was printed elsewhere, and at which line."""
    seams = [b.seams for b in blocks]
    found = moved_in(article.blocks, seams)
    if any(found):  # only then the journal is asked who did it
        by_hand = articles.moved_by_hand({b.id for b in blocks})
        found = moved_in(article.blocks, seams, by_hand)
    for b, moved in zip(blocks, found, strict=True):
        b.moved = tuple(m._replace(line=articles.line_number(m.source, m.at)) for m in moved)
