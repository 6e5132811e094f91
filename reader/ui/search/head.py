"""The head of the results: what was asked, how much was found, and in which text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from reader.text.query import In
from reader.ui import theme
from reader.ui.labels import CutLabel, label


class SearchHead(QFrame):
    """One row; `where_chosen` gives the `In` in which words are to be looked for.

    `turned` tells that the order of the dates was turned round.
    """

    where_chosen = Signal(object)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchHead")
        self.setFixedHeight(theme.tokens()["layout"]["article_head"])
        self.title, self.counts = CutLabel("result-title"), CutLabel("secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.counts)
        row.addStretch(1)
        self.order = QToolButton()
        self.order.setObjectName("searchOrder")
        self.order.setProperty("role", "bare")
        self.order.setCheckable(True)
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.toggled.connect(self._on_turned)
        self._name_order()
        row.addWidget(self.order)
        row.addSpacing(8)
        said = label("caption")
        said.setText(self.tr("search in"))
        row.addWidget(said)
        self.choices = QButtonGroup(self)
        self.buttons: dict[In, QToolButton] = {}
        ways = (
            (In.NOW, self.tr("Proof"), self.tr("The text as it reads now")),
            (In.SOURCE, self.tr("Source"), self.tr("The text as it was received")),
            (In.BOTH, self.tr("Both"), self.tr("Both; what is the same is found once")),
        )
        for number, (where, words, tip) in enumerate(ways):
            button = QToolButton()
            button.setObjectName(f"searchIn{where.value.title()}")
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(f"{self.tr('Search in')}: {words}")
            button.setCheckable(True)
            button.setChecked(where is In.NOW)
            button.setProperty("role", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.choices.addButton(button, number)
            self.buttons[where] = button
            row.addWidget(button)
        self.choices.idClicked.connect(lambda number: self.where_chosen.emit(ways[number][0]))

    @property
    def newest(self) -> bool:
        """Whether the newest comes first."""
        return self.order.isChecked()

    def _on_turned(self) -> None:
        self._name_order()
        self.turned.emit()

    def _name_order(self) -> None:
        self.order.setText(self.tr("by date ↓") if self.newest else self.tr("by date ↑"))
        said = self.tr("The newest first") if self.newest else self.tr("The oldest first")
        self.order.setAccessibleName(said)
        self.order.setToolTip(f"{said}\n" + self.tr("Turns the order of the dates round"))

    def way(self) -> tuple[QWidget, ...]:
        """Give what Tab goes through, in its order."""
        return self.order, *self.buttons.values()

    @property
    def where(self) -> In:
        """In which text words are looked for."""
        return next(where for where, button in self.buttons.items() if button.isChecked())
