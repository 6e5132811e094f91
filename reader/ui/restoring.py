"""Restoring: a backup in the place of the library that is open, which is closed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import JiaokanError
from reader.ui.jobs import Errand

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.contents import Contents
    from reader.store.restoring import Restored
    from reader.ui.dialogs.restoring import RestoreDialog
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


class Restoring(QObject):
    """Asks which backup, lets it be verified, and restores it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._dialog: RestoreDialog | None = None
        self._errand: Errand | None = None
        self._path: Path | None = None

    def restore(self) -> None:
        """Ask which backup is wanted."""
        window = self._window
        if self._session.busy:
            window.status.tell(self.tr("A job is running. Wait for its end, or cancel it."))
            return
        backups = self._session.library.backups.list()
        from reader.ui.dialogs.restoring import RestoreDialog

        self._dialog = dialog = RestoreDialog(window.words, backups, window)
        dialog.look_wished.connect(self._look)
        dialog.restore_wished.connect(self._put)
        dialog.setModal(True)
        dialog.open()

    def _begin(self, errand: Errand) -> None:
        self._errand = errand
        errand.failed.connect(self._on_failed)
        errand.start()

    def _look(self, file: Path) -> None:
        def work(_: Report) -> Contents:
            from reader.store.contents import contents

            return contents(file)

        errand = Errand(work, self)
        errand.finished.connect(self._on_looked)
        self._begin(errand)

    def _on_looked(self, found: Contents) -> None:
        if self._dialog is not None:
            self._dialog.show_contents(found)

    def _put(self, file: Path) -> None:
        window = self._window
        if self._session.busy:  # it was begun behind the dialog
            self._show(self.tr("A job is running. Wait for its end, or cancel it."))
            return
        if not window.article.typing.flush() and not window.wishes.lose():
            self._show(self.tr("Nothing was restored."))
            return
        self._path = path = self._session.library.path
        self._session.close()
        still = self._session.at_work

        def work(_: Report) -> Restored:
            from reader.store.restoring import restore

            for job in still:  # it reads what is to be replaced
                job.wait()
            return restore(file, path)

        errand = Errand(work, self)
        errand.finished.connect(self._on_restored)
        self._begin(errand)

    def _on_restored(self, restored: Restored) -> None:
        if not self._open_again():
            return
        if self._dialog is not None:
            self._dialog.work(on=False)
            self._dialog.accept()
        words = self._window.words
        self._window.status.tell(
            self.tr("Restored: {articles}, {characters}. What was there is kept among the backups.")
            .format(
                articles=words.articles(restored.articles),
                characters=words.characters(restored.characters),
            )
        )  # fmt: skip

    def _on_failed(self, error: object) -> None:
        if not self._session.is_open:
            self._open_again()
        if not isinstance(error, JiaokanError):
            self._show(self.tr("Nothing was restored."))
            self._window.telling.failure(error)
            return
        self._show(self._window.words.fault(error))

    def _open_again(self) -> bool:
        """Open what lies there now; tell whether that could be done."""
        assert self._path is not None
        try:
            self._session.open(self._path)
        except JiaokanError as error:
            self._show(self._window.words.fault(error))
            return False
        self._window.filing.index_what_is_pending()
        return True

    def _show(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_fault(sentence)
