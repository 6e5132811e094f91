"""The grammar: rules of words kept in text files, and a teller who draws from them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

TEXTS = Path(__file__).parent / "texts"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z]+[a-z27]*?)(\d?)\}")
_NUMBER = re.compile(r"<(?:([a-z]\d)=)?(%?)(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)>")
_DIGITS = "〇一二三四五六七八九"
_MENDS = {
    "雲雲": "云云",
    "(?<=[告省埠曉])雲": "云",
    "干淨": "乾淨",
    "(?<=[公十千百萬鄰風0-9])裡": "里",
    "裡路": "里路",
    "關系": "關係",
    "老板": "老闆",
}
_YEARS = {"o": (1950, 1985), "n": (1983, 2013), "r": (1915, 1948)}


def alternatives(text: str) -> list[str]:
    """Split at the bars that stand in no brackets."""
    found, depth, at = [], 0, 0
    for place, mark in enumerate(text):
        depth += (mark == "[") - (mark == "]")
        if mark == "|" and depth == 0:
            found.append(text[at:place])
            at = place + 1
    found.append(text[at:])
    return found


@cache
def rules() -> dict[str, list[str]]:
    """Give the rules of all files of rules."""
    found: dict[str, list[str]] = {}
    for name in ("words.txt", "forms.txt"):
        for line in (TEXTS / name).read_text("utf-8").splitlines():
            head, colon, rest = line.partition(": ")
            if colon and not line.startswith("#"):
                found[head] = alternatives(rest)
    return found


@cache
def pairs(name: str) -> dict[str, list[str]]:
    """Give a file of pairs of characters: what each may become."""
    found: dict[str, list[str]] = {}
    for line in (TEXTS / name).read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        for pair in line.split():
            if len(pair) == 2 and pair[0] != pair[1]:
                found.setdefault(pair[0], []).append(pair[1])
    return found


def traditional(text: str) -> str:
    """Give the text in traditional characters, one for one."""
    known = pairs("traditional.txt")
    text = "".join(known[mark][0] if mark in known else mark for mark in text)
    for wrong, right in _MENDS.items():
        text = re.sub(wrong, right, text)
    return text


def spelled(number: int) -> str:
    """Give a number in Chinese numerals."""
    if number < 10:
        return _DIGITS[number] if number else "零"
    found, rest = "", number
    for unit, name in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        many, rest = divmod(rest, unit)
        if many:
            found += ("" if unit == 10 and many == 1 and not found else spelled(many)) + name
        elif found and rest and not found.endswith("零"):
            found += "零"
    return found + (_DIGITS[rest] if rest else "")


class Teller:
    """Draws texts; what is named with a digit stays the same as long as the teller lives."""

    def __init__(self, rng: random.Random, time: str, *, hanzi: bool) -> None:
        self.rng = rng
        self.time = time
        self.hanzi = hanzi
        self.spaced = False
        self.known: dict[str, str] = {}

    def draw(self, rule: str, *, plain: bool = False) -> str:
        """Say one alternative of a rule; `plain` with Arabic figures."""
        kept = self.hanzi
        self.hanzi = kept and not plain
        said = self.say(self.rng.choice(rules()[rule]))
        self.hanzi = kept
        return said

    def say(self, text: str) -> str:
        """Fill in all choices, rules and numbers of a text."""
        while (found := _CHOICE.search(text)) is not None:
            pick = self.rng.choice(found[1].split("|"))
            text = text[: found.start()] + pick + text[found.end() :]
        text = _SLOT.sub(self._slot, text)
        return _NUMBER.sub(self._number, text)

    def _slot(self, found: re.Match[str]) -> str:
        key = found[0]
        if found[2] and key in self.known:
            return self.known[key]
        said = self._year() if found[1] == "year" else self.draw(found[1])
        for _ in range(4 if found[2] else 0):
            if said in self.known.values():
                said = self.draw(found[1])
        if found[1] == "reporter" and self.spaced and len(said) == 2:
            said = f"{said[0]}　{said[1]}"
        if found[2]:
            self.known[key] = said
        return said

    def _year(self) -> str:
        year = self.rng.randint(*_YEARS[self.time])
        if self.hanzi:
            return "".join(_DIGITS[int(digit)] for digit in str(year)) + "年"
        return f"{year}年"

    def _number(self, found: re.Match[str]) -> str:
        name, cent, low, high = found.groups()
        if name and name in self.known:
            return self.known[name]
        if "." in low:
            said = f"{self.rng.uniform(float(low), float(high)):.1f}"
            if self.hanzi:
                first, _, rest = said.partition(".")
                said = f"{spelled(int(first))}点{spelled(int(rest))}"
        else:
            number = self.rng.randint(int(low), int(high))
            year = found.string[found.end() :].startswith("年") and number > 1900
            year = year or (int(low) > 1900 and int(high) < 2020)
            if number >= 1000 and int(high) < 10_000 and not year and self.rng.random() < 0.6:
                number = number // 100 * 100
            said = self._figures(number, year=year)
        if cent:
            said = f"百分之{said}" if self.hanzi else f"{said}%"
        if name:
            self.known[name] = said
        return said

    def _figures(self, number: int, *, year: bool) -> str:
        if not self.hanzi or number > 99_999:
            return str(number)
        if year:
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        return spelled(number)
