"""Chronicle: the journal panel in the window, and what a step in it does to the other panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import NotFoundError

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class Chronicle(QObject):
    """Shows the journal where the topics were, and opens the article of a wish."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pane = window.journal
        self._pane.opened.connect(self._open_article_of)
        self._pane.went.connect(window.wishes.turning.show_changes)
        self._pane.told.connect(window.status.tell)
        self._pane.failed.connect(window.telling.failure)
        window.article.shown.connect(self._pane.show_article)

    def toggle_journal(self) -> None:
        """Open the journal, or close it; the focus goes where the eye is."""
        self._window.focus.leave()
        shown = not self._window.columns.journal_shown
        held = self._pane.isAncestorOf(self._window.focusWidget() or self._window)
        self._window.columns.show_journal(shown=shown)
        self._window.actions_by_id["actionJournal"].setChecked(shown)
        if shown:
            self._pane.list.setFocus()
        elif held:
            results = self._window.seeking.open
            (self._window.search.list if results else self._window.article.edit).setFocus()

    def _open_article_of(self, wish: str) -> None:
        """Open the first article that a wish reached and that is still there."""
        library = self._window.session.library
        for article in library.journal.articles_of(wish):
            try:
                library.articles.key(article)
            except NotFoundError:
                continue
            self._window.seeking.turn_away()
            self._window.article.open(article)
            self._window.article.edit.setFocus()
            return
        self._window.status.tell(self.tr("No article of this step is in the library now."))
