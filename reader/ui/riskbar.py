"""The bar that says, once for each library, that it lies where it may be damaged, and why."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from reader.ui import theme
from reader.ui.names import isolated
from reader.ui.remembering import recall, remember
from reader.ui.tips import sentences

if TYPE_CHECKING:
    from pathlib import Path

    from reader.examining import Remark
    from reader.ui.session import Session

LATER_MS = 500
"""How long after the opening the folder is looked at: the first rows come before."""

_TOLD = "risks"
_KEPT = 50
"""Of how many libraries it is kept that they were told of."""


class RiskBar(QFrame):
    """One row under the top bar, where the library's folder is shared or synchronised.

    Leaving it is remembered for the library in that folder. `copy_wished` asks for a copy of the
    library in another place.
    """

    copy_wished = Signal()
    _looked = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("riskBar")
        self.setAccessibleName(self.tr("The library lies in a risky place"))
        self._session = session
        self._key = ""
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(0)
        self.copy = QPushButton(self.tr("Save a copy…"))
        self.copy.setObjectName("riskCopy")
        self.copy.setToolTip(self.tr("Write a verified copy of the library to another place"))
        self.copy.clicked.connect(self.copy_wished)
        self.leave = QPushButton(self.tr("I know"))
        self.leave.setObjectName("riskLeave")
        self.leave.setToolTip(self.tr("Do not say it again of this library in this folder"))
        self.leave.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.said, 1)
        row.addWidget(self.copy)
        row.addWidget(self.leave)
        self.setMinimumHeight(int(theme.tokens()["layout"]["article_head"]))
        self.hide()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._start)
        self._looked.connect(self._show, Qt.ConnectionType.QueuedConnection)
        session.opened.connect(self._look)
        session.closing.connect(self._forget)

    def way(self) -> tuple[QPushButton, QPushButton]:
        """Give what Tab goes through, in its order."""
        return self.copy, self.leave

    def _forget(self) -> None:
        self._later.stop()
        self._key = ""
        self.hide()

    def _look(self) -> None:
        """Have the folder looked at, unless it was told of this library already."""
        key = f"{self._session.library.id} {self._folder()}"
        if key == self._key:
            return  # it was only opened again, for writing
        self._forget()
        if key in _known():
            return
        self._key = key
        self._later.start(LATER_MS)

    def _folder(self) -> Path:
        return self._session.library.path.absolute().parent

    def _start(self) -> None:
        """Look not on the window's thread, which a share that does not answer would stop.

        Nor by a job, for whose end the program would wait.
        """
        Thread(target=self._find, args=(self._key, self._folder()), daemon=True).start()

    def _find(self, key: str, folder: Path) -> None:
        found = risks_of(folder)
        with suppress(RuntimeError):  # the window is gone
            self._looked.emit(key, found)

    def _show(self, key: str, found: list[Remark]) -> None:
        if key != self._key or not found:
            return
        self.said.setText(sentences((*map(self._why, found), self._advice())))
        self.show()

    def _why(self, remark: Remark) -> str:
        said = {
            "folder_network": self.tr(
                "This library lies on a network or shared file system ({system}): locks cannot"
                " be relied on there, and two machines that write damage it."
            ),
            "folder_sync": self.tr(
                "{service} synchronises this library’s folder: it may copy the library in the"
                " middle of a write, or put an older one back."
            ),
        }[remark.code]
        return said.format_map({name: isolated(str(value)) for name, value in remark.facts.items()})

    def _advice(self) -> str:
        return self.tr("Keep it in an ordinary folder of this machine, and put only copies here.")

    def _leave(self) -> None:
        others = [key for key in _known() if key != self._key]
        remember(_TOLD, [*others, self._key][-_KEPT:])
        self.hide()


def _known() -> list[str]:
    stored = recall(_TOLD, [])
    return [key for key in stored if isinstance(key, str)] if isinstance(stored, list) else []


def risks_of(folder: Path) -> list[Remark]:
    """Give what about a folder may damage a library in it; it may take as long as a dead share."""
    from reader.examining import risks

    return [r for r in risks("library", folder) if r.code in ("folder_network", "folder_sync")]
