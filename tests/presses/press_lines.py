"""Lines: where a text breaks, and how its marks are spaced to fill a measure."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from training.justified import steps

TOKENS = re.compile(r"[!-~]+|——|……|\s|.")
NO_START = frozenset("，。、；：？！）》」』】〉〕”’…·％‰℃,.;:?!)%]")
NO_END = frozenset("（《「『【〈〔“‘([")
HANGING = frozenset("，。、；")
SOFT = frozenset("，。、；：？！）》」』】〉”（《「『【〈“")
LOOSE = 0.6  # ems between marks from which a line is left ragged


class Measure(NamedTuple):
    """How lines are set: size in points, and a house's habits."""

    size: float
    marks: str = "push"
    pairs: bool = False
    autospace: float = 0.0


class Run(NamedTuple):
    """A line: its text, and the steps of its marks in points."""

    text: str
    steps: list[float]

    @property
    def width(self) -> float:
        """Give how far the line goes."""
        return sum(self.steps)


def natural(text: str, how: Measure) -> list[float]:
    """Give the steps of a text that is not spaced out."""
    found = steps(text, how.autospace)
    if how.pairs:
        for at in range(len(text) - 1):
            if text[at] in NO_START & SOFT and text[at + 1] in SOFT:
                found[at] = 0.5
    return [step * how.size for step in found]


def plain(text: str, how: Measure) -> Run:
    """Set a text as one line, as it comes."""
    return Run(text, natural(text, how))


def broken(text: str, width: float, how: Measure, first: float | None = None) -> list[Run]:
    """Break a text into justified lines; the last is as it comes. `first`: the first's width."""
    tokens = _tokens(text, min(width, first or width), how)
    ruler = Ruler(tokens, how)
    found: list[Run] = []
    at = 0
    while at < len(tokens):
        room = first if first is not None and not found else width
        end = _end(ruler, at, room, how)
        line = tokens[at:end]
        while line and not line[-1].strip():
            line.pop()
        rest = "".join(tokens[end:]).strip()
        if line:
            found.append(_spaced(line, room, how) if rest else plain("".join(line), how))
        at = end
        while at < len(tokens) and not tokens[at].strip():
            at += 1
    return found


def _tokens(text: str, width: float, how: Measure) -> list[str]:
    """Part a text into what may not be broken; what is too wide for a line may."""
    found: list[str] = []
    for token in TOKENS.findall(text):
        if len(token) > 2 and sum(natural(token, how)) > width * 0.8:
            found += list(token)
        else:
            found.append(token)
    return found


class Ruler:
    """Says how wide some tokens of a text are."""

    def __init__(self, tokens: list[str], how: Measure) -> None:
        self.tokens = tokens
        text = "".join(tokens)
        alone = Measure(how.size)
        self.alone = natural(text, alone)
        self.sums = [0.0, *accumulate(natural(text, how))]
        self.starts = [0, *accumulate(len(token) for token in tokens)]

    def width(self, at: int, end: int) -> float:
        """Give the width of the tokens from one place to before another."""
        last = self.starts[end] - 1
        return self.sums[last] - self.sums[self.starts[at]] + self.alone[last]


def _end(ruler: Ruler, at: int, room: float, how: Measure) -> int:
    """Give the token with which the next line begins."""
    end, tokens = at, ruler.tokens
    while end < len(tokens) and ruler.width(at, end + 1) <= room + 0.01:
        end += 1
    if end >= len(tokens):
        return end
    after = tokens[end + 1][0] if end + 1 < len(tokens) else "的"
    if how.marks == "hang" and tokens[end] in HANGING and end > at and after not in NO_START:
        return end + 1
    if how.marks == "squeeze" and tokens[end][0] in NO_START and end > at:
        line = tokens[at : end + 1]
        soft = sum(token in SOFT for token in line)
        over = ruler.width(at, end + 1) - room
        if over <= soft * 0.4 * how.size and after not in NO_START:
            return end + 1
    back = end
    while back > at + 1 and (tokens[back][0] in NO_START or tokens[back - 1][-1] in NO_END):
        back -= 1
    if back > at + 1 or end <= at + 1:
        return max(back, at + 1)
    return end


def _spaced(tokens: list[str], room: float, how: Measure) -> Run:
    """Space a line out, or in, to the width of its column."""
    text = "".join(tokens)
    found = natural(text, how)
    if how.marks == "hang" and tokens[-1] in HANGING and sum(found) > room:
        room += found[-1]
    free = room - sum(found)
    ends, at = [], -1
    for token in tokens[:-1]:
        at += len(token)
        ends.append(at)
    if free < 0:
        soft = [at for at in range(len(text)) if text[at] in SOFT] or ends
        for at in soft:
            found[at] += free / len(soft)
    elif ends and free / len(ends) < LOOSE * how.size:
        for at in ends:
            found[at] += free / len(ends)
    return Run(text, found)
