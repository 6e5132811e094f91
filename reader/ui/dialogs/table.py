"""A table to read and to copy: rows of words, of which Ctrl+C takes the selected ones."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from reader.ui import theme
from reader.ui.names import isolated
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.rows import Index

_ROOT = QModelIndex()


class TextRows(QAbstractTableModel):
    """Rows of which each cell is words, told whole in the tool tip; `cells` is the subclass's."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    @abstractmethod
    def cells(self, row: int) -> tuple[str, ...]:
        """Give the words of a row."""

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        said = isolated(self.cells(index.row())[index.column()])
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
        return "\n".join("\t".join(line) for line in (self._names, *map(self.cells, rows)))


class TextTable(QTableView):
    """Lists rows of words; Ctrl+C copies the selected ones."""

    def __init__(self, rows: TextRows, widths: Sequence[int]) -> None:
        super().__init__()
        self.setModel(rows)
        self._rows = rows
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
        rows = chosen or range(self._rows.rowCount())
        QGuiApplication.clipboard().setText(self._rows.lines(rows))

    def copy_all(self) -> None:
        """Copy every row."""
        self.clearSelection()
        self.copy()
