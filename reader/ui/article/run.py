"""A run of typing: edits of one block that become one wish after a pause."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import JiaokanError, NotFoundError, UsageError
from reader.ui.article.overtaken import Overtaken, differences, overtaken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import BlockText
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

    `base` is the block's text before the first of them, `article` the one that it stands in.
    """

    block: str
    base: str
    article: str = ""
    edits: list[Edit] = field(default_factory=list)

    def add(self, edit: Edit) -> None:
        """Take an edit in; one that touches what was typed last becomes one with it."""
        if self.edits:
            both = merged(self.edits[-1], edit)
            if both is not None:
                self.edits[-1] = both
                return
        self.edits.append(edit)

    @property
    def text(self) -> str:
        """The block's text after the last of them."""
        text = self.base
        for start, end, typed in self.edits:
            text = text[:start] + typed + text[end:]
        return text


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
    the disk is full or the library in use, stays and is tried again. Where another program has
    changed the block meanwhile, what is typed is put aside in the journal, and `overtaken` gives
    both texts: an `Overtaken`.
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

    def add(self, block: str, base: str, edit: Edit, article: str = "") -> None:
        """Take an edit of a block of an article; the block reads `base` before it."""
        if self._run is not None and self._run.block != block:
            self.flush()
        if self._run is None:
            self._run = Run(block, base, article)
        self._run.add(edit)
        self._timer.start(PAUSE_MS)
        if not self._part.isActive():
            self._part.start(MOST_MS)

    def go_on(self, wish: str | None) -> None:
        """Let what is typed next, until a pause, be of the wish that wrote the first of it."""
        self._wish = wish
        self._timer.start(PAUSE_MS)

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
        changes = self._session.write(
            self._session.library.articles.edit_all,
            run.block,
            run.edits,
            initiator=self,
            begins=True,
            base=run.base,
            onto=self._wish,
        )
        if changes is None and isinstance(self._session.fault, UsageError):
            return self._put_aside(run)
        if changes is None:
            self._timer.start(AGAIN_MS)
            return False
        self._run, self._wish = None, changes.wish
        self.written.emit(run.block)
        return True

    def _put_aside(self, run: Run) -> bool:
        """Put a run that was overtaken into the journal, and show both texts.

        It is written over what the other program wrote, as one wish, and that is taken back: so
        both texts are steps of the journal, whatever becomes of this window.
        """
        self._wish = None
        try:
            both = overtaken(self._blocks(run.article), run.block, run.base, run.text)
        except JiaokanError:
            self._timer.start(AGAIN_MS)
            return False
        both = replace(both, article=run.article)
        edits = differences(both.theirs, both.mine)
        if both.block is None or not edits:
            self._run = None
        elif not self._journal(both, edits):
            if not _never(self._session.fault):
                self._timer.start(AGAIN_MS)
                return False
            self._run, both = None, replace(both, block=None)
        else:
            both = replace(both, kept=True)
        if edits:
            self.overtaken.emit(both)
        else:
            self.written.emit(run.block)  # the other program wrote the same
        return True

    def _blocks(self, article: str) -> Sequence[BlockText]:
        try:
            return self._session.library.articles.get(article).blocks
        except NotFoundError:
            return ()

    def _journal(self, both: Overtaken, edits: Sequence[Edit]) -> bool:
        """Write what is typed, and take it back; tell whether it is in the journal."""
        articles = self._session.library.articles
        changes = self._session.write(
            articles.edit_all, both.block, edits, initiator=self, base=both.theirs
        )
        if changes is None:
            return False
        self._run = None
        undo = self._session.steps.undo
        if undo is not None and undo.id == changes.wish:
            self._session.undo()
        return True

    def drop(self) -> None:
        """Forget what is not written."""
        self._timer.stop()
        self._part.stop()
        self._run = self._wish = None


def _never(fault: JiaokanError | None) -> bool:
    """Tell whether what failed would fail again, however often it is tried."""
    return isinstance(fault, UsageError) and fault.detail != "overtaken"
