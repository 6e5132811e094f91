"""Marks: painted under and over the text of the blocks in view, from positions alone.

Washes come before the text, signs after it, so a mark never covers a glyph and never changes
the text or its width. Measures are those of tokens.json, in ems, y down from the base line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from reader.model import Reads
from reader.ui import theme
from reader.ui.article.gutter import paint_drop, paint_gutter
from reader.ui.article.hand import paint_hidden, paint_moved
from reader.ui.article.here import paint_here, paint_thread
from reader.ui.article.sheet import is_border
from reader.ui.article.trays import paint_trays
from reader.ui.positions import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from reader.model import SeamFact
    from reader.ui.article.painted import PaintedEdit
    from reader.ui.article.sheet import Shown

_JOINED = (Reads.JOIN, Reads.SPACE)


class Spot(NamedTuple):
    """A place between two characters in the viewport: x, base line, and the em there."""

    x: float
    base: float
    em: float


class View(NamedTuple):
    """A block in view: its index, facts, text block, and where its layout begins."""

    number: int
    shown: Shown
    block: QTextBlock
    origin: QPointF


def in_view(edit: PaintedEdit) -> Iterator[View]:
    """Give the blocks of which something is in the viewport, from above."""
    layout = edit.document().documentLayout()
    height = edit.viewport().height()
    scrolled = QPointF(-edit.horizontalScrollBar().value(), -edit.verticalScrollBar().value())
    block = edit.cursorForPosition(edit.viewport().rect().topLeft()).block()
    while block.isValid() and block.blockNumber() < len(edit.sheet.blocks):
        rect = layout.blockBoundingRect(block).translated(scrolled)
        if rect.top() > height:
            return
        origin = block.layout().position() + scrolled
        yield View(block.blockNumber(), edit.sheet.blocks[block.blockNumber()], block, origin)
        block = block.next()


def spot(edit: PaintedEdit, view: View, at: int, *, after: bool = False) -> Spot | None:
    """Find a place of a block, in code points; `after` takes the line on which the left ends."""
    position = units(view.shown.text, at)
    layout = view.block.layout()
    line = layout.lineForTextPosition(max(0, position - 1) if after else position)
    if not line.isValid():
        return None
    x = line.cursorToX(position)
    assert isinstance(x, tuple)  # with the position, which may have been moved to a border
    base = view.origin.y() + line.y() + line.ascent()
    return Spot(view.origin.x() + float(x[0]), base, edit.sheet.setting.pixels(view.shown.kind))


def paint_under(edit: PaintedEdit) -> None:
    """Paint the washes of the caret's source line and of doubtful seams."""
    painter = QPainter(edit.viewport())
    wash = edit.sheet.colours.color("doubt-wash")
    low, high = theme.tokens()["marks"]["doubt"]["wash_y"]
    for view in in_view(edit):
        paint_here(painter, edit, view)
        for seam in view.shown.doubts:
            here = spot(edit, view, seam.at, after=True)
            if here is None:
                continue
            left = here.x - here.em
            right = here.x + here.em * (1.3 if is_border(seam, view.shown.text) else 1)
            top = here.base + low * here.em
            painter.fillRect(QRectF(left, top, right - left, (high - low) * here.em), wash)
    painter.end()


