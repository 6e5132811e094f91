"""The foot of the legend: hit and selection, the signs of statuses and of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame

from reader.model import Status
from reader.ui import theme
from reader.ui.signs import Sign, paint_sign, paint_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Theme
    from reader.ui.words import Words

    Paint = Callable[[QPainter, QRectF], None]

_SIGN, _COLUMN = 40, 190
"""Pixels of the place of a sign, and of a column of signs with their words."""


class LegendSigns(QFrame):
    """Signs in rows of columns, each with what it means; `told` has them as they are painted."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("legendSigns")
        self._colours = colours
        self.told: list[list[tuple[str, Paint]]] = [
            [
                (self.tr("found by the search"), self._hit(current=False)),
                (self.tr("the current hit"), self._hit(current=True)),
                (self.tr("selected"), self._selection),
            ],
            [(words.status(status), self._status(status)) for status in Status],
            [
                (self.tr("a topic"), self._topic(Sign(0))),
                (self.tr("another topic"), self._topic(Sign(1))),
                (self.tr("a topic under the first"), self._topic(Sign(0, hollow=True))),
            ],
        ]
        self.setAccessibleName("; ".join(said for row in self.told for said, _ in row))

    def _rows(self) -> list[list[tuple[str, Paint]]]:
        most = max((self.width() - 48) // _COLUMN, 1)
        return [row[at : at + most] for row in self.told for at in range(0, len(row), most)]

    def sizeHint(self) -> QSize:
        """Take a short row for each row of signs."""
        return QSize(4 * _COLUMN, len(self._rows()) * int(theme.tokens()["space"]["row_short"]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every sign and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = int(theme.tokens()["space"]["row_short"])
        size = int(theme.tokens()["type"]["scale"]["interface"])
        for y, row in enumerate(self._rows()):
            for x, (said, paint) in enumerate(row):
                place = QRectF(24 + x * _COLUMN, y * height, _SIGN, height)
                painter.save()
                paint(painter, place)
                painter.restore()
                painter.setFont(theme.font("interface", size))
                painter.setPen(self._colours.color("ink"))
                beside = QRectF(place.right() + 4, place.top(), _COLUMN - _SIGN - 12, height)
                fitting = painter.fontMetrics().elidedText(
                    said, Qt.TextElideMode.ElideRight, int(beside.width())
                )
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(beside, flags, fitting)

    def _wash(self, painter: QPainter, place: QRectF, role: str) -> QRectF:
        painter.setFont(theme.font("reading", int(theme.tokens()["type"]["scale"]["body-min"])))
        wash = place.adjusted(0, 4, -4, -4)
        painter.fillRect(wash, self._colours.color(role))
        painter.setPen(self._colours.color("ink"))
        painter.drawText(wash, Qt.AlignmentFlag.AlignCenter, "校勘")
        return wash

    def _hit(self, *, current: bool) -> Paint:
        mark = theme.tokens()["marks"]["hit"]

        def paint(painter: QPainter, place: QRectF) -> None:
            wash = self._wash(painter, place, "hit")
            width = mark["current_line_px" if current else "line_px"]
            painter.setPen(QPen(self._colours.color("accent"), width))
            painter.drawLine(wash.bottomLeft(), wash.bottomRight())

        return paint

    def _selection(self, painter: QPainter, place: QRectF) -> None:
        self._wash(painter, place, "selection-strong")

    def _status(self, status: Status) -> Paint:
        def paint(painter: QPainter, place: QRectF) -> None:
            paint_status(painter, status, _middle(place), self._colours)

        return paint

    def _topic(self, sign: Sign) -> Paint:
        def paint(painter: QPainter, place: QRectF) -> None:
            paint_sign(painter, sign, _middle(place), self._colours)

        return paint


def _middle(place: QRectF) -> QPointF:
    return QPointF(place.right() - 12, place.center().y())
