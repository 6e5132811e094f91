"""Arranging: issues corrected and merged, pages moved, lists sorted and filtered, by wishes."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from reader.errors import NotFoundError
from reader.ui.greyed import Lack
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from reader.model import Changes, IssueRow, PageRow
    from reader.ui.window import MainWindow

ISSUE_MENU = (
    "actionCorrectIssue",
    "actionMergeIssue",
    "actionWithdraw",
    "",
    "actionFilterLists",
    "actionSortIssues",
    "",
    "actionExport",
)
"""What the context menu of the issues has; an empty name is a rule."""

CONTENTS_MENU = (
    "actionMarkProofread",
    "actionAddTag",
    "",
    "actionCorrectIssue",
    "actionMovePage",
    "actionPageEarlier",
    "actionPageLater",
    "",
    "actionFilterLists",
    "actionSortContents",
)
"""The same of the contents."""


class Arranging(QObject):
    """The slots of the action table that arrange issues, pages and the two lists."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._pane = window.issues
        self._pane.menu_wished.connect(self._menu)
        self._pane.told.connect(window.status.tell)
        self._pane.contents_list.activated.connect(lambda _: window.article.edit.setFocus())
        # The topics are read by their own pane, which was connected before.
        for signal in (self._session.opened, self._session.reloaded, self._session.changed):
            signal.connect(self._number_topics)

    def _number_topics(self) -> None:
        self._pane.number_topics(self._window.tags.numbers)

    def _menu(self, view: QObject, place: QPoint) -> None:
        """Show the context menu of one of the lists at a place of the screen."""
        menu = QMenu(self._window)
        menu.setObjectName("listMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        names = ISSUE_MENU if view is self._pane.issue_list else CONTENTS_MENU
        for name in names:
            if name:
                menu.addAction(self._window.actions_by_id[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    # --- what can be done -----------------------------------------------------------------

    def lacks(self) -> dict[str, Lack | None]:
        """Tell of each action what it lacks now."""
        issue = None if self._pane.lists.shown is not None else Lack.ISSUE
        row = self._pane.contents_list.currentIndex().isValid()
        page = issue or (None if row else Lack.ARTICLE)
        other = None if self._pane.lists.whole > 1 else Lack.OTHER_ISSUE
        return {
            "actionCorrectIssue": issue,
            "actionMergeIssue": issue or other,
            "actionWithdraw": issue,
            "actionMovePage": page or other,
            "actionPageEarlier": page,
            "actionPageLater": page,
            "actionFilterLists": None,
            "actionSortIssues": None,
            "actionSortContents": issue,
        }

    # --- the lists ------------------------------------------------------------------------

    def filter_lists(self) -> None:
        """Let words be typed that select issues and articles."""
        self._window.columns.unfold_issues()
        self._pane.filtering.ask()

    def sort_issues(self) -> None:
        """Open the menu of the orders of issues."""
        self._window.columns.unfold_issues()
        self._pane.head.open()

    def sort_contents(self) -> None:
        """Open the menu of the orders of the contents."""
        self._window.columns.unfold_issues()
        self._pane.contents_head.open()

    # --- issues ---------------------------------------------------------------------------

    def correct_issue(self) -> None:
        """Open the form in the row; from the contents, at the page's number."""
        self._window.columns.unfold_issues()
        self._pane.correcting.open(at_page=self._pane.contents_list.hasFocus())

    def merge_issue(self) -> None:
        """Ask into which issue the chosen one goes."""
        issue = self._pane.lists.shown
        if issue is not None:
            said = self.tr("Merge {issue} into").format(issue=self._pane.lists.name(issue))
            self._choose(issue, said, self.tr("Merge"), partial(self._merge, issue))

    def _merge(self, issue: IssueRow, into: IssueRow) -> None:
        merge = self._session.library.issues.merge
        if self._session.write(merge, [issue.id], into.id, initiator=self) is not None:
            said = self.tr("{issue} was merged into {other}. Undo parts them again.")
            same = self._same_pages(into.id)
            names = self._pane.lists.name
            said = said.format(issue=names(issue), other=names(into))
            self._window.status.tell(sentences((said, same)))

    def _same_pages(self, issue: str) -> str:
        """Say of which numbers an issue has several pages; nothing where it has none."""
        times = Counter(filter(None, self._session.library.issues.row(issue).pages))
        words = self._window.words
        return sentences(
            self.tr("There are %n of {page}.", "", count).format(page=words.page(number))
            for number, count in times.items() if count > 1
        )  # fmt: skip

    # --- pages ----------------------------------------------------------------------------

    def move_page(self) -> None:
        """Ask into which issue the page of the chosen article goes."""
        issue, page = self._pane.lists.shown, self._page()
        if issue is not None and page is not None:
            name = self._window.words.page(page.number)
            said = self.tr("Move {page} of {issue} to").format(
                page=name, issue=self._window.words.date(issue.date)
            )
            self._choose(issue, said, self.tr("Move"), partial(self._move, page))

    def _move(self, page: PageRow, into: IssueRow) -> None:
        if self._place(page, into.id, None) is not None:
            said = self.tr("{page} was moved to {other}. Undo brings it back.")
            self._tell(said, page=page, other=into)

    def page_earlier(self) -> None:
        """Let the page stand before the one before it."""
        self._shift(-1)

    def page_later(self) -> None:
        """Let the page stand behind the one behind it."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        page = self._page()
        if page is None:
            return
        changes = self._place(page, page.issue, max(1, page.place + by))
        if changes is None:
            return
        if changes.wish is None:
            self._window.status.tell(
                self.tr("This is the first page of the issue.") if by < 0
                else self.tr("This is the last page of the issue.")
            )  # fmt: skip
            return
        self._tell(self.tr("{page} was moved. Undo brings it back."), page=page)

    def _place(self, page: PageRow, issue: str, place: int | None) -> Changes | None:
        move = self._session.library.issues.move_page
        return self._session.write(move, page.id, issue, place=place, initiator=self)

    def _page(self) -> PageRow | None:
        """Give the page of the chosen article."""
        article = self._pane.contents_list.current()
        if article is None:
            return None
        try:
            return self._session.library.issues.page_of(article.id)
        except NotFoundError as error:  # another program took it away just now
            self._window.telling.fault(error)
            return None

    # --- asking and telling ---------------------------------------------------------------

    def _choose(self, issue: IssueRow, said: str, verb: str, then: object) -> None:
        window = self._window
        from reader.ui.issues.choosing import ChooseIssue

        dialog = ChooseIssue(window, window.words, window.colours)
        dialog.ask(self._session, issue.id, said, verb)
        dialog.failed.connect(window.telling.failure)
        dialog.chosen.connect(then)
        dialog.open()

    def _tell(self, said: str, *, page: PageRow, other: IssueRow | None = None) -> None:
        name = self._pane.lists.name(other) if other else ""
        page_name = self._window.words.page(page.number)
        self._window.status.tell(said.format(other=name, page=page_name))
