"""Files and folders that are dropped on the window are offered for import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def paths_of(event: QDropEvent) -> list[str]:
    """Give the files and folders of this machine that are dragged."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


class Dropping(QObject):
    """Watches a window; `dropped` gives the paths."""

    dropped = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged here, where it is files."""
        kinds = (QEvent.Type.DragEnter, QEvent.Type.Drop)
        if event.type() in kinds and isinstance(event, QDropEvent) and paths_of(event):
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self.dropped.emit(paths_of(event))
            return True
        return super().eventFilter(watched, event)
