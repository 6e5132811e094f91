"""The folded issues: a strip with a button that shows them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from reader.ui import theme

if TYPE_CHECKING:
    from reader.ui.theme import Theme


class IssuesStrip(QFrame):
    """Stands where the issues were."""

    unfold_wished = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("issuesStrip")
        layout = theme.tokens()["layout"]
        self.setFixedWidth(layout["tag_strip_folded"])
        self.button = QToolButton()
        self.button.setObjectName("issuesUnfold")
        self.button.setProperty("role", "bare")
        self.button.setIconSize(QSize(18, 18))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setAccessibleName(self.tr("Show the issues"))
        self.button.setToolTip(self.button.accessibleName())
        self.button.clicked.connect(self.unfold_wished)
        head = QFrame()
        head.setFixedHeight(layout["article_head"])
        inner = QVBoxLayout(head)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        line = QFrame()
        line.setProperty("role", "hairline")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(line)
        box.addStretch(1)
        self.dress(colours)

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self.button.setIcon(theme.icon("panel-left", colours))
