"""Recipes of articles, and how they are spoken: choices, slots, sentences swapped or left out.

A recipe starts with ``@ kind genre``. Then come its fields, one a line: ``N`` names of the matter,
``S`` who, ``V`` does what, ``F`` facts, ``Q`` what is felt or asked, ``W`` who speaks, ``C``
captions; and its body in order: ``P`` paragraphs (``P?`` may be missing), ``H`` subheads, ``E``
lines of verse, ``Y`` signatures, ``R2-5`` rows drawn anew each time. Inside: ``[a|b]`` is a choice,
``<<a//b>>`` are sentences in any order, ``{word}`` a slot, ``{a#1-9}`` a number, ``/`` in a
headline a place where it may be broken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

TEXTS = Path(__file__).parent / "texts"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_ANY = re.compile(r"<<(.*?)>>")
_SLOT = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"(\w*)#(-?[\d.]+)-([\d.]+)$")
_NAMED = re.compile(r"\{\w+#[^{}]*\}")
_OPEN, _CLOSE = "“「『（《(", "”」』）》)"


@dataclass(slots=True)
class Recipe:
    """An article before it is spoken."""

    kind: str
    genre: str
    old: bool
    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[tuple[str, str]] = field(default_factory=list)


@cache
def recipes() -> tuple[Recipe, ...]:
    """Read all recipes; those of files that end in ``_t`` are in Traditional characters."""
    found: list[Recipe] = []
    for path in sorted(TEXTS.glob("[a-z]*.txt")):
        if path.stem.startswith("words"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                _, kind, genre = line.split()
                found.append(Recipe(kind, genre, path.stem.endswith("_t")))
            elif line.strip() and not line.startswith("%"):
                mark, _, said = line.partition(":")
                if mark in "NSVFQWCU":
                    found[-1].fields.setdefault(mark, []).append(said.strip())
                else:
                    found[-1].body.append((mark, said.strip()))
    return tuple(found)


@cache
def words(*, old: bool) -> dict[str, tuple[str, ...]]:
    """Read the words that fill slots."""
    name = "words_t.txt" if old else "words_s.txt"
    found: dict[str, tuple[str, ...]] = {}
    for line in (TEXTS / name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            slot, _, said = line.partition(":")
            found[slot] = found.get(slot, ()) + tuple(
                part.replace("_", " ") for part in said.split()
            )
    return found


class Speaker:
    """Speaks templates; a slot once filled stays filled the same within an article."""

    def __init__(self, rng: random.Random, *, old: bool) -> None:
        self.rng = rng
        self.old = old
        self.memo: dict[str, str] = {}

    def number_all(self, recipe: Recipe) -> None:
        """Draw the numbers that have names, wherever the recipe names them first."""
        everything = [said for pool in recipe.fields.values() for said in pool]
        for said in everything + [said for _, said in recipe.body]:
            for name in _NAMED.findall(said):
                self.say(name)

    def say(self, template: str) -> str:
        """Fill a template."""
        said = template
        while "[" in said:
            said = _CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), said)
        if "<<" in said:
            said = _ANY.sub(self._shuffle, said)
        while "{" in said:
            said = _SLOT.sub(self._slot, said)
            while "[" in said:
                said = _CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), said)
        return said

    def word(self, slot: str) -> str:
        """Draw a word anew."""
        return Speaker(self.rng, old=self.old).say(f"{{{slot}}}")

    def _shuffle(self, found: re.Match[str]) -> str:
        parts = found[1].split("//")
        self.rng.shuffle(parts)
        kept = [part for part in parts if self.rng.random() > 0.2]
        return "".join(kept or parts[:1])

    def _slot(self, found: re.Match[str]) -> str:
        name = found[1]
        if name in self.memo:
            return self.memo[name]
        if number := _NUMBER.match(name):
            said = self._number(number)
            if number[1]:
                self.memo[name] = self.memo[number[1]] = said
            return said
        base = name.rstrip("0123456789")
        taken = {self.memo[key] for key in self.memo if key.rstrip("0123456789") == base}
        said = ""
        for _ in range(6):
            said = self.say(self.rng.choice(words(old=self.old)[base]))
            if said not in taken:
                break
        if base not in ("姓", "名", "字"):
            self.memo[name] = said
        return said

    def _number(self, found: re.Match[str]) -> str:
        name, low, high = found[1], found[2], found[3]
        if name and name in self.memo:
            return self.memo[name]
        if "." in low:
            places = len(low.partition(".")[2])
            return f"{self.rng.uniform(float(low), float(high)):.{places}f}"
        return str(self.rng.randint(int(low), int(high)))


def sentences(text: str) -> list[str]:
    """Cut a paragraph behind its sentences, never inside quotes or brackets."""
    found, depth, begun = [], 0, 0
    for at, mark in enumerate(text):
        depth += (mark in _OPEN) - (mark in _CLOSE)
        ends = mark in "。！？" or (mark in "”」" and text[at - 1] in "。！？")
        if depth == 0 and ends and text[at + 1 : at + 2] not in ("”", "」", "。"):
            found.append(text[begun : at + 1])
            begun = at + 1
    if text[begun:]:
        found.append(text[begun:])
    return found
