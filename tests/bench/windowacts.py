"""The window that `windowkills.py` kills: the program as it starts, and a hand inside it.

The hand waits until the library is open, sets an act off, and prints a line for each thing that
the window has told as done (`told`). Keys go to the editor as events, undo and redo through their
actions, an export and a restore through their dialogs, an import and a copy through the slots
behind the dialogs for files. A bulk replace has no menu in this version: it goes through the
session's one door, in the window's thread, as every wish does.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.ui.jobs import Job
    from reader.ui.window import MainWindow

    Until = Callable[[], object] | int | None
    """What an act waits for: a fact, so many milliseconds, or the window's next turn."""
    Act = Callable[["Hand"], Iterator[Until]]

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from bench.windowwrites import Writes

FIRST = 0x3400
"""What is typed: one character after the other from here on (extension A), so that it can be told
which came to the disk."""
KEYS = 60
WISHES = 24
REPLACED = (("是", "〇"), ("在", "〡"), ("有", "〢"), ("不", "〣"))
TURNS = ("undo", "undo", "undo", "redo", "redo", "undo", "undo", "go to", "undo")
TURN_MS = 10


def said(word: str, *facts: object) -> None:
    """Tell who killed us; a line is there once it is told."""
    print(word, *facts, flush=True)


def begin(given: argparse.Namespace) -> Writes | None:
    """Tell that the act begins; count from here on what it does to files, where asked."""
    said("ready", time.monotonic())
    return None if given.writes is None else Writes(given.library, given.writes)


class Hand:
    """Sets an act off in the window once its library is open."""

    def __init__(self, given: argparse.Namespace) -> None:
        from PySide6.QtCore import QTimer

        self.given = given
        self.desk: Path = given.desk
        self.step: int = given.step
        self.window: MainWindow
        self.writes: Writes | None = None
        self._act: Iterator[Until] | None = None
        self._until: Until = None
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._turn)
        self._timer.start(TURN_MS)

    def _turn(self) -> None:
        self._timer.start(TURN_MS)  # first: what goes wrong below is asked again
        if self._act is None:
            self._begin()
        elif not callable(self._until) or self._until():
            self._go_on(self._act)

    def _go_on(self, act: Iterator[Until]) -> None:
        try:
            self._until = next(act)
        except StopIteration:
            self._timer.stop()
            if self.writes is not None:
                said("writes", *self.writes.done)
            said("end", time.monotonic())
            if self.given.again:
                self.window.close()
        else:
            self._timer.start(self._until if isinstance(self._until, int) else TURN_MS)

    def _begin(self) -> None:
        from PySide6.QtWidgets import QApplication

        from reader.ui.window import MainWindow

        if asked := QApplication.activeModalWidget():
            said("asked", asked.metaObject().className())
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.is_built and window.session.is_open:
                self.window = window
                shown = window.reading_bar.isVisible()
                said("open" if window.session.writable and not shown else "shut")
                self._act = ACTS[self.given.act](self)
                self._until = self._idle

    def _idle(self) -> bool:
        return not self.window.session.at_work

    def ready(self) -> None:
        """Tell that the act begins."""
        self.writes = begin(self.given)

    def count_wishes(self) -> None:
        """Tell each wish that the window calls saved; how it stands then, too, where asked."""
        from bench.windowlooks import state

        def saved() -> None:
            self.step += 1
            if self.given.witness:
                said("state", self.step, state(self.given.library))
            said("told", self.step)

        self.window.session.saved.connect(saved)


# --- typing --------------------------------------------------------------------------------


def caret(texts: list[str], seed: int, key: int) -> tuple[int, int]:
    """Give where a key is typed, by what stands there: a jump at times, else behind the last."""
    dice = random.Random(f"{seed}:{key}")
    before = chr(FIRST + key - 1)
    if key and dice.random() > 0.06:
        block = next(n for n, text in enumerate(texts) if before in text)
        return block, texts[block].index(before) + 1
    block = dice.randrange(len(texts))
    return block, dice.randrange(1 + len(texts[block]))


