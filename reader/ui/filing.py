"""What goes in and out: import, the samples, export, withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader import places
from reader.ui.dropping import Dropping
from reader.ui.names import isolated
from reader.ui.tips import sentences
from reader.ui.wholeimport import WholeImport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model import IssueRow
    from reader.store.library import Library
    from reader.ui.dialogs.report import ReportDialog
    from reader.ui.dialogs.taking import Import
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow

_PAGES = 50
"""After how many pages the job that indexes asks whether it shall go on."""


def _catch_up(library: Library, report: Report) -> None:
    while library.index.catch_up(_PAGES):
        report(0, 0, "")


class Filing(QObject):
    """The slots of the action table that move issues in and out of the library.

    `exported` tells that a corpus was written.
    """

    exported = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._report: ReportDialog | None = None
        self._whole = WholeImport(window)
        self._dropping = Dropping(window)
        self._dropping.dropped.connect(self.offer)

    def import_pages(self) -> None:
        """Ask for files and folders, and take them in."""
        self.offer([])

    def offer(self, paths: list[str]) -> None:
        """Ask for files and folders, of which some are named already."""
        if not self._session.writable:
            return
        from reader.ui.dialogs.importing import ImportDialog

        window = self._window
        dialog = ImportDialog(self._session, window.words, window.colours, window)
        dialog.wished.connect(self._import)
        dialog.failed.connect(window.telling.failure)
        dialog.add(paths)
        dialog.open()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files and folders that are named already."""
        from reader.ui.dialogs.taking import Import

        self._import(Import(paths))

    def _import(self, asked: object) -> None:
        from reader.ui.dialogs.report import ReportDialog
        from reader.ui.dialogs.taking import Import

        assert isinstance(asked, Import)
        job = self._session.job(asked, writes=True)
        report = ReportDialog(self._window.words, self._window.colours, asked, self._window)
        report.follow(job)
        job.failed.connect(self._window.telling.failure)
        job.ended.connect(lambda: self._window.status.tell(report.sentence))
        job.ended.connect(lambda: self._whole.offer(asked))
        job.ended.connect(lambda: self._show_first_of(asked))
        report.show()  # before the job: what it loads would keep the window from showing it
        if not self._session.start(job):
            report.deleteLater()
            return
        if self._report is not None and self._report.ended:
            self._report.deleteLater()
        self._report = report
        self._window.enabling.enable()

    def _show_first_of(self, ended: Import) -> None:
        """Scroll to the first issue that was imported; what is open stays open."""
        came = (one.result for one in ended.taken if one.result.status == "imported")
        issue = next((result.issue for result in came if result.issue is not None), None)
        if issue is not None and self._session.is_open:
            self._window.issues.revealing.scroll_to(issue)

    @property
    def has_report(self) -> bool:
        """Tell whether something was imported since the window was opened."""
        return self._report is not None

    def show_report(self) -> None:
        """Show the report of the last import again."""
        if self._report is not None:
            self._report.show()
            self._report.raise_()
            self._report.activateWindow()

    def _on_cancelled(self) -> None:
        self._window.status.tell(self.tr("Cancelled. What was done until then is kept."))

    def samples_at_first_start(self) -> None:
        """Fill our own default library, when it is new, with the sample issues."""
        library = self._session.library
        if not (places.is_own_default(library.path) and self._session.writable):
            return
        if library.journal.head() is not None or library.issues.rows():
            return
        self._window.beginning.begin_tour()
        self.take_samples_in()

    def take_samples_in(self) -> None:
        """Take in the five sample issues."""
        from reader.ui.dialogs.taking import import_samples

        job = self._session.job(import_samples, writes=True)
        job.failed.connect(self._window.telling.failure)
        self._session.start(job)

    def index_what_is_pending(self) -> None:
        """Index, behind the window, pages of an import that was killed or of an older version."""
        if not self._session.writable or not self._session.library.index.pending():
            return
        job = self._session.job(_catch_up, writes=True)
        job.failed.connect(self._window.telling.failure)
        self._session.start_beside(job)

    def export(self) -> None:
        """Ask for form and place, and write the corpus."""
        from reader.ui.dialogs.exporting import ExportDialog, Starting

        window = self._window
        starting = Starting(
            window.colours,
            window.issues.lists.shown,
            window.search_box.text().strip(),
            window.seeking.open,
        )
        dialog = ExportDialog(self._session, window.words, starting, window)
        dialog.wished.connect(self._export)
        dialog.look_wished.connect(window.search_box.ask)
        dialog.failed.connect(window.telling.failure)
        dialog.open()

    def _export(self, work: object) -> None:
        from reader.ui.dialogs.exporting import ExportDialog

        dialog = self.sender()
        assert isinstance(dialog, ExportDialog)
        job = self._session.job(work, writes=False)  # type: ignore[arg-type]
        job.finished.connect(self._on_exported)
        job.failed.connect(self._window.telling.failure)
        job.cancelled.connect(self._on_cancelled)
        if self._session.start(job):
            dialog.follow(job)

    def _on_exported(self, report: object) -> None:
        said = self.tr("Exported: {articles} to {path}").format(
            articles=self._window.words.articles(report.articles),  # type: ignore[attr-defined]
            path=isolated(str(report.path)),  # type: ignore[attr-defined]
        )
        if report.altered:  # type: ignore[attr-defined]
            amiss = self.tr(
                "{count} of its texts were changed from outside. "
                'Run "jiaokan check", restore a backup, and export anew.'
            )
            count = f"{report.altered:,}"  # type: ignore[attr-defined]
            said = sentences((said, amiss.format(count=count)))
        self._window.status.tell(said)
        self.exported.emit()

    def withdraw(self) -> None:
        """Withdraw the chosen issue."""
        issue = self._window.issues.lists.shown
        if issue is not None:
            self._withdraw([issue.id])

    def bring_back(self) -> None:
        """Ask which of the withdrawn issues is wanted again."""
        from reader.ui.issues.choosing import ChooseWithdrawn

        window = self._window
        if not self._session.library.issues.withdrawn():
            window.status.tell(self.tr("No issue was withdrawn."))
            return
        dialog = ChooseWithdrawn(window, window.words, window.colours)
        said = self.tr("These issues were withdrawn. Which is to come back?")
        dialog.ask(self._session, "", said, self.tr("Bring back"))
        dialog.chosen.connect(self._bring_back)
        dialog.open()

    def _bring_back(self, issue: IssueRow) -> None:
        issues = self._session.library.issues
        if self._session.write(issues.bring_back, [issue.id], initiator=self) is not None:
            self._window.issues.revealing.go_to(issue.id)
            said = self.tr("Brought back: {issue}. Undo takes it out again.")
            self._window.status.tell(said.format(issue=self._window.words.issue_line(issue)))

    def withdraw_samples(self) -> None:
        """Withdraw the samples."""
        self._withdraw(self._session.library.issues.samples())

    def _withdraw(self, issues: list[str]) -> None:
        changes = self._session.write(self._session.library.issues.withdraw, issues, initiator=self)
        if changes is not None:
            one = self.tr("Withdrawn: {issues}. Undo brings it back.")
            more = self.tr("Withdrawn: {issues}. Undo brings them back.")
            said = self._window.words.issues(len(issues))
            self._window.status.tell((one if len(issues) == 1 else more).format(issues=said))
