"""How a row of the issues and of the contents is painted: two lines, a sign, a count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model import Status
from reader.ui import theme
from reader.ui.issues.masthead import paint_masthead
from reader.ui.issues.progress import least, paint_bar
from reader.ui.paged import Heading
from reader.ui.rows import FACT, paint_ground, paint_ring
from reader.ui.shortened import short, shorten
from reader.ui.signs import paint_diamond, paint_sign, paint_status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from reader.model import ArticleRow, IssueRow
    from reader.ui.issues.sayings import Sayings
    from reader.ui.rows import Index
    from reader.ui.signs import Sign
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_LEFT, _RIGHT, _SIGN, _BAR, _TOPIC = 38, 16, 22, 64, 15
_MOST_TOPICS = 6
_PROOFED = (Status.PROOFED1, Status.PROOFED2)


class TwoLines(QStyledItemDelegate):
    """Paints ground, bar and two lines; what stands in them is the subclass's."""

    def __init__(self, words: Words, sayings: Sayings, colours: Theme, height: int) -> None:
        super().__init__(sayings)  # it goes with them
        self.words = words
        self.sayings = sayings
        self.colours = colours
        self.height = height
        self.above = ""
        """The newspaper that stands over the list, and is not said again in it."""
        self.ground = ""
        """The role of the ground of the row that is being painted; empty for the list's own."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give the height of a row."""
        return QSize(120, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; nothing where the row is gone from the library."""
        fact = index.data(FACT)
        if fact is None:
            return
        painter.save()
        rect: QRect = option.rect
        inner = _to_the_padding(option)
        if isinstance(fact, Heading):
            self.paint_heading(painter, inner, fact)
            painter.restore()
            return
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.ground = paint_ground(painter, option, self.colours)
        self.paint_fact(painter, inner, fact, chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()

    def paint_fact(self, painter: QPainter, rect: QRect, fact: object, *, chosen: bool) -> None:
        """Paint what the row says; each list's own delegate knows how."""

    def paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """Paint a masthead, or a year over a hairline, at the foot of its row."""
        painter.fillRect(rect, self.colours.color("panel"))
        if not heading.thin and heading.words != self.above:
            paint_masthead(painter, rect.adjusted(0, 0, 0, -4), heading.words, self.colours)
        if not heading.thin:
            return
        place = rect.adjusted(16, max(0, rect.height() - 24), -_RIGHT, 0)
        small = theme.font("interface", 12, bold=True)
        self.line(painter, place.adjusted(0, 2, 0, -2), heading.words, small, "ink-2")
        rule = self.colours.color("rule")
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, rule)

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
        paint_diamond(painter, middle, self.colours.ink("doubt-line", self.ground))
        return width + 22


def _to_the_padding(option: QStyleOptionViewItem) -> QRect:
    """Give the place of a row as if there were no scroll bar: counts stand in one column."""
    rect: QRect = option.rect
    view: QWidget | None = option.widget
    return rect if view is None else rect.adjusted(0, 0, view.width() - rect.width(), 0)


