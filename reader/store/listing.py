"""Lists of keys for the panes: what a filter leaves of the library, in the order that is asked.

A list is an array of keys, eight bytes a row; the rows themselves are read a screenful at a time.
Keys come out of an index in their order, so that SQLite sorts (and holds) no list of all issues.
A word of a filter is looked for in title, date and number of the issue and in the headline.
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import ArticleSort, IssueSort
from reader.store.manager import Manager
from reader.store.moments import snapshot
from reader.store.select import Form, condition
from reader.text.query import Query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Heed = Callable[[], None]


class Group(NamedTuple):
    """A run of rows of one newspaper and year; by date alone the newspapers are mixed."""

    title: str | None
    year: str | None
    rows: int


class Listed(NamedTuple):
    """Keys in their order, and the runs that they make; none where the order has none."""

    keys: array[int]
    groups: tuple[Group, ...] = ()


_CHUNK = 5000
"""After how many rows it is asked whether they are still wanted."""

_NEWEST = "i.date DESC, i.key"  # those without a date come last
_ISSUES: dict[IssueSort, tuple[tuple[str, str], ...]] = {
    IssueSort.NEWSPAPER: (
        ("i.title IS NOT NULL", f"i.title, {_NEWEST}"),
        ("i.title IS NULL", _NEWEST),
    ),
    IssueSort.NEWEST: (
        ("i.date IS NOT NULL", _NEWEST),
        ("i.date IS NULL", "i.key"),
    ),
    IssueSort.OLDEST: (
        ("i.date IS NOT NULL", "i.date, i.key"),
        ("i.date IS NULL", "i.key"),
    ),
    IssueSort.DOUBTS: (("1", f"coalesce(d.doubts, 0) DESC, {_NEWEST}"),),
    IssueSort.PROGRESS: (("1", f"coalesce(d.proofed, 0), {_NEWEST}"),),
}
"""Which issues come first, which then, and in which order: two questions where those without a
title or a date come last, since SQLite would sort all for that."""
_COUNTED = """
    LEFT JOIN (
      SELECT p.issue, sum(t.doubts) AS doubts,
        avg(a.status IN ('proofed1', 'proofed2', 'nontext')) AS proofed
      FROM article a JOIN page p ON p.key = a.page AND p.present JOIN tally t ON t.article = a.key
      GROUP BY p.issue
    ) d ON d.issue = i.key
"""
_BY_WORK = (IssueSort.DOUBTS, IssueSort.PROGRESS)
"""The orders that are no runs of newspapers and years."""

_WITH_WORK = """
    SELECT p.issue FROM page p WHERE p.present AND p.issue IN (%s) AND EXISTS
    (SELECT 1 FROM article a JOIN tally t ON t.article = a.key WHERE a.page = p.key AND %s)
