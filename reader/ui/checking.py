"""Checking: whether the library is sound, looked at in a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.store.check import CheckReport
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


class Checking(QObject):
    """The slot of the action that checks the library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def check(self) -> None:
        """Check the library, and tell what was found."""
        session = self._window.session
        if session.busy:
            self._window.status.tell(self.tr("A job is running. Wait for its end, or cancel it."))
            return
        job = session.job(look, writes=False)
        job.finished.connect(self._on_checked)
        job.failed.connect(self._window.telling.failure)
        session.start(job)

    def _on_checked(self, found: CheckReport) -> None:
        if found.sound:
            self._window.status.tell(self.tr("The library is sound."))
            return
        self._window.status.warn(
            self.tr(
                'The library has %n fault(s). Run "jiaokan check" for the list, or restore a '
                "backup (File menu).",
                "",
                len(found.faults),
            )
        )


def look(library: Library, report: Report) -> CheckReport:
    """Check a library; this is the work of a job."""
    from reader.store.check import check

    return check(library, lambda done, of: report(done, of, ""))
