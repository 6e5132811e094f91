"""Supply a heading that the page has lost: its kind and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.model import HEAD_KINDS, Kind
from reader.ui.fields import ListChoice
from reader.ui.greyed import Lack, grey
from reader.ui.line import Line
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from reader.ui.words import Words


class SupplyDialog(Dialog):
    """Asks for kind and words of a heading; `supplied` gives both."""

    supplied = Signal(Kind, str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("supplyDialog")
        self.setWindowTitle(self.tr("Supply a headline"))
        self.setMinimumWidth(440)
        self.kinds = ListChoice()
        self.kinds.setAccessibleName(self.tr("Kind of heading"))
        for kind in HEAD_KINDS:
            self.kinds.addItem(words.kind_in_full(kind), kind)
        self.kinds.setCurrentIndex(HEAD_KINDS.index(Kind.TITLE))
        self.text = Line()
        self.text.setAccessibleName(self.tr("Words of the heading"))
        self.text.textChanged.connect(self._enable)
        note = QLabel(
            self.tr("The page does not have it: it is marked as supplied, with your name.")
        )
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("role", "caption")
        note.setWordWrap(True)
        self.go = QPushButton(self.tr("Supply"))
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(self.tr("Kind"), self.kinds)
        form.addRow(self.tr("Words"), self.text)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addLayout(form)
        box.addWidget(note)
        box.addLayout(buttons)
        self.text.setFocus()
        self._enable()

    def _enable(self) -> None:
        grey(self.go, None if self.text.text().strip() else Lack.WORDS, "")

    def _go(self) -> None:
        self.accept()
        self.supplied.emit(Kind(self.kinds.currentData()), self.text.text().strip())
