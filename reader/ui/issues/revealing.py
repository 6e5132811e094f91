"""Showing an issue that has just come into the library, as soon as it is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.ui.issues.lists import Lists
    from reader.ui.issues.looking import Asked


class Revealing(QObject):
    """Scrolls to an issue, or goes to it; the lists of a large library are filled by a job.

    Where something else is asked of the lists meanwhile, they stay where that leads.
    """

    def __init__(self, lists: Lists) -> None:
        super().__init__(lists)
        self._lists = lists
        self._wanted: tuple[str, Asked] | None = None
        self._go = False
        lists.filled.connect(self._look)

    def scroll_to(self, issue: str) -> None:
        """Let an issue be seen in the list; what is open stays open."""
        self._wanted, self._go = (issue, self._lists.asked), False
        self._look()

    def go_to(self, issue: str) -> None:
        """Open the first article of an issue."""
        self._wanted, self._go = (issue, self._lists.asked), True
        self._look()

    def _look(self) -> None:
        if self._wanted is None:
            return
        lists, (issue, asked) = self._lists, self._wanted
        row = lists.issues.row_of(issue) if asked == lists.asked else -1
        if row < 0 and asked == lists.asked and lists.looking.latest.busy:
            return
        self._wanted = None
        if row < 0:  # a filter leaves it out
            return
        if self._go:
            lists.issue_list.go(row, tell=True)
        else:
            lists.issue_list.scrollTo(lists.issues.index(row, 0))
