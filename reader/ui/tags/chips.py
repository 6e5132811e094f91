"""The first part of the sidebar: the topics of the article, each a chip that takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from reader.text.topics import leaf
from reader.ui.greyed import Lack, grey
from reader.ui.names import isolated
from reader.ui.signs import Sign, sign_icon
from reader.ui.tags.flow import FlowLayout
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from reader.ui.theme import Theme


_AROUND = 30
"""Pixels of a chip beside its words: border, padding, sign, and the gap behind the sign."""


class Chips(QWidget):
    """Chips in rows; `removed` carries the name of a topic to take away.

    `filled` tells that the chips are other widgets now.
    """

    removed = Signal(str)
    filled = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("tagChips")
        self._colours = colours
        self._signs: Mapping[str, Sign] = {}
        self._names: Sequence[str] = ()
        self._writable = False
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> list[QToolButton]:
        """The chips, in their order."""
        items = (self._flow.itemAt(n) for n in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def show_these(self, names: Sequence[str], *, writable: bool) -> None:
        """Show the topics of an article."""
        self._names, self._writable = names, writable
        self._fill()

    def know(self, signs: Mapping[str, Sign]) -> None:
        """Take the signs of the topics."""
        if {n: signs.get(n) for n in self._names} != {n: self._signs.get(n) for n in self._names}:
            self._signs = signs
            self._fill()
        self._signs = signs

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._fill()

    def _fill(self) -> None:
        held = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while self._flow.count():
            item = self._flow.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for name in self._names:
            chip = self._chip(name)
            self._flow.addWidget(chip)
            chip.show()  # where the pane is shown already, the layout would do it only later
        self.setVisible(bool(self._names))
        if held is not None and self._names:
            self.chips[min(held, len(self._names) - 1)].setFocus()
        self.filled.emit()

    def _chip(self, name: str) -> QToolButton:
        chip = QToolButton()
        chip.setProperty("role", "chip")
        chip.setText(f"{isolated(leaf(name)).replace('&', '&&')} ×")
        if name in self._signs:
            chip.setIcon(sign_icon(self._signs[name], self._colours))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        words = QFontMetrics(chip.font()).horizontalAdvance(chip.text().replace("&&", "&"))
        chip.setFixedWidth(words + _AROUND)
        chip.setAccessibleName(self.tr("Remove topic {tag}").format(tag=isolated(name)))
        chip.setToolTip(plain(chip.accessibleName()))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grey(chip, None if self._writable else Lack.WRITING)
        chip.clicked.connect(lambda: self.removed.emit(name))
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Del on a chip take the topic away, too."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
            and not event.modifiers()
            and isinstance(watched, QToolButton)
        ):
            watched.click()
            return True
        return bool(super().eventFilter(watched, event))
