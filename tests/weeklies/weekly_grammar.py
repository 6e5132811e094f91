"""The small language that the texts are written in, and how a text is drawn from it.

``<slot>`` is a word drawn for this article (``<slot.2>`` another one, ``<n:5-90>`` a number,
``<n.1:5-90>`` one that returns); ``{a|b|}`` one of several wordings; ``{&a&b&c}`` all of them in
any order. In headlines ``/`` is a place where a line may end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

BREAK = "\x01"
HERE = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Slot:
    """A word to be drawn."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several wordings, or all of them in any order."""

    ways: tuple[Wording, ...]
    every: bool = False
    full: bool = False


Wording = tuple["str | Slot | Choice", ...]


@dataclass(slots=True)
class Draft:
    """An article as it is written in the files: head lines and body lines, undrawn."""

    kind: str
    papers: frozenset[str]
    flags: frozenset[str]
    local: dict[str, list[Wording]] = field(default_factory=dict)
    heads: list[dict[str, list[Wording]]] = field(default_factory=list)
    body: list[tuple[str, Wording]] = field(default_factory=list)


def parse(text: str) -> Wording:
    """Read a wording."""
    found, _ = _sequence(text, 0, "")
    return found


def _sequence(text: str, at: int, ends: str) -> tuple[Wording, int]:
    """Read until one of `ends`, give what was read and the place where reading stopped."""
    parts: list[str | Slot | Choice] = []
    plain = ""
    while at < len(text) and text[at] not in ends:
        if text[at] not in "<{":
            plain += text[at]
            at += 1
            continue
        if plain:
            parts.append(plain)
            plain = ""
        if text[at] == "<":
            stop = text.index(">", at)
            parts.append(Slot(text[at + 1 : stop]))
            at = stop + 1
        else:
            made, at = _choice(text, at + 1)
            parts.append(made)
    if plain:
        parts.append(plain)
    return tuple(parts), at


def _choice(text: str, at: int) -> tuple[Choice, int]:
    """Read the ways of a choice up to its closing brace."""
    every = text[at] == "&"
    mark = "&" if every else "|"
    at += every
    ways: list[Wording] = []
    while True:
        way, at = _sequence(text, at, mark + "}")
        ways.append(way)
        if text[at] == "}":
            return Choice(tuple(ways), every, _full(ways)), at + 1
        at += 1


def _full(ways: list[Wording]) -> bool:
    """Say whether the ways of a choice are full sentences, which may stand one after another."""
    ends = [way[-1] for way in ways if way]
    return len(ends) > 1 and all(isinstance(end, str) and end[-1] in "。！？" for end in ends)


def expand(wording: Wording, rng: random.Random, draw: Callable[[str], str], mark: str = "") -> str:
    """Draw a text from a wording, with `mark` at the edges of slots."""
    parts: list[str] = []
    for part in wording:
        quoted = parts[-1:] and parts[-1].endswith(("“", "："))
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part, Slot):
            parts.append(mark + draw(part.name) + mark)
        elif part.every:
            ways = list(part.ways)
            rng.shuffle(ways)
            parts.extend(expand(way, rng, draw, mark) for way in ways)
        elif part.full and not mark and not quoted and rng.random() < 0.7:
            ways = [way for way in part.ways if way]
            rng.shuffle(ways)
            parts.extend(expand(way, rng, draw, mark) for way in ways[: rng.choice((2, 2, 3))])
        else:
            parts.append(expand(rng.choice(part.ways), rng, draw, mark))
    return "".join(parts)


@cache
def drafts() -> tuple[Draft, ...]:
    """Give all the articles of the files."""
    found: list[Draft] = []
    for path in sorted(HERE.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("%"):
                _take(line.strip(), found)
    return tuple(found)


def _take(line: str, found: list[Draft]) -> None:
    """Take one line of a file into the article it belongs to."""
    mark, _, rest = line.partition(" ")
    if mark == "@":
        kind, papers, *flags = rest.split()
        found.append(Draft(kind, frozenset(papers.split(",")), frozenset(flags)))
    elif mark.startswith("$"):
        ways = [parse(way.strip()) for way in _split(rest)]
        found[-1].local[mark[1:]] = ways
    elif mark == "h":
        found[-1].heads.append(_head(rest))
    else:
        found[-1].body.append((mark, parse(rest)))


def _split(text: str) -> list[str]:
    """Split at the bars that stand in no brace."""
    parts, depth = [""], 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def _head(text: str) -> dict[str, list[Wording]]:
    """Read a headline: ``K:kicker T:title S:subtitle S:subtitle``."""
    found: dict[str, list[Wording]] = {"K": [], "T": [], "S": []}
    parts = re.split(r"(?:^| )([KTS]):", text)
    for level, wording in zip(parts[1::2], parts[2::2], strict=True):
        found[level].append(parse(wording.replace("/", BREAK)))
    return found
