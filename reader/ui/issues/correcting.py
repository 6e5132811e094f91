"""Correcting in place: the form stands where the row is, and what it says is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from reader.errors import NotFoundError
from reader.ui.issues.form import Correction, IssueForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.model import PageRow
    from reader.ui.issues.lists import Lists
    from reader.ui.session import Session


class Correcting(QObject):
    """Opens the form over the pane, keeps it at its row, and writes; `told` says what was done."""

    told = Signal(str)

    def __init__(self, session: Session, pane: QWidget, lists: Lists, top: int) -> None:
        super().__init__(pane)
        self._session, self._pane, self._lists, self._top = session, pane, lists, top
        self.form = IssueForm(pane)
        self._held: QWidget | None = None
        self.form.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        lists.issue_list.scrolled.connect(self._place)
        lists.filled.connect(self._place)
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
        self.form.fit(self._pane.width())
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

    def _place(self) -> None:
        """Let the form stand in the place of its row, whole within the pane."""
        if self.form.isHidden():
            return
        view, pane = self._lists.issue_list, self._pane
        row = self._lists.issues.row_of(self.form.issue)
        top = self._top
        if row >= 0:
            rect = view.visualRect(self._lists.issues.index(row, 0))
            top = max(top, view.viewport().mapTo(pane, rect.topLeft()).y())
        self.form.move(0, max(0, min(top, pane.height() - self.form.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the form follow when the pane gets another size."""
        if event.type() is QEvent.Type.Resize and not self.form.isHidden():
            self.form.fit(self._pane.width())
            self._place()
        return bool(super().eventFilter(watched, event))

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
        """Give the focus back to the list from which it came."""
        view = self._lists.issue_list
        if self._held is self._lists.contents_list:
            view = self._lists.contents_list
        if self._pane.isVisible():
            view.setFocus()
