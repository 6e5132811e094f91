"""Where a dialog stands: over the middle of its window, wholly on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

_BAR = 32
"""Pixels of a title bar, where the window over which one stands does not tell of its own."""


def placed(size: QSize, over: QRect, room: QRect, bar: int) -> QRect:
    """Give where the inside of a dialog goes: over the middle of a window, inside its screen.

    `over` is the window, `room` what of the screen is free, `bar` the height of a title bar; all
    are pixels of the screen. What is larger than the screen is made smaller.
    """
    free = room.adjusted(0, bar, 0, 0)
    found = QRect(QPoint(), size.boundedTo(free.size()))
    found.moveCenter(over.center())
    left = min(max(found.left(), free.left()), free.right() - found.width() + 1)
    top = min(max(found.top(), free.top()), free.bottom() - found.height() + 1)
    found.moveTo(left, top)
    return found


def close_dialogs(window: QWidget) -> None:
    """Close all dialogs of a window that are shown."""
    for dialog in filter(QDialog.isVisible, window.findChildren(QDialog)):
        dialog.close()


class Dialog(QDialog):
    """A dialog that is placed when it is first shown; where a person moves it, it stays.

    Qt itself goes by where it thinks the window is, which it does not know yet of a new one, and
    does not look whether the title bar is on the screen.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Take the place."""
        parent = self.parentWidget()
        if parent is not None and not event.spontaneous() and self._is_new():
            window = parent.window()
            bar = window.geometry().top() - window.frameGeometry().top()
            bar = bar if 0 < bar <= 2 * _BAR else _BAR
            over = QRect(window.mapToGlobal(QPoint()), window.size())
            found = placed(self.size(), over, window.screen().availableGeometry(), bar)
            self.resize(found.size())
            self.move(found.topLeft() - QPoint(0, bar))
        super().showEvent(event)

    def _is_new(self) -> bool:
        return not self.testAttribute(Qt.WidgetAttribute.WA_Moved)
