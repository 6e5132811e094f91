"""The source pane: reads the lines of the shown article's pages, and keeps them up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout

from reader.errors import NotFoundError
from reader.ui import theme
from reader.ui.labels import label
from reader.ui.names import isolated
from reader.ui.shortened import shorten
from reader.ui.source.edit import SourceEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from reader.model import Article, Changes
    from reader.store.received import LineSeam, SourceLine
    from reader.ui.session import Session
    from reader.ui.source.picture import PicturePane
    from reader.ui.theme import Theme
    from reader.ui.words import Words


class SourcePane(QFrame):
    """Raw lines, or none. While the pane is hidden nothing is read.

    `chosen` gives the `SourceLine` that the person went to, `refreshed` that lines were read,
    `failed` why the picture could not be looked for; `asked` gives the `SourceLine` of the page's
    own that was clicked, and where, `menu_wished` where a menu is wanted.
    """

    chosen = Signal(object)
    refreshed = Signal()
    failed = Signal(object)
    asked = Signal(object, QPoint)
    menu_wished = Signal(QPoint)

    def __init__(self, session: Session, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("sourceFrame")
        self._session = session
        self._words = words
        self._article: str | None = None
        self._stale = False
        self.title = label("pane-title")
        self.count = label("caption")
        self.edit = SourceEdit(colours, self._say)
        self.edit.setObjectName("sourcePane")
        self.edit.setAccessibleName(self.tr("Source lines"))
        self.edit.chosen.connect(self._on_chosen)
        self.edit.asked.connect(
            lambda row, place: self.asked.emit(self.edit.sheet.lines[row], place)
        )
        self.edit.menu_wished.connect(self.menu_wished)
        head = QFrame()
        head.setObjectName("sourceHead")
        head.setFixedHeight(theme.tokens()["layout"]["article_head"])
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        self.picture: PicturePane | None = None
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.setHandleWidth(1)
        self.halves.setChildrenCollapsible(False)
        self.none = label(
            "caption", self.tr("The lines as received stand here when an article is open.")
        )
        self.none.setWordWrap(True)
        self.none.setContentsMargins(16, 4, 16, 8)
        box.addWidget(self.none)
        self.halves.addWidget(self.edit)
        box.addWidget(self.halves, 1)
        session.changed.connect(self._on_changed)
        session.reloaded.connect(self.reload)
        self._name(None)

    # --- showing --------------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Show the pages that an article comes from, or none."""
        now = article.id if article else None
        if now == self._article and not self._stale:
            return
        self._article = now
        self._name(article)
        self.reload()

    def show_picture(self, *, shown: bool) -> None:
        """Show the picture of the page under the lines, or hide it."""
        if self.picture is None:
            self._make_picture()
        assert self.picture is not None
        self.picture.setVisible(shown)
        self._show_picture()

    def _make_picture(self) -> None:
        """Make the pane when it is asked for first: most starts of the window need none."""
        from reader.ui.source.picture import PicturePane

        self.picture = PicturePane(self._session)
        self.picture.latest.failed.connect(self.failed)
        self.halves.addWidget(self.picture)
        self.halves.setSizes([1, 1])
        self.setTabOrder(self.edit, self.picture.view)

    @property
    def shows_picture(self) -> bool:
        """Tell whether the picture stands under the lines, or would if the pane were open."""
        return self.picture is not None and not self.picture.isHidden()

    def _show_picture(self) -> None:
        if self.picture is not None and self.picture.isVisible():
            self.picture.show_article(self._article)

    def _name(self, article: Article | None) -> None:
        parts = [self.tr("Source")]
        if article is not None and article.page is not None:
            parts.append(self._words.page(article.page))
        self.title.setText("·".join(parts))

    def reload(self) -> None:
        """Read the lines again; while the pane is hidden, once it is shown."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        lines = self._read()
        current, self.edit.current = self.edit.current, None  # rows lie nowhere while they change
        self.edit.sheet.show(lines, self._article)
        self.edit.current = current if current is not None and current < len(lines) else None
        said = (self.tr("%n line(s)", "", len(lines)), self.tr("read-only"))
        whole = "·".join(said) if lines else ""
        self.count.setText(shorten(whole, len(lines)))
        self.count.setToolTip(whole)
        self.none.setVisible(not lines)
        self.edit.viewport().update()
        self._show_picture()
        self.refreshed.emit()

    def _read(self) -> list[SourceLine]:
        if self._article is None:
            return []
        try:
            return self._session.library.articles.source_lines(self._article)
        except NotFoundError:
            return []

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read while the pane was hidden."""
        super().showEvent(event)
        self.reload()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.articles or changes.structure:
            self.reload()

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.edit.sheet.colours = colours
        self.edit.sheet.ink()
        self.edit.viewport().update()

    def _say(self, seam: LineSeam) -> str:
        if seam.doubtful:
            return self._words.doubt(seam.reads, seam.confidence)
        if seam.decider is not None:
            return self.tr("{reads}, decided by {who}").format(
                reads=self._words.reads(seam.reads), who=isolated(seam.decider)
            )
        return self.tr("{reads}, {percent} % sure").format(
            reads=self._words.reads(seam.reads), percent=round(seam.confidence * 100)
        )

    # --- the current line -----------------------------------------------------------------

    def mark(self, source: int, position: int) -> SourceLine | None:
        """Make the line of a character current; give it, None where no line holds it."""
        row = self.edit.sheet.row_of(source, position)
        self.edit.go(row)
        return None if row is None else self.edit.sheet.lines[row]

    def show_span(self, source: int, start: int, end: int) -> bool:
        """Make the line of a span current and select the span in it; tell if it is shown."""
        row = self.edit.sheet.row_of(source, start)
        if row is not None:
            self.edit.go(row)
            self.edit.select_in(row, start, end)
        return row is not None

    @property
    def current(self) -> SourceLine | None:
        """The current line, None where there is none."""
        row = self.edit.current
        return None if row is None else self.edit.sheet.lines[row]

    def place_of_current(self) -> QPoint:
        """Give the place on the screen below the head of the current line."""
        return self.edit.place_of(self.edit.current or 0)

    def unmark(self) -> None:
        """Let no line be current."""
        self.edit.go(None)

    def _on_chosen(self, row: int) -> None:
        self.chosen.emit(self.edit.sheet.lines[row])
