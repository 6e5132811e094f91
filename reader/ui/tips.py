"""Tool tips that say what comes from a file or from a person: shown as it stands, never as markup.

Qt guesses whether a tip is markup, and then loads images that it names.
"""

from __future__ import annotations


def plain(said: str) -> str:
    """Give a tool tip that is shown as it stands, though it looks like markup."""
    if "<" not in said and "&" not in said:
        return said
    from html import escape  # its table of characters is large

    return f'<p style="white-space: pre-wrap">{escape(said)}</p>'
