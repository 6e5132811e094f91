"""How a row of the journal is painted: what was done, and under it who, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import theme
from reader.ui.rows import FACT, paint_ground, paint_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from reader.ui.journal.model import Entry
    from reader.ui.journal.saying import Saying
    from reader.ui.rows import Index
    from reader.ui.theme import Theme

_LEFT, _RIGHT, _SIGN = 38, 16, 22


class EntryDelegate(QStyledItemDelegate):
    """A dot for what stands, a ring for what was taken back, an indigo one for where one is."""

    def __init__(self, saying: Saying, colours: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._saying = saying
        self.colours = colours
        self.height = int(theme.tokens()["space"]["row_two_line"])

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give the height of a row."""
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.colours)
        self._paint_entry(painter, rect, index.data(FACT), chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry, *, chosen: bool) -> None:
        first = QRect(rect.left() + _LEFT, rect.top() + 3, rect.width() - _LEFT - _RIGHT, 22)
        second = QRect(first.left(), rect.top() + 24, first.width(), 18)
        self._paint_sign(painter, QPointF(rect.left() + _SIGN, first.center().y() + 1), entry)
        font = theme.font("interface", 14, bold=chosen)
        role = "ink" if entry.wish.done else "ink-3"
        self._line(painter, first, self._saying.what(entry), (font, role))
        small = theme.font("interface", 12)
        said = self._saying.whence(entry)
        taken = QFontMetrics(small).horizontalAdvance(said)
        self._line(painter, second, said, (small, "ink-2" if entry.wish.done else "ink-3"))
        where = self._saying.where(entry)
        room = second.adjusted(min(taken + 12, second.width()), 0, 0, 0)
        if where and room.width() > 24:
            self._line(painter, room, where, (small, "ink-3"), right=True)

    def _paint_sign(self, painter: QPainter, middle: QPointF, entry: Entry) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if entry.head:
            painter.setPen(QPen(self.colours.color("accent"), 2))
            painter.drawEllipse(middle, 6, 6)
            painter.setBrush(self.colours.color("accent"))
            painter.drawEllipse(middle, 2, 2)
        elif entry.wish.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colours.color("ink-3"))
            painter.drawEllipse(middle, 3, 3)
        else:
            painter.setPen(QPen(self.colours.color("ink-3"), 1.2))
            painter.drawEllipse(middle, 3, 3)

    def _line(
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        style: tuple[QFont, str],
        *,
        right: bool = False,
    ) -> None:
        font, role = style
        painter.setFont(font)
        painter.setPen(self.colours.color(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, cut)
