"""The small language of the texts: slots, wordings to choose from, sentences to swap.

``{name}`` is a slot that keeps its value inside one article, ``{*name}`` one drawn anew each
time; ``{3-20}``, ``{1.5-9.8}`` and ``{%5-30}`` are numbers, ``{a=3-20}`` a number that is kept.
``[one|other|]`` is a choice, ``<first&second&third>`` an order drawn anew, ``<2:a&b&c>`` two of
three. What is said depends on the era: R, O, F and N stand for Republic, old, reform and new.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from random import Random

TEXTS = Path(__file__).parent / "texts"
TWO = re.compile(
    r"(?<![〇零一二三四五六七八九十百千万第点])二(?=[个名千万只条间座次天里户台件亩辆])"
)
DIGITS = "〇一二三四五六七八九"
RANGE = re.compile(r"(?:([a-z]+)=)?(%?)(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")


class Node(NamedTuple):
    """A piece of a parsed text: plain words, a slot, a choice or a mix of sentences."""

    kind: str
    word: str = ""
    parts: tuple[tuple[Node, ...], ...] = ()
    most: int = 0


@cache
def parsed(text: str) -> tuple[Node, ...]:
    """Parse a text of the small language."""
    nodes, end = _sequence(text, 0, "")
    if end != len(text):
        raise ValueError(f"stray mark at {end}: {text[:40]}")
    return nodes


def _sequence(text: str, at: int, stops: str) -> tuple[tuple[Node, ...], int]:
    """Parse until one of the stop marks."""
    nodes: list[Node] = []
    start = at
    while at < len(text) and text[at] not in stops:
        mark = text[at]
        if mark not in "{[<":
            at += 1
            continue
        if start < at:
            nodes.append(Node("plain", text[start:at]))
        if mark == "{":
            end = text.index("}", at)
            nodes.append(Node("slot", text[at + 1 : end]))
            at = end + 1
        else:
            node, at = _group(text, at)
            nodes.append(node)
        start = at
    if start < at:
        nodes.append(Node("plain", text[start:at]))
    return tuple(nodes), at


def _group(text: str, at: int) -> tuple[Node, int]:
    """Parse a choice or a mix that begins here."""
    kind, between, close = ("pick", "|", "]") if text[at] == "[" else ("mix", "&", ">")
    count = 0
    at += 1
    if kind == "mix" and text[at + 1] == ":":
        count, at = int(text[at]), at + 2
    parts: list[tuple[Node, ...]] = []
    while True:
        nodes, at = _sequence(text, at, between + close)
        parts.append(nodes)
        if at >= len(text):
            raise ValueError(f"open group: {text[:40]}")
        at += 1
        if text[at - 1] == close:
            return Node(kind, "", tuple(parts), count), at


def in_characters(number: int) -> str:
    """Write a whole number in Chinese characters."""
    if number >= 10000:
        high, low = divmod(number, 10000)
        tail = in_characters(low) if low else ""
        return f"{in_characters(high)}万{'零' if 0 < low < 1000 else ''}{tail}"
    found, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            found += ("零" if gap else "") + DIGITS[digit] + name
            gap = False
        elif found and number:
            gap = True
    return found.removeprefix("一") if found.startswith("一十") else found or "零"


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, ...]]:
    """Read the words that fill the slots; an era stands behind ``@``."""
    found: dict[str, tuple[str, ...]] = {}
    for line in (TEXTS / "words.txt").read_text(encoding="utf-8").splitlines():
        name, _, values = line.partition(": ")
        found[name] = tuple(_spaced(values))
    return found


def _spaced(values: str) -> list[str]:
    """Split at blanks; ``_`` is a blank inside a value, alone it is an empty value."""
    return [value.replace("_", " ").strip() for value in values.split()]


class Talk:
    """Says texts for one article; what the page shares stands in `kept` from the start."""

    def __init__(self, rng: Random, era: str, shared: dict[str, str]) -> None:
        self.rng, self.era = rng, era
        self.kept = dict(shared)

    def say(self, text: str) -> str:
        """Say a text: all its slots filled and its choices made."""
        said = self._run(parsed(text))
        return TWO.sub("两", said) if "二" in said and self.era != "R" else said

    def _run(self, nodes: tuple[Node, ...]) -> str:
        return "".join([node.word if node.kind == "plain" else self._one(node) for node in nodes])

    def _one(self, node: Node) -> str:
        if node.kind == "slot":
            return self._slot(node.word)
        if node.kind == "pick":
            return self._run(self.rng.choice(node.parts))
        parts = list(node.parts)
        self.rng.shuffle(parts)
        return "".join([self._run(part) for part in parts[: node.most or len(parts)]])

    def _slot(self, name: str) -> str:
        if name in self.kept:
            return self.kept[name]
        found = RANGE.fullmatch(name)
        if found:
            if found[1] in self.kept:
                return self.kept[found[1]]
            value = self.number(found[2] == "%", found[3], found[4])
            if found[1]:
                self.kept[found[1]] = value
            return value
        if name.startswith("*"):
            return self._draw(name[1:])
        value = self._draw(name)
        if value in self.kept.values():
            value = self._draw(name)
        self.kept[name] = value
        return value

    def _draw(self, name: str) -> str:
        known = words()
        bare = name if name in known else name.rstrip("0123456789")
        values = (
            known.get(f"{bare}@{self.era}")
            or known.get(bare)
            or known.get(f"{bare}@F")
            or known[f"{bare}@N"]
        )
        return self.say(self.rng.choice(values))

    def number(self, share: bool, low: str, high: str) -> str:
        """Write a number as the page writes numbers."""
        signs = self.kept.get("numerals") == "signs"
        if "." in low:
            value = f"{self.rng.uniform(float(low), float(high)):.1f}"
        else:
            value = str(self.rng.randint(int(low), int(high)))
            if len(value) in (4, 5) and self.rng.random() < 0.5:
                value = value[:-2] + "00"
        if share and not signs and self.rng.random() < 0.5 and "." not in value:
            value += f".{self.rng.randint(1, 9)}"
        if not signs or len(value) > 5:
            return f"{value}%" if share else value
        whole, _, rest = value.partition(".")
        said = in_characters(int(whole)) + ("点" + DIGITS[int(rest)] if rest else "")
        said = said.replace("万", "萬").replace("点", "點") if self.era == "R" else said
        return f"百分之{said}" if share else said
