"""The status line: what is saved, what undo would turn, how far a job is, and what was told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reader.ui import theme
from reader.ui.actions import key_of
from reader.ui.counts import Facts, LineEnds
from reader.ui.labels import CutLabel, label
from reader.ui.signs import paint_tick
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.ui.article.sheet import Verdicts
    from reader.ui.jobs import Job
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_TOLD_MS = 12_000
_TICK = 12


class StatusLine(QFrame):
    """One row at the foot of the window; trouble stays until it is solved."""

    rescue_wished = Signal()

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setFixedHeight(theme.tokens()["layout"]["status_bar"])
        self.setAccessibleName(self.tr("Status"))
        self._session = session
        self._small = False
        self._words = words
        self.tick = Tick()
        self.saved = _label("done")
        self.undo = _label("secondary")
        self.key = _label("key")
        self.key.setText(key_of("actionUndo"))
        self.said = CutLabel("secondary")
        self.said.setObjectName("saidLine")
        self.verdicts = LineEnds()
        self._tail = QWidget()
        self.facts = Facts(words)
        self.rescue = self._make_rescue()
        self.back = self._make_back()
        self.bar = self._make_bar()
        self.cancel = self._make_cancel()
        self._lay_out()
        self._progress, self._unsaved = "", False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._hush)
        self._end_job()
        self._known: str | None = None  # what undo would turn when the time was said last
        self._show_steps()
        session.opened.connect(self._on_opened)
        session.saved.connect(self.show_saved)
        session.saving.connect(self._on_saving)
        self._told_at: str | None = None
        session.steps_changed.connect(self._show_steps)
        session.changed.connect(lambda *_: self._on_changed())
        session.job_started.connect(self._on_job)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        for said in (self.tick, self.saved, self.undo, self.key):
            row.addWidget(said)
        row.addSpacing(12)
        row.addWidget(self.said, 1)
        for part in (self.rescue, self.bar, self.cancel, self.verdicts):
            row.addWidget(part)
        row.addWidget(self._tail, 1)  # so the counts stand in the middle
        row.addWidget(self.facts)
        row.addWidget(self.back)  # the last: what is told or hidden beside it does not move it

    def _make_bar(self) -> QProgressBar:
        made = QProgressBar()
        made.setObjectName("progressBar")
        made.setAccessibleName(self.tr("Progress"))
        made.setTextVisible(False)
        made.setFixedWidth(160)
        return made

    def _make_cancel(self) -> QPushButton:
        made = QPushButton(self.tr("Cancel"))
        made.setProperty("role", "link")
        made.setAccessibleName(self.tr("Cancel the job"))
        made.clicked.connect(self._session.cancel_jobs)
        return made

    def _make_rescue(self) -> QPushButton:
        made = QPushButton(self.tr("Save the text on screen…"))
        made.setObjectName("saveTextButton")
        made.setAccessibleName(self.tr("Save the text on screen to a file"))
        made.setToolTip(
            self.tr("Write the article as it is shown into a file elsewhere; saving is tried again")
        )
        made.clicked.connect(self.rescue_wished)
        made.hide()
        return made

    def _make_back(self) -> QPushButton:
        made = QPushButton()
        made.setObjectName("undoImportButton")
        made.setProperty("role", "link")
        made.setToolTip(self.tr("Go back before the import in one step; redo brings it back"))
        made.hide()
        return made

    def offer_back(self, files: int) -> None:
        """Offer to undo an import of so many files whole; none where it is no more to be had."""
        self.back.setText(self.tr("Undo the whole import of %n file(s)", "", files))
        self.back.setAccessibleName(self.back.text())
        self.back.setVisible(files > 0)

    # --- saying ---------------------------------------------------------------------------

    def tell(self, sentence: str) -> None:
        """Say something that may be forgotten; what went wrong is not said over."""
        if self.property("trouble"):
            return
        self._say(sentence)
        self._told_at = self._head()
        self._quiet.start(_TOLD_MS)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setToolTip(plain(sentence))
        self._arrange()

    def _head(self) -> str | None:
        wish = self._session.steps.undo
        return None if wish is None else wish.id

    def _hush(self) -> None:
        self._say("")

    def _on_changed(self) -> None:
        """Forget what was told of the wish before: it may say that undo brings that back."""
        if self._quiet.isActive() and self._told_at != self._head():
            self._hush()

    def _arrange(self) -> None:
        """Give what is told the room it needs: what can be seen elsewhere gives way to it.

        So it takes the place of the counts for a while, unless there is room for both.
        """
        wish = self._session.steps.undo
        shown = wish is not None and self._session.writable
        for part in (self.verdicts, self._tail):
            part.setVisible(self.verdicts.known and not self._small)
        self.facts.show()
        self.undo.setVisible(shown)
        self.key.setVisible(shown)
        if self.isVisible():
            give_way(self.said, (self.verdicts, self._tail), (self.undo, self.key), (self.facts,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room anew in another width."""
        super().resizeEvent(event)
        self._arrange()

    def trouble(self, sentence: str) -> None:
        """Say why something could not be saved; it stays until something is."""
        self.warn(sentence)
        self._unsaved = True
        self.rescue.show()
        self._untick(self.tr("Not saved"))
        _ink(self.saved, "doubt")

    def warn(self, sentence: str) -> None:
        """Say what went wrong, so that it is seen; it stays until the next wish."""
        self._mark(troubled=True)
        self._quiet.stop()
        self._say(sentence)

    def _mark(self, *, troubled: bool) -> None:
        if bool(self.property("trouble")) == troubled:
            return
        self.setProperty("trouble", troubled)
        self.style().unpolish(self)
        self.style().polish(self)
        if not troubled:
            self._unsaved = False
            self.rescue.hide()
            self._hush()

    def forget_warning(self) -> None:
        """Let what went wrong go, since the person wishes another thing; not what is unsaved."""
        if not self._unsaved:
            self._mark(troubled=False)

    def show_saved(self) -> None:
        """Say that all is on disk, with the time."""
        self._mark(troubled=False)
        _ink(self.saved, "done")
        self.tick.show()
        self._say_time()

    def _say_time(self) -> None:
        now = datetime.now().astimezone().strftime("%H:%M:%S")
        self.saved.setText(self.tr("Saved {time}").format(time=now))

    def _untick(self, said: str) -> None:
        self.tick.hide()
        self.saved.setText(said)

    def _on_saving(self) -> None:
        """Say that a write is waiting; the window is not painted again before it is done."""
        self._untick(self.tr("Saving…"))
        self.repaint()

    def _on_opened(self) -> None:
        self._mark(troubled=False)
        if self._session.writable:
            self.saved.setText(self.tr("Saved"))
            self.tick.show()
        else:
            self._untick(self.tr("Open for reading"))
        self._show_steps()

    def _show_steps(self) -> None:
        wish = self._session.steps.undo
        if wish is not None:
            self.undo.setText(self.tr("Undo: {wish}").format(wish=self._words.wish(wish)))
        if self._head() != self._known and not self.tick.isHidden():  # a job wrote it, too
            self._say_time()
        self._known = self._head()
        self._arrange()

    def show_verdicts(self, counts: Verdicts | None) -> None:
        """Show how the line ends of the article were decided; None where there is no article."""
        self.verdicts.show_counts(counts)
        self._arrange()

    def fit(self, *, small: bool) -> None:
        """Leave out in a small window what can be seen elsewhere."""
        self._small = small
        self._arrange()

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.tick.colours = colours
        self.tick.update()
        self.verdicts.dress(colours)

    # --- jobs -----------------------------------------------------------------------------

    def _on_job(self, job: Job) -> None:
        self._mark(troubled=False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.cancel.show()
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._end_job)

    def _on_progress(self, done: int, total: int, what: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._progress = what
        self.tell(what)

    def _end_job(self) -> None:
        if self._progress and self.said.text() == self._progress:
            self._hush()
        self._progress = ""
        self.bar.hide()
        self.cancel.hide()


def give_way(said: QLabel, *groups: Sequence[QWidget]) -> None:
    """Hide groups of what stands beside some words, as many as it takes to show them whole."""
    line = said.parentWidget()
    layout = line.layout() if line is not None else None
    assert layout is not None
    needed = said.fontMetrics().horizontalAdvance(said.text())
    for group in groups:
        layout.activate()
        if needed <= said.width():
            return
        for part in group:
            part.hide()
    layout.activate()


class Tick(QWidget):
    """The tick before what is on disk; not there before something is."""

    def __init__(self) -> None:
        super().__init__()
        self.colours: Theme | None = None
        self.setFixedSize(_TICK, _TICK)
        self.hide()

    def paintEvent(self, _event: object) -> None:
        """Paint the tick in the ink of what is done."""
        if self.colours is not None:
            painter = QPainter(self)
            paint_tick(painter, QPointF(_TICK / 2, _TICK / 2), self.colours.color("done"))
            painter.end()


def _ink(said: QLabel, role: str) -> None:
    """Give what is said of saving its ink: green only for what is on disk."""
    said.setProperty("role", role)
    said.style().unpolish(said)
    said.style().polish(said)


def _label(role: str) -> QLabel:
    made = label(role)
    made.setMinimumWidth(0)
    return made
