"""The gutter: a bar a block by its kind, its word or number, and where a block would go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from reader.model import Kind
from reader.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QPainter

    from reader.ui.article.marks import View
    from reader.ui.article.painted import PaintedEdit

_THIN, _THICK, _HAIR = 1.6, 4.0, 1.0
_DOUBLE = 4.0
"""How far the two lines of a subhead's bar lie apart."""
_REACH = 10.0
"""How far beside a bar it may still be taken."""
_WORD_GAP = 10.0
_LINE = 14.0
"""Height of a line of words in the gutter."""
NUMBERED = (Kind.PARA, Kind.VERSE)
_DASHED = (Kind.FURNITURE, Kind.SECTION)


class Bar(NamedTuple):
    """Where the bar of a block stands in the viewport."""

    x: float
    top: float
    bottom: float


def bar_x(edit: PaintedEdit) -> float:
    """Give where the bars stand, left of the column."""
    left = edit.document().rootFrame().frameFormat().leftMargin()
    offset = float(theme.tokens()["layout"]["gutter_bar_offset"])
    return left - edit.horizontalScrollBar().value() - offset


def bar_of(edit: PaintedEdit, view: View) -> Bar:
    """Give the bar of a block."""
    bounds = view.block.layout().boundingRect().translated(view.origin)
    top = bounds.top() + 4
    return Bar(bar_x(edit), top, top + max(0.0, bounds.height() - 6))


def in_gutter(edit: PaintedEdit, point: QPoint) -> bool:
    """Tell whether a point of the viewport lies where bars are taken."""
    x = bar_x(edit)
    gutter = float(theme.tokens()["layout"]["gutter"])
    return x - gutter + _REACH <= point.x() <= x + _REACH


def block_at(views: list[View], edit: PaintedEdit, y: float) -> int | None:
    """Give the block beside a height of the viewport; gaps belong to the nearer block."""
    if not views:
        return None
    bars = [(bar_of(edit, view), view.number) for view in views]
    return min(bars, key=lambda b: max(b[0].top - y, y - b[0].bottom, 0.0))[1]


def border_at(views: list[View], edit: PaintedEdit, y: float) -> int | None:
    """Give the block before which something dropped at a height would stand."""
    for view in views:
        bar = bar_of(edit, view)
        if y < (bar.top + bar.bottom) / 2:
            return view.number
    return views[-1].number + 1 if views else None


# --- painting -----------------------------------------------------------------------------


def paint_gutter(painter: QPainter, edit: PaintedEdit, view: View, base: float) -> None:
    """Paint the bar of a block and the word or number beside it, on the base line `base`."""
    colours = edit.sheet.colours
    current = view.number == edit.caret()[0]
    supplied = view.shown.supplied
    plain = view.shown.kind in NUMBERED
    ink = "accent" if current else "human" if supplied else "rule" if plain else "ink"
    bar = bar_of(edit, view)
    hovered = view.number == edit.hovered
    if hovered and not current and plain:
        ink = "rule-strong"
    _paint_bar(painter, bar, view.shown.kind, colours.color(ink), strong=current or hovered)
    if bar.x < 24:
        return
    painter.setFont(theme.font("interface", theme.tokens()["type"]["scale"]["caption"]))
    painter.setPen(colours.color("accent-text" if current else "ink-3"))
    if supplied and bar.bottom - bar.top < 2 * _LINE:
        base -= _LINE / 2  # both words stand beside a single line, and away from the next block
    _paint_words(painter, bar.x - _WORD_GAP, base - 1, _words(edit, view))
    if supplied:
        painter.setPen(colours.color("human"))
        _paint_words(painter, bar.x - _WORD_GAP, base - 1 + _LINE, edit.words.supplied())


def _words(edit: PaintedEdit, view: View) -> str:
    kind = view.shown.kind
    parts = (edit.words.kind(kind), str(view.shown.number) if kind in NUMBERED else "")
    return " ".join(part for part in parts if part)


def _paint_words(painter: QPainter, right: float, base: float, words: str) -> None:
    advance = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(QPointF(right - advance, base), words)


def _paint_bar(painter: QPainter, bar: Bar, kind: Kind, ink: QColor, *, strong: bool) -> None:
    height = bar.bottom - bar.top
    if kind is Kind.SUBHEAD:
        for x in (bar.x - _DOUBLE / 2 - 0.5, bar.x + _DOUBLE / 2 - 0.5):
            painter.fillRect(QRectF(x, bar.top, 1.2, height), ink)
    elif kind in _DASHED:
        pen = QPen(ink, _THIN, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(bar.x + 0.8, bar.top, bar.x + 0.8, bar.bottom))
    else:
        thin = 2.0 if strong else _HAIR
        width = _THICK if kind is Kind.TITLE else thin if kind in NUMBERED else _THIN
        left = bar.x - (width - _HAIR) / 2
        painter.fillRect(QRectF(left, bar.top, width, height), ink)


def paint_drop(painter: QPainter, edit: PaintedEdit, views: list[View]) -> None:
    """Paint the line at which a dragged block would be dropped."""
    before = edit.drop_before
    if before is None or not views:
        return
    at = next((bar_of(edit, view).top - 5 for view in views if view.number == before), None)
    if at is None:
        at = bar_of(edit, views[-1]).bottom + 5
    frame = edit.document().rootFrame().frameFormat()
    right = edit.viewport().width() - frame.rightMargin() - edit.horizontalScrollBar().value()
    left = bar_x(edit) - 4
    ink = edit.sheet.colours.color("accent")
    painter.fillRect(QRectF(left, at - 1, right - left, 2), ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(left, at), 3.5, 3.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
