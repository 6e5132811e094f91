"""A row of the sheet of all keys: what is done, and the caps of its keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from reader.text import pinyin
from reader.ui.menus.within import cap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QMouseEvent

_INITIALS = 2
"""How many letters of pinyin tell something: one begins a word of every second row."""


class Mark(Enum):
    """How a row stands out, by the role that it has in the style sheet."""

    NONE = "key-row"
    HIT = "key-hit"
    CURRENT = "key-current"


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: words, keys, and one sentence; `action` names one of the table, or none."""

    words: str
    keys: tuple[str, ...]
    tip: str = ""
    action: str = ""


class KeyRow(QFrame):
    """Shows a row under the title `where`; `wished` tells that it was clicked."""

    wished = Signal()

    def __init__(self, where: str, row: Row) -> None:
        super().__init__()
        self.where, self.action = where, row.action
        self.words = plain(row.words)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 2, 0, 2)
        inner.setSpacing(6)
        self._said = QLabel(self.words)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setToolTip(row.tip)
        inner.addWidget(self._said, 1)
        keys = [cap(key) for key in row.keys]
        for key in dict.fromkeys(keys):
            shown = QLabel(key)
            shown.setProperty("role", "key")
            inner.addWidget(shown)
        self.found = " ".join((self.words, row.tip, *keys)).casefold()
        self._name = " ".join((self.words, *keys)).casefold()
        self._mark = Mark.NONE

    def fits(self, wanted: Iterable[str]) -> bool:
        """Tell whether all of what is wanted is here: as it stands, or the words by pinyin."""
        return all(part in self.found or self._sounds(part) for part in wanted)

    def named(self, wanted: Iterable[str]) -> bool:
        """Tell whether all of what is wanted is in the words or keys, not only in the sentence."""
        return all(part in self._name or self._sounds(part) for part in wanted)

    def _sounds(self, part: str) -> bool:
        letters = pinyin.letters(part)
        if len(letters) < _INITIALS or self.words.isascii():
            return False
        return pinyin.found_at(letters, self.words) is not None

    def mark(self, mark: Mark) -> None:
        """Let the row stand out, or not."""
        if mark is self._mark:
            return
        self._mark = mark
        self.setProperty("role", mark.value)
        self._said.setProperty("role", "pane-title" if mark is Mark.CURRENT else None)
        for part in (self, self._said):
            part.style().unpolish(part)
            part.style().polish(part)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.wished.emit()


def plain(words: str) -> str:
    """Give words without the mark of their menu key: ``&Open``, and ``打开(&O)``."""
    head, mark, tail = words.rstrip("…").partition("(&")
    if mark and len(tail) == 2 and tail.endswith(")"):
        return head
    return words.rstrip("…").replace("&", "")
