"""The folded topic sidebar: a strip with the signs of the article's topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout

from reader.ui import theme
from reader.ui.signs import Sign, sign_icon
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.ui.theme import Theme

_SIGN = 14


class TagStrip(QFrame):
    """Signs under a button that shows the sidebar again, or the journal in its place."""

    unfold_wished = Signal()

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("tagStrip")
        layout = theme.tokens()["layout"]
        self.setFixedWidth(layout["tag_strip_folded"])
        self._colours = colours
        self._shown: tuple[Sequence[str], Mapping[str, Sign]] = ((), {})
        self.signs: list[QLabel] = []
        self.button = QToolButton()
        self.button.setObjectName("tagUnfold")
        self.button.setProperty("role", "bare")
        self.button.setIconSize(QSize(18, 18))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.unfold_wished)
        head = QFrame()
        head.setFixedHeight(layout["article_head"])
        inner = QVBoxLayout(head)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        line = QFrame()
        line.setProperty("role", "hairline")
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self._box.setContentsMargins(0, 12, 0, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(line)
        self.count = QToolButton()
        self.count.setObjectName("tagStripCount")
        self.count.setProperty("role", "bare")
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.count.setIconSize(QSize(_SIGN, _SIGN))
        self.count.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count.clicked.connect(self.unfold_wished)
        self.count.hide()
        box.addLayout(self._box)
        box.addWidget(self.count, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.stand_for(journal=False)
        self.dress(colours)

    def stand_for(self, *, journal: bool) -> None:
        """Say what the button shows again: the topics, or the journal in their place."""
        said = self.tr("Show the journal") if journal else self.tr("Show the topics")
        self.button.setAccessibleName(said)
        self.button.setToolTip(said)

    def show_topics(self, topics: Sequence[str], signs: Mapping[str, Sign]) -> None:
        """Show the signs of topics."""
        self._shown = topics, signs
        for old in self.signs:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.signs = []
        for name in topics:
            sign = QLabel()
            sign.setPixmap(sign_icon(signs.get(name, Sign(0)), self._colours).pixmap(_SIGN, _SIGN))
            sign.setAccessibleName(name)
            sign.setToolTip(plain(name))
            self._box.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
            self.signs.append(sign)

    def show_count(self, count: int) -> None:
        """Show how many topics are suggested; a click shows them."""
        self.count.setVisible(count > 0)
        self.count.setText(str(count))
        self.count.setAccessibleName(self.tr("%n suggestion(s)", "", count))
        self.count.setToolTip(self.count.accessibleName())

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        self._colours = colours
        self.button.setIcon(theme.icon("panel-right", colours))
        self.count.setIcon(theme.icon("lightbulb", colours, _SIGN))
        self.show_topics(*self._shown)
