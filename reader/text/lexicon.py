"""A list of eleven thousand words of two characters, which line ends cut."""

from __future__ import annotations

from functools import cache

from reader import places


@cache
def common_words() -> frozenset[str]:
    """Give common words of two characters; read once, when a page needs them."""
    text = (places.resources() / "engine" / "words.txt").read_text("utf-8")
    return frozenset(text.partition("\n")[2].split())
