"""The editor: keys, input method, clipboard and mouse become wishes on positions.

No key reaches Qt's own editing. What would change the text is worked out here as a place and
what is typed there; the sheet writes it into the document, and the pane into the library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)

from reader.model import Kind
from reader.ui.actions import owned
from reader.ui.article.clip import clip_of, data_of
from reader.ui.article.composing import ComposingEdit, Preedit
from reader.ui.article.typed import flat, typed_by

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDropEvent,
        QInputMethodEvent,
        QMouseEvent,
    )
    from PySide6.QtWidgets import QWidget

    from reader.ui.article.setting import Setting
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_Keys = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation

WALKS = (
    _Keys.MoveToNextChar, _Keys.MoveToPreviousChar, _Keys.MoveToNextWord,
    _Keys.MoveToPreviousWord, _Keys.MoveToNextLine, _Keys.MoveToPreviousLine,
    _Keys.MoveToNextPage, _Keys.MoveToPreviousPage, _Keys.MoveToStartOfLine,
    _Keys.MoveToEndOfLine, _Keys.MoveToStartOfBlock, _Keys.MoveToEndOfBlock,
    _Keys.MoveToStartOfDocument, _Keys.MoveToEndOfDocument, _Keys.SelectNextChar,
    _Keys.SelectPreviousChar, _Keys.SelectNextWord, _Keys.SelectPreviousWord,
    _Keys.SelectNextLine, _Keys.SelectPreviousLine, _Keys.SelectNextPage,
    _Keys.SelectPreviousPage, _Keys.SelectStartOfLine, _Keys.SelectEndOfLine,
    _Keys.SelectStartOfBlock, _Keys.SelectEndOfBlock, _Keys.SelectStartOfDocument,
    _Keys.SelectEndOfDocument, _Keys.SelectAll, _Keys.Copy, _Keys.Deselect,
)  # fmt: skip
"""Keys that Qt's editor may have: they move, select or copy."""

_ERASES = {
    _Keys.Delete: _Move.NextCharacter,
    _Keys.DeleteStartOfWord: _Move.PreviousWord,
    _Keys.DeleteEndOfWord: _Move.NextWord,
    _Keys.DeleteEndOfLine: _Move.EndOfLine,
}
"""Keys that take away what lies between the caret and where they would go."""


def erased_by(event: QKeyEvent) -> QTextCursor.MoveOperation | None:
    """Give the move that a key takes away; Backspace is a standard key on some systems only."""
    shift = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if event.key() == Qt.Key.Key_Backspace and not shift:
        return _Move.PreviousCharacter
    return next((move for key, move in _ERASES.items() if event.matches(key)), None)


