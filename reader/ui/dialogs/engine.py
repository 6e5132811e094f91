"""What the engine would do, as a list to read and to copy, before it is done or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from reader.ui import theme
from reader.ui.dialogs.frame import DialogHead
from reader.ui.dialogs.table import TextRows, TextTable
from reader.ui.labels import label
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.ui.rows import Index
    from reader.ui.theme import Theme

Fact = TypeVar("Fact")
_ROOT = QModelIndex()
_SIDE = 40
"""Pixels of the window that are seen at each side of the dialog."""


class Lines(TextRows, Generic[Fact]):
    """Facts of which the words are made when they are seen."""

    def __init__(
        self, names: tuple[str, ...], facts: Sequence[Fact], say: Callable[[Fact], tuple[str, ...]]
    ) -> None:
        super().__init__(names)
        self._facts, self._say = facts, say

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the facts."""
        return 0 if parent.isValid() else len(self._facts)

    def cells(self, row: int) -> tuple[str, ...]:
        """Say a fact, each cell in one line."""
        return tuple(" ".join(cell.split()) for cell in self._say(self._facts[row]))


class LinesTable(TextTable):
    """Lists what would change."""

    def __init__(self, lines: Lines[Any], widths: Sequence[int]) -> None:
        super().__init__(lines, widths)
        self.setObjectName("engineTable")
        self.setAccessibleName(self.tr("What would change"))


class EngineDialog(Dialog):
    """Shows what would change; accepted when it is to be done."""

    def __init__(self, table: LinesTable, colours: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("engineQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = theme.tokens()["layout"]["dialog"]
        room = parent.width() - 2 * _SIDE if parent is not None else layout[0]
        self.resize(max(layout[0], min(layout[0] + 320, room)), layout[1])
        self._colours = colours
        self.table = table
        self.said = label("secondary")
        self.said.setWordWrap(True)
        self.copy = QPushButton(self.tr("&Copy the list"))
        self.leave = QPushButton(self.tr("Leave it"))
        self.go = QPushButton()
        self.copy.clicked.connect(table.copy_all)
        self.leave.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    def ask(self, title: str, counts: str, said: str, verb: str) -> None:
        """Show the list under what is said of it; `verb` is what the button does."""
        self.setWindowTitle(title)
        self.said.setText("\n".join(filter(None, (counts, said))))
        self.go.setText(verb)
        self.go.setDefault(True)
        buttons = QHBoxLayout()
        for button in (self.copy, self.leave):
            button.setAutoDefault(False)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(DialogHead(title, self.tr("Nothing is changed yet"), self._colours))
        box.addWidget(self.said)
        box.addWidget(self.table, 1)
        box.addLayout(buttons)
        if self.table.model().rowCount():
            self.table.selectRow(0)
        self.table.setFocus()
        self.open()
