"""Lists of keys for the panes: what a filter leaves of the library, in the order that is asked.

A list is an array of keys, eight bytes a row; the rows themselves are read a screenful at a time.
A word of a filter is looked for in title, date and number of the issue and in the headline.
"""

from __future__ import annotations

from array import array
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reader.model import ArticleSort, IssueSort
from reader.store.manager import Manager
from reader.store.select import Form, condition
from reader.text.query import Query


class Group(NamedTuple):
    """A run of rows of one newspaper and year; by date alone the newspapers are mixed."""

    title: str | None
    year: str | None
    rows: int


class Listed(NamedTuple):
    """Keys in their order, and the runs that they make; none where the order has none."""

    keys: array[int]
    groups: tuple[Group, ...] = ()


_NEWEST = "i.date IS NULL, i.date DESC, i.key"
_ISSUES: dict[IssueSort, str] = {
    IssueSort.NEWSPAPER: f"i.title IS NULL, i.title, {_NEWEST}",
    IssueSort.NEWEST: _NEWEST,
    IssueSort.OLDEST: "i.date IS NULL, i.date, i.key",
    IssueSort.DOUBTS: f"coalesce(d.doubts, 0) DESC, {_NEWEST}",
    IssueSort.PROGRESS: f"coalesce(d.proofed, 0), {_NEWEST}",
}
_COUNTED = """
    LEFT JOIN (
      SELECT p.issue, sum(t.doubts) AS doubts,
        avg(a.status IN ('proofed1', 'proofed2', 'nontext')) AS proofed
      FROM article a JOIN page p ON p.key = a.page AND p.present JOIN tally t ON t.article = a.key
      GROUP BY p.issue
    ) d ON d.issue = i.key
"""
_GROUPS: dict[IssueSort, tuple[str, str]] = {
    IssueSort.NEWSPAPER: ("i.title", "paper IS NULL, paper, year IS NULL, year DESC"),
    IssueSort.NEWEST: ("NULL", "year IS NULL, year DESC"),
    IssueSort.OLDEST: ("NULL", "year IS NULL, year"),
}
_ARTICLES: dict[ArticleSort, str] = {
    ArticleSort.PLACE: "p.place, p.key, a.place",
    ArticleSort.TITLE: "t.untitled, t.title, p.place, p.key, a.place",
    ArticleSort.DOUBTS: "t.doubts DESC, p.place, p.key, a.place",
    ArticleSort.PROGRESS: "CASE a.status WHEN 'new' THEN 0 WHEN 'working' THEN 1"
    " WHEN 'disputed' THEN 2 WHEN 'proofed1' THEN 3 WHEN 'proofed2' THEN 4 ELSE 5 END,"
    " p.place, p.key, a.place",
}
_WORD = (
    "(instr(lower(coalesce(i.title, '')), lower({0})) OR instr(coalesce(i.date, ''), {1})"
    " OR instr(coalesce(i.number, ''), {0}) OR {2})"
)
_HEADLINE = "instr(lower(t.title), lower({0}))"
_WITH_ARTICLES = """
    FROM article a JOIN page p ON p.key = a.page JOIN issue i ON i.key = p.issue
    JOIN tally t ON t.article = a.key
"""

_ALL = Query("", ())

Sql = tuple[str, list[str]]


def _wanted(query: Query, form: Form) -> Sql:
    """Give what must hold of issue ``i``, page ``p`` and, but for pages, article ``a``."""
    where, values = condition(query.facets, form)
    parts = [where]
    for words, negated in ((query.words, ""), (query.unwanted, "NOT ")):
        for word in words:
            from reader.text import dates  # its patterns are many; most lists have no word

            headline = "0" if form is Form.PAGE else _HEADLINE.format("?")
            parts.append(negated + _WORD.format("?", "?", headline))
            values += [word, dates.typed(word), word] + ([] if form is Form.PAGE else [word])
    return " AND ".join(parts), values


def _filtered(query: Query | None) -> Sql:
    """Give what must hold of issue ``i`` to be in the list."""
    if query is None:
        return "i.present", []
    article, mine = _wanted(query, Form.LIST)
    page, others = _wanted(query, Form.PAGE)
    return (
        f"i.key IN (SELECT p.issue {_WITH_ARTICLES} WHERE {article} UNION"
        f" SELECT p.issue FROM page p JOIN issue i ON i.key = p.issue WHERE {page}"
        " AND NOT EXISTS (SELECT 1 FROM article a WHERE a.page = p.key))",
        mine + others,
    )


