"""The bar that says that the library is open for reading, why, and that it is tried again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from reader.errors import JiaokanError
from reader.ui import theme
from reader.ui.positions import name_shown
from reader.ui.reaching import Reading
from reader.ui.tips import plain

if TYPE_CHECKING:
    from reader.ui.session import Session

_ROOM, _WHOLE = 60, 1000
"""How many characters of names stand in the row, and how many in its tip."""


class ReadingBar(QFrame):
    """One row under the top bar, as long as this window may not write."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("readingBar")
        self.setAccessibleName(self.tr("Open for reading"))
        self._session = session
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(0)
        self.again = QPushButton(self.tr("Try again"))
        self.again.setObjectName("tryToWrite")
        self.again.setToolTip(self.tr("Open the library for writing, if it is free now"))
        self.again.clicked.connect(self._try)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        self.setMinimumHeight(int(theme.tokens()["layout"]["article_head"]))
        self.hide()
        session.opened.connect(self._show)
        session.closing.connect(self.hide)

    def _show(self) -> None:
        reading = self._session.reading
        self.setHidden(reading is None)
        self.again.setText(self.tr("Try again"))
        if reading is not None:
            said = self._why(reading)
            self.said.setText(said.format_map(self._facts(_ROOM)))
            self.said.setToolTip(plain(said.format_map(self._facts(_WHOLE))))

    def _facts(self, room: int) -> dict[str, str]:
        """Give what the reason tells of: the names of strangers, or the folder without room."""
        hindrance = self._session.hindrance
        if hindrance is None:
            return {}
        names, folder = str(hindrance.facts.get("names", "")), str(Path(hindrance.subject).parent)
        return {"names": name_shown(names, room), "folder": name_shown(folder, _WHOLE)}

    def _why(self, reading: Reading) -> str:
        return {
            Reading.ELSEWHERE: self.tr(
                "Open for reading: another window has this library. "
                "It is tried again every second; then you can write here."
            ),
            Reading.PROTECTED: self.tr(
                "Open for reading: the library’s file or folder cannot be written. "
                "It is tried again every second; then you can write here."
            ),
            Reading.LINKED: self.tr(
                "Open for reading: the library’s file has several names (hard links), and each "
                "would have a log of its own. Remove the other names, or open a copy; "
                "it is tried again every second."
            ),
            Reading.LONG_NAME: self.tr(
                "Open for reading: the library’s name is too long for the files that belong "
                "beside it. Give it a shorter name, then open it again."
            ),
            Reading.FOREIGN: self.tr(
                "Open for reading: the library holds what its version does not declare ({names}), "
                "and is not written so. Restore a backup from before."
            ),
            Reading.FULL: self.tr(
                "Open for reading: the disk is full on which {folder} lies. "
                "Make room there, then try again; what is here can be read meanwhile."
            ),
        }[reading]

    def _try(self) -> None:
        """Try now; what is not so stays said."""
        try:
            free = self._session.try_to_write()
        except JiaokanError as error:
            self._session.failed.emit(error)
            return
        if not free:
            self.again.setText(self.tr("Try again (still not)"))
