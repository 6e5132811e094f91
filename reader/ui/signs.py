"""Signs of topics and of statuses: a colour and a shape that go together, painted to scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reader.model import Status
from reader.text.topics import root
from reader.ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    "corner": ((0, 0), (1, 0), (0, 1)),
}  # fmt: skip
_BARS = {
    "two-bars-flat": ((0, 0.1, 1, 0.3), (0, 0.6, 1, 0.3)),
    "two-bars-upright": ((0.1, 0, 0.3, 1), (0.6, 0, 0.3, 1)),
}
_SIDES = {"pentagon": 5, "hexagon": 6}
_OUTLINE = 1.7  # tokens.json says it in words: "hollow (outline 1.7)"


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
        path.lineTo(at(0.5, 0))
        path.quadTo(at(1, 0), at(1, 0.5))
        path.lineTo(at(1, 1))
        path.lineTo(at(0.5, 1))
        path.quadTo(at(0, 1), at(0, 0.5))
        path.closeSubpath()
    return path


def _polygon(path: QPainterPath, points: Sequence[QPointF]) -> None:
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()


class Sign(NamedTuple):
    """The sign of a topic: which of the palette's, hollow where it lies under another topic.

    Numbers from twelve on have the colour of one of the first twelve with another shape.
    """

    number: int
    hollow: bool = False


def signs_of(made: Mapping[str, int]) -> dict[str, Sign]:
    """Give each topic its sign, from the keys of the topics by name.

    A key grows with the time of making and is never given twice. A family has the key of its
    first member, which says which sign it wants; the families take theirs in the order of
    making, and where a sign is taken already, the next free one. So neither another name nor
    a topic that is made later changes a sign.
    """
    first: dict[str, int] = {}
    for name, key in made.items():
        first[root(name)] = min(key, first.get(root(name), key))
    count = len(theme.tokens()["tags"]["palette"])
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for name in sorted(first, key=lambda family: (first[family], family)):
        wanted = (first[name] - 1) % count
        turns = [(wanted + step) % count + count * (step // count) for step in range(count**2)]
        numbers[name] = next((n for n in turns if n not in taken), wanted)
        taken.add(numbers[name])
    families = {n: Sign(numbers[n]) for n in numbers}
    return families | {n: Sign(numbers[root(n)], hollow=root(n) != n) for n in made}


def sign_of(number: int, colours: Theme) -> tuple[str, QColor]:
    """Give the shape and the colour of a number of the palette, from 0."""
    palette = theme.tokens()["tags"]["palette"]
    turn, place = divmod(number, len(palette))
    shape = palette[(place + turn) % len(palette)]["shape"]
    return shape, theme.colour(palette[place][colours.name])


def paint_sign(painter: QPainter, sign: Sign, middle: QPointF, colours: Theme) -> None:
    """Paint the sign of a topic around a point."""
    size = float(theme.tokens()["tags"]["glyph_px"])
    shape, ink = sign_of(sign.number, colours)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign.hollow:
        size -= _OUTLINE
        pen = QPen(ink, _OUTLINE)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
    place = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    painter.drawPath(shape_path(shape, place))
    painter.restore()


def sign_icon(sign: Sign, colours: Theme) -> QIcon:
    """Make an icon of the sign of a topic, at 1 and 2 times its size."""
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(14 * ratio, 14 * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_sign(painter, sign, QPointF(7, 7), colours)
        painter.end()
        made.addPixmap(pixmap)
    return made


def paint_tick(painter: QPainter, middle: QPointF, ink: QColor, size: float = 10.0) -> None:
    """Paint a tick around its middle: the fonts that are shipped have none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    round_ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(ink, 1.75, Qt.PenStyle.SolidLine, *round_ends))
    steps = ((-0.42, 0.02), (-0.12, 0.32), (0.44, -0.32))
    painter.drawPolyline([middle + QPointF(x * size, y * size) for x, y in steps])
    painter.restore()


def paint_diamond(painter: QPainter, middle: QPointF, ink: QColor) -> None:
    """Paint the open diamond of a doubt around its middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((0.0, -4.0), (4.0, 0.0), (0.0, 4.0), (-4.0, 0.0))
    painter.drawPolygon([middle + QPointF(x, y) for x, y in corners])
    painter.restore()


def paint_status(
    painter: QPainter,
    status: Status,
    middle: QPointF,
    colours: Theme,
    *,
    reworded: bool = False,
) -> None:
    """Paint the sign of a status: an open, half or ticked circle, each its own shape.

    A tick of a text that was `reworded` since is no green one, and has a dot at its foot.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status in (Status.PROOFED1, Status.PROOFED2):
        ink = colours.color("ink-3" if reworded else "done")
        for shift in (-2, 3) if status is Status.PROOFED2 else (0,):
            paint_tick(painter, middle + QPointF(shift, 0), ink)
        if reworded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(middle + QPointF(5.5, 4), 1.5, 1.5)
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
