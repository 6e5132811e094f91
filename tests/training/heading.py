"""Break headlines and subheads into printed lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_COUPLET = re.compile(r"(.{4,}\S)[ 　]+(\S.{3,})")
ORNAMENTS = (
    ("·", "·"), ("■", ""), ("■ ", ""), ("◆", ""), ("▲", ""), ("●", ""), ("★", ""), ("◎ ", ""),
    ("“", "”"), ("《", "》"), ("——", "——"), ("○", ""),
)  # fmt: skip
"""Marks that stand round a short headline."""


def lines_of(title: tuple[str, ...], dice: random.Random, width: int) -> list[tuple[str, str, str]]:
    """Break a headline into printed lines: raw, how it reads, what joins it to the one before."""
    whole = "".join(title)
    halves = whole.replace("　", " ").split(" ")
    if len(title) == 2 and len(title[0]) == len(title[1]) and dice.random() < 0.8:
        halves = list(title)
        whole = " ".join(title)
    if len(halves) == 2 and len(halves[0]) == len(halves[1]) and dice.random() < 0.4:
        return [(halves[0], halves[0], ""), (halves[1], halves[1], " ")]
    if len(title) > 1 and " " not in whole and dice.random() < 0.5:
        return [(line, line, "") for line in title]
    if len(whole) <= 8 and whole.isalpha() and dice.random() < 0.06:
        gap = dice.choice((" ", " ", "  ", "　"))
        return [(gap.join(whole), whole, "")]
    if len(title) == 1 and len(whole) <= 12 and whole.isalpha() and dice.random() < 0.05:
        left, right = dice.choice(ORNAMENTS)
        return [(left + whole + right, left + whole + right, "")]
    comma = re.search("[，,：:；;]", whole)
    if len(title) == 1 and comma and 3 <= comma.end() <= len(whole) - 3 and dice.random() < 0.45:
        parts = whole[: comma.end()], whole[comma.end() :]
        return [(line, line, "") for line in parts]
    many = 1
    bare = whole.strip("— ")
    if len(whole) > 9 and " " not in bare and "　" not in bare:
        likely = 0.7 if len(whole) > max(width, 18) else 0.35 if whole[0] == "—" else 0.07
        many = (2 if len(whole) < 20 or dice.random() < 0.7 else 3) if dice.random() < likely else 1
    return [(line, line, "") for line in _broken(whole, many, dice)]


def subhead_lines(text: str, dice: random.Random, width: int) -> list[tuple[str, str, str]]:
    """Break a subhead where it is too long for its column, a couplet at its space now and then."""
    size = len(text)
    halves = _COUPLET.fullmatch(text)
    if size <= width and not (halves and size > width * 0.6 and dice.random() < 0.3):
        return [(text, text, "")]
    if halves and dice.random() < 0.8:
        one, two = halves[1], halves[2]
        return [(one, one, ""), (two, two, " ")]
    many = -(-size // max(4, width))
    if dice.random() < 0.4:
        lines = _broken(text, many, dice)
    else:  # as running text: the first lines are full
        lines = [text[at : at + width] for at in range(0, size, width)]
    found: list[tuple[str, str, str]] = []
    space = False
    for line in lines:
        shown = line.strip()
        if shown:
            found.append((shown, shown, " " if found and (space or line[0].isspace()) else ""))
        space = line[-1:].isspace()
    return found


def _broken(whole: str, many: int, dice: random.Random) -> list[str]:
    """Break a line into `many`, mostly of about the same length; numbers stay whole."""
    found, rest = [], whole
    half = len(whole) // 2
    if many == 2 and dice.random() < 0.2 and not whole[half - 1 : half + 1].isascii():
        return [whole[:half], whole[half:]]  # wherever it falls: words are parted, too
    while many > 1 and len(rest) > 2:
        cut = max(
            2, min(len(rest) - 1, len(rest) // many + dice.choice((-2, -1, 0, 0, 0, 1, 2, 3)))
        )
        while cut < len(rest) - 1 and (
            rest[cut] in "，。：；？！、”》）"
            or rest[cut - 1] in "“《（"
            or rest[cut - 1 : cut + 1].isascii()
        ):
            cut += 1
        found.append(rest[:cut])
        rest, many = rest[cut:], many - 1
    return [*found, rest]
