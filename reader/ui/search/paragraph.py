"""The paragraph of the chosen hit, set as the article is, with the hit washed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame

from reader.text import words
from reader.ui import theme
from reader.ui.line import there
from reader.ui.positions import points, shown, units
from reader.ui.wordmouse import WordMouse

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from reader.ui.theme import Theme


class HitParagraph(WordMouse):
    """Shows one paragraph, read-only; it can be selected and copied."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("hitParagraph")
        self.setAccessibleName(self.tr("Paragraph of the hit"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._colours = colours
        self._size = int(theme.tokens()["type"]["scale"]["body"])
        self._text = ""
        self._span = (0, 0)

    def show_hit(self, text: str, start: int, end: int) -> None:
        """Show a paragraph with the hit at code points [start, end)."""
        self._text = text
        self._span = units(text, start), units(text, end)
        self._set()

    def dress(self, size: int, colours: Theme) -> None:
        """Set it in another size or other colours."""
        self._size, self._colours = size, colours
        self._set()

    def word_under(self, point: QPoint) -> tuple[int, int] | None:
        """Give the positions of the word of which a character is under the pointer."""
        if not self._text or not there():
            return None
        near, left = self.border_under(point)
        at = points(self._text, near.position())
        start, end = words.word_at(self._text, at - 1 if at and left else at)
        return units(self._text, start), units(self._text, end)

    def _set(self) -> None:
        self.setPlainText(shown(self._text))
        reading = theme.tokens()["reading"]
        block = QTextBlockFormat()
        block.setLineHeight(
            round(float(reading["leading"]) * self._size),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        block.setTextIndent(float(reading["indent_em"]) * self._size)
        block.setAlignment(Qt.AlignmentFlag.AlignJustify)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(block)
        letters = cursor.charFormat()
        letters.setFont(theme.font("reading", self._size))
        letters.setForeground(self._colours.color("ink"))
        cursor.setCharFormat(letters)
        self._place_column()
        place = QTextCursor(self.document())
        place.setPosition(self._span[1])
        place.setPosition(self._span[0])
        self.setTextCursor(place)
        self._show_whole_lines(max(1, round(block.lineHeight())))

    def _show_whole_lines(self, pitch: int) -> None:
        """Bring the hit into the upper part of the view, so that no line is cut at the top."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        line = round(self.cursorRect().center().y() + bar.value()) // pitch
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        margins.setBottomMargin(0)
        frame.setFrameFormat(margins)
        spare = -(math.ceil(self.document().size().height()) - height) % pitch
        margins.setBottomMargin(spare)
        frame.setFrameFormat(margins)
        bar.setValue((line - height // 3 // pitch) * pitch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its measure, in the middle."""
        super().resizeEvent(event)
        self._place_column()

    def _place_column(self) -> None:
        measure = round(float(theme.tokens()["reading"]["measure_em"]) * self._size)
        spare = max(48, self.viewport().width() - measure)
        frame = self.document().rootFrame()
        margins = frame.frameFormat()
        if margins.leftMargin() != spare // 2:
            margins.setLeftMargin(spare // 2)
            margins.setRightMargin(spare - spare // 2)
            frame.setFrameFormat(margins)

    def washes(self) -> list[QRectF]:
        """Give where the hit stands in the viewport, a rectangle a line."""
        block = self.document().firstBlock()
        layout = block.layout()
        start, end = self._span
        low, high = theme.tokens()["marks"]["hit"]["wash_y"]
        shift = -self.verticalScrollBar().value()
        made: list[QRectF] = []
        for number in range(layout.lineCount() if end > start else 0):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            left, right = (float(line.cursorToX(at)[0]) for at in (first, last))  # type: ignore[index]
            base = layout.position().y() + line.y() + line.ascent() + shift
            x = layout.position().x() + left
            height = (high - low) * self._size
            made.append(QRectF(x, base + low * self._size, right - left, height))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash under the text: no mark is a format."""
        width = float(theme.tokens()["marks"]["hit"]["current_line_px"])
        painter = QPainter(self.viewport())
        for wash in self.washes():
            painter.fillRect(wash, self._colours.color("hit"))
            painter.setPen(QPen(self._colours.color("accent"), width))
            painter.drawLine(wash.bottomLeft(), wash.bottomRight())
        painter.end()
        super().paintEvent(event)
