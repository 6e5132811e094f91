"""What stands round the articles of a page: mastheads, labels, boxes, adverts, notices of jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspaper import PLACES
from training.notices import Small
from training.reporter import words
from training.setting import Bit, Draft, Row, single

if TYPE_CHECKING:
    import random

    from training.reporter import Reporter

PAPERS = [
    "周报",
    "晚报",
    "日报",
    "晨讯",
    "时报",
    "社区报",
    "通讯",
    "月刊",
    "新闻",
    "校报",
    "工人报",
    "民报",
    "家园报",
    "青年报",
    "商报",
    "简报",
    "导报",
    "文艺周刊",
    "月报",
    "学院报",
    "大学报",
    "老年报",
    "健康报",
    "科技报",
    "女报",
    "画报",
    "矿工报",
    "医院报",
    "乡讯",
    "公报",
    "文萃",
    "副刊",
]
LUNAR = [
    "正月初八",
    "二月十五",
    "三月廿一",
    "四月初三",
    "五月十二",
    "六月廿九",
    "七月初七",
    "八月十六",
    "冬月十一",
]
WEEK = "一二三四五六日"
PAGE_STYLES = (
    "P0{}",
    "{}版",
    "……0{}",
    "A0{}",
    "▶{}版",
    "（{}版）",
    "0{}",
    "第{}版",
    "详见{}版",
    "P{}",
)
LABEL_STYLES = (
    "【{}】",
    "■{}",
    "◆ {} ◆",
    "·{}·",
    "[{}]",
    "〖{}〗",
    "▌{}",
    "{} NEWS",
    "{}▶",
    "□ {}",
    "●{}",
    "◎{}",
    "○ {}",
    "▶{}",
    "「{}」",
    "=={}==",
    "｜{}｜",
    "★{}★",
)


OTHERS = 0.3
"""Share of the labels of texts that others take the place of."""


class Furnisher:
    """Makes the furniture of one page; the same dice make the same. Its day and number are one."""

    def __init__(self, writer: Reporter, dice: random.Random) -> None:
        self.writer, self.dice = writer, dice
        self.small = Small(writer)
        self.paper = dice.choice(PLACES)[:2] + dice.choice(PAPERS)
        self.date = (dice.randint(1985, 2031), dice.randint(1, 12), dice.randint(1, 28))
        self.week = "星期" + dice.choice(WEEK)
        self.number = self.one("CORNERS")
        self.label_style = dice.choice((*LABEL_STYLES[:4], *LABEL_STYLES, *["{}"] * 8, "spread"))

    def one(self, name: str) -> str:
        """One pattern of a list, filled."""
        return self.writer.pick(name)

    def rows(self, text: str) -> list[Row]:
        """Furniture of one or more rows, each a block of its own."""
        return [single("furniture", line) for line in text.split("\n") if line.strip()]

    def day(self) -> str:
        """The day of the page in one of its shapes."""
        dice, week = self.dice, self.week
        year, month, day = self.date
        return dice.choice(
            (
                f"{year}年{month}月{day}日 {week}",
                f"{year}年{month}月{day}日",
                f"{year}.{month:02}.{day:02} {week}",
                f"{year}/{month}/{day}",
                f"{month}月{day}日 {week} 农历{dice.choice(LUNAR)}",
                f"{year} 年 {month} 月 {day} 日",
                f"{week}  {year}年{month}月{day}日  第{dice.randint(2, 900)}期",
                f"{year}-{month}-{day}",
                f"{month}月{day}日",
                f"{week}",
                f"{year}年{month}月",
            )
        )

    def masthead(self) -> list[Row]:
        """The head of the page: some of its name, day, number, weather, prompts, slogan."""
        dice = self.dice
        label = dice.choice(words()["LABELS"])
        kinds = [
            dice.choice((" ", "  ", "", "")).join(self.paper),
            self.day(), self.number, self.one("WEATHER"), self.one("PROMPTS"), self.one("LINES"),
            self.one("LINES"), self.one("SLASHED"), self.one("STAFF"),
        ]  # fmt: skip
        if dice.random() < 0.3:
            kinds[0] = f"{self.paper} {self.day()} {self.number}"
        elif dice.random() < 0.2:
            kinds[2] = self.writer.fill(f"{self.number}  {label}  {self.day()}")
        count = dice.choices((1, 2, 3, 4, 6), (4, 4, 3, 2, 1))[0]
        return [row for text in dice.sample(kinds, count) for row in self.rows(text)]

    def label(self, name: str | None = None) -> Row:
        """A section label in the style of the page."""
        if not name or self.dice.random() < OTHERS:
            name = self.one("LABELS") if self.dice.random() < 0.6 else self.small.label()
        style = self.label_style
        text = name if style == "spread" else style.format(name)
        raw = " ".join(name) if style == "spread" else text
        return Row([Bit(Draft("section"), 0, raw, text)], part="note")

    def index(self) -> list[Row]:
        """A 导读 box: entries of one to three lines and their pages."""
        dice = self.dice
        rows = self.rows(self.one("INDEXES")) if dice.random() < 0.85 else []
        style = dice.choice(PAGE_STYLES)
        own = dice.random() < 0.6  # the page stands on its own row
        first = dice.random() < 0.15  # and above its entry
        for page in range(2, 2 + dice.randint(2, 6)):
            lines = self._entry()
            number = style.format(page)
            if own:
                lines.insert(0 if first else len(lines), number)
            else:
                lines[-1] += dice.choice(("", " ", "  ")) + number
            for line in lines:
                rows += self.rows(line)
        return rows

    def _entry(self) -> list[str]:
        """The lines of one entry."""
        dice = self.dice
        if dice.random() < 0.2:
            return list(self.writer.couplet())
        title = self.writer.fact()
        mark = dice.choice(("", "", "", "", "●", "■", "▶ "))
        many = dice.choice((1, 1, 2, 2, 3)) if len(title) > 8 else 1
        size = -(-len(title) // many)
        return [
            (mark if not at else "") + title[at : at + size].strip()
            for at in range(0, len(title), size)
        ]

    def foot(self) -> list[Row]:
        """What stands at the foot of a page."""
        dice = self.dice
        found = []
        kinds = ["STAFF", "STAFF", "LINES", "LINES", "PROMPTS", "CORNERS", "SLASHED"]
        for kind in dice.sample(kinds, dice.choice((1, 1, 2, 3))):
            found += self.rows(self.number if kind == "CORNERS" else self.one(kind))
        return found

    def between(self) -> list[Row]:
        """Something that stands between two articles."""
        dice = self.dice
        kinds = (
            "ADVERTS",
            "LINES",
            "STAFF",
            "index",
            "PROMPTS",
            "running",
            "WEATHER",
            "SLASHED",
            "SEPARATORS",
        )
        kind = dice.choices(kinds, (6, 2, 2, 3, 2, 2, 1, 1, 3))[0]
        if kind == "index":
            return self.index()
        if kind == "running":
            return self.rows(dice.choice((f"{self.paper}  {self.day()}", self.paper, self.number)))
        return self.rows(self.one(kind))

    def caption(self) -> str:
        """The words under a picture."""
        return self.one("CAPTIONS")

    def inside(self) -> list[Row]:
        """Furniture that stands inside a column: a page's number, a prompt, a running head."""
        kind = self.dice.choice(("CORNERS", "PROMPTS", "paper", "STAFF", "day", "LINES", "ADVERTS"))
        text = {"paper": self.paper, "day": self.day(), "CORNERS": self.number}.get(kind)
        return self.rows(text or self.one(kind))

    def jump(self) -> str:
        """A line that sends the reader to another page."""
        return self.one("JUMPS")

    def goes_on(self) -> str:
        """A line that takes the reader up from another page."""
        return self.one("GOES_ON")
