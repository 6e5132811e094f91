"""Going through the lists of the left pane: from article to article, over the border of issues."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.latest import Heed, Latest

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Iterable, Iterator

    from reader.model import ArticleRow
    from reader.store.library import Library
    from reader.ui.issues.lists import Lists
    from reader.ui.jobs import Report
    from reader.ui.session import Session

    Then = Callable[[bool], None]
    Wanted = Callable[[ArticleRow], bool]


_ASKED_AT_ONCE = 500
"""So many issues are asked whether there is work in them, before one of them is read."""


_ASKED_NEAR = 1000
"""So many issues beyond the one that is shown are asked first: the next doubt is mostly there."""

_FEW = 5000
"""Of so many articles with doubts the issues are looked up at once (5 ms); of more by a job."""

_TAKEN = 500
"""So many rows are taken from a job; that none of them is listed has not been seen."""


class Walk(QObject):
    """Goes through what the lists show; what a filter leaves out is passed over.

    `far_wished` tells that a job looks for what is far away.
    """

    far_wished = Signal()

    def __init__(self, session: Session, lists: Lists) -> None:
        super().__init__(lists)
        self.latest = Latest(session, self)
        self._session = session
        self._lists = lists
        self.wrapped = False

    def show_article(self, article: str, issue: str) -> None:
        """Mark the article that is open, and its issue, where they are in the lists."""
        lists = self._lists
        lists.open = article
        row = lists.issues.row_of(issue)
        if lists.issue_list.currentIndex().row() != row:
            lists.issue_list.go(row)
        if lists.shown is None or lists.shown.id != issue:
            lists.show(self._session.library.issues.row(issue))
            lists.filled.emit()
        at = lists.contents.row_of(article)
        if at < 0 and lists.asked.query is not None and lists.shown is not None:
            articles = self._session.library.articles
            lists.contents.arrange(articles.contents(issue, None, lists.asked.contents).keys)
            at = lists.contents.row_of(article)
            lists.filled.emit()
        lists.contents_list.go(at)

    def step(self, by: int) -> bool:
        """Go to the next or previous article, over the border of an issue; tell if there is one."""
        return self._step(by, lambda _: True, doubtful=False)

    def step_to_doubts(self, by: int, then: Then) -> None:
        """Go to the next article that has doubts, and tell `then` whether there is one.

        Behind the last it is the first again, which `wrapped` tells. `then` is called at once,
        but where so many articles have doubts, all of them far away, that a job has to look for
        the next; not at all where one goes elsewhere meanwhile.
        """
        self.latest.cancel()
        self.wrapped = False
        if self._step(by, _has_doubts, doubtful=True):
            then(True)  # noqa: FBT003 - the answer
            return
        start = self._beyond(by)
        if start is None:
            self._wrap(by, then)
            return

        def go_on(there: bool) -> None:  # noqa: FBT001 - the answer
            if there:
                then(there)
            else:
                self._wrap(by, then)

        self._far(start, by, go_on)

    def _wrap(self, by: int, then: Then) -> None:
        """Begin again at the other end."""
        self.wrapped = True
        self._far(0 if by > 0 else len(self._lists.issues.keys) - 1, by, then)

    def _far(self, start: int, by: int, then: Then) -> None:
        """Go to the first article with doubts from a row on."""
        if not self._may_have_doubts():
            then(False)  # noqa: FBT003 - the answer
            return
        few = self._session.library.issues.doubtful(most=_FEW)
        if few is None:
            self._search(start, by, then)
        else:
            then(self._through(_rows_of(few, self._lists.issues.keys, start, by), by, _has_doubts))

    def _may_have_doubts(self) -> bool:
        counting = self._lists.counting
        return bool(counting.doubts or counting.pending)

    def _beyond(self, by: int) -> int | None:
        """Give the row behind those that are asked one by one; None behind the last."""
        here = self._lists.issue_list.currentIndex().row()
        start = here + by * (_ASKED_NEAR + 1) if here >= 0 or by > 0 else -1
        return start if 0 <= start < len(self._lists.issues.keys) else None

    def _search(self, start: int, by: int, then: Then) -> None:
        """Let a job look for the next rows with doubts."""
        keys, place = self._lists.issues.keys, self._place()
        self.far_wished.emit()

        def found(rows: object) -> None:
            if self._place() == place and self._lists.issues.keys is keys:
                then(self._through(rows, by, _has_doubts))  # type: ignore[arg-type]

        self.latest.run(partial(_look, keys, start, by), found)

    def _place(self) -> tuple[str | None, int, int]:
        lists = self._lists
        shown = lists.shown.id if lists.shown is not None else None
        rows = lists.issue_list.currentIndex().row(), lists.contents_list.currentIndex().row()
        return (shown, *rows)

    def _step(self, by: int, wanted: Wanted, *, doubtful: bool) -> bool:
        lists = self._lists
        at = lists.contents_list.currentIndex().row()
        if self._open_first(at + by if at >= 0 or by > 0 else -1, by, wanted):
            return True
        if doubtful and not self._may_have_doubts():
            return False
        here = lists.issue_list.currentIndex().row()
        start = here + by if here >= 0 or by > 0 else -1
        return self._through(self._rows_with_work(start, by, doubtful=doubtful), by, wanted)

    def _through(self, rows: Iterable[int], by: int, wanted: Wanted) -> bool:
        """Go to the first article that is wanted in the issues of some rows; tell if there is one.

        Where there is none one stays where one is.
        """
        lists = self._lists
        shown, open_one = lists.shown, lists.contents_list.current()
        here = lists.issue_list.currentIndex().row()
        for row in rows:
            issue = lists.issues.fact(row)
            if issue is None:
                continue
            lists.issue_list.go(row)
            lists.show(issue)
            start = 0 if by > 0 else len(lists.contents.keys) - 1
            if self._open_first(start, by, wanted):
                lists.filled.emit()
                return True
        if shown is not lists.shown:  # what was looked through held nothing
            lists.issue_list.go(here)
            lists.show(shown)
            if shown is not None and open_one is not None:
                self.show_article(open_one.id, shown.id)
        return False

    def _rows_with_work(self, start: int, by: int, *, doubtful: bool) -> Iterator[int]:
        """Give the rows of issues with articles, or of near ones with doubts, from `start` on.

        To read each issue for it took minutes where a large library has no doubt left.
        """
        keys, issues = self._lists.issues.keys, self._session.library.issues
        last = len(keys) if by > 0 else -1
        if doubtful:
            last = min(last, start + _ASKED_NEAR) if by > 0 else max(last, start - _ASKED_NEAR)
        for low in range(start, last, by * _ASKED_AT_ONCE) if start >= 0 else ():
            rows = range(low, last, by)[:_ASKED_AT_ONCE]
            with_work = issues.with_articles(
                [keys[row] for row in rows if keys[row] >= 0], doubtful=doubtful
            )
            yield from (row for row in rows if keys[row] in with_work)

    def _open_first(self, start: int, by: int, wanted: Wanted) -> bool:
        lists = self._lists
        for row, article in lists.contents.walk(start, by):
            if wanted(article):
                lists.contents_list.go(row, tell=True)
                return True
        return False


def _has_doubts(row: ArticleRow) -> bool:
    return row.doubts > 0


def _rows_of(wanted: Collection[int], keys: array[int], start: int, by: int) -> Iterator[int]:
    """Give the rows from `start` on whose keys are wanted, without a step of Python's a row."""
    way = keys[start:] if by > 0 else keys[start::-1]
    at = 0
    for key in filter(wanted.__contains__, way):
        at = way.index(key, at)
        yield start + by * at


def _look(keys: array[int], start: int, by: int, library: Library, report: Report) -> list[int]:
    """Look for rows of issues with doubts; this is the work of a job."""
    found = library.issues.doubtful(heed=Heed(report)) or set()
    return list(islice(_rows_of(found, keys, start, by), _TAKEN))
