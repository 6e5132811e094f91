"""Trays: the lines under phrases that bear a topic, with sign and name in the margin.

A tray is a line with its ends turned up, in the colour of the topic, lower than every other
line under the text. It lies on code points of a block, and moves with what is typed until what
the library says of the phrase is read again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen, QPolygonF

from reader.text.topics import leaf
from reader.ui import theme
from reader.ui.names import isolated
from reader.ui.positions import points, units
from reader.ui.signs import Sign, paint_sign, sign_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QPainter, QTextLine

    from reader.store.phrases import Phrase
    from reader.ui.article.marks import View
    from reader.ui.article.painted import PaintedEdit
    from reader.ui.article.sheet import Shown

_NOTE_GAP = 16
_SIGN_ROOM = 14
_NARROWEST = 44
"""Pixels: from the column to a note, from a sign to its name, and the least room for a name."""

SIGN_MARGIN = _NOTE_GAP + _SIGN_ROOM + 4
"""Pixels of the margin in which a sign has room, without its name."""


@dataclass(frozen=True, slots=True)
class Tray:
    """Code points [start, end) of the block `index` that bear a topic; `noted` in the margin.

    `state` is what became of the words since they were tagged, as the library names it.
    """

    index: int
    start: int
    end: int
    tag: str
    sign: Sign
    noted: bool = True
    state: str = "same"


class Note(NamedTuple):
    """Where in the viewport the note of a tray stands."""

    place: QRectF
    tray: Tray


def trays_of(
    phrases: Iterable[Phrase], blocks: Sequence[Shown], signs: Mapping[str, Sign]
) -> tuple[Tray, ...]:
    """Lay phrases, whose ranges count in the article's text, on its blocks."""
    found = []
    begins = _begins(blocks)
    for phrase in phrases:
        sign = signs.get(phrase.tag, Sign(0))
        first = True
        for start, end in phrase.ranges:
            for index, low, high in _on_blocks(start, end, blocks, begins):
                tray = Tray(
                    index, low, high, phrase.tag, sign, noted=first, state=str(phrase.state)
                )
                found.append(tray)
                first = False
    return tuple(found)


def _begins(blocks: Sequence[Shown]) -> list[int]:
    """Give where each block begins in the article's text."""
    begins, at = [], 0
    for block in blocks:
        begins.append(at)
        at += len(block.text) + 1 if block.text else 0
    return begins


def _on_blocks(
    start: int, end: int, blocks: Sequence[Shown], begins: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    for index in range(max(0, bisect_right(begins, start) - 1), len(blocks)):
        begin = begins[index]
        if begin >= end:
            return
        low, high = max(start, begin), min(end, begin + len(blocks[index].text))
        if low < high:
            yield index, low - begin, high - begin


def moved(trays: Iterable[Tray], index: int, edit: tuple[int, int, int]) -> tuple[Tray, ...]:
    """Move trays with an edit of block `index`: code points [start, end) became `typed` many."""
    start, end, typed = edit
    by = typed - (end - start)
    found = []
    for tray in trays:
        if tray.index != index or tray.end <= start:
            found.append(tray)
            continue
        low, high = tray.start, start
        if low > start:
            low = start + typed if low < end else low + by
        if tray.end >= end:
            high = tray.end + by
        if low < high:
            found.append(replace(tray, start=low, end=high))
    return tuple(found)


def paint_trays(painter: QPainter, edit: PaintedEdit, views: Iterable[View]) -> None:
    """Paint the trays of the blocks in view, and their notes in the margin."""
    by_block: dict[int, list[Tray]] = {}
    for tray in edit.trays:
        by_block.setdefault(tray.index, []).append(tray)
    lowest = -1.0
    edit.notes.clear()
    for view in views:
        for tray in sorted(by_block.get(view.number, ()), key=lambda t: (t.start, t.end)):
            lines = list(_lines(view, tray))
            for line, left, right in lines:
                _paint_tray(painter, edit, view, (tray, line, left, right))
            if lines and tray.noted:
                lowest = _paint_note(painter, edit, tray, _base(view, lines[0][0]), lowest)


def _lines(view: View, tray: Tray) -> Iterator[tuple[QTextLine, float, float]]:
    """Give the lines of a block on which a tray lies, with its ends in the viewport."""
    layout = view.block.layout()
    low, high = units(view.shown.text, tray.start), units(view.shown.text, tray.end)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if max(low, first) < min(high, last):
            yield line, _x(view, line, max(low, first)), _x(view, line, min(high, last))


def _x(view: View, line: QTextLine, position: int) -> float:
    told = line.cursorToX(position)
    assert isinstance(told, tuple)  # with the position, which may have been moved to a border
    return view.origin.x() + float(told[0])


def _base(view: View, line: QTextLine) -> float:
    return view.origin.y() + line.y() + line.ascent()


def _paint_tray(
    painter: QPainter,
    edit: PaintedEdit,
    view: View,
    place: tuple[Tray, QTextLine, float, float],
) -> None:
    tray, line, left, right = place
    measure = theme.tokens()["marks"]["tag-span"]
    base = _base(view, line) + measure["y"] * edit.sheet.setting.pixels(view.shown.kind)
    up = float(measure["ends_px"])
    _, ink = sign_of(tray.sign.number, edit.sheet.colours)
    pen = QPen(ink, float(measure["stroke_px"]))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ends = [QPointF(left + 1, base), QPointF(right - 1, base)]
    if tray.start >= _start(view, line):
        ends.insert(0, QPointF(left + 1, base - up))
    if tray.end <= _end(view, line):
        ends.append(QPointF(right - 1, base - up))
    painter.drawPolyline(QPolygonF(ends))


def _start(view: View, line: QTextLine) -> int:
    return _points(view, line.textStart())


def _end(view: View, line: QTextLine) -> int:
    return _points(view, line.textStart() + line.textLength())


def _points(view: View, position: int) -> int:
    return points(view.shown.text, position)


def _paint_note(
    painter: QPainter, edit: PaintedEdit, tray: Tray, base: float, lowest: float
) -> float:
    """Write sign and name beside a line, under the note above it; give where it stands."""
    frame = edit.document().rootFrame().frameFormat()
    width = edit.viewport().width()
    right = width - frame.rightMargin() - edit.horizontalScrollBar().value()
    size = int(theme.tokens()["type"]["scale"]["caption"])
    base = max(base, lowest + size + 4)
    left = right + _NOTE_GAP
    room = width - right - SIGN_MARGIN
    if room < 0:
        return lowest
    place = QRectF(left, base - size, width - left, size + 4)
    edit.notes.append(Note(place, tray))
    middle = QPointF(left + 5, base - 0.36 * size)
    paint_sign(painter, tray.sign, middle, edit.sheet.colours)
    if room >= _NARROWEST:
        font = theme.font("interface", size)
        painter.setFont(font)
        painter.setPen(edit.sheet.colours.color("ink-2"))
        words = QFontMetrics(font).elidedText(
            isolated(leaf(tray.tag)), Qt.TextElideMode.ElideRight, round(room)
        )
        painter.drawText(QPointF(left + _SIGN_ROOM + 2, base), words)
    return base
