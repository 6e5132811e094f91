"""Restoring: a backup in the place of the library that is open, which is closed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import JiaokanError, LibraryInUseError
from reader.ui.jobs import Errand
from reader.ui.names import isolated
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.store.contents import Contents
    from reader.store.restoring import Restored
    from reader.store.shelf import Backup
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
        self._lost: Path | None = None
        """What cannot be read, where it is not the open library that is to be replaced."""

    def restore(self) -> None:
        """Ask which backup is wanted."""
        window = self._window
        if self._session.busy:
            window.status.tell(self.tr("A job is running. Wait for its end, or cancel it."))
            return
        if not self._session.is_open:
            window.status.tell(self.tr("No library is open."))
            return
        self._lost = None
        self._ask(self._session.library.backups.list(), window).open()

    def put_in_place_of(self, path: Path, over: QWidget) -> bool:
        """Ask which backup is to stand where a library cannot be read; tell whether one does."""
        from reader.store.whose import backups_of
        from reader.ui.known import ids_at

        self._lost = path
        return bool(self._ask(backups_of(path, ids_at(path)), over).exec())

    def _ask(self, backups: Sequence[Backup], over: QWidget) -> RestoreDialog:
        from reader.ui.dialogs.restoring import RestoreDialog

        lost = self._lost is not None
        self._dialog = dialog = RestoreDialog(self._window.words, backups, over, lost=lost)
        dialog.look_wished.connect(self._look)
        dialog.restore_wished.connect(self._put)
        dialog.setModal(True)
        return dialog

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
        if self._lost is not None:
            self._put_over(file, self._lost)
            return
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

    def _put_over(self, file: Path, path: Path) -> None:
        """Put a backup where nothing can be read, and no window has it open."""
        self._path = path

        def work(_: Report) -> Restored:
            from reader.store.locks import WindowLock
            from reader.store.opening import can_write
            from reader.store.restoring import restore

            with WindowLock(path).held() as mine:
                if not mine and can_write(path):
                    raise LibraryInUseError(str(path), "window")
                return restore(file, path, anything=True)

        errand = Errand(work, self)
        errand.finished.connect(self._on_restored)
        self._begin(errand)

    def _on_restored(self, restored: Restored) -> None:
        fault = self._open_again()
        if fault:
            self._show(fault)
            return
        if self._dialog is not None:
            self._dialog.work(on=False)
            self._dialog.accept()
        words = self._window.words
        said = self.tr(
            "Restored: {articles}, {characters}. What was there is kept among the backups."
        )
        if restored.damaged:
            said = self.tr("Restored: {articles}, {characters}. What was there is kept as {path}.")
        amiss = self.tr(
            "It is not sound: {count} places were changed from outside. "
            'Run "jiaokan check", or restore an earlier backup.'
        )
        said = said.format(
            articles=words.articles(restored.articles),
            characters=words.characters(restored.characters),
            path=isolated(str(restored.kept)),
        )
        if restored.altered:
            said = sentences((said, amiss.format(count=f"{restored.altered:,}")))
        self._window.status.tell(said)

    def _on_failed(self, error: object) -> None:
        """Say why, and also where what was there cannot be opened any more."""
        why = self.tr("Nothing was restored.")
        if isinstance(error, JiaokanError):
            why = self._window.words.fault(error)
        stays = self._session.is_open or self._lost is not None
        fault = "" if stays else self._open_again()
        self._show("\n".join(filter(None, (why, fault))))
        if not isinstance(error, JiaokanError):
            self._window.telling.failure(error)

    def _open_again(self) -> str:
        """Open what lies there now; say why where that cannot be done."""
        assert self._path is not None
        try:
            self._session.open(self._path)
        except JiaokanError as error:
            return self._window.words.fault(error)
        self._window.filing.index_what_is_pending()
        return ""

    def _show(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_fault(sentence)
