"""The columns of the window: which panes stand side by side, and which give way.

The text keeps its measure. Beside the source the topics fold to a strip where room is short.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from reader.ui import theme
from reader.ui.frame import own_width

if TYPE_CHECKING:
    from reader.ui.issues.pane import IssuesPane
    from reader.ui.source.pane import SourcePane
    from reader.ui.tags.pane import TagSidebar
    from reader.ui.tags.strip import TagStrip

_NARROWEST = 180


class Columns(QSplitter):
    """Issues, source, article, topics, in this order; widths in pixels at 100 %."""

    def __init__(
        self,
        issues: IssuesPane,
        source: SourcePane,
        article: QWidget,
        tags: TagSidebar,
        strip: TagStrip,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._source, self._tags, self._strip = source, tags, strip
        self._issues = issues
        self._alone = False
        self._beside = False
        self._searching = False
        self._journal: QWidget | None = None
        self.journal_shown = False
        self._unfolded = False
        self.own_widths: dict[str, int] = {}
        """Widths that the person gave the side panes: ``issues``, ``source``, ``right``."""
        self.splitterMoved.connect(self._on_moved)
        self._known: tuple[bool, bool] | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in (issues, source, article, tags, strip):
            self.addWidget(pane)
        self.setStretchFactor(self.indexOf(article), 1)
        for side in (issues, source, tags):
            side.setMinimumWidth(_NARROWEST)
        source.hide()
        strip.hide()
        strip.unfold_wished.connect(self.unfold)

    def small(self, width: int) -> bool:
        """Tell whether a window of this width is small."""
        return width < int(theme.tokens()["layout"]["small_below"])

    def _narrow(self, width: int) -> bool:
        return width < int(theme.tokens()["layout"]["fold_sidebar_when_source_below"])

    def crossed(self, width: int) -> bool:
        """Tell whether a window of this width wants other columns than it has."""
        return self._known != (self.small(width), self._narrow(width))

    def fit(self, width: int) -> None:
        """Give the panes their widths in a window of this width."""
        self._known = self.small(width), self._narrow(width)
        if self._alone:
            return
        layout = theme.tokens()["layout"]
        small = "_small" if self.small(width) else ""
        beside = not self._source.isHidden()
        journal = self.journal_shown
        folded = beside and self._narrow(width) and not self._unfolded and not journal
        at = self.window().focusWidget()
        if folded and at is not None and self._tags.isAncestorOf(at):
            self._strip.button.setFocus()
        self._strip.setVisible(folded and not self._searching)
        self._tags.setHidden(folded or journal or self._searching)
        if self._journal is not None:
            self._journal.setVisible(journal)
        left = self._own("issues", int(layout["issue_list" + small]), width)
        middle = self._own("source", int(layout["source_pane"]), width) if beside else 0
        right = self._own("right", int(layout["tag_sidebar" + small]), width)
        right = int(layout["tag_strip_folded"]) if folded else right
        right = 0 if self._searching and not journal else right
        text = max(1, width - left - middle - right - (3 if beside else 2))
        topics = 0 if folded or journal or self._searching else right
        sizes = [left, middle, text, topics, right if folded else 0, right if journal else 0]
        self.setSizes(sizes[: self.count()])

    def _own(self, name: str, usual: int, width: int) -> int:
        return own_width(self.own_widths.get(name, usual), usual, width)

    def _on_moved(self, _position: int, handle: int) -> None:
        """Note which pane the person made wider or narrower."""
        sizes = self.sizes()
        if handle == 1:
            self.own_widths["issues"] = sizes[0]
        elif handle == 2 and not self._source.isHidden():
            self.own_widths["source"] = sizes[1]
        elif handle >= 3:
            right = self._journal if self.journal_shown else self._tags
            if right is not None and not right.isHidden():
                self.own_widths["right"] = right.width()

    def show_source(self, *, shown: bool) -> None:
        """Open or close the source pane."""
        self._unfolded = False
        self._source.setVisible(shown)
        self.fit(self.window().width())

    def add_journal(self, journal: QWidget) -> None:
        """Take in the journal, which stands in the place of the topics while it is open."""
        self._journal = journal
        journal.setMinimumWidth(_NARROWEST)
        self.addWidget(journal)
        journal.hide()

    def show_journal(self, *, shown: bool) -> None:
        """Open or close the journal."""
        self.journal_shown = shown
        self.fit(self.window().width())

    def show_alone(self, *, alone: bool) -> None:
        """Hide every pane but the text, or show again those that were shown."""
        if alone:
            self._beside = not self._source.isHidden()
        self._alone = alone
        self._issues.setHidden(alone)
        self._source.setVisible(self._beside and not alone)
        if alone:
            self._tags.hide()
            self._strip.hide()
            if self._journal is not None:
                self._journal.hide()
            return
        self.fit(self.window().width())

    def give_way(self, *, searching: bool) -> None:
        """Let the topics give their place to the facets of a search, and take it back.

        The journal stays where it is open: who opens it beside the results wants to see it.
        """
        if searching != self._searching:
            self._searching = searching
            self.fit(self.window().width())

    def unfold(self) -> None:
        """Show the topics whole, though there is little room, until the source is closed."""
        if self._strip.isHidden():
            return
        self._unfolded = True
        self.fit(self.window().width())

    def order_of_tabs(self, *way: QWidget) -> None:
        """Let Tab go from one widget to the next."""
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)
