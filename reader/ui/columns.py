"""The columns of the window: which panes stand side by side, and which give way.

The text keeps its measure: `reader.ui.room` says what the panes are left.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from reader.ui import room

if TYPE_CHECKING:
    from reader.ui.issues.pane import IssuesPane
    from reader.ui.issues.strip import IssuesStrip
    from reader.ui.source.pane import SourcePane
    from reader.ui.tags.pane import TagSidebar
    from reader.ui.tags.strip import TagStrip


_NARROWEST = 800
"""Pixels under which no window is drawn."""


class Panes(NamedTuple):
    """What stands in the columns, from the left."""

    issues: IssuesPane
    issues_strip: IssuesStrip
    source: SourcePane
    article: QWidget
    tags: TagSidebar
    strip: TagStrip
    journal: QWidget


class Columns(QSplitter):
    """Issues, source, article, topics or journal, in this order; widths in pixels at 100 %.

    `source_turned` tells that the source was shown or had to go.
    """

    source_turned = Signal()

    def __init__(self, panes: Panes, size: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panes = panes
        self._size = size
        self._alone = False
        self._searching = False
        self._last = self._before = ""
        self.wants_source = False
        """Whether the source is shown as soon as there is room for it."""
        self.journal_shown = False
        self.own_widths: dict[str, int] = {}
        """Widths that the person gave the side panes: ``issues``, ``source``, ``right``."""
        self._known: tuple[bool, room.Shares] | None = None
        self.splitterMoved.connect(self._on_moved)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        self.setStretchFactor(self.indexOf(panes.article), 1)
        for side in (panes.issues, panes.source, panes.tags, panes.journal):
            side.setMinimumWidth(room.NARROWEST)
        for pane in (panes.issues_strip, panes.source, panes.strip, panes.journal):
            pane.hide()
        panes.strip.unfold_wished.connect(self.unfold)
        panes.issues_strip.unfold_wished.connect(self.unfold_issues)

    def minimumSizeHint(self) -> QSize:
        """Let the window be made narrower than the panes are together: they give way."""
        return QSize(0, super().minimumSizeHint().height())

    def small(self, width: int) -> bool:
        """Tell whether a window of this width is small."""
        return room.is_small(width)

    # --- widths ---------------------------------------------------------------------------

    def _wanted(self) -> room.Wanted:
        return room.Wanted(
            self.own_widths, self.wants_source, self.journal_shown, self._searching, self._last
        )

    def _shares(self, width: int) -> room.Shares:
        return room.share(width, room.needed(self._size), self._wanted())

    def crossed(self, width: int) -> bool:
        """Tell whether a window of this width wants other columns than it has."""
        if self._known is None or self._known[0] != room.is_small(width):
            return True
        return self._shares(width)._replace(text=0) != self._known[1]

    def set_size(self, size: int) -> None:
        """Leave room for a text that is read at another size."""
        if size != self._size:
            self._size = size
            self.fit(self.window().width())

    def fit(self, width: int) -> None:
        """Give the panes their widths in a window of this width."""
        window = self.window()
        least = room.least(self._size)
        window.setMinimumWidth(max(_NARROWEST, min(least, self.widest())))
        width = max(width, window.minimumWidth())
        has = self._shares(width)
        self._known = room.is_small(width), has._replace(text=0)
        if self._alone:
            return
        panes, was = self._panes, self._panes.source.isHidden()
        small, folded = room.ISSUES in has.folded, room.RIGHT in has.folded
        journal = self.journal_shown
        self._hand_on_focus(has)
        panes.issues.setHidden(small)
        panes.issues_strip.setVisible(small and has.issues > 0)
        panes.source.setVisible(has.source > 0)
        panes.strip.stand_for(journal=journal)
        panes.strip.setVisible(folded and has.right > 0)
        panes.tags.setHidden(folded or journal or self._searching)
        panes.journal.setVisible(journal and not folded)
        panes.article.setMinimumWidth(min(has.text, room.needed(self._size)))
        wide = (has.issues, has.issues, has.source, has.text, has.right, has.right, has.right)
        self.setSizes([0 if p.isHidden() else w for p, w in zip(panes, wide, strict=True)])
        if panes.source.isHidden() != was:
            self.source_turned.emit()

    def widest(self) -> int:
        """Give how wide a window the screen has room for."""
        return self.screen().availableGeometry().width()

    def _hand_on_focus(self, has: room.Shares) -> None:
        """Let the focus not stay in a pane that gives way."""
        panes = self._panes
        at = self.window().focusWidget()
        strips = {panes.tags: room.RIGHT, panes.journal: room.RIGHT, panes.issues: room.ISSUES}
        for pane, name in strips.items():
            wide = has.issues if name == room.ISSUES else has.right
            if at is not None and wide and name in has.folded and pane.isAncestorOf(at):
                strip = panes.issues_strip if name == room.ISSUES else panes.strip
                strip.show()
                strip.button.setFocus()

    def _on_moved(self, _position: int, _handle: int) -> None:
        """Note which pane the person made wider or narrower."""
        if self._known is None:
            return
        panes, given = self._panes, self._known[1]
        right = panes.journal if self.journal_shown else panes.tags
        for name, pane, wide in (
            (room.ISSUES, panes.issues, given.issues),
            (room.SOURCE, panes.source, given.source),
            (room.RIGHT, right, given.right),
        ):
            if not pane.isHidden() and pane.width() != wide:
                self.own_widths[name] = pane.width()
        self._known = self._known[0], self._shares(self.window().width())._replace(text=0)

    # --- what is shown --------------------------------------------------------------------

    def show_source(self, *, shown: bool) -> None:
        """Open or close the source pane; where others are opened it may have to wait for room."""
        self.wants_source = shown
        self._last = room.SOURCE if shown else ""
        self.fit(self.window().width())

    def show_journal(self, *, shown: bool) -> None:
        """Open or close the journal, which stands in the place of the topics."""
        self.journal_shown = shown
        self._last = room.RIGHT if shown else ""
        self.fit(self.window().width())

    @property
    def journal_folded(self) -> bool:
        """Whether the journal is open, but had to give way."""
        return self.journal_shown and not self._alone and self._panes.journal.isHidden()

    def show_alone(self, *, alone: bool) -> None:
        """Hide every pane but the text, or show again those that were shown."""
        self._alone = alone
        if alone:
            for pane in self._panes:
                pane.setHidden(pane is not self._panes.article)
        else:
            self.fit(self.window().width())

    def give_way(self, *, searching: bool) -> None:
        """Let the topics give their place to the facets of a search, and take it back.

        The journal stays where it is open: who opens it beside the results wants to see it.
        """
        if searching != self._searching:
            self._searching = searching
            if searching and self._last == room.SOURCE:
                self._before, self._last = self._last, ""  # until it is opened beside the results
            elif not searching:
                self._last, self._before = self._last or self._before, ""
            self.fit(self.window().width())

    def unfold(self) -> None:
        """Show the topics or the journal whole, though there is little room; others give way."""
        if not self._panes.strip.isHidden():
            self._last = room.RIGHT
            self.fit(self.window().width())

    def unfold_issues(self) -> None:
        """Show the issues whole, though there is little room; others give way."""
        if not self._panes.issues_strip.isHidden():
            self._last = room.ISSUES
            self.fit(self.window().width())

    def order_of_tabs(self, *way: QWidget) -> None:
        """Let Tab go from one widget to the next."""
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)
