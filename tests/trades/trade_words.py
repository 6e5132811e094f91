"""Phrases: the files of `texts/` and the small grammar that draws sentences from them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

TEXTS = Path(__file__).parent / "texts"
TOPICS = (
    "coal rail health farm textile finance science law post water building".split()  # noqa: SIM905
)
SLOT = re.compile(r"\{([^{}]+)\}")
RANGE = re.compile(r"#(-?\d+)-(-?\d+)")
Pools = dict[str, list[str]]


@cache
def pools(name: str) -> Pools:
    """Read a file of phrases: its sections, a phrase on each line (or each word, with *)."""
    found: Pools = {}
    current: list[str] = []
    by_word = False
    for line in (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if head := re.fullmatch(r"\[(\w+)( \*)?\]", line):
            current = found.setdefault(head[1], [])
            by_word = bool(head[2])
        elif line.strip():
            current.extend(line.split() if by_word else [line])
    return found


@cache
def complex_forms() -> dict[int, str]:
    """Give the table from simplified to complex characters."""
    marks = (TEXTS / "complex.txt").read_text(encoding="utf-8").strip()
    return {ord(marks[at]): marks[at + 1] for at in range(0, len(marks), 2)}


class Words:
    """Draws phrases about one topic, and remembers the names of one article.

    ``{name}`` is a fresh phrase, ``{#3-9}`` a number; ``{@name}`` and ``{@key:name}`` are the same
    each time in one article.
    """

    def __init__(self, dice: Random, topic: str) -> None:
        self.dice = dice
        self.topic = pools(topic)
        self.known: dict[str, str] = {}
        self.used: set[str] = set()

    def pool(self, name: str) -> list[str]:
        """Give the phrases of a name: the topic's own first."""
        found = self.topic.get(name) or pools("forms").get(name)
        return found or pools("words")[name]

    def draw(self, name: str) -> str:
        """Draw a phrase not yet used in this article, if there is one."""
        phrases = self.pool(name)
        for _ in range(6):
            phrase = self.dice.choice(phrases)
            if phrase not in self.used or len(phrase) < 8:
                break
        self.used.add(phrase)
        return self.fill(phrase)

    def fill(self, phrase: str) -> str:
        """Fill the slots of a phrase."""
        return SLOT.sub(lambda slot: self._slot(slot[1]), phrase)

    def _slot(self, name: str) -> str:
        if name.startswith("@"):
            key, _, spec = name[1:].partition(":")
            if key not in self.known:
                self.known[key] = self._slot(spec or key)
            return self.known[key]
        if span := RANGE.fullmatch(name):
            low, high = int(span[1]), int(span[2])
            return str(self.dice.randint(low, high))
        return self.draw(name)

    def sentences(self, names: str, low: int, high: int) -> str:
        """Put a paragraph together from sentences of several pools."""
        choices = names.split(",")
        made = []
        for _ in range(self.dice.randint(low, high)):
            fresh = [name for name in choices if not self.used.issuperset(self.pool(name))]
            made.append(self.draw(self.dice.choice(fresh or choices)))
        return "".join(made)
