"""The top bar: menus at the left, the search box, five icons at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QMenuBar, QToolBar, QWidget

from reader.ui import actions, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QResizeEvent

    from reader.ui.search.box import SearchBox
    from reader.ui.theme import Theme


_NARROW = 1000
"""Pixels of a window under which the menus stand closer."""


class TopBar(QWidget):
    """Menus, search box and tool bar of the window; menus and tools are made from the table."""

    def __init__(self, made: dict[str, QAction], box: SearchBox) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.tokens()["layout"]["top_bar"])
        self._actions = made
        self._box = box
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._menus(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(box, 100)
        row.addStretch(1)
        row.addWidget(self._tools(), 0, Qt.AlignmentFlag.AlignVCenter)

    def _menus(self) -> QMenuBar:
        self._bar = bar = QMenuBar()
        bar.setObjectName("menuBar")
        bar.setAccessibleName(self.tr("Menu"))
        self.menus = menus = [bar.addMenu(actions.translated(words)) for words in actions.MENUS]
        inner: dict[str, QMenu] = {}
        for row in actions.ACTIONS:
            if row.gap:
                menus[row.menu].addSeparator()
            if row.under and row.under not in inner:
                inner[row.under] = menus[row.menu].addMenu(actions.translated(row.under))
            menu = inner[row.under] if row.under else menus[row.menu]
            menu.addAction(self._actions[row.id])
        for menu in (*menus, *inner.values()):
            menu.setToolTipsVisible(True)
        return bar

    def _tools(self) -> QToolBar:
        bar = self._tool_bar = QToolBar()
        bar.setObjectName("toolBar")
        bar.setAccessibleName(self.tr("Tool bar"))
        bar.setIconSize(QSize(18, 18))
        for name in actions.TOOLBAR:
            action = self._actions[name]
            bar.addAction(action)
            button = bar.widgetForAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
        return bar

    def way(self) -> Iterable[QWidget]:
        """Give what Tab goes through behind the search box."""
        return (self._tool_bar.widgetForAction(self._actions[name]) for name in actions.TOOLBAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the menus stand closer where all icons would not have room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != bool(self._bar.property("narrow")):
            self._bar.setProperty("narrow", narrow)
            self._bar.style().unpolish(self._bar)
            self._bar.style().polish(self._bar)
            QApplication.sendEvent(self._bar, QEvent(QEvent.Type.StyleChange))  # it measures anew
            self._bar.updateGeometry()

    def fit(self, *, small: bool) -> None:
        """Give the search box its width, less in a small window."""
        layout = theme.tokens()["layout"]
        self._box.setMaximumWidth(layout["search_box_small" if small else "search_box"])

    def draw_icons(self, colours: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        self._box.dress(colours)
        for row in actions.ACTIONS:
            if row.icon:
                self._actions[row.id].setIcon(theme.icon(row.icon, colours))
                self._actions[row.id].setIconVisibleInMenu(False)
