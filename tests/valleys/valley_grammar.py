"""The phrase files: rules with choices in braces, read once, written out by a given chance.

``{a|b}`` chooses, ``{#3-9}`` is a number, ``{name}`` is a bound word or a rule; braces nest.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

TEXTS = Path(__file__).parent / "texts"
_INNER = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"#(\d+)-(\d+)$")
NEWS = ("news_farm", "news_town", "news_city", "news_life", "news_more", "news_old")

Rules = dict[str, list[str]]


@cache
def kinds(name: str) -> dict[str, tuple[str, Rules]]:
    """Give the kinds of a file: the era of each and its rules."""
    found: dict[str, tuple[str, Rules]] = {}
    rules: Rules = {}
    key = ""
    for line in (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind, _, era = line[3:].partition(" ")
            rules = {}
            era, *flags = (era or "any").split()
            found[kind] = (era, rules)
            rules.update((flag, []) for flag in flags)
        elif line.startswith("["):
            key = line.strip()[1:-1]
            rules[key] = []
        elif line.strip():
            rules[key].append(line)
    return found


@cache
def words() -> Rules:
    """Give the common rules; a line of bare words is a choice of them."""
    found: Rules = {}
    for key, lines in kinds("words")["words"][1].items():
        bare = len(lines) == 1 and "|" in lines[0] and "{" not in lines[0]
        found[key] = lines[0].split("|") if bare else lines
    return found


def expand(text: str, rng: Random, bound: dict[str, str] | None = None) -> str:
    """Write a phrase out."""
    given = bound or {}

    def inner(found: re.Match[str]) -> str:
        token = found[1]
        if "|" in token:
            return rng.choice(token.split("|"))
        number = _NUMBER.match(token)
        if number:
            return str(rng.randint(int(number[1]), int(number[2])))
        if token in given:
            return given[token]
        if token in words():
            return rng.choice(words()[token])
        return token

    while "{" in text:
        text = _INNER.sub(inner, text)
    return text


def bind(rules: Rules, rng: Random) -> dict[str, str]:
    """Draw the bound words of an article."""
    bound: dict[str, str] = {}
    for line in rules.get("bind", []):
        name, _, phrase = line.partition(" = ")
        bound[name] = expand(phrase, rng, bound)
    return bound


def manner(rules: Rules, *, old: bool) -> str:
    """Give the beginning of the names of the common rules that suit a kind."""
    return "soft" if "soft" in rules else "old" if old else ""


@cache
def news(*, old: bool) -> list[Rules]:
    """Give the rules of the kinds of news that a paper prints."""
    banned = "prc" if old else "old"
    found = []
    for name in NEWS:
        for era, rules in kinds(name).values():
            if era != banned:
                found += [rules] * (4 if old and era == "old" else 1)
    return found


@cache
def small(kind: str) -> Rules:
    """Give the rules of a small form."""
    return kinds("small")[kind][1]


@cache
def furniture() -> Rules:
    """Give the phrases of what is no article; a line of bare words is a choice of them."""
    found: Rules = {}
    for key, lines in kinds("furn")["furniture"][1].items():
        bare = len(lines) == 1 and "|" in lines[0] and "{" not in lines[0]
        found[key] = lines[0].split("|") if bare else lines
    return found


@cache
def traditional() -> dict[int, str]:
    """Give the table of simplified to traditional characters."""
    pairs = (TEXTS / "trad.txt").read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}
