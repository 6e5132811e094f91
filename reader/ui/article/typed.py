"""What a key types, and what pasted text becomes in one block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.model import Kind
from reader.text.lines import LINE_END, LINE_END_CHARACTERS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_CJK = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
"""A pattern that is compiled when something is pasted: that takes longer than to load all this."""


@dataclass(frozen=True, slots=True)
class Clip:
    """What is pasted: as plain text, and where it was copied from an article, block by block.

    Characters that no block takes, controls and halves of pairs, are left out and counted.
    """

    text: str
    blocks: tuple[str, ...] = ()

    @property
    def unfit(self) -> int:
        """How many characters are left out since no block takes them."""
        told = "\n".join(self.blocks) if self.blocks else self.text
        return len(told) - len(_fit(told))

    def lines(self) -> list[str]:
        """Cut the text at each line end, less the blanks around it."""
        return [line.strip() for line in LINE_END.split(_fit(self.text))]

    def blanks(self) -> int:
        """Count the blanks that stand around the line ends of the text."""
        lines = LINE_END.split(_fit(self.text))
        return sum(len(line) - len(line.strip()) for line in lines) if len(lines) > 1 else 0

    def paragraphs(self, kind: Kind) -> list[str]:
        """Give what is pasted as paragraphs; an empty one at an end is a border there.

        From elsewhere each line is one, and lines with nothing in them are none; of an article
        each block, whose blanks are kept. In verse lines stay lines of one block. A single
        paragraph that has but a line end behind it is none: it is text within one.
        """
        if self.blocks:
            parts = [_fit(block) for block in self.blocks]
            if kind is not Kind.VERSE:
                parts = [line for block in parts for line in LINE_END.split(block)]
            return parts if len(parts) > 1 and any(map(str.strip, parts)) else []
        lines = self.lines()
        full = [line for line in lines if line]
        if kind is Kind.VERSE or len(full) < 2:
            return []
        return [""] * (not lines[0]) + full + [""] * (not lines[-1])


def _fit(pasted: str) -> str:
    """Leave out controls and halves of pairs; a tab and line ends of all kinds are none."""
    return "".join(
        c
        for c in pasted
        if c in LINE_END_CHARACTERS or c == "\t" or not (c < " " or "\ud800" <= c <= "\udfff")
    )


def flat(pasted: str, kind: Kind) -> str:
    """Make pasted text fit for one block.

    A line end with the blanks around it becomes nothing beside Chinese text and one space
    otherwise; in verse it stays a line end. Controls and halves of pairs are left out.
    """
    lines = Clip(pasted).lines()
    if len(lines) == 1:
        return _fit(pasted)
    if kind is Kind.VERSE:
        return "\n".join(line for line in lines if line)
    told = ""
    for line in filter(None, lines):
        bare = not told or re.match(_CJK, told[-1]) or re.match(_CJK, line[0])
        told += line if bare else " " + line
    return told


def typed_by(event: QKeyEvent) -> str:
    """Give what a key types; empty for a key that types nothing."""
    text = event.text()
    modifiers = event.modifiers()
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if not text or control != alt:  # both together are AltGr
        return ""
    return text if all(c.isprintable() for c in text) else ""
