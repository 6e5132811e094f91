"""Slips of the reader of scans, and the Traditional characters."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from campuses.campus_text import TEXTS

if TYPE_CHECKING:
    import random

    from campuses.campus_raw import Line

MARKS = {
    "。": ("o", ".", "〇", "，", "。", ""), "，": (",", "、", "'", ".", ""),
    "、": ("`", "，", ""), "“": ('"', "“", "〝", "‘‘", "«"), "”": ('"', "“", "〞", ""),
    "：": (":", "；", "﹕"), "（": ("(", "〈", "C"), "）": (")", "〉", "J"),
    "《": ("«", "(", "〈"), "》": ("»", ")", "〉"), "！": ("!", "1", "l"), "；": (";", "："),
    "？": ("?", "7"), "1": ("l", "I", "|"), "0": ("O", "o", "〇"), "5": ("S",), "6": ("b",),
    "8": ("B", "3"),
}  # fmt: skip
STRAYS = ("|", "_", "'", "~", "·", "丨", "、", "^", "-", "‘", ".")
RUBBISH = (
    "— —", "| |", "_______", "~ ~", "= =", "' .", "一 一 一", "EEE", "Lyi", ". , '", "ee ——",
    "●", "I] |", "丶 丿", "we Sa", "“ ~", "*", "ll", "， .", "上 | 一",
)  # fmt: skip
DIGITS = re.compile(
    r"(?<=[^\x00-\x7f（“])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[^\x00-\x7f，。、；：）”％　])"
)


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """Read the groups of characters that look alike."""
    found: dict[str, str] = {}
    for line in (TEXTS / "alike.txt").read_text("utf-8").split():
        for mark in line:
            found[mark] = found.get(mark, "") + line.replace(mark, "")
    return found


@lru_cache(maxsize=1)
def _forms() -> dict[int, str]:
    pairs = (TEXTS / "traditional.txt").read_text("utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs if len(pair) == 2}


def traditional(text: str) -> str:
    """Write a text in Traditional characters, as far as the table goes."""
    return text.translate(_forms())


def misread(text: str, rate: float, marks: float, rng: random.Random) -> str:
    """Read a line as a program reads a bad scan."""
    alike = _groups()
    out = []
    for mark in text:
        if mark in MARKS and rng.random() < marks:
            out.append(rng.choice(MARKS[mark]))
        elif rng.random() < rate:
            out.append(_slip(mark, alike, rng))
        else:
            out.append(mark)
    said = "".join(out).strip()
    return said or text


def _slip(mark: str, alike: dict[str, str], rng: random.Random) -> str:
    if mark.isspace():
        return mark
    if mark in alike:
        return rng.choice(alike[mark])
    draw = rng.random()
    if draw < 0.25:
        return ""
    if draw < 0.4:
        return mark + rng.choice(STRAYS)
    if draw < 0.7:
        return rng.choice("吊曹昔泪届肖亘昌圃舒旺罔夭屯皿杏呈汩灸曳毋")
    return mark


def spaced(line: Line, rng: random.Random, share: float) -> None:
    """Put blanks between the characters of a line, as some readers of scans do."""
    found = list(line.text)
    shown = found[0]
    for before, mark in itertools.pairwise(found):
        latin = before.isascii() and mark.isascii()
        blank = " " if not latin and not mark.isspace() and rng.random() < share else ""
        shown += blank + mark
    line.shown = shown


def at_digits(line: Line) -> None:
    """Put blanks between Chinese and Latin signs, as programs do that see two fonts."""
    line.shown = DIGITS.sub(" ", line.text)


def font_cuts(line: Line, rng: random.Random) -> list[Line]:
    """Cut a line where the font changes."""
    parts, rest, gone = [], line, 0
    for match in DIGITS.finditer(line.text):
        at = match.start() - gone
        if rng.random() < 0.3 or not 0 < at < len(rest.text):
            continue
        if not rest.text[:at].strip() or not rest.text[at:].strip():
            continue
        length = len(rest.text)
        head, tail = rest.cut(at)
        gone += length - len(tail.text)
        tail.order = line.order + 0.01 * (len(parts) + 1)
        parts.append(head)
        rest = tail
    return [*parts, rest]
