"""Reclaiming: lines that belong to the page, furniture and section labels, become text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.errors import NotFoundError
from reader.model import PAGE_KINDS, Kind
from reader.ui import kinds
from reader.ui.actions import key_of
from reader.ui.greyed import to_write
from reader.ui.names import isolated
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from reader.store.received import SourceLine
    from reader.ui.window import MainWindow


class Reclaiming(QObject):
    """Asks of which kind a block of the page is in truth, and of which article, and writes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._source = window.source
        self._source.asked.connect(self._on_asked)
        self._source.menu_wished.connect(self.context_menu)

    # --- from the source ------------------------------------------------------------------

    def make_text(self) -> None:
        """Ask what the current line of the source is, where it belongs to the page."""
        line = self._source.current
        if line is None or not line.of_page or not self._source.isVisible():
            self._window.status.tell(
                self.tr("Go first to a line of the source that belongs to no article (Ctrl+↑ ↓).")
            )
            return
        self._on_asked(line, self._source.place_of_current())

    def _on_asked(self, line: SourceLine, place: QPoint) -> None:
        if line.block is not None:
            self.offer(line.block, place)

    def context_menu(self, place: QPoint) -> None:
        """Show the context menu of the source at a place of the screen."""
        menu = QMenu(self._window)
        menu.setObjectName("sourceMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._source.edit.setFocus()  # what stands in it acts where the focus is
        for name in ("actionCopy", "actionSelectAll"):
            menu.addAction(self._window.actions_by_id[name])
        line = self._source.current
        if line is not None and line.of_page:
            menu.addSeparator()
            menu.addAction(self._window.actions_by_id["actionMakeText"])
        menu.popup(place)

    # --- for every pane -------------------------------------------------------------------

    def offer(self, block: str, place: QPoint) -> None:
        """Offer, at a place of the screen, to make text of a block of the page.

        It becomes text of the article in view, if that is of the issue; where another stands
        nearer to it on the page, of that one too. A page with no article gets one for it.
        """
        articles = self._session.library.articles
        shown = self._window.article.article
        try:
            near = articles.nearest(block)
            same = shown is not None and shown.issue == articles.issue_of(block)
            here = shown.id if shown is not None and same else near
            now = articles.block(block).kind
            into_here, into_near = self._into(here), self._into(near)
        except NotFoundError:  # another program took one away, and that is not told yet
            return
        menu = QMenu(self._window)
        menu.setObjectName("textMenu")
        menu.setAccessibleName(self.tr("Make it text"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(into_here).setEnabled(False)
        self._fill(menu, block, now, None if here == near else here)
        if near != here:
            menu.addSeparator()
            other = menu.addMenu(into_near)
            other.setObjectName("nearMenu")
            self._fill(other, block, now, None)
        menu.popup(place)

    def _fill(self, menu: QMenu, block: str, now: Kind, to: str | None) -> None:
        kinds.fill(menu, self._window.words, now, to_write(self._session))

        def chosen(action: QAction) -> None:
            if action.parent() is menu and action.data() is not None:
                self.make(block, Kind(action.data()), to)

        menu.triggered.connect(chosen)

    def _into(self, article: str | None) -> str:
        if article is None:
            return self.tr("Text of a new article")
        return self.tr('Text of "{title}"').format(title=self._title(article))

    def _title(self, article: str) -> str:
        """Give what stands for an article; raise `NotFoundError` where it was withdrawn."""
        row = self._session.library.articles.get(article).row
        return "" if row is None else isolated(row.title)

    def make(self, block: str, kind: Kind, to: str | None) -> None:
        """Say that a block of the page is of a kind, as text in the article `to`; one wish.

        By itself (None) it goes where it stands in print: a headline may begin an article there.
        """
        articles = self._session.library.articles
        changes = self._session.write(articles.kind, block, kind, to=to, initiator=self)
        if changes is None or changes.wish is None:
            return
        if kind in PAGE_KINDS:
            said = self.tr("The line is on the page as: {kind}.")
            self._say(said.format(kind=self._window.words.kind_in_full(kind)))
            return
        owner = articles.owner(block)
        if owner is None:
            return
        try:
            title = self._title(owner)
        except NotFoundError:  # its issue was withdrawn; the line is text in it all the same
            return
        self._window.seeking.leave()
        self._window.proofing.structure.follow(block, 0, owner)
        said = self.tr('The line is text of "{title}" now.')
        if owner in changes.made:
            said = self.tr('The line begins a new article, "{title}": what follows is its text.')
        self._say(said.format(title=title))

    def _say(self, sentence: str) -> None:
        undo = self.tr("{key} undoes it.").format(key=key_of("actionUndo"))
        self._window.status.tell(sentences((sentence, undo)))
