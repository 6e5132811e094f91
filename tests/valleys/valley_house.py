"""The style of a paper, drawn anew for each page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valleys.valley_grammar import expand, furniture, traditional

if TYPE_CHECKING:
    from random import Random

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
ASCII = str.maketrans("，：；？！（）", ",:;?!()")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
CN = "〇一二三四五六七八九"
SUBMARKS = (
    "plain",
    "plain",
    "plain",
    "一、",
    "（一）",
    "1.",
    "1．",
    "1、",
    "■",
    "◆",
    "——",
    "●",
    "▲",
    "【】",
    "★",
)


@dataclass(slots=True)
class Blanks:
    """How likely a blank line stands at each sort of place."""

    story: float = 0.0
    heads: float = 0.0
    under: float = 0.0
    para: float = 0.0
    first: float = 0.0
    anywhere: float = 0.0
    column: float = 0.0
    many: int = 1


@dataclass(slots=True)
class House:
    """A paper's habits on one page."""

    old: bool
    facts: dict[str, str]
    ems: int
    indent: str
    blanks: Blanks
    marks: str
    quotes: str
    wide_digits: bool
    ender: str
    breaks_numbers: bool
    head_ems: int
    shapes: dict[str, float]
    head_gap: str
    by: str
    by_rate: float
    outlet: float
    outlet_form: int
    submark: str
    sub_rate: float
    label_wrap: str
    two_gap: bool
    dense: float
    used: set[str] = field(default_factory=set)

    def ink(self, text: str) -> str:
        """Give a text in the marks and characters of the house."""
        text = YEAR.sub(self._past, text)
        if self.old:
            text = text.translate(traditional()).replace("雲。", "云。")
        if self.marks == "ascii":
            text = text.translate(ASCII)
        elif self.marks == "dots":
            text = text.replace("，", ",").replace("：", ":")
        if self.quotes == "straight":
            text = text.replace("“", '"').replace("”", '"')
        elif self.quotes == "corner":
            text = text.translate(str.maketrans("“”‘’", "「」『』"))
        elif self.quotes == "wide":
            text = text.replace("“", "＂").replace("”", "＂")
        return text.translate(WIDE) if self.wide_digits else text

    def fresh(self, phrases: list[str], rng: Random) -> str:
        """Choose a phrase that the page has not used, while there is one."""
        left = [phrase for phrase in phrases if phrase not in self.used] or phrases
        chosen = rng.choice(left)
        self.used.add(chosen)
        return chosen

    def _past(self, found: re.Match[str]) -> str:
        """Give a year that is not after the paper's own."""
        own = int(self.facts["year"])
        return found[0] if int(found[0]) <= own else str(own - int(found[0]) % 9)

    def furn(self, key: str, rng: Random) -> str:
        """Write a piece of furniture."""
        return self.ink(expand(rng.choice(furniture()[key]), rng, self.bound(rng)))

    def bound(self, rng: Random) -> dict[str, str]:
        """Give the words of furniture that are the same over the page, and drawn ones."""
        drawn = {key: rng.choice(furniture()[key]) for key in ("wmail", "cnpg", "u0")}
        return drawn | {"lunar": expand(furniture()["lunar"][0], rng)} | self.facts


def _facts(rng: Random, *, old: bool) -> dict[str, str]:
    place = expand("{pa}{pb}", rng)
    if old:
        paper = place + rng.choice(("日报", "公报", "新报", "晨报", "商报", "工商报", "时报"))
        return {
            "paper": paper,
            "cityname": place,
            "year": str(rng.randint(1928, 1988)),
            "cnyear": rng.choice(("十", "廿", "三十")) + rng.choice(CN[1:]),
            "cnmon": rng.choice(CN[1:]),
            "cnday": rng.choice(("十", "廿", "")) + rng.choice(CN[1:]),
            "wd": rng.choice("日一二三四五六"),
            "desk": "本埠",
        }
    ends = "日报 日报 日报 晚报 晚报 报 农民报 工人报 法制报 商报 青年报 晨报 都市报"
    year = rng.randint(1985, 2020)
    return {
        "paper": rng.choice((place, place, "今日" + place)) + rng.choice(ends.split()),
        "cityname": place + "市",
        "year": str(year),
        "mon": str(rng.randint(1, 12)),
        "dd": str(rng.randint(1, 28)),
        "wd": rng.choice("日一二三四五六"),
        "pg": str(rng.randint(1, 16)),
        "site": rng.choice(furniture()["site"]),
        "desk": rng.choice(furniture()["desk"]),
    }


