"""Asides: from a line of furniture to its place in the source, and into the text it belongs to.

From an entry of a 导读 box they lead to the article that it names, else to the entry itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.store.asides import Aside
    from reader.store.guides import Promise
    from reader.ui.window import MainWindow


class Asides(QObject):
    """Shows furniture in the source, and lets it become text as a line of the source does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        furniture = window.issues.furniture
        furniture.chosen.connect(self._show)
        furniture.opened.connect(self._go_on)
        furniture.kind_wished.connect(self._offer)
        guide = window.issues.guide
        guide.chosen.connect(self._follow)
        guide.opened.connect(self._go_on_with)

    def _show(self, aside: Aside) -> None:
        """Show a line in the source beside an article of its page; the focus stays in the list."""
        self._lead(aside)
        self._window.issues.furniture.list.setFocus()

    def _lead(self, aside: Aside) -> None:
        window = self._window
        if not aside.line or aside.article is None:
            window.status.tell(self.tr("On this page stands no article to show it beside."))
            return
        if window.seeking.open:
            window.seeking.leave()
        if not window.beside.show_aside(aside.source, aside.start, aside.end):
            window.article.open(aside.article)
            window.beside.show_aside(aside.source, aside.start, aside.end)

    def _follow(self, promise: Promise) -> None:
        """Open the article that an entry names; where none was found, show where it is named."""
        if promise.found.article is not None:
            self._window.issues.article_chosen.emit(promise.found.article)
        else:
            self._lead(promise.at)
        self._window.issues.guide.list.setFocus()

    def _go_on_with(self, promise: Promise) -> None:
        """Go on in the article that an entry names, or in the source."""
        self._follow(promise)
        if promise.found.article is not None:
            self._window.article.edit.setFocus()
        elif self._window.beside.open:
            self._window.source.edit.setFocus()

    def _go_on(self, aside: Aside) -> None:
        """Go on in the source, where lines can be walked and copied."""
        self._show(aside)
        if self._window.beside.open:
            self._window.source.edit.setFocus()

    def _offer(self, aside: Aside, place: QPoint) -> None:
        """Offer to make text of a line, as the source does for one."""
        self._window.beside.reclaiming.offer(aside.id, place)
