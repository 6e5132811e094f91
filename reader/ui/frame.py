"""The frame: the grounds and lines of the window, painted before its panes are loaded.

It has their colours, their widths and their lines, so that nothing moves when they come.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader import settings
from reader.ui import room, theme
from reader.ui.state import State, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Theme


@contextmanager
def making_what_stays() -> Iterator[None]:
    """Let Python look for no garbage while modules are loaded and panes made, nor later in them.

    All of it stays until the end; looking it through again and again takes a tenth of a start.
    """
    by_itself = gc.isenabled()  # else `collecting` has it look
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if by_itself:
            gc.enable()


class Frame(QWidget):
    """Paints the window as it is with nothing in its panes."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self._colours = colours
        self._kept = load()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Fill the grounds; a line of one pixel stands between them."""
        layout, colours = theme.tokens()["layout"], self._colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.color("rule"))
        top, foot = layout["top_bar"], self.height() - layout["status_bar"]
        painter.fillRect(0, 0, self.width(), top - 1, colours.color("window"))
        painter.fillRect(0, foot + 1, self.width(), self.height(), colours.color("window"))
        left = 0
        for role, width in columns(self._kept, self.width()):
            painter.fillRect(QRect(left, top, width, foot - top), colours.color(role))
            left += width + 1


def columns(kept: State, width: int) -> list[tuple[str, int]]:
    """Give ground and width of each column of a window of this width, from the left."""
    last = room.RIGHT if kept.journal else room.SOURCE if kept.source else ""
    wanted = room.Wanted(kept.widths, source=kept.source, journal=kept.journal, last=last)
    has = room.share(width, room.needed(_size(kept, width)), wanted)
    grounds = (("panel", has.issues), ("source-ground", has.source), ("paper", has.text))
    return [(role, wide) for role, wide in (*grounds, ("panel", has.right)) if wide]


def _size(kept: State, width: int) -> int:
    """Give the reading size that the text will have."""
    scale = theme.tokens()["type"]["scale"]
    usual = settings.load().reading_size or int(scale["body"])
    base = max(usual - room.is_small(width), int(scale["body-min"]))
    size = base + kept.zoom
    return size if scale["body-min"] <= size <= scale["body-max"] else base
