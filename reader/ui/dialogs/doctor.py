"""What an examination of the machine and the library found, to read and to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from reader.examining import examine
from reader.ui.dialogs.refusals import Refusals
from reader.ui.doctorwords import NOUNS, REMARKS
from reader.ui.labels import label
from reader.ui.names import isolated
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reader.examining import Remark


class DoctorDialog(Dialog):
    """A line a remark, what `jiaokan doctor` prints, the risks first; a button copies all."""

    def __init__(self, library: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doctorDialog")
        self.setWindowTitle(self.tr("Doctor"))
        self.setMinimumSize(720, 480)
        self.found = QPlainTextEdit()
        self.found.setObjectName("doctorFound")
        self.found.setReadOnly(True)
        self.found.setTabChangesFocus(True)
        self.found.setAccessibleName(self.tr("What was found"))
        remarks = sorted(examine(library), key=lambda remark: not remark.risk)
        risky = self.tr("! ")
        lines = [f"{risky if remark.risk else '· '}{_said(remark)}" for remark in remarks]
        self.found.setPlainText("\n".join(lines))
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(self.copy)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label("secondary", self.tr("What begins with ! is risky and comes first.")))
        box.addWidget(self.found, 1)
        box.addLayout(foot)

    def copy(self) -> None:
        """Put all that was found on the clipboard."""
        QApplication.clipboard().setText(self.found.toPlainText())


def _said(remark: Remark) -> str:
    facts = {name: isolated(str(value)) for name, value in remark.facts.items()}
    if remark.facts.get("noun") in NOUNS:
        facts["noun"] = _tr(NOUNS[str(remark.facts["noun"])])
    if remark.error is not None:
        facts["why"] = Refusals().words(remark.error)
    said = _tr(REMARKS[remark.code]).format_map(facts)
    return " ".join(said.splitlines())


def _tr(words: str) -> str:
    return QCoreApplication.translate("doctor", words)
