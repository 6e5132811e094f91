"""A folded pane: a strip under whose head a button shows the pane again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from reader.ui import theme

if TYPE_CHECKING:
    from reader.ui.theme import Theme


class FoldedStrip(QFrame):
    """Stands where a pane was; `unfold_wished` asks for it.

    `box` holds what a strip shows under its button.
    """

    unfold_wished = Signal()

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        layout = theme.tokens()["layout"]
        self.setFixedWidth(layout["tag_strip_folded"])
        self.button = self.bare(name)
        self.button.setIconSize(QSize(18, 18))
        head = QFrame()
        head.setFixedHeight(layout["article_head"])
        inner = QVBoxLayout(head)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        line = QFrame()
        line.setProperty("role", "hairline")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addWidget(head)
        self.box.addWidget(line)

    def bare(self, name: str) -> QToolButton:
        """Make a button that asks for the pane."""
        made = QToolButton()
        made.setObjectName(name)
        made.setProperty("role", "bare")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(self.unfold_wished)
        return made

    def name_button(self, said: str) -> None:
        """Say what the button shows again."""
        self.button.setAccessibleName(said)
        self.button.setToolTip(said)

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.button.setIcon(theme.icon(self._icon, colours))
