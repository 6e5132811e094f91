"""Work of which only the newest counts: what was begun before is ended, and its result dropped."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.jobs import Job, Report, Work
    from reader.ui.session import Session


_BEAT = 0.05


class Heed:
    """Asks now and then whether the work is still wanted: twenty times a second at most."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._last = 0.0

    def __call__(self) -> None:
        """Ask, unless it was asked just now."""
        now = time.monotonic()
        if now - self._last >= _BEAT:
            self._last = now
            self._report(0, 0, "")


class Latest(QObject):
    """Lets one job after the other read beside the window; `failed` gives the newest's error.

    What is read of a library that is closed is dropped.
    """

    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._then: Callable[[object], None] | None = None
        session.closing.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Tell whether the newest work still goes on."""
        return self._job is not None

    def run(self, work: Work, then: Callable[[object], None]) -> None:
        """Begin a work; `then` gets what it gives, unless another is begun before its end."""
        self.cancel()
        job = self._session.job(work, writes=False)
        self._job, self._then = job, then
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self._session.start_beside(job)

    def cancel(self) -> None:
        """End the work."""
        if self._job is not None:
            self._job.cancel()
            self._job = self._then = None

    def _on_finished(self, result: object) -> None:
        if self.sender() is self._job and self._then is not None:
            then, self._job, self._then = self._then, None, None
            then(result)

    def _on_failed(self, error: object) -> None:
        if self.sender() is self._job:
            self._job = self._then = None
            self.failed.emit(error)
