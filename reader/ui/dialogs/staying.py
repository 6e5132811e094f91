"""A dialog in which something is done that must come to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.standing import Dialog

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


class StayingDialog(Dialog):
    """Stays, whatever key or button would close it, as long as it is `busy`."""

    busy = False

    def reject(self) -> None:
        """Stay as long as something is being done."""
        if not self.busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay as long as something is being done."""
        if self.busy:
            event.ignore()
        else:
            super().closeEvent(event)
