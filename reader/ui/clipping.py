"""Clipping: cut, copy, paste and select all, in the widget that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTextEdit,
    QWidget,
)

from reader.ui.article.editor import ArticleEdit
from reader.ui.source.edit import SourceEdit

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

_NAMES = ("actionCut", "actionCopy", "actionPaste", "actionSelectAll")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _words_of(view: QAbstractItemView) -> str:
    """Give the words of a list's current row; what is painted is told to a screen reader."""
    index = view.currentIndex()
    return next((str(said) for role in _ROLES if (said := index.data(role))), "")


def _inner(widget: QWidget) -> QWidget:
    """Give the line inside a field with arrows, which has the focus in its place."""
    line = widget.lineEdit() if isinstance(widget, QAbstractSpinBox | QComboBox) else None
    return line or widget


class Clipping(QObject):
    """The slots of the edit actions, whoever triggers them: a key, the menu, a context menu.

    A menu that is opened by the keyboard takes the focus for itself; what counts is who had it
    before. An action that means nothing there is greyed.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        bars = isinstance(now, QMenuBar | QMenu)
        if now is None or bars or now.window() is not self._window or not self._window.is_built:
            return
        self._last = now
        self.enable()

    def target(self) -> QWidget:
        """Give the widget on which an edit action acts: the article where none has the focus."""
        now: QWidget | None = self._window.focusWidget()
        if isinstance(now, QMenuBar):
            now = self._last
        return self._window.article.edit if now is None else _inner(now)

    # --- what can be done -----------------------------------------------------------------

    def possible(self) -> dict[str, bool]:
        """Tell which of the edit actions mean something where the focus is."""
        found = self._possible(self.target())
        return dict(zip(_NAMES, found, strict=True))

    def _possible(self, widget: QWidget) -> tuple[bool, bool, bool, bool]:
        """Tell whether there can be cut, copied, pasted, and all selected."""
        if isinstance(widget, ArticleEdit):
            shown = self._window.article.article is not None and not self._window.seeking.open
            writes = shown and self._window.session.writable
            return writes, shown, writes, shown
        if isinstance(widget, QLineEdit):
            writes = not widget.isReadOnly()
            return writes, True, writes, True
        if isinstance(widget, QTextEdit):
            writes = not widget.isReadOnly()
            return writes, True, writes, True
        return False, isinstance(widget, QAbstractItemView), False, False

    def enable(self) -> None:
        """Grey what means nothing where the focus is now, and say why."""
        self._window.enabling.enable()

    def _has_selection(self, widget: QWidget) -> bool:
        """Tell whether something is selected; else say that nothing is."""
        if isinstance(widget, QLineEdit):
            there = widget.hasSelectedText()
        else:
            there = isinstance(widget, QTextEdit) and widget.textCursor().hasSelection()
        if not there:
            self._window.status.tell(self.tr("Nothing is selected."))
        return there

    # --- the slots of the table -----------------------------------------------------------

    def cut(self) -> None:
        """Copy what is selected, and take it away."""
        widget = self.target()
        if not self._has_selection(widget):
            return
        if isinstance(widget, ArticleEdit):
            widget.cut_selection()
        elif isinstance(widget, QLineEdit | QTextEdit):
            widget.cut()

    def copy(self) -> None:
        """Copy what is selected; of a list its current row."""
        widget = self.target()
        if isinstance(widget, SourceEdit):
            widget.copy_lines()
        elif isinstance(widget, QLineEdit | QTextEdit):
            if self._has_selection(widget):
                widget.copy()
        elif isinstance(widget, QAbstractItemView) and (words := _words_of(widget)):
            QApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Put in what was copied."""
        widget = self.target()
        if not QApplication.clipboard().text():
            self._window.status.tell(self.tr("There is no text in the clipboard."))
        elif isinstance(widget, QLineEdit | QTextEdit):
            widget.paste()

    def select_all(self) -> None:
        """Select all that the widget holds."""
        widget = self.target()
        if isinstance(widget, QLineEdit | QTextEdit):
            widget.selectAll()
