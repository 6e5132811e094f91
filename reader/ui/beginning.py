"""Beginning: what an empty library shows, and the first steps with the samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from reader.ui import state
from reader.ui.empty import EmptyPane
from reader.ui.tour import TourLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Article, Changes
    from reader.ui.jobs import Job
    from reader.ui.window import MainWindow

_STEPS_OF = {"join": 3, "split": 3, "accept": 3, "tag": 4}
"""Which of the first steps a wish is."""


class Beginning(QObject):
    """Shows the empty pane where no issue is, and the tour at the foot of the middle column."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._working = 0
        self._touring = False
        self.empty = EmptyPane(window.colours)
        self.tour = TourLine(window.colours)
        self.tour.hide()
        self.tour.noted.connect(self._on_noted)
        stack = window.seeking.stack
        stack.addWidget(self.empty)
        self.column = QWidget()
        box = QVBoxLayout(self.column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(stack, 1)
        box.addWidget(self.tour)
        self.empty.dropped.connect(self._take_in)
        self.empty.folder_wished.connect(self.import_folder)
        self.empty.samples_wished.connect(window.filing.take_samples_in)
        self.empty.library_wished.connect(window.libraries.open_other)
        self.tour.wished.connect(self._do)
        self.tour.left.connect(self.leave_tour)
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.reloaded.connect(self.look)
        self._session.job_started.connect(self._on_job)
        window.seeking.turned.connect(self.look)
        window.article.shown.connect(self._on_shown)

    def dress(self) -> None:
        """Put on the window's theme."""
        self.empty.dress(self._window.colours)
        self.tour.dress(self._window.colours)

    # --- the empty library ----------------------------------------------------------------

    def _on_opened(self) -> None:
        self.empty.allow(writes=self._session.writable)
        kept = state.load()
        self.tour.begin(kept.steps)
        self._show_tour(shown=kept.tour)
        if self._window.article.article is not None:
            self._on_shown(self._window.article.article)
        self.look()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        wish = self._session.steps.undo
        if wish is not None and wish.id == changes.wish and wish.verb in _STEPS_OF:
            self._done(_STEPS_OF[wish.verb])
        self.look()

    def _on_shown(self, article: Article | None) -> None:
        if article is not None:
            self._done(1)

    def _done(self, number: int) -> None:
        """Note a step that was done, as long as the first steps are shown."""
        if self._touring:
            self.tour.done(number)

    def _on_noted(self) -> None:
        state.save(replace(state.load(), steps=self.tour.finished))

    def _on_job(self, job: Job) -> None:
        """Wait with the empty pane while something may be coming in."""
        self._working += 1
        job.ended.connect(self._on_job_ended)

    def _on_job_ended(self) -> None:
        self._working -= 1
        self.look()

    def focus(self) -> None:
        """Put the focus where reading, or beginning, goes on."""
        window = self._window
        empty = window.seeking.stack.currentWidget() is self.empty
        way = self.empty.samples if self.empty.samples.isEnabled() else self.empty.library
        (way if empty else window.article.edit).setFocus()

    def look(self) -> None:
        """Show the empty pane where there is nothing to read, else the article."""
        window = self._window
        if not self._session.is_open or window.seeking.open:
            return
        empty = not self._session.library.issues.any() and not self._working
        stack = window.seeking.stack
        wanted: QWidget = self.empty if empty else window.article
        if stack.currentWidget() is not wanted:
            held = stack.isAncestorOf(window.focusWidget() or window)
            stack.setCurrentWidget(wanted)
            if held or empty:
                self.focus()

    def import_folder(self) -> None:
        """Ask for a folder, and take in what is in it."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder"), str(Path.home())
        )
        if chosen:
            self._take_in([Path(chosen)])

    def _take_in(self, paths: Sequence[Path]) -> None:
        if paths:
            self._window.filing.take_in(paths)

    # --- the first steps ------------------------------------------------------------------

    def first_steps(self) -> None:
        """Show the first steps, or take them away."""
        if self._touring:
            self.leave_tour()
        else:
            self.begin_tour()

    def begin_tour(self) -> None:
        """Show the first steps; those that were all done begin anew."""
        if self.tour.complete:
            self.tour.begin()
        self._keep(shown=True)
        self._on_shown(self._window.article.article)

    def leave_tour(self) -> None:
        """Take the first steps away; they stay away."""
        held = self.tour.isAncestorOf(self._window.focusWidget() or self._window)
        self._keep(shown=False)
        if held:
            self._window.article.edit.setFocus()

    def _keep(self, *, shown: bool) -> None:
        self._show_tour(shown=shown)
        state.save(replace(state.load(), tour=shown, steps=self.tour.finished))

    def _show_tour(self, *, shown: bool) -> None:
        self._touring = shown
        self._window.actions_by_id["actionFirstSteps"].setChecked(shown)
        self.stand_aside(aside=self._window.focus.on)

    def stand_aside(self, *, aside: bool) -> None:
        """Let nothing but the text be seen, or the first steps again where they were."""
        self.tour.setVisible(self._touring and not aside)

    def _do(self, number: int) -> None:
        """Do a step of the tour by the action that does it."""
        window = self._window
        if number == 1:
            window.columns.unfold_issues()
            window.issues.contents_list.setFocus()
        elif number == 3:
            window.status.tell(self._how_to_decide())
            window.article.edit.setFocus()
        else:
            name = {2: "actionNextDoubt", 4: "actionAddTag", 5: "actionExport"}[number]
            window.actions_by_id[name].trigger()

    def _how_to_decide(self) -> str:
        from reader.ui.actions import key_of

        return self.tr("At a doubt: {accept} keeps it, {join} joins, {split} splits.").format(
            accept=key_of("actionAcceptSeam"),
            join=key_of("actionJoin"),
            split=key_of("actionSplit"),
        )

    def watch(self) -> None:
        """Note the steps that are no wishes: going to a doubt, and export."""
        self._window.actions_by_id["actionNextDoubt"].triggered.connect(lambda: self._done(2))
        self._window.filing.exported.connect(lambda: self._done(5))
