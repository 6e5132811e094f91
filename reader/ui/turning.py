"""Turning: undo and redo, and the way to the place that they changed where it is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import JiaokanError, NotFoundError
from reader.ui.actions import key_of
from reader.ui.article.turned import looks_in, looks_of, turned
from reader.ui.words import is_big

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.model import Changes
    from reader.store.journal import Wish
    from reader.store.weighing import Weight
    from reader.ui.article.turned import Look
    from reader.ui.window import MainWindow


_PRESENCE = ("withdraw", "bring back")
"""What takes issues out of the library, or back into it, with all their articles."""


class Turning(QObject):
    """Takes steps of the journal, and shows what they did."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._article = window.article

    def undo(self) -> None:
        """Take the last wish back, and show where; tell of it where that is much."""
        if self._article.typing.flush():
            steps = self._session.steps
            said = self.tr("Undone: {step}. {key} brings it back.")
            told = said, key_of("actionRedo")
            self._turn(steps.undo, steps.undo_weight, self._session.undo, told)

    def redo(self) -> None:
        """Do the wish again that was taken back, and show where; tell of it where that is much."""
        if self._article.typing.flush():
            steps = self._session.steps
            said = self.tr("Done again: {step}. {key} takes it back.")
            told = said, key_of("actionUndo")
            self._turn(steps.redo, steps.redo_weight, self._session.redo, told)

    def _turn(
        self,
        wish: Wish | None,
        weight: Weight | None,
        step: Callable[[], Changes | None],
        told: tuple[str, str],
    ) -> None:
        if wish is None:
            return
        library = self._session.library
        reached = self._there(library.journal.articles_of(wish.id))
        before = None if reached is None else self._looks(reached)
        changes = step()
        if not self._show_what_came(wish, changes):
            self.show_changes(changes)
        now = self._article.article
        if changes is not None and before is not None and now is not None and now.id == reached:
            self._show_place(before)
        if changes is not None and changes.wish == wish.id and is_big(weight):
            said, key = told
            words = self._window.words.step(wish, weight)
            self._window.status.tell(said.format(step=words, key=key))

    def _show_what_came(self, wish: Wish, changes: Changes | None) -> bool:
        """Go to the issue that a step brought back, where it did; tell whether it did."""
        if changes is None or wish.verb not in _PRESENCE:
            return False
        came = [row for row in self._session.library.issues.rows() if row.id in changes.issues]
        if not came:
            return False
        self._window.seeking.turn_away()
        self._window.issues.revealing.go_to(came[0].id)
        return True

    def _there(self, articles: Iterable[str]) -> str | None:
        """Give the article in view where it is among some, else the first that is there.

        Another program may have withdrawn any of them, which is not told yet.
        """
        shown = self._article.article
        for article in sorted(articles, key=lambda found: shown is None or found != shown.id):
            try:
                self._session.library.articles.key(article)
            except NotFoundError:
                continue
            return article
        return None

    def _looks(self, article: str) -> tuple[Look, ...]:
        articles = self._session.library.articles
        return looks_in(articles.get(article).blocks, articles.seams_of(article))

    def _show_place(self, before: tuple[Look, ...]) -> None:
        """Go where the article differs from before; what is in sight already needs no going."""
        edit = self._article.edit
        place = turned(before, looks_of(edit.sheet.blocks))
        if place is None:
            return
        if self._window.seeking.open:
            self._window.seeking.turn_away()
        if not edit.shows(*place):
            edit.set_caret(*place)
            edit.centre_caret()

    def show_changes(self, changes: Changes | None) -> None:
        """Open an article that a step changed, when the one that is shown is not among them."""
        if changes is None or not changes.articles:
            return
        shown = self._article.article
        if shown is not None and shown.id in changes.articles:
            return
        for article in sorted(changes.articles):
            try:
                self._session.library.articles.key(article)
            except JiaokanError:
                continue
            self._window.seeking.turn_away()
            self._article.open(article)
            return
