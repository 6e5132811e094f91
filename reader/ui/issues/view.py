"""The list of the left pane: rows of one height, thin headings, of which the last one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from reader.ui.paged import Heading, Paged
from reader.ui.rows import RowView

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from reader.ui.issues.delegates import TwoLines

THIN = 24
"""Pixels of a thin heading."""

_MOST_THIN = 100_000
"""In a longer list every row has one height, so that Qt keeps no measure of each."""


_REST_MS = 150
"""How long after the last scrolling the list comes to rest at a whole row."""


class ListView(RowView):
    """A list over a `Paged` model, at rest always with a whole row at its top.

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
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())

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
        """Bring a row into view, out from under the heading that stays, with whole rows above."""
        super().scrollTo(index, hint)
        found = self.sticky()
        hidden = THIN - self.visualRect(index).top() if found is not None else 0
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)
        self.verticalScrollBar().setValue(self._whole(self.verticalScrollBar().value())[1])

    # --- whole rows at the top ------------------------------------------------------------

    def _top_of(self, row: int) -> int | None:
        """Give how far to scroll for a row to stand whole at the top; None for a masthead.

        That one is not painted there: the masthead over the list says the same.
        """
        place = self.verticalHeader().sectionPosition(row)
        at = self._rows.heading_of(row)
        heading = self._rows.at(at) if at >= 0 else None
        thin = isinstance(heading, Heading) and heading.thin
        if at == row:
            return place if thin else None
        return place - THIN if thin else place

    def _whole(self, value: int) -> tuple[int, int]:
        """Give the nearest places to scroll to, before and behind one, with a whole row on top."""
        if value <= 0:
            return 0, 0
        last = len(self._rows.keys) - 1
        row = self.verticalHeader().visualIndexAt(value - self.verticalHeader().offset())
        row = row if row >= 0 else last
        tops = [self._top_of(near) for near in range(max(0, row - 3), min(last, row + 3) + 1)]
        found = [top for top in tops if top is not None]
        before = max((top for top in found if top <= value), default=0)
        return before, min((top for top in found if top >= value), default=before)

    def settle(self) -> None:
        """Scroll to the nearest place where a whole row is on top."""
        bar = self.verticalScrollBar()
        before, behind = self._whole(bar.value())
        bar.setValue(before if bar.value() - before < behind - bar.value() else behind)
        self._rest.stop()

    def _come_to_rest(self) -> None:
        if self.verticalScrollBar().isSliderDown():
            self._rest.start()
        else:
            self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row whole in view where the list gets less room."""
        super().resizeEvent(event)
        place = self.visualRect(self.currentIndex())
        if 0 <= place.top() < place.bottom() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def updateGeometries(self) -> None:
        """Let the last rows be scrolled so far that there, too, a whole row is on top."""
        bar = self.verticalScrollBar()
        value = bar.value()
        super().updateGeometries()
        bar.setMaximum(self._whole(bar.maximum())[1])
        bar.setValue(min(value, bar.maximum()))

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
        self.settle()

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
