"""What the lists of the left pane say: counts cut short, headings, tool tips, orders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import ArticleSort, IssueSort, Status
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.model import ArticleRow, IssueRow
    from reader.ui.words import Words


class Sayings(QObject):
    """Makes the words of the lists, in the person's language."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def paper(self, title: str | None) -> str:
        """Name a newspaper."""
        return isolated(title or self.tr("No title"))

    def year(self, year: str | None) -> str:
        """Name a year."""
        return self._words.date(year)

    def issue_name(self, row: IssueRow) -> str:
        """Name an issue by its newspaper and its date."""
        parts = isolated(row.title or ""), self._words.date(row.date)
        return "·".join(part for part in parts if part)

    def issue_tip(self, row: IssueRow) -> str:
        """Say an issue whole: what a row has no room for, and what is not sure."""
        parts = [isolated(row.title or ""), self._words.date(row.date)]
        if row.number:
            parts.append(self.tr("No. {number}").format(number=isolated(row.number)))
        lines = ["·".join(part for part in parts if part), self._words.issue_facts(row)]
        if row.date and not row.date_sure:
            lines.append(self.tr("The date was inferred from the text; F2 corrects it."))
        if "page" in row.guessed and any(row.pages):
            lines.append(self.tr("The page is not sure: the name and the print may differ."))
        lines.append(self._counts(row.characters, row.doubts))
        lines += [f"{self._words.status(status)} {count:,}" for status, count in row.statuses]
        return "\n".join(lines)

    def article_tip(self, row: ArticleRow) -> str:
        """Say an article whole, with its topics by name."""
        place = f"{self._words.status(row.status)}·{self._words.page(row.page)}"
        lines = [self.headline(row), place, self._counts(row.characters, row.doubts)]
        if row.reworded:
            lines.insert(2, self._words.after_proof(row.status))
        if row.tags:
            lines.append(
                self.tr("Topics: {topics}").format(topics=", ".join(map(isolated, row.tags)))
            )
        return "\n".join(lines)

    def _counts(self, characters: int, doubts: int) -> str:
        return f"{self._words.characters(characters)}·{self._words.doubts(doubts)}"

    def headline(self, row: ArticleRow) -> str:
        """Give what stands for an article in a list; one without any text has a name, too."""
        return isolated(row.title or self.tr("(no text)"))

    def article_line(self, row: ArticleRow) -> str:
        """Say an article in one line, as it is read aloud."""
        named = replace(row, title=row.title or self.tr("(no text)"))
        return ", ".join((self._words.article_line(named), *map(isolated, row.tags)))

    def issues(self, shown: int, whole: int) -> str:
        """Count the issues, those that a filter leaves of all."""
        if shown == whole:
            return self._words.issues(whole)
        return self.tr("{shown} of {issues}").format(
            shown=f"{shown:,}", issues=self._words.issues(whole)
        )

    def articles(self, shown: int, whole: int) -> str:
        """Count the articles of an issue, those that a filter leaves of all."""
        if shown == whole:
            return self._words.articles(whole)
        return self.tr("{shown} of {articles}").format(
            shown=f"{shown:,}", articles=self._words.articles(whole)
        )

    def issue_sort(self, sort: IssueSort) -> str:
        """Name an order of the issues."""
        return {
            IssueSort.NEWSPAPER: self.tr("By &newspaper, newest first"),
            IssueSort.NEWEST: self.tr("By &date, newest first"),
            IssueSort.OLDEST: self.tr("By date, &oldest first"),
            IssueSort.DOUBTS: self.tr("&Most doubts first"),
            IssueSort.PROGRESS: self.tr("&Least proofed first"),
        }[sort]

    def article_sort(self, sort: ArticleSort) -> str:
        """Name an order of the contents."""
        return {
            ArticleSort.PLACE: self.tr("As &printed"),
            ArticleSort.TITLE: self.tr("By &headline"),
            ArticleSort.DOUBTS: self.tr("&Most doubts first"),
            ArticleSort.PROGRESS: self.tr("&Least proofed first"),
        }[sort]

    def choices(self) -> dict[str, str]:
        """Name what a filter may leave, by the words of the filter."""
        found = {"": self.tr("&All articles"), "has:doubt": self.tr("With do&ubts")}
        return found | {f"status:{status}": self._words.status(status) for status in Status}
