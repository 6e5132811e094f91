"""How far the work on a library is: counts that are read in a moment of rest, and kept in step."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import IssueRow
    from reader.ui.session import Session

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
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._count)

    def soon(self) -> None:
        """Count when there is rest."""
        self._timer.start()

    @property
    def pending(self) -> bool:
        """Tell whether the counts are of a moment ago."""
        return self._timer.isActive()

    def _count(self) -> None:
        from reader.store.stats import progress

        self._timer.stop()
        if self._session.is_open:
            self.statuses, self.doubts = progress(self._session.library)
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
