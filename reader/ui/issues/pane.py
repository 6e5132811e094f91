"""The left pane: the issues under their masthead, the contents of the chosen one, progress."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.model import ArticleSort, IssueSort
from reader.ui.actions import key_of
from reader.ui.asked import Asked
from reader.ui.issues.correcting import Correcting
from reader.ui.issues.delegates import ContentsDelegate, IssueDelegate
from reader.ui.issues.filtering import Filtering
from reader.ui.issues.furniture import Furniture
from reader.ui.issues.guide import Guide
from reader.ui.issues.heads import ListHead
from reader.ui.issues.lists import Lists
from reader.ui.issues.masthead import Masthead
from reader.ui.issues.progress import Progress
from reader.ui.issues.revealing import Revealing
from reader.ui.issues.sayings import Sayings
from reader.ui.issues.walking import Walk
from reader.ui.labels import label
from reader.ui.shortened import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent

    from reader.ui.issues.view import ListView
    from reader.ui.session import Session
    from reader.ui.signs import Sign
    from reader.ui.theme import Theme
    from reader.ui.words import Words


_TALLEST = (1 << 24) - 1
"""Qt makes no widget taller; the rows of a million issues would be."""


class IssuesPane(QFrame):
    """Lists issues, and articles of the current issue; `article_chosen` names one to open.

    `menu_wished` asks for a context menu of one of the lists at a place of the screen; `told` is
    a sentence for the status line.
    """

    article_chosen = Signal(str)
    emptied = Signal()
    issue_chosen = Signal(object)
    samples_out_wished = Signal()
    menu_wished = Signal(object, QPoint)
    told = Signal(str)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("issuesPane")
        self._session = session
        self._words = words
        self.sayings = Sayings(words, self)
        self._asked = Asked(words, self)
        self._issue_paint = IssueDelegate(words, self.sayings, colours)
        self._contents_paint = ContentsDelegate(words, self.sayings, colours)
        paints = self._issue_paint, self._contents_paint
        self.lists = Lists(session, words, self.sayings, paints)
        self.issues, self.contents = self.lists.issues, self.lists.contents
        self.issue_list = self._name(self.lists.issue_list, "issueList", self.tr("Issues"))
        self.contents_list = self._name(
            self.lists.contents_list, "contentsList", self.tr("Contents of the issue")
        )
        self.head = ListHead(
            self.tr("Issues"), 44, {sort: self.sayings.issue_sort(sort) for sort in IssueSort}
        )
        self.head.button.setObjectName("issuesHead")
        self.head.offer(self.sayings.choices())
        self.contents_head = ListHead(
            self.tr("Contents"), 38, {s: self.sayings.article_sort(s) for s in ArticleSort}
        )
        self.contents_head.button.setObjectName("contentsHead")
        self.filtering = Filtering(session, self.lists, self.head)
        self.masthead = Masthead(colours)
        self._total = label("caption")
        self.guide = Guide(session, words, colours)
        self.furniture = Furniture(session, words, colours)
        self.progress = Progress(words, colours)
        self._empty = label("caption")
        self._empty.setWordWrap(True)
        self.samples = QPushButton(self.tr("Take the samples out"))
        self.samples.setObjectName("withdrawSamples")
        self.samples.setProperty("role", "link")
        self._open: str | None = None
        self._lay_out()
        self.walk = Walk(session, self.lists)
        self.revealing = Revealing(self.lists)
        self.correcting = Correcting(session, self, self.lists, self.head.height())
        self._connect()
        self.dress(colours)

    def _name(self, view: ListView, name: str, said: str) -> ListView:
        view.setObjectName(name)
        view.setAccessibleName(said)
        return view

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.filtering.row)
        box.addWidget(self.masthead)
        box.addSpacing(8)
        box.addWidget(self._empty)
        box.addWidget(self.issue_list, 1)
        beside = QHBoxLayout()
        beside.setContentsMargins(34, 2, 16, 0)
        beside.addWidget(self.samples)
        beside.addStretch(1)
        box.addLayout(beside)
        box.addSpacing(8)
        box.addWidget(self.contents_head)
        box.addWidget(self.contents_list, 1)
        box.addWidget(self.guide, 1)
        box.addWidget(self.furniture, 1)
        self._bare = QWidget()
        box.addWidget(self._bare, 1)
        box.addStretch(0)
        self._rules = _hairline(), _hairline()
        self._foot = _row(self.tr("Library"), self._total, 36)
        box.insertWidget(box.indexOf(self.contents_head), self._rules[0])
        for part in (self._rules[1], self._foot, self.progress):
            box.addWidget(part)
        self._empty.setContentsMargins(16, 4, 16, 8)
        self.samples.hide()  # until a library says that it has some

    def _connect(self) -> None:
        lists = self.lists
        lists.article_chosen.connect(self.article_chosen)
        lists.issue_shown.connect(self.issue_chosen)
        lists.emptied.connect(self.emptied)
        lists.filled.connect(self._say)
        self.samples.clicked.connect(self.samples_out_wished)
        self.issue_list.scrolled.connect(self._show_masthead)
        for view in (self.issue_list, self.contents_list):
            view.menu_wished.connect(lambda place, view=view: self.menu_wished.emit(view, place))
        self.correcting.told.connect(self.told)
        self.walk.far_wished.connect(lambda: self.told.emit(self.tr("Looking for the next doubt…")))
        self.walk.latest.failed.connect(lists.failed)
        self.guide.latest.failed.connect(lists.failed)
        self.head.sorted_by.connect(lambda sort: lists.ask(replace(lists.asked, issues=sort)))
        self.contents_head.sorted_by.connect(
            lambda sort: lists.ask(replace(lists.asked, contents=sort))
        )

    def way(self) -> tuple[QWidget, ...]:
        """Give the widgets in the order in which Tab goes through them."""
        heads = self.head.button, self.contents_head.button
        folded = (part for fold in (self.guide, self.furniture) for part in (fold.row, fold.list))
        lists = self.issue_list, self.contents_list, *folded
        return *heads, self.samples, self.filtering.field, *lists

    # --- what is shown --------------------------------------------------------------------

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        for part in (self._issue_paint, self._contents_paint, self.masthead, self.progress):
            part.colours = colours
        folds = self.guide, self.furniture
        for own in (self.head, self.contents_head, self.filtering.field, *folds):
            own.dress(colours)
        self.update()

    def number_topics(self, numbers: Mapping[str, Sign]) -> None:
        """Take the signs of the topics."""
        if self._contents_paint.numbers != numbers:
            self._contents_paint.numbers = numbers
            self.contents_list.viewport().update()

    def _say(self) -> None:
        """Say counts and progress, and what there is to be done where nothing is listed."""
        lists = self.lists
        shown, count = lists.shown, self.issues.count()
        sort = self.tr("Sort and filter the list")
        said = self.sayings.issues(count, lists.whole)
        tip = f"{said}\n{sort} ({key_of('actionSortIssues')})"
        self.head.say(shorten(said, count, lists.whole), tip)
        count = self.contents.count()
        said = self.sayings.articles(count, shown.articles) if shown else ""
        sort = self.tr("Sort the contents")
        tip = f"{said}\n{sort} ({key_of('actionSortContents')})"
        self.contents_head.say(shorten(said, count, shown.articles) if shown else "", tip)
        total = lists.counting.statuses.total()
        self._total.setText(shorten(self._words.articles(total), total))
        self._total.setToolTip(self._words.articles(total))
        counting = lists.counting
        self.progress.show_counts(counting.statuses, counting.doubts, counting.seconds)
        self.samples.setVisible(self._session.writable and lists.samples)
        self._empty.setVisible(not self.issues.count())
        if not lists.whole:
            words = self.tr("No issues yet. Import pages to begin: {key}.")
            self._empty.setText(words.format(key=key_of("actionImport")))
        else:
            words = self.tr("Nothing matches. Esc in the filter shows all.")
            asked = lists.asked.query
            if asked is not None and asked.literal:
                words = f"{self._asked.why_literal(asked)}\n{words}"
            self._empty.setText(words)
        self._show_parts(bare=not self.issues.count() and not lists.whole)
        self.guide.show_issue(shown)
        self.furniture.show_issue(shown)
        for view in (self.issue_list, self.contents_list):
            tall = view.verticalHeader().length()
            view.setMaximumHeight(min(max(1, tall), _TALLEST))
        self._show_masthead()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room anew in another height."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Give the room anew when a part has come, gone or grown."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def _make_room(self) -> None:
        """Leave the row of furniture out where there is none and the lists need its room."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        between = self.contents_list.y() - self.issue_list.geometry().bottom() - 1
        room = self._rules[1].y() - self.issue_list.y() - between
        parts = self.issue_list, self.contents_list, self.guide
        wanted = sum(part.maximumHeight() for part in parts if not part.isHidden())
        short = wanted + self.furniture.row.height() > room
        bare = self.contents_list.isHidden() or not self._session.is_open
        self.furniture.setHidden(bare or (short and not self.furniture.row.isEnabled()))

    def _show_parts(self, *, bare: bool) -> None:
        """Show what a library with issues has; one without says only that there are none."""
        contents = self.contents_head, self.contents_list, self.furniture
        for part in (self.masthead, *contents, self._foot, self.progress, *self._rules):
            part.setHidden(bare)
        self._bare.setVisible(bare)

    def _show_masthead(self) -> None:
        """Show the newspaper whose issues are in view; where they are mixed, the chosen one's."""
        lists = self.lists
        title = lists.shown.title if lists.shown is not None else next(iter(lists.newspapers), None)
        if lists.by_newspaper:
            top = max(self.issue_list.top_row(), 0)
            row = next((fact for _, fact in self.issues.walk(top, 1)), None)
            title = self.sayings.paper(row.title if row is not None else title)
            self.masthead.show_title(title)
            if title != self._issue_paint.above:
                self._issue_paint.above = title
                self.issue_list.viewport().update()
            return
        self.masthead.show_title(self.sayings.paper(title) if lists.newspapers else "")

    # --- going ----------------------------------------------------------------------------

    def show_article(self, article: str, issue: str) -> None:
        """Mark the article that is open, and its issue."""
        self.walk.show_article(article, issue)
        entry = self.guide.list.current()
        if article != self._open and entry is not None:
            leads = entry.found.article or entry.at.article
            if leads != article:
                self.guide.let_go()
        self._open = article

    def step(self, by: int) -> bool:
        """Go to the next or previous article, over the border of an issue; tell if there is one."""
        return self.walk.step(by)

    def step_to_doubts(self, by: int, then: Callable[[bool], None]) -> None:
        """Go to the next article that has doubts; tell `then` if there is one."""
        self.walk.step_to_doubts(by, then)


def _hairline() -> QFrame:
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


def _row(words: str, right: QLabel, height: int) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    left = label("pane-title")
    left.setText(words)
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return made
