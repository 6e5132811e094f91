"""Composing: what an input method is making ends where it is made, and is never disturbed there.

A preedit is no text: it is shown at the caret until the input method commits or drops it. So
before the caret or the text is moved by anything but the input method, it is asked to commit, as
Qt's own editors do when the focus goes; what it does not commit is dropped. Where another program
changes the text, the preedit is taken out and put back in its place, and nobody is asked.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor

from reader.ui.article.wordwise import WordwiseEdit
from reader.ui.positions import units

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QInputMethod, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.article.setting import Setting
    from reader.ui.theme import Theme
    from reader.ui.words import Words

LATE_MS = 200
"""How long a commit of what was dropped may still come from a slow input method."""


def input_method() -> QInputMethod:
    """Give the way to the input method of the system."""
    return QGuiApplication.inputMethod()


class Preedit(NamedTuple):
    """What is being composed, and how it is to be shown."""

    text: str
    attributes: list[QInputMethodEvent.Attribute]


_NONE = Preedit("", [])


class ComposingEdit(WordwiseEdit):
    """A view that knows what is being composed in it."""

    def __init__(
        self, setting: Setting, colours: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(setting, colours, words, parent)
        self._preedit = _NONE
        self._late = QTimer(self)
        self._late.setSingleShot(True)

    @property
    def composing(self) -> bool:
        """Tell whether an input method is at work."""
        return bool(self._preedit.text)

    def settle(self) -> None:
        """End what is being composed, in its place: the input method commits it, else it goes."""
        if self.composing:
            input_method().commit()
            self.drop()

    def drop(self) -> None:
        """Let what is being composed go; a commit of it that comes late is not taken."""
        if self.composing:
            self._show(_NONE)
            self._late.start(LATE_MS)
            input_method().reset()

    def hold(self) -> Preedit:
        """Take what is being composed out of the text; the input method does not notice."""
        held = self._preedit
        if held.text:
            self._show(_NONE)
        return held

    def give_back(self, held: Preedit) -> None:
        """Show at the caret again what was taken out; where nothing can be typed, it is dropped."""
        if not held.text:
            return
        self._show(held)
        if self.isReadOnly() or not self.sheet.blocks:
            self.drop()

    def _show(self, preedit: Preedit) -> None:
        """Let Qt show what is composed; it stands at the caret and is no text of the document.

        Where nothing is shown at the caret there is nothing for Qt to take away: asked to, it has
        crashed after the text was laid out anew.
        """
        self._preedit = preedit
        if not preedit.text and not self.textCursor().block().layout().preeditAreaText():
            return
        self._moving = True
        super().inputMethodEvent(QInputMethodEvent(preedit.text, preedit.attributes))
        self._moving = False

    def cursorForPosition(self, pos: QPoint) -> QTextCursor:
        """Give the border of characters next to a point of the viewport.

        Qt counts what is being composed as if it were text: a point behind it gives a border too
        far on, or, behind the last paragraph, none.
        """
        block = self.textCursor().block()
        layout, drawn = block.layout(), self.document().documentLayout()
        composed = layout.preeditAreaText()
        preedit = units(composed, len(composed))
        point = QPointF(pos) + QPointF(0, self.verticalScrollBar().value())
        top, below = drawn.blockBoundingRect(block).top(), block.next()
        end = drawn.blockBoundingRect(below).top() if below.isValid() else math.inf
        if not preedit or not top <= point.y() < end:
            return super().cursorForPosition(pos)
        at = drawn.hitTest(point, Qt.HitTestAccuracy.FuzzyHit) - block.position()
        start = layout.preeditAreaPosition()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + (at if at <= start else max(start, at - preedit)))
        return cursor

    def _is_late(self, event: QInputMethodEvent) -> bool:
        """Tell whether an event commits what was dropped a moment ago."""
        late = self._late.isActive() and not event.preeditString() and bool(event.commitString())
        self._late.stop()
        return late

    # --- who moves the caret --------------------------------------------------------------

    def set_caret(self, index: int, at: int) -> None:
        """Put the caret at a place; what is being composed stays where it was made."""
        self.settle()
        super().set_caret(index, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """End what is being composed, unless the press is in it: that is the input method's."""
        self._late.stop()
        super().mousePressEvent(event)
        block = self.textCursor().block()
        if self.composing and not block.layout().preeditAreaText():
            self.drop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End what is being composed; when the focus has gone Qt has asked the input method."""
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            self.settle()
        self.drop()
        super().focusOutEvent(event)
