"""The last resort of the command line: faults of the world in a line, bugs of ours in a log."""

from __future__ import annotations

import errno
import os
import platform
import sys
import time
from typing import TYPE_CHECKING, Self

import click

from reader import __version__, logbook
from reader.cli.output import abandon_stdout, complain, plain
from reader.cli.telling import bug_line, error_line, from_click
from reader.errors import (
    DiskFullError,
    InputRefusedError,
    JiaokanError,
    LibraryError,
    NothingToUndoError,
    NoWindowError,
    OutputError,
    TooLargeError,
)

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from reader.cli.words import Words

DONE, PARTLY, USAGE, UNUSABLE, NO_WINDOW = range(5)
"""The exit statuses."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_STATUS: tuple[tuple[type[JiaokanError], int], ...] = (
    (LibraryError, UNUSABLE),
    (NothingToUndoError, PARTLY),
    (InputRefusedError, PARTLY),
    (NoWindowError, NO_WINDOW),
)


def status_of(error: JiaokanError) -> int:
    """Give the exit status of a fault of the world."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), USAGE)


class Guard:
    """Stands around a command; whatever is raised inside becomes a status and a line.

    A context that lets nothing pass but a program's own exit.
    """

    def __init__(self, words: Words) -> None:
        self.status = DONE
        self.command = "jiaokan"
        self._words = words

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None or isinstance(error, GeneratorExit | SystemExit):
            return error is None
        if isinstance(error, click.exceptions.Exit):
            self.status = error.exit_code
        elif isinstance(error, KeyboardInterrupt | BrokenPipeError):
            self._end_quietly(error)
        else:
            self._tell(error)
        return True

    def _end_quietly(self, error: BaseException) -> None:
        """End without a word: the person, or the program that read us, wants no more."""
        self.status = PARTLY
        if isinstance(error, BrokenPipeError):
            abandon_stdout()

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, click.UsageError):
            if error.ctx is not None:
                self.command = error.ctx.command_path
            error = from_click(error)
        elif isinstance(error, OSError):
            error = _of_system(error)
        elif isinstance(error, MemoryError):
            error = TooLargeError("", "memory")
        if isinstance(error, JiaokanError):
            self.status = status_of(error)
            complain(error_line(error, self._words, self.command))
            return
        self.status = UNUSABLE
        complain(bug_line(error, _log(error, self.command), self._words))


def _of_system(error: OSError) -> JiaokanError:
    """Make a fault of the world of an error of the system that nobody else knew."""
    subject = "" if error.filename is None else os.fsdecode(error.filename)
    says = error.strerror or type(error).__name__
    if not subject:
        subject = "stdout"  # files are named by what opens them
        abandon_stdout()
    if error.errno in _FULL:
        return DiskFullError(subject, "write", says=says)
    return OutputError(subject, "os", says=says)


def _log(error: BaseException, command: str) -> Path | None:
    """Write a bug of ours to the private log; give where, None when that failed too."""
    head = (
        f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} ERROR {command}"
        f" (jiaokan {__version__}, Python {platform.python_version()}, {sys.platform})"
    )
    try:
        return logbook.write(head, error)
    except OSError as failed:
        complain(f"jiaokan: {plain(failed)}")
        return None
