"""The furniture of the issue: one row under the contents, and its lines when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme
from reader.ui.rows import FACT, Rows, RowView, paint_ground, paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from reader.model import IssueRow
    from reader.store.asides import Aside
    from reader.ui.rows import Index
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_LEFT, _RIGHT, _SIGN = 38, 16, 22
_DASHES = (3.0, 1.5)
"""Pixels of a dash and of the gap behind it."""


class FurnitureRow(QAbstractButton):
    """The row: a dashed sign, its name and a count; a click or Enter unfolds the lines."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("furnitureRow")
        self.colours = colours
        self.count = ""
        self.setText(self.tr("Furniture"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(int(theme.tokens()["space"]["row_short"]))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(
            self.tr("Mastheads, page numbers and what else of the pages stands in no article")
        )

    def sizeHint(self) -> QSize:
        """Ask for the height of a row."""
        return QSize(120, self.height())

    def show_count(self, count: int) -> None:
        """Show how many blocks of furniture there are."""
        self.count = f"{count:,}"
        self.setAccessibleName(f"{self.text()}: {count}")
        self.setEnabled(count > 0)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold and fold by Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row as the contents are painted."""
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), self.colours.color("hover"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.colours.color("ink-3"), 1.6, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([length / 1.6 for length in _DASHES])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        middle = self.height() // 2
        painter.drawLine(_SIGN - 6, middle, _SIGN + 6, middle)
        place = self.rect().adjusted(_LEFT, 0, -_RIGHT, 0)
        painter.setFont(theme.font("interface", 14, bold=self.isChecked()))
        painter.setPen(self.colours.color("ink-2"))
        painter.drawText(place, _across(Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(theme.font("interface", 13))
        painter.setPen(self.colours.color("ink-3"))
        painter.drawText(place, _across(Qt.AlignmentFlag.AlignRight), self.count)
        if self.hasFocus():
            paint_ring(painter, self.rect(), self.colours)
        painter.end()


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
        number = QRect(rect.left(), rect.top(), _LEFT - 8, rect.height())
        painter.drawText(number, _across(Qt.AlignmentFlag.AlignRight), f"{aside.line or ''}")
        place = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        if self.several and aside.page is not None:
            said = self._words.page(aside.page)
            painter.drawText(place, _across(Qt.AlignmentFlag.AlignRight), said)
            place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(said) - 8)
        painter.setFont(theme.font("interface", theme.tokens()["type"]["scale"]["interface"]))
        painter.setPen(self.colours.color("ink" if chosen else "ink-2"))
        cut = painter.fontMetrics().elidedText(
            aside.text, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, _across(Qt.AlignmentFlag.AlignLeft), cut)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()


class _LineView(RowView):
    """The lines; `opened` tells that Enter was pressed, `menu_wished` where a menu is wanted."""

    opened = Signal()
    left = Signal()
    menu_wished = Signal(QPoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the source by Enter, fold by Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing by letters: the search of the library does."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the mouse is, or at the current row."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(_LEFT, 0))
        event.accept()
        self.menu_wished.emit(place)


class Furniture(QWidget):
    """Row and lines. The lines are read when they are unfolded, the count with the contents.

    `chosen` gives the `Aside` that the person went to, `opened` one to go on at in the source;
    `kind_wished` one that shall be of another kind, and where a menu for it may stand.
    """

    chosen = Signal(object)
    opened = Signal(object)
    kind_wished = Signal(object, QPoint)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._issue: str | None = None
        self.row = FurnitureRow(colours)
        self.lines: Rows[Aside] = Rows(self._say, self)
        self.list = _LineView(int(theme.tokens()["space"]["row_short"]))
        self.list.setObjectName("furnitureList")
        self.list.setAccessibleName(self.tr("Furniture of the issue"))
        self.list.setModel(self.lines)
        self._paint = _LineDelegate(words, colours)
        self.list.setItemDelegate(self._paint)
        self.list.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.row)
        box.addWidget(self.list, 1)
        self.setMaximumHeight(self.row.height())
        self.row.toggled.connect(self._on_toggled)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(lambda: self._with_current(self.opened.emit))
        self.list.left.connect(self._fold)
        self.list.menu_wished.connect(self._on_menu)

    def show_issue(self, issue: IssueRow | None) -> None:
        """Show the furniture of an issue; the lines stay unfolded as long as it is the same."""
        now = issue.id if issue is not None else None
        self._paint.several = issue is not None and len(issue.pages) > 1
        known = now is not None and self._session.is_open
        count = self._session.library.issues.count_asides(now or "") if known else 0
        same, self._issue = now == self._issue, now
        self.row.show_count(count)
        self.row.setChecked(same and self.row.isChecked() and count > 0)
        if self.row.isChecked():
            self._read()

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.row.colours = self._paint.colours = colours
        self.update()

    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001 - a signal's
        self.list.setVisible(unfolded)
        self._read()
        if unfolded:
            self.list.setFocus()
            self.list.go(0)

    def _read(self) -> None:
        shown = self._issue is not None and self.row.isChecked()
        self.lines.put(self._session.library.issues.asides(self._issue or "") if shown else [])
        self.setMaximumHeight(self.row.height() + self.list.verticalHeader().length())

    def _fold(self) -> None:
        self.row.setChecked(False)
        self.row.setFocus()

    def _with_current(self, tell: object) -> None:
        aside = self.list.current()
        if aside is not None and callable(tell):
            tell(aside)

    def _on_menu(self, place: QPoint) -> None:
        self._with_current(lambda aside: self.kind_wished.emit(aside, place))

    def _say(self, aside: Aside) -> str:
        parts = [self.tr("line {line}").format(line=aside.line)] if aside.line else []
        if aside.page is not None:
            parts.insert(0, self._words.page(aside.page))
        return ", ".join((*parts, aside.text))


def _across(side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    return side | Qt.AlignmentFlag.AlignVCenter
