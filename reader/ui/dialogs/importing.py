"""Import: which files and folders, in which encoding, with a look into the chosen one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import InputRefusedError
from reader.places import is_folder
from reader.ui import theme
from reader.ui.dialogs.choices import Tick
from reader.ui.dialogs.frame import DialogHead
from reader.ui.dialogs.preview import Preview
from reader.ui.dialogs.taking import Import
from reader.ui.dropping import paths_of
from reader.ui.fields import ListChoice
from reader.ui.filedialog import FileDialog
from reader.ui.greyed import Lack, grey
from reader.ui.labels import label
from reader.ui.latest import Heed, Latest
from reader.ui.names import isolated
from reader.ui.standing import Dialog
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from reader.sources.peek import Peek
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.session import Session
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_PATH = Qt.ItemDataRole.UserRole
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")


class ImportDialog(Dialog):
    """Asks what to take in; `wished` carries the `Import`, `failed` what a look met otherwise."""

    wished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: Session, words: Words, colours: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(*theme.tokens()["layout"]["dialog"])
        self.looking = Latest(session, self)
        self.looking.failed.connect(self._on_failed)
        self.paths = QListWidget()
        self.paths.setObjectName("importPaths")
        self.paths.setAccessibleName(self.tr("Files and folders to import"))
        self.paths.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.paths.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.paths.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_files = QPushButton(self.tr("Add &files…"))
        self.add_folder = QPushButton(self.tr("Add f&older…"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.encoding = ListChoice()
        self.encoding.setObjectName("importEncoding")
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.encoding.addItem(self.tr("Encoding: found by itself"), None)
        for name in ENCODINGS:
            self.encoding.addItem(name.upper(), name)
        self.as_is = Tick(self.tr("As &is: each line a paragraph, nothing repaired"))
        self.as_is.setObjectName("importAsIs")
        self.preview = Preview(words)
        self.go = QPushButton(self.tr("Import"))
        self.go.setObjectName("importButton")
        self.go.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        for button in (self.add_files, self.add_folder, self.remove, self.cancel):
            button.setAutoDefault(False)
        self._lay_out(colours)
        self._connect()
        self._refresh()

    def _lay_out(self, colours: Theme) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for button in (self.add_files, self.add_folder, self.remove):
            beside.addWidget(button)
        beside.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label("pane-title", self.tr("Files and folders")))
        left.addWidget(self.paths, 1)
        left.addLayout(beside)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(label("pane-title", self.tr("How the chosen file begins")))
        right.addWidget(self.preview, 1)
        right.addWidget(self.encoding)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left, 2)
        middle.addLayout(right, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.as_is)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        said = self.tr("Choose them here, or drop them on the window")
        box.addWidget(DialogHead(self.tr("Import pages"), said, colours))
        box.addLayout(middle, 1)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self.add_files.clicked.connect(self._choose_files)
        self.add_folder.clicked.connect(self._choose_folder)
        self.remove.clicked.connect(self._remove)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._wish)
        self.paths.currentRowChanged.connect(self._look)
        self.encoding.currentIndexChanged.connect(self._look)

    # --- which files ----------------------------------------------------------------------

    def add(self, paths: Sequence[str]) -> None:
        """Add files and folders, each once."""
        known = set(self._listed())
        new = [path for path in dict.fromkeys(paths) if path not in known]
        for path in new:
            item = QListWidgetItem(isolated(path), self.paths)
            item.setData(_PATH, path)
            item.setToolTip(plain(item.text()))
        if self.paths.currentRow() < 0 and self.paths.count():
            self.paths.setCurrentRow(0)
        self._refresh()

    def _listed(self) -> list[str]:
        """Give the paths as they were chosen."""
        return [self.paths.item(n).data(_PATH) for n in range(self.paths.count())]

    def _choose_files(self) -> None:
        chosen, _ = FileDialog.getOpenFileNames(
            self, self.tr("Import files"), "", self.tr("Text (*.txt *.TXT);;All files (*)")
        )
        self.add(chosen)

    def _choose_folder(self) -> None:
        chosen = FileDialog.getExistingDirectory(self, self.tr("Import a folder"))
        if chosen:
            self.add([chosen])

    def _remove(self) -> None:
        for item in self.paths.selectedItems():
            self.paths.takeItem(self.paths.row(item))
        self._refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders that are dragged here."""
        if paths_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files and folders that are dropped."""
        self.add(paths_of(event))
        event.acceptProposedAction()

    def _refresh(self) -> None:
        count = self.paths.count()
        folders = sum(is_folder(Path(path)) for path in self._listed())
        self.go.setText(self._how_many(count - folders, folders))
        grey(self.go, None if count else Lack.FILES, "")
        if not self.paths.count():
            self.preview.clear()

    def _how_many(self, files: int, folders: int) -> str:
        """Say on the button what it will take in."""
        said = [self.tr("%n file(s)", "", files)] if files else []
        said += [self.tr("%n folder(s)", "", folders)] if folders else []
        if not said:
            return self.tr("Import")
        return self.tr("Import {things}").format(things=self.tr(", ").join(said))

    # --- the look into one ----------------------------------------------------------------

    def _look(self) -> None:
        """Look into the current file beside the window, in the encoding that is chosen."""
        item = self.paths.currentItem()
        if item is None:
            self.looking.cancel()
            self.preview.clear()
            return
        work = partial(_peek, Path(item.data(_PATH)), self.encoding.currentData())
        self.looking.run(work, self.preview.show_peek)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, InputRefusedError):
            self.preview.show_refusal(error)
        else:
            self.failed.emit(error)

    def _wish(self) -> None:
        paths = [Path(path) for path in self._listed()]
        self.wished.emit(Import(paths, self.encoding.currentData(), self.as_is.isChecked()))
        self.accept()


def _peek(path: Path, encoding: str | None, _library: Library, report: Report) -> Peek:
    from reader.sources.peek import peek

    return peek(path, encoding, Heed(report))
