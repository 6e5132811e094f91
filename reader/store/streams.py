"""The texts of pages as received, kept in the forms that search needs while they are in use."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from reader.text.lines import LINE_END_CHARACTERS
from reader.text.tokens import Flat, stream

if TYPE_CHECKING:
    from pysqlite3 import Connection

_KEPT = 64


class PageText:
    """A source of a page: its text, its stream without line ends, and its lines."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self._first_line = first_line
        self._known = 0, first_line

    @cached_property
    def flat(self) -> Flat:
        """The text without the runs of white space that hold a line end."""
        return stream(self.text)

    def line(self, position: int) -> tuple[int, int]:
        """Give the line of the file and the column, both from 1, of a character of a line.

        Lines are counted on from the place asked for last when it lies before.
        """
        at, line = self._known if self._known[0] <= position else (0, self._first_line)
        line += sum(self.text.count(end, at, position) for end in LINE_END_CHARACTERS)
        line -= self.text.count("\r\n", at, position)
        start = 1 + max(self.text.rfind(end, at, position) for end in LINE_END_CHARACTERS)
        start = start or at
        self._known = start, line
        return line, position - start + 1


class Streams:
    """Reads the texts of sources; keeps those of pages, which never change."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[int, PageText] = OrderedDict()
        self._offsets: dict[int, int] = {}

    def offset(self, source: int) -> int:
        """Give where in its file a page's text begins; not 0 behind a form feed only.

        All of a file are added up at once: a file may have thousands of pages.
        """
        if source not in self._offsets:
            parts: dict[int, int] = {}
            at = 0
            for key, part, text in self._connection.execute(
                "SELECT e.key, e.part, e.text FROM source s JOIN source e ON e.file = s.file"
                " WHERE s.key = ? ORDER BY e.part",
                (source,),
            ):
                self._offsets[key] = parts.setdefault(part, at)
                at += len(text)
        return self._offsets.setdefault(source, 0)

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
        kept = self._kept[source] = PageText(text, first_line)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept
