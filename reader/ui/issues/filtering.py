"""The filter of the lists: a field that is shown when it is wanted, and what is typed into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from reader.text.query import parse
from reader.ui import theme
from reader.ui.line import Line
from reader.ui.linekeys import leaves

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from reader.ui.issues.heads import ListHead
    from reader.ui.issues.lists import Lists
    from reader.ui.session import Session
    from reader.ui.theme import Theme

_ICON = 14
_PAUSE_MS = 150


class Filtering(QObject):
    """Turns words into what the lists are asked for; `row` stands above them."""

    def __init__(self, session: Session, lists: Lists, head: ListHead) -> None:
        super().__init__(head)
        self._session, self._lists, self._head = session, lists, head
        self.field = FilterField()
        self.row = QWidget()
        box = QHBoxLayout(self.row)
        box.setContentsMargins(16, 0, 16, 10)
        box.addWidget(self.field)
        self.row.hide()
        self._pause = QTimer(self.field)  # it goes with the field
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.apply)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.ended.connect(self.end)
        self.field.entered.connect(self.enter)
        head.left.connect(self.leave)
        head.words_wished.connect(self.ask)

    def ask(self) -> None:
        """Show the field, and put the caret into it."""
        self.row.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self, words: str) -> None:
        """Leave what these words select; all by none."""
        if not words:
            self.end()
            return
        self.row.show()
        self.field.setText(words)
        self.apply()

    def end(self) -> None:
        """Show all again; the focus goes back to the list."""
        held = self.field.hasFocus()
        self.field.clear()
        self.apply()
        self.row.hide()
        if held:
            self._lists.issue_list.setFocus()

    def apply(self) -> None:
        """Ask for what is typed, at once."""
        self._pause.stop()
        words = self.field.text().strip()
        self._head.words = words
        query = parse(words) if words else None
        asked = self._lists.asked
        if self._session.is_open and asked.query != query:
            self._lists.ask(replace(asked, query=query))

    def enter(self) -> None:
        """Go on to the list that the filter left; to its first row, when none is current."""
        self.apply()
        self._lists.issue_list.setFocus()
        self._lists.looking.when_found(self._go_to_first)

    def _go_to_first(self) -> None:
        view = self._lists.issue_list
        if not view.currentIndex().isValid():
            row = next((row for row, _ in self._lists.issues.walk(0, 1)), -1)
            view.go(row, tell=True)


class FilterField(Line):
    """The field above the lists; Esc takes the filter away, Down and Enter go to the list."""

    ended = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listFilter")
        self.setPlaceholderText(self.tr("Title, date, headline"))
        self.setAccessibleName(self.tr("Filter the lists by title, date or headline"))
        self.setToolTip(
            self.tr("Words of a title, date or headline; also status:new, has:doubt, tag:…")
        )
        self._clear = self.addAction(self.style().standardIcon(
            self.style().StandardPixmap.SP_LineEditClearButton
        ), QLineEdit.ActionPosition.TrailingPosition)  # fmt: skip
        self._clear.setToolTip(self.tr("Show all (Esc)"))
        self._clear.triggered.connect(self.ended)

    def dress(self, colours: Theme) -> None:
        """Draw the icon in the colours of a theme."""
        self._clear.setIcon(theme.icon("x", colours, _ICON))

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is no key of a line."""
        return leaves(self, event) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc, go on to the list by Down and Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
