"""At which raw line of its file, and at which character of it, the caret is."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.model import Line
    from reader.ui.window import MainWindow

_PAGES = 4
"""So many pages are kept cut into lines: an article comes from one, seldom from two."""


class CaretLine(QObject):
    """Tells the status line where the caret is, by the tie to the source.

    While the source is closed the text of that line is marked, too; beside the source, `Beside`
    does it, by the lines that are shown there.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self._facts = window.status.facts
        self._beside = window.beside
        self._lines: dict[int, tuple[Line, ...]] = {}
        window.session.opened.connect(self._lines.clear)
        window.beside.tie.moved.connect(self._on_moved)

    def _on_moved(self, address: tuple[int, int] | None) -> None:
        if address is None or not self._session.is_open:  # it may be closed by now
            self._facts.show_place(0, 0)
            if not self._beside.open:
                self._beside.tie.clear()
            return
        source, position = address
        line = self._line(source, position)
        self._facts.show_place(line.number, position - line.start + 1)
        if not self._beside.open:
            self._beside.tie.mark(source, line.start, line.end)

    def _line(self, source: int, position: int) -> Line:
        lines = self._lines.get(source)
        if lines is None:
            if len(self._lines) >= _PAGES:
                self._lines.clear()
            lines = self._lines[source] = self._session.library.articles.lines_of(source)
        return lines[bisect_right(lines, position, key=attrgetter("start")) - 1]
