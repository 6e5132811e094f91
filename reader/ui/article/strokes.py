"""Strokes of the view of differences: what was typed, struck, or closed up, a line at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPen

from reader.store.against import Fate
from reader.ui import theme
from reader.ui.article.hand import base_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter, QTextLine

    from reader.ui.article.changed import Stroke
    from reader.ui.article.marks import View
    from reader.ui.article.painted import PaintedEdit

_THROUGH = -0.36
"""How far above its base line text is struck through, in ems, as in the source."""


def lines_in_view(edit: PaintedEdit, view: View) -> Iterator[QTextLine]:
    """Give the lines of a block that are in the viewport; the first is found by halving."""
    layout = view.block.layout()
    height = edit.viewport().height()
    rows = range(layout.lineCount())
    first = bisect_left(rows, 0.0, key=lambda n: view.origin.y() + layout.lineAt(n).rect().bottom())
    for number in rows[first:]:
        line = layout.lineAt(number)
        if view.origin.y() + line.y() > height:
            return
        yield line


def strokes_in(strokes: Sequence[Stroke], start: int, end: int) -> Sequence[Stroke]:
    """Give the strokes that have something in the units [start, end), or stand there."""
    low = bisect_left(strokes, start, key=attrgetter("high"))
    return strokes[low : bisect_right(strokes, end, key=attrgetter("low"))]


def paint_strokes(
    painter: QPainter, edit: PaintedEdit, view: View, strokes: Sequence[Stroke]
) -> None:
    """Paint the strokes of a block that are in view; they rise and do not overlap."""
    if not strokes:
        return
    for line in lines_in_view(edit, view):
        start, end = line.textStart(), line.textStart() + line.textLength()
        for stroke in strokes_in(strokes, start, end):
            low, high = max(start, stroke.low), min(end, stroke.high)
            if stroke.fate is Fate.CLOSED:
                if low < end or end == view.block.length() - 1:
                    _paint_closed(painter, edit, view, line, stroke)
            elif low < high:
                _paint_line(painter, edit, view, line, stroke._replace(low=low, high=high))


def _paint_line(
    painter: QPainter, edit: PaintedEdit, view: View, line: QTextLine, stroke: Stroke
) -> None:
    """Paint a line under what was typed, or through what was struck."""
    mark = theme.tokens()["marks"]["correction"]
    struck = stroke.fate is Fate.STRUCK
    ink = "ink-2" if stroke.machine else "human"
    pen = QPen(edit.sheet.colours.color(ink), mark["stroke_px"])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    em = edit.sheet.setting.pixels(view.shown.kind)
    y = base_of(view, line) + (_THROUGH if struck else float(mark["y"])) * em
    painter.drawLine(QLineF(_x(view, line, stroke.low), y, _x(view, line, stroke.high), y))


def _paint_closed(
    painter: QPainter, edit: PaintedEdit, view: View, line: QTextLine, stroke: Stroke
) -> None:
    """Paint an open box under the place at which white space was: it is as tall as a tick."""
    marks = theme.tokens()["marks"]
    em = edit.sheet.setting.pixels(view.shown.kind)
    top, foot = (base_of(view, line) + y * em for y in marks["join-engine"]["y"])
    half = marks["join-human"]["width"] * em / 4
    x = _x(view, line, stroke.low)
    ink = "ink-2" if stroke.machine else "human"
    painter.setPen(QPen(edit.sheet.colours.color(ink), 1.5 * marks["join-engine"]["width_px"]))
    painter.drawPolyline(
        [QPointF(x - half, top), QPointF(x - half, foot), QPointF(x + half, foot),
         QPointF(x + half, top)]
    )  # fmt: skip


def _x(view: View, line: QTextLine, at: int) -> float:
    found = line.cursorToX(at)
    assert isinstance(found, tuple)  # with the position, which may have been moved to a border
    return float(view.origin.x() + float(found[0]))
