"""Asking for suggestions beside the window: a job, begun when an article stays in view.

A process of its own for each article was tried and cost seconds.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import JiaokanError
from reader.ui.latest import Latest

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.store.suggest import Suggestion
    from reader.ui.jobs import Report
    from reader.ui.session import Session

PAUSE_MS = 600
"""How long an article must be in view before suggestions for it are made."""

MOST = 20


class Asking(QObject):
    """Asks for the suggestions of the article in view, one article at a time.

    `found` carries the article's id and its suggestions, best first; `failed` its id alone.
    """

    found = Signal(str, object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._article: str | None = None
        self.latest = Latest(session, self)
        self.latest.failed.connect(self._on_failed)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.start)
        session.closing.connect(self.stop)

    def ask(self, article: str) -> None:
        """Ask for an article after a pause; what was asked before is let go."""
        self.stop()
        self._article = article
        self.pause.start()

    def stop(self) -> None:
        """Ask for nothing any more."""
        self.pause.stop()
        self._article = None
        self.latest.cancel()

    def start(self) -> None:
        """Begin the job for the article that was asked for."""
        self.pause.stop()
        if self._article is not None and self._session.is_open:
            article = self._article
            self.latest.run(partial(suggest, article), partial(self.found.emit, article))

    def _on_failed(self, error: object) -> None:
        if self._article is not None:
            self.failed.emit(self._article)
        if isinstance(error, BaseException) and not isinstance(error, JiaokanError):
            raise error


def suggest(article: str, library: Library, report: Report) -> list[Suggestion]:
    """Give the suggestions for an article, best first; ended where they are not wanted any more."""
    from reader.text import words

    report(0, 0, "")
    words.load_in_pieces()  # else the window would stand still for a fifth of a second
    return list(library.tags.suggest(article))[:MOST]
