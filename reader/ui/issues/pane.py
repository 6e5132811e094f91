"""The left pane: issues above, the contents of the chosen one below."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.issues.delegates import ContentsDelegate, IssueDelegate
from reader.ui.issues.progress import Progress
from reader.ui.rows import Rows, RowView

if TYPE_CHECKING:
    from reader.model import ArticleRow, Changes, IssueRow
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words


class IssuesPane(QFrame):
    """Lists issues, and articles of the current issue; `article_chosen` names one to open."""

    article_chosen = Signal(str)
    emptied = Signal()
    issue_chosen = Signal(object)
    samples_out_wished = Signal()

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("issuesPane")
        self._session = session
        self._words = words
        self._only_title = ""
        self._statuses: Counter[str] = Counter()
        self.issues: Rows[IssueRow] = Rows(words.issue_line)
        self.contents: Rows[ArticleRow] = Rows(words.article_line)
        self._issue_paint = IssueDelegate(words, colours)
        self._contents_paint = ContentsDelegate(words, colours)
        self.issue_list = self._list(self.issues, self._issue_paint, "issueList")
        self.issue_list.setAccessibleName(self.tr("Issues"))
        self.contents_list = self._list(self.contents, self._contents_paint, "contentsList")
        self.contents_list.setAccessibleName(self.tr("Contents of the issue"))
        self._count = _label("caption")
        self._masthead = _Masthead(colours)
        self._contents_count = _label("caption")
        self._total = _label("caption")
        self.progress = Progress(words, colours)
        self._empty = _label("caption")
        self._empty.setWordWrap(True)
        self._empty.setText(
            self.tr("No issues yet. Import pages to begin: {key}.").format(
                key=key_of("actionImport")
            )
        )
        self.samples = QPushButton(self.tr("Take the samples out"))
        self.samples.setObjectName("withdrawSamples")
        self.samples.setProperty("role", "link")
        self.samples.clicked.connect(self.samples_out_wished)
        self._lay_out()
        self._connect()

    def _list(
        self,
        model: Rows[IssueRow] | Rows[ArticleRow],
        paint: IssueDelegate | ContentsDelegate,
        name: str,
    ) -> RowView:
        view = RowView(paint.height)
        view.setObjectName(name)
        view.setModel(model)
        view.setItemDelegate(paint)
        return view

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.setSpacing(0)
        box.addWidget(_row(_title(self.tr("Issues")), self._count, 44))
        box.addWidget(self._masthead)
        box.addSpacing(8)
        box.addWidget(self._empty)
        box.addWidget(self.issue_list, 2)
        beside = QHBoxLayout()
        beside.setContentsMargins(34, 2, 16, 0)
        beside.addWidget(self.samples)
        beside.addStretch(1)
        box.addLayout(beside)
        box.addSpacing(8)
        box.addWidget(_hairline())
        box.addWidget(_row(_title(self.tr("Contents")), self._contents_count, 38))
        box.addWidget(self.contents_list, 1)
        box.addWidget(_hairline())
        box.addWidget(_row(_title(self.tr("Library")), self._total, 36))
        box.addWidget(self.progress)
        self._empty.setContentsMargins(16, 4, 16, 8)

    def _connect(self) -> None:
        self.issue_list.chosen.connect(self._on_issue)
        self.contents_list.chosen.connect(self._on_article)
        self._session.opened.connect(self.reload)
        self._session.changed.connect(self._on_changed)
        self._session.reloaded.connect(self.reload)

    # --- filling --------------------------------------------------------------------------

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._issue_paint.colours = colours
        self._contents_paint.colours = colours
        self._masthead.colours = colours
        self.progress.colours = colours
        self.update()

    def reload(self) -> None:
        """Read all issues again; the current one and its article stay."""
        from reader.store.stats import statuses_by_issue

        rows = self._session.library.issues.rows()
        rows.sort(key=lambda row: row.date or "", reverse=True)
        current = self.issue_list.current()
        before = self.issues.row_of(current.id) if current else 0
        titles = {row.title for row in rows if row.title}
        self._issue_paint.several = len(titles) > 1
        self._only_title = titles.pop() if len(titles) == 1 else ""
        self._issue_paint.statuses = statuses_by_issue(self._session.library)
        self._statuses = Counter()
        for counts in self._issue_paint.statuses.values():
            self._statuses.update(counts)
        self.issues.put(rows)
        self._count.setText(self._words.issues(len(rows)))
        row = self._issue_paint.height
        self.issue_list.setMaximumHeight(max(1, len(rows)) * row)
        self._total.setText(self._words.articles(sum(row.articles for row in rows)))
        self._empty.setVisible(not rows)
        self.samples.setVisible(self._session.writable and any(row.sample for row in rows))
        if not rows:
            self._show_progress()
            self._show_issue(None)
            self.emptied.emit()
            return
        at = self.issues.row_of(current.id) if current else -1
        if at < 0:
            self.issue_list.go(min(max(before, 0), len(rows) - 1), tell=True)
        else:
            self.issue_list.go(at)
            self._show_issue(rows[at])
        self._show_progress()

    def _show_issue(self, issue: IssueRow | None) -> None:
        kept = self.contents_list.current()
        rows = self._session.library.articles.of_issue(issue.id) if issue else []
        self.contents.put(rows)
        self._contents_count.setText(self._words.articles(len(rows)) if issue else "")
        self._masthead.show_title((issue.title if issue else None) or self._only_title)
        self.contents_list.go(self.contents.row_of(kept.id) if kept else -1)
        self.issue_chosen.emit(issue)

    def _on_issue(self, issue: IssueRow) -> None:
        self._show_issue(issue)
        if self.contents.facts:
            self.contents_list.go(0, tell=True)
        else:
            self.emptied.emit()

    def _on_article(self, article: ArticleRow) -> None:
        self.article_chosen.emit(article.id)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """Read again what is named: all when rows came or went, else the rows of those issues."""
        known = {row.id for row in self.issues.facts}
        if changes.structure or not changes.issues <= known:
            self.reload()
            return
        fresh = {issue: self._session.library.issues.row(issue) for issue in changes.issues}
        self.issues.put([fresh.get(row.id, row) for row in self.issues.facts])
        current = self.issue_list.current()
        if current is not None and current.id in changes.issues:
            self._show_issue(current)
        self._show_progress()

    def _show_progress(self) -> None:
        """Count the shown issue from its contents, the others as they were read last."""
        current = self.issue_list.current()
        statuses = self._issue_paint.statuses
        if current is not None:
            now = Counter(row.status.value for row in self.contents.facts)
            self._statuses.subtract(statuses.get(current.id, Counter()))
            self._statuses.update(now)
            statuses[current.id] = now
        doubts = sum(row.doubts for row in self.issues.facts)
        self.progress.show_counts(self._statuses, doubts)
        self.issue_list.viewport().update()

    # --- going ----------------------------------------------------------------------------

    def show_article(self, article: str, issue: str) -> None:
        """Mark the article that is open, and its issue."""
        row = self.issues.row_of(issue)
        current = self.issue_list.current()
        if row >= 0 and (current is None or current.id != issue):
            self.issue_list.go(row)
            self._show_issue(self.issues.facts[row])
        self.contents_list.go(self.contents.row_of(article))

    def step(self, by: int) -> bool:
        """Go to the next or previous article, over the border of an issue; tell if there is one."""
        row = self.contents_list.currentIndex().row() + by
        if 0 <= row < len(self.contents.facts):
            self.contents_list.go(row, tell=True)
            return True
        return self._step_issue(by, lambda issue: issue.articles > 0)

    def step_to_doubts(self, by: int) -> bool:
        """Go to the next article that has doubts; tell if there is one."""
        rows = range(len(self.contents.facts))
        at = self.contents_list.currentIndex().row()
        ahead = rows[at + 1 :] if by > 0 else rows[: max(at, 0)][::-1]
        for row in ahead:
            if self.contents.facts[row].doubts:
                self.contents_list.go(row, tell=True)
                return True
        if not self._step_issue(by, lambda issue: issue.doubts > 0):
            return False
        return self._open_doubtful(by)

    def _open_doubtful(self, by: int) -> bool:
        doubtful = [n for n, row in enumerate(self.contents.facts) if row.doubts]
        if doubtful:
            self.contents_list.go(doubtful[0 if by > 0 else -1], tell=True)
        return bool(doubtful)

    def _step_issue(self, by: int, wanted: object) -> bool:
        rows = range(len(self.issues.facts))
        at = self.issue_list.currentIndex().row()
        for row in rows[at + 1 :] if by > 0 else rows[: max(at, 0)][::-1]:
            issue = self.issues.facts[row]
            if wanted(issue):  # type: ignore[operator]
                self.issue_list.go(row)
                self._show_issue(issue)
                self.contents_list.go(0 if by > 0 else len(self.contents.facts) - 1, tell=True)
                return True
        return False


class _Masthead(QWidget):
    """The newspaper's title between a double rule and a thin one."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self._title = ""
        self.setFixedHeight(38)

    def show_title(self, title: str) -> None:
        """Show a title; the room stays where there is none, so that no row jumps."""
        self._title = title
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Paint the rules and the title."""
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        ink = self.colours.color("ink")
        width = self.width() - 32
        painter.fillRect(16, 0, width, 2, ink)
        painter.fillRect(16, 4, width, 1, ink)
        painter.fillRect(16, self.height() - 1, width, 1, ink)
        painter.setPen(ink)
        painter.setFont(theme.font("reading", 18, bold=True))
        cut = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, width)
        place = self.rect().adjusted(16, 5, -16, -1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()


def _label(role: str) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def _hairline() -> QFrame:
    made = QFrame()
    made.setProperty("role", "hairline")
    return made


def _title(words: str) -> QLabel:
    made = _label("pane-title")
    made.setText(words)
    return made


def _row(left: QLabel, right: QLabel, height: int) -> QWidget:
    made = QWidget()
    made.setFixedHeight(height)
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return made
