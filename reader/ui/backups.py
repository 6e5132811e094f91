"""Have the library copied by age while the window is open, off the window's thread."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from reader.examining import Remark
    from reader.store.backup import Automatic
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.session import Session

FIRST_MS = 60_000
EVERY_MS = 600_000
"""When it is first looked, and how often; the store copies an hour apart and only what changed."""


class BackupKeeper(QObject):
    """Looks now and then whether a copy is due. `made` tells what was done, `failed` why not.

    `aged` gives the remark that the last good copy is old all the same, or None.
    """

    made = Signal(object)
    aged = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        session.opened.connect(self._begin)
        session.closing.connect(self.timer.stop)

    @Slot()
    def _begin(self) -> None:
        self.timer.start(FIRST_MS)

    @Slot()
    def look(self) -> None:
        """Let a copy be made when one is due; later, when another job is running."""
        self.timer.start(EVERY_MS)
        if not self._session.is_open or self._session.at_work:
            return
        job = self._session.job(copy, writes=False)
        job.finished.connect(self._on_done)
        job.failed.connect(self.failed)
        self._session.start_beside(job)

    def _on_done(self, done: tuple[Automatic, Remark | None]) -> None:
        made, old = done
        self.aged.emit(old)
        self.made.emit(made)


def copy(library: Library, report: Report) -> tuple[Automatic, Remark | None]:
    """Make the copy that is due, and look how old the last good one then is; a job's work."""
    from reader.examining import backups

    made = library.backups.automatic(report=lambda done, total: report(done, total, ""))
    found = backups(library, datetime.now(UTC))
    return made, next((remark for remark in found if remark.code == "backup_old"), None)
