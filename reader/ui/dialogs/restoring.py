"""Restore: which backup, what it holds, and the button that says what will stand there then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import places
from reader.ui.dialogs.staying import StayingDialog
from reader.ui.filedialog import FileDialog
from reader.ui.greyed import Lack, grey
from reader.ui.names import isolated
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.contents import Contents
    from reader.store.shelf import Backup
    from reader.ui.words import Words

_PATH = Qt.ItemDataRole.UserRole


class RestoreDialog(StayingDialog):
    """Lists the backups; `look_wished` and `restore_wished` carry the path of one.

    `lost`: what they stand for cannot be read any more.
    """

    look_wished = Signal(object)
    restore_wished = Signal(object)

    def __init__(
        self, words: Words, backups: Sequence[Backup], parent: QWidget, *, lost: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("restoreDialog")
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setMinimumSize(640, 420)
        self._words = words
        self._lost = lost
        said = QLabel(self._what_becomes())
        said.setWordWrap(True)
        self.list = QListWidget()
        self.list.setObjectName("backupList")
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        for backup in backups:
            self._add(self._line(backup), backup.path)
        self.facts = QLabel()
        self.facts.setObjectName("backupFacts")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.facts.setMinimumHeight(44)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.other = QPushButton(self.tr("Another &file…"))
        self.other.setObjectName("otherBackup")
        self.look = QPushButton(self.tr("&Verify and count"))
        self.look.setObjectName("verifyBackup")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.go = QPushButton(self.tr("Restore this backup"))
        self.go.setObjectName("restoreButton")
        self.go.setDefault(True)
        self._lay_out(said)
        self.other.clicked.connect(self._choose)
        self.look.clicked.connect(lambda: self._wish(self.look_wished))
        self.go.clicked.connect(lambda: self._wish(self.restore_wished))
        self.cancel.clicked.connect(self.reject)
        self.list.currentRowChanged.connect(self._on_chosen)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self._on_chosen()

    def _what_becomes(self) -> str:
        """Say what becomes of what is there."""
        if self._lost:
            return self.tr(
                "The backup takes the place of the file that cannot be read. That file is set "
                "aside first, byte for byte, in the folder damaged among the backups."
            )
        return self.tr(
            "The backup takes the place of the whole library. What is there now is backed up "
            "first, and can be restored in the same way."
        )

    def _lay_out(self, said: QLabel) -> None:
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addWidget(self.look)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(said)
        box.addWidget(self.list, 1)
        box.addWidget(self.facts)
        box.addWidget(self.bar)
        box.addLayout(row)

    def _add(self, words: str, path: Path) -> None:
        item = QListWidgetItem(isolated(words))
        item.setData(_PATH, str(path))
        item.setToolTip(plain(isolated(str(path))))
        self.list.addItem(item)

    def _line(self, backup: Backup) -> str:
        then = backup.at.astimezone()
        parts = [
            f"{self._words.date(then.date().isoformat())} {then:%H:%M}",
            self._words.articles(backup.articles),
            self._words.characters(backup.characters),
            self._why(str(backup.why)),
            self.tr("not sound: changed from outside") if backup.altered else "",
        ]
        return "·".join(part for part in parts if part)

    def _why(self, why: str) -> str:
        return {
            "smaller": self.tr("much smaller than the one before"),
            "before-migration": self.tr("before an update of the program"),
            "before-restore": self.tr("before a restore"),
            "by-hand": self.tr("made by hand"),
        }.get(why, "")

    def _choose(self) -> None:
        chosen, _ = FileDialog.getOpenFileName(
            self,
            self.tr("Choose a backup"),
            str(places.backups_folder()),
            self.tr("Libraries (*.db);;All files (*)"),
        )
        if chosen:
            self._add(chosen, Path(chosen))
            self.list.setCurrentRow(self.list.count() - 1)

    def _on_chosen(self) -> None:
        none = self.tr("There is no backup yet.")
        if self._lost:
            none = self.tr(
                "No backup of this library was found. If you have one, choose it by the button "
                "Another file: it begins in the folder of all backups."
            )
        self.facts.setText("" if self.list.count() else none)
        self._enable()

    def _enable(self) -> None:
        busy = Lack.REST if self.busy else None
        ready = busy or (None if self.list.currentItem() is not None else Lack.BACKUP)
        for button in (self.go, self.look):
            grey(button, ready, "")
        for part in (self.list, self.other, self.cancel):
            grey(part, busy, "")
        self.bar.setVisible(self.busy)

    def _wish(self, signal: object) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.work(on=True)
            signal.emit(Path(item.data(_PATH)))  # type: ignore[attr-defined]

    def work(self, *, on: bool) -> None:
        """Show that something is being done; nothing else can be begun until then."""
        self.busy = on
        self._enable()

    def show_contents(self, found: Contents) -> None:
        """Say what a verified backup holds."""
        self.work(on=False)
        said = self.tr("Sound: {issues}, {articles}, {characters}, {corrections} corrections")
        if found.altered:
            said = self.tr(
                "Not sound, {count} places were changed from outside: "
                "{issues}, {articles}, {characters}, {corrections} corrections"
            )
        self.facts.setText(
            said.format(
                count=f"{found.altered:,}",
                issues=self._words.issues(found.issues),
                articles=self._words.articles_held(found.articles, found.withdrawn),
                characters=self._words.characters(found.characters),
                corrections=f"{found.corrections:,}",
            )
        )

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with a backup, or why it was not restored."""
        self.work(on=False)
        self.facts.setText(sentence)
