"""The list of the left pane: rows of one height, thin headings, of which the last one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from reader.ui.paged import Heading, Paged
from reader.ui.rows import RowView

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from reader.ui.issues.delegates import TwoLines

THIN = 24
"""Pixels of a thin heading."""

_MOST_THIN = 100_000
"""In a longer list every row has one height, so that Qt keeps no measure of each."""


class ListView(RowView):
    """A list over a `Paged` model.

    `menu_wished` tells the place of the screen where a context menu is wanted, `form_wished`
    that the current row is to be corrected in place; `scrolled` that other rows are in view.
    """

    menu_wished = Signal(QPoint)
    form_wished = Signal()
    scrolled = Signal()

    def __init__(self, model: Paged[Any], paint: TwoLines) -> None:
        super().__init__(paint.height)
        self._rows = model
        self._paint = paint
        self._thin: list[int] = []
        self.verticalHeader().setMinimumSectionSize(THIN)
        self.setModel(model)
        self.setItemDelegate(paint)
        model.modelReset.connect(self._measure)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)

    def _measure(self) -> None:
        """Give thin headings their height, and rows that were such the usual: Qt keeps it."""
        header = self.verticalHeader()
        header.setUpdatesEnabled(False)
        for row in self._thin:
            if row < header.count():
                header.resizeSection(row, header.defaultSectionSize())
        self._thin = []
        if len(self._rows.keys) <= _MOST_THIN:
            for row, heading in zip(self._rows.heading_rows, self._rows.headings, strict=True):
                if heading.thin:
                    header.resizeSection(row, THIN)
                    self._thin.append(row)
        header.setUpdatesEnabled(True)

    # --- the heading that stays -----------------------------------------------------------

    def top_row(self) -> int:
        """Give the first row in view, -1 in an empty list."""
        return self.rowAt(0)

    def sticky(self) -> tuple[Heading, int] | None:
        """Give the thin heading that stays at the top, and how far the next has pushed it up."""
        top = self.top_row()
        at = self._rows.heading_of(top) if top >= 0 else -1
        if at < 0 or self.rowViewportPosition(at) >= 0:
            return None
        heading = self._rows.at(at)
        if not isinstance(heading, Heading) or not heading.thin:
            return None
        later = self._rows.heading_of(self.rowAt(THIN))
        pushed = self.rowViewportPosition(later) - THIN if later > at else 0
        return heading, min(0, pushed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and over them the heading that stays."""
        super().paintEvent(event)
        found = self.sticky()
        if found is None:
            return
        heading, up = found
        painter = QPainter(self.viewport())
        self._paint.paint_heading(painter, QRect(0, up, self.width(), THIN), heading)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and paint anew what does not scroll with the rows."""
        super().scrollContentsBy(dx, dy)
        if self._thin:
            self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, and out from under the heading that stays."""
        super().scrollTo(index, hint)
        found = self.sticky()
        hidden = THIN - self.visualRect(index).top() if found is not None else 0
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    # --- staying in place -----------------------------------------------------------------

    def anchor(self) -> tuple[int, int] | None:
        """Give the key of the first whole row in view and where it stands, to `hold` it there."""
        row = self.top_row()
        while 0 <= row < len(self._rows.keys):
            if self._rows.keys[row] >= 0 and self.rowViewportPosition(row) >= 0:
                return self._rows.keys[row], self.rowViewportPosition(row)
            row += 1
        return None

    def hold(self, anchor: tuple[int, int] | None) -> None:
        """Let a row stand where it stood, when the list has been arranged anew."""
        row = self._rows.row_of_key(anchor[0]) if anchor is not None else -1
        if anchor is None or row < 0:
            return
        self.doItemsLayout()
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) - anchor[1])

    # --- keys and clicks ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to the first and the last row; Qt would stay in the row."""
        rows = self._rows
        ends = {Qt.Key.Key_Home: (0, 1), Qt.Key.Key_End: (len(rows.keys) - 1, -1)}
        where = ends.get(Qt.Key(event.key()))
        if where is None:
            super().keyPressEvent(event)
            return
        row = next((row for row, _ in rows.walk(*where)), -1)
        if row >= 0:
            self.setCurrentIndex(rows.index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Find nothing by letters: Qt would read every row for it; there is a filter."""

    def mouseDoubleClickEvent(self, _event: object) -> None:
        """Correct in place."""
        if self.current() is not None:
            self.form_wished.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu where the mouse is, or at the current row."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(38, 0))
        event.accept()
        self.menu_wished.emit(place)