class IssueDelegate(TwoLines):
    """Date above; page, articles and what else is known below; doubts or proof at the right."""

    def __init__(self, words: Words, sayings: Sayings, colours: Theme) -> None:
        super().__init__(words, sayings, colours, int(theme.tokens()["space"]["row_two_line"]))
        self.several = False
        """Whether newspapers are mixed, so that each issue must name its own."""

    def paint_fact(self, painter: QPainter, rect: QRect, fact: object, *, chosen: bool) -> None:
        """Paint an issue."""
        row: IssueRow = fact  # type: ignore[assignment]
        first = QRect(rect.left() + _LEFT, rect.top() + 3, rect.width() - _LEFT - _RIGHT, 22)
        second = QRect(first.left(), rect.top() + 24, first.width(), 18)
        counts = Counter({status.value: count for status, count in row.statuses})
        overall = least(counts)
        taken = self.doubts(painter, first, row.doubts) or self._proof(painter, first, overall)
        name = self.words.date(row.date)
        if self.several:
            name = f"{self.sayings.paper(row.title)}·{name}"
        cut = first.adjusted(0, 0, -taken, 0)
        self.line(painter, cut, name, theme.font("interface", 14, bold=chosen), "ink")
        if row.date and not row.date_sure:
            self._underline(painter, cut, name)
        middle = QPointF(rect.left() + _SIGN, first.center().y() + 1)
        paint_status(painter, overall, middle, self.colours)
        small = theme.font("interface", 12)
        said = shorten(self.words.issue_facts(row), row.articles)
        room = second.width() - QFontMetrics(small).horizontalAdvance(said) - 8
        if overall is Status.WORKING and room >= _BAR:
            bar = QRectF(second.right() - _BAR, second.center().y() - 1, _BAR, 3)
            paint_bar(painter, bar, counts, self.colours)
        self.line(painter, second, said, small, "ink-2")

    def _proof(self, painter: QPainter, place: QRect, status: Status) -> int:
        """Name the proof of an issue without doubts, flush right; give the width that it took."""
        if status not in _PROOFED:
            return 0
        painter.setFont(theme.font("interface", 12))
        painter.setPen(self.colours.color("done"))
        words = self.words.status(status)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        return painter.fontMetrics().horizontalAdvance(words) + 8

    def _underline(self, painter: QPainter, place: QRect, name: str) -> None:
        """Put dots under a date that was inferred, not under the newspaper before it."""
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(name), place.width())
        before = metrics.horizontalAdvance("".join(name.rpartition("·")[:2]))
        painter.setPen(QPen(self.colours.color("ink-2"), 1.25, Qt.PenStyle.DotLine))
        left = place.left() + min(before, width)
        painter.drawLine(left, place.bottom(), place.left() + width, place.bottom())


class ContentsDelegate(TwoLines):
    """Status sign and headline above; characters and topics below; doubts at the right."""

    def __init__(self, words: Words, sayings: Sayings, colours: Theme) -> None:
        super().__init__(words, sayings, colours, int(theme.tokens()["space"]["row_contents"]))
        self.numbers: Mapping[str, Sign] = {}
        """The sign of each topic."""
        self.pages = False
        """Whether the issue has several pages, so that each article must name its own."""

    def paint_fact(self, painter: QPainter, rect: QRect, fact: object, *, chosen: bool) -> None:
        """Paint an article."""
        row: ArticleRow = fact  # type: ignore[assignment]
        first = QRect(rect.left() + _LEFT, rect.top() + 4, rect.width() - _LEFT - _RIGHT, 22)
        second = QRect(first.left(), rect.top() + 26, first.width(), 18)
        taken = self.doubts(painter, second, row.doubts)
        font = theme.font("reading", 14, bold=chosen)
        said = self.sayings.headline(row)
        self.line(painter, first, said, font, "ink-2" if row.untitled else "ink")
        small = theme.font("interface", 12)
        said = self.words.article_facts(row)
        if self.pages and row.page is not None:
            said = f"{self.words.page(row.page)}·{said}"
        room = second.adjusted(0, 0, -taken, 0)
        self.line(painter, room, said, small, "ink-2")
        self._topics(painter, room, QFontMetrics(small).horizontalAdvance(said) + 12, row.tags)
        middle = QPointF(rect.left() + _SIGN, first.center().y() + 1)
        paint_status(painter, row.status, middle, self.colours, reworded=row.reworded)

    def _topics(self, painter: QPainter, place: QRect, left: int, tags: tuple[str, ...]) -> None:
        """Paint the signs of topics behind the words, as many as there is room for."""
        known = [self.numbers[tag] for tag in tags if tag in self.numbers]
        at = QPointF(place.left() + left + 5, place.center().y() + 1)
        for sign in known[:_MOST_TOPICS]:
            if at.x() + 5 > place.right():
                return
            paint_sign(painter, sign, at, self.colours)
            at += QPointF(_TOPIC, 0)
