"""Correcting in place: the form stands where the row is, and what it says is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.errors import NotFoundError
from reader.ui.issues.form import Correction, IssueForm

if TYPE_CHECKING:
    from reader.model import PageRow
    from reader.ui.issues.lists import Lists
    from reader.ui.session import Session


class Correcting(QObject):
    """Opens the form over the pane, keeps it at its row, and writes; `told` says what was done.

    The form belongs to the issue that is shown: where another comes it is closed, and nothing of
    it is written. Esc closes it wherever the focus is in the window.
    """

    told = Signal(str)

    def __init__(self, session: Session, pane: QWidget, lists: Lists, top: int) -> None:
        super().__init__(pane)
        self._session, self._pane, self._lists, self._top = session, pane, lists, top
        self.form = IssueForm(pane)
        self._held: QWidget | None = None
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        lists.issue_list.scrolled.connect(self._place)
        lists.filled.connect(self._follow)
        lists.issue_list.form_wished.connect(self.open)
        lists.contents_list.form_wished.connect(lambda: self.open(at_page=True))
        session.closing.connect(self.form.leave)
        pane.installEventFilter(self)

    def open(self, *, at_page: bool = False) -> None:
        """Open the form in the place of the chosen issue, with the page of the chosen article."""
        issue = self._lists.shown
        if issue is None or not self._session.writable or self.form.isVisible():
            return
        self._held = self._pane.window().focusWidget()
        self.form.name(self._lists.name(issue))
        self.form.fit(self._pane.width())
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)  # for Esc, which every pane takes for itself
        self.form.open(issue, self._page(), at_page=at_page)
        self._place()

    def _page(self) -> PageRow | None:
        article = self._lists.contents_list.current()
        if article is None:
            return None
        try:
            return self._session.library.issues.page_of(article.id)
        except NotFoundError:  # another program took it away, and that is not told yet
            return None

    def _follow(self) -> None:
        """Keep at the row; close where another issue has come, and say that nothing was taken."""
        shown, form = self._lists.shown, self.form
        if form.issue is None or (shown is not None and shown.id == form.issue):
            self._place()
            return
        if form.touched:
            said = self.tr(
                "Another issue was opened: the correction of {issue} was not taken over."
            )
            said = said.format(issue=form.named.text())
            QTimer.singleShot(0, self, lambda: self.told.emit(said))  # after what led there is told
        form.leave()

    def _place(self) -> None:
        """Let the form stand in the place of its row, and leave the contents under it free."""
        if self.form.isHidden():
            return
        view, pane = self._lists.issue_list, self._pane
        row = self._lists.issues.row_of(self.form.issue)
        top, height = self._top, self.form.height()
        if row >= 0:
            rect = view.visualRect(self._lists.issues.index(row, 0))
            free = max(view.y(), view.geometry().bottom() + 1 - height)
            top = max(top, min(view.viewport().mapTo(pane, rect.topLeft()).y(), free))
        self.form.move(0, max(0, min(top, pane.height() - height)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the form follow when the pane gets another size; take Esc while it is open."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._on_escape(watched, event)
        if (
            watched is self._pane
            and event.type() is QEvent.Type.Resize
            and not self.form.isHidden()
        ):
            self.form.fit(self._pane.width())
            self._place()
        return bool(super().eventFilter(watched, event))

    def _on_escape(self, watched: QObject, event: QKeyEvent) -> bool:
        """Close the form by an Esc of its window; tell whether it was one."""
        window = self._pane.window()
        here = isinstance(watched, QWidget) and watched.window() is window
        if not (here and self.form.isVisible()):  # the pane may be hidden, to read only
            return False
        event.accept()  # no shortcut takes it
        if event.type() is QEvent.Type.KeyPress:
            self.form.leave()
        return True

    def _on_saved(self, found: Correction) -> None:
        if not found.empty:
            issues = self._session.library.issues
            done = self._session.write(
                issues.correct, found.issue, found.fields, found.numbers, initiator=self
            )
            if done is None:
                return
            self.told.emit(self.tr("Corrected. Undo brings back what was there."))
        self.form.leave()

    def _on_left(self) -> None:
        """Give the focus, if the form has it, back to the list from which it came."""
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        at = self._pane.window().focusWidget()
        if at is None or not self.form.isAncestorOf(at):
            return
        view = self._lists.issue_list
        if self._held is self._lists.contents_list:
            view = self._lists.contents_list
        if self._pane.isVisible():
            view.setFocus()
