"""Choosing an issue: those that are near the one in hand first, the others by a filter."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from reader.store.listing import Listed
from reader.text.query import parse
from reader.ui.greyed import Lack, grey
from reader.ui.issues.delegates import IssueDelegate
from reader.ui.issues.looking import Asked, heavy
from reader.ui.issues.sayings import Sayings
from reader.ui.issues.view import ListView
from reader.ui.labels import label
from reader.ui.latest import Heed, Latest
from reader.ui.line import Line
from reader.ui.paged import Paged, Reader
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from reader.model import IssueRow
    from reader.store.library import Library
    from reader.text.query import Query
    from reader.ui.jobs import Report
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words


class ChooseIssue(Dialog):
    """Asks for another issue; `chosen` carries its row, `failed` why they cannot be listed."""

    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QWidget, words: Words, colours: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("chooseIssue")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(420, 420)
        self._session: Session | None = None
        self._latest: Latest | None = None
        self._issue = ""
        sayings = Sayings(words, self)
        self._say = words.issue_line
        self._paint = IssueDelegate(words, sayings, colours)
        self.issues: Paged[IssueRow] = Paged(
            Reader(self._rows, self._key, words.issue_line, sayings.issue_tip), self
        )
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("role", "result-title")
        self.filter = Line()
        self.filter.setObjectName("chooseFilter")
        self.filter.setPlaceholderText(self.tr("Title, date, headline"))
        self.filter.setAccessibleName(self.tr("Filter the issues"))
        self.filter.textChanged.connect(self._fill)
        self.filter.installEventFilter(self)
        self.issues_wait = label("caption", self.tr("Looking for the issues…"))
        self.issues_wait.hide()
        self.list = ListView(self.issues, self._paint)
        self.list.setObjectName("chooseList")
        self.list.setAccessibleName(self.tr("Issues to choose from"))
        self.list.form_wished.connect(self._choose)
        self.list.activated.connect(lambda _: self._choose())
        self.go = QPushButton()
        self.go.setDefault(True)
        self.go.clicked.connect(self._choose)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self.said)
        box.addWidget(self.filter)
        box.addWidget(self.issues_wait)
        box.addWidget(self.list, 1)
        box.addLayout(buttons)

    def ask(self, session: Session, issue: str, said: str, verb: str) -> None:
        """List all issues but one; `said` says what for, `verb` what the button does."""
        self._session, self._issue = session, issue
        self._latest = Latest(session, self)
        self._latest.failed.connect(self.failed)
        self.finished.connect(self._latest.cancel)
        session.closing.connect(self.reject)
        self._paint.several = len(session.library.issues.newspapers()) > 1
        self.setWindowTitle(verb)
        self.said.setText(said)
        self.go.setText(verb)
        self._fill()
        self.filter.setFocus()

    def _rows(self, keys: Sequence[int]) -> Sequence[IssueRow | None]:
        assert self._session is not None
        return self._session.library.issues.rows_at(keys)

    def _key(self, issue: str) -> int | None:
        assert self._session is not None
        return self._session.library.issues.key_of(issue)

    def _fill(self) -> None:
        """List what the words leave; of a large library by a job, till whose end nothing is."""
        assert self._session is not None
        assert self._latest is not None
        words = self.filter.text().strip()
        query = parse(words) if words else None
        library = self._session.library
        if heavy(library, Asked(query)):
            self._on_listed(Listed(array("q")))
            self.issues_wait.show()
            self._latest.run(partial(_near, self._issue, query), self._on_listed)
        else:
            self._latest.cancel()
            self._on_listed(library.issues.near(self._issue, query))

    def _on_listed(self, listed: object) -> None:
        assert isinstance(listed, Listed)
        self.issues_wait.hide()
        self.issues.arrange(listed.keys)
        some = bool(self.issues.keys)
        self.list.go(0 if some else -1)
        grey(self.go, None if some else Lack.FITTING, "")

    def _choose(self) -> None:
        row = self.list.current()
        if row is not None:
            self.chosen.emit(row)
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down go through the list while words are typed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            self.list.keyPressEvent(event)
            return True
        return bool(super().eventFilter(watched, event))


def _near(issue: str, query: Query | None, library: Library, report: Report) -> Listed:
    """List the issues; this is the work of a job."""
    return library.issues.near(issue, query, heed=Heed(report))


class ChooseWithdrawn(ChooseIssue):
    """Asks for an issue that was withdrawn; the last one is offered first."""

    _withdrawn: list[int] | None = None

    def _rows(self, keys: Sequence[int]) -> Sequence[IssueRow | None]:
        assert self._session is not None
        return self._session.library.issues.rows_at(keys, withdrawn=True)

    def _fill(self) -> None:
        assert self._session is not None
        issues = self._session.library.issues
        wanted = self.filter.text().casefold().split()
        if self._withdrawn is None:
            self._withdrawn = issues.withdrawn()
        keys = self._withdrawn
        rows = issues.rows_at(keys, withdrawn=True)
        # whatever the library still holds: no masthead stands over these
        self._paint.several = any(row is not None and row.title for row in rows)
        said = [f"{self._say(row)} {row.date}".casefold() if row else "" for row in rows]
        fitting = [key for key, line in zip(keys, said, strict=True)
                   if all(word in line for word in wanted)]  # fmt: skip
        self.issues.arrange(array("q", fitting))
        self.list.go(0 if fitting else -1)
        grey(self.go, None if fitting else Lack.FITTING, "")
