"""What is painted about the source lines: numbers, hairlines, stubs, struck text and signs.

A sign stands at the end of a line, in the column right of the text: a tick where the engine
joined, a diamond where it is in doubt, a tie or a returning arrow where a person decided. Of
several verdicts in one line the one that most needs to be seen is shown.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from reader.model import Reads, Why
from reader.ui import theme
from reader.ui.rows import paint_ring
from reader.ui.source.sheet import BLANK_ROW, GAP, NUMBERS, ROW, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from reader.store.received import LineSeam, SourceLine
    from reader.ui.source.edit import SourceEdit

_JOINS = (Reads.JOIN, Reads.SPACE)
_STUB = 36


class Sign(Enum):
    """What stands at the end of a line."""

    DOUBT = auto()
    TIE = auto()
    ARROW = auto()
    TICK = auto()
    END = auto()


def sign_of(line: SourceLine) -> Sign | None:
    """Choose the sign of a line: doubts before a person's verdicts, these before the engine's."""
    seam = verdict_of(line)
    if seam is None:
        return None
    if seam.doubtful:
        return Sign.DOUBT
    if seam.decider is not None:
        return Sign.TIE if seam.reads in _JOINS else Sign.ARROW
    return Sign.TICK if seam.reads in _JOINS else Sign.END


def verdict_of(line: SourceLine) -> LineSeam | None:
    """Give the seam of a line that most needs to be seen."""
    doubts = (s for s in line.seams if s.doubtful)
    decided = (s for s in reversed(line.seams) if s.decider is not None)
    ends = (s for s in line.seams if s.at_end)
    return next(doubts, None) or next(decided, None) or next(ends, None)


class Row(NamedTuple):
    """A line in view: its row, its text block, where it lies, and where its layout begins."""

    number: int
    block: QTextBlock
    rect: QRectF
    top: float

    def base(self, line: int) -> float:
        """Give the base line of a line of the layout; -1 is the last."""
        layout = self.block.layout()
        found = layout.lineAt(line % layout.lineCount())
        return self.top + found.y() + found.ascent()


def in_view(edit: SourceEdit) -> Iterator[Row]:
    """Give the lines of which something is in the viewport, from above."""
    height = edit.viewport().height()
    block = edit.cursorForPosition(edit.viewport().rect().topLeft()).block()
    while block.isValid() and block.blockNumber() < len(edit.sheet.lines):
        row = row_at(edit, block)
        if row.rect.top() > height:
            return
        yield row
        block = block.next()


def row_at(edit: SourceEdit, block: QTextBlock) -> Row:
    """Find a line in the viewport, over its whole width.

    With lines of a fixed height Qt's own rectangle of a block is too low or too high.
    """
    number, layout = block.blockNumber(), block.layout()
    edit.document().documentLayout().blockBoundingRect(block)  # lays out what is not yet
    top = layout.position().y() - edit.verticalScrollBar().value()
    height = BLANK_ROW if edit.sheet.lines[number].blank else ROW * layout.lineCount()
    return Row(number, block, QRectF(0, top + 1, edit.viewport().width(), height), top)


def paint_under(edit: SourceEdit) -> None:
    """Paint the wash of the current line, and the hairlines of the column."""
    painter = QPainter(edit.viewport())
    colours = edit.sheet.colours
    for row in in_view(edit):
        if row.number == edit.current:
            painter.fillRect(row.rect, colours.color("selection"))
            bar = QRectF(0, row.rect.top(), 3, row.rect.height())
            painter.fillRect(bar, colours.color("accent"))
    height = edit.viewport().height()
    if edit.sheet.lines:
        for x in (NUMBERS, edit.viewport().width() - SIGNS):
            painter.fillRect(QRectF(x, 0, 1, height), colours.color("rule"))
    painter.end()


def paint_over(edit: SourceEdit) -> None:
    """Paint numbers, stubs, struck text and signs."""
    painter = QPainter(edit.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in in_view(edit):
        line = edit.sheet.lines[row.number]
        _paint_number(painter, edit, row)
        if line.blank:
            _paint_stub(painter, edit, row)
        _paint_struck(painter, edit, row)
        sign = sign_of(line)
        if sign is not None:
            middle = QPointF(edit.viewport().width() - SIGNS / 2 + 0.5, row.base(-1) - 5)
            paint_sign(painter, sign, middle, edit)
        if row.number == edit.current and edit.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            paint_ring(painter, row.rect.toRect(), edit.sheet.colours)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()


def _paint_number(painter: QPainter, edit: SourceEdit, row: Row) -> None:
    current = row.number == edit.current
    painter.setFont(theme.font("interface", theme.tokens()["type"]["scale"]["caption"]))
    painter.setPen(edit.sheet.colours.color("accent-text" if current else "ink-3"))
    words = str(edit.sheet.lines[row.number].number)
    room = NUMBERS - 8 - painter.fontMetrics().horizontalAdvance(words)
    blank = edit.sheet.lines[row.number].blank
    base = row.top + BLANK_ROW - 3 if blank else row.base(0)
    painter.drawText(QPointF(room, base), words)


def _paint_stub(painter: QPainter, edit: SourceEdit, row: Row) -> None:
    """Paint the dots of a blank line: it is evidence, and can be counted."""
    y = row.top + BLANK_ROW / 2 + 1
    pen = QPen(edit.sheet.colours.color("rule-strong"), 1)
    pen.setDashPattern([1, 2])
    painter.setPen(pen)
    painter.drawLine(QPointF(NUMBERS + GAP, y), QPointF(NUMBERS + GAP + _STUB, y))


def _paint_struck(painter: QPainter, edit: SourceEdit, row: Row) -> None:
    layout = row.block.layout()
    for struck in edit.sheet.lines[row.number].struck:
        person = struck.why in (Why.TYPED, Why.REPLACED)
        ink = edit.sheet.colours.color("human" if person else "ink-2")
        painter.setPen(QPen(ink, 1.6))
        low = edit.sheet.unit(row.number, struck.start)
        high = edit.sheet.unit(row.number, struck.end)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(low, line.textStart())
            end = min(high, line.textStart() + line.textLength())
            if start >= end:
                continue
            y = row.base(number) - 0.36 * edit.sheet.pixels
            painter.drawLine(QPointF(_x(edit, line.cursorToX(start)), y),
                             QPointF(_x(edit, line.cursorToX(end)), y))  # fmt: skip


def _x(edit: SourceEdit, found: object) -> float:
    assert isinstance(found, tuple)  # with the position, which may have been moved to a border
    frame = edit.document().rootFrame().frameFormat()
    return frame.leftMargin() + float(found[0])


def paint_sign(painter: QPainter, sign: Sign, middle: QPointF, edit: SourceEdit) -> None:
    """Paint a sign around a point."""
    colours, em = edit.sheet.colours, edit.sheet.pixels
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sign is Sign.TICK:
        painter.setPen(QPen(colours.color("engine"), 1.1))
        tick = QPointF(0, 0.14 * em)
        painter.drawLine(middle - tick, middle + tick)
    elif sign is Sign.DOUBT:
        marks = theme.tokens()["marks"]["doubt"]
        half = 0.3 * em
        painter.setPen(QPen(colours.color("doubt"), marks["bar_px"]))
        painter.setBrush(colours.color("doubt-wash"))
        painter.drawPolygon([middle + QPointF(x * half, y * half)
                             for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])  # fmt: skip
    elif sign is Sign.TIE:
        tie = theme.tokens()["marks"]["join-human"]
        half, depth = tie["width"] * em / 2, tie["depth"] * em
        painter.setPen(QPen(colours.color("human"), tie["stroke_px"]))
        path = QPainterPath(middle + QPointF(-half, 0))
        path.quadTo(middle + QPointF(0, 2 * depth), middle + QPointF(half, 0))
        painter.drawPath(path)
    else:
        arrow = theme.tokens()["marks"]["split-human"]
        ink = colours.color("human" if sign is Sign.ARROW else "ink-3")
        painter.setPen(QPen(ink, arrow["stroke_px"] if sign is Sign.ARROW else 1.2))
        _paint_arrow(painter, middle, arrow["width"] * em)


def _paint_arrow(painter: QPainter, middle: QPointF, width: float) -> None:
    """Paint an arrow that returns to the left."""
    right, left = middle.x() + width / 2, middle.x() - width / 2
    base, head = middle.y() + 0.2 * width, 0.32 * width
    path = QPainterPath(QPointF(right, base - 0.8 * width))
    path.lineTo(right, base)
    path.lineTo(left, base)
    path.moveTo(left + head, base - head)
    path.lineTo(left, base)
    path.lineTo(left + head, base + head)
    painter.drawPath(path)
