"""Offering suggestions: what is asked for, taken, refused and shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import NotFoundError
from reader.ui.names import isolated
from reader.ui.tags import refused
from reader.ui.tags.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Changes
    from reader.store.suggest import Suggestion
    from reader.ui.session import Session
    from reader.ui.tags.pane import TagSidebar

_OFTEN = 2
"""How often a word must occur to be suggested as a new topic: once says nothing."""


def _says_much(suggestion: Suggestion) -> bool:
    """Tell whether a word of the article may be a new topic: it comes often, and is no number."""
    return suggestion.words[0][1] >= _OFTEN and any(map(str.isalpha, suggestion.name))


class Offering(QObject):
    """Shows the suggestions of the article in view; `offered` tells how many there are."""

    offered = Signal(int)

    def __init__(self, session: Session, pane: TagSidebar) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._article: Article | None = None
        self._found: Sequence[Suggestion] = ()
        self.asking = Asking(session, self)
        self.asking.found.connect(self._on_found)
        self.asking.failed.connect(self._on_failed)
        pane.suggestions.taken.connect(self.take)
        pane.suggestions.refused.connect(self.refuse)
        pane.suggestions.again_wished.connect(self.forgive)
        session.opened.connect(self._take_kept)
        session.changed.connect(self._on_changed)
        session.reloaded.connect(self._show)
        pane.signed.connect(self._show)

    def show_article(self, article: Article | None) -> None:
        """Ask for another article; what was found for this one stays while it is shown."""
        same = article is not None and self._article is not None and article.id == self._article.id
        self._article = article
        if not same:
            self._found = ()
            if article is None:
                self.asking.stop()
                self._say(self.tr("Topics that may fit stand here when an article is open."))
            else:
                self._say(self.tr("Looking for topics that may fit…"))
                self.asking.ask(article.id)
        self._show()

    def _say(self, sentence: str) -> None:
        self._pane.suggestions.say(sentence)

    def _on_found(self, article: str, found: Sequence[Suggestion]) -> None:
        if self._article is None or article != self._article.id:
            return
        self._found = found
        self._say(self.tr("No topic suggests itself for this article."))
        self._show()

    def _on_failed(self, article: str) -> None:
        if self._article is not None and article == self._article.id:
            self._say(self.tr("No suggestions could be made. All else works as always."))

    def _refused(self) -> tuple[str, ...]:
        if self._article is None or not self._session.is_open:
            return ()
        try:
            return self._session.library.tags.refused(self._article.id)
        except NotFoundError:  # withdrawn; the article pane empties itself
            return ()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._article is not None and self._article.id in changes.articles:
            self._show()

    def _take_kept(self) -> None:
        """Take into the library what an earlier version kept among the settings."""
        if not self._session.writable:
            return
        library = self._session.library
        kept = refused.kept(library.id)
        if kept and self._session.write(library.tags.take_refusals, kept, initiator=self):
            refused.drop(library.id)

    def _show(self) -> None:
        no = self._refused()
        has = {*no, *(self._article.tags if self._article else ())}
        there = self._pane.names  # one that was found may have been deleted since
        wanted = [
            s for s in self._found
            if s.words and s.name not in has and (s.name in there if s.known else _says_much(s))
        ]  # fmt: skip
        self._pane.suggestions.show_these(wanted, refused=len(no), writable=self._session.writable)
        self.offered.emit(len(wanted))

    # --- wishes ---------------------------------------------------------------------------

    def take_first(self) -> None:
        """Take the first suggestion."""
        first = self._pane.suggestions.first
        if first is not None:
            self.take(first.name)

    def refuse_first(self) -> None:
        """Refuse the first suggestion."""
        first = self._pane.suggestions.first
        if first is not None:
            self.refuse(first.name)

    def take(self, name: str) -> None:
        """Give the article a suggested topic."""
        self._pane.add(name)

    def refuse(self, name: str) -> None:
        """Never suggest a topic for this article again, unless that is asked for."""
        if self._article is None:
            return
        tags = self._session.library.tags
        if self._session.write(tags.refuse, name, self._article.id, initiator=self) is not None:
            said = self.tr("Not suggested here any more: {name}. Undo brings it back.")
            self._pane.told.emit(said.format(name=isolated(name)))

    def forgive(self) -> None:
        """Show again what was refused for this article."""
        if self._article is not None:
            tags = self._session.library.tags
            self._session.write(tags.forgive, self._article.id, initiator=self)
