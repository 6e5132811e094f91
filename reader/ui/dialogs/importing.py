"""Import: which files and folders, in which encoding; and the report of what came of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing import ImportResult
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.words import Words

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")


class ImportDialog(QDialog):
    """Asks what to take in; `wished` carries the work of the job."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import"))
        self.setMinimumSize(560, 380)
        self.paths = QListWidget()
        self.paths.setObjectName("importPaths")
        self.paths.setAccessibleName(self.tr("Files and folders to import"))
        self.paths.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.add_files = QPushButton(self.tr("Add &files…"))
        self.add_folder = QPushButton(self.tr("Add f&older…"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.encoding = QComboBox()
        self.encoding.setObjectName("importEncoding")
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.encoding.addItem(self.tr("Encoding: found by itself"), None)
        for name in ENCODINGS:
            self.encoding.addItem(name.upper(), name)
        self.as_is = QCheckBox(self.tr("As &is: each line a paragraph, nothing repaired"))
        self.as_is.setObjectName("importAsIs")
        self.go = QPushButton(self.tr("Import"))
        self.go.setObjectName("importButton")
        self.go.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self.add_files.clicked.connect(self._choose_files)
        self.add_folder.clicked.connect(self._choose_folder)
        self.remove.clicked.connect(self._remove)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._wish)
        self._refresh()

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        for button in (self.add_files, self.add_folder, self.remove):
            beside.addWidget(button)
        beside.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.paths, 1)
        middle.addLayout(beside)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addLayout(middle, 1)
        box.addWidget(self.encoding)
        box.addWidget(self.as_is)
        box.addLayout(buttons)

    def add(self, paths: Sequence[str]) -> None:
        """Add files and folders, each once."""
        known = {self.paths.item(n).text() for n in range(self.paths.count())}
        self.paths.addItems([path for path in paths if path not in known])
        self._refresh()

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Import files"), "", self.tr("Text (*.txt *.TXT);;All files (*)")
        )
        self.add(chosen)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Import a folder"))
        if chosen:
            self.add([chosen])

    def _remove(self) -> None:
        for item in self.paths.selectedItems():
            self.paths.takeItem(self.paths.row(item))
        self._refresh()

    def _refresh(self) -> None:
        self.go.setEnabled(self.paths.count() > 0)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Add files or a folder first."))

    def _wish(self) -> None:
        paths = [Path(self.paths.item(n).text()) for n in range(self.paths.count())]
        self.wished.emit(
            work(paths, encoding=self.encoding.currentData(), as_is=self.as_is.isChecked())
        )
        self.accept()


def work(
    paths: Sequence[Path], *, encoding: str | None = None, as_is: bool = False, sample: bool = False
) -> Callable[[Library, Report], list[ImportResult]]:
    """Make the job: take in `paths`; it gives one result a file."""

    def import_all(library: Library, report: Report) -> list[ImportResult]:
        from reader.importing import ImportOptions, import_paths

        options = ImportOptions(encoding=encoding, as_is=as_is, sample=sample)
        results = import_paths(
            library, paths, options=options, report=lambda done, path: report(done, 0, path.name)
        )
        return list(results)

    return import_all


def import_samples(library: Library, report: Report) -> list[ImportResult]:
    """Take in the five sample pages; this is the work of a job."""
    from reader import places

    return work(sorted(places.seeds().glob("*.txt")), sample=True)(library, report)


class ReportDialog(QDialog):
    """Tells what came of each file, in text that can be copied."""

    def __init__(self, parent: QWidget, words: Words, results: Sequence[ImportResult]) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("What was imported"))
        self.setMinimumSize(560, 320)
        counts = dict.fromkeys(("imported", "unchanged", "refused", "skipped"), 0)
        for result in results:
            counts[result.status] += 1
        self.has_refusals = counts["refused"] > 0
        self.sentence = self.tr(
            "Imported {imported}, unchanged {unchanged}, refused {refused}, skipped {skipped}."
        ).format(**counts)
        said = QLabel(self.sentence)
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        text.setPlainText("\n".join(self._line(words, result) for result in results))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.addWidget(said)
        box.addWidget(text, 1)
        box.addLayout(buttons)

    def _line(self, words: Words, result: ImportResult) -> str:
        said = {
            "imported": self.tr("imported"),
            "unchanged": self.tr("unchanged"),
            "refused": self.tr("refused"),
            "skipped": self.tr("skipped"),
        }[result.status]
        parts = [said, result.path.name]
        if result.error is not None:
            parts.append(words.fault(result.error))
        if result.share is not None:
            parts.append(
                self.tr("{percent} % like a page in the library").format(
                    percent=round(result.share * 100)
                )
            )
        return "\t".join(parts)
