"""The results of a search: a concordance, and below it the paragraph of the chosen hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reader.ui import theme
from reader.ui.asked import Asked
from reader.ui.greyed import Lack, grey
from reader.ui.labels import label
from reader.ui.latest import Latest
from reader.ui.names import isolated
from reader.ui.search.facets import FacetsPane
from reader.ui.search.foot import SearchFoot
from reader.ui.search.head import SearchHead
from reader.ui.search.results import LineDelegate, Results, ResultsView, one_line
from reader.ui.search.work import (
    FIRST,
    MOST,
    Head,
    HitLine,
    Wanted,
    batch_of,
    survey_of,
    total_of,
)
from reader.ui.shortened import shorten

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.searching import Survey
    from reader.ui.asked import Way
    from reader.ui.search.work import Batch, Line
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_STEP = "  ›  "
_NARROW = 620
"""Pixels under which the facets give way to the hits."""


class SearchPane(QFrame):
    """What a query finds.

    `hit_opened` gives the `Placed` of the chosen hit; `left` is Escape; `narrowed` gives a query
    with a facet more or less; `failed` gives the error of a search that could not be carried out.
    """

    hit_opened = Signal(object)
    narrowed = Signal(str)
    left = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("searchPane")
        self._session = session
        self._words = words
        self._asked = Asked(words, self)
        self._typed = ""
        self._wanted = Wanted()
        self._fresh = True
        self.latest = Latest(session, self)
        self.latest.failed.connect(self.failed)
        self.results = Results(self._say, self)
        self.list = ResultsView()
        self.list.setModel(self.results)
        self._paint = LineDelegate(words, colours, self)
        self.list.setItemDelegate(self._paint)
        self.foot = SearchFoot(colours)
        self.paragraph, self.place = self.foot.paragraph, self.foot.place
        self.head = SearchHead()
        self.title, self.counts = self.head.title, self.head.counts
        self.facets = FacetsPane(words, colours)
        self.literal = label("secondary")
        self.nothing = label("caption")
        self.nothing.setText(self.tr("Nothing was found."))
        self._lay_out()
        self._show_lines()
        self.list.chosen.connect(self._on_chosen)
        self.list.activated.connect(self.open_current)
        self.results.more_wished.connect(self._find_more)
        self.head.where_chosen.connect(self._search_again)
        self.head.turned.connect(self._search_again)
        self.facets.picked.connect(self._on_picked)
        session.changed.connect(self._on_changed)
        session.reloaded.connect(self.refresh)

    def _lay_out(self) -> None:
        self.literal.setContentsMargins(20, 10, 20, 0)
        self.literal.setWordWrap(True)
        self.nothing.setContentsMargins(20, 16, 20, 0)
        box = QVBoxLayout()
        box.setSpacing(0)
        for part in (self.head, self.literal, self.nothing):
            box.addWidget(part)
        box.addWidget(self.list, 1)
        box.addStretch(0)
        box.addWidget(self.foot)
        side = QFrame()
        side.setProperty("role", "upright")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(box, 1)
        across.addWidget(side)
        across.addWidget(self.facets)
        self._between = side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the facets stand where the topics do, as long as there is room for the hits."""
        super().resizeEvent(event)
        layout = theme.tokens()["layout"]
        small = self.window().width() < layout["small_below"]
        self.facets.setFixedWidth(layout["tag_sidebar_small" if small else "tag_sidebar"])
        for part in (self.facets, self._between):
            part.setVisible(self.width() >= _NARROW)

    def _say(self, line: Line) -> str:
        row = line.row
        where = ", ".join((isolated(row.title), self._words.date(row.date)))
        if isinstance(line, Head) and line.aside:
            where = ", ".join((self.tr("furniture"), where))
        if isinstance(line, Head):
            return f"{where}, {self._words.hits(line.count)}"
        hit = line.placed.hit
        if not hit.match:
            return where
        said = map(isolated, (hit.before, f"【{hit.match}】", hit.after))
        return f"{''.join(said)}, {where}"

    # --- searching ------------------------------------------------------------------------

    def search(self, typed: str) -> None:
        """Look for what is typed; an older search ends."""
        from reader import searching

        meant = searching.understood(typed)
        asked = typed if meant.literal else meant.text
        wanted = Wanted(asked, self.head.where, self.head.newest)
        self._fresh = wanted != self._wanted
        self._typed, self._wanted = typed, wanted
        self.literal.setText(self._asked.why_literal(meant) if meant.literal else "")
        self.literal.setVisible(meant.literal)
        grey(self.facets, Lack.QUERY if meant.literal else None, "")
        words = typed.strip() if len(typed) <= 24 else typed.strip()[:23] + "…"
        self.title.setText(isolated(words))
        self.counts.setText(self.tr("searching…"))
        self._find(0, FIRST)

    @property
    def query(self) -> str:
        """What is looked for, in the query language; empty where nothing is."""
        return self._wanted.query

    def _search_again(self) -> None:
        if self._typed:
            self.search(self._typed)

    def _on_picked(self, field: str, value: str, way: Way) -> None:
        self.narrowed.emit(self._asked.toggled(self._typed, field, value, way))

    def refresh(self) -> None:
        """Look again, since the library is another; the chosen hit stays where it can.

        Out of view nothing is looked for: what is left there is looked for again when it is shown.
        """
        if self.query and self._session.is_open and self.isVisible():
            self._find(0, max(FIRST, self._count_lines()))

    def _on_changed(self, _changes: object, _initiator: object) -> None:
        self.refresh()

    def forget(self) -> None:
        """End what is looked for, and show nothing."""
        self.latest.cancel()
        self._typed, self._wanted = "", Wanted()
        self.facets.forget()
        self.results.put_lines([], more=False)
        self._show_lines()

    def _find(self, first: int, limit: int) -> None:
        work = batch_of(self._wanted, first, limit)
        self.latest.run(work, lambda batch: self._on_batch(first, batch))

    def _find_more(self) -> None:
        known = self._count_lines()
        self._find(known, min(max(FIRST, known), MOST))

    @property
    def searching(self) -> bool:
        """Tell whether something is being looked for or counted."""
        return self.latest.busy

    # --- showing --------------------------------------------------------------------------

    def _count_lines(self) -> int:
        return sum(isinstance(line, HitLine) for line in self.results.facts)

    def _on_batch(self, first: int, batch: object) -> None:
        found: Batch = batch  # type: ignore[assignment]
        known = list(self.results.facts) if first else []
        current = self.list.current()
        self.results.put_lines(known + list(found.lines), more=found.more)
        if not first:
            kept = self.results.row_of(current.id) if current and not self._fresh else -1
            self.list.go(kept if kept > 0 else 1 if self.results.facts else -1)
            self._fresh = False
        self._show_lines()
        if first:
            return
        self.facets.wait()
        if found.more:
            self.latest.run(total_of(self._wanted), self._on_total)
        else:
            heads = sum(isinstance(line, Head) for line in self.results.facts)
            self._show_total(self._count_lines(), heads)
            self._survey()

    def _on_total(self, known: object) -> None:
        if isinstance(known, int):
            self._show_total(known, None)
        self._survey()

    def _survey(self) -> None:
        """Count in the background; what is found until then can be walked and opened."""
        self.latest.run(survey_of(self._wanted), self._on_survey)

    def _on_survey(self, counted: object) -> None:
        from reader import searching

        survey: Survey = counted  # type: ignore[assignment]
        self._show_total(survey.hits, None if survey.aside else survey.articles)
        self.facets.show_survey(survey, searching.understood(self.query))

    def _show_total(self, hits: int, articles: int | None) -> None:
        said = self._words.hits(hits)
        if articles is not None:
            said = self.tr("{hits} in {articles}").format(
                hits=said, articles=self._words.articles(articles)
            )
        self.counts.setText(shorten(said, hits, articles or 0) if hits else "")
        self.counts.setToolTip(said if hits else "")

    def _show_lines(self) -> None:
        empty = not self.results.facts
        self.nothing.setVisible(empty and bool(self.query))
        self.list.setVisible(not empty)
        self.foot.setVisible(not empty)
        self._on_chosen(self.list.current())

    def _on_chosen(self, line: Line | None) -> None:
        if not isinstance(line, HitLine):  # Qt may stand on a head while lines go
            return
        row, placed = line.row, line.placed
        title = one_line(row.title) if placed.hit.article else self.tr("furniture")
        places = [self._words.date(row.date), isolated(title)]
        if row.page is not None:
            places.insert(1, self._words.page(row.page))
        self.place.setText(_STEP.join(places))
        self.paragraph.show_hit(placed.text, placed.at, placed.at + len(placed.hit.match))

    def way(self) -> tuple[QWidget, ...]:
        """Give what Tab goes through, in its order."""
        return self.list, *self.head.way(), self.paragraph, self.facets.list

    def dress(self, size: int, colours: Theme) -> None:
        """Paint in other colours, and set the paragraph in another size."""
        self._paint.colours = self.facets.paint.colours = colours
        self.paragraph.dress(size, colours)
        self.update()

    # --- keys -----------------------------------------------------------------------------

    def walk(self, event: QKeyEvent) -> None:
        """Move in the list by a key that was pressed elsewhere."""
        QCoreApplication.sendEvent(self.list, event)

    def open_current(self) -> None:
        """Ask that the article of the chosen hit be opened there."""
        line = self.list.current()
        if isinstance(line, HitLine):
            self.hit_opened.emit(line.placed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
