"""Helping: the sheet of all keys, and what the program is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reader.ui.article import keys as of_article
from reader.ui.greyed import why
from reader.ui.issues import keys as of_issues
from reader.ui.journal import keys as of_journal
from reader.ui.search import keys as of_search
from reader.ui.source import keys as of_source
from reader.ui.tags import keys as of_topics

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from reader.ui.window import MainWindow

PANES = tuple(
    (pane.TITLE, pane.KEYS)
    for pane in (of_article, of_issues, of_source, of_search, of_topics, of_journal)
)
"""The panes that have keys of their own, in which no action of the table is meant, and these."""


class Helping(QObject):
    """The slots of the menu Help that show a dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def keys(self) -> None:
        """Show all keys."""
        from reader.ui.dialogs.cheatsheet import CheatSheet

        sheet = CheatSheet(self._window, panes=PANES, why=self._why_not)
        sheet.wished.connect(self._carry_out)
        self._show(sheet)

    def _why_not(self, action: str) -> str:
        lack = self._window.enabling.lack_of(action)
        return "" if lack is None else why(lack)

    def _carry_out(self, name: str) -> None:
        action = self._window.actions_by_id[name]
        QTimer.singleShot(0, action, action.trigger)  # the focus is back where it was

    def legend(self) -> None:
        """Show all marks."""
        from reader.ui.article.legend import Legend

        self._show(Legend(self._window.words, self._window.colours, self._window))

    def about(self) -> None:
        """Show versions and licences."""
        from reader.ui.dialogs.about import AboutDialog

        self._show(AboutDialog(self._window))

    def doctor(self) -> None:
        """Show what is to be said of the machine and the library."""
        from reader.ui.dialogs.doctor import DoctorDialog

        session = self._window.session
        path = session.library.path if session.is_open else None  # the default one
        self._show(DoctorDialog(path, self._window))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
