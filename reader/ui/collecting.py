"""Collecting: Python's garbage is looked for in the window's thread alone.

Python looks for cycles in whichever thread happens to make something, and takes away what it finds
there and then: a job's thread would destroy widgets, which Qt allows in their own thread only. So
it does not look by itself while there is a window; a timer of the window's thread has it look,
by Python's own measure of when that is due.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Collecting(QObject):
    """Keeps Python from looking for garbage by itself until `end`, and looks for it in turn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look for garbage in the oldest generation for which it is due, if it is for any."""
        due = [
            age
            for age, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most > 0
        ]
        if due:
            gc.collect(max(due))

    def end(self) -> None:
        """Let Python look for garbage by itself again."""
        self._timer.stop()
        gc.enable()
