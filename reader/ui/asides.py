"""Asides: from a line of furniture to its place in the source, and into the text it belongs to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import PAGE_KINDS
from reader.ui.actions import key_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.model import Kind
    from reader.store.asides import Aside
    from reader.ui.window import MainWindow


class Asides(QObject):
    """Shows furniture in the source, and gives it to an article by its kind."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        furniture = window.issues.furniture
        furniture.chosen.connect(self._show)
        furniture.opened.connect(self._go_on)
        furniture.kind_wished.connect(self._on_kind_wished)

    def _show(self, aside: Aside) -> None:
        """Show a line in the source beside an article of its page; the focus stays in the list."""
        window = self._window
        if not aside.line or aside.article is None:
            window.status.tell(self.tr("On this page stands no article to show it beside."))
            return
        if window.seeking.open:
            window.seeking.leave()
        if not window.beside.show_aside(aside.source, aside.start, aside.end):
            window.article.open(aside.article)
            window.beside.show_aside(aside.source, aside.start, aside.end)
        window.issues.furniture.list.setFocus()

    def _go_on(self, aside: Aside) -> None:
        """Go on in the source, where lines can be walked and copied."""
        self._show(aside)
        if self._window.beside.open:
            self._window.source.edit.setFocus()

    def _on_kind_wished(self, aside: Aside, place: QPoint) -> None:
        self._window.proofing.kinds_menu(aside.kind, partial(self._turn, aside), place)

    def _turn(self, aside: Aside, kind: Kind) -> None:
        """Give a block of the page to the article behind which it stands, as this kind.

        A headline inside the text of that article begins a new one.
        """
        session = self._window.session
        if kind is aside.kind:
            return
        changes = session.write(session.library.articles.kind, aside.id, kind, initiator=self)
        if changes is None or kind in PAGE_KINDS:
            return
        owner = session.library.articles.owner(aside.id)
        if owner is not None:
            self._window.article.open(owner)
        said = self.tr('"{text}" belongs to the article now. {key} undoes it.')
        if owner in changes.made:
            said = self.tr(
                'With "{text}" a new article begins: what follows is its. {key} undoes it.'
            )
        self._window.status.tell(said.format(text=aside.text, key=key_of("actionUndo")))
