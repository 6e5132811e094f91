"""Deciding between two texts of a paragraph: which stands, and which stays in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import NotFoundError
from reader.ui.article.overtaken import differences
from reader.ui.article.twotexts import TwoTexts
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.ui.article.overtaken import Overtaken
    from reader.ui.article.pane import ArticlePane
    from reader.ui.theme import Theme


_LONG = 24
"""How many characters of a headline are named."""


class Deciding(QObject):
    """Asks, one after the other, about paragraphs that were changed elsewhere while one typed."""

    def __init__(self, pane: ArticlePane, colours: Theme) -> None:
        super().__init__(pane)
        self._pane = pane
        self._waiting: list[Overtaken] = []
        self.bar = TwoTexts(colours)
        self.bar.mine_wished.connect(self.keep_mine)
        self.bar.theirs_wished.connect(self.keep_theirs)
        self.bar.left.connect(pane.edit.setFocus)
        pane.typing.overtaken.connect(self._on_overtaken)
        pane.session.closing.connect(self._forget)

    @property
    def unkept(self) -> bool:
        """Tell whether a text waits here that is in no journal."""
        return any(not both.kept for both in self._waiting)

    def _on_overtaken(self, both: Overtaken) -> None:
        self._waiting.append(both)
        self._pane.refresh()
        self._show()
        self._pane.told.emit(
            self.tr("This paragraph was changed elsewhere. Both texts are shown above.")
        )

    def _show(self) -> None:
        if not self._waiting:
            held = self.bar.isAncestorOf(self.bar.window().focusWidget() or self._pane)
            self.bar.hide()
            if held:
                self._pane.edit.setFocus()
            return
        both = self._waiting[0]
        self.bar.show_both(both, self._where(both), len(self._waiting) - 1)

    def _where(self, both: Overtaken) -> str:
        articles = self._pane.session.library.articles
        try:
            row = next(articles.rows([articles.key(both.article)]))
        except (NotFoundError, StopIteration):
            return self.tr("In an article that is gone")
        title = row.title if len(row.title) <= _LONG else row.title[: _LONG - 1] + "…"
        return self.tr('"{title}"').format(title=isolated(title))

    def _forget(self) -> None:
        self._waiting.clear()
        self.bar.hide()

    def _first(self) -> Overtaken | None:
        """Give what is asked about; none where a press of a button comes after all was decided."""
        return self._waiting[0] if self._waiting else None

    # --- verdicts -------------------------------------------------------------------------

    def keep_mine(self) -> None:
        """Let what was typed here stand; one step, which undo takes back."""
        both = self._first()
        if both is None or both.block is None or not self._put(both, both.mine):
            return
        self._done(self.tr("Your text stands. Undo brings the other back."))
        self._go_to(both)

    def keep_theirs(self) -> None:
        """Let what was written elsewhere stand; what was typed here stays in the journal."""
        both = self._first()
        if both is None:
            return
        if both.kept and self._reads(both) == both.mine and not self._put(both, both.theirs):
            return
        self._done(
            self.tr("The other text stands. Yours is in the journal.") if both.kept
            else self.tr("The other text stands.")
        )  # fmt: skip

    def _done(self, said: str) -> None:
        self._waiting.pop(0)
        self._show()
        self._pane.told.emit(said)

    def _put(self, both: Overtaken, text: str) -> bool:
        """Let a block read so; tell whether it does."""
        pane = self._pane
        if not pane.typing.flush():
            return False
        now = self._reads(both)
        if now is None:
            pane.told.emit(self.tr("The paragraph is not there any more."))
            return False
        edits = differences(now, text)
        articles = pane.session.library.articles
        return not edits or (
            pane.session.write(
                articles.edit_all, both.block, edits, initiator=self, begins=True, base=now
            )
            is not None
        )

    def _reads(self, both: Overtaken) -> str | None:
        assert both.block is not None
        try:
            return self._pane.session.library.articles.block(both.block).text
        except NotFoundError:
            return None

    def _go_to(self, both: Overtaken) -> None:
        """Show the paragraph of which was decided."""
        pane = self._pane
        if pane.article is None or pane.article.id != both.article:
            pane.open(both.article)
        index = pane.edit.sheet.index_of(both.block or "")
        if index is None:
            return
        spans = differences(both.theirs, both.mine)
        at = spans[0][0] + len(spans[0][2]) if spans else 0
        pane.edit.set_caret(index, min(at, len(pane.edit.sheet.blocks[index].text)))
        pane.edit.centre_caret()
        pane.edit.setFocus()
