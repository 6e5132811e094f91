"""About the program: versions, and the licences of all that ships with it."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from reader import __version__, places
from reader.ui import theme
from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LICENCES = ("fonts/OFL.txt", "icons/LICENSE", "engine/LICENSE-words.txt")


class AboutDialog(Dialog):
    """Name, versions, licences; all of it can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About"))
        self.setMinimumSize(640, 480)
        title = QLabel(self.tr("Jiaokan"))
        title.setFont(theme.font("reading", 28, bold=True))
        said = QLabel(
            self.tr(
                "Proofread, repair, tag and export digitised Chinese newspapers. "
                "It works without any network."
            )
        )
        said.setWordWrap(True)
        self.versions = QLabel(versions())
        self.versions.setTextFormat(Qt.TextFormat.PlainText)
        self.versions.setProperty("role", "secondary")
        self.versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.licences = QPlainTextEdit(licences(self.tr("The program itself: MIT licence.")))
        self.licences.setObjectName("licences")
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(self.tr("Licences"))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for part in (title, said, self.versions):
            box.addWidget(part)
        box.addWidget(self.licences, 1)
        box.addLayout(foot)


def versions() -> str:
    """Give the versions that matter when something is to be told."""
    from reader.store.opening import sqlite_version

    return (
        f"Jiaokan {__version__} · SQLite {sqlite_version()} · Qt {qVersion()} · "
        f"Python {platform.python_version()}"
    )


def licences(first: str) -> str:
    """Give the licences of what ships with the program, as they lie beside it."""
    parts = [first, "Qt, PySide6: LGPL-3.0.  SQLite: public domain.  Python: PSF-2.0."]
    for name in _LICENCES:
        path = places.resources() / name
        parts.append(f"resources/{name}\n\n{path.read_text('utf-8')}")
    return "\n\n———\n\n".join(parts)
