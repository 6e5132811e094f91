"""How a row of the issues and of the contents is painted: two lines, a sign, a count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model import Status
from reader.ui import theme
from reader.ui.issues.progress import least, paint_bar
from reader.ui.rows import FACT, paint_ring
from reader.ui.signs import paint_status

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from reader.model import ArticleRow, IssueRow
    from reader.ui.rows import Index
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_LEFT, _RIGHT, _SIGN, _BAR = 38, 16, 22, 64


class TwoLines(QStyledItemDelegate):
    """Paints ground, bar and two lines; what stands in them is the subclass's."""

    def __init__(self, words: Words, colours: Theme, height: int) -> None:
        super().__init__()
        self.words = words
        self.colours = colours
        self.height = height

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
        if chosen:
            painter.fillRect(rect, self.colours.color("selection"))
            focused = bool(state & QStyle.StateFlag.State_Active)
            bar = "accent" if focused else "rule-strong"
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self.colours.color(bar))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.colours.color("hover"))
        self.paint_fact(painter, rect, index.data(FACT), chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()

    def paint_fact(self, painter: QPainter, rect: QRect, fact: object, *, chosen: bool) -> None:
        """Paint what the row says; each list's own delegate knows how."""

    def line(self, painter: QPainter, place: QRect, words: str, font: QFont, role: str) -> None:
        """Write one line, cut at its end where it is too long."""
        painter.setFont(font)
        painter.setPen(self.colours.color(role))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def doubts(self, painter: QPainter, place: QRect, count: int) -> int:
        """Write a count of doubts flush right; give the width that it took."""
        if not count:
            return 0
        painter.setFont(theme.font("interface", 13))
        words = short(count)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(self.colours.color("doubt"))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        middle = QPointF(place.right() - width - 11, place.center().y() + 1)
        painter.setPen(QPen(self.colours.color("doubt-line"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon([middle + QPointF(*d) for d in ((0, -4), (4, 0), (0, 4), (-4, 0))])
        return width + 22


def short(count: int) -> str:
    """Shorten a count over 9,999."""
    return str(count) if count < 10_000 else f"{count / 1000:.0f}k"


class IssueDelegate(TwoLines):
    """Date above; page, articles and what else is known below; doubts at the right."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__(words, colours, int(theme.tokens()["space"]["row_two_line"]))
        self.several = False
        self.statuses: dict[str, Counter[str]] = {}
        """Whether the issues bear different titles, so that each must be named."""

    def paint_fact(self, painter: QPainter, rect: QRect, fact: object, *, chosen: bool) -> None:
        """Paint an issue."""
        row: IssueRow = fact  # type: ignore[assignment]
        first = QRect(rect.left() + _LEFT, rect.top() + 3, rect.width() - _LEFT - _RIGHT, 22)
        second = QRect(first.left(), rect.top() + 24, first.width(), 18)
        taken = self.doubts(painter, first, row.doubts)
        name = self.words.date(row.date)
        if self.several and row.title:
            name = f"{row.title}·{name}"
        cut = first.adjusted(0, 0, -taken, 0)
        self.line(painter, cut, name, theme.font("interface", 14, bold=chosen), "ink")
        if row.date and not row.date_sure:
            width = min(painter.fontMetrics().horizontalAdvance(name), cut.width())
            painter.setPen(QPen(self.colours.color("ink-3"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(cut.left(), cut.bottom(), cut.left() + width, cut.bottom())
        counts = self.statuses.get(row.id, Counter())
        overall = least(counts)
        middle = QPointF(rect.left() + _SIGN, first.center().y() + 1)
        paint_status(painter, overall, middle, self.colours)
        small = theme.font("interface", 12)
        said = self.words.issue_facts(row)
        room = second.width() - QFontMetrics(small).horizontalAdvance(said) - 8
        if overall is Status.WORKING and room >= _BAR:
            bar = QRectF(second.right() - _BAR, second.center().y() - 1, _BAR, 3)
            paint_bar(painter, bar, counts, self.colours)
        self.line(painter, second, said, small, "ink-2")


class ContentsDelegate(TwoLines):
    """Status sign and headline above; characters below; doubts at the right."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__(words, colours, int(theme.tokens()["space"]["row_contents"]))

    def paint_fact(self, painter: QPainter, rect: QRect, fact: object, *, chosen: bool) -> None:
        """Paint an article."""
        row: ArticleRow = fact  # type: ignore[assignment]
        first = QRect(rect.left() + _LEFT, rect.top() + 4, rect.width() - _LEFT - _RIGHT, 22)
        second = QRect(first.left(), rect.top() + 26, first.width(), 18)
        taken = self.doubts(painter, second, row.doubts)
        font = theme.font("reading", 14, bold=chosen)
        self.line(painter, first, row.title, font, "ink-2" if row.untitled else "ink")
        small = theme.font("interface", 12)
        said = self.words.article_facts(row)
        self.line(painter, second.adjusted(0, 0, -taken, 0), said, small, "ink-2")
        middle = QPointF(rect.left() + _SIGN, first.center().y() + 1)
        paint_status(painter, row.status, middle, self.colours)
