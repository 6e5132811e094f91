"""The grammar: phrase files, recipes of articles, and a speaker that fills their holes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

HERE = Path(__file__).parent / "texts"
HOLE = re.compile(r"\{([^{}]*)\}")
NUMERALS = "〇一二三四五六七八九"
FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")


@dataclass(slots=True)
class Recipe:
    """How one kind of article is told: pools of lines, by the letter that begins them."""

    name: str
    sections: list[str]
    tags: set[str]
    pools: dict[str, list[str]] = field(default_factory=dict)

    def pool(self, letter: str) -> list[str]:
        """Give the lines of a letter: T titles, K kickers, S subtitles, L leads, P sentences."""
        return self.pools.get(letter, [])


@cache
def rules() -> dict[str, tuple[str, ...]]:
    """Read the phrase files: `# name` gives words between blanks, `## name` a line each."""
    found: dict[str, list[str]] = {}
    name, lines = "", False
    for path in sorted(HERE.glob("words_*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("#"):
                lines, name = line.startswith("##"), line.strip("# ")
                found.setdefault(name, [])
            elif line.strip():
                found[name].extend([line] if lines else line.split())
    return {key: tuple(value) for key, value in found.items()}


@cache
def recipes() -> dict[str, Recipe]:
    """Read the recipes: `== name | sections | tags`, then lines such as `T:title`."""
    found: dict[str, Recipe] = {}
    recipe = Recipe("", [], set())
    for path in sorted(HERE.glob("kinds_*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("=="):
                name, sections, tags = (part.strip() for part in line[2:].split("|"))
                recipe = found[name] = Recipe(name, sections.split(), set(tags.split()))
            elif line[1:2] == ":":
                recipe.pools.setdefault(line[0], []).append(line[2:].strip())
    return found


def chinese(number: int) -> str:
    """Write a number below a hundred million in Chinese."""
    if number >= 10000:
        rest = number % 10000
        low = ("零" if 0 < rest < 1000 else "") + (chinese(rest) if rest else "")
        return chinese(number // 10000) + "万" + low
    text, empty = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if empty and text else "") + NUMERALS[digit] + sign
            empty = False
        else:
            empty = True
    text = text.removeprefix("一") if text.startswith("一十") else text
    return text or "零"


class Speaker:
    """Fills the holes of phrases; `{=name}` is the same all through an article."""

    def __init__(self, rng: Random, digits: str, year: int, *, republic: bool) -> None:
        self.rng, self.digits, self.year, self.republic = rng, digits, year, republic
        self.bound: dict[str, str] = {}

    def say(self, text: str) -> str:
        """Fill all holes of a phrase."""
        return HOLE.sub(self._fill, text)

    def pick(self, name: str) -> str:
        """Say a phrase of a rule."""
        return self.say(self.rng.choice(rules()[name]))

    def number(self, number: int | float) -> str:
        """Write a number as the house does."""
        if self.digits == "chinese":
            if isinstance(number, int):
                return chinese(number)
            whole, _, part = str(number).partition(".")
            return chinese(int(whole)) + "点" + "".join(NUMERALS[int(one)] for one in part)
        return str(number).translate(FULL) if self.digits == "full" else str(number)

    def tell_year(self, back: int = 0) -> str:
        """Write a year: of the Republic, in Chinese digits, or in figures."""
        year = self.year - back
        if self.republic and year > 1912:
            return "民国" + self.number(year - 1911)
        if self.digits == "chinese":
            return "".join(NUMERALS[int(one)] for one in str(year))
        return self.number(year)

    def _fill(self, hole: re.Match[str]) -> str:
        inner = hole[1]
        if inner.startswith("="):
            key = inner[1:]
            if key not in self.bound:
                self.bound[key] = self._plain(key.rstrip("0123456789"))
            return self.bound[key]
        if inner.startswith("^"):
            return self._fill_bound(inner[1:])[:1]
        return self._plain(inner)

    def _fill_bound(self, key: str) -> str:
        return self.say("{=" + key + "}")

    def _plain(self, inner: str) -> str:
        rng = self.rng
        if "/" in inner:
            return rng.choice(inner.split("/"))
        name, _, span = inner.partition(":")
        if not span:
            return self.tell_year() if name == "Y" else self.pick(name)
        low, high = (int(one) for one in span.split("-"))
        if name == "Y":
            return self.tell_year(rng.randint(low, high))
        if name == "f":
            return self.number(round(rng.uniform(low, high), rng.choice((1, 2))))
        number = rng.randint(low, high)
        if name == "a":
            return str(number)
        if number > 1000 and rng.random() < 0.7:
            number -= number % (100 if number < 20000 else 1000)
        return self.number(number)
