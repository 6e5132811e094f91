"""Lines: how a text is set in a column of some width, with its marks and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from gazettes.gazette_house import House

CLOSING = "，。、；：？！”’）》】」』％℃…,.;:?!)"
HANGING = "，。、；：？！”’）》」,.;:"
OPENING = "“‘（《【「『("
_TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,/:\-]*[0-9A-Za-z]%?|[0-9A-Za-z]%?|——|……|.", re.DOTALL)
_DIGIT_AFTER = re.compile(r"(?<=[一-鿿])(?=[0-9])")
_DIGIT_BEFORE = re.compile(r"(?<=[0-9])(?=[一-鿿])")


def ems(text: str) -> float:
    """Give how wide a text is set: ASCII half an em."""
    return sum(0.5 if mark < "\x80" else 1.0 for mark in text)


def spaced(rng: random.Random, text: str, how: str) -> str:
    """Put the spaces at digits that a typesetting program leaves."""
    if not how or "\n" in text:
        return text
    if how == "some":
        text = _DIGIT_AFTER.sub(lambda _: " " if rng.random() < 0.5 else "", text)
        return _DIGIT_BEFORE.sub(lambda _: " " if rng.random() < 0.5 else "", text)
    text = _DIGIT_BEFORE.sub(" ", text)
    return _DIGIT_AFTER.sub(" ", text) if how == "both" else text


def _tokens(text: str, *, whole: bool) -> list[str]:
    return _TOKEN.findall(text) if whole else list(text)


def wrap(text: str, first: float, widths: list[int], house: House) -> list[str]:
    """Set a text: its first line `first` ems short, its lines as wide as `widths` say in turn.

    The last of `widths` holds for all lines that follow.
    """
    lines: list[str] = []
    line, room = "", float(widths[0]) - first
    for token in _tokens(text, whole=house.numbers_whole):
        if not line and token == " ":
            continue
        if ems(line) + ems(token) <= room or not line or token == " ":
            line += token
            continue
        if token in CLOSING and _holds(line, token, room, house.kinsoku):
            line += token
            continue
        line, carried = _carried(line, token)
        lines.append(line.rstrip(" "))
        line = carried + token
        room = float(widths[min(len(lines), len(widths) - 1)])
    if line.strip():
        lines.append(line.rstrip(" "))
    return lines


def _holds(line: str, token: str, room: float, kinsoku: str) -> bool:
    """Say whether a closing mark still stands at the end of a full line."""
    over = ems(line) + ems(token) - room
    if kinsoku == "hang":
        return token in HANGING and over <= 1.0
    if kinsoku == "squeeze":
        saved = sum(mark in HANGING + OPENING for mark in line + token) / 2
        return over <= saved and over <= 1.5
    return False


def _carried(line: str, token: str) -> tuple[str, str]:
    """Carry down what may not end a line, or what keeps a mark from beginning the next."""
    carried = ""
    if token[0] in CLOSING:
        at = len(line) - 1
        while at > 1 and line[at] in CLOSING:
            at -= 1
        line, carried = line[:at], line[at:]
    while len(line) > 1 and line[-1] in OPENING:
        line, carried = line[:-1], line[-1] + carried
    return line, carried
