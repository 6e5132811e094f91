"""What the list of issues has to know of a library, read at once or, where it is long, by a job."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject

from reader.model import ArticleSort, IssueSort
from reader.ui.latest import Heed, Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.store.library import Library
    from reader.store.listing import Listed
    from reader.text.query import Query
    from reader.ui.jobs import Report
    from reader.ui.session import Session

    Then = Callable[[], None]

MANY_ISSUES = 5000
"""From so many issues on, their list is read by a job (a million take half a second)."""

MANY_ARTICLES = 10_000
"""From so many articles on, they are filtered and counted by a job (100,000 take 0.2 s)."""

FIRST = 200
"""How many rows are shown at once, before the others are known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the lists should show, and in which order."""

    query: Query | None = None
    issues: IssueSort = IssueSort.NEWSPAPER
    contents: ArticleSort = ArticleSort.PLACE


class Seen(NamedTuple):
    """The issues that were asked for, how many there are in all, and of which newspapers."""

    listed: Listed
    whole: int
    newspapers: tuple[str | None, ...]
    samples: bool


class Take(Protocol):
    """Shows what was found; `steady` leaves rows where they stand."""

    def __call__(self, seen: Seen, *, steady: bool) -> None:
        """Show it."""


class Looking(QObject):
    """Looks for what is asked, at once or by a job, and lets it be shown by `take`."""

    def __init__(self, session: Session, take: Take, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._take = take
        self.latest = Latest(session, self)
        self._asked: Asked | None = None
        self._again = False
        self._then: list[Then] = []
        session.closing.connect(self._forget)
        self.latest.failed.connect(self._forget)

    def look(self, asked: Asked, then: Then, *, steady: bool) -> None:
        """Look for what is asked, let it be shown, and go on with `then`."""
        self._then.append(then)
        library = self._session.library
        if not heavy(library, asked):
            self.latest.cancel()
            self._again = False
            self._on_seen(look(library, asked), steady=steady)
        elif self.latest.busy and self._asked == asked:
            self._again = True  # to begin anew at each change would never come to an end
        else:
            self._begin(asked, steady=steady)

    def _begin(self, asked: Asked, *, steady: bool) -> None:
        self._asked, self._again = asked, False
        self.latest.run(
            partial(_look_beside, asked),
            lambda seen: self._on_seen(seen, steady=steady),  # type: ignore[arg-type]
        )

    def _on_seen(self, seen: Seen, *, steady: bool) -> None:
        self._take(seen, steady=steady)
        then, self._then = self._then, []
        for go_on in then:
            go_on()
        if self._again and self._asked is not None:
            self._then.append(then[-1])
            self._begin(self._asked, steady=True)

    def when_found(self, then: Then) -> None:
        """Go on once what is asked for is shown: now, where nothing is looked for."""
        if self.latest.busy:
            self._then.append(then)
        else:
            then()

    def _forget(self) -> None:
        self._then, self._again = [], False


def heavy(library: Library, asked: Asked) -> bool:
    """Tell whether to look for what is asked takes so long that a job should do it."""
    issues, articles = library.issues.sizes()
    by_work = asked.issues in (IssueSort.DOUBTS, IssueSort.PROGRESS)
    return issues > MANY_ISSUES or (articles > MANY_ARTICLES and (by_work or bool(asked.query)))


def look(library: Library, asked: Asked, heed: Callable[[], None] | None = None) -> Seen:
    """Look for what is asked; all that is given is of one moment."""
    return _look(library, asked, None, heed)


def first(library: Library, asked: Asked) -> Seen:
    """Look for the first rows of all issues; there are said to be no more."""
    return _look(library, replace(asked, query=None), FIRST, None)


def _look(
    library: Library, asked: Asked, most: int | None, heed: Callable[[], None] | None
) -> Seen:
    issues = library.issues
    with library.moment():
        newspapers = issues.newspapers()
        sort = asked.issues
        if sort is IssueSort.NEWSPAPER and len(newspapers) < 2:
            sort = IssueSort.NEWEST
        listed = issues.listed(asked.query, sort, most=most, heed=heed)
        all_listed = asked.query is None
        whole = len(listed.keys) if all_listed else issues.count()
        return Seen(listed, whole, newspapers, bool(issues.samples()))


def _look_beside(asked: Asked, library: Library, report: Report) -> Seen:
    return look(library, asked, Heed(report))