def paint_over(edit: PaintedEdit) -> None:
    """Paint the gutter, the rule over the headline and the signs of seams and of people."""
    painter = QPainter(edit.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    views = list(in_view(edit))
    for view in views:
        head = spot(edit, view, 0)
        if head is not None:
            paint_gutter(painter, edit, view, head.base)
        if view.number == 0:
            _paint_rule(painter, edit, view)
        edit.paint_changes(painter, view)
        for seam in view.shown.seams:
            _paint_seam(painter, edit, view, seam)
        paint_moved(painter, edit, view)
        paint_hidden(painter, edit, view)
    paint_trays(painter, edit, views)
    paint_thread(painter, edit, views)
    paint_drop(painter, edit, views)
    painter.end()


def _paint_rule(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint the thick and thin rule over the head of the article."""
    rule = theme.tokens()["shape"]["double_rule"]
    frame = edit.document().rootFrame().frameFormat()
    left = frame.leftMargin() - edit.horizontalScrollBar().value()
    width = edit.viewport().width() - frame.leftMargin() - frame.rightMargin()
    top = view.block.layout().boundingRect().translated(view.origin).top() - 16
    ink = edit.sheet.colours.color("ink")
    painter.fillRect(QRectF(left, top, width, rule["thick"]), ink)
    painter.fillRect(QRectF(left, top + rule["thick"] + rule["gap"], width, rule["thin"]), ink)


def _paint_seam(painter: QPainter, edit: PaintedEdit, view: View, seam: SeamFact) -> None:
    border = is_border(seam, view.shown.text)
    here = spot(edit, view, seam.at, after=True)
    if here is None:
        return
    colours = edit.sheet.colours
    if seam in view.shown.doubts:
        _paint_doubt(painter, here, edit, border=border)
    elif seam.decider is not None:
        marks = theme.tokens()["marks"]
        if border:
            painter.setPen(QPen(colours.color("human"), marks["split-human"]["stroke_px"]))
            _paint_return(painter, here)
        elif seam.reads in _JOINED and 0 < seam.at < len(view.shown.text):
            painter.setPen(QPen(colours.color("human"), marks["join-human"]["stroke_px"]))
            _paint_tie(painter, here)
    elif seam.reads in _JOINED and 0 < seam.at < len(view.shown.text):
        tick = theme.tokens()["marks"]["join-engine"]
        if edit.ticks == "off":
            return
        low, high = tick["y"]
        strong = edit.ticks == "strong"
        width = tick["width_px"] * (1.5 if strong else 1)
        painter.setPen(QPen(colours.color("ink-2" if strong else "engine"), width))
        painter.drawLine(
            QPointF(here.x, here.base + low * here.em), QPointF(here.x, here.base + high * here.em)
        )


def _paint_doubt(painter: QPainter, here: Spot, edit: PaintedEdit, *, border: bool) -> None:
    marks = theme.tokens()["marks"]["doubt"]
    colours = edit.sheet.colours
    x = here.x + (0.75 * here.em if border else 0)
    painter.setPen(QPen(colours.color("doubt"), marks["bar_px"]))
    for low, high in marks["bars_y"]:
        painter.drawLine(
            QPointF(here.x, here.base + low * here.em),
            QPointF(here.x, here.base + high * here.em),
        )
    half = marks["diamond_half"] * here.em
    middle = QPointF(here.x, here.base + 0.25 * here.em + half)
    painter.setBrush(colours.color("paper"))
    painter.drawPolygon(
        [
            middle + QPointF(0, -half),
            middle + QPointF(half, 0),
            middle + QPointF(0, half),
            middle + QPointF(-half, 0),
        ]
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if border:
        _paint_return(painter, Spot(x - 0.5 * here.em, here.base, here.em))


def _paint_return(painter: QPainter, here: Spot) -> None:
    """Paint the returning arrow behind the last character of a block."""
    gap = float(theme.tokens()["marks"]["split-human"]["gap_before"])
    width = float(theme.tokens()["marks"]["split-human"]["width"]) * here.em
    left = here.x + gap * here.em
    base = here.base - 0.12 * here.em
    path = QPainterPath(QPointF(left + width, base - 0.5 * here.em))
    path.lineTo(left + width, base)
    path.lineTo(left, base)
    path.moveTo(left + 0.2 * here.em, base - 0.2 * here.em)
    path.lineTo(left, base)
    path.lineTo(left + 0.2 * here.em, base + 0.2 * here.em)
    painter.drawPath(path)


def _paint_tie(painter: QPainter, here: Spot) -> None:
    """Paint the tie under two characters that a person joined."""
    tie = theme.tokens()["marks"]["join-human"]
    half = tie["width"] * here.em / 2
    top = here.base + tie["y"] * here.em
    path = QPainterPath(QPointF(here.x - half, top))
    path.quadTo(here.x, top + 2 * tie["depth"] * here.em, here.x + half, top)
    painter.drawPath(path)