def typed(texts: list[str], seed: int, keys: int) -> list[str]:
    """Give what paragraphs read after so many keys."""
    now = list(texts)
    for key in range(keys):
        block, at = caret(now, seed, key)
        now[block] = now[block][:at] + chr(FIRST + key) + now[block][at:]
    return now


def commit(window: MainWindow, character: str) -> None:
    """Commit a character as an input method does."""
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    event = QInputMethodEvent("", [])
    event.setCommitString(character)
    QApplication.sendEvent(window.article.edit, event)


def act_typing(hand: Hand) -> Iterator[Until]:
    """Type, some keys a second, with a pause or a jump of the caret at times."""
    window, edit = hand.window, hand.window.article.edit
    typing = window.article.typing
    dice = random.Random(hand.given.seed)
    yield lambda: edit.sheet.blocks
    edit.setFocus()

    def saved() -> None:
        if not typing.pending:
            said("saved", hand.step)

    window.session.saved.connect(saved)
    typing.written.connect(saved)
    hand.ready()
    for key in range(hand.step, KEYS):
        at = caret([block.text for block in edit.sheet.blocks], hand.given.seed, key)
        if edit.caret() != at:
            edit.set_caret(*at)
        said("typed", key + 1, time.monotonic())  # before: the second begins here
        commit(window, chr(FIRST + key))
        hand.step = key + 1  # behind: what the key itself has written first is not it
        yield 900 if dice.random() < 0.04 else dice.randrange(10, 160)
    yield lambda: not typing.pending


# --- wishes, one after the other -----------------------------------------------------------


def act_paragraphs(hand: Hand) -> Iterator[Until]:
    """Type a character and split behind it at once; then join two paragraphs, or split one."""
    edit = hand.window.article.edit
    yield lambda: edit.sheet.blocks
    edit.setFocus()
    hand.count_wishes()
    hand.ready()
    while hand.step < WISHES:
        before = hand.step
        _paragraph(hand)
        if hand.step == before:
            raise RuntimeError(f"wish {before} was not saved")
        yield 20


def _paragraph(hand: Hand) -> None:
    from PySide6.QtCore import Qt

    edit, step = hand.window.article.edit, hand.step
    dice = random.Random(f"{hand.given.seed}:{step}")
    texts = [block.text for block in edit.sheet.blocks]
    long = dice.choice([n for n, text in enumerate(texts) if len(text) > 1])
    split = long, dice.randrange(1, len(texts[long]))
    if step % 3 == 0:
        edit.set_caret(*split)
        commit(hand.window, chr(FIRST + step))
        _key(hand.window, Qt.Key.Key_Return)  # saves what was typed, then splits
    elif step % 3 == 1:  # the window was killed between the two
        typed_last = chr(FIRST + step - 1)
        block = next(n for n, text in enumerate(texts) if typed_last in text)
        edit.set_caret(block, texts[block].index(typed_last) + 1)
        _key(hand.window, Qt.Key.Key_Return)
    elif len(texts) > 1 and dice.random() < 0.7:
        edit.set_caret(dice.randrange(1, len(texts)), 0)
        _key(hand.window, Qt.Key.Key_Backspace)
    else:
        edit.set_caret(*split)
        _key(hand.window, Qt.Key.Key_Return)


def _key(window: MainWindow, code: object) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, "")
    QApplication.sendEvent(window.article.edit, event)


def act_replace(hand: Hand) -> Iterator[Until]:
    """Replace one character after the other in all articles; each is one wish."""
    session = hand.window.session
    hand.count_wishes()
    hand.ready()
    for old, new in REPLACED[hand.step :]:
        articles = session.library.articles
        session.write(articles.replace, old, new, [row.id for row in articles.rows()])
        yield None


def act_turns(hand: Hand) -> Iterator[Until]:
    """Undo and redo big wishes, and go to a place in the journal, as its panel does."""
    window = hand.window
    last = (hand.desk / "last").read_text("ascii")
    hand.count_wishes()
    hand.ready()
    for turn in TURNS[hand.step :]:
        if turn == "go to":
            window.session.write(window.session.library.journal.go_to, last)
        else:
            window.actions_by_id[f"action{turn.capitalize()}"].trigger()
        yield None


