"""The text of the caret's source line: a wash, a line under it, and the thread to the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from reader.ui import theme
from reader.ui.positions import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from reader.ui.article.marks import View
    from reader.ui.article.painted import PaintedEdit

_ROUND = 8.0
_DOT = 3.0
_UP, _DOWN = 5.0, 7.0
"""How far above its base line the thread meets a line; below it where the number stands."""
_WAY = 22.0
"""How far from the edge the thread turns up or down."""


class Span(NamedTuple):
    """Code points [start, end) of a block's text."""

    block: int
    start: int
    end: int

    def grow(self, start: int, end: int, by: int) -> Span:
        """Give the span after an edit of [start, end) that made the text longer by `by`."""
        if start >= self.end and (start, end) != (self.end, self.end):
            return self
        if end <= self.start and start < self.start:
            return Span(self.block, self.start + by, self.end + by)
        low = min(self.start, start)
        return Span(self.block, low, max(low, max(self.end, end) + by))


def boxes(edit: PaintedEdit, view: View) -> Iterator[tuple[QRectF, float]]:
    """Give where the marked text of a block stands, a box a line, with the base line of each."""
    layout = view.block.layout()
    em = edit.sheet.setting.pixels(view.shown.kind)
    low_y, high_y = theme.tokens()["marks"]["current-line"]["wash_y"]
    for span in edit.here:
        if span.block != view.number:
            continue
        low, high = units(view.shown.text, span.start), units(view.shown.text, span.end)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(low, line.textStart())
            end = min(high, line.textStart() + line.textLength())
            if start >= end:
                continue
            left, right = line.cursorToX(start), line.cursorToX(end)
            assert isinstance(left, tuple)
            assert isinstance(right, tuple)
            x = view.origin.x() + float(left[0])
            base = view.origin.y() + line.y() + line.ascent()
            width = float(right[0]) - float(left[0])
            yield QRectF(x, base + low_y * em, width, (high_y - low_y) * em), base


def paint_here(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint the wash and the line of the caret's source line, before the text."""
    thick = theme.tokens()["marks"]["current-line"]["line_px"]
    colours = edit.sheet.colours
    for box, _ in boxes(edit, view):
        painter.fillRect(box, colours.color("selection"))
        line = QRectF(box.left(), box.bottom() - thick, box.width(), thick)
        painter.fillRect(line, colours.color("accent"))


def paint_thread(painter: QPainter, edit: PaintedEdit, views: list[View]) -> None:
    """Paint the thread from the edge, where the source line lies, to the bar of its block."""
    marked = ((view, base) for view in views for _, base in boxes(edit, view))
    view, base = next(marked, (None, 0.0))
    if edit.thread_from is None or view is None:
        return
    head = view.block.layout().lineAt(0)
    numbered = base <= view.origin.y() + head.y() + head.ascent()
    margin = edit.document().rootFrame().frameFormat().leftMargin()
    bar = margin - edit.horizontalScrollBar().value()
    bar -= theme.tokens()["layout"]["gutter_bar_offset"] - 1
    start = QPointF(_DOT, edit.thread_from)
    end = QPointF(bar, base + _DOWN if numbered else base - _UP)
    rise = end.y() - start.y()
    curve = min(_ROUND, abs(rise) / 2)
    turn = curve if rise > 0 else -curve
    path = QPainterPath(start)
    path.lineTo(_WAY - curve, start.y())
    path.quadTo(_WAY, start.y(), _WAY, start.y() + turn)
    path.lineTo(_WAY, end.y() - turn)
    path.quadTo(_WAY, end.y(), _WAY + curve, end.y())
    path.lineTo(end)
    accent = edit.sheet.colours.color("accent")
    painter.setPen(QPen(accent, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawEllipse(start, _DOT, _DOT)
    painter.drawEllipse(end, _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
