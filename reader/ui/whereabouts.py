"""Where one is in the text, noted so that one can come back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import NotFoundError
from reader.ui.state import Place

if TYPE_CHECKING:
    from reader.ui.article.pane import ArticlePane


def here(pane: ArticlePane) -> Place | None:
    """Note article, block, place in it, and how far it is scrolled; None where nothing is shown."""
    if pane.article is None or not pane.edit.sheet.blocks:
        return None
    index, at = pane.edit.caret()
    block = pane.edit.sheet.blocks[index].id
    return Place(pane.article.id, block, at, pane.edit.verticalScrollBar().value())


def go_to(pane: ArticlePane, place: Place) -> bool:
    """Show an article at a place; tell whether it is still there."""
    try:
        pane.session.library.articles.key(place.article)
    except NotFoundError:
        return False
    if pane.article is None or pane.article.id != place.article:
        pane.open(place.article)
    index = pane.edit.sheet.index_of(place.block)
    if index is not None:
        at = min(place.at, len(pane.edit.sheet.blocks[index].text))
        pane.edit.set_caret(index, at)
        pane.edit.verticalScrollBar().setValue(place.scroll)
    return True
