"""The stories of the unseen pages: read from `texts`, and filled in by small grammars.

A story begins with `# kind style era` and has one line an item: `L` the name of its column, `K` a
line above the headline, `T` the headline (`|` where it may break), `S` a line below it, `B` its
author, `=` a heading inside, `^` a caption, `/` a line of verse, `-` a row of a list, `>` a
signature; all else are paragraphs. In a text `{P1}` is a person, `{C}` the county, `{T1}` one of
its parts, `{V1}` a village or quarter, `{S1}` a street, `{N:3-9}` a number, `{R:30-90}` a round
one, `{F:3-9}` one with
a decimal, `{I:3-9}` one always in digits, `{D}` a day, `{H}` a telephone, `{X:a/b}` a choice; what
stands in `⟦⟧` may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

FOLDER = Path(__file__).parent / "texts"
ITEMS = {"=": "subhead", "^": "caption", "-": "row", ">": "sign"}
HEADS = {"L": "label", "K": "kicker", "T": "title", "S": "subtitle", "B": "author"}
HAN = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
SLOT = re.compile(r"\{(\w)([^}:]*)(?::([^}]*))?\}(%?)")
MAYBE = re.compile("⟦([^⟧]*)⟧")
OLD, NEW = 2000, 2003


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its heads, and its body as pairs of a kind and a text."""

    kind: str
    style: str
    era: str
    body: tuple[tuple[str, str], ...]
    label: str = ""
    kicker: str = ""
    title: str = ""
    subtitle: str = ""
    author: str = ""

    @property
    def size(self) -> int:
        """Give how many characters its body has."""
        return sum(len(text) for _, text in self.body)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a newspaper comes out, and how it writes numbers."""

    county: str
    parts: tuple[str, ...]
    quarters: tuple[str, ...]
    streets: tuple[str, ...]
    year: int
    month: int
    day: int
    digits: str
    hant: bool


def _item(line: str) -> tuple[str, str]:
    mark, text = line[0], line[2:]
    if mark == "/":
        return "verse", text
    if mark in ITEMS and line[1] == " ":
        return ITEMS[mark], text
    return "para", line


def _read(part: str) -> Story:
    first, *lines = part.strip().split("\n")
    kind, style, era = first.split()
    heads, body = {}, []
    for line in lines:
        if line[0] in HEADS and line[1] == " ":
            heads[HEADS[line[0]]] = line[2:]
        else:
            body.append(_item(line))
    return Story(kind, style, era, tuple(body), **heads)


@cache
def names(of: str, *, hant: bool) -> list[str]:
    """Give the invented names "of" counties, parts, quarters, streets, families, or given ones."""
    rows = (FOLDER / "names.tsv").read_text("utf-8").splitlines()
    found = dict(row.split("\t") for row in rows)
    return found[f"hant {of}" if hant else of].split()


@cache
def stories() -> tuple[Story, ...]:
    """Read all stories."""
    texts = [path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))]
    return tuple(_read(part) for text in texts for part in re.split("^# ", text, flags=re.M)[1:])


def told_in(year: int, *, hant: bool) -> list[Story]:
    """Give the stories that a newspaper of some year could print."""
    if hant:
        return [story for story in stories() if story.era == "trad"]
    eras = {"any", *(["old"] if year <= OLD else []), *(["new"] if year >= NEW else [])}
    return [story for story in stories() if story.era in eras]


def place_of(dice: random.Random, year: int, *, digits: str, hant: bool) -> Place:
    """Invent a county, its parts and a day."""
    county = dice.choice(names("counties", hant=hant)) + dice.choice(
        "鎮區鄉" if hant else "县区市县"
    )
    ends = ("里", "庄") if hant else (("乡", "镇") if county[-1] == "县" else ("街道", "镇"))
    end = dice.choice(ends).replace("庄", "村")
    return Place(
        county,
        tuple(name + end for name in dice.sample(names("parts", hant=hant), 5)),
        tuple(
            name + dice.choice(["社區", "里"] if hant else ["村", "村", "社区"])
            for name in dice.sample(names("quarters", hant=hant), 6)
        ),
        tuple(dice.sample(names("streets", hant=hant), 5)),
        year,
        dice.randint(1, 12),
        dice.randint(9, 28),
        digits,
        hant,
    )


def person(dice: random.Random, *, hant: bool = False) -> str:
    """Invent a person."""
    return dice.choice(names("families", hant=hant)) + dice.choice(names("given", hant=hant))


def spelt(number: int) -> str:
    """Write a number below a hundred thousand in Chinese figures."""
    if number >= 10_000:
        rest = number % 10_000
        tail = spelt(rest) if rest else ""
        return spelt(number // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + tail
    out, gap = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = number // size % 10
        if figure:
            out += ("零" if gap and out else "") + HAN[figure] + unit
        gap = not figure
    if out.startswith("一十"):
        out = out[1:]
    return out or "零"


class Filler:
    """Fills the slots of one story."""

    def __init__(self, place: Place, dice: random.Random) -> None:
        self.place, self.dice = place, dice
        self.known: dict[str, str] = {}
        self.told: dict[str, str] = {}
        self.names = {
            "T": dice.sample(place.parts, len(place.parts)),
            "V": dice.sample(place.quarters, len(place.quarters)),
            "S": dice.sample(place.streets, len(place.streets)),
        }

    def figures(self, number: int) -> str:
        """Write a number as the newspaper writes it."""
        return spelt(number) if self.place.digits == "han" else str(number)

    def day(self) -> str:
        """Name a day shortly before the newspaper's own."""
        day = self.place.day - self.dice.randint(1, 8)
        return f"{self.figures(self.place.month)}月{self.figures(day)}日"

    def number(self, kind: str, limits: str, percent: str) -> str:
        """Draw a number between limits."""
        low, high = (int(each) for each in limits.split("-"))
        number = self.dice.randint(low, high)
        if kind == "I":
            return str(number)
        if kind == "R":
            number -= number % (100 if number > 1000 else 10)
        if kind in "NR":
            return self.figures(number) + percent
        part = self.dice.randint(1, 9)
        if self.place.digits == "han":
            return ("百分之" if percent else "") + f"{spelt(number)}点{HAN[part]}"
        return f"{number}.{part}{percent}"

    def _simple(self, kind: str) -> str:
        if kind == "C":
            return self.place.county
        if kind == "H":
            return f"{self.dice.randint(2, 8)}{self.dice.randint(100_000, 999_999)}"
        if kind == "M":
            return self.figures(self.place.month)
        year = str(self.place.year - (kind == "L"))
        return "".join(HAN[int(each)] for each in year) if self.place.digits == "han" else year

    def _slot(self, match: re.Match[str]) -> str:
        kind, key, given, percent = match.groups()
        if kind in "NRFI":
            return self.told.get(kind + given) or self.number(kind, given, percent)
        if kind == "X":
            return self.dice.choice(given.split("/"))
        if kind == "D":
            return self.day()
        if kind in "TVS":
            return self.names[kind][int(key) - 1]
        if kind != "P":
            return self._simple(kind)
        if kind + key not in self.known:
            free = person(self.dice, hant=self.place.hant)
            while free in self.known.values():
                free = person(self.dice, hant=self.place.hant)
            self.known[kind + key] = free
        return self.known[kind + key]

    def text(self, text: str) -> str:
        """Fill a text."""
        text = MAYBE.sub(lambda match: match[1] if self.dice.random() < 0.6 else "", text)
        if text.startswith("{D}，") and self.dice.random() < 0.2:
            text = (
                self.dice.choice(["昨天", "昨日"] if self.place.hant else ["日前", "近日"])
                + text[3:]
            )
        text = SLOT.sub(self._slot, text)
        return text.translate(WIDE) if self.place.digits == "wide" else text


def _promised(story: Story, filler: Filler) -> None:
    """Settle the numbers that a headline tells: the text has to tell the same."""
    for head in (story.title, story.subtitle, story.kicker):
        for match in SLOT.finditer(head):
            kind, _, given, percent = match.groups()
            if kind in "NF":
                filler.told[kind + given] = filler.number(kind, given, percent)


def filled(story: Story, place: Place, dice: random.Random) -> Story:
    """Fill a story in: the same numbers wherever the headline and the text share a slot's name."""
    filler = Filler(place, dice)
    _promised(story, filler)
    heads = {name: filler.text(getattr(story, name)) for name in HEADS.values()}
    body = tuple((kind, filler.text(text)) for kind, text in story.body)
    return replace(story, body=tuple(one for one in body if one[1] or one[0] == "verse"), **heads)
