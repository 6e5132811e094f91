"""A label with a sign before its words: the tick of what is done, the diamond of a doubt.

The signs are painted: the shipped fonts have no tick, and the diamond of a font is not ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel

from reader.ui.signs import paint_diamond, paint_tick

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QColor, QPaintEvent

_ROOM, _MIDDLE = 18, 6.5
_SIGNS: Mapping[str, Callable[[QPainter, QPointF, QColor], None]] = {
    "tick": paint_tick,
    "diamond": paint_diamond,
}


class MarkedLabel(QLabel):
    """Plain words behind a sign in the ink of the words; `sign` is one of `_SIGNS`, or empty."""

    def __init__(self, sign: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._sign = ""
        self.mark(sign)

    @property
    def sign(self) -> str:
        """The sign that is shown."""
        return self._sign

    def mark(self, sign: str) -> None:
        """Show another sign, or none."""
        self._sign = sign
        self.setContentsMargins(_ROOM if sign else 0, 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the sign before them."""
        super().paintEvent(event)
        if self._sign:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.WindowText)
            _SIGNS[self._sign](painter, QPointF(_MIDDLE, self.height() / 2 + 0.5), ink)
            painter.end()


class CutLabel(QLabel):
    """Plain words that are cut with an ellipsis where there is no room for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

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
