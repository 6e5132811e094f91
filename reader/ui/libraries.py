"""Libraries: a new one, another one, one of the last ones, a copy of this one."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.errors import DamagedLibraryError, JiaokanError
from reader.places import is_file, is_there
from reader.ui import state
from reader.ui.filedialog import FileDialog
from reader.ui.greyed import Lack, grey
from reader.ui.names import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reader.store.copying import Copied
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


class Libraries(QObject):
    """The slots of the action table that have to do with whole libraries."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    # --- opening --------------------------------------------------------------------------

    def new_library(self) -> None:
        """Ask for a place and make a library there."""
        chosen, _ = FileDialog.getSaveFileName(
            self._window,
            self.tr("New library"),
            str(free(self._folder() / "library.db")),
            self._filter(),
            options=FileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            path = _with_suffix(chosen)
            there = is_there(path)
            if there and self._session.holds(path):
                said = self.tr(
                    "Nothing was made: {name} is there already, and open. Choose another name."
                )
                self._window.status.warn(said.format(name=isolated(path.name)))
            elif self.switch(path) and there:
                self._window.status.tell(
                    self.tr("{name} was there already; it was opened as it is.").format(
                        name=isolated(path.name)
                    )
                )

    def open_other(self) -> None:
        """Ask for a library and open it in this window."""
        chosen = self.choose(self._window)
        if chosen is not None:
            self.switch(chosen)

    def choose(self, over: QWidget) -> Path | None:
        """Ask, over a window or a dialog, which library is wanted; None where none is."""
        chosen, _ = FileDialog.getOpenFileName(
            over, self.tr("Open a library"), str(self._folder()), self._filter()
        )
        return Path(chosen).absolute() if chosen else None

    def open_instead(self, path: Path, error: JiaokanError) -> bool:
        """Tell why a library cannot be opened, and offer a backup, its texts, another library.

        Tell whether one was opened; False where the person wants none.
        """
        from reader.ui.unreadable import Unreadable

        return Unreadable(self._window, path, error).ask()

    def _folder(self) -> Path:
        return self._session.library.path.parent if self._session.is_open else Path.home()

    def _filter(self) -> str:
        return self.tr("Libraries (*.db);;All files (*)")

    def switch(self, path: Path) -> bool:
        """Open another library in this window; where it cannot be, the one that was open stays.

        Tell whether it is open now.
        """
        window, session = self._window, self._session
        before = session.library.path if session.is_open else None
        if self._session.holds(path):
            window.status.tell(self.tr("This library is open already."))
            return False
        if session.busy:
            window.status.tell(self.tr("A job is running. Wait for its end, or cancel it."))
            return False
        if before is not None and not window.article.settled() and not window.wishes.lose():
            return False
        try:
            window.open_library(path.absolute())
        except JiaokanError as error:
            if isinstance(error, DamagedLibraryError):
                return self.open_instead(path.absolute(), error)
            if before is not None:
                window.status.warn(window.words.fault(error))
            else:
                window.telling.fault(error)
            return False
        return True

    def recent_menu(self, row: QAction) -> QMenu:
        """Make the menu of the last libraries behind its row; the row's key shows it, too."""
        made = self._recent = QMenu(self._window)
        made.setObjectName("recentMenu")
        made.setToolTipsVisible(True)
        made.aboutToShow.connect(lambda: self._fill(made))
        row.setMenu(made)
        return made

    def open_recent(self) -> None:
        """Show the libraries that were open last, under the menu bar."""
        bar = self._window.top_bar
        self._recent.popup(bar.mapToGlobal(bar.rect().bottomLeft()))

    def _fill(self, menu: QMenu) -> None:
        """List the last libraries; those that are not there any more are greyed."""
        menu.clear()
        for number, name in enumerate(state.load().recent, 1):
            path = Path(name)
            shown = f"{isolated(path.name)}  —  {isolated(str(path.parent))}".replace("&", "&&")
            row = QAction(f"&{number % 10}  {shown}", menu)
            there = is_file(path)
            now = Lack.OTHER_LIBRARY if self._session.holds(path) else None
            grey(row, now if there else Lack.FILE, "")
            if not there:
                row.setText(self.tr("{library} (not there)").format(library=row.text()))
            row.triggered.connect(self._opener(path))
            menu.addAction(row)
        if menu.isEmpty():
            grey(menu.addAction(self.tr("None yet")), Lack.RECENT, "")

    def _opener(self, path: Path) -> Callable[[], None]:
        def opened() -> None:
            self.switch(path)

        return opened

    # --- a copy ---------------------------------------------------------------------------

    def save_copy(self) -> None:
        """Ask for a file and write a verified copy of the library to it."""
        name = self._session.library.path
        chosen, _ = FileDialog.getSaveFileName(
            self._window,
            self.tr("Save a copy of the library"),
            str(name.with_name(self.tr("{name} copy").format(name=name.stem) + ".db")),
            self._filter(),
        )
        if chosen:
            self.copy_to(_with_suffix(chosen))

    def copy_to(self, path: Path) -> None:
        """Write a verified copy of the library to `path`, as a job."""

        def work(library: Library, report: Report) -> Copied:
            name = isolated(path.name)
            return library.backups.copy_to(path, lambda done, total: report(done, total, name))

        job = self._session.job(work, writes=False)
        job.finished.connect(self._on_copied)
        job.failed.connect(self._window.telling.failure)
        self._session.start(job)

    def _on_copied(self, copied: Copied) -> None:
        said = self.tr("Copied and verified: {articles}, {characters}, in {path}")
        if copied.altered:
            said = self.tr(
                "Copied as it is to {path}, but not sound: {count} places were changed from "
                'outside. Run "jiaokan check", and keep the earlier backups.'
            )
        self._window.status.tell(
            said.format(
                count=f"{copied.altered:,}",
                articles=self._window.words.articles_held(copied.articles, copied.withdrawn),
                characters=self._window.words.characters(copied.characters),
                path=isolated(str(copied.path)),
            )
        )


def free(path: Path) -> Path:
    """Give a path at which nothing is: the name, or the name with the first free number."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(one for one in chain((path,), numbered) if not is_there(one))


def _with_suffix(chosen: str) -> Path:
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".db")
