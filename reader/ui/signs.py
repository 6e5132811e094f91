"""Signs of topics and of statuses: a colour and a shape that go together, painted to scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reader.model import Status
from reader.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from reader.ui.theme import Theme

_POINTS = {
    "square": ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    "triangle-up": ((0.5, 0.05), (1, 0.92), (0, 0.92)),
    "triangle-down": ((0, 0.08), (1, 0.08), (0.5, 0.95)),
    "hourglass": ((0.05, 0), (0.95, 0), (0.05, 1), (0.95, 1)),
    "cross": (
        (0.33, 0), (0.67, 0), (0.67, 0.33), (1, 0.33), (1, 0.67), (0.67, 0.67),
        (0.67, 1), (0.33, 1), (0.33, 0.67), (0, 0.67), (0, 0.33), (0.33, 0.33),
    ),
    "corner": ((0, 0), (0.4, 0), (0.4, 0.6), (1, 0.6), (1, 1), (0, 1)),
}  # fmt: skip
_BARS = {
    "two-bars-flat": ((0, 0.1, 1, 0.3), (0, 0.6, 1, 0.3)),
    "two-bars-upright": ((0.1, 0, 0.3, 1), (0.6, 0, 0.3, 1)),
}
_SIDES = {"pentagon": 5, "hexagon": 6}


def shape_path(shape: str, place: QRectF) -> QPainterPath:
    """Give the outline of a shape of tokens.json in a square."""
    path = QPainterPath()
    size = place.width()

    def at(x: float, y: float) -> QPointF:
        return QPointF(place.left() + x * size, place.top() + y * size)

    if shape in _POINTS:
        _polygon(path, [at(*point) for point in _POINTS[shape]])
    elif shape in _SIDES:
        sides = _SIDES[shape]
        turns = [2 * math.pi * n / sides - math.pi / 2 for n in range(sides)]
        _polygon(path, [at(0.5 + 0.52 * math.cos(t), 0.5 + 0.52 * math.sin(t)) for t in turns])
    elif shape in _BARS:
        for x, y, width, height in _BARS[shape]:
            path.addRect(QRectF(at(x, y), at(x + width, y + height)))
    elif shape == "half-disc":
        path.moveTo(at(0, 0.75))
        path.arcTo(QRectF(at(0, 0.2), at(1, 1.3)), 180, -180)
        path.closeSubpath()
    else:  # the leaf: a square with two round corners
        path.moveTo(at(0, 0))
        path.quadTo(at(0.95, 0), at(1, 1))
        path.quadTo(at(0.05, 1), at(0, 0))
    return path


def _polygon(path: QPainterPath, points: Sequence[QPointF]) -> None:
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()


def sign_of(number: int, colours: Theme) -> tuple[str, QColor]:
    """Give shape and colour of the topic that was made as the `number`-th, from 0."""
    palette = theme.tokens()["tags"]["palette"]
    entry = palette[number % len(palette)]
    return entry["shape"], theme.colour(entry[colours.name])


def paint_sign(painter: QPainter, number: int, middle: QPointF, colours: Theme) -> None:
    """Paint the sign of a topic around a point."""
    size = float(theme.tokens()["tags"]["glyph_px"])
    shape, ink = sign_of(number, colours)
    place = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    painter.fillPath(shape_path(shape, place), ink)


def sign_icon(number: int, colours: Theme) -> QIcon:
    """Make an icon of the sign of a topic, at 1 and 2 times its size."""
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(14 * ratio, 14 * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, number, QPointF(7, 7), colours)
        painter.end()
        made.addPixmap(pixmap)
    return made


def paint_status(painter: QPainter, status: Status, middle: QPointF, colours: Theme) -> None:
    """Paint the sign of a status: an open, half or ticked circle, each its own shape."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status in (Status.PROOFED1, Status.PROOFED2):
        painter.setPen(QPen(colours.color("done"), 1.75))
        for shift in (-2, 3) if status is Status.PROOFED2 else (0,):
            painter.drawPolyline(
                [middle + QPointF(x + shift, y) for x, y in ((-4, 0), (-1, 3), (5, -4))]
            )
        return
    if status is Status.NONTEXT:
        painter.setPen(QPen(colours.color("ink-3"), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
        return
    role = "ink-3" if status is Status.NEW else "accent"
    painter.setPen(QPen(colours.color(role), 1.5))
    circle = QRectF(middle.x() - 5, middle.y() - 5, 10, 10)
    painter.drawEllipse(circle)
    if status is Status.WORKING:
        painter.setBrush(colours.color(role))
        painter.drawChord(circle, 90 * 16, 180 * 16)
    elif status is Status.DISPUTED:
        painter.drawLine(middle - QPointF(2.5, 2.5), middle + QPointF(2.5, 2.5))
        painter.drawLine(middle - QPointF(2.5, -2.5), middle + QPointF(2.5, -2.5))
