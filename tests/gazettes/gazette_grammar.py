"""A context-free grammar that tells articles, with slots that an article remembers.

A rule file has rules ``@name`` followed by one alternative a line. In an alternative ``<rule>`` is
told afresh each time, ``{rule}`` once an article (``{name:rule}`` under a name of its own),
``(a|b)`` is one of both, ``[a]`` stands half of the times. ``3-18`` in place of a rule is a number.
An alternative may begin with flags, ``orn:`` (the decades old, reform, new) or ``mf:`` (the sex of
the person told of): it holds only where one of the flags of each set does.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

_FLAGS = re.compile(r"^([ornmf]+):")
_RANGE = re.compile(r"^(\d+)-(\d+)$")
_DECIMAL = re.compile(r"^(\d+\.\d)-(\d+\.\d)$")
_SETS = (frozenset("orn"), frozenset("mf"))
PAGE_WIDE = frozenset({"县", "邑", "报名", "年", "月", "日", "县委", "县长府"})


class Node(NamedTuple):
    """A part of an alternative: `kind` is text, rule, memo, any or may."""

    kind: str
    text: str = ""
    name: str = ""
    ways: tuple[tuple[Node, ...], ...] = ()


class Way(NamedTuple):
    """An alternative of a rule and the flags under which it holds."""

    flags: frozenset[str]
    nodes: tuple[Node, ...]


def _parse(text: str, at: int, stops: str) -> tuple[tuple[Node, ...], int]:
    """Read nodes of `text` from `at` up to one of `stops`; give them and where they end."""
    nodes: list[Node] = []
    plain = ""
    while at < len(text) and text[at] not in stops:
        mark = text[at]
        if mark not in "<{([":
            plain += mark
            at += 1
            continue
        if plain:
            nodes.append(Node("text", plain))
            plain = ""
        node, at = _parse_node(text, at)
        nodes.append(node)
    if plain:
        nodes.append(Node("text", plain))
    return tuple(nodes), at


def _parse_node(text: str, at: int) -> tuple[Node, int]:
    """Read the node that begins with a bracket at `at`."""
    mark = text[at]
    if mark in "<{":
        end = text.index(">" if mark == "<" else "}", at)
        name, _, rule = text[at + 1 : end].partition(":")
        return Node("rule" if mark == "<" else "memo", rule or name, name), end + 1
    if mark == "[":
        inner, end = _parse(text, at + 1, "]")
        return Node("may", ways=(inner,)), end + 1
    ways: list[tuple[Node, ...]] = []
    while text[at] != ")":
        inner, at = _parse(text, at + 1, "|)")
        ways.append(inner)
    return Node("any", ways=tuple(ways)), at + 1


@cache
def rules() -> dict[str, list[Way]]:
    """Give all rules of the rule files."""
    found: dict[str, list[Way]] = {}
    for path in sorted((Path(__file__).parent / "texts").glob("*.txt")):
        ways: list[Way] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                ways = found.setdefault(line[1:].strip(), [])
            elif line.strip() and not line.startswith("//"):
                match = _FLAGS.match(line)
                body = line[match.end() :] if match else line
                ways.append(Way(frozenset(match[1] if match else ""), _parse(body, 0, "")[0]))
    return found


class Teller:
    """Tells rules for one page; `start` begins an article with slots of its own."""

    def __init__(self, rng: random.Random, era: str) -> None:
        self.rng = rng
        self.era = era
        self.flags: set[str] = {era}
        self._wide: dict[str, str] = {}
        self._memo: dict[str, str] = {}
        self._used: set[tuple[str, int]] = set()
        self.start()

    def start(self) -> None:
        """Begin an article: forget its slots, draw the sex of its person."""
        self._memo = {}
        self.flags = {self.era, self.rng.choice("mmf")}

    def forget_people(self) -> None:
        """Forget whom the article spoke of: others are told of from here."""
        kept = {name: told for name, told in self._memo.items() if not name.startswith("p")}
        self._memo = kept

    def has(self, rule: str) -> bool:
        """Say whether there is such a rule."""
        return rule in rules()

    def say(self, rule: str) -> str:
        """Tell a rule afresh; an alternative used on this page only when no other is left."""
        span = _RANGE.match(rule)
        if span:
            return str(self.rng.randint(int(span[1]), int(span[2])))
        span = _DECIMAL.match(rule)
        if span:
            return f"{self.rng.uniform(float(span[1]), float(span[2])):.1f}"
        ways = [(at, way) for at, way in enumerate(rules()[rule]) if self._holds(way.flags)]
        new = [(at, way) for at, way in ways if (rule, at) not in self._used]
        if not new:
            self._used -= {(rule, at) for at, _ in ways}
        at, way = self.rng.choice(new or ways)
        self._used.add((rule, at))
        return self._tell(way.nodes)

    def slot(self, name: str, rule: str) -> str:
        """Tell a slot: the same throughout its article, or its page."""
        kept = self._wide if name in PAGE_WIDE else self._memo
        if name not in kept:
            kept[name] = self.say(rule)
        return kept[name]

    def _holds(self, flags: frozenset[str]) -> bool:
        return all(not (flags & kind) or flags & kind & self.flags for kind in _SETS)

    def _tell(self, nodes: tuple[Node, ...]) -> str:
        told = ""
        for node in nodes:
            if node.kind == "text":
                told += node.text
            elif node.kind == "rule":
                told += self.say(node.text)
            elif node.kind == "memo":
                told += self.slot(node.name, node.text)
            elif node.kind == "any" or self.rng.random() < 0.5:
                told += self._tell(self.rng.choice(node.ways))
        return told


def unknown() -> list[str]:
    """Say which rules are named in the rule files but stand in none."""
    found: set[str] = set()

    def look(nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            if node.kind in {"rule", "memo"} and not (
                _RANGE.match(node.text) or _DECIMAL.match(node.text) or node.text in rules()
            ):
                found.add(node.text)
            for way in node.ways:
                look(way)

    for ways in rules().values():
        for way in ways:
            look(way.nodes)
    return sorted(found)
