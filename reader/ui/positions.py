"""Positions: Qt counts UTF-16 units, the ledger code points; both count in one block.

Some characters are shown as others, since Qt would end a block at them, drop them or count
them otherwise: what is shown has as many units as what is meant, so that positions stay true.
What the widget holds is never written back.
"""

from __future__ import annotations

import re

_LINE_SHOWN = "\u2028"
_UNKNOWN = "\ufffd"

_UNSEEN = "\u25af"
_TURN = "\u21c4"

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
    0x00AD: _UNSEEN,
    0x061C: _TURN,
    0x180E: _UNSEEN,
    0x200B: _UNSEEN,  # U+200C and U+200D show in how their neighbours are joined
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F)), _TURN),
    **dict.fromkeys(range(0x2060, 0x2066), _UNSEEN),
    **dict.fromkeys(range(0x2066, 0x2070), _TURN),
    **dict.fromkeys(range(0xFFF9, 0xFFFC), _UNSEEN),
    0xFEFF: _UNSEEN,  # at the head of a string it is lost between Qt and Python
    0xFFFC: "\u25a1",  # Qt takes it for an embedded object
    0xFFFE: _UNKNOWN,
    0xFFFF: _UNKNOWN,
}
"""What is shown for a character; each replacement is one unit, as is what it stands for.

Controls are shown as their pictures (NUL as ␀, CR as ␍), the separators of Unicode as ␤ and ¶,
what is no character as the replacement sign, what has no width as ▯, what turns the direction
of writing as ⇄ (and turns nothing here), U+FFFC as □. A tab stays a tab.
"""

_HIDDEN = re.compile(
    "[" + "".join(re.escape(chr(code)) for code in _SHOWN if not 0xD800 <= code < 0xE000
                  and code != 0x0A) + "\ud800-\udfff]"
)  # fmt: skip


def shown(text: str) -> str:
    """Give what is put into the widget for `text`: as many units, nothing that Qt changes."""
    return text.translate(_SHOWN)


def name_shown(name: str, room: int) -> str:
    """Give a name that a stranger may have chosen as one line of at most `room` characters."""
    cut = name if len(name) <= room else f"{name[: room - 1]}…"
    return shown(cut.replace("\n", " "))


def hidden_in(text: str) -> list[int]:
    """Give the places of characters that cannot be seen, for which something else is shown."""
    return [found.start() for found in _HIDDEN.finditer(text)]


def _length(text: str) -> int:
    """Count UTF-16 units: by way of bytes, which is ten times as fast as one by one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def units(text: str, points: int) -> int:
    """Map a position in code points to one in UTF-16 units."""
    before = text[:points]
    return points + _length(before) - len(before)


def points(text: str, units: int) -> int:
    """Map a position in UTF-16 units to one in code points; half a pair counts as before it."""
    if _length(text) == len(text):
        return max(0, min(units, len(text)))
    seen = 0
    for index, character in enumerate(text):
        seen += 2 if character > "\uffff" else 1
        if seen > units:
            return index
    return len(text)
