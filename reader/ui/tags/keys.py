"""Keys of the topics. Those of a list's own actions count there alone, before the window's.

Two actions with one key are ambiguous to Qt, which then carries out neither: F2 corrects an
issue in the window, and renames a topic in the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.ui.menus.row import QT_TRANSLATE_NOOP
from reader.ui.menus.within import Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

TITLE = QT_TRANSLATE_NOOP("actions", "In the topics")

KEYS = (
    Within(("1", "9"), QT_TRANSLATE_NOOP("actions", "Topics by their number")),
    Within(("Up", "Down"), QT_TRANSLATE_NOOP("actions", "Line: walk what is offered")),
    Within(("Return",), QT_TRANSLATE_NOOP("actions", "Line: take the topic")),
    Within(("Esc",), QT_TRANSLATE_NOOP("actions", "Line: back to the text")),
)


def action_of(event: QEvent, actions: Iterable[QAction]) -> QAction | None:
    """Give the action whose key was pressed, one that can be done now."""
    if not isinstance(event, QKeyEvent):
        return None
    pressed = QKeySequence(event.keyCombination())
    return next((a for a in actions if pressed in a.shortcuts() and a.isEnabled()), None)


def claims(event: QEvent, actions: Iterable[QAction]) -> bool:
    """Claim a key that the window might take for a shortcut; tell whether that was so."""
    if event.type() is QEvent.Type.ShortcutOverride and action_of(event, actions) is not None:
        event.accept()
        return True
    return False
