"""Over each list: its name, its count, and the menu by which it is sorted and filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from reader.ui import theme
from reader.ui.actions import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.theme import Theme

_ICON = 14


class ListHead(QWidget):
    """A title at the left, and at the right the count, which opens the menu.

    `sorted_by` tells the order that was chosen, `left` the words of a filter.
    """

    sorted_by = Signal(object)
    left = Signal(str)
    words_wished = Signal()

    def __init__(self, title: str, height: int, orders: Mapping[object, str]) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self._orders = orders
        self._choices: Mapping[str, str] = {}
        self.order: object = next(iter(orders))
        self.words = ""
        name = QLabel(title)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "pane-title")
        self._title = title
        self.button = QToolButton()
        self.button.setProperty("role", "count")
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(_ICON, _ICON))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.button)
        self.menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(self.button)

    def offer(self, choices: Mapping[str, str]) -> None:
        """Offer what a filter may leave, in the menu."""
        self._choices = choices

    def dress(self, colours: Theme) -> None:
        """Draw the arrow in the colours of a theme."""
        self.button.setIcon(theme.icon("chevron-down", colours, _ICON))

    def say(self, count: str, tip: str) -> None:
        """Show the count, and say what the menu is for."""
        self.button.setText(count)
        self.button.setVisible(bool(count))
        self.button.setAccessibleName(f"{self._title}: {count}")
        self.button.setToolTip(tip)

    def open(self) -> None:
        """Open the menu, as a key does."""
        if self.button.isVisible():
            self.button.showMenu()

    def _fill(self) -> None:
        self.menu.clear()
        orders = QActionGroup(self.menu)
        for order, words in self._orders.items():
            action = self._choice(orders, words, on=order == self.order)
            action.triggered.connect(lambda _=False, order=order: self.sort(order))
        if not self._choices:
            return
        self.menu.addSeparator()
        choices = QActionGroup(self.menu)
        for words, said in self._choices.items():
            action = self._choice(choices, said, on=words == self.words)
            action.triggered.connect(lambda _=False, words=words: self.left.emit(words))
        self.menu.addSeparator()
        words = self.tr("&Filter by words…")  # not inside an f-string, where lupdate is blind
        ask = self.menu.addAction(f"{words}\t{key_of('actionFilterLists')}")
        ask.triggered.connect(self.words_wished)

    def _choice(self, group: QActionGroup, words: str, *, on: bool) -> QAction:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setChecked(on)
        self.menu.addAction(action)
        return action

    def sort(self, order: object) -> None:
        """Choose an order."""
        self.order = order
        self.sorted_by.emit(order)
