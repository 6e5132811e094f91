"""Keys in a line of text: the action table's belong to the window, those that edit to the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.ui.actions import owned

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_Keys = QKeySequence.StandardKey
_EDITS = (_Keys.Copy, _Keys.Cut, _Keys.Paste, _Keys.SelectAll)


def leaves(line: QLineEdit, event: QEvent) -> bool:
    """Leave a key of the action table to the window; tell whether that was so.

    Under X11 Qt's line takes Ctrl+E for its end and Ctrl+D for deletion, and the export would
    not open from the search box. The clipboard stays with the line, undo and redo as long as
    something was typed in it.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(_Keys.Undo):
        mine = line.isUndoAvailable()
    elif event.matches(_Keys.Redo):
        mine = line.isRedoAvailable()
    else:
        mine = any(event.matches(key) for key in _EDITS) or (
            QKeySequence(event.keyCombination()).toString() not in owned()
        )
    if mine:
        return False
    event.ignore()
    return True
