"""Beside: the source and the article tied to each other, where the window joins the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from reader.ui.actions import key_of
from reader.ui.article.tie import Tie
from reader.ui.reclaiming import Reclaiming

if TYPE_CHECKING:
    from reader.store.received import SourceLine
    from reader.ui.window import MainWindow


class Beside(QObject):
    """Opens and closes the source pane, and keeps the current line the same in both panes.

    `turned` tells that the pane was opened or closed.
    """

    turned = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._source = window.source
        self.tie = Tie(window.article)
        self.reclaiming = Reclaiming(window)
        window.article.shown.connect(self._source.show_article)
        self._source.failed.connect(window.telling.failure)
        self.tie.moved.connect(self._on_moved)
        self._source.chosen.connect(self._on_chosen)
        self._source.refreshed.connect(self.tie.tell)
        self._source.edit.moved.connect(self._hang)
        self._source.edit.entered.connect(window.article.edit.setFocus)

    @property
    def open(self) -> bool:
        """Tell whether the source pane is open."""
        return not self._source.isHidden()

    def toggle_source(self) -> None:
        """Open the source pane, or close it; the focus goes where the text is."""
        shown = not self.open
        held = self._source.isAncestorOf(self._window.focusWidget() or self._window)
        self._window.columns.show_source(shown=shown)
        self.follow()
        if held:
            self._window.article.edit.setFocus()

    def follow(self) -> None:
        """Follow the source that was opened or closed, had to give way, or came back."""
        self._window.actions_by_id["actionToggleSource"].setChecked(self.open)
        self._tick_picture()
        if not self.open:
            self.tie.hang(None)
            self.tie.tell()
        self.turned.emit()

    def toggle_picture(self) -> None:
        """Show the picture of the page under its lines, or hide it; the source opens for it."""
        shown = not (self._source.shows_picture and self.open)
        if shown and not self.open:
            self.toggle_source()
        picture = self._source.picture
        held = picture is not None and picture.view.hasFocus()
        self._source.show_picture(shown=shown)
        self._tick_picture()
        if held:
            self._source.edit.setFocus()

    def _tick_picture(self) -> None:
        """Tick the picture in the menu while it is seen: it comes and goes with the source."""
        seen = self.open and self._source.shows_picture
        self._window.actions_by_id["actionTogglePicture"].setChecked(seen)

    def restore_picture(self, halves: tuple[int, ...]) -> None:
        """Let the picture stand where it stood; `halves` are the heights of lines and picture."""
        self._source.show_picture(shown=True)
        self._tick_picture()
        if len(halves) == self._source.halves.count() and all(halves):
            self._source.halves.setSizes(halves)

    def show_line(self, source: int, start: int, end: int) -> None:
        """Show a span of the source, which is opened for it, and the article where it reads."""
        if not self.open:
            self.toggle_source()
        self.tie.go(source, start, end)
        self._source.show_span(source, start, end)
        self._source.edit.setFocus()
        if self._source.current is not None:
            self._tell_page(self._source.current)

    def show_aside(self, source: int, start: int, end: int) -> bool:
        """Show a span of the source that no article reads; the caret stays where it is.

        Tell whether the page is among those that the source pane shows.
        """
        if not self.open:
            self.toggle_source()
        self.tie.settle()
        self.tie.clear()  # the caret stands at another line
        return self._source.show_span(source, start, end)

    # --- the current line -----------------------------------------------------------------

    def _on_moved(self, address: tuple[int, int] | None) -> None:
        if not self.open:
            return
        line = None if address is None else self._source.mark(*address)
        if line is None:
            self._source.unmark()
            self.tie.clear()
            return
        self.tie.mark(line.source, line.start, line.end)
        self._hang()

    def _tell_page(self, line: SourceLine) -> None:
        """Tell of a line that is the page's own what it is, and how it becomes text."""
        if line.block is None or not line.of_page:
            return
        self.tie.clear()
        kind = self._window.session.library.articles.block(line.block).kind
        said = self.tr("This line belongs to no article ({kind}). {key} makes it text.")
        self._window.status.tell(
            said.format(kind=self._window.words.kind_in_full(kind), key=key_of("actionMakeText"))
        )

    def _hang(self) -> None:
        """Let the thread hang where the current line lies, as long as it is in view."""
        height = self._source.edit.middle_of_current() if self.open else None
        if height is not None:
            place = self._source.edit.viewport().mapToGlobal(QPoint(0, height))
            height = self._window.article.edit.viewport().mapFromGlobal(place).y()
        self.tie.hang(height)

    def _on_chosen(self, line: SourceLine) -> None:
        """Go where a line reads; that of another article opens it."""
        if line.article is None:
            self._tell_page(line)
            return
        shown = self._window.article.article
        if shown is None or shown.id != line.article:
            self._window.article.open(line.article)
        self.tie.go(line.source, line.start, line.end)
