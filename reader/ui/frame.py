"""The frame: the grounds and lines of the window, painted before its panes are loaded.

It has their colours, their widths and their lines, so that nothing moves when they come; only
where they leave the text less than it can do with are they pushed aside a little.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.ui import theme
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
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
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


def own_width(chosen: int, usual: int, width: int) -> int:
    """Give the width that the person chose, where it leaves room for the text."""
    return min(chosen, max(usual, width // 3))


def columns(kept: State, width: int) -> list[tuple[str, int]]:
    """Give ground and width of each column of a window of this width, from the left."""
    layout = theme.tokens()["layout"]
    small = "_small" if width < layout["small_below"] else ""

    def own(name: str, usual: int) -> int:
        return own_width(kept.widths.get(name, usual), usual, width)

    left = own("issues", layout["issue_list" + small])
    middle = own("source", layout["source_pane"]) if kept.source else 0
    right = own("right", layout["tag_sidebar" + small])
    narrow = width < layout["fold_sidebar_when_source_below"]
    if kept.source and narrow and not kept.journal:
        right = layout["tag_strip_folded"]
    beside = [("source-ground", middle)] if middle else []
    text = max(1, width - left - middle - right - (3 if beside else 2))
    return [("panel", left), *beside, ("paper", text), ("panel", right)]
