"""Keys of a list's own actions: they count in the list alone, and there before the window's.

Two actions with one key are ambiguous to Qt, which then carries out neither: F2 corrects an
issue in the window, and renames a topic in the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction


def action_of(event: QEvent, actions: Iterable[QAction]) -> QAction | None:
    """Give the action whose key was pressed, one that can be done now."""
    if not isinstance(event, QKeyEvent):
        return None
    pressed = QKeySequence(event.keyCombination())
    return next((a for a in actions if a.shortcut() == pressed and a.isEnabled()), None)


def claims(event: QEvent, actions: Iterable[QAction]) -> bool:
    """Claim a key that the window might take for a shortcut; tell whether that was so."""
    if event.type() is QEvent.Type.ShortcutOverride and action_of(event, actions) is not None:
        event.accept()
        return True
    return False
