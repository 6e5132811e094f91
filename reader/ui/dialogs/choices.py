"""Check boxes and radio buttons whose marks are drawn in the roles of the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_MARK, _GAP = 16, 8


def _hint(button: QAbstractButton) -> QSize:
    words = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text())
    return QSize(_MARK + _GAP + words.width() + 6, max(24, words.height()))


def _paint(button: QAbstractButton, painter: QPainter) -> QRectF:
    """Paint words and ring; give where the mark stands."""
    rect, palette = button.rect(), button.palette()
    words = QRect(_MARK + _GAP + 2, 0, rect.width() - _MARK - _GAP, rect.height())
    flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value
    role = QPalette.ColorRole.WindowText
    button.style().drawItemText(
        painter, words, flags, palette, button.isEnabled(), button.text(), role
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if button.hasFocus():
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
    mark = QRectF(4.5, (rect.height() - _MARK) / 2 + 0.5, _MARK - 1, _MARK - 1)
    strong = QPalette.ColorRole.Dark if button.isEnabled() else QPalette.ColorRole.Mid
    on = button.isChecked() and button.isEnabled()
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent if on else strong), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    return mark


class Tick(QCheckBox):
    """A check box: filled, with a tick, where it is checked."""

    def sizeHint(self) -> QSize:
        """Give the room of mark and words."""
        return _hint(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words."""
        painter = QPainter(self)
        mark = _paint(self, painter)
        if self.isChecked():
            painter.setBrush(painter.pen().color())
        painter.drawRoundedRect(mark, 2, 2)
        if self.isChecked():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.BrightText), 1.75))
            middle = mark.center()
            painter.drawPolyline([middle + QPointF(x, y) for x, y in ((-4, 0), (-1, 3), (4, -3.5))])
        painter.end()


class Choice(QRadioButton):
    """A radio button: a ring with a dot where it is chosen."""

    def sizeHint(self) -> QSize:
        """Give the room of mark and words."""
        return _hint(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words."""
        painter = QPainter(self)
        mark = _paint(self, painter)
        painter.drawEllipse(mark)
        if self.isChecked():
            painter.setBrush(painter.pen().color())
            painter.drawEllipse(mark.adjusted(4, 4, -4, -4))
        painter.end()