class IssueLists(Manager):
    """The part of the manager of issues that lists keys."""

    def listed(self, query: Query | None = None, sort: IssueSort = IssueSort.NEWSPAPER) -> Listed:
        """Give the keys of the issues that a filter leaves, all without one.

        An issue is left when one of its articles fulfils the filter.
        """
        where, values = _filtered(query)
        counted = _COUNTED if sort in (IssueSort.DOUBTS, IssueSort.PROGRESS) else ""
        paper, order = _GROUPS.get(sort, ("NULL", ""))
        whole = f"FROM issue i {counted} WHERE {where} ORDER BY {_ISSUES[sort]}"
        if query is None or not order:
            rows = self._connection.execute(f"SELECT i.key {whole}", values)
            keys = array("q", (key for (key,) in rows))
            return Listed(keys, self._groups(paper, order) if order else ())
        found = self._connection.execute(
            f"SELECT i.key, {paper}, substr(i.date, 1, 4) {whole}", values
        ).fetchall()
        runs = groupby(found, key=itemgetter(1, 2))
        groups = tuple(Group(head[0], head[1], sum(1 for _ in run)) for head, run in runs)
        return Listed(array("q", (row[0] for row in found)), groups)

    def _groups(self, paper: str, order: str) -> tuple[Group, ...]:
        """Give the runs of all issues, without a look at each."""
        rows = self._connection.execute(
            f"SELECT {paper} AS paper, substr(i.date, 1, 4) AS year, count(*)"
            f" FROM issue i WHERE i.present GROUP BY paper, year ORDER BY {order}"
        )
        return tuple(Group(*row) for row in rows)

    def count(self) -> int:
        """Count the issues."""
        (count,) = self._connection.execute("SELECT count(*) FROM issue WHERE present").fetchone()
        return int(count)

    def newspapers(self) -> tuple[str | None, ...]:
        """Give the titles of the newspapers; None where an issue has no title."""
        rows = self._connection.execute(
            "SELECT DISTINCT title FROM issue WHERE present ORDER BY title IS NULL, title"
        )
        return tuple(title for (title,) in rows)

    def key_of(self, issue: str) -> int | None:
        """Give the key of an issue, None for one that is gone."""
        row = self._connection.execute(
            "SELECT key FROM issue WHERE id = ? AND present", (issue,)
        ).fetchone()
        return None if row is None else int(row[0])

    def near(self, issue: str, query: Query | None = None) -> Listed:
        """Give the keys of all other issues, those of the same newspaper and date first."""
        where, values = _filtered(query)
        rows = self._connection.execute(
            f"SELECT i.key FROM issue i JOIN issue o ON o.id = ? WHERE {where}"
            " AND i.key <> o.key ORDER BY i.title IS o.title DESC,"
            " coalesce(i.date IS o.date AND i.date IS NOT NULL, 0) DESC,"
            " coalesce(substr(i.date, 1, 7) = substr(o.date, 1, 7), 0) DESC,"
            f" i.title IS NULL, i.title, {_NEWEST}",
            [issue, *values],
        )
        return Listed(array("q", (key for (key,) in rows)))


class ContentsLists(Manager):
    """The part of the manager of articles that lists keys."""

    def contents(
        self, issue: str, query: Query | None = None, sort: ArticleSort = ArticleSort.PLACE
    ) -> Listed:
        """Give the keys of the articles of an issue that a filter leaves, all without one."""
        where, values = _wanted(query or _ALL, Form.ONE)
        rows = self._connection.execute(
            f"SELECT a.key {_WITH_ARTICLES} WHERE i.id = ? AND {where} ORDER BY {_ARTICLES[sort]}",
            [issue, *values],
        )
        return Listed(array("q", (key for (key,) in rows)))

    def key_of(self, article: str) -> int | None:
        """Give the key of an article, None for one that is gone."""
        row = self._connection.execute(
            "SELECT a.key FROM article a JOIN page p ON p.key = a.page AND p.present"
            " JOIN issue i ON i.key = p.issue AND i.present WHERE a.id = ?",
            (article,),
        ).fetchone()
        return None if row is None else int(row[0])
