"""The text as it is seen: set in its column, with marks painted under and over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor

from reader.ui import theme
from reader.ui.article.gutter import block_at, in_gutter
from reader.ui.article.hand import paint_typed
from reader.ui.article.hits import Hits
from reader.ui.article.marks import in_view, paint_over, paint_under
from reader.ui.article.sheet import Sheet
from reader.ui.article.trays import SIGN_MARGIN
from reader.ui.article.why import Why
from reader.ui.tips import plain
from reader.ui.wordmouse import WordMouse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import (
        QFocusEvent,
        QMouseEvent,
        QPainter,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from reader.ui.article.flash import Flash
    from reader.ui.article.here import Span
    from reader.ui.article.marks import View
    from reader.ui.article.setting import Setting
    from reader.ui.article.sheet import Shown
    from reader.ui.article.trays import Note, Tray
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_GUTTER = 96
"""Pixels left of the column where there is room: the gutter, and the way of the thread."""

_NUMBER = 4
"""Ems behind a paragraph within which the number of the line it came from stands."""


class PaintedEdit(WordMouse):
    """A sheet in a view; what keys do to it is the subclass's."""

    jumped = Signal()
    left = Signal()
    strayed = Signal()
    zoom_wished = Signal(int)
    escaped = Signal()
    life_told = Signal(list)

    def __init__(
        self, setting: Setting, colours: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.sheet = Sheet(self.document(), setting, colours)
        self._why = Why(words)
        self._moving = False
        self.hovered: int | None = None
        """The block whose bar is under the pointer."""
        self.drop_before: int | None = None
        """Before which block a dragged one would be dropped; their number is behind the last."""
        self.column_at: int | None = None
        """Where the column begins in the viewport, when it must stay there."""
        self.here: tuple[Span, ...] = ()
        self.trays: tuple[Tray, ...] = ()
        self.notes: list[Note] = []
        """Where notes of trays stand, as they were painted last."""
        self.hits = Hits()
        self._flash: Flash | None = None
        self.thread_from: int | None = None
        self.on_hit = False
        """Whether what is selected is a hit that was opened, and nobody has gone on from it."""
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameStyle(0)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.document().contentsChange.connect(self._look)

    # --- the caret ------------------------------------------------------------------------

    def caret(self) -> tuple[int, int]:
        """Give the block and the code points where the caret is."""
        return self.sheet.place(self.textCursor().position())

    def set_caret(self, index: int, at: int) -> None:
        """Put the caret at a place and show it; this is no jump of the person's."""
        if not self.sheet.blocks:
            return
        self._moving = True
        cursor = self.textCursor()
        cursor.setPosition(self.sheet.position(index, at))
        self.setTextCursor(cursor)
        self._moving = False
        self.ensureCursorVisible()

    def select(self, index: int, start: int, end: int) -> None:
        """Select code points [start, end) of a block, and show them with text around."""
        self.set_caret(index, start)
        self._moving = True
        cursor = self.textCursor()
        cursor.setPosition(self.sheet.position(index, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._moving = False
        self.centre_caret()

    def shows(self, index: int, at: int) -> bool:
        """Tell whether a place is in view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.sheet.position(index, at))
        return self.viewport().rect().contains(self.cursorRect(cursor).center())

    @property
    def flash(self) -> Flash:
        """What lights the line up that a jump has reached; made for the first jump."""
        from reader.ui.article.flash import Flash

        if self._flash is None:
            self._flash = Flash(self)
        return self._flash

    def centre_caret(self) -> None:
        """Show the caret, to which a jump led, with text around it, and let its line light up."""
        self._centre()
        self.flash.strike()

    def _centre(self) -> None:
        """Show the caret with text around it, where it stands near an edge of the view."""
        place = self.cursorRect()
        height = self.viewport().height()
        if not height // 8 < place.center().y() < height * 3 // 4:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.center().y() - height * 2 // 5)

    def mark_hits(self, words: Iterable[str]) -> None:
        """Mark every place of some words that were searched for; none ends it."""
        self.hits.mark(words)
        self.viewport().update()

    # --- what happens to the caret and the document ---------------------------------------

    def _caret_moved(self) -> None:
        self.viewport().update()
        self.on_hit = False
        if not self._moving and not self.sheet.writing:
            self.jumped.emit()

    def _look(self, position: int, _removed: int, _added: int) -> None:
        """Catch a change that came neither from the sheet nor from an input method."""
        if self.sheet.writing or not self.sheet.blocks:
            return
        index, _ = self.sheet.place(position)
        same = self.document().blockCount() == len(self.sheet.blocks)
        if not (same and self.sheet.true_at(index)):
            self.strayed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; Qt does it only where nothing can be typed."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wished.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # --- setting and painting -------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its measure, and the caret in view where it was.

        The room beside the column gives way.
        """
        seen = bool(self.sheet.blocks) and self.shows(*self.caret())
        super().resizeEvent(event)
        self.place_column()
        if seen and not self.shows(*self.caret()):
            self._centre()

    def place_column(self) -> None:
        """Set the margins: gutter, column, and what is left for notes."""
        width = self.viewport().width()
        room = width - _GUTTER - SIGN_MARGIN
        column = min(self.sheet.setting.column, max(room, self.sheet.setting.narrowest))
        spare = max(0, width - column)
        gutter = int(theme.tokens()["layout"]["gutter"])
        usual = min(_GUTTER, max(gutter, spare - SIGN_MARGIN))
        left = max(min(usual, spare), round(spare * 0.55))
        if self.column_at is not None and 0 <= self.column_at <= spare:
            left = self.column_at
        self.sheet.widen(left, max(0, width - left - column))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint washes, the text, then signs: no mark is a character or a format."""
        if self._flash is not None:
            self._flash.paint()
        paint_under(self)
        super().paintEvent(event)
        paint_over(self)

    @property
    def ticks(self) -> str:
        """How line ends that the engine joined are marked: as the settings say."""
        return str(theme.reading().get("ticks", ""))

    def paint_changes(self, painter: QPainter, view: View) -> None:
        """Paint what of a block was changed: a line under what a person typed."""
        paint_typed(painter, self, view)

    def why_at(self, point: QPoint) -> str:
        """Tell what the mark under a point of the viewport says; empty where there is none."""
        if not self.sheet.blocks:
            return ""
        if in_gutter(self, point):
            return self._why_bar(point)
        noted = [note.tray for note in self.notes if note.place.contains(point)]
        if noted:
            return "\n".join(self._why.trays(noted))
        index, at = self.sheet.place(self.cursorForPosition(point).position())
        return "\n".join(self.why(index, at)) if self._is_near(point, index, at) else ""

    def _why_bar(self, point: QPoint) -> str:
        number = block_at(list(in_view(self)), self, point.y())
        if number is None:
            return ""
        shown = self.sheet.blocks[number]
        said = [self._say_bar(shown)]
        return "\n".join(said + (self._why.at(shown, -2) if shown.supplied else []))

    def _say_bar(self, shown: Shown) -> str:
        """Say what a bar of the gutter is, and what can be done with it."""
        name = self.words.kind_in_full(shown.kind)
        return self.tr("{kind}. Click: another kind. Drag: move it.").format(kind=name)

    def why(self, index: int, at: int) -> list[str]:
        """Tell what is marked at a place, a sentence a line."""
        here = [t for t in self.trays if t.index == index and t.start <= at <= t.end]
        return self._why.at(self.sheet.blocks[index], at) + self._why.trays(here)

    def life_at(self, point: QPoint) -> list[str]:
        """Tell how a character under a point came to be, where it was corrected."""
        if not self.sheet.blocks:
            return []
        near = self.cursorForPosition(point)
        index, at = self.sheet.place(near.position())
        if not self._is_near(point, index, at):
            return []
        left = point.x() < self.cursorRect(near).center().x()
        return self._why.life(self.sheet.blocks[index], at, at - 1 if left else at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the life of a corrected character that is clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            said = self.life_at(event.position().toPoint())
            if said:
                self.life_told.emit(said)

    def why_here(self) -> list[str]:
        """Tell what is marked at the caret, and that nothing is where nothing is."""
        said = self.why(*self.caret()) if self.sheet.blocks else []
        return said or [self._why.nothing()]

    def _is_near(self, point: QPoint, index: int, at: int) -> bool:
        """Tell whether a point is on a mark, and not only in the last line above it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.sheet.position(index, at))
        em = self.sheet.setting.pixels(self.sheet.blocks[index].kind)
        after = _NUMBER if self._ends_moved(index, at) else 2
        around = self.cursorRect(cursor).adjusted(-2 * em, -em // 2, after * em, em // 2)
        return around.contains(point)

    def _ends_moved(self, index: int, at: int) -> bool:
        """Tell whether behind a place stands the number of the line where it was printed."""
        block = self.sheet.blocks[index]
        return at == len(block.text) and any(moved.start == 0 for moved in block.moved)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the reason of a mark under the pointer."""
        if event.type() is QEvent.Type.ToolTip:
            self.viewport().setToolTip(plain(self.why_at(event.pos())))  # type: ignore[attr-defined]
        return bool(super().viewportEvent(event))