class ArticleEdit(ComposingEdit):
    """One article. Each wish is a signal; `edited` comes after the document shows the edit."""

    edited = Signal(int, int, int, str)
    split_wished = Signal(int, int)
    split_refused = Signal()
    typing_refused = Signal()
    paste_wished = Signal(object)
    join_wished = Signal(int)
    menu_wished = Signal(object)
    erase_wished = Signal(object, object, str)

    def __init__(
        self, setting: Setting, colours: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(setting, colours, words, parent)
        self._writable = False
        self.set_writable(False)

    # --- what the pane asks ---------------------------------------------------------------

    def set_writable(self, writable: bool) -> None:  # noqa: FBT001 - named like Qt's setters
        """Let keys edit, or only walk and copy."""
        self._writable = writable
        self.setReadOnly(not writable)
        if not writable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard
                | Qt.TextInteractionFlag.TextSelectableByMouse
            )

    # --- keys -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave keys of the action table to the window; Qt's editor would take undo for itself."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._mine(event):
                event.accept()
            else:
                event.ignore()
            return True
        return bool(super().event(event))

    def _mine(self, event: QKeyEvent) -> bool:
        if QKeySequence(event.keyCombination()).toString() in owned():
            return False
        if any(event.matches(key) for key in (*WALKS, _Keys.Paste, _Keys.Cut)):
            return True
        if erased_by(event) is not None:
            return True
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        return not event.modifiers() & control and bool(typed_by(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a key into a wish, or let it walk."""
        self._late.stop()  # the person goes on: what is committed now is new
        if any(event.matches(key) for key in WALKS):
            self.settle()  # Qt counts it as text, and would put the caret behind the last character
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif not self._writable or not self.sheet.blocks:
            if self.sheet.blocks and (typed_by(event) or erased_by(event) is not None):
                self.typing_refused.emit()
            event.ignore()
        elif event.matches(_Keys.InsertLineSeparator):
            self._break_line()
        elif event.matches(_Keys.InsertParagraphSeparator):
            self._split()
        elif not self._edit_by(event):
            event.ignore()

    def _edit_by(self, event: QKeyEvent) -> bool:
        move = erased_by(event)
        if move is not None:
            self._erase(move)
        elif event.matches(_Keys.Paste):
            self.paste()
        elif event.matches(_Keys.Cut):
            self.cut_selection()
        elif typed_by(event):
            self.type(typed_by(event))
        else:
            return False
        return True

    def _break_line(self) -> None:
        index, _ = self.caret()
        if self.sheet.blocks[index].kind is Kind.VERSE:
            self.type("\n")
        else:
            self._split()

    def _split(self) -> None:
        """Split where the caret is; not at a hit, which a second Enter would take away."""
        if self.on_hit:
            self.split_refused.emit()
            return
        if self.textCursor().hasSelection() and not self._take_selection():
            return
        self.split_wished.emit(*self.caret())

    def _erase(self, move: QTextCursor.MoveOperation) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            index, at = self.caret()
            back = move in (_Move.PreviousCharacter, _Move.PreviousWord)
            if back and at == 0:
                self.join_wished.emit(index)
                return
            if not back and at == len(self.sheet.blocks[index].text):
                self.join_wished.emit(index + 1)
                return
            self.go(cursor, move, QTextCursor.MoveMode.KeepAnchor)
            block = self.sheet.block(index)
            low, high = block.position(), block.position() + block.length() - 1
            cursor.setPosition(
                min(max(cursor.position(), low), high), QTextCursor.MoveMode.KeepAnchor
            )
        self._replace(cursor, "")

    def type(self, text: str) -> None:
        """Put `text` where the caret is, in place of what is selected."""
        self._replace(self.textCursor(), text)

    def cut_selection(self) -> None:
        """Copy what is selected and take it away."""
        if self.textCursor().hasSelection():
            self.copy()
            self._take_selection()

    def _take_selection(self) -> bool:
        return self._replace(self.textCursor(), "")

    def _replace(self, cursor: QTextCursor, typed: str) -> bool:
        """Carry out an edit on what `cursor` spans; tell whether it was one in one block.

        Across blocks it is a wish of its own, which shows what came of it.
        """
        index, start = self.sheet.place(cursor.selectionStart())
        last, end = self.sheet.place(cursor.selectionEnd())
        if index != last:
            self.erase_wished.emit((index, start), (last, end), typed)
            return False
        if start == end and not typed:
            return True
        self._moving = True
        self.sheet.splice(index, start, end, typed)
        self._moving = False
        self.set_caret(index, start + len(typed))
        self.edited.emit(index, start, end, typed)
        return True

    # --- input method, clipboard, mouse ---------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method commits; what it is composing is Qt's to show."""
        if not self._writable or not self.sheet.blocks:
            event.ignore()
            return
        if self._is_late(event):
            event.accept()
            return
        preedit, commit = event.preeditString(), event.commitString()
        if preedit and self.textCursor().hasSelection() and not self._take_selection():
            event.accept()
            return
        attributes = event.attributes()
        plain = not (commit or event.replacementLength())
        self._show(Preedit(preedit if plain else "", attributes))
        if event.replacementLength():
            cursor = self.textCursor()
            start = cursor.position() + event.replacementStart()
            cursor.setPosition(start)
            cursor.setPosition(start + event.replacementLength(), QTextCursor.MoveMode.KeepAnchor)
            self._replace(cursor, commit)
        elif commit:
            self.type(flat(commit, self.sheet.blocks[self.caret()[0]].kind))
        if preedit and not plain:
            self._show(Preedit(preedit, attributes))
        event.accept()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain text only; files that are dropped are the window's."""
        return self._writable and source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text: see `Pasting`."""
        if self._writable and self.sheet.blocks and source.hasText():
            self.paste_wished.emit(clip_of(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is meant, not what is shown: the ledger's characters, a line a block."""
        return data_of(self.selected_texts())

    def selected_text(self) -> str:
        """Give the selected text as the ledger has it."""
        return "\n".join(self.selected_texts())

    def selected_texts(self) -> list[str]:
        """Give what is selected of each block, as the ledger has it."""
        cursor = self.textCursor()
        first, start = self.sheet.place(cursor.selectionStart())
        last, end = self.sheet.place(cursor.selectionEnd())
        texts = [b.text for b in self.sheet.blocks[first : last + 1]]
        if texts:
            texts[-1] = texts[-1][:end]
            texts[0] = texts[0][start:]
        return texts

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret; a press inside a selection must not begin Qt's own move of text."""
        cursor = self.cursorForPosition(event.position().toPoint())
        own = self.textCursor()
        inside = own.selectionStart() <= cursor.position() <= own.selectionEnd()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        left = event.button() is Qt.MouseButton.LeftButton
        if left and own.hasSelection() and inside and not shift:
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the action table; Qt's own would cut and delete by itself."""
        self.menu_wished.emit(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take text that another program drops where it is dropped."""
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self.insertFromMimeData(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
