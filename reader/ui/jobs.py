"""Jobs: slow work off the window's thread, each with its own connection."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.errors import JiaokanError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from reader.store.library import Library, Mode

    Report = Callable[[int, int, str], None]
    Work = Callable[[Library, Report], Any]


PAUSE_MS = 100
"""How long the window is left in peace between two tellings of how far a job is."""


class CancelledError(Exception):
    """The person asked a job to end; raised at its next report."""


class Job(QObject):
    """A function ``(library, report)`` on its own thread and connection.

    `report(done, total, what)` tells how far it is, with total 0 when that is not known; of many
    reports that come at once `progressed` gives the newest, and the last one always. Connect
    first, then `start`. At the end `finished`, `cancelled` or `failed` (with the error) is sent,
    and after each `ended`; all signals reach the window's thread. An error for which nobody listens
    to `failed` is raised there; one of the house is not, where who listened at the start is gone.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _told = Signal()
    _done = Signal()

    def __init__(self, work: Work, path: Path, mode: Mode, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._path = path
        self._mode = mode
        self._stop = False
        self._news: tuple[int, int, str] | None = None
        self._rung = False
        """Whether the window knows that there are news, so that no report rings again."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell_news)
        self._heard = False
        """Whether anybody listened to `failed` at the start; they may be gone at the end."""
        self._future: Future[Any] | None = None
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; the job's thread ends with it."""
        from concurrent.futures import ThreadPoolExecutor

        self._heard = self._is_heard()
        thread = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._future = thread.submit(self._run)
        self._future.add_done_callback(self._wake)
        thread.shutdown(wait=False)

    def _is_heard(self) -> bool:
        # By number: `QMetaMethod.fromSignal` keeps the job for good, with what it gave (6.11).
        known = self.metaObject()
        return self.isSignalConnected(known.method(known.indexOfSignal("failed(PyObject)")))

    def cancel(self) -> None:
        """Ask the job to end at its next report; what it has committed stays."""
        self._stop = True

    @property
    def running(self) -> bool:
        """Tell whether the work still goes on."""
        return self._future is not None and not self._future.done()

    def wait(self) -> None:
        """Wait until the work does not go on; for another thread than the window's."""
        from concurrent.futures import wait

        if self._future is not None:
            wait([self._future])

    def _run(self) -> Any:  # noqa: ANN401 - whatever the work gives
        from reader.store.library import Library

        with Library.open(self._path, self._mode) as library:
            return self._work(library, self._report)

    def _report(self, done: int, total: int, what: str) -> None:
        if self._stop:
            raise CancelledError
        self._news = (done, total, what)
        if not self._rung:
            self._rung = True
            self._told.emit()

    def _wake(self, _: Future[Any]) -> None:
        with suppress(RuntimeError):  # the window is gone; nobody is there to be told
            self._done.emit()

    @Slot()
    def _tell(self) -> None:
        if not self._pause.isActive():  # else it is told when the pause is over
            self._tell_news()

    def _tell_news(self) -> None:
        self._rung = False  # first: a report that comes from here on rings again
        news, self._news = self._news, None
        if news is not None:
            self.progressed.emit(*news)
            self._pause.start()

    @Slot()
    def _end(self) -> None:
        assert self._future is not None
        self._tell_news()
        self._pause.stop()
        error = self._future.exception()
        try:
            if error is None:
                self.finished.emit(self._future.result())
            elif isinstance(error, CancelledError):
                self.cancelled.emit()
            elif self._is_heard():
                self.failed.emit(error)
            elif not (self._heard and isinstance(error, JiaokanError)):
                raise error  # nobody ever listened, or it is a bug: it is for the last resort
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
