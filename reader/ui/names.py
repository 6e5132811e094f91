"""Names as they are shown: what would turn or hide the words beside them is a mark.

What cannot be seen is shown by the signs of `positions`, and a name in which something is written
from right to left stands in an isolate of its own (UAX 9), so that it turns nothing around it.
Any other name is shown as it is. What is shown is never written back, sought or sorted by.
"""

from __future__ import annotations

import re

from reader.ui.positions import shown

_UNSEEN = re.compile(r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_LEFTWARD = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of the scripts that are written from right to left."""

_BEGIN, _END = chr(0x2068), chr(0x2069)


def isolated(name: str) -> str:
    """Give a name as it is shown in a list, a sentence or a tool tip: once, of the name alone."""
    if name.isascii() or not (_UNSEEN.search(name) or _LEFTWARD.search(name)):
        return name
    return f"{_BEGIN}{_UNSEEN.sub(lambda found: shown(found[0]), name)}{_END}"
