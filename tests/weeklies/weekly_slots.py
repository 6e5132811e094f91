"""Words that are drawn anew for each page and article: names, offices, units, numbers, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeklies.weekly_grammar import expand
from weeklies.weekly_papers import PAPERS
from weeklies.weekly_phrases import PHRASES
from weeklies.weekly_words import COMMON, GIVEN, PLACE_HEADS, PLACE_TAILS, SURNAMES, WHERE

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from weeklies.weekly_grammar import Draft


def person(rng: random.Random) -> str:
    """Give the name of somebody."""
    given = rng.choice(GIVEN)
    if rng.random() < 0.68:
        given += rng.choice(GIVEN)
    return rng.choice(SURNAMES) + given


def place(rng: random.Random) -> str:
    """Give the name of a place, of two or three characters."""
    name = rng.choice(PLACE_HEADS) + rng.choice(PLACE_TAILS)
    return rng.choice(PLACE_HEADS) + name if rng.random() < 0.12 else name


NUMERALS = "一二三四五六七八九十"


class World:
    """What stays the same on one page: the paper, its town, its people and its date."""

    def __init__(self, rng: random.Random, paper: str) -> None:
        self.rng = rng
        self.paper = paper
        self.year = rng.choice(
            (rng.randint(1982, 2000), rng.randint(2001, 2025), rng.randint(2008, 2025))
        )
        self.month = rng.randint(1, 12)
        self.day = rng.randint(1, 28)
        self.wide = 0
        self.city = place(rng)
        words = PAPERS[paper]
        self.org = self.city + rng.choice(words["org"])
        self.short = self.city[:2] + rng.choice(words["short"])
        self.units = self._units(words["unit"])
        self.staff = [person(rng) for _ in range(6)]

    def _units(self, ways: list[str]) -> list[str]:
        """Give the units of the house, some named by number or by place."""
        made: list[str] = []
        for way in self.rng.sample(ways, min(9, len(ways))):
            name = way.replace("#", self.rng.choice("一二三四五六七八"))
            made.append(name.replace("@", place(self.rng)))
        return made


class Words:
    """The words of one article: a slot drawn once stays what it is."""

    def __init__(self, world: World, draft: Draft | None = None) -> None:
        self.world = world
        self.rng = world.rng
        self.draft = draft
        self.drawn: dict[str, str] = {}
        self.used: dict[str, set[str]] = {}
        self.points = 0
        self.style = self.rng.choice(("{0}、", "{0}、", "{1}.", "{1}、", "（{0}）", "（{1}）"))

    def draw(self, key: str) -> str:
        """Give the word of a slot."""
        name, _, rest = key.partition(":")
        if name in ("n", "d"):
            return self._number(name, rest)
        if name == "no":
            self.points += 1
            return self.style.format(NUMERALS[self.points - 1], self.points)
        if name in self.drawn:
            return self.drawn[name]
        base = name.partition(".")[0]
        word = self._number(base, rest) if base in ("n", "d") else self._fresh(base)
        self.drawn[name] = word
        return word

    def _fresh(self, base: str) -> str:
        """Draw a word that this article has not yet in another slot of the same kind."""
        seen = self.used.setdefault(base, set())
        word = ""
        for _ in range(5):
            word = self._word(base)
            if word not in seen:
                break
        seen.add(word)
        return word

    def _number(self, base: str, rest: str) -> str:
        """Draw a number, `n` whole or `d` with a decimal."""
        low, _, high = rest.partition("-")
        if base == "d":
            return f"{self.rng.uniform(float(low), float(high)):.{self.rng.choice((1, 1, 2))}f}"
        number = self.rng.randint(int(low or 1), int(high or 99))
        if number > 300 and self.rng.random() < 0.6:
            number -= number % (10 if number < 3000 else 100)
        return str(number)

    def _word(self, base: str) -> str:
        """Draw a word of a kind: from the article's own, the paper's or the common ones."""
        rng, world = self.rng, self.world
        if self.draft is not None and base in self.draft.local:
            return expand(rng.choice(self.draft.local[base]), rng, self.draw)
        if base == "p":
            return person(rng)
        if base == "unit":
            return rng.choice(world.units)
        if base in FIXED:
            return FIXED[base](world)
        table = PAPERS[world.paper].get(base) or COMMON.get(base) or PHRASES.get(base)
        if table is None:
            raise KeyError(base)
        return self._fill(rng.choice(table))

    def _fill(self, way: str) -> str:
        """Fill the numbers and places into a word of a table."""
        if "#" in way:
            way = way.replace("#", self.rng.choice("一二三四五六七八"))
        return way.replace("@", place(self.rng)) if "@" in way else way


def _date(world: World) -> str:
    """Give a day shortly before the paper came out."""
    day = world.day - world.rng.randint(1, 9)
    month = world.month
    if day < 1:
        day, month = day + 30, month - 1 or 12
    if month == 2:
        day = min(day, 28)
    return f"{month}月{day}日"


def _until(world: World) -> str:
    """Give a day soon after the paper came out."""
    day = world.day + world.rng.randint(1, 20)
    return f"{world.month}月{day}日" if day < 29 else f"{world.month % 12 + 1}月{day - 28}日"


def _when(world: World) -> str:
    """Give an opening that says when."""
    rng = world.rng
    way = rng.random()
    if way < 0.45:
        return _date(world)
    if way < 0.8:
        return rng.choice(("近日", "日前", "最近", "前不久", "连日来", "这几天", "昨日"))
    day = rng.choice("一二三四五")
    return rng.choice(
        (f"上周{day}", f"{_date(world)}上午", f"{_date(world)}下午", "昨天", f"本周{day}")
    )


def _season(world: World) -> str:
    """Give the season of the issue."""
    ways = {
        12: ("隆冬", "冬日", "数九寒天"),
        3: ("初春", "早春", "春日"),
        6: ("盛夏", "三伏天", "梅雨季节"),
        9: ("深秋", "秋日", "初秋"),
    }
    return world.rng.choice(ways[world.month // 3 * 3 or 12])


def _slogan(world: World) -> str:
    """Give a slogan of four to seven characters, made of its parts."""
    rng = world.rng
    verb, noun = rng.choice(WHERE["verbs"]), rng.choice(WHERE["nouns"])
    way = rng.random()
    if way < 0.4:
        return f"{verb}{noun}"
    if way < 0.7:
        return f"{rng.choice(WHERE['how'])}{verb}{noun}"
    return f"{rng.choice(WHERE['short'])}{rng.choice(WHERE['short2'])}"


def _couplet(world: World) -> str:
    """Give two slogans of one length with a blank between them."""
    rng = world.rng
    if rng.random() < 0.5:
        one, two = rng.sample(WHERE["seven"], 2)
        return f"{one} {two}"
    how, how2 = rng.sample(WHERE["how"], 2)
    verb, verb2 = rng.sample(WHERE["verbs"], 2)
    noun, noun2 = rng.sample(WHERE["nouns"], 2)
    if rng.random() < 0.5:
        return f"{how}{verb}{noun} {how2}{verb2}{noun2}"
    return f"{verb}{noun} {verb2}{noun2}"


FIXED: dict[str, Callable[[World], str]] = {
    "city": lambda world: world.city,
    "org": lambda world: world.org,
    "short": lambda world: world.short,
    "y": lambda world: str(world.year),
    "ylast": lambda world: str(world.year - 1),
    "m": lambda world: str(world.month),
    "date": _date,
    "when": _when,
    "until": _until,
    "early": lambda world: str(world.year - world.rng.randint(4, 14)),
    "season": _season,
    "place": lambda world: place(world.rng),
    "slogan": _slogan,
    "couplet": _couplet,
    "reporter": lambda world: world.rng.choice(world.staff[:3]),
    "helper": lambda world: world.rng.choice(world.staff[3:]),
}
