"""The stories of the unseen pages: read from `texts`, and filled in by small grammars.

A story begins with `# kind style era` and has one line an item: `L` the name of its column, `K` a
line above the headline, `T` the headline (`|` where it may break), `S` a line below it, `B` its
author, `=` a heading inside, `^` a caption, `/` a line of verse, `-` a row of a list, `>` a
signature; all else are paragraphs. In a text `{P1}` is a person, `{C}` the county, `{T1}` one of
its parts, `{V1}` a village or quarter, `{S1}` a street, `{N:3-9}` a number, `{F:3-9}` one with a
decimal, `{I:3-9}` one always in digits, `{D}` a day, `{H}` a telephone, `{X:a/b}` a choice; what
stands in `⟦⟧` may be left out.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
ITEMS = {"=": "subhead", "^": "caption", "-": "row", ">": "sign"}
HEADS = {"L": "label", "K": "kicker", "T": "title", "S": "subtitle", "B": "author"}
HAN = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")  # noqa: RUF001
SLOT = re.compile(r"\{(\w)([^}:]*)(?::([^}]*))?\}(%?)")
MAYBE = re.compile("⟦([^⟧]*)⟧")
OLD, NEW = 2000, 2003

COUNTIES = "苇泊 澄湾 栗坪 鹤渚 禾津 枫堰 桐崖 沙棠 麓津 莼溪 槐浦 石荻".split()
PARTS = "东陂 柳汊 望牛 七里铺 白鹭滩 青埂 双槐 上塘 桑园 马蹄岭 北闸 银杏坪 小蓬 落星".split()
QUARTERS = "莲塘 晒谷坪 石板井 梅坞 斗门 半边街 大樟树 陈家湾 新米市 老烟墩 芦花荡 十里亭".split()
STREETS = "打铁巷 挑水街 染坊弄 望江路 文庙街 石灰巷 春秧路 豆市街 长堤路 钟楼街 木行巷".split()
PLACES_HANT = (
    "松埔 汐浦 北澳 鹿坑 三灣 蘆洲尾 龍門溪".split(),
    "後壁厝 石碇頭 水尾 大榕 頂寮 埔心 海豐 青草".split(),
    "榕下 竹圍 橋頭仔 舊碼頭 山腳 蓮潭 新厝 鹽埕尾".split(),
    "米市街 廟前路 海墘街 竹仔巷 燈塔路 三角街 後街".split(),
)
FAMILY = "赵钱孙周吴郑冯褚卫蒋沈韩杨秦许何吕施孔曹严金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗"
FAMILY_HANT = "趙錢孫周吳鄭馮衛蔣沈韓楊秦許何呂施孔曹嚴金魏陶謝鄒蘇潘范彭魯馬苗林黃陳簡莊"
GIVEN = "阿炳 秋生 守田 玉兰 长根 巧云 木森 念慈 春来 小满 石生 桂香 文渊 克勤 松年 雁秋 禾 汀 樵 阿巧 望舒 水根 兰英 有田 季良 若谷 苇 冬至 双喜 梅芳 朗 闻笛".split()
GIVEN_HANT = (
    "阿炳 秋月 守田 玉蘭 長庚 巧雲 木森 念慈 春來 小滿 石生 桂香 文淵 克勤 松年 雁秋 望舒".split()
)


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
    lists = PLACES_HANT if hant else (COUNTIES, PARTS, QUARTERS, STREETS)
    county = dice.choice(lists[0]) + dice.choice("鎮區鄉" if hant else "县区市县")
    ends = ("里", "庄") if hant else (("乡", "镇") if county[-1] == "县" else ("街道", "镇"))
    end = dice.choice(ends).replace("庄", "村")
    return Place(
        county,
        tuple(name + end for name in dice.sample(lists[1], 5)),
        tuple(
            name + dice.choice(["社區", "里"] if hant else ["村", "村", "社区"])
            for name in dice.sample(lists[2], 6)
        ),
        tuple(dice.sample(lists[3], 5)),
        year,
        dice.randint(1, 12),
        dice.randint(9, 28),
        digits,
        hant,
    )


def person(dice: random.Random, *, hant: bool = False) -> str:
    """Invent a person."""
    if hant:
        return dice.choice(FAMILY_HANT) + dice.choice(GIVEN_HANT)
    return dice.choice(FAMILY) + dice.choice(GIVEN)


def spelt(number: int) -> str:
    """Write a number below a hundred thousand in Chinese figures."""
    if number >= 10_000:
        rest = number % 10_000
        zero = "〇" if 0 < rest < 1000 else ""
        return spelt(number // 10_000) + "万" + zero.replace("〇", "零") + (rest and spelt(rest) or "")
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
        if self.dice.random() < 0.12:
            return "日前" if not self.place.hant else "昨日"
        return f"{self.figures(self.place.month)}月{self.figures(day)}日"

    def _number(self, kind: str, limits: str, percent: str) -> str:
        low, high = (int(each) for each in limits.split("-"))
        number = self.dice.randint(low, high)
        if kind == "I":
            return str(number)
        if kind == "N":
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
        if kind in "NFI":
            return self._number(kind, given, percent)
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
        text = SLOT.sub(self._slot, text)
        return text.translate(WIDE) if self.place.digits == "wide" else text


def filled(story: Story, place: Place, dice: random.Random) -> Story:
    """Fill a story in: the same numbers wherever the headline and the text share a slot's name."""
    filler = Filler(place, dice)
    heads = {name: filler.text(getattr(story, name)) for name in HEADS.values()}
    body = tuple((kind, filler.text(text)) for kind, text in story.body)
    return replace(story, body=tuple(one for one in body if one[1] or one[0] == "verse"), **heads)
