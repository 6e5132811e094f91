"""What goes in and out: import, the samples, export, withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader import places
from reader.ui.dialogs.exporting import ExportDialog, Starting
from reader.ui.dialogs.importing import ImportDialog, ReportDialog, import_samples

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class Filing(QObject):
    """The slots of the action table that move issues in and out of the library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def import_pages(self) -> None:
        """Ask for files and folders, and take them in."""
        dialog = ImportDialog(self._window)
        dialog.wished.connect(self._import)
        dialog.open()

    def _import(self, work: object) -> None:
        job = self._session.job(work, writes=True)  # type: ignore[arg-type]
        job.finished.connect(self._on_imported)
        job.failed.connect(self._window.telling.failure)
        job.cancelled.connect(self._on_cancelled)
        self._session.start(job)

    def _on_imported(self, lines: object) -> None:
        report = ReportDialog(self._window, self._window.words, lines)  # type: ignore[arg-type]
        self._window.status.tell(report.sentence)
        if report.has_refusals:
            report.open()

    def _on_cancelled(self) -> None:
        self._window.status.tell(self.tr("Cancelled. What was done until then is kept."))

    def samples_at_first_start(self) -> None:
        """Fill our own default library, when it is new, with the sample issues."""
        library = self._session.library
        if not (places.is_own_default(library.path) and self._session.writable):
            return
        if library.journal.head() is not None or library.issues.rows():
            return
        job = self._session.job(import_samples, writes=True)
        job.failed.connect(self._window.telling.failure)
        self._session.start(job)

    def export(self) -> None:
        """Ask for form and place, and write the corpus."""
        window = self._window
        starting = Starting(
            window.colours, window.issues.lists.shown, window.search_box.text().strip()
        )
        dialog = ExportDialog(self._session, window.words, starting, window)
        dialog.wished.connect(self._export)
        dialog.look_wished.connect(window.search_box.ask)
        dialog.failed.connect(window.telling.failure)
        dialog.open()

    def _export(self, work: object) -> None:
        job = self._session.job(work, writes=False)  # type: ignore[arg-type]
        job.finished.connect(self._on_exported)
        job.failed.connect(self._window.telling.failure)
        job.cancelled.connect(self._on_cancelled)
        self._session.start(job)

    def _on_exported(self, report: object) -> None:
        said = self.tr("Exported: {articles} to {path}").format(
            articles=self._window.words.articles(report.articles),  # type: ignore[attr-defined]
            path=report.path,  # type: ignore[attr-defined]
        )
        self._window.status.tell(said)

    def withdraw(self) -> None:
        """Withdraw the chosen issue."""
        issue = self._window.issues.lists.shown
        if issue is not None:
            self._withdraw([issue.id])

    def withdraw_samples(self) -> None:
        """Withdraw the samples."""
        self._withdraw(self._session.library.issues.samples())

    def _withdraw(self, issues: list[str]) -> None:
        changes = self._session.write(self._session.library.issues.withdraw, issues, initiator=self)
        if changes is not None:
            self._window.status.tell(
                self.tr("Withdrawn: {issues}. Undo brings them back.").format(
                    issues=self._window.words.issues(len(issues))
                )
            )
