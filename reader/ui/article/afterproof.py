"""After the proof: the first change of a text that was proofread is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.ui.article.pane import ArticlePane


class AfterProof(QObject):
    """Watches the article that is shown; what the head says from then on, it tells once."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._known = ""
        self._reworded = False
        pane.shown.connect(self._look)
        pane.typing.written.connect(self._look)

    def _look(self) -> None:
        article = self._pane.article
        if article is None or article.row is None:
            return
        before = self._reworded or article.id != self._known
        self._known, self._reworded = article.id, article.row.reworded
        if self._reworded and not before:
            self._pane.told.emit(self._pane.words.after_proof(article.status))
