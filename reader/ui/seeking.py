"""Seeking: carries what is typed in the box to the results, and a chosen hit to the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.ui.names import isolated
from reader.ui.search.kept import Kept
from reader.ui.whereabouts import go_to, here

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import Article
    from reader.searching import Hit, Placed
    from reader.ui.search.pane import SearchPane
    from reader.ui.state import Place
    from reader.ui.window import MainWindow


class _Stack(QStackedWidget):
    """Pages of which only the one in view says how much room there must be.

    Qt's own takes the widest: once the results had been shown, they pressed the panes beside the
    article together.
    """

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Give the least room of the page in view."""
        return self._of_page(QWidget.minimumSizeHint)

    def sizeHint(self) -> QSize:
        """Give the usual room of the page in view."""
        return self._of_page(QWidget.sizeHint)

    def _of_page(self, ask: Callable[[QWidget], QSize]) -> QSize:
        page = self.currentWidget()
        return QSize() if page is None else ask(page)


class Seeking(QObject):
    """Lets the results take the place of the article; `turned` tells that one of both came.

    The article stays as it is behind the results, so that Escape finds it as it was left. Their
    pane is made behind the first article, or when it is asked for before, which `made` tells: a
    start is shorter without it.
    """

    turned = Signal()
    made = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._article = window.article
        self._box = window.search_box
        self._pane: SearchPane | None = None
        self._came: tuple[str, QWidget] | None = None
        """The article that was opened from the results, and where in them the focus was."""
        self._hit_in: str | None = None
        """The article in which the hits are marked."""
        self._before: Place | None = None
        """Where one was before the search, whatever hits were opened since."""
        self.kept = Kept(self._box)
        self.kept.asked.connect(self._ask)
        self.stack = _Stack()
        self.stack.addWidget(self._article)
        self._box.asked.connect(self._on_asked)
        self._box.entered.connect(self._on_entered)
        self._box.left.connect(self.leave)
        self._article.edit.escaped.connect(self._go_back)
        self._article.shown.connect(self._on_shown)
        window.source.edit.escaped.connect(self._go_back)
        window.issues.article_chosen.connect(self.turn_away)
        window.source.chosen.connect(self._turn_to_article)
        window.source.edit.entered.connect(self._go_on)
        self._session.opened.connect(self._begin)
        self._session.closing.connect(self._begin)

    @property
    def pane(self) -> SearchPane:
        """The pane of the results."""
        if self._pane is None:
            self._pane = self._make()
            self.made.emit()
        return self._pane

    def _make(self) -> SearchPane:
        from reader.ui.search.pane import SearchPane

        window = self._window
        pane = SearchPane(self._session, window.words, window.colours)
        pane.dress(self._article.size, window.colours)
        pane.facets.paint.numbers = lambda: window.tags.numbers
        self._box.walked.connect(pane.walk)
        pane.narrowed.connect(self._ask)
        pane.left.connect(self.leave)
        pane.hit_opened.connect(self._on_hit)
        pane.failed.connect(window.telling.failure)
        self.stack.addWidget(pane)
        return pane

    def get_ready(self) -> None:
        """Make the pane of the results, if it is not there yet."""
        _ = self.pane

    @property
    def is_made(self) -> bool:
        """Tell whether there is a pane of results."""
        return self._pane is not None

    def dress(self, size: int) -> None:
        """Set the results in the size of the text, and in the window's colours."""
        if self.is_made:
            self.pane.dress(size, self._window.colours)

    def way(self) -> tuple[QWidget, ...]:
        """Give what Tab goes through, in its order."""
        return self.pane.way() if self.is_made else ()

    @property
    def open(self) -> bool:
        """Tell whether the results stand where the article was."""
        return self.is_made and self.stack.currentWidget() is self.pane

    def search(self) -> None:
        """Let a query be typed; results that were left are shown again."""
        self._box.go()
        if not self.open and not (self._came is not None and self._article.edit.on_hit):
            self._before = None  # one has gone on working here: this is where one was
        if self._box.text().strip() and not self.open:
            self._on_asked(self._box.text())

    def keep_search(self) -> None:
        """Keep what is typed, so that it can be asked again from the menu of the box."""
        query = self._box.text().strip()
        if query:
            self.kept.keep(query)
            self._window.status.tell(
                self.tr("Kept: {query}. It stands in the menu of the search box.").format(
                    query=isolated(query)
                )
            )

    def _ask(self, query: str) -> None:
        self._box.ask(query)

    def find(self, query: str) -> None:
        """Search for a query that was made elsewhere in the window."""
        self._box.go()
        self._box.ask(query)

    def leave(self) -> None:
        """Go back to where one was before the search, in one step."""
        self._turn_back()
        self._article.edit.setFocus()

    def _turn_back(self) -> None:
        before = self._before
        self.turn_away()
        if before is not None and self._session.is_open:
            go_to(self._article, before)

    def turn_away(self) -> None:
        """Show the article, which is another now: the search is over."""
        self._came = self._before = None
        self._article.edit.mark_hits(())
        self._turn_to_article()

    def _go_on(self) -> None:
        """Go on in the article from the source beside it."""
        self.turn_away()
        self._article.edit.setFocus()

    def _go_back(self) -> None:
        """Go back to the results from which the article in view was opened."""
        came, self._came = self._came, None
        self._article.edit.mark_hits(())
        now = self._article.article
        if came is None or now is None or now.id != came[0] or not self._box.text().strip():
            return
        self._on_asked(self._box.text())
        came[1].setFocus()

    def _on_shown(self, article: Article | None) -> None:
        """Let the marks of the hits go with the article in which they were opened."""
        if self._hit_in is not None and (article is None or article.id != self._hit_in):
            self._hit_in = None
            self._article.edit.mark_hits(())

    def _begin(self) -> None:
        self._came = self._before = None
        self._article.edit.mark_hits(())
        self._box.keep = self._window.actions_by_id["actionKeepSearch"]
        if self._session.is_open:
            self.kept.begin(self._session.library.id)
        self._box.forget()
        self._forget()
        self._turn_to_article()

    def _forget(self) -> None:
        if self.is_made:
            self.pane.forget()

    def _turn_to_article(self) -> None:
        if self.open:
            self.stack.setCurrentWidget(self._article)
            self.turned.emit()

    def _on_asked(self, typed: str) -> None:
        if not typed.strip():
            self._forget()
            if self.open:
                self._turn_back()
        elif self._session.is_open and self._article.typing.flush():
            self.pane.search(typed)
            if not self.open:
                self._before = self._before or here(self._article)
                self.stack.setCurrentWidget(self.pane)
                self.turned.emit()

    def _on_entered(self) -> None:
        if self.open:
            self.pane.open_current()
        elif self._box.text().strip():
            self._on_asked(self._box.text())

    def _on_hit(self, placed: Placed) -> None:
        """Open the article at the hit; at one in the source, the source line beside it."""
        hit = placed.hit
        article = hit.article or self._beside(hit)
        if article is None:
            self._window.status.tell(self.tr("On this page stands no article."))
            if placed.address is not None:
                self._offer(*placed.address[:2])
            return
        held = self.pane.list if self.pane.list.hasFocus() else self._box
        self._came = article, held
        self._turn_to_article()
        if placed.address is None:
            self._article.open_at(article, hit.start, hit.end)
            self._mark_hits(article)
            self._article.edit.setFocus()
            return
        self._article.open_at(article, 0, 0)
        self._window.beside.show_line(*placed.address)

    def _mark_hits(self, article: str) -> None:
        """Mark all hits of the query in the article, until it or the search is left."""
        from reader import searching

        self._hit_in = article
        self._article.edit.mark_hits(searching.understood(self.pane.query).words)

    def _offer(self, source: int, position: int) -> None:
        """Offer to make text of a line that was found on a page with no article."""
        view = self.pane.list
        place = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
        block = self._session.library.articles.block_at(source, position)
        self._window.beside.reclaiming.offer(block, place)

    def _beside(self, hit: Hit) -> str | None:
        """Give the first article of the page on which a hit stands in no article."""
        rows = self._session.library.articles.of_issue(hit.issue)
        return next((row.id for row in rows if row.page == hit.page), None)
