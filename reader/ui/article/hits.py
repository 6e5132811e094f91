"""Hits: every place of the words that were searched for, marked in the article that was opened.

A wash under the text and a line over it, thicker for the hit at which the caret is. The places
are found in what is shown, in the blocks in view alone, so that they follow what is typed.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from reader.ui import theme
from reader.ui.positions import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter, QTextLine

    from reader.ui.article.marks import View
    from reader.ui.article.painted import PaintedEdit

Span = tuple[int, int]


class Hits:
    """The words that are marked, and where they stand in the blocks that were painted last."""

    def __init__(self) -> None:
        self.words: tuple[str, ...] = ()
        self._found: dict[str, list[Span]] = {}

    def mark(self, words: Iterable[str]) -> None:
        """Mark other words; none ends it."""
        self.words = tuple(word for word in words if word)
        self._found = {}

    def spans(self, text: str) -> list[Span]:
        """Give where the words stand in a block's text, in UTF-16 units, in order."""
        found = self._found.get(text)
        if found is None:
            from reader.text.tokens import spans_of

            places = sorted({span for word in self.words for span in spans_of(text, word)})
            found = self._found[text] = list(_in_units(text, places))
        return found

    def keep(self, texts: Iterable[str]) -> None:
        """Forget what was found in other texts than these."""
        kept = set(texts)
        self._found = {text: spans for text, spans in self._found.items() if text in kept}


_ONE_UNIT = 0xFFFF
"""The last code point that is one unit of UTF-16."""


def _in_units(text: str, places: list[Span]) -> Iterator[Span]:
    if text.isascii() or max(map(ord, text)) <= _ONE_UNIT:
        yield from places
        return
    before = [0, *accumulate(1 + (ord(character) > _ONE_UNIT) for character in text)]
    for start, end in places:
        yield before[start], before[end]


def paint_washes(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint the washes of a block's hits, before the text."""
    colour = edit.sheet.colours.color("hit")
    for box, _ in boxes(edit, view):
        painter.fillRect(box, colour)


def paint_lines(painter: QPainter, edit: PaintedEdit, view: View) -> None:
    """Paint the lines under a block's hits, behind the text."""
    mark = theme.tokens()["marks"]["hit"]
    colour = edit.sheet.colours.color("accent")
    for box, current in boxes(edit, view):
        thick = float(mark["current_line_px" if current else "line_px"])
        painter.fillRect(QRectF(box.left(), box.bottom() - thick, box.width(), thick), colour)


def boxes(edit: PaintedEdit, view: View) -> Iterator[tuple[QRectF, bool]]:
    """Give where hits of a block stand in the viewport, and whether the caret is at them."""
    spans = edit.hits.spans(view.shown.text) if edit.hits.words else []
    if not spans:
        return
    longest = max(end - start for start, end in spans)
    current = _current(edit, view)
    em = edit.sheet.setting.pixels(view.shown.kind)
    low, high = theme.tokens()["marks"]["hit"]["wash_y"]
    for line in _lines_in_view(edit, view):
        first, last = line.textStart(), line.textStart() + line.textLength()
        base = view.origin.y() + line.y() + line.ascent()
        for start, end in spans[bisect_left(spans, (first - longest, 0)) :]:
            if start >= last:
                break
            if end <= first:
                continue
            left, right = _x(line, max(start, first)), _x(line, min(end, last))
            box = QRectF(view.origin.x() + left, base + low * em, right - left, (high - low) * em)
            yield box, start <= current < end


def _current(edit: PaintedEdit, view: View) -> int:
    """Give the unit of the block at which the caret is, or what is selected begins; else -1."""
    index, at = edit.sheet.place(edit.textCursor().selectionStart())
    return units(view.shown.text, at) if index == view.number else -1


def _lines_in_view(edit: PaintedEdit, view: View) -> Iterator[QTextLine]:
    layout = view.block.layout()
    count, height = layout.lineCount(), edit.viewport().height()

    def foot(number: int) -> float:
        line = layout.lineAt(number)
        return float(view.origin.y() + line.y() + line.height())

    for number in range(bisect_left(range(count), 0.0, key=foot), count):
        line = layout.lineAt(number)
        if view.origin.y() + line.y() > height:
            return
        yield line


def _x(line: QTextLine, position: int) -> float:
    told = line.cursorToX(position)
    assert isinstance(told, tuple)  # with the position, which may have been moved to a border
    return float(told[0])
