"""The menu of kinds: what a block can be, in one order and under the same digits everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import BODY_KINDS, HEAD_KINDS, PAGE_KINDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from reader.model import Kind
    from reader.ui.words import Words

KINDS = (*BODY_KINDS, *HEAD_KINDS, *PAGE_KINDS)
"""The kinds in the order of their menu; the first has the key 1, the last 0."""


def fill(menu: QMenu, words: Words, now: Kind | None, *, writable: bool) -> None:
    """Put a row for each kind into a menu; that of `now` is checked and the first to be chosen."""
    for number, kind in enumerate(KINDS, 1):
        if kind in (HEAD_KINDS[0], PAGE_KINDS[0]):
            menu.addSeparator()
        action = menu.addAction(f"&{number % 10}  {words.kind_in_full(kind)}")
        action.setCheckable(True)
        action.setChecked(kind is now)
        action.setData(kind)
        action.setEnabled(writable)
        if kind is now:
            menu.setActiveAction(action)
