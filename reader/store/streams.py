"""The texts of pages as received, kept in the forms that search needs while they are in use."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.text.tokens import Flat, line_starts, stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

_KEPT = 64


@dataclass(slots=True)
class PageText:
    """A source of a page: its text, its stream without line ends, and its lines."""

    text: str
    first_line: int
    flat: Flat
    _lines: Sequence[int] = field(default=())

    def lines(self) -> Sequence[int]:
        """Give where each raw line begins in the text."""
        if not self._lines:
            self._lines = line_starts(self.text)
        return self._lines


class Streams:
    """Reads the texts of sources; keeps those of pages, which never change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[int, PageText] = OrderedDict()

    def of(self, source: int) -> PageText | None:
        """Give the text of a page's source; None for what a person typed."""
        kept = self._kept.get(source)
        if kept is not None:
            self._kept.move_to_end(source)
            return kept
        kind, text, first_line = self._connection.execute(
            "SELECT kind, text, first_line FROM source WHERE key = ?", (source,)
        ).fetchone()
        if kind != "page":
            return None
        kept = self._kept[source] = PageText(text, first_line, stream(text))
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept
