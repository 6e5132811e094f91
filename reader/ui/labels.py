"""Labels of plain words: the usual one, one with the diamond of a doubt, one that is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel

from reader.ui.signs import paint_diamond

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ROOM, _MIDDLE = 18, 6.5


def label(role: str = "", words: str = "") -> QLabel:
    """Make a label of plain text; `role` is its style in the sheet."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


class DoubtLabel(QLabel):
    """Words of doubts behind their diamond, which has the ink of the words."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "doubt")
        self.setContentsMargins(_ROOM, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the diamond before them."""
        super().paintEvent(event)
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        paint_diamond(painter, QPointF(_MIDDLE, self.height() / 2 + 0.5), ink)
        painter.end()


class CutLabel(QLabel):
    """Words that end with an ellipsis where there is no room for all of them."""

    def __init__(self, role: str, words: str = "") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room: others stand beside it."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many of the words as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter.value, words)
        painter.end()
