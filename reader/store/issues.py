"""Issues and pages: taken in, listed, corrected, merged, withdrawn."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, UsageError
from reader.model import Changes, IssueRow
from reader.store.alike import Alike, alike, page_text
from reader.store.intake import Added, Intake, PageIn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

    from reader.model import RawFile
    from reader.store.library import Library

__all__ = ["Added", "Alike", "Issues", "PageIn", "check_date"]

_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def check_date(date: str) -> str:
    """Give `date` back if it is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raise `UsageError` ``no_day`` for a day that does not exist, ``date`` for all else.
    """
    match = _DATE.fullmatch(date)
    if match:
        year, month, day = (int(part) if part else 0 for part in match.groups())
        months = range(1, 13) if match[2] else range(1)
        if year and month in months:
            days = range(1, monthrange(year, month)[1] + 1) if match[3] else range(1)
            if day in days:
                return date
    raise UsageError(date, "no_day" if match and match[3] else "date")


class Issues:
    """The manager of issues and their pages."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def _connection(self) -> Connection:
        return self._library.connection

    def of_file(self, sha256: str) -> Added | None:
        """Give what a file of these bytes became, None when it is not there or was withdrawn."""
        row = self._connection.execute(
            """
            SELECT i.id, p.number, p.key FROM file f
            JOIN source s ON s.file = f.key JOIN page p ON p.source = s.key AND p.present
            JOIN issue i ON i.key = p.issue AND i.present
            WHERE f.sha256 = ? ORDER BY s.part LIMIT 1
            """,
            (sha256,),
        ).fetchone()
        if row is None:
            return None
        articles, characters = self._connection.execute(
            """
            SELECT count(*), coalesce(sum(t.characters), 0) FROM file f
            JOIN source s ON s.file = f.key JOIN page p ON p.source = s.key
            JOIN article a ON a.page = p.key JOIN tally t ON t.article = a.key
            WHERE f.sha256 = ?
            """,
            (sha256,),
        ).fetchone()
        return Added(row[0], row[1], articles, characters, unchanged=True)

    def add(
        self,
        file: RawFile,
        pages: Sequence[PageIn],
        *,
        sample: bool = False,
        as_is: bool = False,
    ) -> Added:
        """Take in a file whole, in one durable transaction.

        The same bytes again are `unchanged`; bytes that were withdrawn come back as they were.
        """
        return Intake(self._library).add(file, pages, sample=sample, as_is=as_is)

    def alike(self, probes: Sequence[int], *, limit: int = 3) -> list[Alike]:
        """Give the pages that may have much text in common with one of these probes."""
        return alike(self._connection, probes, limit) if probes else []

    def page_text(self, page: str) -> str:
        """Give the text of a page as received, by the page's id."""
        return page_text(self._connection, page)

    def rows(self, *, withdrawn: bool = False) -> list[IssueRow]:
        """List the issues by date, those without one last."""
        return self._list("i.present = ?", int(not withdrawn))

    def _list(self, which: str, value: int | str) -> list[IssueRow]:
        rows = self._connection.execute(
            f"""
            SELECT i.key, i.id, i.title, i.date, i.date_sure, i.number, i.sample,
                   count(a.key), coalesce(sum(t.doubts), 0), coalesce(sum(t.characters), 0)
            FROM issue i
            LEFT JOIN page p ON p.issue = i.key AND p.present
            LEFT JOIN article a ON a.page = p.key
            LEFT JOIN tally t ON t.article = a.key
            WHERE {which}
            GROUP BY i.key ORDER BY i.date IS NULL, i.date, i.key
            """,
            (value,),
        ).fetchall()
        pages: dict[int, list[int | None]] = {}
        for issue, number in self._connection.execute(
            "SELECT p.issue, p.number FROM page p JOIN issue i ON i.key = p.issue"
            f" WHERE p.present AND {which} ORDER BY p.issue, p.place, p.key",
            (value,),
        ):
            pages.setdefault(issue, []).append(number)
        return [
            IssueRow(
                id=row[1],
                title=row[2],
                date=row[3],
                date_sure=bool(row[4]),
                number=row[5],
                sample=bool(row[6]),
                pages=tuple(pages.get(row[0], ())),
                articles=row[7],
                doubts=row[8],
                characters=row[9],
            )
            for row in rows
        ]

    def row(self, issue: str) -> IssueRow:
        """Give one issue, withdrawn or not."""
        found = self._list("i.id = ?", issue)
        if not found:
            raise NotFoundError(issue, "issue")
        return found[0]

    def key(self, issue: str) -> int:
        """Give the key of an issue that is present."""
        row = self._connection.execute(
            "SELECT key FROM issue WHERE id = ? AND present", (issue,)
        ).fetchone()
        if row is None:
            raise NotFoundError(issue, "issue")
        return int(row[0])

    def set(
        self,
        issue: str,
        *,
        title: str | None = None,
        date: str | None = None,
        number: str | None = None,
        page: int | None = None,
    ) -> Changes:
        """Correct what was read of an issue; a date that a person gives is sure.

        An empty string takes the field away. `page` numbers the issue's only page.
        """
        if date:
            check_date(date)
        asked = {"title": title, "date": date, "number": number, "page": page}
        given = {name: value for name, value in asked.items() if value is not None}
        with self._library.wish("issue set", issue=issue, **given) as wish:
            key = self.key(issue)
            if title is not None:
                self._set(key, "title", title or None)
            if number is not None:
                self._set(key, "number", number or None)
            if date is not None:
                self._set(key, "date", date or None)
                self._set(key, "date_sure", int(bool(date)))
            if page is not None:
                self._number_page(key, page)
        return wish.changes

    def _set(self, key: int, column: str, value: str | int | None) -> None:
        self._connection.execute(
            f"UPDATE issue SET {column} = ? WHERE key = ? AND {column} IS NOT ?",
            (value, key, value),
        )

    def _number_page(self, issue: int, number: int) -> None:
        if number < 1:
            raise UsageError(str(number), "page")
        pages = self._connection.execute(
            "SELECT key FROM page WHERE issue = ? AND present", (issue,)
        ).fetchall()
        if len(pages) != 1:
            raise UsageError(str(number), "several_pages", pages=len(pages))
        self._connection.execute(
            "UPDATE page SET number = ?, place = ? WHERE key = ? AND number IS NOT ?",
            (number, number, pages[0][0], number),
        )

    def merge(self, issues: Sequence[str], into: str) -> Changes:
        """Put the pages of `issues` into the issue `into`, and withdraw what is left empty."""
        with self._library.wish("issue merge", issues=list(issues), into=into) as wish:
            target = self.key(into)
            for issue in dict.fromkeys(issues):
                key = self.key(issue)
                if key == target:
                    continue
                self._connection.execute(
                    "UPDATE page SET issue = ? WHERE issue = ? AND present", (target, key)
                )
                self._connection.execute("UPDATE issue SET present = 0 WHERE key = ?", (key,))
        return wish.changes

    def withdraw(self, issues: Sequence[str]) -> Changes:
        """Take issues out of lists, search and export; source and journal stay."""
        with self._library.wish("withdraw", issues=list(issues)) as wish:
            for issue in dict.fromkeys(issues):
                self._connection.execute(
                    "UPDATE issue SET present = 0 WHERE key = ?", (self.key(issue),)
                )
        return wish.changes

    def samples(self) -> list[str]:
        """Give the ids of the sample issues that are present."""
        rows = self._connection.execute("SELECT id FROM issue WHERE sample AND present")
        return [issue for (issue,) in rows]
