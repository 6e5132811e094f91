"""Focus: only the text, its gutter and the status line; the column stays where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QShortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.window import MainWindow


class Focus(QObject):
    """Hides what is not the text, and shows it again.

    A wish for what is hidden (the search box, the source, the topics) ends it first.
    """

    goes_before = frozenset({"search", "toggle_source", "toggle_journal", "add_tag", "tag_phrase"})
    """The slots of others that are asked of it first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.on = False
        self._escape = QShortcut(Qt.Key.Key_Escape, window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)
        window.seeking.turned.connect(self._on_turned)

    # --- slots of the action table --------------------------------------------------------

    def focus_mode(self) -> None:
        """Show only the text, or all again."""
        self._set(on=not self.on)

    def search(self) -> None:
        """Bring the search box back and let a query be typed."""
        self.leave()
        self._window.seeking.search()

    def toggle_source(self) -> None:
        """Bring the panes back, the source among them; else open or close it."""
        if not self._back("actionToggleSource", self._window.source):
            self._window.beside.toggle_source()

    def toggle_journal(self) -> None:
        """Bring the panes back, the journal among them; else open or close it."""
        if not self._back("actionJournal", self._window.journal):
            self._window.chronicle.toggle_journal()

    def add_tag(self) -> None:
        """Bring the topics back and let one be typed."""
        self.leave()
        self._window.topics.add_tag()

    def tag_phrase(self) -> None:
        """Bring the topics back and let one be typed for the words that are selected."""
        self.leave()
        self._window.topics.tag_phrase()

    def _back(self, action: str, pane: QWidget) -> bool:
        """Show all again; tell whether a pane that was hidden with the rest came back so."""
        was = self.on
        self.leave()
        back = was and not pane.isHidden()
        if back:
            self._window.actions_by_id[action].setChecked(True)
        return back

    # --- on and off -----------------------------------------------------------------------

    def leave(self) -> None:
        """Show all again."""
        self._set(on=False)

    def _on_turned(self) -> None:
        if self._window.seeking.open:
            self.leave()

    def _set(self, *, on: bool) -> None:
        window = self._window
        window.actions_by_id["actionFocus"].setChecked(on)
        if on == self.on:
            return
        if on and window.seeking.open:
            window.seeking.leave()
        if on:
            window.article.faces.show_proof()
        self.on = on
        edit = window.article.edit
        column = self._column() if on else None
        top = edit.cursorForPosition(QPoint(edit.viewport().width() // 2, 1)).position()
        window.top_bar.setVisible(not on)
        window.article.head.setVisible(not on)
        window.columns.show_alone(alone=on)
        window.beginning.stand_aside(aside=on)
        if on:
            window.beside.tie.clear()
        edit.column_at = column
        edit.place_column()
        self._escape.setEnabled(on)
        self._keep(top)
        edit.setFocus()
        if on:
            window.status.tell(self.tr("Only the text: Esc or F11 brings the rest back."))

    def _column(self) -> int:
        """Give where the column will begin once the panes left of it are gone."""
        edit = self._window.article.edit
        margin = edit.document().rootFrame().frameFormat().leftMargin()
        return edit.viewport().mapTo(self._window, QPoint(round(margin), 0)).x()

    def _keep(self, position: int) -> None:
        """Let the line that was at the top be there again."""
        edit = self._window.article.edit
        cursor = edit.textCursor()
        cursor.setPosition(min(position, edit.document().characterCount() - 1))
        bar = edit.verticalScrollBar()
        if bar.value():
            bar.setValue(bar.value() + edit.cursorRect(cursor).top())
