"""The tree of topics as it is seen and used: painted rows, keys, clicks, the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reader.text.topics import ancestors
from reader.ui import theme
from reader.ui.binding import viewport_of
from reader.ui.line import Line
from reader.ui.names import isolated
from reader.ui.rows import FACT, paint_ground, paint_ring
from reader.ui.shortened import short
from reader.ui.signs import Sign, paint_sign, paint_tick
from reader.ui.tags.keys import action_of, claims
from reader.ui.tags.tree import called
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

    from reader.ui.rows import Index
    from reader.ui.tags.tree import Topic, TopicTree
    from reader.ui.theme import Theme

_CHEVRON = 14
_COUNT = 40
"""Widths in pixels: of what folds a topic, and of the place in which its count is clicked."""


class TopicView(QTreeView):
    """All topics. Each signal carries the topic that a wish is about."""

    toggled = Signal(object)
    find_wished = Signal(object)
    merge_wished = Signal(object)
    delete_wished = Signal(object)
    top_wished = Signal(object)
    digit_pressed = Signal(int)

    def __init__(self, model: TopicTree, colours: Theme) -> None:
        self.own: dict[str, QAction] = {}
        super().__init__()
        self._seen = viewport_of(self)
        self.setModel(model)
        self.paint = TopicDelegate(self, colours)
        self.setItemDelegate(self.paint)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.doubleClicked.connect(lambda index: self.toggled.emit(index.data(FACT)))
        model.rowsInserted.connect(self._open_new)

    def take(self, own: Mapping[str, QAction]) -> None:
        """Take the actions that are about one topic; their keys count in the tree alone."""
        self.own = dict(own)
        self.addActions(list(own.values()))

    # --- where one is ---------------------------------------------------------------------

    def current(self) -> Topic | None:
        """Give the current topic."""
        index = self.currentIndex()
        return index.data(FACT) if index.isValid() else None

    def go(self, name: str | None) -> None:
        """Make a topic current, by its name."""
        model: TopicTree = self.model()  # type: ignore[assignment]
        self.setCurrentIndex(model.index_of(name))

    def in_order(self) -> list[Topic]:
        """Give the topics that can be seen or scrolled to, from above: none that is folded."""
        found = []
        index = self.model().index(0, 0)
        while index.isValid():
            found.append(index.data(FACT))
            index = self.indexBelow(index)
        return found

    def folded(self) -> tuple[str, ...]:
        """Give the topics under which others are hidden."""
        model: TopicTree = self.model()  # type: ignore[assignment]
        indexes = ((topic.name, model.index_of(topic.name)) for topic in model.facts)
        return tuple(name for name, at in indexes if model.rowCount(at) and not self.isExpanded(at))

    def fold(self, names: Iterable[str]) -> None:
        """Fold topics by their names; those that are not there are passed over."""
        model: TopicTree = self.model()  # type: ignore[assignment]
        for name in names:
            self.collapse(model.index_of(name))

    def allow(self, *, writable: bool) -> None:
        """Let nothing be dragged in a library that is open for reading."""
        self.setDragEnabled(writable)

    def _open_new(self, above: QModelIndex, first: int, last: int) -> None:
        """Show what comes under a topic: nothing is hidden that nobody folded."""
        if self.model().rowCount(above) == last - first + 1:
            self.expand(above)
        for row in range(first, last + 1):
            self.expand(self.model().index(row, 0, above))

    # --- wishes ---------------------------------------------------------------------------

    def toggle(self) -> None:
        """Wish that the article gets the current topic, or loses it."""
        self._wish(self.toggled)

    def find_articles(self) -> None:
        """Wish for the articles of the current topic."""
        self._wish(self.find_wished)

    def merge(self) -> None:
        """Wish that the current topic goes into another."""
        self._wish(self.merge_wished)

    def delete(self) -> None:
        """Wish that the current topic goes."""
        self._wish(self.delete_wished)

    def to_top(self) -> None:
        """Wish that the current topic lies under none."""
        self._wish(self.top_wished)

    def rename(self) -> None:
        """Let another name be typed over that of the current topic."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def _wish(self, signal: Any) -> None:  # noqa: ANN401 - a signal of Qt's has no type here
        topic = self.current()
        if topic is not None:
            signal.emit(topic)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the tree's own actions."""
        mine = not self._editing() and claims(event, self.own.values())
        return mine or bool(super().event(event))

    def _editing(self) -> bool:
        """Tell whether a name is typed: its line passes on Enter, which is not meant for here."""
        return self.state() is QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let digits set topics; Qt would look for a name that begins with them."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = event.key() - Qt.Key.Key_0.value
        action = action_of(event, self.own.values())
        if self._editing():
            event.ignore()
        elif action is not None:
            action.trigger()
        elif event.key() == Qt.Key.Key_Enter and plain:
            self.find_articles()
        elif plain and 1 <= digit <= 9:
            self.digit_pressed.emit(digit)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold at the chevron; search at the count."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            rect = self.visualRect(index)
            if self.paint.chevron(rect, index).contains(place) and self.model().hasChildren(index):
                self.setExpanded(index, not self.isExpanded(index))
                return
            if place.x() > rect.right() - _COUNT:
                self.setCurrentIndex(index)
                self.find_wished.emit(index.data(FACT))
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer where a click searches."""
        index = self.indexAt(event.position().toPoint())
        on_count = index.isValid() and event.position().x() > (
            self.visualRect(index).right() - _COUNT
        )
        shape = Qt.CursorShape.PointingHandCursor if on_count else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the topic."""
        by_key = event.reason() is event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        place = event.globalPos()
        if by_key:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.show_menu(place)

    def show_menu(self, place: QPoint) -> None:
        """Show the menu of the current topic at a place of the screen."""
        menu = QMenu(self)
        menu.setObjectName("topicMenu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        topic = self.current()
        for name, action in self.own.items():
            if name != "actionTopTopic" or (topic is not None and ancestors(topic.name)):
                menu.addAction(action)
        menu.popup(place)


class TopicDelegate(QStyledItemDelegate):
    """A topic: chevron, sign, name; tick, digit and count flush right."""

    def __init__(self, view: TopicView, colours: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.colours = colours
        self.on: frozenset[str] = frozenset()
        self.signs: Mapping[str, Sign] = {}
        self.digits: Mapping[str, int] = {}
        """The topics of the article; the sign and the digit of each topic by its name."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> Any:  # noqa: ANN401 - Qt's
        """Give each row the height of one line."""
        size = self._view.viewport().size()
        size.setHeight(int(theme.tokens()["space"]["row_short"]))
        return size

    def chevron(self, rect: QRect, index: Index) -> QRect:
        """Give where a row is folded and unfolded."""
        left = rect.left() + 12 + self._depth(index) * 20
        return QRect(left, rect.top(), _CHEVRON + 6, rect.height())

    def _depth(self, index: Index) -> int:
        return len(ancestors(index.data(FACT).name))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        topic: Topic = index.data(FACT)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.colours, marked=topic.name in self.on)
        inner = rect.adjusted(16, 0, -16, 0)
        room = self._facts(painter, inner, topic)
        fold = self.chevron(rect, index)
        if self._view.model().hasChildren(index):
            self._fold(painter, fold.center(), opened=self._view.isExpanded(index))
        middle = QPointF(fold.right() + 8, inner.center().y() + 1)
        paint_sign(painter, self.signs.get(topic.name, Sign(0)), middle, self.colours)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setFont(theme.font("interface", 13, bold=chosen))
        painter.setPen(self.colours.color("ink"))
        place = QRect(inner)
        place.setLeft(round(middle.x()) + 12)
        place.setRight(inner.right() - room)
        words = painter.fontMetrics().elidedText(
            isolated(called(topic)), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, _LEFT, words)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, self.colours)
        painter.restore()

    def _facts(self, painter: QPainter, inner: QRect, topic: Topic) -> int:
        """Write count, digit and tick from the right; give the width that they took."""
        painter.setFont(theme.font("interface", 12))
        painter.setPen(self.colours.color("ink-3"))
        said = short(topic.count)
        painter.drawText(inner, _RIGHT, said)
        taken = max(22, painter.fontMetrics().horizontalAdvance(said) + 8)
        digit = self.digits.get(topic.name)
        if digit is not None:
            cap = QRect(inner.right() - taken - 14, inner.center().y() - 7, 14, 16)
            painter.setPen(QPen(self.colours.color("rule-strong"), 1))
            painter.setBrush(self.colours.color("raised"))
            radius = int(theme.tokens()["shape"]["radius"]["key-cap"])
            painter.drawRoundedRect(cap, radius, radius)
            painter.setFont(
                theme.font("interface", int(theme.tokens()["type"]["scale"]["key-cap"]))
            )
            painter.setPen(self.colours.color("ink-2"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(digit))
        taken += 20
        if topic.name in self.on:
            middle = QPointF(inner.right() - taken - 5, inner.center().y() + 1)
            paint_tick(painter, middle, self.colours.color("accent"))
        return taken + 20

    def _fold(self, painter: QPainter, middle: QPoint, *, opened: bool) -> None:
        painter.setPen(QPen(self.colours.color("ink-3"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        at = QPointF(middle) + QPointF(0, 1)
        shape = ((-4, -2), (0, 2), (4, -2)) if opened else ((-2, -4), (2, 0), (-2, 4))
        painter.drawPolyline([at + QPointF(*point) for point in shape])

    # --- the name over which another is typed ---------------------------------------------

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Make the line in which a topic is renamed, with what it lies under."""
        made = Line(parent)
        made.setObjectName("topicName")
        made.setAccessibleName(self.tr("Name of the topic"))
        return made

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the line over the name."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(self.chevron(rect, index).right() - 4, 0, -12, 0))

    def helpEvent(self, event: Any, view: Any, option: Any, index: Index) -> bool:  # noqa: ANN401 - Qt's
        """Tell the whole name, as words of the row may be cut."""
        if event.type() is QEvent.Type.ToolTip and index.isValid():
            view.viewport().setToolTip(plain(index.data()))
        return bool(super().helpEvent(event, view, option, index))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
