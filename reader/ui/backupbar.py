"""The bar that says that backups are not made, or that the last good one is old, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from reader.errors import DamagedLibraryError, DiskFullError, JiaokanError, ReadOnlyError
from reader.ui import theme
from reader.ui.remembering import recall, remember
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from reader.examining import Remark
    from reader.store.backup import Automatic
    from reader.ui.window import MainWindow

_ALTERED = "altered"
_TOLD = "backups"
_KEPT = 50
"""Of how many old backups it is kept that they were told of."""


class BackupBar(QFrame):
    """One row under the top bar, until a backup is made or the person leaves it.

    What was left is not said again: of an old backup while it is the last, of a fault while the
    library is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("backupBar")
        self.setAccessibleName(self.tr("Backups are lacking"))
        self._window = window
        self._session, self._words = window.session, window.words
        self._key = ""
        self._lasting = False
        """Whether it is kept beyond this window that it was left."""
        self._left: set[str] = set()
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(0)
        self.now = QPushButton(self.tr("Back up now"))
        self.now.setObjectName("backupNow")
        self.now.setToolTip(self.tr("Copy the library among its backups, verified and counted"))
        self.now.clicked.connect(window.preferring.back_up)
        self.leave = QPushButton(self.tr("Not now"))
        self.leave.setObjectName("backupLeave")
        self.leave.setToolTip(self.tr("Do not say it again until something about it changes"))
        self.leave.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.now)
        row.addWidget(self.leave)
        self.setMinimumHeight(int(theme.tokens()["layout"]["article_head"]))
        self.hide()
        window.backups.failed.connect(self.show_fault)
        window.backups.aged.connect(self.show_age)
        window.backups.made.connect(self.show_made)
        window.preferring.backed_up.connect(self.hide)
        self._session.closing.connect(self._forget)

    def way(self) -> tuple[QPushButton, QPushButton]:
        """Give what Tab goes through, in its order."""
        return self.now, self.leave

    def _forget(self) -> None:
        self._left.clear()
        self.hide()

    # --- what is told ---------------------------------------------------------------------

    def show_age(self, old: Remark | None) -> None:
        """Say that the last good backup is old; None where it is not, and copies are made."""
        if old is None or not self._session.is_open:
            self._hide_but(_ALTERED)
            return
        key = f"{self._session.library.id} {old.facts['at']}"
        if key not in _known():
            from reader.store.shelf import STAMP  # it loads SQLite

            at = datetime.strptime(str(old.facts["at"]), STAMP).replace(tzinfo=UTC)
            facts = {"days": old.facts["days"], "date": self._date(at)}
            said = self.tr("The last good backup of this library is {days} days old ({date}).")
            self._show(key, said.format_map(facts), self._advice())
            self._lasting = True

    def show_made(self, made: Automatic) -> None:
        """Say that the copy by age is none of a sound library, until one is."""
        if made.copied is None or not self._session.is_open:
            return
        if not made.copied.altered:
            self._hide_but("")
        elif _ALTERED not in self._left:
            said = self.tr(
                "{count} places of the library were changed from outside. It was backed up as it "
                'is, which is no good backup; the earlier ones stay. Run "jiaokan check".'
            )
            self._show(_ALTERED, said.format(count=f"{made.copied.altered:,}"), self._last())

    def _hide_but(self, key: str) -> None:
        if self._key != key or not key:
            self.hide()

    def show_fault(self, error: object) -> None:
        """Say why the copy by age was not made, where that is no bug."""
        if not isinstance(error, JiaokanError):
            self._window.telling.failure(error)
            return
        if not self._session.is_open or error.code in self._left:
            return
        said = self.tr(
            "The automatic backup was not made: {why}. "
            "It is tried again in ten minutes; the library itself is saved."
        ).format(why=self._why(error))
        self._show(error.code, said, self._last())

    def _show(self, key: str, *said: str) -> None:
        self._key, self._lasting = key, False
        self.said.setText(sentences(said))
        self.show()

    def _why(self, error: JiaokanError) -> str:
        known: dict[type, str] = {
            DiskFullError: self.tr("the disk of the backups is full"),
            ReadOnlyError: self.tr("the folder of the backups cannot be written"),
            DamagedLibraryError: self.tr("the library did not pass when it was verified"),
        }
        return known.get(type(error), error.code)

    def _last(self) -> str:
        last = self._session.library.backups.last_good()
        if last is None:
            return self.tr("There is no backup yet.")
        said = self.tr("The last good one is of {date}.")
        return said.format(date=self._date(last.at))

    def _date(self, at: datetime) -> str:
        return self._words.date(at.astimezone().date().isoformat())

    def _advice(self) -> str:
        return self.tr("What was done since then stands only in the library itself.")

    def _leave(self) -> None:
        if self._lasting:
            others = [key for key in _known() if key != self._key]
            remember(_TOLD, [*others, self._key][-_KEPT:])
        self._left.add(self._key)
        self.hide()


def _known() -> list[str]:
    stored = recall(_TOLD, [])
    return [key for key in stored if isinstance(key, str)] if isinstance(stored, list) else []
