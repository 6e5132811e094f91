"""The widgets of the export dialog, and where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme
from reader.ui.dialogs.choices import Choice, Tick
from reader.ui.dialogs.formats import FormatView
from reader.ui.dialogs.frame import DialogHead, YellowLine
from reader.ui.dialogs.selecting import GROUPS, Form
from reader.ui.dialogs.there import There
from reader.ui.labels import label
from reader.ui.line import Line
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from reader.ui.theme import Theme

PAUSE_MS = 250
HEADED = "txt"
"""The format that says only when it is asked where an article comes from."""


class ExportForm(Dialog):
    """Formats at the left; choices, the yellow line, the sample and the place at the right."""

    def __init__(self, colours: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*theme.tokens()["layout"]["dialog"])
        self._make(colours)
        self._lay_out(colours)

    def _make(self, colours: Theme) -> None:
        self.format = FormatView(colours)
        self.scopes = QButtonGroup(self)
        self.scope = {
            "all": Choice(self.tr("&All")),
            "issue": Choice(self.tr("This &issue")),
            "found": Choice(self.tr("What is &found by")),
        }
        for button in self.scope.values():
            self.scopes.addButton(button)
        self.query = Line()
        self.query.setObjectName("exportQuery")
        self.query.setAccessibleName(self.tr("Search whose articles are exported"))
        self.query.setPlaceholderText(self.tr("words, tag:economy, date:2025-01"))
        self.statuses = [Tick() for _ in GROUPS]
        for box in self.statuses:
            box.setChecked(True)
        self.shapes = QButtonGroup(self)
        self.one = Choice(self.tr("&One file"))
        self.many = Choice(self.tr("A folder, with furniture and &manifest"))
        for button in (self.one, self.many):
            self.shapes.addButton(button)
        self.head = Tick(self.tr("A &line on where each comes from"))
        self.doubts = YellowLine(self.tr("See them first ›"))
        self.sample = QPlainTextEdit()
        self.sample.setObjectName("exportSample")
        self.sample.setReadOnly(True)
        self.sample.setTabChangesFocus(True)
        self.sample.setAccessibleName(self.tr("Sample of what is written"))
        self.of = label("secondary")
        self.path = Line()
        self.path.setObjectName("exportPath")
        self.path.setAccessibleName(self.tr("Where to write"))
        self.there = There()
        self.replace = Tick(self.tr("Replac&e the export of the other library"))
        self.replace.hide()
        self.choose = QPushButton(self.tr("&Choose…"))
        self.why = label("secondary")
        self.why.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.go = QPushButton()
        self.go.setObjectName("exportButton")
        self.go.setDefault(True)
        self.choose.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)

    def _lay_out(self, colours: Theme) -> None:
        self.format.setFixedWidth(210)
        side = QVBoxLayout()
        side.addWidget(self.format)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(side)
        upright = QWidget()
        upright.setProperty("role", "upright")
        upright.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle.addWidget(upright)
        middle.addSpacing(24)
        middle.addLayout(self._right(), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.why, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        said = self.tr("Written whole, then renamed: nothing half done is ever left")
        box.addWidget(DialogHead(self.tr("Export the corpus"), said, colours))
        box.addLayout(middle, 1)
        line = QWidget()
        line.setProperty("role", "hairline")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.addWidget(line)
        box.addLayout(buttons)

    def _right(self) -> QVBoxLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(4, 1)
        for row, words in enumerate((self.tr("Articles"), "", self.tr("Status"), self.tr("Shape"))):
            grid.addWidget(label("pane-title", words), row, 0)
        grid.addWidget(self.scope["all"], 0, 1)
        grid.addWidget(self.scope["issue"], 0, 2)
        grid.addWidget(self.scope["found"], 1, 1)
        grid.addWidget(self.query, 1, 2, 1, 3)
        states = QGridLayout()
        states.setHorizontalSpacing(16)
        for number, box in enumerate(self.statuses):
            states.addWidget(box, 0, number)
        states.setColumnStretch(len(self.statuses), 1)
        grid.addLayout(states, 2, 1, 1, 4)
        grid.addWidget(self.one, 3, 1)
        grid.addWidget(self.many, 3, 2, 1, 3)
        grid.addWidget(self.head, 4, 1, 1, 4, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.addWidget(label("pane-title", self.tr("Sample")))
        head.addStretch(1)
        head.addWidget(self.of)
        place = QHBoxLayout()
        place.addWidget(label("pane-title", self.tr("To")))
        place.addSpacing(8)
        place.addWidget(self.path, 1)
        place.addWidget(self.choose)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(grid)
        right.addWidget(self.doubts)
        right.addLayout(head)
        right.addWidget(self.sample, 1)
        right.addLayout(place)
        right.addWidget(self.there)
        right.addWidget(self.replace, 0, Qt.AlignmentFlag.AlignLeft)
        return right

    @property
    def form(self) -> Form:
        """The form in which it is to be written."""
        name = self.format.format
        head = name == HEADED and self.head.isChecked()
        return Form(name, head=head, replace=self.there.another and self.replace.isChecked())

    @property
    def undecided(self) -> bool:
        """Whether nobody has said yet that another library's export may go."""
        return self.there.another and not self.replace.isChecked()

    def ask(self) -> None:
        """Ask for a decision where another library's export would be replaced."""
        self.replace.setChecked(False)
        self.replace.setVisible(self.there.another)

    def on_shape(self) -> None:
        """Give the path the suffix of the format, or none."""
        path = Path(self.path.text().strip())
        if path.name:
            suffix = f".{self.format.format}" if self.one.isChecked() else ""
            stem = path.with_suffix("") if is_file(path) else path
            self.path.setText(str(stem) + suffix)


def is_file(path: Path) -> bool:
    """Tell whether a path is one file, by its suffix."""
    from reader.exporting import SINGLE_FILE_SUFFIXES

    return path.suffix.lower() in SINGLE_FILE_SUFFIXES
