"""Undoing an import whole: undo takes a file back a step, and a folder may hold a thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.actions import key_of

if TYPE_CHECKING:
    from reader.model import Changes
    from reader.store.library import Library
    from reader.ui.dialogs.taking import Import
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


class WholeImport(QObject):
    """Offers in the status line to go back before an import, while it is the last that was done.

    Nothing is offered where another step was done among those of the import: it would go, too.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._import: Import | None = None
        self._session.steps_changed.connect(self._look)
        self._session.closing.connect(self._forget)
        window.status.back.clicked.connect(self.undo)

    def offer(self, ended: Import) -> None:
        """Offer to undo an import that has ended, where it took more than one step."""
        self._import = ended
        self._look()

    def _forget(self) -> None:
        self._import = None
        self._window.status.offer_back(0)

    def _look(self) -> None:
        """Show the offer as long as undo would take back the last file of the import."""
        asked = self._standing()
        self._window.status.offer_back(asked.steps if asked is not None else 0)

    def _standing(self) -> Import | None:
        """Give the import, if it can go whole and nothing was done after it."""
        asked, last = self._import, self._session.steps.undo
        if asked is None or last is None or last.id != asked.after or asked.steps <= 1:
            return None
        return asked if self._session.writable else None

    def undo(self) -> None:
        """Go back before the import, in one step."""
        asked = self._standing()
        if asked is None or self._session.busy:
            return

        def go_back(library: Library, report: Report) -> Changes:
            return library.journal.go_to(asked.before, lambda done, of: report(done, of, ""))

        job = self._session.job(go_back, writes=True)
        job.finished.connect(lambda _: self._tell(asked))
        job.failed.connect(self._window.telling.failure)
        self._session.start(job)

    def _tell(self, undone: Import) -> None:
        """Say what went, the first and the last file by name, and what brings it back."""
        words = self._window.words
        came = [one.result for one in undone.taken if one.result.status == "imported"]
        names = [words.short(result.path.name) for result in (came[0], came[-1])]
        said = self.tr("The import was undone: %n file(s), {articles} ({first} … {last}).", "",
                       undone.steps)  # fmt: skip
        again = self.tr("{key} brings them back, file by file.")
        said = said.format(
            articles=words.articles(sum(result.articles or 0 for result in came)),
            first=names[0],
            last=names[-1],
        )
        self._window.status.tell(f"{said} " + again.format(key=key_of("actionRedo")))
