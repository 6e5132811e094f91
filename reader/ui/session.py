"""The session: one library in the window's thread, and the one door through which it is written.

A write gives `Changes`; the session announces them once, with who began it. Panes read through
`library` and refresh only what is named. Nothing of Qt's widgets is known here.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot

from reader.errors import JiaokanError, NoLibraryError, NothingToUndoError, ReadOnlyError
from reader.places import is_there, make_private
from reader.ui.patience import patiently
from reader.ui.reaching import (
    Reading,
    as_far_as_possible,
    can_be_written,
    is_overtaken,
    reading,
)
from reader.ui.working import Working

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from reader.errors import LibraryError
    from reader.model import Changes
    from reader.store.journal import Wish
    from reader.store.library import Library
    from reader.store.locks import WindowLock
    from reader.store.weighing import Weight

POLL_MS = 1000
"""How often the library is asked whether another connection has written."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What undo and redo would turn, and how much; None where there is nothing."""

    undo: Wish | None = None
    redo: Wish | None = None
    undo_weight: Weight | None = None
    redo_weight: Weight | None = None


class Session(Working):
    """One open library.

    What is typed and not on disk yet is written before anything else is: `write_first` takes who
    does that, and where it cannot be done nothing else is written either. `changed` tells what a
    write changed, and who began it (None: nobody here). `reloaded` tells that another program,
    or a job, wrote: anything may differ. `saving` comes when a write has to wait.
    """

    opened = Signal()
    closing = Signal()
    changed = Signal(object, object)
    reloaded = Signal()
    saving = Signal()
    saved = Signal()
    failed = Signal(object)
    steps_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda: self.library.path, lambda: self._flushed(None), self.poll, parent)
        self._library: Library | None = None
        self._lock: WindowLock | None = None
        self._version = 0
        self._writable = False
        self._first: list[Callable[[object], bool]] = []
        self.steps = Steps()
        self.hindrance: LibraryError | None = None
        """What a person has to put right before this library can be written."""
        self.fault: JiaokanError | None = None
        """Why the last write failed, None when it did not."""
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)

    # --- opening and closing --------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open the library at `path`, made when it is not there; raise an error of the house.

        Where another window holds it, or it cannot be written, it is opened for reading; once
        the other window is gone, for writing. A library that was open is closed once the other is
        open, and stays where that cannot be; the same one is closed first. What holds strangers
        or has no room is read, too, and tried again only when that is asked for.
        """
        from reader.store.faults import told
        from reader.store.locks import WindowLock

        if self.holds(path):
            self.close()
        with suppress(OSError):  # what cannot be made is told when the library is opened
            make_private(path.parent)
        lock = WindowLock(path)
        with ExitStack() as undo, told(path):
            undo.callback(lock.release)
            library, hindrance = as_far_as_possible(path, held=lock.try_acquire())
            undo.callback(library.close)
            library.journal.peek()  # what opens may be damaged there
            self.close()
            undo.pop_all()
        self._library, self._lock, self.hindrance = library, lock, hindrance
        self._begin()

    def _begin(self) -> None:
        from reader.store.library import Mode

        self._writable = self.library.mode is not Mode.READ
        self._version = self.library.data_version()
        self._peek()
        self._timer.start()
        self.opened.emit()

    def try_to_write(self) -> bool:
        """Open for writing when what hindered it is gone; tell if it was so."""
        if self._writable or self._lock is None or not self._lock.try_acquire():
            return False
        return can_be_written(self.library.path) and self._put(self._opened_again(held=True))

    def _opened_again(self, *, held: bool) -> Library:
        assert self._lock is not None
        try:
            again, self.hindrance = as_far_as_possible(self.library.path, held=held)
        except JiaokanError:
            self._lock.release()
            raise
        return again

    def _put(self, again: Library) -> bool:
        """Put a library in the place of the one that was open, where it is more than that."""
        before = self.library
        if again.mode is before.mode and not is_overtaken(before):
            again.close()
            return False
        self._library = again
        before.close()
        self._begin()
        return True

    def _look_for_file(self) -> bool:
        """Raise `NoLibraryError` while the library's file is gone; take it where it came back.

        What is put back is another file to the system, and what was open is no more in any
        folder: what was written there would be lost. So is taken what another program wrote and
        is not seen here, since it is read without locks. Tell whether another was taken.
        """
        taken = is_overtaken(self.library)
        if taken:
            self._put(self._found_again())
        elif not isinstance(self.fault, NoLibraryError | ReadOnlyError):
            return False
        if self._flushed(None):
            self.fault = None
            self.saved.emit()
        return taken

    def _found_again(self) -> Library:
        """Open what lies where the library was, if it is that library."""
        path, known = self.library.path, self.library.id
        if self._lock is None or not is_there(path):
            raise NoLibraryError(str(path), "gone")
        again = self._opened_again(held=self._lock.renew())
        if again.id != known:
            again.close()
            raise NoLibraryError(str(path), "gone")
        return again

    def close(self) -> None:
        """Write what is not written yet and close; once is enough, twice does no harm."""
        if self._library is None:
            return
        self.closing.emit()
        for job in self._beside:
            job.cancel()  # nobody sees it, so nobody can be asked to wait for it
        self._timer.stop()
        self._library.close()
        self._library = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def is_open(self) -> bool:
        """Tell whether a library is open."""
        return self._library is not None

    def holds(self, path: Path) -> bool:
        """Tell whether the open library is that at `path`, through whatever link it is named."""
        return self._lock is not None and self._lock.names(path)

    @property
    def library(self) -> Library:
        """The library, for reading; what is written goes through `write`."""
        assert self._library is not None
        return self._library

    @property
    def writable(self) -> bool:
        """Tell whether this window may write."""
        return self._library is not None and self._writable

    @property
    def reading(self) -> Reading | None:
        """Why the library is open for reading only; None where it is not."""
        if self._library is None or self._writable:
            return None
        return reading(self.library.path, self.hindrance)

    def write_first(self, flush: Callable[[object], bool]) -> None:
        """Let `flush`, called with who begins a write, write before it; False forbids it."""
        self._first.append(flush)

    def _flushed(self, initiator: object) -> bool:
        return all(flush(initiator) for flush in self._first)

    # --- writing --------------------------------------------------------------------------

    def write(
        self,
        verb: Callable[..., Changes],
        *args: object,
        initiator: object = None,
        **facts: object,
    ) -> Changes | None:
        """Carry out one verb of the library and announce what it changed.

        A fault of the world is told by `failed`, and None is given back.
        """
        return self._carry_out(partial(verb, *args, **facts), initiator)

    def undo(self) -> Changes | None:
        """Take the last wish back; nothing happens where none is offered."""
        return self._carry_out(self._undo)

    def _undo(self) -> Changes:
        self._peek()  # what was typed is written by now
        if self.steps.undo is None:
            raise NothingToUndoError("undo")
        return self.library.journal.undo()

    def redo(self) -> Changes | None:
        """Do the last wish again that was taken back; nothing happens where there is none."""
        return self._carry_out(self.library.journal.redo)

    def _carry_out(self, wish: Callable[[], Changes], initiator: object = None) -> Changes | None:
        if not self._flushed(initiator):
            return None
        try:
            changes = patiently(self.library, wish, self.saving.emit)
        except NothingToUndoError:
            return None
        except JiaokanError as error:
            self.fault = error
            self.failed.emit(error)
            return None
        self.fault = None
        self._peek()
        if changes.wish is not None:
            self.changed.emit(changes, initiator)
        self.saved.emit()
        return changes

    def _peek(self) -> None:
        undo, redo = self.library.journal.peek()
        if self.library.journal.holds_only_samples():
            # Nobody did that at the first start, so nobody is offered to undo it: one click
            # takes the samples out, and the journal panel knows the way back before them.
            undo = None
        self.steps = Steps(undo, redo, _weight(self.library, undo), _weight(self.library, redo))
        self.steps_changed.emit()

    # --- what others write ----------------------------------------------------------------

    @Slot()
    def poll(self) -> None:
        """Look whether another connection has written; tell it by `reloaded`."""
        if self._library is None:
            return
        try:
            if (not self.hindrance and self.try_to_write()) or self._look_for_file():
                return
            version = self._library.data_version()
            if version == self._version:
                return
            self._version = version
            self._peek()
        except JiaokanError as error:
            if str(error) != str(self.fault):  # else it is said already
                self.fault = error
                self.failed.emit(error)
            return
        self.reloaded.emit()


def _weight(library: Library, wish: Wish | None) -> Weight | None:
    return None if wish is None else library.journal.weight(wish.id)
