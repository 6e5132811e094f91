"""Proofing: the menu Proof's wishes on blocks and articles, and what a mark tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.model import Kind, Status
from reader.ui import kinds
from reader.ui.article.structure import Structure
from reader.ui.greyed import to_write
from reader.ui.rescue import Rescue

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class Proofing(QObject):
    """Slots of the action table on the blocks of the article that is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pane = window.article
        self.structure = Structure(window.article)
        self._pane.bars.asked.connect(self.show_kinds)
        self._pane.typing.written.connect(self._on_written)
        self.rescue = Rescue(window)

    def _on_written(self) -> None:
        self._window.status.facts.show_article(self._pane.article)

    # --- blocks ---------------------------------------------------------------------------

    def kind_menu(self) -> None:
        """Show the menu of kinds beside the caret's block."""
        self._pane.opened.close()
        if self._pane.edit.sheet.blocks:
            index, _ = self._pane.edit.caret()
            self.show_kinds(index, self._pane.bars.place_of(index))

    def show_kinds(self, index: int, place: QPoint) -> None:
        """Show the menu of kinds for a block at a place of the screen."""
        if index == self._pane.opened.index:
            return
        block = self._pane.edit.sheet.blocks[index]
        menu = QMenu(self._window)
        menu.setObjectName("kindMenu")
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(self.tr("Kind of the block"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lack = to_write(self._window.session)
        kinds.fill(menu, self._window.words, block.kind, lack)
        menu.triggered.connect(lambda action: self._on_kind(block.id, Kind(action.data())))
        menu.popup(place)

    def _on_kind(self, block: str, kind: Kind) -> None:
        index = self._pane.edit.sheet.index_of(block)
        if index is not None:
            self.structure.kind(index, kind)

    def supply(self) -> None:
        """Ask for a heading that the page has lost."""
        from reader.ui.dialogs.supplying import SupplyDialog

        dialog = SupplyDialog(self._window.words, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.supplied.connect(self.structure.supply)
        dialog.open()

    def move_up(self) -> None:
        """Move the block one place up."""
        self.structure.move_by(-1)

    def move_down(self) -> None:
        """Move the block one place down."""
        self.structure.move_by(1)

    def move_to_next(self) -> None:
        """Move the block to the next article."""
        self.structure.move_to(1)

    def move_to_previous(self) -> None:
        """Move the block to the article before."""
        self.structure.move_to(-1)

    # --- articles -------------------------------------------------------------------------

    def new_article(self) -> None:
        """Begin a new article at the block."""
        self.structure.new_article()

    def merge_next(self) -> None:
        """Merge with the next article."""
        self.structure.merge_next()

    def merge_continuation(self) -> None:
        """Merge with what goes on on another page."""
        self.structure.merge_continuation()

    def to_furniture(self) -> None:
        """Say that the whole article is furniture."""
        self.structure.to_furniture()

    def status_new(self) -> None:
        """Say that nobody has begun."""
        self.structure.set_status(Status.NEW)

    def status_working(self) -> None:
        """Say that the article is in work."""
        self.structure.set_status(Status.WORKING)

    def status_proofed1(self) -> None:
        """Say that the article has its first proof."""
        self.structure.set_status(Status.PROOFED1)

    def status_proofed2(self) -> None:
        """Say that the article has its second proof."""
        self.structure.set_status(Status.PROOFED2)

    def status_disputed(self) -> None:
        """Say that the article is disputed."""
        self.structure.set_status(Status.DISPUTED)

    def status_nontext(self) -> None:
        """Say that the article is no text."""
        self.structure.set_status(Status.NONTEXT)

    # --- marks ----------------------------------------------------------------------------

    def why(self) -> None:
        """Tell what the mark at the caret says."""
        if self._pane.article is not None:
            self._pane.edit.setFocus()
            self._pane.why()
