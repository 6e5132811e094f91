"""Which characters show nothing: blanks, controls, marks of width nought, what turns directions."""

from __future__ import annotations

import re

UNSEEN = (
    r"\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""They stand for a class of a regular expression.

These are the white space of Unicode, the controls, and what its table DerivedCoreProperties.txt
lists under Default_Ignorable_Code_Point; beside them the empty sign of Braille and the marks of
annotations.
"""

_NOTHING = re.compile(f"[{UNSEEN}]*")


def shows_nothing(text: str) -> bool:
    """Tell whether nothing of a text can be seen; nothing of an empty one can."""
    return _NOTHING.fullmatch(text) is not None
