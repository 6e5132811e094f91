"""How far the work on a library is: counts that are read in a moment of rest, and kept in step."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import IssueRow
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.session import Session

MANY = 100_000
"""More articles than these are counted by a job: a million take 0.2 s."""

_REST_MS = 100
"""How long counting waits: for the rows to be painted, and for what else comes in."""


class Counting(QObject):
    """Counts the articles of the library by status, and the doubts; `counted` when it is done.

    All articles are looked at, so it is done behind the first paint, and once where many reloads
    come one after the other.
    """

    counted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.statuses: Counter[str] = Counter()
        self.doubts = 0
        self.latest = Latest(session, self)
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._count)

    def soon(self) -> None:
        """Count when there is rest."""
        self._timer.start()

    @property
    def pending(self) -> bool:
        """Tell whether the counts are of a moment ago."""
        return self._timer.isActive() or self.latest.busy

    def _count(self) -> None:
        self._timer.stop()
        if not self._session.is_open:
            return
        library = self._session.library
        if library.issues.sizes()[1] > MANY:
            self.latest.run(_progress, self._on_counted)
        else:
            self._on_counted(_progress(library))

    def _on_counted(self, counted: object) -> None:
        self.statuses, self.doubts = counted  # type: ignore[misc]
        self.counted.emit()

    def adjust(self, changed: Iterable[tuple[IssueRow, IssueRow]]) -> None:
        """Change the counts by what issues were and are; count where that was to be done."""
        if self.pending:
            self._count()
            return
        for before, now in changed:
            self.statuses.update({str(status): count for status, count in now.statuses})
            self.statuses.subtract({str(status): count for status, count in before.statuses})
            self.doubts += now.doubts - before.doubts


def _progress(library: Library, _report: Report | None = None) -> tuple[Counter[str], int]:
    from reader.store.stats import progress

    return progress(library)
