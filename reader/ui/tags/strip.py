"""The folded topic sidebar: a strip with the signs of the article's topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from reader.ui import theme
from reader.ui.folded import FoldedStrip
from reader.ui.names import isolated
from reader.ui.signs import Sign, sign_icon
from reader.ui.tips import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.ui.theme import Theme

_SIGN = 14


class TagStrip(FoldedStrip):
    """Signs under a button that shows the sidebar again, or the journal in its place."""

    def __init__(self, colours: Theme) -> None:
        super().__init__("tagUnfold", "panel-right")
        self.setObjectName("tagStrip")
        self._colours = colours
        self._shown: tuple[Sequence[str], Mapping[str, Sign]] = ((), {})
        self.signs: list[QLabel] = []
        self._signs = QVBoxLayout()
        self._signs.setSpacing(8)
        self._signs.setContentsMargins(0, 12, 0, 12)
        self.count = self.bare("tagStripCount")
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.count.setIconSize(QSize(_SIGN, _SIGN))
        self.count.hide()
        self.box.addLayout(self._signs)
        self.box.addWidget(self.count, 0, Qt.AlignmentFlag.AlignHCenter)
        self.box.addStretch(1)
        self.stand_for(journal=False)
        self.dress(colours)

    def stand_for(self, *, journal: bool) -> None:
        """Say what the button shows again: the topics, or the journal in their place."""
        self.name_button(self.tr("Show the journal") if journal else self.tr("Show the topics"))

    def show_topics(self, topics: Sequence[str], signs: Mapping[str, Sign]) -> None:
        """Show the signs of topics."""
        self._shown = topics, signs
        for old in self.signs:
            self._signs.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.signs = []
        for name in topics:
            sign = QLabel()
            sign.setPixmap(sign_icon(signs.get(name, Sign(0)), self._colours).pixmap(_SIGN, _SIGN))
            sign.setAccessibleName(isolated(name))
            sign.setToolTip(plain(isolated(name)))
            self._signs.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
            self.signs.append(sign)

    def show_count(self, count: int) -> None:
        """Show how many topics are suggested; a click shows them."""
        self.count.setVisible(count > 0)
        self.count.setText(str(count))
        self.count.setAccessibleName(self.tr("%n suggestion(s)", "", count))
        self.count.setToolTip(self.count.accessibleName())

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        super().dress(colours)
        self._colours = colours
        self.count.setIcon(theme.icon("lightbulb", colours, _SIGN))
        self.show_topics(*self._shown)
