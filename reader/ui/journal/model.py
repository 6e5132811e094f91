"""The rows of the journal as an item model: numbers of wishes, and a cache of what is in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from reader.ui.pages import Pages
from reader.ui.rows import FACT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from reader.store.course import Course
    from reader.store.journal import Journal, Reached, Wish
    from reader.ui.rows import Index

PAGE, PAGES = 128, 64
"""Rows read at once, and how many such pages are kept."""

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a wish, what it reached, and whether it is the last that stands."""

    key: int
    wish: Wish
    reached: Reached
    head: bool


class JournalRows(QAbstractTableModel):
    """The wishes of a course, youngest first; `say` makes the words a row is read aloud by.

    Only the numbers of the wishes are held (eight bytes each); a row is read when it is shown.
    """

    def __init__(self, say: Callable[[Entry], str], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._journal: Journal | None = None
        self._count = 0
        self.pages: Pages[Entry] = Pages(self._read, PAGE, PAGES)
        self.course: Course | None = None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns: one."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the entry of a row, or its words."""
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        if role == FACT:
            return self.pages[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._say(self.pages[index.row()])
        return None

    def _read(self, first: int, count: int) -> list[Entry]:
        assert self.course is not None
        assert self._journal is not None
        high = self._count - first
        keys = self.course.keys[max(0, high - count) : high][::-1]
        wishes = self._journal.wishes(keys, self.course)
        reached = self._journal.reached(keys)
        head = self.course.head
        return [
            Entry(key, wish, found, key == head)
            for key, wish, found in zip(keys, wishes, reached, strict=True)
        ]

    def show(self, journal: Journal | None, course: Course | None) -> None:
        """Show the wishes of a course of `journal`, or none."""
        self.beginResetModel()
        self._journal, self.course = journal, course
        self.pages.forget()
        self._count = len(course.keys) if course is not None else 0
        self.endResetModel()

    def advance(self) -> None:
        """Take in what was written since; the rows that are there keep their places."""
        if self.course is None:
            return
        self.course.advance()
        self.pages.forget()
        new = len(self.course.keys) - self._count
        if new:
            self.beginInsertRows(_ROOT, 0, new - 1)
            self._count += new
            self.endInsertRows()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def row_of_head(self) -> int:
        """Give the row of the last wish that stands, else of the youngest before it; -1: none."""
        from bisect import bisect_right

        if self.course is None or self.course.head is None:
            return -1
        return self._count - bisect_right(self.course.keys, self.course.head)
