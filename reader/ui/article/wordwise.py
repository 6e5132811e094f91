"""Words in the article: where a key goes by a word, and what a double click takes.

Qt takes Chinese up to the next blank or mark for one word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor

from reader.text import words
from reader.ui.article.painted import PaintedEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

_Keys = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation
_Mode = QTextCursor.MoveMode

_BY_WORDS = {
    _Keys.MoveToNextWord: (_Move.NextWord, _Mode.MoveAnchor),
    _Keys.MoveToPreviousWord: (_Move.PreviousWord, _Mode.MoveAnchor),
    _Keys.SelectNextWord: (_Move.NextWord, _Mode.KeepAnchor),
    _Keys.SelectPreviousWord: (_Move.PreviousWord, _Mode.KeepAnchor),
}


class WordwiseEdit(PaintedEdit):
    """A view in which keys and mouse go by Chinese words."""

    def go(self, cursor: QTextCursor, move: QTextCursor.MoveOperation, mode: _Mode) -> None:
        """Move a cursor as Qt would, but by words of Chinese."""
        if move not in (_Move.NextWord, _Move.PreviousWord) or not self.sheet.blocks:
            cursor.movePosition(move, mode)
            return
        index, at = self.sheet.place(cursor.position())
        text = self.sheet.blocks[index].text
        if move is _Move.NextWord and at == len(text):
            index, at = (index + 1, 0) if index + 1 < len(self.sheet.blocks) else (index, at)
        elif move is _Move.PreviousWord and at == 0:
            index, at = (index - 1, len(self.sheet.blocks[index - 1].text)) if index else (0, 0)
        else:
            step = words.word_after if move is _Move.NextWord else words.word_before
            at = step(text, at)
        cursor.setPosition(self.sheet.position(index, at), mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by words where the key says so; all else is as it is."""
        found = next((way for key, way in _BY_WORDS.items() if event.matches(key)), None)
        if found is None:
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        self.go(cursor, *found)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        event.accept()

    def word_under(self, point: QPoint) -> tuple[int, int] | None:
        """Give the positions of the word of which a character is under the pointer."""
        if not self.sheet.blocks:
            return None
        near, left = self.border_under(point)
        index, at = self.sheet.place(near.position())
        if at and left:
            at -= 1  # the border behind a character is the nearest in its right half
        start, end = words.word_at(self.sheet.blocks[index].text, at)
        return self.sheet.position(index, start), self.sheet.position(index, end)
