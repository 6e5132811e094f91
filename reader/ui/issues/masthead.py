"""The masthead of a newspaper: its title between a double rule and a thin one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reader.ui import theme
from reader.ui.tips import plain

if TYPE_CHECKING:
    from reader.ui.theme import Theme

HEIGHT = 38
_PADDING = 16


def paint_masthead(painter: QPainter, place: QRect, title: str, colours: Theme) -> None:
    """Paint the rules and the title at the foot of a place, over the padding of the pane."""
    place = place.adjusted(_PADDING, place.height() - HEIGHT, -_PADDING, 0)
    ink = colours.color("ink")
    painter.fillRect(place.left(), place.top(), place.width(), 2, ink)
    painter.fillRect(place.left(), place.top() + 4, place.width(), 1, ink)
    painter.fillRect(place.left(), place.bottom(), place.width(), 1, ink)
    painter.setPen(ink)
    painter.setFont(theme.font("reading", 18, bold=True))
    cut = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place.adjusted(0, 5, 0, -1), Qt.AlignmentFlag.AlignVCenter, cut)


class Masthead(QWidget):
    """The masthead over the list: that of the newspaper whose issues are in view."""

    def __init__(self, colours: Theme) -> None:
        super().__init__()
        self.colours = colours
        self.title = ""
        self.setFixedHeight(HEIGHT)

    def show_title(self, title: str) -> None:
        """Show a title; the room stays where there is none, so that no row jumps."""
        if title != self.title:
            self.title = title
            self.setToolTip(plain(title))
            self.update()

    def paintEvent(self, _event: object) -> None:
        """Paint the rules and the title; nothing where there is none."""
        if not self.title:
            return
        painter = QPainter(self)
        paint_masthead(painter, self.rect(), self.title, self.colours)
        painter.end()
