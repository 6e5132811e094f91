"""The mouse by words: a double click takes a Chinese word, and a drag after it further ones.

Qt takes Chinese up to the next blank or mark for one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.ui.binding import viewport_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget


class WordMouse(QTextEdit):
    """A view of text; which words it has, a subclass tells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = viewport_of(self)

    _held: tuple[int, int] | None = None
    """What a double click took, in positions of the document, as long as the button is held."""

    def word_under(self, point: QPoint) -> tuple[int, int] | None:
        """Give the positions of the word under a point: Qt's, or a subclass's, if any."""
        word = self.cursorForPosition(point)
        word.select(QTextCursor.SelectionType.WordUnderCursor)
        return word.selectionStart(), word.selectionEnd()

    def border_under(self, point: QPoint) -> tuple[QTextCursor, bool]:
        """Give the border next to a point, and whether the point lies left of it."""
        near = self.cursorForPosition(point)
        return near, point.x() < self.cursorRect(near).center().x()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        super().mouseDoubleClickEvent(event)  # which counts the clicks: a third takes all
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self.word_under(event.position().toPoint())
            if self._held is not None:
                self._take(*self._held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take further words while the button of a double click is held."""
        word = self.word_under(event.position().toPoint()) if self._held is not None else None
        if self._held is None or word is None:
            super().mouseMoveEvent(event)
            return
        (start, end), (low, high) = self._held, word
        if low < start:
            self._take(end, low)
        else:
            self._take(start, max(end, high))
        self.ensureCursorVisible()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what a double click holds."""
        self._held = None
        super().mouseReleaseEvent(event)

    def _take(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
