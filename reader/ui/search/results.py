"""The concordance: a model of lines, the view that lists them, and how a line is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.text.tokens import around
from reader.ui import theme
from reader.ui.names import isolated
from reader.ui.positions import shown
from reader.ui.rows import FACT, Rows, RowView, as_index, paint_ground, paint_ring
from reader.ui.search.work import Head, HitLine, Line
from reader.ui.shortened import shorten
from reader.ui.signs import paint_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.searching import Placed
    from reader.ui.rows import Index
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_HEAD = 42
_SIGN, _TEXT, _CONTEXT, _RIGHT = 26, 42, 92, 20
_COLUMN = 0.468
"""Where the hits begin, as a part of the width."""
_GAP = 3
_ROOT = QModelIndex()
_KEPT = 4000
_VCENTER = Qt.AlignmentFlag.AlignVCenter


class Results(Rows[Line]):
    """Lines of a search; when the last one comes into view, `more_wished` asks for others."""

    more_wished = Signal()

    def __init__(self, say: Callable[[Line], str], parent: QWidget) -> None:
        super().__init__(say, parent)
        self._more = False

    def put_lines(self, lines: list[Line], *, more: bool) -> None:
        """Show lines, and note whether there are more of them."""
        self._more = more
        self.put(lines)

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        """Tell whether there are hits that are not here yet."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index = _ROOT) -> None:
        """Ask for more hits, once until they have come."""
        if self.canFetchMore(parent):
            self._more = False
            self.more_wished.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody stand on the head of an article."""
        if index.isValid() and isinstance(index.data(FACT), Head):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class ResultsView(RowView):
    """Lists the lines: heads are higher than hits, and come into view with the first below."""

    def __init__(self) -> None:
        super().__init__(int(theme.tokens()["space"]["row_short"]))
        self.setObjectName("searchResults")
        self.setAccessibleName(self.tr("Hits"))

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Give the heads their height."""
        super().rowsInserted(as_index(parent), start, end)
        model = self.model()
        for row in range(start, end + 1):
            if isinstance(model.index(row, 0).data(FACT), Head):
                self.setRowHeight(row, _HEAD)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a line, and the head above it."""
        if index.row() > 0:
            above = index.model().index(index.row() - 1, 0)
            if isinstance(above.data(FACT), Head):
                super().scrollTo(above, hint)
        super().scrollTo(as_index(index), hint)


class LineDelegate(QStyledItemDelegate):
    """Paints heads and hits; what is cut to the width is kept until the width changes."""

    def __init__(self, words: Words, colours: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = colours
        self._words = words
        self._aside = self.tr("Furniture")
        scale = theme.tokens()["type"]["scale"]
        self._serif = theme.font("reading", int(scale["concordance"]))
        self._title = theme.font("interface", int(scale["list"]), bold=True)
        self._caption = theme.font("interface", int(scale["caption"]))
        self._cut: dict[tuple[str, str, int], tuple[str, str, str]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        line: Line = index.data(FACT)
        if isinstance(line, Head):
            self._paint_head(painter, rect, line)
        else:
            paint_ground(painter, option, self.colours)
            self._paint_hit(painter, rect, line)
            if state & QStyle.StateFlag.State_HasFocus:
                paint_ring(painter, rect, self.colours)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        place = rect.adjusted(_TEXT, _HEAD - 31, -_RIGHT, -1)
        middle = QPointF(rect.left() + _SIGN, place.center().y() + 1)
        reworded = head.row.reworded
        paint_status(painter, head.row.status, middle, self.colours, reworded=reworded)
        painter.setFont(self._caption)
        painter.setPen(self.colours.color("ink-2"))
        right = "·".join(
            (self._words.date(head.row.date), shorten(self._words.hits(head.count), head.count))
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _VCENTER, right)
        room = place.width() - painter.fontMetrics().horizontalAdvance(right) - 16
        painter.setFont(self._title)
        quiet = head.row.untitled or head.aside
        painter.setPen(self.colours.color("ink-2" if quiet else "ink"))
        words = isolated(one_line(head.row.title))
        words = "·".join((self._aside, words)) if head.aside else words
        title = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | _VCENTER, title)

    def _paint_hit(self, painter: QPainter, rect: QRect, line: HitLine) -> None:
        metrics = QFontMetricsF(self._serif)
        base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
        if not line.placed.hit.match:
            before, match, after = "", "", self._fit(line, rect.width())[2]
            x = float(rect.left() + _TEXT)
        else:
            before, match, after = self._fit(line, rect.width())
            x = rect.left() + round(rect.width() * _COLUMN)
            self._paint_number(painter, rect, line.placed.number)
        painter.setFont(self._serif)
        painter.setPen(self.colours.color("ink-2"))
        painter.drawText(QPointF(x - _GAP - metrics.horizontalAdvance(before), base), before)
        width = metrics.horizontalAdvance(match)
        if match:
            wash = QRectF(x - 2, rect.top() + 3, width + 4, rect.height() - 6)
            painter.fillRect(wash, self.colours.color("hit"))
            painter.setPen(QPen(self.colours.color("accent"), 1.5))
            painter.drawLine(wash.bottomLeft(), wash.bottomRight())
        painter.setPen(self.colours.color("ink-2"))
        painter.drawText(QPointF(x + width + (_GAP if match else 0), base), after)
        painter.setPen(self.colours.color("ink"))
        painter.drawText(QPointF(x, base), match)

    def _paint_number(self, painter: QPainter, rect: QRect, number: int) -> None:
        painter.setFont(self._caption)
        painter.setPen(self.colours.color("ink-3"))
        place = rect.adjusted(_TEXT, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | _VCENTER, str(number))

    def _fit(self, line: HitLine, width: int) -> tuple[str, str, str]:
        """Give what stands before the hit, the hit, and what stands behind, as far as it fits."""
        key = (line.id, line.placed.text, width)
        known = self._cut.get(key)
        if known is not None:
            return known
        if len(self._cut) > _KEPT:
            self._cut.clear()
        placed, metrics = line.placed, QFontMetricsF(self._serif)
        if not placed.hit.match:
            left, right = 0.0, float(width - _TEXT - _RIGHT)
        else:
            left = round(width * _COLUMN) - _GAP - _CONTEXT
            right = width - _RIGHT - left - _GAP - _CONTEXT - _GAP
            right -= metrics.horizontalAdvance(one_line(placed.hit.match))
        made = (
            fitting(placed, 0, left, metrics),
            one_line(placed.hit.match),
            fitting(placed, 1, right, metrics),
        )
        self._cut[key] = made
        return made


def one_line(text: str) -> str:
    """Give what is shown for a text in one line: a line end of verse as a space."""
    return shown(text).replace("\u2028", " ")


def fitting(placed: Placed, side: int, room: float, metrics: QFontMetricsF) -> str:
    """Give as much of the text before (side 0) or behind (1) a hit as fits, in whole characters.

    `room` is in pixels.
    """
    start, end = placed.at, placed.at + len(placed.hit.match)
    low, high = 0, min(start if side == 0 else len(placed.text) - end, max(0, int(room)) // 3)
    while low < high:
        middle = (low + high + 1) // 2
        part = one_line(around(placed.text, start, end, middle)[side])
        if metrics.horizontalAdvance(part) <= room:
            low = middle
        else:
            high = middle - 1
    return one_line(around(placed.text, start, end, low)[side])