"""
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

    def listed(
        self,
        query: Query | None = None,
        sort: IssueSort = IssueSort.NEWSPAPER,
        *,
        most: int | None = None,
        heed: Heed | None = None,
    ) -> Listed:
        """Give the keys of the issues that a filter leaves, all without one, at most `most`.

        An issue is left when one of its articles fulfils the filter. `heed` is called now and
        then; what it raises ends the reading.
        """
        keys: array[int] = array("q")
        runs: Counter[tuple[str | None, str | None]] = Counter()
        with snapshot(self._connection):
            for rows in self._chunks(query, sort, most):
                if heed is not None:
                    heed()
                keys.extend(key for key, _, _ in rows)
                for head, run in groupby(rows, key=itemgetter(1, 2)):
                    runs[head] += sum(1 for _ in run)
        if sort in _BY_WORK:
            return Listed(keys)
        return Listed(keys, tuple(Group(*head, count) for head, count in runs.items()))

    def _chunks(
        self, query: Query | None, sort: IssueSort, most: int | None
    ) -> Iterator[list[tuple[int, str | None, str | None]]]:
        """Give key, newspaper and year of each issue, many at once."""
        where, values = _filtered(query)
        counted = _COUNTED if sort in _BY_WORK else ""
        paper = "i.title" if sort is IssueSort.NEWSPAPER else "NULL"
        left = -1 if most is None else most
        for which, order in _ISSUES[sort]:
            found = self._connection.execute(
                f"SELECT i.key, {paper}, substr(i.date, 1, 4) FROM issue i {counted}"
                f" WHERE {where} AND {which} ORDER BY {order} LIMIT ?",
                (*values, left),
            )
            while rows := found.fetchmany(_CHUNK):
                left -= len(rows) if most is not None else 0
                yield rows

    def count(self) -> int:
        """Count the issues."""
        (count,) = self._connection.execute("SELECT count(*) FROM issue WHERE present").fetchone()
        return int(count)

    def newspapers(self) -> tuple[str | None, ...]:
        """Give the titles of the newspapers; None where an issue has no title."""
        found: list[str | None] = []
        sql = "SELECT min(title) FROM issue WHERE present"
        values: tuple[str, ...] = ()
        while (title := self._connection.execute(sql, values).fetchone()[0]) is not None:
            found.append(title)
            sql, values = "SELECT min(title) FROM issue WHERE present AND title > ?", (title,)
        (without,) = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM issue WHERE present AND title IS NULL)"
        ).fetchone()
        return (*found, None) if without else tuple(found)

    def sizes(self) -> tuple[int, int]:
        """Give how many issues and articles there are at most, without counting them."""
        found: tuple[int, int] = self._connection.execute(
            "SELECT (SELECT coalesce(max(key), 0) FROM issue),"
            " (SELECT coalesce(max(key), 0) FROM article)"
        ).fetchone()
        return found

    def with_articles(self, keys: Sequence[int], *, doubtful: bool = False) -> set[int]:
        """Give those of these issues that have articles, or articles with doubts."""
        marks = ",".join("?" * len(keys))
        which = "t.doubts > 0" if doubtful else "1"
        rows = self._connection.execute(_WITH_WORK % (marks, which), tuple(keys))
        return {key for (key,) in rows}

    def key_of(self, issue: str) -> int | None:
        """Give the key of an issue, None for one that is gone."""
        row = self._connection.execute(
            "SELECT key FROM issue WHERE id = ? AND present", (issue,)
        ).fetchone()
        return None if row is None else int(row[0])

    def near(self, issue: str, query: Query | None = None, *, heed: Heed | None = None) -> Listed:
        """Give the keys of all other issues, those of the same newspaper and date first.

        Behind them come those of the newspaper and month, then of the newspaper, then the others
        in the same order. `heed` is that of `listed`.
        """
        with snapshot(self._connection):
            key, title, date = self._connection.execute(
                "SELECT key, title, date FROM issue WHERE id = ?", (issue,)
            ).fetchone()
            close = self._close(date)
            buckets: tuple[array[int], ...] = tuple(array("q") for _ in range(6))
            for rows in self._chunks(query, IssueSort.NEWSPAPER, None):
                if heed is not None:
                    heed()
                for paper, run in groupby(rows, key=itemgetter(1)):
                    first = 0 if paper == title else 3
                    for other, _, _ in run:
                        buckets[first + close.get(other, 2)].append(other)
        keys: array[int] = array("q")
        for bucket in buckets:
            keys.extend(other for other in bucket if other != key)
        return Listed(keys)

    def _close(self, date: str | None) -> dict[int, int]:
        """Give the issues of a date (0), and those of its month (1)."""
        if date is None:
            return {}
        month = date[:7]
        rows = self._connection.execute(
            "SELECT key, date <> ?1 FROM issue WHERE present AND date >= ?2 AND date < ?2 || '~'"
            " AND substr(date, 1, 7) = ?2",
            (date, month),
        )
        return dict(rows.fetchall())

    def doubtful(self, *, most: int | None = None, heed: Heed | None = None) -> set[int] | None:
        """Give the issues in which there are doubts; None where more than `most` articles have any.

        `heed` is that of `listed`. What it costs goes by the articles with doubts.
        """
        found: set[int] = set()
        rows = self._connection.execute(
            "SELECT p.issue FROM tally t INDEXED BY tally_doubt"
            " JOIN article a ON a.key = t.article JOIN page p ON p.key = a.page AND p.present"
            " WHERE t.doubts > 0 LIMIT ?",
            (-1 if most is None else most + 1,),
        )
        seen = 0
        while chunk := rows.fetchmany(_CHUNK):
            if heed is not None:
                heed()
            seen += len(chunk)
            found.update(key for (key,) in chunk)
        return None if most is not None and seen > most else found


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
