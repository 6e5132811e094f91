"""The view of the source lines: read-only, without a caret; a line of it is the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)

from reader.text import words
from reader.ui.line import there
from reader.ui.positions import points
from reader.ui.source.paint import paint_over, paint_under, row_at, verdict_of
from reader.ui.source.sheet import SourceSheet
from reader.ui.wordmouse import WordMouse

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from reader.store.received import LineSeam
    from reader.ui.theme import Theme

_Keys = QKeySequence.StandardKey
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SourceEdit(WordMouse):
    """Lines in a view.

    `chosen` gives the row that the person went to, `entered` that they want to go on in the
    article, `moved` that lines lie elsewhere than before; `asked` a row that is the page's own,
    and where it was clicked, `menu_wished` where a menu is wanted. `tell` makes the words of a
    verdict.
    """

    chosen = Signal(int)
    entered = Signal()
    moved = Signal()
    escaped = Signal()
    asked = Signal(int, QPoint)
    menu_wished = Signal(QPoint)

    def __init__(self, colours: Theme, tell: Callable[[LineSeam], str]) -> None:
        super().__init__()
        self.sheet = SourceSheet(self.document(), colours)
        self.current: int | None = None
        self._tell = tell
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setFrameStyle(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    # --- the current line -----------------------------------------------------------------

    def go(self, row: int | None) -> None:
        """Make a row current and show it with lines around it."""
        self.current = row
        if row is not None:
            rect = row_at(self, self.document().findBlockByNumber(row)).rect
            height = self.viewport().height()
            if not height // 8 <= rect.top() <= height * 7 // 8 - rect.height():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + round(rect.center().y()) - height * 2 // 5)
        self.viewport().update()
        self.moved.emit()

    def select_in(self, row: int, start: int, end: int) -> None:
        """Select what a line holds of the span [start, end) of its source."""
        line = self.sheet.lines[row]
        block = self.document().findBlockByNumber(row).position()
        cursor = self.textCursor()
        cursor.setPosition(block + self.sheet.unit(row, max(0, start - line.start)))
        last = self.sheet.unit(row, min(end, line.end) - line.start)
        cursor.setPosition(block + last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def middle_of_current(self) -> int | None:
        """Give the height in the viewport at which the current line lies, None out of view."""
        if self.current is None or self.current >= len(self.sheet.lines):
            return None
        rect = row_at(self, self.document().findBlockByNumber(self.current)).rect
        middle = round(rect.center().y())
        return middle if 0 <= middle <= self.viewport().height() else None

    # --- keys and mouse -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave every key but copying and selecting to the action table."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.matches(_Keys.Copy) or event.matches(_Keys.SelectAll))
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the article's lines; Enter goes on in the article."""
        if event.matches(_Keys.Copy):
            self.copy_lines()
        elif event.key() in _STEPS and not event.modifiers():
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() in _STEPS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._step_page(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        start = self.current if self.current is not None else -1
        row = self.sheet.step(start, by)
        if row is not None:
            self.chosen.emit(row)

    def _step_page(self, by: int) -> None:
        """Go to the next line that belongs to no article."""
        row = self.sheet.step_page(-1 if self.current is None else self.current, by)
        if row is not None:
            self.choose(row)

    def choose(self, row: int) -> None:
        """Say that the person went to a row; one of no article is the current one at once."""
        if self.sheet.lines[row].of_page:
            self.go(row)
        self.chosen.emit(row)

    def place_of(self, row: int) -> QPoint:
        """Give the place on the screen below the head of a row."""
        rect = row_at(self, self.document().findBlockByNumber(row)).rect
        return self.viewport().mapToGlobal(rect.bottomLeft().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: of the line under the pointer, by the key of the current one."""
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self.row_at(event.pos()) if mouse else self.current
        if row is not None and self.sheet.lines[row].of_page:
            self.go(row)
        by_key = not mouse and row is not None
        self.menu_wished.emit(
            self.place_of(row) if by_key and row is not None else event.globalPos()
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the line under a click; a drag selects text and goes nowhere."""
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self.textCursor().hasSelection():
            row = self.row_at(event.position().toPoint())
            if row is not None:
                self.choose(row)
                if self.sheet.lines[row].of_page:
                    self.asked.emit(row, event.globalPosition().toPoint())

    def word_under(self, point: QPoint) -> tuple[int, int] | None:
        """Give the positions of the word of which a character is under the pointer."""
        near, left = self.border_under(point)
        block = near.block()
        row = block.blockNumber()
        if row >= len(self.sheet.lines) or not self.sheet.lines[row].text or not there():
            return None
        text = self.sheet.lines[row].text
        at = points(text, near.position() - block.position())
        start, end = words.word_at(text, at - 1 if at and left else at)
        low = block.position()
        return low + self.sheet.unit(row, start), low + self.sheet.unit(row, end)

    def row_at(self, point: QPoint) -> int | None:
        """Give the row under a point of the viewport, None below the last."""
        block = self.cursorForPosition(point).block()
        row = block.blockNumber()
        inside = row < len(self.sheet.lines)
        return row if inside and row_at(self, block).rect.contains(point) else None

    # --- copying --------------------------------------------------------------------------

    def copy_lines(self) -> None:
        """Copy what is selected; where nothing is, the current line."""
        if self.textCursor().hasSelection():
            self.copy()
        elif self.current is not None:
            QGuiApplication.clipboard().setText(self.sheet.lines[self.current].text)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what was received, not what is shown for it."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self.sheet.text_between(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    # --- painting -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current line in view where it was, and tell that lines may lie elsewhere.

        In a pane that has just been opened all lines break anew once it has its width.
        """
        seen = self.middle_of_current() is not None
        super().resizeEvent(event)
        if seen and self.middle_of_current() is None:
            self.go(self.current)
        else:
            self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash, the text, then numbers and signs."""
        paint_under(self)
        super().paintEvent(event)
        paint_over(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of the focus away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the verdict at the end of the line under the pointer."""
        if event.type() is QEvent.Type.ToolTip:
            row = self.row_at(event.pos())  # type: ignore[attr-defined]
            seam = verdict_of(self.sheet.lines[row]) if row is not None else None
            self.viewport().setToolTip(self._tell(seam) if seam is not None else "")
        return bool(super().viewportEvent(event))
