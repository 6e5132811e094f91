"""The window: where the panes meet, and the holders that connect two of them each.

What is connected for all panes stands here; what a holder (`Seeking`, `Beside`, `Topics`, …) lets
two panes do together, it connects itself. No pane knows another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from reader import settings
from reader.errors import JiaokanError
from reader.ui import theme
from reader.ui.frame import Frame, making_what_stays
from reader.ui.names import isolated
from reader.ui.standing import close_dialogs

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from reader.model import Article
    from reader.ui.search.pane import SearchPane

_FALLBACK_MS = 1500
_REST_MS = 300
"""How long after the first article what is not seen at once is made."""


class MainWindow(QMainWindow):
    """One window on one library.

    `exit_status` is what the program should end with; `begin` opens a library once the window
    has been painted. With `frame_first` the panes too are loaded and made behind the first paint,
    which shows their grounds and lines; so the program starts.
    """

    renew_wished = Signal()
    """Another language was chosen: the window should be made anew in it."""

    built = Signal()
    """The panes are there; until then only the frame is."""

    def __init__(self, *, frame_first: bool = False) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("Jiaokan"))
        self.exit_status = 0
        self._path: Path | None = None
        self.is_built = False
        self.colours = theme.theme(settings.load().theme)
        self.resize(1440, 900)
        self.setMinimumSize(800, 480)
        if frame_first:
            self.setCentralWidget(Frame(self.colours))
        else:
            self.build()
            self.seeking.get_ready()

    def build(self) -> None:
        """Make the panes and all that connects them, once."""
        from reader.ui import parts

        if self.is_built:
            return
        theme.load_fonts()
        self.words, self.session = parts.Words(self), parts.Session(self)
        self.issues = parts.IssuesPane(self.session, self.words, self.colours)
        self.source = parts.SourcePane(self.session, self.words, self.colours)
        self.article = parts.ArticlePane(self.session, self.words, self.colours)
        self.verbs = parts.Verbs(self.article)
        self.search_box = parts.SearchBox()
        self.tags = parts.TagSidebar(self.session, self.words, self.colours)
        self.strip = parts.TagStrip(self.colours)
        self.journal = parts.JournalPane(self.session, self.words, self.colours)
        self.status = parts.StatusLine(self.session, self.words)
        self.status.dress(self.colours)
        self._hold()
        self._lay_out()
        self._connect()
        self.last_place = parts.LastPlace(self)
        self.preferring.apply()
        self.enabling.enable()
        theme.put_on_sheet(self.colours)
        self.is_built = True
        self.built.emit()

    def _hold(self) -> None:
        """Make what holds the slots of the actions."""
        from reader.ui import parts

        self.telling = parts.Telling(self)
        self.enabling = parts.Enabling(self)
        self.wishes = parts.Wishes(self)
        self.filing = parts.Filing(self)
        self.backups = parts.BackupKeeper(self.session, self)
        self.seeking = parts.Seeking(self)
        self.beside = parts.Beside(self)
        self.proofing = parts.Proofing(self)
        self.focus = parts.Focus(self)
        self.arranging = parts.Arranging(self)
        self.chronicle = parts.Chronicle(self)
        self.libraries = parts.Libraries(self)
        self.beginning = parts.Beginning(self)
        self.restoring = parts.Restoring(self)
        self.preferring = parts.Preferring(self)
        self.topics = parts.Topics(self)
        self.views, self.asides = parts.Views(self), parts.Asides(self)
        self.caret_line = parts.CaretLine(self)
        self.actions_by_id = parts.actions.make(
            self, self.focus, self.proofing, self.wishes, self.wishes.clipping, self.filing,
            self.beside, self.beside.reclaiming, self.seeking, self.arranging, self.chronicle,
            self.libraries, self.beginning, self.preferring, self.restoring, self.topics,
            self.views, parts.LikelyErrors(self), parts.Engine(self), parts.Helping(self),
            parts.Checking(self),
        )  # fmt: skip
        self.topics.know(self.actions_by_id)

    # --- laying out -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        from reader.ui import parts

        self.issues_strip = parts.IssuesStrip(self.colours)
        panes = parts.Panes(
            self.issues, self.issues_strip, self.source, self.beginning.column,
            self.tags, self.strip, self.journal,
        )  # fmt: skip
        self.columns = parts.Columns(panes, self.article.size)
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.reading_bar = parts.ReadingBar(self.session)
        self.risk_bar = parts.RiskBar(self.session)
        self.risk_bar.copy_wished.connect(self.libraries.save_copy)
        self.backup_bar = parts.BackupBar(self)
        for part in (self.reading_bar, self.risk_bar, self.backup_bar, self.columns, self.status):
            box.addWidget(part, int(part is self.columns))
        self.top_bar = parts.TopBar(self.actions_by_id, self.search_box)
        self.top_bar.draw_icons(self.colours)
        self.libraries.recent_menu(self.actions_by_id["actionRecent"])
        self.setMenuWidget(self.top_bar)
        self.setCentralWidget(middle)
        self._order_tabs()
        self._fit()

    def _order_tabs(self) -> None:
        from reader.ui import parts

        self.columns.order_of_tabs(*parts.way_of(self))

    def _fit(self) -> None:
        """Give the side panes their width, and the text its size, smaller in a small window."""
        small = self.columns.small(self.width())
        self.wishes.set_base(1 if small else 0)
        self.top_bar.fit(small=small)
        self.status.fit(small=small)
        self.columns.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes anew when the window passes from small to large or back."""
        super().resizeEvent(event)
        if not self.is_built:
            return
        if event.oldSize().width() < 0 or self.columns.crossed(event.size().width()):
            self._fit()

    # --- connections between the panes ----------------------------------------------------

    def _connect(self) -> None:
        self.issues.article_chosen.connect(self.article.open)
        self.issues.emptied.connect(lambda: self.article.open(None))
        self.issues.issue_chosen.connect(lambda _: self.enabling.enable())
        self.article.shown.connect(self._on_shown)
        self.article.told.connect(self.status.tell)
        self.article.edit.zoom_wished.connect(self.wishes.zoom)
        self.article.edit.menu_wished.connect(self.wishes.context_menu)
        self.issues.samples_out_wished.connect(self.filing.withdraw_samples)
        self.issues.lists.failed.connect(self.telling.failure)
        self.seeking.made.connect(self._order_tabs)
        self.beginning.made.connect(self._order_tabs)
        self.tags.way_changed.connect(self._order_tabs)
        self.seeking.turned.connect(lambda: self.columns.give_way(searching=self.seeking.open))
        self.seeking.turned.connect(lambda: self._on_shown(self.article.article))
        self.seeking.turned.connect(lambda: self.status.tell(""))
        self.columns.source_turned.connect(self.beside.follow)
        self.beginning.watch()
        self.verbs.no_doubt_left.connect(self.wishes.doubt_elsewhere)
        self.session.opened.connect(self._on_opened)
        self.session.failed.connect(self.telling.fault)
        self.session.steps_changed.connect(self.enabling.enable)

    def _on_shown(self, article: Article | None) -> None:
        """Tell the panes which article is in view: none while results are."""
        in_view = None if self.seeking.open else article
        self.topics.show(in_view)
        self.status.facts.show_article(in_view)
        self.status.show_verdicts(self.article.edit.sheet.verdicts() if in_view else None)
        if article is not None:
            self.issues.show_article(article.id, article.issue)
            self.article.head.number(self.issues.contents.row_of(article.id) + 1)
        self.enabling.enable()

    @property
    def search(self) -> SearchPane:
        """The pane of the results."""
        return self.seeking.pane

    # --- opening and closing --------------------------------------------------------------

    def begin(self, path: Path) -> None:
        """Open the library at `path` as soon as the window has been painted."""
        self._path = path
        QTimer.singleShot(_FALLBACK_MS, self._open_now)

    def event(self, event: QEvent) -> bool:
        """Notice the first paint."""
        done = bool(super().event(event))
        if event.type() is QEvent.Type.Paint and self._path is not None:
            QTimer.singleShot(0, self._open_now)
        return done

    def _open_now(self) -> None:
        path, self._path = self._path, None
        if path is None:
            return
        try:
            with making_what_stays():
                self.open_library(path)
        except JiaokanError as error:
            if not self.libraries.open_instead(path, error):
                self.exit_status = 3
                self.close()
                return
        QTimer.singleShot(_REST_MS, self.seeking.get_ready)

    def open_library(self, path: Path) -> None:
        """Open a library; raise an error of the house when it cannot be opened."""
        self.build()
        self.session.open(path)
        self.filing.index_what_is_pending()
        self.filing.samples_at_first_start()

    def _on_opened(self) -> None:
        name = isolated(self.session.library.path.name)
        self.setWindowTitle(self.tr("{name} — Jiaokan").format(name=name))
        self.beginning.focus()
        self.enabling.enable()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is typed; where that fails, ask before anything is lost."""
        if not self.is_built:
            event.accept()
            return
        close_dialogs(self)  # one that came meanwhile would stay behind, alone
        if self.session.is_open and not self.article.settled() and not self.wishes.lose():
            event.ignore()
            return
        self.session.cancel_jobs()
        self.session.close()

    def dress(self, name: str) -> None:
        """Put on a theme."""
        self.colours = theme.theme(name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.dress(application, self.colours)
        self.top_bar.draw_icons(self.colours)
        self.issues.dress(self.colours)
        self.tags.dress(self.colours)
        self.journal.dress(self.colours)
        self.status.dress(self.colours)
        self.beginning.dress()
        self.strip.dress(self.colours)
        self.issues_strip.dress(self.colours)
        self.source.dress(self.colours)
        self.article.dress(self.article.size, self.colours)
        self.seeking.dress(self.article.size)
