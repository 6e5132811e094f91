"""A run of typing: edits of one block that become one wish after a pause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import JiaokanError, UsageError

if TYPE_CHECKING:
    from reader.model import Changes
    from reader.ui.session import Session

Edit = tuple[int, int, str]
"""Replace ``text[start:end]`` by what was typed; positions are code points."""

PAUSE_MS = 700
"""A pause in typing of this length ends a run: it is on disk well within a second of it."""

MOST_MS = 800
"""How long something typed may be unwritten while typing goes on: a part of the run is written."""

AGAIN_MS = 5000
"""How soon a run that could not be written is tried again."""


@dataclass(slots=True)
class Run:
    """Edits of one block that are not written yet, each on the text that the last left.

    `base` is the block's text before the first of them.
    """

    block: str
    base: str
    edits: list[Edit] = field(default_factory=list)

    def add(self, edit: Edit) -> None:
        """Take an edit in; one that touches what was typed last becomes one with it."""
        if self.edits:
            both = merged(self.edits[-1], edit)
            if both is not None:
                self.edits[-1] = both
                return
        self.edits.append(edit)


def merged(first: Edit, second: Edit) -> Edit | None:
    """Give the one edit that does what two do, None when the second lies apart from the first."""
    start, end, typed = first
    low, high, later = second
    reach = start + len(typed)
    if low > reach or high < start:
        return None
    before = typed[: max(0, low - start)]
    behind = typed[max(0, high - start) :]
    return min(start, low), end + max(0, high - reach), before + later + behind


class Typing(QObject):
    """Holds the run that is being typed, and writes it, in parts where it takes longer.

    The parts of a run are one wish.

    `written` tells the block of a run that is on disk. A run that could not be written, since
    the disk is full or the library in use, stays and is tried again; `overtaken` gives one
    that another program's change of the same block has made void.
    """

    written = Signal(str)
    overtaken = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._run: Run | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._part = QTimer(self)
        self._part.setSingleShot(True)
        self._part.timeout.connect(self._write_part)
        self._wish: str | None = None

    @property
    def pending(self) -> bool:
        """Tell whether something typed is not on disk."""
        return self._run is not None

    def add(self, block: str, base: str, edit: Edit) -> None:
        """Take an edit of a block that reads `base` before it."""
        if self._run is not None and self._run.block != block:
            self.flush()
        if self._run is None:
            self._run = Run(block, base)
        self._run.add(edit)
        self._timer.start(PAUSE_MS)
        if not self._part.isActive():
            self._part.start(MOST_MS)

    def flush(self) -> bool:
        """Write the run now and end it; tell whether nothing typed is left unwritten."""
        written = self._write()
        self._wish = None
        return written

    def _write_part(self) -> None:
        """Write what there is of a run that goes on."""
        pause = self._timer.remainingTime()
        if self._write() and pause > 0:
            self._timer.start(pause)

    def _write(self) -> bool:
        self._timer.stop()
        self._part.stop()
        run = self._run
        if run is None:
            return True
        try:
            now = self._session.library.articles.block(run.block).text
        except JiaokanError:
            now = None
        if now != run.base:
            self.drop()
            self.overtaken.emit(run)
            return True
        changes: Changes | None = self._session.write(
            self._session.library.articles.edit_all,
            run.block,
            run.edits,
            initiator=self,
            begins=True,
            onto=self._wish,
        )
        if changes is None:
            if not isinstance(self._session.fault, UsageError):
                self._timer.start(AGAIN_MS)
                return False
            self.drop()  # it can never be written
            self.overtaken.emit(run)
            return True
        self._run, self._wish = None, changes.wish
        self.written.emit(run.block)
        return True

    def drop(self) -> None:
        """Forget what is not written."""
        self._timer.stop()
        self._part.stop()
        self._run = self._wish = None
