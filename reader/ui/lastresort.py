"""The last resort: what reaches no other hand. Faults of the world kindly, bugs loudly."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from reader import logbook
from reader.errors import JiaokanError
from reader.places import make_private

if TYPE_CHECKING:
    from io import TextIOWrapper
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

    Caught = (
        tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    )

log = logging.getLogger("jiaokan")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Teller(Protocol):
    """What can tell a fault of the world and a bug of ours."""

    def fault(self, error: JiaokanError) -> None:
        """Tell a fault of the world with the next step."""

    def bug(self, error: BaseException) -> None:
        """Tell that the program itself went wrong."""


class _WithoutText(logging.Formatter):
    """Tells errors as the command line's log does: no text of a library in them."""

    def formatException(self, ei: Caught) -> str:
        """Tell an error's frames and name."""
        return "" if ei[1] is None else logbook.without_text(ei[1])


class _LateLog(logging.Handler):
    """The log's file, or stderr where it cannot be written; opened by the first record."""

    real: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if self.real is None:
            self.real = _opened()
            self.real.setFormatter(_WithoutText("%(asctime)s %(levelname)s %(message)s"))
        self.real.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self.real is not None:
            self.real.close()
        super().close()


def _opened() -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # loads sockets and more

    path = logbook.path()

    class PrivateFileHandler(RotatingFileHandler):
        """Makes files that only their owner may read: what is told may name paths."""

        def _open(self) -> TextIOWrapper:
            opened = super()._open()
            path.chmod(0o600)
            return opened

    try:
        make_private(path.parent)
        return PrivateFileHandler(
            path, maxBytes=logbook.LARGEST, backupCount=logbook.KEPT, encoding="utf-8"
        )
    except OSError:
        return logging.StreamHandler()


class LastResort:
    """Stands behind everything while the window is open; writes the log."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._before = sys.excepthook
        self._handler: logging.Handler | None = None
        self._telling = False

    def install(self) -> None:
        """Begin to catch and to log."""
        self._handler = _LateLog()
        log.addHandler(self._handler)
        sys.excepthook = self.caught
        qInstallMessageHandler(self._from_qt)

    def remove(self) -> None:
        """Give everything back."""
        sys.excepthook = self._before
        qInstallMessageHandler(None)
        if self._handler is not None:
            log.removeHandler(self._handler)
            self._handler.close()

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell an error that nobody caught."""
        if isinstance(error, JiaokanError):
            self._teller.fault(error)
            return
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("not expected", exc_info=(kind, error, trace))
        if self._telling:  # one that comes while another is told would bury it
            return
        self._telling = True
        try:
            self._teller.bug(error)
        finally:
            self._telling = False

    def _from_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", logbook.beginning(message))
