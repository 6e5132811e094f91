"""The furniture of the issue: one row under the contents, and its lines when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import theme
from reader.ui.issues.folding import LEFT, RIGHT, SIGN, Folding, FoldRow, across
from reader.ui.names import isolated
from reader.ui.rows import FACT, paint_ground, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import IssueRow
    from reader.store.asides import Aside
    from reader.ui.rows import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_DASHES = (3.0, 1.5)
"""Pixels of a dash and of the gap behind it."""


class FurnitureRow(FoldRow):
    """The row: a dashed sign, its name and a count."""

    def __init__(self, colours: Theme) -> None:
        super().__init__(colours)
        self.setObjectName("furnitureRow")
        self.setText(self.tr("Furniture"))
        self.setToolTip(
            self.tr("Mastheads, page numbers and what else of the pages stands in no article")
        )

    def paint_sign(self, painter: QPainter, middle: int) -> None:
        """Paint a dashed line."""
        pen = QPen(self.colours.color("ink-3"), 1.6, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([length / 1.6 for length in _DASHES])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(SIGN - 6, middle, SIGN + 6, middle)


class _LineDelegate(QStyledItemDelegate):
    """Paints the number of a line and what stands in it, as the source does."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self._words = words
        self.colours = colours
        self.several = False
        """Whether the lines are of several pages, so that each must name its own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        aside: Aside = index.data(FACT)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_ground(painter, option, self.colours)
        painter.setFont(theme.font("interface", theme.tokens()["type"]["scale"]["caption"]))
        painter.setPen(self.colours.color("ink-3"))
        number = QRect(rect.left(), rect.top(), LEFT - 8, rect.height())
        painter.drawText(number, across(Qt.AlignmentFlag.AlignRight), f"{aside.line or ''}")
        place = rect.adjusted(LEFT, 0, -RIGHT, 0)
        if self.several and aside.page is not None:
            said = self._words.page(aside.page)
            painter.drawText(place, across(Qt.AlignmentFlag.AlignRight), said)
            place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(said) - 8)
        painter.setFont(theme.font("interface", theme.tokens()["type"]["scale"]["interface"]))
        painter.setPen(self.colours.color("ink" if chosen else "ink-2"))
        cut = painter.fontMetrics().elidedText(
            isolated(aside.text), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, across(Qt.AlignmentFlag.AlignLeft), cut)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()


class Furniture(Folding):
    """Row and lines. The lines are read when they are unfolded, the count with the contents.

    `chosen` gives the `Aside` that the person went to, `opened` one to go on at in the source;
    `kind_wished` one that shall be of another kind, and where a menu for it may stand.
    """

    kind_wished = Signal(object, QPoint)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        self._paint = _LineDelegate(words, colours)
        super().__init__(FurnitureRow(colours), self._say, self._paint)
        self._session = session
        self._words = words
        self._issue: str | None = None
        self.list.setObjectName("furnitureList")
        self.list.setAccessibleName(self.tr("Furniture of the issue"))
        self.list.menu_wished.connect(self._on_menu)

    def show_issue(self, issue: IssueRow | None) -> None:
        """Show the furniture of an issue; the lines stay unfolded as long as it is the same."""
        now = issue.id if issue is not None else None
        self._paint.several = issue is not None and len(issue.pages) > 1
        known = now is not None and self._session.is_open
        count = self._session.library.issues.count_asides(now or "") if known else 0
        same, self._issue = now == self._issue, now
        self.row.say(f"{count:,}", str(count), some=count > 0)
        self.read(unfolded=same and self.row.isChecked() and count > 0)

    def facts(self) -> Sequence[Aside]:
        """Give the furniture of the issue."""
        shown = self._issue is not None
        return self._session.library.issues.asides(self._issue or "") if shown else ()

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.row.colours = self._paint.colours = colours
        self.update()

    def _on_menu(self, place: QPoint) -> None:
        self._with_current(lambda aside: self.kind_wished.emit(aside, place))

    def _say(self, aside: Aside) -> str:
        parts = [self.tr("line {line}").format(line=aside.line)] if aside.line else []
        if aside.page is not None:
            parts.insert(0, self._words.page(aside.page))
        return ", ".join((*parts, isolated(aside.text)))
