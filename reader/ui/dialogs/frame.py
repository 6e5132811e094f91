"""What the dialogs share: the head over a double rule, rows of choices, the yellow line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.ui import theme
from reader.ui.labels import label

if TYPE_CHECKING:
    from reader.ui.theme import Theme


class DialogHead(QWidget):
    """Title and one sentence over a thick and a thin rule."""

    def __init__(self, title: str, words: str, colours: Theme) -> None:
        super().__init__()
        self._colours = colours
        named = label("dialog-title")
        named.setFont(
            theme.font("reading", int(theme.tokens()["type"]["scale"]["dialog-title"]), bold=True)
        )
        named.setText(title)
        said = label("secondary")
        said.setText(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 14)
        row.setSpacing(20)
        row.addWidget(named)
        row.addWidget(said)
        row.addStretch(1)

    def paintEvent(self, _event: object) -> None:
        """Paint the rules."""
        painter = QPainter(self)
        ink = self._colours.color("ink")
        painter.fillRect(0, self.height() - 5, self.width(), 2, ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, ink)
        painter.end()


class YellowLine(QFrame):
    """One honest sentence, with the way to what it is about."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("yellowLine")
        self.said = label("doubt-line")
        self.said.setWordWrap(True)
        self.way = QPushButton(words)
        self.way.setProperty("role", "link")
        self.way.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.way)
