"""The source as shown: one text block a raw line, blank ones low; set once, painted over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat

from reader.ui import theme
from reader.ui.positions import points, shown, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from reader.store.received import SourceLine
    from reader.ui.theme import Theme

NUMBERS = 52
"""Where the hairline right of the numbers stands; the text begins a little behind it."""
GAP = 6
SIGNS = 20
"""Room of the signs, right of the second hairline."""
ROW = 24
BLANK_ROW = 15
TOP = 8
BOTTOM = 24
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class SourceSheet:
    """Keeps a text document in step with raw lines; the document is never read for its text."""

    def __init__(self, document: QTextDocument, colours: Theme) -> None:
        self._document = document
        self.colours = colours
        self.lines: Sequence[SourceLine] = ()
        self.article: str | None = None

    @property
    def pixels(self) -> int:
        """Size of the type in pixels."""
        return int(theme.tokens()["type"]["scale"]["source-line"])

    def show(self, lines: Sequence[SourceLine], article: str | None) -> None:
        """Show lines; those of `article` in ink, others quieter. Only what differs is set."""
        same = [(a.source, a.number, a.text) for a in self.lines] == [
            (b.source, b.number, b.text) for b in lines
        ]
        inked = [row.article == self.article for row in self.lines]
        self.lines, self.article = lines, article
        if not same:
            self._write()
        if not same or inked != [row.article == article for row in lines]:
            self.ink()

    def _write(self) -> None:
        self._document.setPlainText("\n".join(shown(line.text) for line in self.lines))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        row = QTextBlockFormat()
        row.setLineHeight(ROW, _FIXED)
        cursor.setBlockFormat(row)
        row.setLineHeight(BLANK_ROW, _FIXED)
        for number, line in enumerate(self.lines):
            if line.blank:
                cursor.setPosition(self._document.findBlockByNumber(number).position())
                cursor.setBlockFormat(row)
        cursor.endEditBlock()
        self._frame()

    def ink(self) -> None:
        """Give the lines their type and ink."""
        style = QTextCharFormat()
        style.setFont(theme.font("interface", self.pixels))
        style.setForeground(self.colours.color("ink-3"))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(style)
        cursor.setBlockCharFormat(style)
        style.setForeground(self.colours.color("ink"))
        first: int | None = None
        for number, line in enumerate((*self.lines, None)):
            mine = line is not None and line.article is not None and line.article == self.article
            if mine and first is None:
                first = number
            elif not mine and first is not None:
                self._select(cursor, first, number - 1)
                cursor.setCharFormat(style)
                first = None
        cursor.endEditBlock()

    def _select(self, cursor: QTextCursor, first: int, last: int) -> None:
        cursor.setPosition(self._document.findBlockByNumber(first).position())
        block = self._document.findBlockByNumber(last)
        end = block.position() + block.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)

    def _frame(self) -> None:
        """Leave room for the numbers and the signs; a new text has lost it."""
        frame = self._document.rootFrame()
        margins = QTextFrameFormat(frame.frameFormat())
        margins.setLeftMargin(NUMBERS + GAP)
        margins.setRightMargin(SIGNS + 2)
        margins.setTopMargin(TOP)
        margins.setBottomMargin(BOTTOM)
        frame.setFrameFormat(margins)

    # --- the way between lines and positions ----------------------------------------------

    def row_of(self, source: int, position: int) -> int | None:
        """Give the row of the line that a character of a source stands in."""
        for row, line in enumerate(self.lines):
            if line.source == source and line.start <= position <= line.end:
                return row
        return None

    def step(self, row: int, by: int) -> int | None:
        """Give the next row of the article after `row`, or before it; None at its end."""
        row += by
        while 0 <= row < len(self.lines):
            if self.article is not None and self.lines[row].article == self.article:
                return row
            row += by
        return None

    def step_page(self, row: int, by: int) -> int | None:
        """Give the next row after `row`, or before it, that is the page's own; None at the end."""
        row += by
        while 0 <= row < len(self.lines):
            if self.lines[row].of_page:
                return row
            row += by
        return None

    def text_between(self, low: int, high: int) -> str:
        """Give the text between two positions of the document as it was received."""
        texts = []
        first, last = self._document.findBlock(low), self._document.findBlock(high)
        for row in range(first.blockNumber(), last.blockNumber() + 1):
            if row < len(self.lines):
                block = self._document.findBlockByNumber(row)
                text = self.lines[row].text
                start = points(text, max(0, low - block.position()))
                end = points(text, max(0, high - block.position()))
                texts.append(text[start:end])
        return "\n".join(texts)

    def unit(self, row: int, at: int) -> int:
        """Map a position in a line to UTF-16 units."""
        return units(self.lines[row].text, at)
