"""Export: form, place, and which articles; the button says how many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model import IssueRow
    from reader.store.library import Library
    from reader.ui.jobs import Report
    from reader.ui.session import Session
    from reader.ui.words import Words

SINGLE = {"jsonl": ".jsonl", "csv": ".csv", "txt": ".txt", "md": ".md"}


class ExportDialog(QDialog):
    """Asks what to write; `wished` carries the work of the job."""

    wished = Signal(object)

    def __init__(
        self, session: Session, words: Words, issue: IssueRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(560)
        self._session = session
        self._words = words
        self._issue = issue
        self.format = QComboBox()
        self.format.setObjectName("exportFormat")
        for name, said in (
            ("jsonl", self.tr("JSON Lines: exact, with the origin of every character")),
            ("csv", self.tr("CSV: for spreadsheets")),
            ("txt", self.tr("Plain text")),
            ("md", self.tr("Markdown")),
        ):
            self.format.addItem(said, name)
        self.scope = QComboBox()
        self.scope.setObjectName("exportScope")
        self.scope.addItem(self.tr("All articles"), "all")
        if issue is not None:
            self.scope.addItem(self.tr("This issue"), "issue")
        self.path = QLineEdit()
        self.path.setObjectName("exportPath")
        self.path.setPlaceholderText(self.tr("A folder, or a file with its suffix"))
        self.folder = QPushButton(self.tr("Folder…"))
        self.file = QPushButton(self.tr("File…"))
        self.go = QPushButton()
        self.go.setObjectName("exportButton")
        self.go.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        for part in (self.path, self.folder, self.file):
            place.addWidget(part)
        form = QFormLayout()
        for words, field in (
            (self.tr("&Form"), self.format),
            (self.tr("&Articles"), self.scope),
        ):
            form.addRow(words, field)
            field.setAccessibleName(words.replace("&", ""))
        label = QLabel(self.tr("&To"))
        label.setBuddy(self.path)
        self.path.setAccessibleName(self.tr("Where to write"))
        form.addRow(label, place)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addLayout(form)
        box.addLayout(buttons)

    def _connect(self) -> None:
        self.path.textChanged.connect(self._refresh)
        self.scope.currentIndexChanged.connect(self._refresh)
        self.folder.clicked.connect(self._choose_folder)
        self.file.clicked.connect(self._choose_file)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._wish)

    def _refresh(self) -> None:
        self.go.setText(
            self.tr("Export {articles}").format(articles=self._words.articles(self._count()))
        )
        self.go.setEnabled(bool(self.path.text().strip()) and self._count() > 0)
        self.go.setToolTip("" if self.go.isEnabled() else self.tr("Say where to write."))

    def _count(self) -> int:
        if self.scope.currentData() == "issue" and self._issue is not None:
            return self._issue.articles
        return sum(row.articles for row in self._session.library.issues.rows())

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export to a folder"))
        if chosen:
            self.path.setText(chosen)

    def _choose_file(self) -> None:
        suffix = SINGLE[self.format.currentData()]
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to a file"), "corpus" + suffix, f"*{suffix}"
        )
        if chosen:
            self.path.setText(chosen)

    def _wish(self) -> None:
        issue = self._issue.id if self._issue and self.scope.currentData() == "issue" else None
        path = Path(self.path.text().strip()).expanduser()
        self.wished.emit(work(self.format.currentData(), path, issue))
        self.accept()


def work(form: str, out: Path, issue: str | None) -> Callable[[Library, Report], object]:
    """Make the job: export all articles, or those of an issue, to `out`."""

    def export_all(library: Library, report: Report) -> object:
        from reader.exporting import export

        articles = None
        if issue is not None:
            articles = [row.id for row in library.articles.of_issue(issue)]
        return export(
            library,
            format=form,
            out=out,
            articles=articles,
            query="" if issue is None else f"issue:{issue}",
            report=lambda done, total: report(done, total, out.name),
        )

    return export_all
