"""Kept searches: queries of a library that can be asked again from the box's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader.ui.greyed import Lack, grey
from reader.ui.names import isolated
from reader.ui.remembering import recall, remember

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from reader.ui.search.box import SearchBox

_NAME = "searches"
_MOST = 50


class Kept(QObject):
    """The kept searches of one library; `asked` gives the one that was chosen."""

    asked = Signal(str)

    def __init__(self, box: SearchBox) -> None:
        super().__init__(box)
        self._box = box
        self._library = ""
        box.more.triggered.connect(self.show_menu)

    def begin(self, library: str) -> None:
        """Turn to the library of this id."""
        self._library = library

    @property
    def queries(self) -> list[str]:
        """The queries, the youngest first."""
        known = recall(_NAME, {})
        found = known.get(self._library, []) if isinstance(known, dict) else []
        return [query for query in found if isinstance(query, str)]

    def keep(self, query: str) -> None:
        """Keep a query; one that is kept already comes first."""
        self._write([query, *(q for q in self.queries if q != query)][:_MOST])

    def forget(self, query: str) -> None:
        """Keep a query no longer."""
        self._write([q for q in self.queries if q != query])

    def _write(self, queries: list[str]) -> None:
        known = recall(_NAME, {})
        remember(_NAME, (known if isinstance(known, dict) else {}) | {self._library: queries})

    def menu(self, keep: QAction | None = None) -> QMenu:
        """Make the menu: what is kept, and what can be done with what is typed."""
        menu = QMenu(self._box)
        menu.setObjectName("keptSearches")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for query in self.queries:
            words = query if len(query) <= 40 else query[:39] + "…"
            action = menu.addAction(isolated(words).replace("&", "&&"))
            action.triggered.connect(lambda _=False, query=query: self.asked.emit(query))
        if not self.queries:
            grey(menu.addAction(self.tr("No search is kept yet.")), Lack.KEPT, "")
        menu.addSeparator()
        if keep is not None:
            menu.addAction(keep)
        typed = self._box.text().strip()
        if typed in self.queries:
            forget = menu.addAction(self.tr("Keep this search no longer"))
            forget.triggered.connect(lambda: self.forget(typed))
        return menu

    def show_menu(self) -> None:
        """Open the menu under the box."""
        self.menu(self._box.keep).popup(self._box.mapToGlobal(QPoint(0, self._box.height())))
