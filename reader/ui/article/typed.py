"""What a key types, and what pasted text becomes in one block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reader.model import Kind
from reader.text.lines import LINE_END_CHARACTERS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def flat(pasted: str, kind: Kind) -> str:
    """Make pasted text fit for one block.

    A line end with the blanks around it becomes nothing beside Chinese text and one space
    otherwise; in verse it stays a line end. Controls and halves of pairs are left out.
    """
    clean = "".join(
        c
        for c in pasted
        if c in LINE_END_CHARACTERS or c == "\t" or not (c < " " or "\ud800" <= c <= "\udfff")
    )
    lines = [line.strip() for line in re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", clean)]
    if len(lines) == 1:
        return clean
    if kind is Kind.VERSE:
        return "\n".join(line for line in lines if line)
    told = ""
    for line in filter(None, lines):
        bare = not told or _CJK.match(told[-1]) or _CJK.match(line[0])
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
