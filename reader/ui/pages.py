"""Rows of a long list, read a page at a time; the pages that were used last are kept."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")


class Pages(Generic[Row]):
    """At most `most` pages of `rows` rows each; `read` gives those from a row on."""

    def __init__(self, read: Callable[[int, int], Sequence[Row]], rows: int, most: int) -> None:
        self._read = read
        self.rows = rows
        self.most = most
        self._kept: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def __getitem__(self, row: int) -> Row:
        """Give a row, read with those beside it where it is not kept."""
        number, within = divmod(row, self.rows)
        page = self._kept.get(number)
        if page is None:
            page = self._kept[number] = self._read(number * self.rows, self.rows)
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(number)
        return page[within]

    def kept(self, row: int) -> Row | None:
        """Give a row as it was read last, None where it was not."""
        number, within = divmod(row, self.rows)
        return self._kept[number][within] if row >= 0 and number in self._kept else None

    def forget(self, row: int | None = None) -> None:
        """Read a row again when it is next wanted, with those beside it; all by None."""
        if row is None:
            self._kept.clear()
        else:
            self._kept.pop(row // self.rows, None)
