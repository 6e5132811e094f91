"""Issues and pages: taken in, listed, corrected, merged, withdrawn."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cached_property
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, UsageError
from reader.model import Changes, IssueRow, Status
from reader.store.articles import ADVANCED
from reader.store.asides import Asides
from reader.store.doubting import Doubting
from reader.store.listing import IssueLists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from pysqlite3 import Connection

    from reader.drafts import PageIn, RawFile
    from reader.store.alike import Alike
    from reader.store.guides import Guides
    from reader.store.intake import Added, Intake

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


_WITHDRAWN = (
    "SELECT i.key FROM issue i LEFT JOIN"
    " (SELECT j.value AS id, max(w.key) AS wish FROM wish w, json_each(w.detail, '$.issues') j"
    "  WHERE w.verb = 'withdraw' GROUP BY j.value) w ON w.id = i.id"
    " WHERE NOT i.present AND EXISTS"
    " (SELECT 1 FROM page p WHERE p.issue = i.key AND p.present)"
    " ORDER BY w.wish IS NULL, w.wish DESC, i.sample, i.date IS NULL, i.date, i.key"
)


class Issues(IssueLists, Doubting, Asides):
    """The manager of issues and their pages."""

    @cached_property
    def _intake(self) -> Intake:
        """What takes files in; loaded when a file comes."""
        from reader.store.intake import Intake

        return Intake(self._library)

    @cached_property
    def guides(self) -> Guides:
        """What pages say of the others of their issue, held against the headlines there."""
        from reader.store.guides import Guides

        return Guides(self._library)

    def of_file(self, sha256: str) -> Added | None:
        """Give what a file of these bytes became, None when it is not there or was withdrawn."""
        return self._intake.of_file(sha256)

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
        return self._intake.add(file, pages, sample=sample, as_is=as_is)

    def alike(self, probes: Sequence[int], *, limit: int = 3) -> list[Alike]:
        """Give the pages that may have much text in common with one of these probes."""
        from reader.store.alike import alike

        return alike(self._connection, probes, limit) if probes else []

    def page_text(self, page: str) -> str:
        """Give the text of a page as received, by the page's id."""
        from reader.store.alike import page_text

        return page_text(self._connection, page)

    def rows(self, *, withdrawn: bool = False) -> list[IssueRow]:
        """List the issues by date, those without one last."""
        return list(self._list("i.present = ?", (int(not withdrawn),)).values())

    def rows_at(self, keys: Sequence[int], *, withdrawn: bool = False) -> list[IssueRow | None]:
        """Give the row of each key, None for one that is gone; for a screenful at once."""
        marks = ",".join("?" * len(keys))
        which = f"i.present = {int(not withdrawn)} AND i.key IN ({marks})"
        found = self._list(which, tuple(keys))
        return [found.get(key) for key in keys]

    def withdrawn(self) -> list[int]:
        """Give the keys of withdrawn issues, the last withdrawn first.

        Those whose pages others have now are none of them. What was withdrawn at once stands by
        date, samples behind all else of it.
        """
        return [key for (key,) in self._connection.execute(_WITHDRAWN)]

    def _list(self, which: str, values: tuple[int | str, ...]) -> dict[int, IssueRow]:
        rows = self._connection.execute(
            f"""
            SELECT i.key, i.id, i.title, i.date, i.date_sure, i.number, i.sample, i.guessed,
                   count(a.key), coalesce(sum(t.doubts), 0), coalesce(sum(t.characters), 0)
            FROM issue i
            LEFT JOIN page p ON p.issue = i.key AND p.present
            LEFT JOIN article a ON a.page = p.key
            LEFT JOIN tally t ON t.article = a.key
            WHERE {which}
            GROUP BY i.key ORDER BY i.date IS NULL, i.date, i.key
            """,
            values,
        ).fetchall()
        pages: dict[int, list[int | None]] = {}
        for issue, number in self._connection.execute(
            "SELECT p.issue, p.number FROM page p JOIN issue i ON i.key = p.issue"
            f" WHERE p.present AND {which} ORDER BY p.issue, p.place, p.key",
            values,
        ):
            pages.setdefault(issue, []).append(number)
        statuses = self._statuses(which, values)
        return {
            row[0]: IssueRow(
                id=row[1],
                title=row[2],
                date=row[3],
                date_sure=bool(row[4]),
                number=row[5],
                sample=bool(row[6]),
                pages=tuple(pages.get(row[0], ())),
                articles=row[8],
                doubts=row[9],
                characters=row[10],
                guessed=frozenset(row[7].split()),
                statuses=tuple(statuses.get(row[0], ())),
            )
            for row in rows
        }

    def _statuses(
        self, which: str, values: tuple[int | str, ...]
    ) -> dict[int, list[tuple[Status, int]]]:
        found: dict[int, list[tuple[Status, int]]] = {}
        for issue, status, count in self._connection.execute(
            "SELECT p.issue, a.status, count(*) FROM issue i"
            " CROSS JOIN page p ON p.issue = i.key AND p.present"
            f" CROSS JOIN article a ON a.page = p.key WHERE {which} GROUP BY p.issue, a.status",
            values,
        ):
            found.setdefault(issue, []).append((Status(status), count))
        for counted in found.values():
            counted.sort(key=lambda pair: ADVANCED[pair[0]])
        return found

    def row(self, issue: str) -> IssueRow:
        """Give one issue, withdrawn or not."""
        found = self._list("i.id = ?", (issue,))
        if not found:
            raise NotFoundError(issue, "issue")
        return next(iter(found.values()))

    def key(self, issue: str) -> int:
        """Give the key of an issue that is present."""
        return self._issue(issue)

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
        asked = {"title": title, "date": date, "number": number}
        given = {name: value for name, value in asked.items() if value is not None}
        if page is None:
            return self.correct(issue, given)
        pages = self.pages(issue)
        if len(pages) != 1:
            raise UsageError(str(page), "several_pages", pages=len(pages))
        return self.correct(issue, given, {pages[0].id: page})

    def correct(
        self,
        issue: str,
        fields: Mapping[str, str],
        numbers: Mapping[str, int | None] | None = None,
    ) -> Changes:
        """Correct `title`, `date` or `number` of an issue, and numbers of its pages, as one wish.

        An empty field, or None for the number of a page, takes away what was there. Pages of the
        issue that have a number stand in its order.
        """
        if fields.get("date"):
            check_date(fields["date"])
        told: dict[str, object] = {**fields, "of": self._name(issue)}
        if numbers:
            told["page"] = next(iter(numbers.values()))
        with self._library.wish("issue set", issue=issue, **told) as wish:
            key = self.key(issue)
            for name in ("title", "number", "date"):
                if name in fields:
                    self._set(key, name, fields[name] or None)
            if "date" in fields:
                self._set(key, "date_sure", int(bool(fields["date"])))
            for page, number in (numbers or {}).items():
                self._number_page(page, key, number)
            self._know(key, {*fields, *(["page"] if numbers else [])})
        return wish.changes

    def _know(self, key: int, fields: AbstractSet[str]) -> None:
        """Note that what a person gave is no guess any more."""
        (guessed,) = self._connection.execute(
            "SELECT guessed FROM issue WHERE key = ?", (key,)
        ).fetchone()
        self._set(key, "guessed", " ".join(f for f in guessed.split() if f not in fields))

    def _name(self, issue: str) -> str:
        """Give title, date and number of an issue as they are, for the journal."""
        facts = self._connection.execute(
            "SELECT title, date, number FROM issue WHERE key = ?", (self.key(issue),)
        ).fetchone()
        return "·".join(fact for fact in facts if fact)

    def _set(self, key: int, column: str, value: str | int | None) -> None:
        self._connection.execute(
            f"UPDATE issue SET {column} = ? WHERE key = ? AND {column} IS NOT ?",
            (value, key, value),
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
        with self._library.wish("withdraw", **_told(self._connection, issues)) as wish:
            for issue in dict.fromkeys(issues):
                self._connection.execute(
                    "UPDATE issue SET present = 0 WHERE key = ?", (self.key(issue),)
                )
        return wish.changes

    def bring_back(self, issues: Sequence[str]) -> Changes:
        """Let withdrawn issues be listed, found and exported again, as one wish.

        Raise `NotFoundError` for one that is not there at all; one that is present stays so.
        """
        with self._library.wish("bring back", **_told(self._connection, issues)) as wish:
            for issue in dict.fromkeys(issues):
                self.row(issue)
                self._connection.execute(
                    "UPDATE issue SET present = 1 WHERE id = ? AND NOT present", (issue,)
                )
        return wish.changes

    def any(self) -> bool:
        """Tell whether there is an issue at all, withdrawn ones not counted."""
        row = self._connection.execute("SELECT 1 FROM issue WHERE present LIMIT 1").fetchone()
        return row is not None

    def samples(self) -> list[str]:
        """Give the ids of the sample issues that are present."""
        rows = self._connection.execute("SELECT id FROM issue WHERE sample AND present")
        return [issue for (issue,) in rows]


def _told(connection: Connection, issues: Sequence[str]) -> dict[str, object]:
    """Give what the journal tells of issues: their ids, and the names of those that have one.

    An id that is not there has none; what is done with it tells.
    """
    names = [
        "·".join(filter(None, facts))
        for issue in dict.fromkeys(issues)
        for facts in connection.execute(
            "SELECT title, date, number FROM issue WHERE id = ?", (issue,)
        )
    ]
    return {"issues": list(issues), "of": [name for name in names if name]}
