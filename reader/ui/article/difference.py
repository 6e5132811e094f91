"""The view of differences: the article with what was struck in it, to be read and not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from reader.store.against import Fate
from reader.ui.article.editor import WALKS
from reader.ui.article.sheet import Sheet
from reader.ui.article.strokes import paint_strokes
from reader.ui.article.wordwise import WordwiseEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QContextMenuEvent, QPainter, QTextDocument
    from PySide6.QtWidgets import QWidget

    from reader.ui.article.changed import Changed
    from reader.ui.article.marks import View
    from reader.ui.article.setting import Setting
    from reader.ui.article.sheet import Shown
    from reader.ui.theme import Theme
    from reader.ui.words import Words


class DifferenceSheet(Sheet):
    """Keeps a document in step with blocks that hold what was struck; each stretch has its ink."""

    def __init__(self, document: QTextDocument, setting: Setting, colours: Theme) -> None:
        super().__init__(document, setting, colours)
        self.changes: list[Changed] = []
        """The blocks that are shown, with what became of them."""

    def show_changes(self, blocks: Sequence[Changed]) -> None:
        """Show other blocks; one that reads the same may yet have other inks."""
        before = {b.id: b.strokes for b in self.changes}
        self.changes = list(blocks)
        self.show(blocks)
        self.blocks[:] = blocks
        self._number()
        self.writing = True
        for index, block in enumerate(blocks):
            if before.get(block.id, block.strokes) != block.strokes:
                self._dress(index)
        self.writing = False

    def _dress(self, index: int) -> None:
        super()._dress(index)
        block, base = self.changes[index], self.block(index).position()
        inks = {(Fate.TYPED, False): "human", (Fate.STRUCK, False): "ink-3",
                (Fate.STRUCK, True): "ink-3"}  # fmt: skip
        for stroke in block.strokes:
            ink = inks.get((stroke.fate, stroke.machine))
            if ink is None:
                continue
            style = self.setting.char_format(block.kind, self.colours)
            style.setForeground(self.colours.color(ink))
            cursor = QTextCursor(self._document)
            cursor.setPosition(base + stroke.low)
            cursor.setPosition(base + stroke.high, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(style)


class DifferenceEdit(WordwiseEdit):
    """Shows what was changed. Its keys walk and copy; others are the window's to answer."""

    menu_wished = Signal(object)

    def __init__(
        self, setting: Setting, colours: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(setting, colours, words, parent)
        self.differing = DifferenceSheet(self.document(), setting, colours)
        self.sheet = self.differing
        self.setObjectName("differencesPane")
        self.setAccessibleName(self.tr("The article against what was received, read-only"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    # --- keys, clipboard, menu ------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave every key but walking and copying to the action table."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(any(event.matches(key) for key in WALKS))
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, select or copy; Esc leads back."""
        if any(event.matches(key) for key in WALKS):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the action table."""
        self.menu_wished.emit(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected as it reads; where all of it was struck, what was struck."""
        parts = list(self._selected())
        told = "\n".join(_read_in(block, low, high) for block, low, high in parts)
        struck = "\n".join(block.text[low:high] for block, low, high in parts)
        data = QMimeData()
        data.setText(told if told.strip("\n") else struck)
        return data

    def _selected(self) -> Iterator[tuple[Changed, int, int]]:
        """Give what is selected of each block, in code points."""
        cursor = self.textCursor()
        first, start = self.sheet.place(cursor.selectionStart())
        last, end = self.sheet.place(cursor.selectionEnd())
        for number, block in enumerate(self.differing.changes[first : last + 1], first):
            low = start if number == first else 0
            yield block, low, end if number == last else len(block.text)

    # --- what marks tell ------------------------------------------------------------------

    def why(self, index: int, at: int) -> list[str]:
        """Tell what is marked at a place, and what was struck there."""
        struck = self.differing.changes[index].struck
        here = [made for made in struck if made.start <= at <= made.end]
        return [*super().why(index, at), *map(self._why.struck, here)]

    def _say_bar(self, shown: Shown) -> str:
        return self.words.kind_in_full(shown.kind)

    # --- painting -------------------------------------------------------------------------

    @property
    def ticks(self) -> str:
        """How line ends are marked that are read no longer: they are what is shown here."""
        return "strong"

    def paint_changes(self, painter: QPainter, view: View) -> None:
        """Paint lines under what was typed and through what was struck, and closed spaces."""
        paint_strokes(painter, self, view, self.differing.changes[view.number].strokes)


def _read_in(block: Changed, low: int, high: int) -> str:
    """Give what is read of a span of a block."""
    told, at = [], low
    for made in block.struck:
        if made.end > low and made.start < high:
            told.append(block.text[at : max(at, made.start)])
            at = max(at, min(made.end, high))
    return "".join((*told, block.text[at:high]))
