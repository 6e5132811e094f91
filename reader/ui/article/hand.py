"""Marks of what a person typed or moved, and of characters that cannot be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from reader.ui import theme
from reader.ui.positions import hidden_in, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextLine

    from reader.ui.article.marks import View
    from reader.ui.article.moved import Moved
    from reader.ui.article.painted import PaintedEdit

_POINT = 0.3
"""Width in ems of the line where text went and nothing was put."""
_HOOK = 0.3
_BRACKET = (-1.0, 0.32)
_BRACKET_PX = 2.4


def stretches(view: View, start: int, end: int) -> Iterator[tuple[QTextLine, float, float]]:
    """Give each line that shows code points [start, end) of a block, with left and right there."""
    low, high = units(view.shown.text, start), units(view.shown.text, end)
    layout = view.block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(low, line.textStart())
        last = min(high, line.textStart() + line.textLength())
        inside = (
            first < last
            if low < high
            else first == low < line.textStart() + max(1, line.textLength())
        )
        if inside or (low == high == line.textStart() + line.textLength() == _length(view)):
            left, right = line.cursorToX(first), line.cursorToX(last)
            assert isinstance(left, tuple)
            assert isinstance(right, tuple)
            yield line, view.origin.x() + float(left[0]), view.origin.x() + float(right[0])


def _length(view: View) -> int:
    return int(view.block.length()) - 1


def base_of(view: View, line: QTextLine) -> float:
    """Give the base line of a line in the viewport."""
    return float(view.origin.y() + line.y() + line.ascent())


def paint_typed(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint the straight red line under what a person typed; a short one where text went."""
    mark = theme.tokens()["marks"]["correction"]
    em = edit.sheet.setting.pixels(view.shown.kind)
    pen = QPen(edit.sheet.colours.color("human"), mark["stroke_px"])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for made in view.shown.by_hand:
        for line, left, right in stretches(view, made.start, made.end):
            y = base_of(view, line) + mark["y"] * em
            wider = _POINT * em / 2 if left == right else 0.0
            painter.drawLine(QLineF(left - wider, y, right + wider, y))


def paint_moved(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint the bracket at the head of what was printed elsewhere."""
    for moved in view.shown.moved:
        ink = edit.sheet.colours.color("doubt" if moved.machine else "human")
        painter.setPen(QPen(ink, _BRACKET_PX))
        if moved.start:
            _paint_inside(painter, edit, view, moved)
        else:
            _paint_head(painter, edit, view, moved.line)


def _paint_head(painter: QPainter, edit: PaintedEdit, view: View, number: int) -> None:
    em = edit.sheet.setting.pixels(view.shown.kind)
    first = view.block.layout().lineAt(0)
    base = base_of(view, first)
    x = view.origin.x() - 0.35 * em
    top, bottom = (base + y * em for y in _BRACKET)
    painter.drawPolyline(
        [
            QPointF(x + _HOOK * em, top),
            QPointF(x, top),
            QPointF(x, bottom),
            QPointF(x + _HOOK * em, bottom),
        ]
    )
    layout = view.block.layout()
    last = layout.lineAt(layout.lineCount() - 1)
    frame = edit.document().rootFrame().frameFormat()
    right = edit.viewport().width() - frame.rightMargin() - edit.horizontalScrollBar().value()
    end = last.cursorToX(last.textStart() + last.textLength())
    assert isinstance(end, tuple)
    painter.setFont(theme.font("interface", theme.tokens()["type"]["scale"]["caption"]))
    said = str(number)
    behind = view.origin.x() + float(end[0]) + 1.6 * em
    x = (
        behind
        if behind + painter.fontMetrics().horizontalAdvance(said) < right
        else right + 0.8 * em
    )
    painter.drawText(QPointF(x, base_of(view, last)), said)


def _paint_inside(painter: QPainter, edit: PaintedEdit, view: View, moved: Moved) -> None:
    """Paint the foot of a bracket under the line, where a whole one would cover a character."""
    em = edit.sheet.setting.pixels(view.shown.kind)
    for line, left, _ in stretches(view, moved.start, moved.start + 1):
        base = base_of(view, line)
        painter.drawPolyline(
            [
                QPointF(left, base + 0.12 * em),
                QPointF(left, base + 0.38 * em),
                QPointF(left + _HOOK * em, base + 0.38 * em),
            ]
        )


def paint_hidden(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint a frame around each sign that stands for a character which cannot be seen."""
    places = hidden_in(view.shown.text)
    if not places:
        return
    em = edit.sheet.setting.pixels(view.shown.kind)
    painter.setPen(QPen(edit.sheet.colours.color("rule-strong"), 1, Qt.PenStyle.DotLine))
    for at in places:
        for line, left, right in stretches(view, at, at + 1):
            base = base_of(view, line)
            painter.drawRect(QRectF(left, base - 0.95 * em, max(2.0, right - left), 1.2 * em))
