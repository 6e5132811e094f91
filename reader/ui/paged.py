"""A list of any length as an item model of Qt's: it holds keys, and reads rows a page at a time.

A million rows cost eight bytes each; of the facts no more than 128 pages of 32 rows are kept.
Among the rows may stand headings, which are no facts: they cannot be chosen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from reader.ui.pages import Pages
from reader.ui.rows import FACT, Fact
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from reader.ui.rows import Index

ROWS_A_PAGE = 32
PAGES = 128
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over rows: of a newspaper, or thin, of a year."""

    words: str
    thin: bool = False

    @property
    def id(self) -> str:
        """No fact has this id."""
        return ""


@dataclass(frozen=True, slots=True)
class Reader(Generic[Fact]):
    """How a model comes by its rows.

    `rows` gives the facts of keys (None for one that is gone), `key` the key of an id, `say` the
    words by which a row is read aloud, `tip` what is to be said of it when it is pointed at.
    """

    rows: Callable[[Sequence[int]], Sequence[Fact | None]]
    key: Callable[[str], int | None]
    say: Callable[[Fact], str]
    tip: Callable[[Fact], str]


class Paged(QAbstractTableModel, Generic[Fact]):
    """Rows by their keys, in one column; a negative key stands for a heading."""

    def __init__(self, reader: Reader[Fact], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.keys: array[int] = array("q")
        self.headings: tuple[Heading, ...] = ()
        self._places: list[int] = []
        self.pages: Pages[Fact | None] = Pages(self._read, ROWS_A_PAGE, PAGES)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns: one."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, but not headings."""
        if index.isValid() and self.keys[index.row()] < 0:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the fact of a row or its heading, its words, or what is to be said of it."""
        if not index.isValid() or not 0 <= index.row() < len(self.keys):
            return None
        if role == FACT:
            return self.at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index.row(), self._reader.say)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self._said(index.row(), self._reader.tip)) or None
        return None

    def _said(self, row: int, say: Callable[[Fact], str]) -> str:
        found = self.at(row)
        if isinstance(found, Heading):
            return found.words
        return "" if found is None else say(found)

    # --- rows -----------------------------------------------------------------------------

    def at(self, row: int) -> Fact | Heading | None:
        """Give what stands in a row; None for what is gone from the library."""
        key = self.keys[row]
        if key < 0:
            return self.headings[-1 - key]
        return self.pages[row]

    def fact(self, row: int) -> Fact | None:
        """Give the fact of a row, None for a heading and where there is none."""
        found = self.at(row) if 0 <= row < len(self.keys) else None
        return None if isinstance(found, Heading) else found

    def _read(self, first: int, count: int) -> Sequence[Fact | None]:
        keys = self.keys[first : first + count]
        facts = iter(self._reader.rows([key for key in keys if key >= 0]))
        return [next(facts) if key >= 0 else None for key in keys]

    def cached(self, row: int) -> Fact | None:
        """Give the fact of a row as it was read last, None where it was not."""
        return self.pages.kept(row)

    @property
    def facts(self) -> list[Fact]:
        """All facts; they are read for it, so this is not for lists that may be long."""
        found = (self.fact(row) for row in range(len(self.keys)))
        return [fact for fact in found if fact is not None]

    def count(self) -> int:
        """Count the rows that are no headings."""
        return len(self.keys) - len(self._places)

    def row_of(self, identity: str | None) -> int:
        """Give the row of a fact, -1 where there is none."""
        key = self._reader.key(identity) if identity else None
        return -1 if key is None else self.row_of_key(key)

    def row_of_key(self, key: int) -> int:
        """Give the row of a key, -1 where there is none."""
        try:
            return self.keys.index(key)
        except ValueError:
            return -1

    def heading_of(self, row: int) -> int:
        """Give the row of the heading under which a row stands, its own for one; -1 for none."""
        at = bisect_right(self._places, row) - 1
        return self._places[at] if at >= 0 else -1

    @property
    def heading_rows(self) -> Sequence[int]:
        """The rows of the headings, rising."""
        return self._places

    def walk(self, start: int, by: int) -> Iterable[tuple[int, Fact]]:
        """Give rows with their facts from `start` on, forward or back, headings left out."""
        row = start
        while 0 <= row < len(self.keys):
            found = self.fact(row)
            if found is not None:
                yield row, found
            row += by

    # --- filling --------------------------------------------------------------------------

    def arrange(self, keys: array[int], headings: Iterable[tuple[int, Heading]] = ()) -> bool:
        """Show other keys, with headings before the keys at these places; tell if rows changed.

        Where all stands as it stood, the rows are only read again.
        """
        placed = list(headings)
        whole, places = keys, []
        if placed:
            whole, low = array("q"), 0
            for number, (place, _) in enumerate(placed):
                whole.extend(keys[low:place])
                places.append(len(whole))
                whole.append(-1 - number)
                low = place
            whole.extend(keys[low:])
        words = tuple(heading for _, heading in placed)
        if whole == self.keys and words == self.headings:
            self.refresh()
            return False
        self.beginResetModel()
        self.keys, self.headings, self._places = whole, words, places
        self.pages.forget()
        self.endResetModel()
        return True

    def refresh(self, rows: Iterable[int] | None = None) -> None:
        """Read rows again when they are next seen, all by None."""
        if rows is None:
            self.pages.forget()
            if self.keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.keys) - 1, 0))
            return
        for row in rows:
            self.pages.forget(row)
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
