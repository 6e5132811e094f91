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
    from reader.text.plastic import ClueChange
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
        if not self._session.is_open:
            return
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
        if not self._session.is_open:  # the window is gone, and nobody there to be asked
            return
        if not found.learns:
            self._window.status.tell(" ".join((self._refused(found), *self._words(found))))
            return
        from reader.ui.cluewords import clue_words
        from reader.ui.dialogs.engine import Lines

        names = (self.tr("What is seen at a line end"), self.tr("What it says now"),
                 self.tr("By how much"))  # fmt: skip
        told = found.told if found.refusal is None else ()
        facts: list[ClueChange | str] = [*told, *found.own.words]
        lines = Lines(names, facts, clue_words)
        dialog = self._dialog(lines, _CLUES)
        dialog.accepted.connect(lambda: self._start(take, self._on_learnt))
        counts = [self.tr("%n clue(s) would weigh otherwise, the strongest first.", "",
                          len(found.told)), *self._words(found)]  # fmt: skip
        if found.refusal is not None:
            del counts[0]
        said = self._measured(found)
        dialog.ask(self.tr("Learn from the verdicts"), " ".join(counts), said, self.tr("Learn"))

    def _measured(self, found: Adapted) -> str:
        said = self.tr("Import and running again use what is learnt from now on. Undo takes it"
                       " back.")  # fmt: skip
        if found.refusal is not None:
            few = found.refusal == "few"
            why = self.tr("Of the verdicts nothing new is learnt, clues weigh as before.")
            return f"{self._refused(found) if few else why} {said}"
        told = self.tr(
            "Verdicts: {verdicts}. Of {held} that were held out, {before} were read wrongly before"
            " and {after} after."
        ).format(
            verdicts=found.verdicts,
            held=found.held,
            before=found.held_before,
            after=found.held_after,
        )
        return f"{told} {said}"

    def _words(self, found: Adapted) -> list[str]:
        """Tell of the words of the archive's own: how many, and how they were measured."""
        own = found.own
        said = []
        if own.words:
            said.append(self.tr("Words that this newspaper often uses: %n.", "", len(own.words)))
        if own.words and own.held:
            told = self.tr("With them {after} of {held} verdicts held out are read wrongly, without"
                           " them {before}.")  # fmt: skip
            said.append(told.format(after=own.after, held=own.held, before=own.before))
        if found.drops:
            said.append(self.tr("Those that were learnt before are left out."))
        if own.refused:
            told = self.tr("With words of this newspaper {after} of the verdicts held out would be"
                           " wrong, without {before}; none was taken.")  # fmt: skip
            said.append(told.format(after=own.after, before=own.before))
        if own.parted:
            said.append(self.tr("Left out, as verdicts speak against them: %n.", "", own.parted))
        return said

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
