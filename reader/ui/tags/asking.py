"""Asking for suggestions beside the window: in a job, and there in a process of its own.

The cutter of words loads its dictionary in one call that lets no other thread run (some 140 ms),
and takes 60 MB. So the window never loads it: the job waits for the command line, which prints
the suggestions of one article.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

import reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.library import Library
    from reader.store.suggest import Suggestion
    from reader.ui.jobs import Job, Report
    from reader.ui.session import Session

PAUSE_MS = 600
"""How long an article must be in view before suggestions for it are made."""

MOST = 20
_LOOK_S = 0.05
"""How often, in seconds, a job looks whether it is still wanted."""


class SuggestionError(Exception):
    """The command that suggests failed; what it said is the argument."""


class Asking(QObject):
    """Asks for the suggestions of the article in view, one article at a time.

    `found` carries the article's id and its suggestions, best first; `failed` its id alone.
    """

    found = Signal(str, object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._article: str | None = None
        self._job: Job | None = None
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.start)
        session.closing.connect(self.stop)

    def ask(self, article: str) -> None:
        """Ask for an article after a pause; what was asked before is let go."""
        self.stop()
        self._article = article
        self.pause.start()

    def stop(self) -> None:
        """Ask for nothing any more."""
        self.pause.stop()
        self._article = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def start(self) -> None:
        """Begin the job for the article that was asked for."""
        self.pause.stop()
        if self._article is None or not self._session.is_open:
            return
        job = self._session.job(partial(suggest, self._article), writes=False)
        job.finished.connect(partial(self._on_found, job, self._article))
        job.failed.connect(partial(self._on_failed, job, self._article))
        self._job = job
        self._session.start_beside(job)

    def _on_found(self, job: Job, article: str, suggestions: object) -> None:
        if job is self._job:
            self._job = None
            self.found.emit(article, suggestions)

    def _on_failed(self, job: Job, article: str, _error: object) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(article)


def suggest(article: str, library: Library, report: Report) -> list[Suggestion]:
    """Give the suggestions for an article, by another process; killed when not wanted any more."""
    command = [sys.executable, "-m", "reader", "--library", str(library.path)]
    command += ["tag", "suggest", "--json", "--limit", str(MOST), "--", article]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            printed, said = _wait(child, report)
        finally:
            if child.poll() is None:
                child.kill()
    if child.returncode:
        raise SuggestionError(said.decode("utf-8", "replace"))
    return read(printed.decode("utf-8").splitlines())


def _wait(child: subprocess.Popen[bytes], report: Report) -> tuple[bytes, bytes]:
    while True:
        try:
            return child.communicate(timeout=_LOOK_S)
        except subprocess.TimeoutExpired:
            report(0, 0, "")


def _environment() -> dict[str, str]:
    """Let the other process find this very program, wherever the window was begun."""
    home = str(Path(reader.__file__).resolve().parents[1])
    known = os.environ.get("PYTHONPATH")
    path = os.pathsep.join((home, known)) if known else home
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}


def read(lines: Sequence[str]) -> list[Suggestion]:
    """Read what the command printed: an object a line."""
    from reader.store.suggest import Suggestion  # it brings SQLite, which the first paint does not

    found = []
    for line in lines:
        told = json.loads(line)
        words = tuple((word, times) for word, times in told["words"])
        found.append(Suggestion(told["tag"], told["score"], told["evidence"], told["known"], words))
    return found
