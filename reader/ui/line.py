"""A line of text in which keys and the mouse go by Chinese words, as they do in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from reader.text import words
from reader.ui.positions import points, units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    Step = Callable[[str, int], int]

_Keys = QKeySequence.StandardKey
_WALKS: dict[QKeySequence.StandardKey, tuple[Step, bool]] = {
    _Keys.MoveToNextWord: (words.word_after, False),
    _Keys.MoveToPreviousWord: (words.word_before, False),
    _Keys.SelectNextWord: (words.word_after, True),
    _Keys.SelectPreviousWord: (words.word_before, True),
}
"""Where a key goes, and whether it selects what lies between."""
_ERASES: dict[QKeySequence.StandardKey, Step] = {
    _Keys.DeleteStartOfWord: words.word_before,
    _Keys.DeleteEndOfWord: words.word_after,
}
_REST_MS = 400
"""How long the words are waited with after a first key that had to do without them."""
_ERRAND = "loadWords"
"""The name of what loads the dictionary, by which another key finds that it goes on already."""


def there() -> bool:
    """Tell whether words can be cut at once; else let the dictionary be loaded in a moment of rest.

    Until then a key goes as Qt lets it: none waits for the dictionary.
    """
    if words.loaded():
        return True
    QTimer.singleShot(_REST_MS, _load)
    return False


def _load() -> None:
    """Load the dictionary beside the window, unless that was begun already."""
    from reader.ui.jobs import Errand

    application = QApplication.instance()
    assert application is not None
    if not words.loaded() and application.findChild(Errand, _ERRAND) is None:
        errand = Errand(lambda _report: words.load_in_pieces(), application)
        errand.setObjectName(_ERRAND)
        errand.ended.connect(errand.deleteLater)
        errand.start()


class Line(QLineEdit):
    """One line to type in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by words where the key says so; all else is as it is."""
        walk = next((way for key, way in _WALKS.items() if event.matches(key)), None)
        erase = next((step for key, step in _ERASES.items() if event.matches(key)), None)
        if (walk is None and erase is None) or not there():
            super().keyPressEvent(event)
        elif walk is not None:
            self._walk(*walk)
        elif erase is not None:
            self._erase(erase)

    def _walk(self, step: Step, selects: bool) -> None:  # noqa: FBT001 - a row of the table
        anchor = self._anchor()
        to = self._stepped(step)
        if selects and anchor != to:
            self.setSelection(anchor, to - anchor)
        else:
            self.setCursorPosition(to)

    def _erase(self, step: Step) -> None:
        if self.isReadOnly():
            return
        if not self.hasSelectedText():
            at = self.cursorPosition()
            self.setSelection(at, self._stepped(step) - at)
        self.del_()

    def _stepped(self, step: Step) -> int:
        text = self.text()
        return units(text, step(text, points(text, self.cursorPosition())))

    def _anchor(self) -> int:
        """Give where what is selected began; where nothing is, the caret."""
        at, start = self.cursorPosition(), self.selectionStart()
        if start < 0:
            return at
        return self.selectionEnd() if at == start else start

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        super().mouseDoubleClickEvent(event)  # which counts the clicks: a third takes all
        if event.button() is not Qt.MouseButton.LeftButton or not self.text() or not there():
            return
        point, text = event.position().toPoint(), self.text()
        self.setCursorPosition(self.cursorPositionAt(point))
        at = points(text, self.cursorPosition())
        if at and point.x() < self.cursorRect().center().x():
            at -= 1  # the border behind a character is the nearest in its right half
        start, end = words.word_at(text, at)
        self.setSelection(units(text, start), units(text, end) - units(text, start))
