"""Tool tips that say what comes from a file or from a person: shown as it stands, never as markup.

Qt guesses whether a tip is markup, and then loads images that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = ("。", "！", "？", "；", "”")
"""What ends a Chinese sentence, which stands in the width of a character."""


def sentences(said: Iterable[str]) -> str:
    """Put sentences one behind the other, those that are empty left out.

    Behind a Chinese one stands no space.
    """
    made = ""
    for part in filter(None, said):
        made += part if not made or made.endswith(_ENDS) else f" {part}"
    return made


def plain(said: str) -> str:
    """Give a tool tip that is shown as it stands, though it looks like markup."""
    if "<" not in said and "&" not in said:
        return said
    from html import escape  # its table of characters is large

    return f'<p style="white-space: pre-wrap">{escape(said)}</p>'
