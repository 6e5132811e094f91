"""Words for what came of a file that was to be taken in: a row of the report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.dialogs.preview import doubted
from reader.ui.dialogs.refusals import Refusals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model import IssueRow
    from reader.ui.dialogs.taking import Taken
    from reader.ui.words import Words

COLUMNS = ("status", "file", "title", "date", "number", "page", "articles", "remark")


class TellTaken(QObject):
    """Makes the cells of a row, in the order of `COLUMNS`.

    `roots` are the paths that were chosen.
    """

    def __init__(self, words: Words, parent: QObject, roots: Sequence[Path] = ()) -> None:
        super().__init__(parent)
        self._roots = roots
        self._words = words
        self._refusals = Refusals(self)

    def names(self) -> tuple[str, ...]:
        """Name the columns."""
        return (
            self.tr("What"),
            self.tr("File"),
            self.tr("Newspaper"),
            self.tr("Date"),
            self.tr("No."),
            self.tr("Page"),
            self.tr("Articles"),
            self.tr("Remark"),
        )

    def row(self, taken: Taken) -> tuple[str, ...]:
        """Say what came of a file: what was read of it, and what is to be known or done."""
        result = taken.result
        status = {
            "imported": self.tr("imported"),
            "unchanged": self.tr("unchanged"),
            "refused": self.tr("refused"),
            "skipped": self.tr("skipped"),
        }[result.status]
        articles = "" if result.articles is None else str(result.articles)
        name = self.path(self._within(result.path))
        return (status, name, *self._recognised(taken), articles, self._remark(taken))

    def _within(self, path: Path) -> Path | str:
        """Give the way to a file in the folder that was chosen: names may stand there twice."""
        for root in self._roots:
            if root != path and path.is_relative_to(root):
                several = len(self._roots) > 1
                return path.relative_to(root.parent if several else root)
        return path.name

    @staticmethod
    def path(path: Path | str) -> str:
        """Give a path as it can be shown in one line: what is no UTF-8 by its bytes."""
        shown = os.fsencode(path).decode("utf-8", "backslashreplace")
        return shown.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")

    def _recognised(self, taken: Taken) -> tuple[str, str, str, str]:
        facts, issue = taken.result.facts, taken.issue
        page = "" if taken.result.page is None else str(taken.result.page)
        if facts is not None:
            return (
                doubted(facts, "title", facts.title or self.tr("unknown")),
                doubted(facts, "date", self._words.date(facts.date)),
                doubted(facts, "number", facts.number or ""),
                doubted(facts, "page", "" if facts.page is None else str(facts.page)),
            )
        if issue is not None:
            date = self._words.date(issue.date)
            return issue.title or self.tr("unknown"), date, issue.number or "", page
        return "", "", "", page

    def _remark(self, taken: Taken) -> str:
        result = taken.result
        if result.error is not None:
            return self._refusals.words(result.error)
        if result.status == "unchanged":
            return self.tr("The same bytes are in the library already, in {issue}.").format(
                issue=self._issue(taken.issue)
            )
        if result.share is not None:
            return self.tr(
                "{percent} % like a page of {issue}. Compare both; withdraw one if it is a copy."
            ).format(percent=min(99, round(result.share * 100)), issue=self._issue(taken.like))
        return ""

    def _issue(self, issue: IssueRow | None) -> str:
        if issue is None:
            return self.tr("unknown")
        return ", ".join(filter(None, (issue.title, self._words.date(issue.date))))
