"""File names of ours: date, page, number in the page, title; safe on every system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 200
"""Bytes of a file name in UTF-8."""

_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|(?:COM|LPT)[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"/\\|?*')
_OURS = re.compile(
    r"(?:articles|furniture)\.(?:jsonl|csv)"
    r"|_?[0-9-]{4,10}_\d{2,}_\d{2,}(?:[_~].*)?\.(?:txt|md|html|xml)",
    re.IGNORECASE,
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(title: str) -> str:
    """Give a title without what no file name can bear; white space is written ``_``.

    Control, format (and so bidirectional) and unassigned characters are left out, and so are
    the characters that Windows forbids; no point or blank stands at an edge.
    """
    shown = []
    for c in unicodedata.normalize("NFC", title):
        if c.isspace():
            shown.append("_")
        elif c not in _FORBIDDEN and unicodedata.category(c) not in _INVISIBLE:
            shown.append(c)
    return re.sub("_+", "_", "".join(shown)).strip("_. ")


def cut(text: str, longest: int) -> str:
    """Give as much of a text's head as has `longest` bytes in UTF-8 at most."""
    return text.encode()[:longest].decode("utf-8", "ignore") if longest > 0 else ""


def safe(stem: str, suffix: str) -> str:
    """Give the file name of a cleaned stem: not reserved on Windows, not too long, not empty."""
    stem = cut(stem, LONGEST - len(suffix.encode())).rstrip("_. ")
    if not stem or _RESERVED.match(stem):
        stem = "_" + cut(stem, LONGEST - len(suffix.encode()) - 1)
    return stem + suffix


def is_ours(name: str) -> bool:
    """Tell whether an export of ours may have given a file this name."""
    return bool(_OURS.fullmatch(name))


class Names:
    """Gives each article of an export a name of its own, also where case does not count."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: set[str] = set()

    def name(self, date: str | None, page: int | None, number: int, title: str) -> str:
        """Name an article; an unknown date is written ``0000``, an unknown page ``00``.

        A name that is taken gets the next free number behind it.
        """
        head = f"{clean(date or '') or '0000'}_{page or 0:02}_{number:02}"
        shown = clean(title)
        stem = f"{head}_{shown}" if shown else head
        name = safe(stem, self._suffix)
        twin = 1
        while name.casefold() in self._taken:
            twin += 1
            behind = f"~{twin}"
            short = cut(stem, LONGEST - len(self._suffix) - len(behind)).rstrip("_. ")
            name = safe(short + behind, self._suffix)
        self._taken.add(name.casefold())
        return name
