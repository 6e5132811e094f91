"""The flash: the line that a jump has reached lights up once, and fades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QVariantAnimation
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QStyle

from reader.ui import theme

if TYPE_CHECKING:
    from reader.ui.article.painted import PaintedEdit

_STRENGTH = 0.35
"""How much of the colour of what is here lies on the paper at first."""


def lasts(edit: PaintedEdit) -> int:
    """Give for how many milliseconds a line is lit; 0 where the system wants no motion."""
    moves = edit.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, edit)
    allowed = theme.tokens()["motion"]["allowed"]
    return int(allowed["jump flash of the target line, once"]) if moves else 0


class Flash(QObject):
    """Lights the line of the caret under the text. It changes no text, and no format."""

    def __init__(self, edit: PaintedEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._at = 0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._look_again)

    @property
    def lit(self) -> bool:
        """Whether a line is lit now."""
        return self._fade.state() is QVariantAnimation.State.Running

    def strike(self) -> None:
        """Light the line in which the caret is."""
        self._fade.stop()
        self._look_again()
        if duration := lasts(self._edit):
            self._at = self._edit.textCursor().position()
            self._fade.setDuration(duration)
            self._fade.start()

    def _look_again(self) -> None:
        self._edit.viewport().update(self._line())

    def _line(self) -> QRect:
        """Give where the line stands in the viewport, over the whole column."""
        document = self._edit.document()
        cursor = QTextCursor(document)
        cursor.setPosition(min(self._at, document.characterCount() - 1))
        margins = document.rootFrame().frameFormat()
        line = self._edit.cursorRect(cursor)
        left, right = round(margins.leftMargin()), round(margins.rightMargin())
        return QRect(left, line.top(), self._edit.viewport().width() - left - right, line.height())

    def paint(self) -> None:
        """Paint the light, before all else."""
        if not self.lit:
            return
        colour = self._edit.sheet.colours.color("accent")
        colour.setAlphaF(_STRENGTH * float(self._fade.currentValue()))
        painter = QPainter(self._edit.viewport())
        painter.fillRect(self._line(), colour)
        painter.end()