# --- jobs ----------------------------------------------------------------------------------


def act_import(hand: Hand) -> Iterator[Until]:
    """Take a folder in; what the report lists is told."""
    hand.ready()
    filing = hand.window.filing
    filing.take_in([hand.desk / "pages"])
    report = filing._report
    assert report is not None
    known, ended = 0, False
    while not ended:
        yield None
        ended = report.ended
        listed = report.rows.rowCount()
        for one in report._asked.taken[known:listed]:
            said("told", one.result.path.name, one.result.status)
        known = listed
    yield lambda: not hand.window.session.at_work


def act_export(hand: Hand) -> Iterator[Until]:
    """Export all by the dialog, to the place and in the format that stand in `export.txt`."""
    from reader.ui.dialogs.exporting import ExportDialog

    window = hand.window
    form, out = (hand.desk / "export.txt").read_text("utf-8").split("\n")
    done: list[bool] = []
    window.filing.exported.connect(lambda: done.append(True))
    window.filing.exported.connect(lambda: said("told", 1))
    hand.ready()
    window.filing.export()
    dialog = window.findChildren(ExportDialog)[-1]
    dialog.format.choose(form)
    dialog.path.setText(out)
    yield dialog.go.isEnabled
    dialog.go.click()
    yield lambda: done


def act_copy(hand: Hand) -> Iterator[Until]:
    """Save a copy of the library."""
    done: list[bool] = []

    def follow(job: Job) -> None:
        job.finished.connect(lambda _: done.append(True))
        job.finished.connect(lambda _: said("told", 1))

    hand.window.session.job_started.connect(follow)
    hand.ready()
    hand.window.libraries.copy_to(hand.desk / "copies" / "copy.db")
    yield lambda: done


def act_backup(hand: Hand) -> Iterator[Until]:
    """Let the backup be made that the window makes by itself."""
    backups = hand.window.backups
    done: list[bool] = []
    backups.made.connect(lambda _: done.append(True))
    backups.made.connect(lambda made: said("told", made.did))
    hand.ready()
    backups.look()
    yield lambda: done


def act_restore(hand: Hand) -> Iterator[Until]:
    """Restore the backup that was made by hand, by the dialog."""
    from PySide6.QtCore import Qt

    window = hand.window
    done: list[bool] = []
    hand.ready()
    window.restoring.restore()
    dialog = window.restoring._dialog
    assert dialog is not None
    dialog.accepted.connect(lambda: done.append(True))
    dialog.accepted.connect(lambda: said("told", 1))
    rows = [dialog.list.item(n) for n in range(dialog.list.count())]
    given = next(r for r in rows if r.data(Qt.ItemDataRole.UserRole).endswith("by-hand.db"))
    dialog.list.setCurrentItem(given)
    dialog.go.click()
    yield lambda: done


def act_migration(hand: Hand) -> Iterator[Until]:
    """Open an older library, which brings it up to date; that it is open is told."""
    said("told", 1)
    yield lambda: not hand.window.session.at_work


ACTS: dict[str, Act] = {
    "import": act_import,
    "typing": act_typing,
    "paragraphs": act_paragraphs,
    "replace": act_replace,
    "turns": act_turns,
    "export": act_export,
    "copy": act_copy,
    "backup": act_backup,
    "restore": act_restore,
    "migration": act_migration,
}


def main() -> int:
    """Start the program, with a hand in it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("act", choices=ACTS)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step", type=int, default=0, help="how far the act is done already")
    parser.add_argument("--again", action="store_true", help="close the window at the end")
    parser.add_argument("--witness", action="store_true", help="tell how it stands at each wish")
    parser.add_argument("--writes", type=int, help="count what is done to files; die at the last")
    given = parser.parse_args()
    given.library = given.desk / "library" / "library.db"

    from reader.ui import program, start

    application = program.make_application()
    writes = begin(given) if given.act == "migration" else None
    hand = Hand(given)
    hand.writes = writes
    status = start.run(given.library)
    del hand, application
    return status


if __name__ == "__main__":
    sys.exit(main())
