"""A row under the contents that unfolds a short list: the furniture of the issue, its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from reader.ui import theme
from reader.ui.rows import Rows, RowView, paint_ring

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QStyledItemDelegate

    from reader.ui.theme import Theme

LEFT, RIGHT, SIGN = 38, 16, 22
"""Pixels to the words of a row, right of them, and to the middle of its sign."""


class FoldRow(QAbstractButton):
    """The row: a sign, its name and a count; a click or Enter unfolds the list."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self.count = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(int(theme.tokens()["space"]["row_short"]))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Ask for the height of a row."""
        return QSize(120, self.height())

    def say(self, shown: str, said: str, *, some: bool) -> None:
        """Show a count, in words that are shown and that are read aloud; nothing to unfold: off."""
        self.count = shown
        self.setAccessibleName(f"{self.text()}: {said}")
        self.setEnabled(some)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold and fold by Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_sign(self, painter: QPainter, middle: int) -> None:
        """Paint the sign at its place, `middle` pixels down; each row has its own."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row as the contents are painted."""
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), self.colours.color("hover"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_sign(painter, self.height() // 2)
        place = self.rect().adjusted(LEFT, 0, -RIGHT, 0)
        painter.setFont(theme.font("interface", 13))
        painter.setPen(self.colours.color("ink-3"))
        painter.drawText(place, across(Qt.AlignmentFlag.AlignRight), self.count)
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(self.count) - 8)
        painter.setFont(theme.font("interface", 14, bold=self.isChecked()))
        painter.setPen(self.colours.color("ink-2"))
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, across(Qt.AlignmentFlag.AlignLeft), name)
        if self.hasFocus():
            paint_ring(painter, self.rect(), self.colours)
        painter.end()


class FoldList(RowView):
    """The list; `opened` tells that Enter was pressed, `menu_wished` where a menu is wanted."""

    opened = Signal()
    left = Signal()
    menu_wished = Signal(QPoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, fold by Esc."""
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
            place = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(LEFT, 0))
        event.accept()
        self.menu_wished.emit(place)


class Folding(QWidget):
    """Row and list, folded at first.

    `chosen` gives the fact that the person went to, `opened` one to go on at.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, row: FoldRow, say: Callable[[Any], str], paint: QStyledItemDelegate) -> None:
        super().__init__()
        self.row = row
        self.lines: Rows[Any] = Rows(say, self)
        self.list = FoldList(int(theme.tokens()["space"]["row_short"]))
        self.list.setModel(self.lines)
        paint.setParent(self)  # else it would stay when the rest is gone
        self.list.setItemDelegate(paint)
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

    def let_go(self) -> None:
        """Let the current row go: it, or what it led to, is not there any more."""
        self.list.go(-1)

    def facts(self) -> Sequence[Any]:
        """Give what the list shows; asked for when it is unfolded."""
        return ()

    def read(self, *, unfolded: bool) -> None:
        """Show what there is now, unfolded or folded."""
        self.row.setChecked(unfolded)
        if unfolded:
            self._read()

    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001 - a signal's
        self.list.setVisible(unfolded)
        self._read()
        if unfolded:
            self.list.setFocus()
            self.list.go(0)

    def _read(self) -> None:
        facts = self.facts() if self.row.isChecked() else ()
        current = self.list.current()
        if current is not None and all(fact.id != current.id for fact in facts):
            self.let_go()  # else Qt goes to the next one, to which nobody went
        self.lines.put(facts)
        tall, row = self.list.verticalHeader().length(), self.row.height()
        self.setMinimumHeight(row + min(tall, row))  # one row is read whole in the lowest window
        self.setMaximumHeight(row + tall)

    def _fold(self) -> None:
        self.row.setChecked(False)
        self.row.setFocus()

    def _with_current(self, tell: Callable[[Any], object]) -> None:
        fact = self.list.current()
        if fact is not None:
            tell(fact)


def across(side: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Give an alignment to a side, in the middle of the height."""
    return side | Qt.AlignmentFlag.AlignVCenter
