"""Export: format, articles and place, with a sample of what goes out; the button says how many."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.errors import JiaokanError, OutputError, UsageError
from reader.ui.dialogs.exportform import HEADED, ExportForm, is_file
from reader.ui.dialogs.selecting import GROUPS, Selection, Surveying, sample_of, work
from reader.ui.filedialog import FileDialog
from reader.ui.greyed import Lack, grey
from reader.ui.latest import Latest
from reader.ui.names import isolated
from reader.ui.remembering import recall, remember
from reader.ui.tips import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.model import IssueRow
    from reader.searching import Survey
    from reader.ui.jobs import Job
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_SHOWN = 4000
"""Characters of a sample that are shown at most."""
_FORMAT, _FOLDER = "export format", "export folder"


@dataclass(frozen=True, slots=True)
class Starting:
    """From where the dialog starts: colours, the issue in view, what stands in the search box.

    What it finds is chosen only where it is `found` in view; a search that was left is offered.
    """

    colours: Theme
    issue: IssueRow | None = None
    typed: str = ""
    found: bool = False


class ExportDialog(ExportForm):
    """Asks what to write.

    `wished` carries the work of the job, `look_wished` a query for what should be seen before,
    `failed` the error of what was read for the dialog itself.
    """

    wished = Signal(object)
    look_wished = Signal(str)
    failed = Signal(object)

    def __init__(
        self, session: Session, words: Words, asked: Starting, parent: QWidget | None = None
    ) -> None:
        super().__init__(asked.colours, parent)
        self._words = words
        self._issue = asked.issue
        self.counting = Surveying(session, self)
        self.sampling = Latest(session, self)
        self.there.begin(session, words)
        self._busy = False
        self._asked = ("", "")
        grey(self.scope["issue"], None if asked.issue is not None else Lack.ISSUE, "")
        self.query.setText(asked.typed)
        self.scope["found" if asked.typed and asked.found else "all"].setChecked(True)
        self._connect()
        self.format.choose(str(recall(_FORMAT, "jsonl")))
        folder = Path(str(recall(_FOLDER, Path.home())))
        self.path.setText(str(folder / f"{self.tr('corpus')}.{self.format.format}"))
        self.go.setFocus()
        self._look_there()
        self._refresh()

    def _connect(self) -> None:
        self.format.chosen.connect(self._on_format)
        self.scopes.buttonToggled.connect(self._on_scope)
        self.query.textEdited.connect(self._on_typed)
        self.pause.timeout.connect(self._refresh)
        for box in self.statuses:
            box.toggled.connect(self._refresh)
        self.shapes.buttonClicked.connect(self.on_shape)
        self.path.textChanged.connect(self._on_path)
        self.counting.counted.connect(self._refresh)
        self.counting.failed.connect(self.failed)
        self.sampling.failed.connect(self.failed)
        self.there.failed.connect(self.failed)
        self.there.seen.connect(self.ask)
        self.there.seen.connect(self._enable)
        self.replace.toggled.connect(self._enable)
        self.head.toggled.connect(self._refresh)
        self.doubts.way.clicked.connect(self._look)
        self.choose.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._wish)

    # --- what is chosen -------------------------------------------------------------------

    def _queries(self) -> dict[str, str]:
        """Give the query of each scope that can be chosen."""
        made = {"all": ""}
        if self._issue is not None:
            made["issue"] = f"issue:{self._issue.id}"
        if self.query.text().strip():
            made["found"] = self.query.text().strip()
        return made

    @property
    def selection(self) -> Selection | None:
        """What is to be exported; None where it is the articles of a query that is empty."""
        scope = next(name for name, button in self.scope.items() if button.isChecked())
        query = self._queries().get(scope)
        groups = zip(self.statuses, GROUPS, strict=True)
        chosen = frozenset(s for box, group in groups if box.isChecked() for s in group)
        return None if query is None else Selection(query, chosen)

    def _on_scope(self, _button: object, on: bool) -> None:  # noqa: FBT001 - a signal's
        if on:
            self._refresh()

    def _on_typed(self) -> None:
        self.scope["found"].setChecked(True)
        self.pause.start()

    def _on_format(self) -> None:
        if self.one.isChecked():
            self.on_shape()
        self._look_there()
        self._refresh()

    def _on_path(self) -> None:
        (self.one if is_file(Path(self.path.text().strip())) else self.many).setChecked(True)
        self._look_there()
        self._enable()

    # --- showing --------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Show what is known of what is chosen, and count what is not."""
        queries, selection = self._queries(), self.selection
        mine = [] if selection is None else [selection.query]
        self.counting.want(list(dict.fromkeys([*mine, *queries.values()])))
        self.head.setVisible(self.format.format == HEADED)
        names = {
            "all": self.tr("&All"),
            "issue": self.tr("This &issue"),
            "found": self.tr("What is &found by"),
        }
        for name, button in self.scope.items():
            survey = self.counting[queries[name]] if name in queries else None
            button.setText(names[name] + (f"  {survey.articles:,}" if survey else ""))
        survey = self.counting[selection.query] if selection else None
        self._show_statuses(survey)
        self._show_doubts(selection, survey)
        self._enable()
        if selection is not None:
            self.sampling.run(sample_of(self.form, selection), self._show_sample)
        else:
            self.sampling.cancel()
            self._show_sample(None)

    def _show_statuses(self, survey: Survey | None) -> None:
        names = (
            self.tr("2nd &proof"),
            self.tr("1st p&roof"),
            self.tr("in &work, not begun"),
            self.tr("&disputed, not text"),
        )
        for box, words, group in zip(self.statuses, names, GROUPS, strict=True):
            count = sum(survey.facets.statuses[s.value] for s in group) if survey else None
            box.setText(words if count is None else f"{words}  {count:,}")

    def _show_doubts(self, selection: Selection | None, survey: Survey | None) -> None:
        doubts = selection.doubts(survey) if selection and survey else 0
        self.doubts.setVisible(doubts > 0)
        if selection and survey and doubts:
            self.doubts.said.setText(
                self.tr(
                    "◇  In these {articles} nobody has looked at {doubts}; "
                    "they go out as the engine read them."
                ).format(
                    articles=self._words.articles(selection.articles(survey)),
                    doubts=self._words.doubts(doubts),
                )
            )

    def _show_sample(self, written: object) -> None:
        text: str | None = written  # type: ignore[assignment]
        self.sample.setPlainText((text or "")[:_SHOWN])
        self.of.setText(self.tr("the first article") if text else "")

    def _enable(self) -> None:
        """Let the button say what it will do, or why it cannot."""
        selection = self.selection
        survey = self.counting[selection.query] if selection else None
        count = selection.articles(survey) if selection and survey else None
        words = self.tr("counting…") if count is None and selection else ""
        articles = self._words.articles(count or 0)
        self.go.setText(words or self.tr("Export {articles}").format(articles=articles))
        why = self._why_not(count)
        held = self._busy or self.there.refused or self.undecided
        self.go.setEnabled(not why and count is not None and not held)
        self.go.setToolTip(plain(why or (self.there.text() if held else "")))
        self.why.setText(why)

    def _why_not(self, count: int | None) -> str:
        path, selection = self.path.text().strip(), self.selection
        why = ""
        if selection is None:
            why = self.tr("Type what is to be found.")
        elif selection.mixed:
            why = self.tr("The search is not well formed; with it no status can be left out.")
        elif not any(box.isChecked() for box in self.statuses):
            why = self.tr("Choose a status.")
        elif count == 0:
            why = self.tr("There is no such article.")
        elif not path:
            why = self.tr("Say where to write.")
        return why or self._wrong_suffix(Path(path))

    def _wrong_suffix(self, path: Path) -> str:
        from reader.exporting import refuse_mismatch

        try:
            refuse_mismatch(_meant(str(path)), self.format.format)
        except UsageError as error:
            return self.tr("{suffix} is not the suffix of {format}; make both the same.").format(
                suffix=isolated(str(error.facts["suffix"])), format=error.facts["form"]
            )
        return ""

    def _look_there(self) -> None:
        """Look at what stands where it is to go."""
        typed = self.path.text().strip()
        there = bool(typed) and not self._wrong_suffix(Path(typed))
        path = _meant(typed) if there else None
        self.there.look(self.format.format, path, single=path is not None and is_file(path))

    # --- doing ----------------------------------------------------------------------------

    def _choose(self) -> None:
        path = self.path.text().strip()
        if self.one.isChecked():
            suffix = f"*.{self.format.format}"
            chosen, _ = FileDialog.getSaveFileName(self, self.tr("Export to a file"), path, suffix)
        else:
            chosen = FileDialog.getExistingDirectory(self, self.tr("Export to a folder"), path)
        if chosen:
            self.path.setText(chosen)

    def _look(self) -> None:
        selection = self.selection
        assert selection is not None
        self.look_wished.emit(f"{selection.whole} has:doubt".strip())
        self.reject()

    def _wish(self) -> None:
        selection = self.selection
        assert selection is not None
        path = _meant(self.path.text().strip())
        self.there.leave()
        self.wished.emit(work(self.form, path, selection))

    def follow(self, job: Job) -> None:
        """Stay until it is being written, so that what is refused is said here; then hide."""
        self._asked = (self.format.format, str(_meant(self.path.text().strip()).parent))
        self._busy = True
        self._enable()
        job.progressed.connect(self.hide)
        job.finished.connect(self._on_written)
        job.cancelled.connect(self.reject)
        job.failed.connect(self._on_failed)

    def _on_written(self) -> None:
        """Remember the place, since it can be written, and go."""
        remember(_FORMAT, self._asked[0])
        remember(_FOLDER, self._asked[1])
        self.accept()

    def _on_failed(self, error: object) -> None:
        self._busy = False
        if not isinstance(error, JiaokanError):
            self.reject()
            return
        self._enable()
        if isinstance(error, OutputError) and error.detail == "another":
            self._look_there()  # it came there meanwhile, or was not seen yet
        else:
            self.there.warn(error)
        self.open()
        self.path.setFocus()


def _meant(typed: str) -> Path:
    """Give the path that is typed: `~` is the home folder, and stays where there is none."""
    return Path(os.path.expanduser(typed))  # noqa: PTH111 - that of `Path` raises
