"""What the engine would do, as a list to read and to copy, before it is done or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from reader.ui import theme
from reader.ui.dialogs.frame import DialogHead
from reader.ui.labels import label
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.ui.rows import Index
    from reader.ui.theme import Theme

Fact = TypeVar("Fact")
_ROOT = QModelIndex()
_SIDE = 40
"""Pixels of the window that are seen at each side of the dialog."""


class Lines(QAbstractTableModel, Generic[Fact]):
    """Facts of which the words are made when they are seen."""

    def __init__(
        self, names: tuple[str, ...], facts: Sequence[Fact], say: Callable[[Fact], tuple[str, ...]]
    ) -> None:
        super().__init__()
        self._names, self._facts, self._say = names, facts, say

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the facts."""
        return 0 if parent.isValid() else len(self._facts)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        said = " ".join(self._say(self._facts[index.row()])[index.column()].split())
        return plain(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Give the name of a column."""
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        return None

    def lines(self, rows: Sequence[int]) -> str:
        """Give rows as text under the names of the columns, cells divided by tabs."""
        cells = [self._names, *(self._say(self._facts[row]) for row in rows)]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in cells)


class LinesTable(QTableView):
    """Lists facts; Ctrl+C copies the selected rows."""

    def __init__(self, lines: Lines[Any], widths: Sequence[int]) -> None:
        super().__init__()
        self.setObjectName("engineTable")
        self.setAccessibleName(self.tr("What would change"))
        self.setModel(lines)
        self._lines = lines
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(theme.tokens()["space"]["row_short"]))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected rows, all where none is selected."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = chosen or range(self._lines.rowCount())
        QGuiApplication.clipboard().setText(self._lines.lines(rows))


class EngineDialog(QDialog):
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
        self.copy.clicked.connect(self._copy_all)
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

    def _copy_all(self) -> None:
        self.table.clearSelection()
        self.table.copy()
