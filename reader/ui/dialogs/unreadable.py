"""A library that cannot be read: what is wrong with it, why, and each way on with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout

from reader.ui.dialogs.frame import DialogHead
from reader.ui.dialogs.staying import StayingDialog
from reader.ui.greyed import Lack, grey
from reader.ui.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.theme import Theme

_WIDTH = 640


class UnreadableDialog(StayingDialog):
    """Offers a backup, the texts, another library; each is a wish that somebody carries out."""

    restore_wished = Signal()
    rescue_wished = Signal()
    another_wished = Signal()

    def __init__(self, colours: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unreadableDialog")
        self.setWindowTitle(self.tr("The library cannot be read"))
        self.why = label()
        self.why.setObjectName("unreadableWhy")
        self.restore = QPushButton(self.tr("&Restore a backup…"))
        self.restore.setObjectName("unreadableRestore")
        self.rescue = QPushButton(self.tr("&Save its texts…"))
        self.rescue.setObjectName("unreadableRescue")
        self.another = QPushButton(self.tr("&Another library…"))
        self.another.setObjectName("unreadableAnother")
        self.leave = QPushButton(self.tr("Close"))
        self.facts = label()
        self.facts.setObjectName("unreadableFacts")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.restore.clicked.connect(self.restore_wished)
        self.rescue.clicked.connect(self.rescue_wished)
        self.another.clicked.connect(self.another_wished)
        self.leave.clicked.connect(self.reject)
        self._lay_out(colours)
        self.work(on=False)

    def _lay_out(self, colours: Theme) -> None:
        self._ways = {
            self.restore: label("secondary", self._of_restore()),
            self.rescue: label("secondary", self._of_rescue()),
            self.another: label(
                "secondary", self.tr("Leave this file as it is, and open another.")
            ),
        }
        ways = QGridLayout()
        ways.setHorizontalSpacing(16)
        ways.setVerticalSpacing(14)
        ways.setColumnStretch(1, 1)
        for row, (button, said) in enumerate(self._ways.items()):
            said.setWordWrap(True)
            button.setAccessibleDescription(said.text())
            ways.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            ways.addWidget(said, row, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addWidget(DialogHead(self.windowTitle(), "", colours))
        for part in (self.why, self.facts):
            part.setWordWrap(True)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(self.why)
        box.addLayout(ways)
        box.addWidget(self.facts)
        box.addWidget(self.bar)
        box.addStretch(1)
        box.addLayout(foot)

    def _of_restore(self) -> str:
        return self.tr(
            "Put a backup in its place. You choose which one, and see what it holds. "
            "The file that is there now is set aside first, and never deleted."
        )

    def _of_rescue(self) -> str:
        return self.tr(
            "Write all texts that can still be read as files into a new folder. "
            "The library is not changed by it."
        )

    def tell(self, why: str, *, restore: bool, rescue: bool) -> None:
        """Say what is wrong and why; what cannot help here is not offered."""
        self.why.setText(why)
        for button, offered in ((self.restore, restore), (self.rescue, rescue)):
            button.setVisible(offered)
            self._ways[button].setVisible(offered)
        first = self.restore if restore else self.another
        first.setDefault(True)
        first.setFocus()
        self.say("")

    def say(self, sentence: str) -> None:
        """Say what came of a wish."""
        self.facts.setText(sentence)
        self.facts.setVisible(bool(sentence))
        self._fit()

    def work(self, *, on: bool) -> None:
        """Show that something is being done; nothing else can be begun until then."""
        self.busy = on
        for button in (*self._ways, self.leave):
            grey(button, Lack.REST if on else None, "")
        self.bar.setVisible(on)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words need in the width in which they are read well."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedSize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Know the height before the place is taken."""
        self._fit()
        super().showEvent(event)
