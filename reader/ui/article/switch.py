"""The switch in the head of the article: proof, beside the source, differences."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton

from reader.ui.actions import key_of
from reader.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Theme

_LINE = 2.0
"""Pixels of the line under the word of the segment that is chosen."""


class View(StrEnum):
    """How the article is shown."""

    PROOF = "proof"
    BESIDE = "beside"
    DIFFERENCES = "differences"


class Segment(QToolButton):
    """One way to show the article; the chosen one has a line under its word."""

    def __init__(self, words: str, tip: str, key: str, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self.setText(words)
        self.setToolTip(f"{words} ({key})\n{tip}")
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"{tip} ({key})")
        self.setCheckable(True)
        self.setProperty("role", "view")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segment, and the line where it is chosen."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        width = self.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - width) / 2
        painter = QPainter(self)
        line = QRectF(left, self.height() - 2 * _LINE, width, _LINE)
        painter.fillRect(line, self.colours.color("accent"))
        painter.end()


class ViewSwitch(QFrame):
    """Three segments of which one is chosen; `chosen` gives the `View` that the person wants.

    Tab comes to the chosen segment, arrow keys go to the next; a click leaves the focus in the
    text.
    """

    chosen = Signal(object)

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("viewSwitch")
        self.setAccessibleName(self.tr("How the article is shown"))
        said = {
            View.PROOF: (
                self.tr("Proof"),
                self.tr("The article alone, as it reads"),
                key_of("actionProofView"),
            ),
            View.BESIDE: (
                self.tr("Beside"),
                self.tr("The article beside the lines as received"),
                key_of("actionToggleSource"),
            ),
            View.DIFFERENCES: (
                self.tr("Diff"),
                self.tr("What was changed of what was received, read-only"),
                key_of("actionDifferences"),
            ),
        }
        self.segments = {view: Segment(*words, colours) for view, words in said.items()}
        self.setFixedHeight(int(tokens()["space"]["row_short"]))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for view, segment in self.segments.items():
            group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, view=view: self.chosen.emit(view))
        self.show_view(View.PROOF)

    def show_view(self, view: View) -> None:
        """Show which view there is; nobody has chosen anew."""
        self.segments[view].setChecked(True)
        for segment in self.segments.values():  # Qt sees to it only where one has the focus
            tab = Qt.FocusPolicy.TabFocus if segment.isChecked() else Qt.FocusPolicy.NoFocus
            segment.setFocusPolicy(tab)

    def dress(self, colours: Theme) -> None:
        """Paint in other colours."""
        for segment in self.segments.values():
            segment.colours = colours
            segment.update()
