"""The two lists of the left pane: filled, kept in step with the library, walked through.

Places are fixed: what changes in a row is shown in the row, and does not move it, nor take it
out of a filter that it no longer fits. Only a filter or an order that is chosen arranges anew,
and issues that come, go or get another date.
"""

from __future__ import annotations

from array import array
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import NotFoundError
from reader.model import ArticleSort, IssueSort
from reader.ui.issues.counting import Counting
from reader.ui.issues.looking import Asked, Looking, first, heavy
from reader.ui.issues.view import ListView
from reader.ui.paged import Heading, Paged, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import ArticleRow, Changes, IssueRow
    from reader.store.listing import Group, Listed
    from reader.ui.issues.delegates import ContentsDelegate, IssueDelegate
    from reader.ui.issues.looking import Seen
    from reader.ui.issues.sayings import Sayings
    from reader.ui.session import Session
    from reader.ui.words import Words

_MANY_ISSUES = 12
"""With more issues in a list, years stand over them."""


class Lists(QObject):
    """Issues, and the articles of the one that is shown.

    `article_chosen` names an article to open, `issue_shown` the issue whose contents are listed
    (None: none), `emptied` that no article can be shown; `filled` that counts may differ.
    In a large library a job looks for what is asked, and what is listed stays until it is found;
    `failed` gives its error.
    """

    article_chosen = Signal(str)
    issue_shown = Signal(object)
    emptied = Signal()
    filled = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        words: Words,
        sayings: Sayings,
        paints: tuple[IssueDelegate, ContentsDelegate],
    ) -> None:
        super().__init__(sayings)  # it goes with them
        self._session = session
        self._sayings = sayings
        self._paint, self._contents_paint = paints
        self.asked = Asked()
        self.shown: IssueRow | None = None
        self.open: str | None = None
        """The article that is open, listed or not."""
        self.whole = 0
        """How many issues there are, with those that a filter leaves out."""
        self.newspapers: tuple[str | None, ...] = ()
        """The titles of the newspapers; None where issues have none."""
        self.samples = False
        self.looking = Looking(session, self._arrange, self)
        self.looking.latest.failed.connect(self.failed)
        self.counting = Counting(session, self)
        self.counting.counted.connect(self.filled)
        self.issues: Paged[IssueRow] = Paged(
            Reader(self._issue_rows, self._issue_key, words.issue_line, sayings.issue_tip), self
        )
        told = sayings.article_line, sayings.article_tip
        self.contents: Paged[ArticleRow] = Paged(
            Reader(self._article_rows, self._article_key, *told), self
        )
        self.issue_list = ListView(self.issues, self._paint)
        self.contents_list = ListView(self.contents, self._contents_paint)
        self.issue_list.chosen.connect(self._on_issue)
        self.contents_list.chosen.connect(lambda row: self.article_chosen.emit(row.id))
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.reloaded.connect(self.reload)

    # --- reading --------------------------------------------------------------------------

    def name(self, issue: IssueRow) -> str:
        """Name an issue by its newspaper and its date."""
        return self._sayings.issue_name(issue)

    def _issue_rows(self, keys: Sequence[int]) -> Sequence[IssueRow | None]:
        """Read a page of issues; what is still painted of a library that is closed is blank."""
        is_open = self._session.is_open
        return self._session.library.issues.rows_at(keys) if is_open else [None] * len(keys)

    def _issue_key(self, issue: str) -> int | None:
        return self._session.library.issues.key_of(issue) if self._session.is_open else None

    def _article_rows(self, keys: Sequence[int]) -> Sequence[ArticleRow | None]:
        if not self._session.is_open:
            return [None] * len(keys)
        return self._session.library.articles.rows_at(keys)

    def _article_key(self, article: str) -> int | None:
        return self._session.library.articles.key_of(article) if self._session.is_open else None

    # --- filling --------------------------------------------------------------------------

    def _on_opened(self) -> None:
        """Show the first rows of a large library at once; the others come behind them."""
        if heavy(self._session.library, self.asked):
            row = self.issue_list.currentIndex().row()
            self._arrange(first(self._session.library, self.asked), steady=True)
            self._stand(row)
        self.reload()

    def reload(self) -> None:
        """Read all again; the issue and the article that are shown stay."""
        before = self.issue_list.currentIndex().row()
        self.counting.soon()
        self.looking.look(self.asked, partial(self._stand, before), steady=True)

    def _stand(self, before: int) -> None:
        """Go to what is shown; where that has gone, near the row `before`, where it stood."""
        if not self.whole:
            self.show(None)
            self.emptied.emit()
            self.filled.emit()
            return
        here = self._here()
        if here is None:
            self._go_near(before)
        else:
            self.issue_list.go(self.issues.row_of(here.id))
            self.show(here, steady=True)
        self.filled.emit()

    def _here(self) -> IssueRow | None:
        """Give the issue of the article that is open, wherever that went; else the one shown."""
        issues = self._session.library.issues
        article = self.contents_list.current()
        if article is not None:
            with suppress(NotFoundError):
                return issues.row(issues.page_of(article.id).issue)
        if self.shown is not None and self._issue_key(self.shown.id) is not None:
            return issues.row(self.shown.id)
        return None

    def _go_near(self, row: int) -> None:
        """Go to the issue that stands where one has gone, and open its first article."""
        row = min(max(row, 0), len(self.issues.keys) - 1)
        forward = next(iter(self.issues.walk(row, 1)), None)
        found = forward or next(iter(self.issues.walk(row, -1)), None)
        if found is None:
            self.show(None)
            self.emptied.emit()
        else:
            self.issue_list.go(found[0], tell=True)

    def ask(self, asked: Asked) -> None:
        """Show what is asked for; what is open stays open, also where it is left out."""
        before, self.asked = self.asked, asked
        if (before.query, before.issues) != (asked.query, asked.issues):
            self.looking.look(asked, self._show_asked, steady=False)
        else:
            self._show_contents()

    def _show_asked(self) -> None:
        self.issue_list.go(self.issues.row_of(self.shown.id) if self.shown else -1)
        self._show_contents()

    def _show_contents(self) -> None:
        if self.shown is not None:
            self.show(self.shown, told=False)
        self.filled.emit()

    def _arrange(self, seen: Seen, *, steady: bool) -> None:
        self.whole, self.newspapers, self.samples = seen.whole, seen.newspapers, seen.samples
        fresh, by_work = seen.listed.keys, (IssueSort.DOUBTS, IssueSort.PROGRESS)
        if steady and not seen.listed.groups and self.asked.issues in by_work:
            fresh = self._as_before(fresh)
        self._paint.several = not self.by_newspaper and len(self.newspapers) > 1
        anchor = self.issue_list.anchor() if steady else None
        if self.issues.arrange(fresh, self._headings(seen.listed)):
            self.issue_list.hold(anchor)

    @property
    def by_newspaper(self) -> bool:
        """Tell whether the issues stand under mastheads: where they are not all of one newspaper.

        Those without a title stand together under a head that says so.
        """
        return self.asked.issues is IssueSort.NEWSPAPER and len(self.newspapers) > 1

    def _as_before(self, fresh: array[int]) -> array[int]:
        """Let rows stand in the order in which they stood; new ones come last."""
        before = [key for key in self.issues.keys if key >= 0]
        there, old = set(fresh), set(before)
        kept = [key for key in before if key in there]
        return array("q", kept + [key for key in fresh if key not in old])

    def _headings(self, listed: Listed) -> Iterator[tuple[int, Heading]]:
        """Give the headings of a list: a masthead a newspaper but the first, and years."""
        years = len({(group.title, group.year) for group in listed.groups}) > 1
        years = years and len(listed.keys) > _MANY_ISSUES
        at = 0
        before: Group | None = None
        for group in listed.groups:
            if before is not None and before.title != group.title:
                yield at, Heading(self._sayings.paper(group.title))
            if years:
                yield at, Heading(self._sayings.year(group.year), thin=True)
            at += group.rows
            before = group

    def show(self, issue: IssueRow | None, *, steady: bool = False, told: bool = True) -> None:
        """List the contents of an issue; all of them where the filter would leave none."""
        kept = self.contents_list.current()
        same = issue is not None and self.shown is not None and issue.id == self.shown.id
        self.shown = issue
        keys = array("q")
        if issue is not None:
            articles = self._session.library.articles
            asked = self.asked
            keys = articles.contents(issue.id, asked.query, asked.contents).keys
            if steady and same and (asked.query or asked.contents is not ArticleSort.PLACE):
                keys = self._contents_as_before(articles.contents(issue.id).keys, keys)
            keys = keys or articles.contents(issue.id, None, asked.contents).keys
        self._contents_paint.pages = issue is not None and len(issue.pages) > 1
        anchor = self.contents_list.anchor() if same else None
        if self.contents.arrange(keys):
            self.contents_list.hold(anchor)
        marked = kept.id if kept else self.open
        self.contents_list.go(self.contents.row_of(marked) if marked else -1)
        if told:
            self.issue_shown.emit(issue)

    def _contents_as_before(self, there: array[int], fresh: array[int]) -> array[int]:
        present, old = set(there), set(self.contents.keys)
        kept = [key for key in self.contents.keys if key in present]
        return array("q", kept + [key for key in fresh if key not in old])

    def _on_issue(self, issue: IssueRow) -> None:
        self.show(issue)
        first = next(iter(self.contents.walk(0, 1)), None)
        if first is not None:
            self.contents_list.go(first[0], tell=True)
        else:
            self.emptied.emit()
        self.filled.emit()

    # --- changes --------------------------------------------------------------------------

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """Read again what is named; all only where issues came, went or changed their place."""
        fresh: dict[int, IssueRow] = {}
        for issue in changes.issues:
            row, now = self._unmoved(issue)
            if now is None:
                self.reload()
                return
            fresh[row] = now
        known = ((self.issues.cached(row), now) for row, now in fresh.items())
        self.counting.adjust((before, now) for before, now in known if before is not None)
        self.issues.refresh(fresh)
        if self.shown is not None and self.shown.id in changes.issues:
            self.show(next(r for r in fresh.values() if r.id == self.shown.id), steady=True)
        elif changes.tags:
            self.contents.refresh()
        self.filled.emit()

    def _unmoved(self, issue: str) -> tuple[int, IssueRow | None]:
        """Give row and facts of an issue that stands where it stood; else no facts."""
        key = self._issue_key(issue)
        row = self.issues.row_of_key(key) if key is not None else -1
        before = self.issues.cached(row)
        if before is None:
            return -1, None
        now = self._session.library.issues.row(issue)
        return row, now if _stands(before) == _stands(now) else None


def _stands(row: IssueRow) -> tuple[object, ...]:
    """Give that of an issue by which it stands where it stands, and its contents do."""
    return row.title, row.date, row.date_sure, row.pages, row.guessed, row.sample
