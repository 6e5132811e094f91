"""The foot of the results: the paragraph of the chosen hit, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.ui import theme
from reader.ui.labels import CutLabel, label
from reader.ui.search.paragraph import HitParagraph

if TYPE_CHECKING:
    from reader.ui.theme import Theme


class SearchFoot(QFrame):
    """Place and paragraph of one hit."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("searchFoot")
        self.setFixedHeight(theme.tokens()["layout"]["preview_strip"])
        self.paragraph = HitParagraph(colours)
        self.place = CutLabel("secondary")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(self.paragraph, 1)

    def _head(self) -> QWidget:
        made = QWidget()
        made.setFixedHeight(44)
        row = QHBoxLayout(made)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        title = label("pane-title")
        title.setText(self.tr("Paragraph"))
        row.addWidget(title)
        row.addWidget(self.place, 1)
        for key, words in (("Enter", self.tr("open")), ("Esc", self.tr("back"))):
            cap, said = label("key"), label("secondary")
            cap.setText(key)
            said.setText(words)
            row.addWidget(cap)
            row.addWidget(said)
        return made
