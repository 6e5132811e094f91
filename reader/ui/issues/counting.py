"""How far the work on a library is: counts that are read in a moment of rest, and kept in step."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.issues.pace import Pace
from reader.ui.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model import Changes, IssueRow
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

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.statuses: Counter[str] = Counter()
        self.doubts = 0
        self.pace = Pace()
        self.latest = Latest(session, self)
        session.changed.connect(self._on_changed)
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
        work = partial(_progress, self.pace.since())
        if library.issues.sizes()[1] > MANY:
            self.latest.run(work, self._on_counted)
        else:
            self._on_counted(work(library))

    def _on_counted(self, counted: object) -> None:
        found: _Counted = counted  # type: ignore[assignment]
        self.statuses, self.doubts, times = found
        self.pace.put(times)
        self.counted.emit()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """Take a verdict into the pace; the session has looked at the last wish already."""
        from reader.store.stats import VERDICTS

        wish = self._session.steps.undo
        if wish is not None and wish.id == changes.wish and wish.verb in VERDICTS:
            self.pace.add(wish.at)

    @property
    def seconds(self) -> float | None:
        """How long the doubts may take at the pace of today; None where there is none."""
        return self.pace.seconds(self.doubts)

    def adjust(self, changed: Iterable[tuple[IssueRow, IssueRow]]) -> None:
        """Change the counts by what issues were and are; count where that was to be done."""
        if self.pending:
            self._count()
            return
        for before, now in changed:
            self.statuses.update({str(status): count for status, count in now.statuses})
            self.statuses.subtract({str(status): count for status, count in before.statuses})
            self.doubts += now.doubts - before.doubts


_Counted = tuple[Counter[str], int, list[str]]


def _progress(since: str, library: Library, _report: Report | None = None) -> _Counted:
    from reader.store.stats import progress, verdict_times

    return *progress(library), verdict_times(library, since)
