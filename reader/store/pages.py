"""Pages in their issues: listed, numbered, moved to another place or to another issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import NotFoundError, UsageError
from reader.model import Changes, PageRow
from reader.store.manager import Manager

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGES = """
    SELECT p.id, i.id, p.number, (SELECT count(*) FROM article a WHERE a.page = p.key), p.key
    FROM page p JOIN issue i ON i.key = p.issue AND i.present
    WHERE p.present AND {which} ORDER BY p.place, p.key
"""


class Pages(Manager):
    """The part of the manager of issues that knows their pages."""

    def pages(self, issue: str) -> list[PageRow]:
        """List the pages of an issue in their order; none for one that is withdrawn."""
        rows = self._connection.execute(_PAGES.format(which="i.id = ?"), (issue,))
        return [PageRow(row[0], row[1], row[2], place, row[3]) for place, row in enumerate(rows, 1)]

    def page_of(self, article: str) -> PageRow:
        """Give the page on which an article stands; raise `NotFoundError`."""
        row = self._connection.execute(
            "SELECT p.id, i.id FROM article a JOIN page p ON p.key = a.page AND p.present"
            " JOIN issue i ON i.key = p.issue AND i.present WHERE a.id = ?",
            (article,),
        ).fetchone()
        if row is None:
            raise NotFoundError(article, "article")
        return next(page for page in self.pages(row[1]) if page.id == row[0])

    def _page(self, page: str) -> tuple[int, int, int | None]:
        """Give key, issue and number of a page that is present."""
        row = self._connection.execute(
            "SELECT p.key, p.issue, p.number FROM page p"
            " JOIN issue i ON i.key = p.issue AND i.present WHERE p.id = ? AND p.present",
            (page,),
        ).fetchone()
        if row is None:
            raise NotFoundError(page, "page")
        return int(row[0]), int(row[1]), row[2]

    def _issue(self, issue: str) -> int:
        row = self._connection.execute(
            "SELECT key FROM issue WHERE id = ? AND present", (issue,)
        ).fetchone()
        if row is None:
            raise NotFoundError(issue, "issue")
        return int(row[0])

    def _number_page(self, page: str, issue: int, number: int | None) -> None:
        """Give a page of an issue a number; it takes its place among the numbered."""
        if number is not None and number < 1:
            raise UsageError(str(number), "page")
        key, mine, before = self._page(page)
        if mine != issue:
            raise NotFoundError(page, "page")
        if number == before:
            return
        self._connection.execute("UPDATE page SET number = ? WHERE key = ?", (number, key))
        if number is not None:
            self._put(key, issue, self._place_by_number(issue, key, number))

    def move_page(self, page: str, issue: str, *, place: int | None = None) -> Changes:
        """Move a page into an issue, or to another place of its own.

        It becomes the `place`-th page from 1; by None it stands where its number says, at the end
        where it has none. An issue that is left without pages is withdrawn. Raise `NotFoundError`.
        """
        with self._library.wish("page move", page=page, issue=issue) as wish:
            key, source, number = self._page(page)
            target = self._issue(issue)
            at = self._place_by_number(target, key, number) if place is None else place - 1
            self._connection.execute(
                "UPDATE page SET issue = ? WHERE key = ? AND issue <> ?", (target, key, target)
            )
            self._put(key, target, at)
            self._connection.execute(
                "UPDATE issue SET present = 0 WHERE key = ? AND NOT EXISTS"
                " (SELECT 1 FROM page WHERE issue = ? AND present)",
                (source, source),
            )
        return wish.changes

    def _others(self, issue: int, page: int) -> Sequence[tuple[int, int, int | None]]:
        """Give key, place and number of the other pages of an issue, in their order."""
        return self._connection.execute(
            "SELECT key, place, number FROM page WHERE issue = ? AND present AND key <> ?"
            " ORDER BY place, key",
            (issue, page),
        ).fetchall()

    def _place_by_number(self, issue: int, page: int, number: int | None) -> int:
        others = self._others(issue, page)
        if number is None:
            return len(others)
        behind = (at for at, other in enumerate(others) if other[2] is None or other[2] > number)
        return next(behind, len(others))

    def _put(self, page: int, issue: int, at: int) -> None:
        """Let a page stand behind `at` others; as few as can be of those behind it give way."""
        others = self._others(issue, page)
        at = min(max(at, 0), len(others))
        (place,) = self._connection.execute(
            "SELECT place FROM page WHERE key = ?", (page,)
        ).fetchone()
        low = others[at - 1][1] if at else None
        high = others[at][1] if at < len(others) else None
        if (low is None or place > low) and (high is None or place < high):
            return
        if low is None:
            assert high is not None  # a page alone in its issue stands where it stood
            place = high - 1
        else:
            place = low + 1
        self._connection.execute("UPDATE page SET place = ? WHERE key = ?", (place, page))
        for key, taken, _ in others[at:]:
            if taken > place:
                return
            place += 1
            self._connection.execute("UPDATE page SET place = ? WHERE key = ?", (place, key))
