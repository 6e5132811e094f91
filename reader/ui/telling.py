"""Telling what went wrong: in the status line where the work goes on, else in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from reader.errors import JiaokanError, LibraryError
from reader.ui.names import isolated

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class Telling(QObject):
    """Tells faults of the world kindly and passes on those of ours."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def fault(self, error: object) -> None:
        """Tell a fault of the world: in the status line, or in a dialog when nothing is open.

        Where the library is open for reading nothing is unsaved.
        """
        assert isinstance(error, JiaokanError)
        sentence = self._window.words.fault(error)
        if not self._window.session.is_open:
            self.message(QMessageBox.Icon.Warning, sentence)
        elif isinstance(error, LibraryError) and not self._window.session.writable:
            self._window.status.warn(sentence)
        elif isinstance(error, LibraryError):
            self._window.status.trouble(sentence)
        else:
            self._window.status.tell(sentence)

    def failure(self, error: object) -> None:
        """Tell why a job failed; a bug goes on to the last resort."""
        if not isinstance(error, JiaokanError):
            assert isinstance(error, BaseException)
            raise error
        self._window.status.warn(self._window.words.fault(error))

    def bug(self, error: BaseException) -> None:
        """Tell that the program itself went wrong; the details are in the log."""
        self.message(
            QMessageBox.Icon.Critical,
            self.tr(
                "The program made a mistake. What was saved is safe. "
                "Please pass on the file jiaokan.log. ({error})"
            ).format(error=isolated(f"{type(error).__name__}: {error}")),
        )

    def message(self, icon: QMessageBox.Icon, sentence: str) -> None:
        """Show a sentence in a dialog, as plain text."""
        box = QMessageBox(icon, self.tr("Jiaokan"), sentence, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
