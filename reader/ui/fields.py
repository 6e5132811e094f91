"""Fields with arrows, painted in the roles of the palette: a choice of a list, and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEIGHT = 28
_ARROW = 28
"""Pixels at the right in which an arrow of a choice stands."""


def _paint_field(field: QWidget, painter: QPainter) -> None:
    """Paint ground and border: stronger with the focus, faint where nothing can be chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = field.palette()
    role, width = QPalette.ColorRole.Dark, 1.0
    if not field.isEnabled():
        role = QPalette.ColorRole.Mid
    elif field.hasFocus():
        role, width = QPalette.ColorRole.Accent, 2.0
    painter.setPen(QPen(palette.color(role), width))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    inset = width / 2
    painter.drawRoundedRect(QRectF(field.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)


def _paint_arrow(field: QWidget, painter: QPainter, middle: QPointF, *, down: bool) -> None:
    role = QPalette.ColorRole.Text
    painter.setPen(QPen(field.palette().color(role), 1.5))
    turn = 1 if down else -1
    painter.drawPolyline(
        [middle + QPointF(x, y * turn) for x, y in ((-4.0, -2.0), (0.0, 2.0), (4.0, -2.0))]
    )


class ListChoice(QComboBox):
    """One of a list."""

    def sizeHint(self) -> QSize:
        """Give the room of the longest words and the arrow."""
        room = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())),
            default=0,
        )
        return QSize(room + _ARROW + 16, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Give the same: no words are cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, what is chosen, and the arrow."""
        painter = QPainter(self)
        _paint_field(self, painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        place = self.rect().adjusted(8, 0, -_ARROW, 0)
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, words)
        middle = QPointF(self.width() - _ARROW / 2, self.height() / 2)
        _paint_arrow(self, painter, middle, down=True)
        painter.end()


def _paint_number(field: QAbstractSpinBox) -> None:
    """Paint the field and its two arrows; the number is a line of its own within."""
    option = QStyleOptionSpinBox()
    field.initStyleOption(option)
    painter = QPainter(field)
    _paint_field(field, painter)
    kind = QStyle.ComplexControl.CC_SpinBox
    for part, down in (
        (QStyle.SubControl.SC_SpinBoxUp, False),
        (QStyle.SubControl.SC_SpinBoxDown, True),
    ):
        place: QRect = field.style().subControlRect(kind, option, part, field)
        middle = QPointF(field.width() - _ARROW / 2, place.center().y() + 0.5)
        _paint_arrow(field, painter, middle, down=down)
    painter.end()


class Number(QSpinBox):
    """A whole number."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field and its arrows."""
        _paint_number(self)


class Fraction(QDoubleSpinBox):
    """A number with two places behind the point."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field and its arrows."""
        _paint_number(self)
