"""The last place: the window's size and place, and where one was in each library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject

from reader.model import ArticleSort, IssueSort
from reader.ui import known, state
from reader.ui.whereabouts import go_to, here

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.window import MainWindow

_FRAME = 40
"""Pixels that the frame and title bar of a window may take."""


def put_geometry(window: QWidget) -> None:
    """Put the window where it was, else as large as the screen allows; before it is shown."""
    kept = state.load().geometry
    if not window.restoreGeometry(QByteArray.fromHex(kept.encode("ascii", "ignore"))):
        room = window.screen().availableGeometry()
        window.resize(
            min(window.width(), room.width()), min(window.height(), room.height() - _FRAME)
        )


class LastPlace(QObject):
    """Puts the window where it was, and goes where one was when a library is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._library: str | None = None
        self._restored = False
        window.session.opened.connect(self._on_opened)
        window.session.closing.connect(self._on_closing)

    # --- the window -----------------------------------------------------------------------

    def put_panes(self) -> None:
        """Show the panes that were shown, as wide as they were; once, before the window is."""
        kept = state.load()
        window = self._window
        window.columns.own_widths.update(kept.widths)
        window.wishes.zoom(kept.zoom)
        if kept.source and not window.columns.wants_source:
            window.beside.toggle_source()
        if kept.journal and not window.columns.journal_shown:
            window.chronicle.toggle_journal()
        if kept.picture:
            window.beside.restore_picture(kept.halves)
        self._restored = True

    # --- the place in a library -----------------------------------------------------------

    def _on_opened(self) -> None:
        library = self._window.session.library
        if self._library == library.id:  # it may be written now, and nobody moved
            return
        self._library = library.id
        known.note(library)
        kept = state.load().with_recent(library.path)
        state.save(kept)
        place = kept.places.get(library.id)
        self._arrange(kept.sorts, place.filter if place is not None else "")
        if place is not None:
            go_to(self._window.article, place)
        self._window.tags.list.fold(kept.folded.get(library.id, ()))

    def _arrange(self, sorts: dict[str, str], words: str) -> None:
        """Put the lists into the order that they had, and filter them by the words of then."""
        pane = self._window.issues
        for head, name, orders in (
            (pane.head, "issues", IssueSort),
            (pane.contents_head, "contents", ArticleSort),
        ):
            kept = next((order for order in orders if order == sorts.get(name)), None)
            if kept is not None and kept is not head.order:
                head.sort(kept)
        if words:
            pane.filtering.leave(words)

    def _on_closing(self) -> None:
        self._library = None
        kept = state.load()
        place = here(self._window.article)
        if place is not None:
            place = replace(place, filter=self._window.issues.filtering.field.text())
            kept = kept.with_place(self._window.session.library.id, place)
        library = self._window.session.library.id
        kept = kept.with_folded(library, self._window.tags.list.folded())
        if self._restored:
            window = self._window
            kept = replace(
                kept,
                geometry=bytes(window.saveGeometry().toHex().data()).decode("ascii"),
                zoom=window.wishes.zoomed,
                source=window.columns.wants_source,
                journal=window.columns.journal_shown,
                picture=window.source.shows_picture,
                halves=tuple(window.source.halves.sizes()) or kept.halves,
                widths=dict(window.columns.own_widths),
                sorts={
                    "issues": str(window.issues.lists.asked.issues),
                    "contents": str(window.issues.lists.asked.contents),
                },
            )
        state.save(kept)
