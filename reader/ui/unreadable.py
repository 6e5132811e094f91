"""A library that cannot be read: another one, a backup in its place, or its texts as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import (
    DamagedLibraryError,
    JiaokanError,
    NewerLibraryError,
    NotALibraryError,
)
from reader.ui.filedialog import FileDialog
from reader.ui.jobs import Errand
from reader.ui.names import isolated
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from reader.exporting.rescue import RescueReport
    from reader.ui.jobs import Report
    from reader.ui.window import MainWindow


def may_be_replaced(error: JiaokanError) -> bool:
    """Tell whether a backup may take the place of what cannot be read, whatever file it is."""
    kinds = DamagedLibraryError | NotALibraryError | NewerLibraryError
    return isinstance(error, kinds) and error.detail != "no_file"


class Unreadable(QObject):
    """Asks what is to be done about one library, until a library is open or nobody wants one."""

    def __init__(self, window: MainWindow, path: Path, error: JiaokanError) -> None:
        super().__init__(window)
        from reader.ui.dialogs.unreadable import UnreadableDialog

        self._window = window
        self.dialog = UnreadableDialog(window.colours, window)
        self.dialog.restore_wished.connect(self._restore)
        self.dialog.rescue_wished.connect(self._ask_where)
        self.dialog.another_wished.connect(self._open_another)
        self._tell(path, error)

    def ask(self) -> bool:
        """Show the dialog until it is answered; tell whether a library was opened."""
        opened = self.dialog.exec() == self.dialog.DialogCode.Accepted
        self.dialog.deleteLater()
        return opened

    def _tell(self, path: Path, error: JiaokanError) -> None:
        self.path = path
        replaced = may_be_replaced(error)
        rescued = replaced and not isinstance(error, NewerLibraryError)
        self.dialog.tell(self._why(error), restore=replaced, rescue=rescued)

    def _why(self, error: JiaokanError) -> str:
        """Say what is wrong and why, and that nothing was done about it yet."""
        said = self._reasons().get(f"{error.code}/{error.detail}")
        if said is None:
            return self._window.words.fault(error)
        facts = {name: isolated(str(value)) for name, value in error.facts.items()}
        said = said.format(subject=isolated(str(self.path)), **{"says": "", **facts})
        return sentences((said, self.tr("Nothing was written to it.")))

    def _reasons(self) -> dict[str, str]:
        damaged = self.tr(
            "The library {subject} is damaged ({says}). A disk that is not sound does that, "
            "or a copy that was broken off."
        )
        return {
            "not a library/no_sqlite": self.tr(
                "{subject} does not begin as a library does: its beginning is damaged, or another "
                "file took its name."
            ),
            "not a library/other_program": self.tr(
                "{subject} is a database, but does not say that it is a library of this program: "
                "its beginning is damaged, or it belongs to another program."
            ),
            "not a library/sqlite": damaged,
            "damaged library/sqlite": damaged,
            "damaged library/integrity": damaged,
            "damaged library/write_form": self.tr(
                "The library {subject} is damaged: its beginning says that form {form} of file has "
                "to be known to write it. There is no such form, so it can only be read."
            ),
            "damaged library/short": self.tr(
                "{subject} was cut off: not even its beginning is whole. A copy that was broken "
                "off, or a full disk, does that."
            ),
            "newer library/version": self.tr(
                "{subject} was written by a later version of this program (form {theirs}; this "
                "one knows {ours}). It is whole: best update the program, then open it again."
            ),
        }

    # --- another library ------------------------------------------------------------------

    def _open_another(self) -> None:
        """Let another be chosen; where that one is damaged, it is what is asked about."""
        path = self._window.libraries.choose(self.dialog)
        if path is None:
            return
        try:
            self._window.open_library(path)
        except JiaokanError as error:
            if isinstance(error, DamagedLibraryError):
                self._tell(path, error)
            else:
                self.dialog.say(self._window.words.fault(error))
            return
        self.dialog.accept()

    # --- a backup -------------------------------------------------------------------------

    def _restore(self) -> None:
        if self._window.restoring.put_in_place_of(self.path, self.dialog):
            self.dialog.accept()

    # --- its texts ------------------------------------------------------------------------

    def _ask_where(self) -> None:
        chosen = FileDialog.getExistingDirectory(
            self.dialog, self.tr("In which folder should the folder of texts be?"), str(Path.home())
        )
        if chosen:
            self.rescue(Path(chosen))

    def rescue(self, folder: Path) -> None:
        """Write the texts into a new folder in `folder`, as an errand."""
        from reader.exporting.names import clean, safe
        from reader.ui.libraries import free

        said = self.tr("Texts of {name}").format(name=self.path.stem)
        out, path = free(folder / safe(clean(said), "")), self.path

        def work(report: Report) -> RescueReport:
            from reader.exporting import rescue

            return rescue(path, out, lambda done, total: report(done, total, ""))

        self.errand = errand = Errand(work, self)
        errand.progressed.connect(self._on_progress)
        errand.finished.connect(lambda done: self._on_rescued(done, out))
        errand.failed.connect(self._on_failed)
        self.dialog.work(on=True)
        errand.start()

    def _on_progress(self, done: int, _total: int, _what: str) -> None:
        self.dialog.say(self.tr("{count} texts so far").format(count=f"{done:,}"))

    def _on_rescued(self, done: RescueReport, out: Path) -> None:
        said = self.tr(
            "Saved in {folder}: {pages} pages as received, {articles} articles as they read, "
            "{typed} typed texts."
        ).format(
            folder=isolated(str(out)),
            pages=f"{done.pages:,}",
            articles=f"{done.articles:,}",
            typed=f"{done.typed:,}",
        )
        lost = self.tr("{count} could not be read; lost.txt there names them.")
        altered = self.tr("{count} are not as they were taken in; lost.txt there names them.")
        pieces = self.tr("{count} files in fragments hold text of which the place is not known.")
        self.dialog.work(on=False)
        self.dialog.leave.setFocus()
        self.dialog.say(
            sentences(
                (
                    said,
                    lost.format(count=f"{done.lost:,}") if done.lost else "",
                    altered.format(count=f"{done.altered:,}") if done.altered else "",
                    pieces.format(count=f"{done.fragments:,}") if done.fragments else "",
                )
            )
        )

    def _on_failed(self, error: object) -> None:
        self.dialog.work(on=False)
        if not isinstance(error, JiaokanError):
            self.dialog.say(self.tr("Nothing was saved."))
            self._window.telling.failure(error)
            return
        if isinstance(error, DamagedLibraryError | NotALibraryError):
            self.dialog.say(self.tr("No text could be found in it any more. Restore a backup."))
        else:
            self.dialog.say(self._window.words.fault(error))
