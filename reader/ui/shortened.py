"""Counts over 9,999 are shortened in rows and heads; tool tips tell them whole."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_LONG = 10_000


def short(count: int) -> str:
    """Shorten a count over 9,999: 12k, 1.2 万."""
    if count < _LONG:
        return str(count)
    # the unit in which a language counts what is long
    unit = int(QCoreApplication.translate("counts", "1000"))
    said = f"{count / unit:.1f}"
    return QCoreApplication.translate("counts", "{count}k").format(
        count=said[:-2] if unit < _LONG else said
    )


def shorten(said: str, *counts: int) -> str:
    """Shorten the counts over 9,999 that stand in some words."""
    for count in counts:
        if count >= _LONG:
            less = short(count)
            space = " " if less[-1].isascii() else ""  # 1.2 万篇
            number = rf"(?<![0-9,])(?:{count}|{count:,})(?![0-9,])"
            said = re.sub(number, less, re.sub(f"{number} ", less + space, said))
    return said
