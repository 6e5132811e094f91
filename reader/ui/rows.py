"""Rows of facts as an item model of Qt's, and the view in which they are listed.

The model plumbs and holds nothing but dataclasses; what a row looks like is the delegate's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from reader.ui import theme
from reader.ui.binding import viewport_of
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from reader.ui.theme import Theme


class Identified(Protocol):
    """A fact with an id of its own."""

    @property
    def id(self) -> str:
        """The public id."""


Fact = TypeVar("Fact", bound=Identified)
Index = QModelIndex | QPersistentModelIndex
FACT = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class Rows(QAbstractTableModel, Generic[Fact]):
    """A list of facts in one column; `say` makes the words by which a row is read aloud."""

    def __init__(self, say: Callable[[Fact], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tells = False
        """Whether tool tips say the words of a row, which are shown shorter."""
        self._say = say
        self._facts: list[Fact] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._facts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns: one."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the fact of a row, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._facts):
            return None
        fact = self._facts[index.row()]
        if role == FACT:
            return fact
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._say(fact)
        if role == Qt.ItemDataRole.ToolTipRole and self.tells:
            return plain(self._say(fact))
        return None

    @property
    def facts(self) -> Sequence[Fact]:
        """The rows."""
        return self._facts

    def row_of(self, identity: str | None) -> int:
        """Give the row of a fact, -1 where there is none."""
        return next((n for n, fact in enumerate(self._facts) if fact.id == identity), -1)

    def put(self, facts: Sequence[Fact]) -> None:
        """Show other facts; rows whose ids stay are only told to have changed."""
        old, new = [f.id for f in self._facts], [f.id for f in facts]
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if head < len(old) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            del self._facts[head : len(old) - tail]
            self.endRemoveRows()
        if head < len(new) - tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._facts[head:head] = facts[head : len(new) - tail]
            self.endInsertRows()
        for row, fact in enumerate(facts):
            if self._facts[row] != fact:
                self._facts[row] = fact
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))


class RowView(QTableView):
    """A list: one column, rows of one height, one of them current.

    `chosen` gives the fact that the person went to; `activated_row` the one they opened.
    """

    chosen = Signal(object)

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = viewport_of(self)
        self._quiet = False
        self._pressing = False
        self._pressed: Any = None
        """The fact on which a button was pressed."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the person went."""
        super().currentChanged(as_index(current), as_index(previous))
        if not self._quiet and not self._pressing and current.isValid():
            self.chosen.emit(current.data(FACT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell where the person went when the press is over.

        What is told may move the rows, and Qt would then mark the one that came under the mouse.
        """
        before = QPersistentModelIndex(self.currentIndex())
        self._pressed = self.indexAt(event.position().toPoint()).data(FACT)
        self._pressing = True
        super().mousePressEvent(event)
        self._pressing = False
        now = self.currentIndex()
        if now.isValid() and before != now:
            self.chosen.emit(now.data(FACT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose nothing by a move with a button held: the rows may have moved, not the hand."""
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first and the last row by Home and End; Qt means the columns, and there is one.

        With Shift, Ctrl or Alt they are what they are elsewhere.
        """
        model = self.model()
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: (model.rowCount() if model else 0) - 1}
        row = ends.get(Qt.Key(event.key()), -1)
        if row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.setCurrentIndex(model.index(row, 0))
        self.scrollTo(self.currentIndex())

    def clicked_at(self, event: QMouseEvent) -> QModelIndex:
        """Give where the left button was let go, on the fact on which it was pressed.

        What is counted or written meanwhile may have moved the rows; then it is no place.
        """
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        same = left and index.isValid() and self._pressed is not None
        return index if same and index.data(FACT).id == self._pressed.id else QModelIndex()

    def go(self, row: int, *, tell: bool = False) -> None:
        """Make a row current; the person did not do it, so it is told only when asked."""
        model = self.model()
        index = model.index(row, 0) if model is not None and row >= 0 else QModelIndex()
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        if index.isValid():
            self.scrollTo(index)
            if tell:
                self.chosen.emit(index.data(FACT))

    def current(self) -> Any:  # noqa: ANN401 - the fact of whatever model
        """Give the current fact, None where there is none."""
        index = self.currentIndex()
        return index.data(FACT) if index.isValid() else None


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, colours: Theme, *, marked: bool = False
) -> str:
    """Paint the ground of a row, and the bar of one that is selected; give the ground's role.

    The bar is indigo only where keys come to the list (Qt's sign of activity is the window's);
    `marked` rows have the ground of a selected one without its bar. The role is empty where
    nothing was painted: the ground is the list's own.
    """
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    role = "hover" if state & QStyle.StateFlag.State_MouseOver else ""
    if selected or marked:
        role = "selection"
    if role:
        painter.fillRect(rect, colours.color(role))
    if selected:
        view: QWidget | None = option.widget
        bar = "accent" if view is not None and view.hasFocus() else "rule-strong"
        width = int(theme.tokens()["shape"]["current_row_bar"])
        painter.fillRect(rect.left(), rect.top(), width, rect.height(), colours.color(bar))
    return role


def paint_ring(painter: QPainter, rect: QRect, colours: Theme) -> None:
    """Paint the ring of the focus inside a row."""
    painter.setPen(QPen(colours.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def as_index(index: Index) -> QModelIndex:
    """Give an index as Qt's own delegates take it."""
    if isinstance(index, QModelIndex):
        return index
    return index.model().index(index.row(), index.column()) if index.isValid() else QModelIndex()
