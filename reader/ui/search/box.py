"""The search box: what is typed is asked for after a pause, never while it is being composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.line import Line
from reader.ui.linekeys import leaves

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent

    from reader.ui.theme import Theme

PAUSE_MS = 250

_SIDE = 34
"""Pixels that an icon takes at each end."""

_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchBox(Line):
    """Where a query is typed.

    `asked` gives what is typed after a pause, or at once on Enter; Enter on what has been asked
    already is `entered`. `walked` gives a key that moves in the results, `left` is Escape.
    """

    asked = Signal(str)
    entered = Signal()
    left = Signal()
    walked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchBox")
        self.setAccessibleName(self.tr("Search the library"))
        self._hints = (self.tr("Search words, tag:economy, date:2025-01"), self.tr("Search"))
        self.setFixedHeight(30)
        self.more = QAction(self.tr("Kept searches"), self)
        self.more.setToolTip(self.tr("Kept searches (Alt+Down)"))
        self.addAction(self.more, QLineEdit.ActionPosition.TrailingPosition)
        self.keep: QAction | None = None
        """The action by which the window keeps what is typed."""
        self._composing = False
        self._last = ""
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._cap = QLabel(key_of("actionSearch"))
        self._cap.setProperty("role", "key")
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, _SIDE, 0)
        inner.addStretch(1)
        inner.addWidget(self._cap)
        self._make_room()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self._ask)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._on_return)

    def _show_cap(self, *, shown: bool) -> None:
        self._cap.setVisible(shown)
        self._make_room()

    def _make_room(self) -> None:
        """Let what is written end before the key cap, while that is shown."""
        taken = 0 if self._cap.isHidden() else self._cap.sizeHint().width() + 8
        self.setTextMargins(0, 0, taken, 0)
        room = self.width() - taken - 2 * _SIDE
        metrics = self.fontMetrics()
        fitting = (hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what may be typed as far as there is room."""
        super().resizeEvent(event)
        self._make_room()

    def dress(self, colours: Theme) -> None:
        """Draw the icon in the colours of a theme."""
        self._icon.setIcon(theme.icon("search", colours, 16))
        self.more.setIcon(theme.icon("chevron-down", colours, 16))

    def go(self) -> None:
        """Take the focus, with all that stands here selected, so that typing replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def ask(self, query: str) -> None:
        """Put a query here and ask for it at once."""
        self.setText(query)
        self.pause.stop()
        self._ask()

    def put(self, query: str) -> None:
        """Put a query here that Enter asks for."""
        self._last = query
        self.setText(query)
        self.pause.stop()

    def forget(self) -> None:
        """Empty the box without asking for anything."""
        self._last = ""
        self.clear()
        self.pause.stop()

    def _on_changed(self, text: str) -> None:
        self._show_cap(shown=not text and not self._composing)
        if self._composing:
            self.pause.stop()
        else:
            self.pause.start()

    def _ask(self) -> None:
        if self.text() != self._last:
            self._last = self.text()
            self.asked.emit(self._last)

    def _on_return(self) -> None:
        self.pause.stop()
        if self.text() != self._last:
            self._ask()
        else:
            self.entered.emit()

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is no key of a line."""
        return leaves(self, event) or bool(super().event(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Wait while something is composed; that it takes the place of a selection asks nothing."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._show_cap(shown=not self.text() and not self._composing)
        if self._composing:
            self.pause.stop()
        elif self.text() != self._last:
            self.pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Escape and the keys that move in the results to whom they belong."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        ):
            self.more.trigger()
        elif event.key() in _WALKS and not event.modifiers():
            self.walked.emit(event)
        else:
            super().keyPressEvent(event)
