"""The report of an import: what came of each file, while it goes on and afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme
from reader.ui.dialogs.frame import DialogHead
from reader.ui.dialogs.table import TextRows, TextTable
from reader.ui.dialogs.telltaken import COLUMNS, TellTaken
from reader.ui.labels import label
from reader.ui.names import isolated
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from reader.ui.dialogs.taking import Import, Taken
    from reader.ui.jobs import Job
    from reader.ui.rows import Index
    from reader.ui.theme import Theme
    from reader.ui.words import Words

_ROOT = QModelIndex()
_LOOK_MS = 150
_WIDTHS = (90, 200, 110, 110, 60, 60, 60)
"""Pixels of the columns but the last, which takes what is left."""


class ReportRows(TextRows):
    """Files with what came of them; rows are only added until all are there.

    `order` gives the place of each row's file in the list of what was taken.
    """

    def __init__(self, tell: TellTaken) -> None:
        super().__init__(tell.names())
        self._tell = tell
        self._rows: list[tuple[str, ...]] = []
        self.order: list[int] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the files."""
        return 0 if parent.isValid() else len(self._rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """Say what came of a file."""
        return self._rows[row]

    def grow(self, taken: list[Taken]) -> None:
        """Take in what is new at the end of a list of which the first are known."""
        known = len(self._rows)
        new = [self._tell.row(one) for one in taken[known:]]
        if new:
            self.beginInsertRows(QModelIndex(), known, known + len(new) - 1)
            self._rows += new
            self.order += range(known, known + len(new))
            self.endInsertRows()

    def put_refused_first(self, taken: list[Taken]) -> None:
        """Let what was refused stand over all else: there is something to be done about it."""
        self.beginResetModel()
        rows = dict(zip(self.order, self._rows, strict=True))
        self.order.sort(key=lambda at: (taken[at].result.status != "refused", at))
        self._rows = [rows[at] for at in self.order]
        self.endResetModel()


class ReportTable(TextTable):
    """Lists the files."""

    def __init__(self, rows: ReportRows) -> None:
        super().__init__(rows, _WIDTHS)
        self.setObjectName("importTable")
        self.setAccessibleName(self.tr("What came of each file"))


class ReportDialog(Dialog):
    """Follows an import; closing it ends nothing, and it can be opened again."""

    def __init__(
        self, words: Words, colours: Theme, asked: Import, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(self.tr("Report of the import"))
        layout = theme.tokens()["layout"]["dialog"]
        self.resize(layout[0] + 160, layout[1])
        self._asked = asked
        self._job: Job | None = None
        self._cancelled = False
        self.rows = ReportRows(TellTaken(words, self, asked.paths))
        self.table = ReportTable(self.rows)
        self.said = label("secondary")
        self.more = label("secondary")
        self.more.setWordWrap(True)
        self.more.setMinimumHeight(44)
        self.more.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.bar.setTextVisible(False)
        self.copy = QPushButton(self.tr("&Copy the report"))
        self.cancel = QPushButton(self.tr("C&ancel; what is done stays"))
        self.leave = QPushButton(self.tr("Close"))
        self.leave.setDefault(True)
        self._lay_out(colours)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.copy.clicked.connect(self.table.copy_all)
        self.leave.clicked.connect(self.accept)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self._look()

    def _lay_out(self, colours: Theme) -> None:
        buttons = QHBoxLayout()
        for button in (self.copy, self.cancel):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        said = self.tr("? stands behind what is not sure: supposed, or named otherwise")
        box.addWidget(DialogHead(self.tr("Report of the import"), said, colours))
        box.addWidget(self.said)
        box.addWidget(self.bar)
        box.addWidget(self.table, 1)
        box.addWidget(self.more)
        box.addLayout(buttons)

    # --- following ------------------------------------------------------------------------

    def follow(self, job: Job) -> None:
        """Show how far a job is until it ends."""
        self._job = job
        self.cancel.clicked.connect(job.cancel)
        job.progressed.connect(self._on_progress)
        job.cancelled.connect(self._on_cancelled)
        job.ended.connect(self._on_ended)
        self.bar.setRange(0, 0)
        self._timer.start()

    @property
    def ended(self) -> bool:
        """Tell whether the job that is followed is over."""
        return self._job is None

    def _on_progress(self, done: int, total: int, _what: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_cancelled(self) -> None:
        self._cancelled = True

    def _on_ended(self) -> None:
        self._timer.stop()
        self._job = None
        self.bar.hide()
        self.cancel.hide()
        self._look()
        if any(one.result.status == "refused" for one in self._asked.taken):
            self.rows.put_refused_first(self._asked.taken)
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _look(self) -> None:
        self.rows.grow(self._asked.taken)
        self.said.setText(self.sentence)

    @property
    def sentence(self) -> str:
        """Say in one line what came of all."""
        counts = dict.fromkeys(("imported", "unchanged", "refused", "skipped"), 0)
        for one in self._asked.taken:
            counts[one.result.status] += 1
        said = self.tr(
            "Imported {imported}, unchanged {unchanged}, refused {refused}, skipped {skipped}."
        ).format(**counts)
        return self.tr("Cancelled; what was done stays. ") + said if self._cancelled else said

    # --- reading --------------------------------------------------------------------------

    def _on_row(self, current: Index) -> None:
        """Show whole what a row has no room for."""
        if current.isValid():
            path = self._asked.taken[self.rows.order[current.row()]].result.path
            remark = self.rows.index(current.row(), len(COLUMNS) - 1).data()
            self.more.setText("\n".join(filter(None, (isolated(TellTaken.path(path)), remark))))
