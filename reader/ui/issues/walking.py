"""Going through the lists of the left pane: from article to article, over the border of issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model import ArticleRow
    from reader.ui.issues.lists import Lists
    from reader.ui.session import Session


_ASKED_AT_ONCE = 500
"""So many issues are asked whether there is work in them, before one of them is read."""


class Walk:
    """Goes through what the lists show; what a filter leaves out is passed over."""

    def __init__(self, session: Session, lists: Lists) -> None:
        self._session = session
        self._lists = lists

    def show_article(self, article: str, issue: str) -> None:
        """Mark the article that is open, and its issue, where they are in the lists."""
        lists = self._lists
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

    def step_to_doubts(self, by: int) -> bool:
        """Go to the next article that has doubts; tell if there is one."""
        return self._step(by, lambda row: row.doubts > 0, doubtful=True)

    def _step(self, by: int, wanted: Callable[[ArticleRow], bool], *, doubtful: bool) -> bool:
        lists = self._lists
        shown, at = lists.shown, lists.contents_list.currentIndex().row()
        if self._open_first(at + by if at >= 0 or by > 0 else -1, by, wanted):
            return True
        here = lists.issue_list.currentIndex().row()
        start = here + by if here >= 0 or by > 0 else -1
        for row in self._rows_with_work(start, by, doubtful=doubtful):
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
            lists.contents_list.go(at)
        return False

    def _rows_with_work(self, start: int, by: int, *, doubtful: bool) -> Iterator[int]:
        """Give the rows of issues with articles, or with doubts, from `start` on, by their keys.

        To read each issue for it took minutes where a large library has no doubt left.
        """
        counting = self._lists.counting
        if doubtful and not counting.doubts and not counting.pending:
            return
        keys, issues = self._lists.issues.keys, self._session.library.issues
        last = len(keys) if by > 0 else -1
        for low in range(start, last, by * _ASKED_AT_ONCE) if start >= 0 else ():
            rows = range(low, last, by)[:_ASKED_AT_ONCE]
            with_work = issues.with_articles(
                [keys[row] for row in rows if keys[row] >= 0], doubtful=doubtful
            )
            yield from (row for row in rows if keys[row] in with_work)

    def _open_first(self, start: int, by: int, wanted: Callable[[ArticleRow], bool]) -> bool:
        lists = self._lists
        for row, article in lists.contents.walk(start, by):
            if wanted(article):
                lists.contents_list.go(row, tell=True)
                return True
        return False
