"""The journal panel: the wishes of the library or of one article, and the way to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.greyed import Lack, grey, to_write
from reader.ui.journal.delegate import EntryDelegate
from reader.ui.journal.model import JournalRows
from reader.ui.journal.saying import Saying
from reader.ui.labels import label
from reader.ui.rows import RowView

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from reader.model import Article, Changes
    from reader.store.course import Steps
    from reader.ui.journal.model import Entry
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

AS_A_JOB = 500
"""From this many steps on, going to a wish leaves the window's thread."""


class JournalPane(QFrame):
    """Lists wishes, youngest first; read only while it is seen.

    `opened` names a wish of which the article is wanted; `went` what a step changed (None where
    a job did it); `told` carries a sentence for the status line; `failed` why a job did not.
    """

    opened = Signal(str)
    went = Signal(object)
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("journalPanel")
        self.setAccessibleName(self.tr("Journal"))
        self._session = session
        self._article: str | None = None
        self._stale = True
        self.saying = Saying(words, self)
        self.rows = JournalRows(self.saying.line, self)
        self._paint = EntryDelegate(self.saying, colours, self)
        self.list = RowView(self._paint.height)
        self.list.setObjectName("journalList")
        self.list.setAccessibleName(self.tr("What was done, newest first"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._paint)
        self.of_library = self._scope(self.tr("Library"), "journalOfLibrary")
        self.of_article = self._scope(self.tr("This article"), "journalOfArticle")
        self.of_library.setChecked(True)
        self._group = QButtonGroup(self)
        self._group.addButton(self.of_library)
        self._group.addButton(self.of_article)
        self.note = label("small")
        self.note.setWordWrap(True)
        self.go = QPushButton(self.saying.button(None))
        self.go.setObjectName("journalGo")
        self._empty = label("caption")
        self._empty.setText(self.tr("What you do is written here, with your name and the time."))
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(16, 4, 16, 8)
        self._lay_out()
        self._connect()

    def _scope(self, words: str, name: str) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        made.setCheckable(True)
        made.setProperty("role", "segment")
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        title = label("pane-title")
        title.setText(self.tr("Journal"))
        key = label("key")
        key.setText(key_of("actionJournal"))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(key)
        row = QFrame()
        row.setFixedHeight(int(theme.tokens()["layout"]["article_head"]))
        row.setLayout(head)
        scope = QHBoxLayout()
        scope.setContentsMargins(16, 0, 16, 12)
        scope.setSpacing(0)
        scope.addWidget(self.of_library, 1)
        scope.addWidget(self.of_article, 1)
        line = QFrame()
        line.setProperty("role", "hairline")
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self.note)
        foot.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(row)
        box.addLayout(scope)
        box.addWidget(self._empty)
        box.addWidget(self.list, 1)
        box.addWidget(line)
        box.addLayout(foot)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_steps)
        self.list.doubleClicked.connect(lambda _: self._open())
        self.list.installEventFilter(self)
        self.of_article.toggled.connect(self._read)
        self.go.clicked.connect(self._go)
        self._session.opened.connect(self._read)
        self._session.closing.connect(self._forget)
        self._session.changed.connect(lambda *_: self._advance())
        self._session.reloaded.connect(self._advance)

    # --- filling --------------------------------------------------------------------------

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._paint.colours = colours
        self.list.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was done while the panel was not seen."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def show_article(self, article: Article | None) -> None:
        """Take the article in view as the current one."""
        now = article.id if article is not None else None
        if now == self._article:
            return
        self._article = now
        grey(self.of_article, None if now is not None else Lack.ARTICLE)
        if self.of_article.isChecked():
            self._read()

    def _forget(self) -> None:
        self._stale = True
        self.rows.show(None, None)

    def _read(self) -> None:
        """Read the course anew: another library, or another article."""
        if not self.isVisible() or not self._session.is_open:
            self._stale = True
            return
        self._stale = False
        article = self._article if self.of_article.isChecked() else None
        journal = self._session.library.journal
        self.rows.show(journal, journal.course(article))
        self.list.go(max(0, self.rows.row_of_head()) if self.rows.rowCount() else -1)
        self._show_steps()

    def _advance(self) -> None:
        if not self.isVisible() or self._stale:
            self._stale = True
            return
        at = self._current()
        was_head = at is None or at.head
        self.rows.advance()
        if was_head:
            self.list.go(self.rows.row_of_head())
        self._show_steps()

    def _current(self) -> Entry | None:
        entry: Entry | None = self.list.current()
        return entry

    # --- going to a wish ------------------------------------------------------------------

    def _steps(self) -> Steps | None:
        entry = self._current()
        if entry is None or self.rows.course is None:
            return None
        return self.rows.course.steps_to(entry.key)

    def _show_steps(self, _entry: object = None) -> None:
        self._empty.setVisible(self.rows.rowCount() == 0)
        steps = self._steps()
        moves = steps is not None and bool(steps.back or steps.again)
        self.go.setText(self.saying.button(steps))
        grey(self.go, to_write(self._session) or (None if moves else Lack.STEP), "")
        self.note.setText(self._note(moves=moves))

    def _note(self, *, moves: bool) -> str:
        if moves and self.of_article.isChecked():
            return self.tr("All steps of the library are counted, also in other articles.")
        entry = self._current()
        if moves and entry is not None and not entry.wish.done:
            return self.tr("This step was taken back. Enter opens its article.")
        if moves:
            return self.tr("This step stays. Enter opens its article.")
        return self.tr("The work stands here. Enter opens the article of a step.")

    def _go(self) -> None:
        """Undo or redo to the chosen wish."""
        entry, steps = self._current(), self._steps()
        if entry is None or steps is None:
            return
        wish = entry.wish.id
        self.list.setFocus()  # the button has nothing to do once this is done
        if steps.back + steps.again >= AS_A_JOB:
            job = self._session.job(
                lambda library, report: library.journal.go_to(
                    wish, lambda done, total: report(done, total, "")
                ),
                writes=True,
            )
            job.finished.connect(lambda _: self._tell(None, steps))
            job.failed.connect(self.failed)
            self._session.start(job)
            return
        journal = self._session.library.journal
        changes = self._session.write(journal.go_to, wish, initiator=self)
        if changes is not None:
            self._tell(changes, steps)

    def _tell(self, changes: Changes | None, steps: Steps) -> None:
        self.told.emit(self.saying.went(steps))
        self.went.emit(changes)

    def _open(self) -> None:
        entry = self._current()
        if entry is not None:
            self.opened.emit(entry.wish.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter open the article of a row."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._open()
            return True
        return super().eventFilter(watched, event)
