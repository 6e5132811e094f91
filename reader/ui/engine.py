"""The engine at work on the whole library: run again, and taught; first shown, then done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.rerunning import Rerunning
    from reader.store.library import Library
    from reader.text.adapting import Adapted
    from reader.ui.changewords import Foreseen
    from reader.ui.dialogs.engine import EngineDialog, Lines
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


_CHANGES = (90, 160, 50, 210, 56, 250)
_CLUES = (620, 190)
"""Pixels of the columns but the last, which takes what is left."""


class Engine(QObject):
    """Looks in a job what would come of it, asks, and carries it out in another."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    # --- running again ----------------------------------------------------------------------

    def rerun(self) -> None:
        """Read all pages again under what people decided, and tell what would change."""
        self._start(foresee, self._on_foreseen, writes=False)

    def _on_foreseen(self, foreseen: Foreseen) -> None:
        from reader.ui.changewords import ChangeWords
        from reader.ui.dialogs.engine import Lines

        found = foreseen.found
        if not found.pages:
            self._window.status.tell(self.tr("Nothing would change."))
            return
        words = ChangeWords(self._window.words, foreseen)
        said = self.tr(
            "Line ends that would read otherwise: {seams}. Blocks that would change: {blocks}."
            " Pages: {pages} of {looked}. What people decided stays. All is one step, which undo"
            " takes back."
        ).format(
            seams=found.seams,
            blocks=found.blocks,
            pages=len(found.pages),
            looked=found.looked,
        )
        lines = Lines(words.names(), foreseen.rows, words.row)
        renewed = sum(page.renewed for page in found.pages)
        if renewed:
            said += " " + self.tr(
                "%n line end(s) read as before, more or less surely, and stand not in the list.",
                "",
                renewed,
            )
        dialog = self._dialog(lines, words.kept(_CHANGES))
        dialog.accepted.connect(lambda: self._start(again, self._on_rerun))
        counts = " · ".join(words.counts())
        dialog.ask(self.tr("Run the engine again"), counts, said, self.tr("Carry out"))

    def _dialog(self, lines: Lines[Any], widths: Sequence[int]) -> EngineDialog:
        from reader.ui.dialogs.engine import EngineDialog, LinesTable

        return EngineDialog(LinesTable(lines, widths), self._window.colours, self._window)

    def _on_rerun(self, found: Rerunning) -> None:
        self._window.status.tell(
            self.tr(
                "Run again: line ends changed: {seams}, blocks: {blocks}. Undo takes it back."
            ).format(seams=found.seams, blocks=found.blocks)
        )

    # --- learning ---------------------------------------------------------------------------

    def learn(self) -> None:
        """Measure what could be learnt from the verdicts in the library."""
        self._start(measure, self._on_measured, writes=False)

    def _on_measured(self, found: Adapted) -> None:
        if found.refusal is not None:
            self._window.status.tell(self._refused(found))
            return
        from reader.ui.cluewords import clue_words
        from reader.ui.dialogs.engine import Lines

        said = self.tr(
            "Verdicts: {verdicts}. Of {held} that were held out, {before} were read wrongly before"
            " and {after} after. Import and running again use what is learnt from now on. Undo"
            " takes it back."
        ).format(
            verdicts=found.verdicts,
            held=found.held,
            before=found.held_before,
            after=found.held_after,
        )
        names = (self.tr("What is seen at a line end"), self.tr("What it says now"),
                 self.tr("By how much"))  # fmt: skip
        dialog = self._dialog(Lines(names, found.told, clue_words), _CLUES)
        dialog.accepted.connect(lambda: self._start(take, self._on_learnt))
        counts = self.tr("%n clue(s) would weigh otherwise, the strongest first.", "",
                         len(found.told))  # fmt: skip
        dialog.ask(self.tr("Learn from the verdicts"), counts, said, self.tr("Learn"))

    def _refused(self, found: Adapted) -> str:
        from reader.text.adapting import NEEDED, Refusal

        return {
            Refusal.FEW: self.tr(
                "Too few line ends are decided: {verdicts}; {needed} are needed."
            ).format(verdicts=found.verdicts, needed=NEEDED),
            Refusal.CONTRADICTS: self.tr(
                "Nothing was learnt: the verdicts contradict one another, and what some teach would"
                " turn others that were right. Look through them and learn again."
            ),
            Refusal.WORSE: self.tr("Held to verdicts it had not seen, it did worse; not taken."),
            Refusal.NOTHING: self.tr("There is nothing to learn."),
        }[found.refusal or Refusal.NOTHING]

    def _on_learnt(self, _: Adapted) -> None:
        self._window.status.tell(self.tr("Learnt. Run the engine again to read the pages by it."))

    # --- both -------------------------------------------------------------------------------

    def _start(
        self,
        work: Callable[[Library, Report], object],
        then: Callable[[object], None] | Callable[..., None],
        *,
        writes: bool = True,
    ) -> None:
        if self._session.busy:
            self._window.status.tell(self.tr("A job is running. Wait for its end, or cancel it."))
            return
        job = self._session.job(partial(_with_words, work), writes=writes)
        job.finished.connect(then)
        job.failed.connect(self._window.telling.failure)
        job.cancelled.connect(self._on_cancelled)
        self._session.start(job)

    def _on_cancelled(self) -> None:
        self._window.status.tell(self.tr("Cancelled. Nothing was changed."))


def foresee(library: Library, report: Report) -> Foreseen:
    """Look what would change; this is the work of a job."""
    from reader.rerunning import rerun
    from reader.ui.changewords import named

    found = rerun(library, dry_run=True, report=lambda done, of: report(done, of, ""))
    return named(library, found)


def again(library: Library, report: Report) -> Rerunning:
    """Run the engine again; this is the work of a job."""
    from reader.rerunning import rerun

    return rerun(library, report=lambda done, of: report(done, of, ""))


def measure(library: Library, report: Report) -> Adapted:
    """Measure what could be learnt; this is the work of a job."""
    from reader.learning import learn

    return learn(library, dry_run=True, report=lambda done, of: report(done, of, ""))


def take(library: Library, report: Report) -> Adapted:
    """Learn; this is the work of a job."""
    from reader.learning import learn

    return learn(library, report=lambda done, of: report(done, of, ""))


def _with_words(
    work: Callable[[Library, Report], object], library: Library, report: Report
) -> object:
    """Carry out work of a job that cuts words; their dictionary lets the window run meanwhile."""
    from reader.text import words

    words.load_in_pieces()
    return work(library, report)
