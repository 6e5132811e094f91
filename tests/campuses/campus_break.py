"""Line breaking by the rules of Chinese typesetting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

CLOSERS = frozenset("，。、；：？！）》”’」』〕】…％℃,.;:?!)]%·")
OPENERS = frozenset("（《“‘「『〔【([＃")
WHOLE = re.compile(r"——|……|[A-Za-z0-9][A-Za-z0-9.,:%/\-]*[A-Za-z0-9%]|[A-Za-z0-9]|\s+|.", re.S)
SINGLE = re.compile(r"——|……|\s+|.", re.S)


class Strip(NamedTuple):
    """A printed line: what stands between it and the line before when read, and its text."""

    glue: str
    text: str


class Rule(NamedTuple):
    """How a house breaks lines."""

    breaks: str
    whole: bool
    rng: random.Random


def ems(text: str) -> float:
    """Measure a text: a half em for each Latin sign."""
    return sum(0.5 if mark.isascii() else 1.0 for mark in text)


def _carry(line: list[str], token: str) -> list[str]:
    """Take from a full line what must go over to the next with the token."""
    taken: list[str] = []
    if token[0] in CLOSERS:
        while len(line) > 1:
            taken.insert(0, line.pop())
            if taken[0][0] not in CLOSERS:
                break
    while len(line) > 1 and line[-1][-1] in OPENERS:
        taken.insert(0, line.pop())
    return taken


def _hangs(token: str, over: float, rule: Rule) -> bool:
    if token[0] not in CLOSERS or rule.breaks == "push" or over > 1.0:
        return False
    return rule.breaks == "hang" or rule.rng.random() < 0.6


def breaking(text: str, width: Callable[[int], float], rule: Rule) -> list[Strip]:
    """Break a text into lines; ``width`` gives the ems of the line of a number."""
    strips: list[Strip] = []
    line: list[str] = []
    glue = ""

    def flush() -> None:
        nonlocal line, glue
        said = "".join(line)
        kept = said.strip()
        if kept:
            strips.append(Strip(glue if strips else "", kept))
            glue = ""
        if said != said.rstrip():
            glue = " "
        line = []

    used = 0.0
    for token in (WHOLE if rule.whole else SINGLE).findall(text):
        size = ems(token)
        over = used + size - width(len(strips))
        if over <= 0 or not line or _hangs(token, over, rule):
            line.append(token)
            used += size
            continue
        taken = _carry(line, token)
        flush()
        if token.isspace() and not taken:
            glue, used = " ", 0.0
            continue
        line = [*taken, token]
        used = ems("".join(line))
    flush()
    return strips


def halving(text: str, count: int, rng: random.Random) -> list[Strip]:
    """Break a headline into lines of about one length, at its own seams where it has them."""
    if "\n" in text:
        return [Strip(" " if at else "", said) for at, said in enumerate(text.split("\n"))]
    tokens = WHOLE.findall(text)
    strips: list[Strip] = []
    left, share, glue = tokens, len(text) / count, ""
    for part in range(count, 1, -1):
        best = _seam(left, len("".join(left)) / part, share, rng)
        if best is None:
            break
        said = "".join(left[:best])
        strips.append(Strip(glue, said.strip()))
        left = left[best:]
        glue = " " if said != said.rstrip() else ""
        while left and left[0].isspace():
            left, glue = left[1:], " "
    strips.append(Strip(glue, "".join(left).strip()))
    return [strip for strip in strips if strip.text]


def _seam(tokens: list[str], goal: float, share: float, rng: random.Random) -> int | None:
    best, worth, at = None, 1e9, 0.0
    for place in range(1, len(tokens)):
        at += len(tokens[place - 1])
        before, after = tokens[place - 1], tokens[place]
        if after[0] in CLOSERS or before[-1] in OPENERS or place < 2:
            continue
        cost = abs(at - goal) + rng.random()
        if before.isspace() or after.isspace() or before in "，：；！？、":
            cost -= share * 0.45
        if cost < worth:
            best, worth = place, cost
    return best
