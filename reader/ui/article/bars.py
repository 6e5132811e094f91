"""The bars in the gutter under the mouse: a click asks what a block is, a drag moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.ui.article.gutter import bar_of, block_at, border_at, in_gutter
from reader.ui.article.marks import in_view

if TYPE_CHECKING:
    from reader.ui.article.painted import PaintedEdit

_EDGE = 24
_STEP = 16
"""Within so many pixels of an edge a drag scrolls by so many."""


class Bars(QObject):
    """Watches the viewport; `asked` gives block and place on the screen, `dragged` from and to.

    `dragged` tells the block and the one before which it was dropped.
    """

    asked = Signal(int, QPoint)
    dragged = Signal(int, int)

    def __init__(self, edit: PaintedEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._pressed: int | None = None
        self._from = QPoint()
        edit.viewport().setMouseTracking(True)
        edit.viewport().installEventFilter(self)

    def place_of(self, index: int) -> QPoint:
        """Give the place on the screen right of a block's bar, in view."""
        views = {view.number: view for view in in_view(self._edit)}
        if index not in views:
            return self._edit.viewport().mapToGlobal(self._edit.cursorRect().bottomLeft())
        bar = bar_of(self._edit, views[index])
        height = self._edit.viewport().height()
        y = min(max(bar.top, 0), height)
        return self._edit.viewport().mapToGlobal(QPoint(round(bar.x) + 6, round(y)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses in the gutter, and Esc while something is dragged."""
        if watched is self._edit:
            escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            return escape and self.cancel()
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QContextMenuEvent):
            return self._menu(event)
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return bool(super().eventFilter(watched, event))

    def _mouse(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        if event.type() is QEvent.Type.MouseMove:
            return self._move(point)
        if event.type() is QEvent.Type.MouseButtonRelease and self._pressed is not None and left:
            return self._release(point)
        inside = left and bool(self._edit.sheet.blocks) and in_gutter(self._edit, point)
        if inside and event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = block_at(list(in_view(self._edit)), self._edit, point.y())
            self._from = point
        return inside

    def _move(self, point: QPoint) -> bool:
        if self._pressed is None:
            inside = bool(self._edit.sheet.blocks) and in_gutter(self._edit, point)
            views = list(in_view(self._edit)) if inside else []
            self._hover(block_at(views, self._edit, point.y()))
            return False
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._edit.drop_before is not None or (far and not self._edit.isReadOnly()):
            self._scroll_near_edge(point.y())
            self._drop_at(border_at(list(in_view(self._edit)), self._edit, point.y()))
        return True

    def _scroll_near_edge(self, y: int) -> None:
        bar = self._edit.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif y > self._edit.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _release(self, point: QPoint) -> bool:
        block, before = self._pressed, self._edit.drop_before
        self._pressed = None
        self._drop_at(None)
        if block is None:
            return True
        if before is not None:
            self.dragged.emit(block, before)
        elif in_gutter(self._edit, point):
            self.asked.emit(block, self.place_of(block))
        return True

    def cancel(self) -> bool:
        """Let a drag be forgotten; tell whether there was one."""
        was = self._edit.drop_before is not None
        self._pressed = None
        self._drop_at(None)
        return was

    def _menu(self, event: QContextMenuEvent) -> bool:
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if not mouse or not self._edit.sheet.blocks or not in_gutter(self._edit, event.pos()):
            return False
        block = block_at(list(in_view(self._edit)), self._edit, event.pos().y())
        if block is not None:
            self.asked.emit(block, event.globalPos())
        return True

    def _hover(self, block: int | None) -> None:
        if self._edit.hovered == block:
            return
        self._edit.hovered = block
        shape = Qt.CursorShape.IBeamCursor if block is None else Qt.CursorShape.PointingHandCursor
        self._edit.viewport().setCursor(shape)
        self._edit.viewport().update()

    def _drop_at(self, before: int | None) -> None:
        if self._edit.drop_before != before:
            if before is None:
                self._edit.removeEventFilter(self)
            elif self._edit.drop_before is None:
                self._edit.installEventFilter(self)  # for Esc
            self._edit.drop_before = before
            self._edit.viewport().update()
