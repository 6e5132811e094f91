"""The bar that says that the library is open for reading, why, and that it is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from reader.errors import JiaokanError
from reader.ui import theme
from reader.ui.reaching import Reading

if TYPE_CHECKING:
    from reader.ui.session import Session


class ReadingBar(QFrame):
    """One row under the top bar, as long as this window may not write."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("readingBar")
        self.setAccessibleName(self.tr("Open for reading"))
        self._session = session
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setMinimumWidth(0)
        self.again = QPushButton(self.tr("Try again"))
        self.again.setObjectName("tryToWrite")
        self.again.setToolTip(self.tr("Open the library for writing, if it is free now"))
        self.again.clicked.connect(self._try)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        self.setFixedHeight(int(theme.tokens()["layout"]["article_head"]))
        self.hide()
        session.opened.connect(self._show)
        session.closing.connect(self.hide)

    def _show(self) -> None:
        reading = self._session.reading
        self.setHidden(reading is None)
        self.again.setText(self.tr("Try again"))
        if reading is not None:
            self.said.setText(
                {
                    Reading.ELSEWHERE: self.tr(
                        "Open for reading: another window has this library. "
                        "It is tried again every second; then you can write here."
                    ),
                    Reading.PROTECTED: self.tr(
                        "Open for reading: the library’s file or folder cannot be written. "
                        "It is tried again every second; then you can write here."
                    ),
                }[reading]
            )
            self.said.setToolTip(self.said.text())

    def _try(self) -> None:
        """Try now; what is not so stays said."""
        try:
            free = self._session.try_to_write()
        except JiaokanError as error:
            self._session.failed.emit(error)
            return
        if not free:
            self.again.setText(self.tr("Try again (still not)"))
