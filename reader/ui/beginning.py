"""Beginning: what an empty library shows, and the first steps with the samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui import state
from reader.ui.filedialog import FileDialog

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model import Article, Changes
    from reader.ui.empty import EmptyPane
    from reader.ui.jobs import Job
    from reader.ui.tour import TourLine
    from reader.ui.window import MainWindow

_STEPS_OF = {"join": 3, "split": 3, "accept": 3, "tag": 4}
"""Which of the first steps a wish is."""


class Beginning(QObject):
    """Shows the empty pane where no issue is, and the tour at the foot of the middle column.

    Both are made when they are first wanted, which `made` tells: mostly neither is.
    """

    made = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._working = 0
        self._touring = False
        self._empty: EmptyPane | None = None
        self._tour: TourLine | None = None
        self.column = QWidget()
        self._box = QVBoxLayout(self.column)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(window.seeking.stack, 1)
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.reloaded.connect(self.look)
        self._session.job_started.connect(self._on_job)
        window.seeking.turned.connect(self.look)
        window.article.shown.connect(self._on_shown)

    @property
    def empty(self) -> EmptyPane:
        """What stands where there is nothing to read."""
        if self._empty is None:
            self._empty = self._make_empty()
            self.made.emit()
        return self._empty

    def _make_empty(self) -> EmptyPane:
        from reader.ui.empty import EmptyPane

        window = self._window
        pane = EmptyPane(window.colours)
        pane.allow(writes=self._session.writable)
        pane.dropped.connect(self._take_in)
        pane.folder_wished.connect(self.import_folder)
        pane.samples_wished.connect(window.filing.take_samples_in)
        pane.library_wished.connect(window.libraries.open_other)
        window.seeking.stack.addWidget(pane)
        return pane

    @property
    def tour(self) -> TourLine:
        """The line of the first steps."""
        if self._tour is None:
            self._tour = self._make_tour()
            self.made.emit()
        return self._tour

    def _make_tour(self) -> TourLine:
        from reader.ui.tour import TourLine

        line = TourLine(self._window.colours)
        line.hide()
        line.begin(state.load().steps)
        line.noted.connect(self._on_noted)
        line.wished.connect(self._do)
        line.left.connect(self.leave_tour)
        self._box.addWidget(line)
        return line

    def _parts(self) -> Iterator[EmptyPane | TourLine]:
        """Give what is made."""
        if self._empty is not None:
            yield self._empty
        if self._tour is not None:
            yield self._tour

    def way_of_empty(self) -> Iterable[QWidget]:
        """Give what Tab goes through in the empty pane, if there is one."""
        return () if self._empty is None else self._empty.way()

    def way_of_tour(self) -> Iterable[QWidget]:
        """Give what Tab goes through in the first steps, if they are there."""
        return () if self._tour is None else self._tour.way()

    def dress(self) -> None:
        """Put on the window's theme."""
        for part in self._parts():
            part.dress(self._window.colours)

    # --- the empty library ----------------------------------------------------------------

    def _on_opened(self) -> None:
        kept = state.load()
        if self._empty is not None:
            self._empty.allow(writes=self._session.writable)
        if self._tour is not None:
            self._tour.begin(kept.steps)
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
        empty = self._empty
        if empty is None or window.seeking.stack.currentWidget() is not empty:
            window.article.edit.setFocus()
        else:
            (empty.samples if empty.samples.isEnabled() else empty.library).setFocus()

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
        chosen = FileDialog.getExistingDirectory(
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
        if self._touring or self._tour is not None:
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
