"""Positions: Qt counts UTF-16 units, the ledger code points; both count in one block.

Some characters are shown as others, since Qt would end a block at them, drop them or count
them otherwise: what is shown has as many units as what is meant, so that positions stay true.
What the widget holds is never written back.
"""

from __future__ import annotations

_LINE_SHOWN = "\u2028"
_UNKNOWN = "\ufffd"

_SHOWN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code != 0x09},
    0x0A: _LINE_SHOWN,  # a line end of verse: Qt breaks the line inside the block
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), _UNKNOWN),
    0x85: "\u2424",
    0x2028: "\u2424",
    0x2029: "\u00b6",
    **dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN),
    **dict.fromkeys(range(0xFDD0, 0xFDF0), _UNKNOWN),
    0xFEFF: "\u25af",  # at the head of a string it is lost between Qt and Python
    0xFFFC: "\u25a1",  # Qt takes it for an embedded object
    0xFFFE: _UNKNOWN,
    0xFFFF: _UNKNOWN,
}
"""What is shown for a character; each replacement is one unit, as is what it stands for.

Controls are shown as their pictures (NUL as ␀, CR as ␍), the separators of Unicode as ␤ and ¶,
what is no character as the replacement sign, U+FEFF as ▯, U+FFFC as □. A tab stays a tab.
"""


def shown(text: str) -> str:
    """Give what is put into the widget for `text`: as many units, nothing that Qt changes."""
    return text.translate(_SHOWN)


def units(text: str, points: int) -> int:
    """Map a position in code points to one in UTF-16 units."""
    return points + sum(c > "\uffff" for c in text[:points])


def points(text: str, units: int) -> int:
    """Map a position in UTF-16 units to one in code points; half a pair counts as before it."""
    if text.isascii():
        return min(units, len(text))
    seen = 0
    for index, character in enumerate(text):
        seen += 2 if character > "\uffff" else 1
        if seen > units:
            return index
    return len(text)
