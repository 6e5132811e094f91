"""Jobs: slow work off the window's thread, each with its own connection."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaMethod, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from reader.store.library import Library, Mode

    Report = Callable[[int, int, str], None]
    Work = Callable[[Library, Report], Any]


class CancelledError(Exception):
    """The person asked a job to end; raised at its next report."""


class Job(QObject):
    """A function ``(library, report)`` on its own thread and connection.

    `report(done, total, what)` tells how far it is, with total 0 when that is not known. Connect
    first, then `start`. At the end `finished`, `cancelled` or `failed` (with the error) is sent,
    and after each `ended`; all signals reach the window's thread. An error for which nobody listens
    to `failed` is raised there.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _told = Signal(int, int, str)
    _done = Signal()

    def __init__(self, work: Work, path: Path, mode: Mode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._path = path
        self._mode = mode
        self._stop = False
        self._future: Future[Any] | None = None
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; the job's thread ends with it."""
        from concurrent.futures import ThreadPoolExecutor

        thread = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._future = thread.submit(self._run)
        self._future.add_done_callback(self._wake)
        thread.shutdown(wait=False)

    def cancel(self) -> None:
        """Ask the job to end at its next report; what it has committed stays."""
        self._stop = True

    @property
    def running(self) -> bool:
        """Tell whether the work still goes on."""
        return self._future is not None and not self._future.done()

    def _run(self) -> Any:  # noqa: ANN401 - whatever the work gives
        from reader.store.library import Library

        with Library.open(self._path, self._mode) as library:
            return self._work(library, self._report)

    def _report(self, done: int, total: int, what: str) -> None:
        if self._stop:
            raise CancelledError
        self._told.emit(done, total, what)

    def _wake(self, _: Future[Any]) -> None:
        with suppress(RuntimeError):  # the window is gone; nobody is there to be told
            self._done.emit()

    @Slot(int, int, str)
    def _tell(self, done: int, total: int, what: str) -> None:
        self.progressed.emit(done, total, what)

    @Slot()
    def _end(self) -> None:
        assert self._future is not None
        error = self._future.exception()
        try:
            if error is None:
                self.finished.emit(self._future.result())
            elif isinstance(error, CancelledError):
                self.cancelled.emit()
            elif self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
                self.failed.emit(error)
            else:
                raise error  # nobody listens: it is for the last resort
        finally:
            self.ended.emit()


class Errand(Job):
    """A job for which no library is opened: its work is called with `report` alone."""

    def __init__(self, work: Callable[[Report], Any], parent: QObject | None = None) -> None:
        from pathlib import Path

        from reader.store.library import Mode

        super().__init__(lambda _library, report: work(report), Path(), Mode.READ, parent)
        self._errand = work

    def _run(self) -> Any:  # noqa: ANN401 - whatever the work gives
        return self._errand(self._report)
