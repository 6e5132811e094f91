"""What stands about the articles of an unseen page: heads of pages, boxes, prompts, editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unseen.unseen_article import Bit, Piece
from unseen.unseen_setting import broken
from unseen.unseen_stories import HAN, filled, person, told_in

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from unseen.unseen_house import House
    from unseen.unseen_stories import Story

DAYS = "一二三四五六日"
SLOGANS = (
    "身边的事　说给你听",
    "看 / 得 / 见 / 的 / 日 / 子",
    "一张报纸　半城烟火",
    "街坊的报　街坊的话",
)
PROMPTS = (
    ("扫一扫", "关注{n}", "微信公众号"),
    ("更多精彩内容", "请扫码阅读"),
    ("扫码看视频",),
    ("{n}数字报", "扫码即读"),
)
THEMES = {
    "front": ("要闻", "头版", "要闻"),
    "city": ("社会", "城事", "综合新闻"),
    "leisure": ("副刊", "文化", "周末"),
    "service": ("生活", "服务", "百姓"),
}
THEMES_HANT = {"front": "要聞", "city": "地方", "leisure": "副刊", "service": "生活"}


@dataclass(slots=True)
class Fringe:
    """Lines above and below the articles, and those of a guide to the other pages."""

    above: list[list[Bit]]
    below: list[list[Bit]]
    guide: list[Bit]
    section: Bit | None


def stuff(*lines: str) -> list[Bit]:
    """Print lines that belong to no article."""
    return [Bit(line, Piece("furniture", line)) for line in lines]


class Fringes:
    """Words what stands about the articles in one newspaper."""

    def __init__(self, house: House, theme: str, dice: random.Random) -> None:
        self.house, self.theme, self.dice = house, theme, dice
        self.place = house.place
        self.hant = house.place.hant
        self.name = (THEMES_HANT if self.hant else {theme: dice.choice(THEMES[theme])})[theme]
        self.number = 1 if theme == "front" else dice.randint(2, 12)

    def _date(self) -> str:
        place = self.place
        if place.digits == "han":
            year = "".join(HAN[int(each)] for each in str(place.year))
            return f"{year}年{self._han(place.month)}月{self._han(place.day)}日"
        return f"{place.year}年{place.month}月{place.day}日"

    @staticmethod
    def _han(number: int) -> str:
        ten, one = divmod(number, 10)
        return (HAN[ten] if ten > 1 else "") + ("十" if ten else "") + (HAN[one] if one else "")

    def _name(self) -> str:
        return person(self.dice, hant=self.hant)

    def masthead(self) -> list[Bit]:
        """Print the head of a first page."""
        dice, paper = self.dice, self.house.paper
        day = DAYS[self.place.day % 7]
        issue = dice.randint(120, 7800)
        lines = [dice.choice([paper, " ".join(paper)])]
        lines.append(f"{self._date()} 星期{day}")
        if self.hant:
            lines.append(f"第{issue}期 本期{dice.randint(4, 8)}版 免費取閱")
            return stuff(*lines)
        lines.append(dice.choice([f"第{issue}期", f"总第{issue}期 今日{dice.choice('四八')}版"]))
        more = [
            f"国内统一刊号：CN {dice.randint(10, 60)}—00{dice.randint(10, 99)}",
            f"{self.place.county}新闻中心主办",
            f"天气：多云　{dice.choice('东南西北')}风3—4级　{dice.randint(2, 9)}~19℃",
            dice.choice(SLOGANS),
            f"新闻热线：{dice.randint(2, 8)}{dice.randint(100_000, 999_999)}",
        ]
        lines.extend(dice.sample(more, dice.randint(1, 3)))
        if dice.random() < 0.3:
            lines.insert(0, lines.pop())
        return stuff(*lines)

    def header(self) -> list[Bit]:
        """Print the head of an inner page."""
        dice, date = self.dice, self._date()
        day = DAYS[self.place.day % 7]
        number = self._han(self.number)
        forms = (
            (f"{self.number}", f"{date} 星期{day}"),
            (f"第{number}版", date),
            (f"{self.number}版 {self.name} {date}",),
            (f"{self.name} A{self.number:02}",),
            (f"{self.house.paper} {date} 星期{day} 第{number}版",),
            (f"P{self.number:02}", self.house.paper),
        )
        old = 2 if self.place.year < 2003 else 0
        return stuff(*dice.choice(forms[1:3] + forms[4:5] if old else forms))

    def footer(self) -> list[Bit]:
        """Print who made the page."""
        one, two, three = self._name(), self._name(), self._name()
        if self.hant:
            forms = (
                (f"責任編輯／{one}　美術編輯／{two}",),
                (f"投稿信箱：news{self.number}@example.org",),
            )
            return stuff(*self.dice.choice(forms))
        forms = (
            (f"责任编辑：{one}　校对：{two}",),
            (f"本版编辑 {one}　版式 {two}　校对 {three}",),
            (f"责编：{one}", f"美编：{two}", f"校对：{three}"),
            (f"编辑/{one} 组版/{two}",),
            (f"社址：{self.place.county}{self.place.streets[0]}{self.number + 7}号　本报印刷厂印",),
        )
        return stuff(*self.dice.choice(forms))

    def prompt(self) -> list[Bit]:
        """Print what stands beside a code to be photographed."""
        lines = self.dice.choice(PROMPTS)
        return stuff(*(line.format(n=self.house.paper) for line in lines))

    def guide(self, stories: Sequence[Story]) -> list[Bit]:
        """Print a box that names what stands on other pages."""
        dice = self.dice
        head = dice.choice(["导读", "今日导读", "导　读", "今日看点"])
        form = dice.choice(["P{:02}", "A{}版", "第{}版", "详见{}版", "→{}版"])
        width = dice.randint(7, 11)
        bits = stuff(head)
        gap = self.house.gap == "after"
        for page, story in enumerate(stories, 2):
            title = filled(story, self.place, dice).title.replace("|", "").replace("　", " ")
            lines = broken(title, lambda _: width, 0, "push")
            bits.extend(stuff(*(line.strip() for line in lines)))
            bits[-1].blank = int(gap)
            bits.extend(stuff(form.format(page)))
            bits[-1].blank = int(gap)
        bits[0].blank = int(gap)
        return bits

    def made(self, used: set[str]) -> Fringe:
        """Put together what stands about the articles."""
        dice, front = self.dice, self.theme == "front"
        top = [self.masthead()] if front else [self.header()]
        bottom = [self.footer()] if dice.random() < 0.5 else []
        if self.place.year >= 2012 and not self.hant and dice.random() < 0.3:
            (top if dice.random() < 0.4 else bottom).append(self.prompt())
        if not front and dice.random() < 0.2:
            top, bottom = [], [*bottom, *top]
        elif not front and dice.random() < 0.15:
            top = []
        guide: list[Bit] = []
        others = [s for s in told_in(self.place.year, hant=self.hant) if s.title not in used]
        if front and not self.hant and self.place.year > 1998 and dice.random() < 0.6:
            guide = self.guide(dice.sample(others, dice.randint(3, 5)))
        section = None
        if dice.random() < 0.2:
            section = Bit(self.name, Piece("section", self.name))
        return Fringe(top, bottom, guide, section)