def _blanks(rng: Random) -> Blanks:
    """Draw how blank lines stand."""
    way = rng.choice(
        (
            "none",
            "none",
            "story",
            "story",
            "paras",
            "all",
            "first",
            "random",
            "ends",
            "heads",
            "odd",
        )
    )
    if way == "story":
        return Blanks(story=0.95, heads=rng.choice((0, 0, 0.9)), under=rng.choice((0, 0.9)))
    if way == "paras":
        return Blanks(0.98, rng.choice((0, 0.4, 1)), 0.9, 0.97, many=rng.choice((1, 1, 2)))
    if way == "all":
        return Blanks(1, 1, 1, 1, 1, 1)
    if way == "first":
        return Blanks(0.6, 0.3, 0.4, 0.2, rng.uniform(0.3, 0.9))
    if way == "random":
        return Blanks(0.5, 0.3, 0.4, 0.15, 0.1, rng.uniform(0.02, 0.2))
    if way == "ends":
        return Blanks(0.3, 0.1, 0.2, 0.02, column=0.95, many=rng.choice((1, 2, 3)))
    if way == "heads":
        return Blanks(0.9, rng.uniform(0.3, 1), 0.95, column=0.5)
    if way == "odd":
        return Blanks(*(rng.random() ** 2 for _ in range(7)), many=rng.choice((1, 1, 2, 3)))
    return Blanks(anywhere=rng.choice((0, 0, 0.01)))


def _shapes(rng: Random) -> dict[str, float]:
    """Draw how often each shape of a headline group is used."""
    base = {"title": 1.2, "kicker": 0.7, "sub": 0.6, "subs": 0.25, "both": 0.3, "none": 0.06}
    return {key: value * rng.uniform(0.1, 2) for key, value in base.items()}


def draw(rng: Random) -> House:
    """Draw a house."""
    old, wide = rng.random() < 0.11, rng.random() < 0.1
    ems = rng.choice((8, 9, 10, 11, 12, 12, 13, 13, 14, 15, 16, 17, 18, 20, 22, 24, 27, 30, 34))
    return House(
        old=old,
        facts=_facts(rng, old=old),
        ems=ems,
        indent=rng.choice(("　　", "　　", "　　", "    ", "  ", "　", "", "", "mixed")),
        blanks=_blanks(rng),
        marks=rng.choices(("full", "ascii", "dots"), (0.8, 0.14, 0.06))[0],
        quotes=rng.choices(
            ("curly", "straight", "corner", "wide"),
            (0.2, 0.05, 0.7, 0.05) if old else (0.85, 0.1, 0.02, 0.03),
        )[0],
        wide_digits=wide,
        ender=rng.choice(("hang", "squeeze", "push", "push")),
        breaks_numbers=rng.random() < (0.7 if wide else 0.15),
        head_ems=rng.choice((6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 22, 30)),
        shapes=_shapes(rng),
        head_gap=rng.choice(("　", "　", " ", "　　", "  ")),
        by=rng.choice(("under", "under", "above", "end", "endline", "tail", "tied", "mixed")),
        by_rate=rng.choice((0.05, 0.2, 0.5, 0.9)),
        outlet=rng.choice((0.0, 0.3, 0.6, 0.95)),
        outlet_form=rng.randrange(9),
        submark=rng.choice(SUBMARKS),
        sub_rate=rng.choice((0.2, 0.5, 0.9)),
        label_wrap=rng.choice(furniture()["lbwrap"]),
        two_gap=rng.random() < 0.4,
        dense=rng.choice((0.0, 0.0, 0.0, 0.15, 0.3, 0.7)),
    )
