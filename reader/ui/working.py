"""The jobs of a session: which are running, and who ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.ui.jobs import Work


class Working(QObject):
    """Keeps the jobs on the library that is open.

    `place` gives its file, `ready` writes what is not written yet and tells whether that could be
    done, `ended` is called when a job that writes has ended.
    """

    job_started = Signal(object)

    def __init__(
        self,
        place: Callable[[], Path],
        ready: Callable[[], bool],
        ended: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place, self._ready, self._ended = place, ready, ended
        self._jobs: list[Job] = []
        self._beside: list[Job] = []

    def job(self, work: Work, *, writes: bool) -> Job:
        """Make a job on this library; the caller connects and starts it by `start`."""
        from reader.store.library import Mode

        made = Job(work, self._place(), Mode.WRITE if writes else Mode.READ, self)
        if writes:  # one that reads and told so would be begun again by what it tells
            made.ended.connect(self._ended)
        return made

    def start(self, job: Job) -> bool:
        """Write what is not written yet, then let the job begin; not at all where that fails.

        Tell whether it has begun.
        """
        if not self._ready():
            return False
        self.job_started.emit(job)
        self._jobs = _begun(self._jobs, job)
        return True

    def start_beside(self, job: Job) -> None:
        """Let a job begin of which nobody needs to see how far it is; it ends with the library."""
        self._beside = _begun(self._beside, job)

    @property
    def busy(self) -> bool:
        """Tell whether a job is running that a person began and sees."""
        return any(job.running for job in self._jobs)

    @property
    def at_work(self) -> list[Job]:
        """The jobs that are running, also those that nobody sees."""
        return [job for job in (*self._jobs, *self._beside) if job.running]

    def cancel_jobs(self) -> None:
        """Ask every running job to end that a person sees."""
        for job in self._jobs:
            job.cancel()


def _begun(jobs: list[Job], job: Job) -> list[Job]:
    """Let a job begin; give it with those of `jobs` that are running."""
    job.ended.connect(job.deleteLater)  # and with it all that it gave
    job.start()
    return [*(other for other in jobs if other.running), job]
