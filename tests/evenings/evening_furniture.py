"""What stands on a page and is no article: mastheads, ears, boxes of contents, prompts, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from evenings.evening_grammar import Speaker

_WEEK = "一二三四五六日"


class Paper:
    """One newspaper: its name, date, page and people, the same wherever the page prints them."""

    def __init__(self, speaker: Speaker, rng: random.Random) -> None:
        self.rng, self.old, self.say = rng, speaker.old, speaker.say
        self.name = speaker.say("{报名}")
        self.year, self.month = rng.randint(1998, 2025), rng.randint(1, 12)
        self.day, self.week = rng.randint(1, 28), rng.choice(_WEEK)
        self.letter = rng.choice(("A", "A", "B", "C", "D", "", "T"))
        self.number = rng.randint(1, 24)
        self.title = speaker.say("{版名}")
        self.editor, self.designer, self.reader = (speaker.word("人") for _ in range(3))
        self.site = f"www.{speaker.say('{网}')}.com"
        self.phone = f"{rng.randint(2, 9)}{rng.randint(1000000, 9999999)}"
        self.page = rng.choice(
            (
                f"{self.letter}{self.number:02d}",
                f"{self.letter}{self.number}",
                f"{self.letter}{self.number}版",
                f"第{self.number}版",
                f"{self.number:02d}",
            )
        )

    def date(self) -> str:
        """Give the date in one of its shapes."""
        year, month, day, week = self.year, self.month, self.day, self.week
        first = self.rng.choice(
            (
                f"{year}年{month}月{day}日",
                f"{year}.{month}.{day}",
                f"{year}年{month:02d}月{day:02d}日",
                f"{year}/{month}/{day}",
                f"{year}-{month:02d}-{day:02d}",
            )
        )
        if self.old and self.rng.random() < 0.3:
            first = f"中華民國{year - 1911}年{month}月{day}日"
        return first + self.rng.choice(("", f" 星期{week}", f"　星期{week}", f"（星期{week}）"))

    def masthead(self) -> list[str]:
        """Give the lines at a page's head or foot."""
        rng = self.rng
        edit = "責任編輯" if self.old else rng.choice(("责任编辑", "责编", "本版编辑", "编辑"))
        look = "美術編輯" if self.old else rng.choice(("美编", "版式设计", "视觉设计", "组版"))
        check = "校對" if self.old else rng.choice(("校对", "责任校对"))
        people = rng.choice(
            (
                f"{edit}：{self.editor}　{look}：{self.designer}",
                f"{edit}/{self.editor} {look}/{self.designer}",
                f"{edit} {self.editor}",
                f"{edit}：{self.editor} {look}：{self.designer} {check}：{self.reader}",
                f"□{edit} {self.editor} □{look} {self.designer}",
            )
        )
        mail = f"E-mail:{rng.choice(('news', 'fukan', 'wb', 'life'))}@{self.site[4:]}"
        phone = rng.choice(
            (f"新闻热线：{self.phone}", f"热线电话 {self.phone}", f"电话：{self.phone}")
        )
        if self.old:
            phone = rng.choice((f"讀者服務專線：{self.phone}", f"電話：{self.phone}"))
        date, shape = self.date(), rng.random()
        if shape < 0.3:
            found = [f"{self.page} {self.title} {date}", people]
        elif shape < 0.5:
            found = [self.page, self.title, date, people, self.name]
        elif shape < 0.65:
            found = [f"{self.name} {date} {self.title} {self.page}"]
        elif shape < 0.8:
            found = [self.title, people, f"{mail} {phone}"]
        elif shape < 0.9:
            found = [self.name, f"{date} {self.page}", people, phone, self.site]
        else:
            found = [self.page, rng.choice((self.title, " ".join(self.title)))]
        if rng.random() < 0.2:
            found.append(rng.choice((self.site, phone, mail)))
        if rng.random() < 0.12:
            rng.shuffle(found)
        return found

    def ear(self) -> list[str]:
        """Give a weather ear."""
        rng = self.rng
        low = rng.randint(-6, 26)
        sky, wind = self.say("{天气}"), self.say("{风}")
        high = low + rng.randint(3, 11)
        if self.old:
            return [self.say("{城}") + f" {low}～{high}℃ {sky}", f"降雨機率{rng.randint(0, 9)}0％"]
        return rng.choice(
            (
                [f"今天{sky}", f"{low}℃～{high}℃", wind],
                [f"今日天气 {sky} {wind} {low}~{high}℃"],
                [f"天气预报：今天{sky}，{wind}，{low}到{high}℃"],
                [f"明日 {sky}", f"{low}~{high}℃"],
            )
        )

    def prompt(self) -> list[str]:
        """Give a prompt: a hotline, a code to scan, a request for texts."""
        return [self.say(part) for part in self.say("{招呼}").split("※")]

    def notes(self) -> list[str]:
        """Give a short line of the makers: a rule, a page's slogan, a copyright line."""
        return [self.say("{杂线}")]

    def runs_on(self) -> str:
        """Give a line that sends to another page."""
        page = f"{self.letter or '第'}{self.number + self.rng.randint(1, 5)}"
        page += "版" if not page.endswith("版") and self.rng.random() < 0.8 else ""
        if page.startswith("第") and not page.endswith("版"):
            page += "版"
        if self.old:
            return self.rng.choice((f"（下轉{page}）", f"文轉{page}", f"▶下轉{page}"))
        return self.rng.choice(
            (f"（下转{page}）", f"下转{page}", f"►►下转{page}", f"（紧接{page}）")
        )

    def comes_from(self) -> str:
        """Give a line that tells from which page a text comes."""
        page = f"{self.letter or '第'}{max(1, self.number - 1)}版"
        if self.old:
            return self.rng.choice((f"（上接{page}）", f"文接{page}"))
        return self.rng.choice((f"（上接{page}）", f"◄◄上接{page}", f"上接{page}"))


def contents(titles: list[str], paper: Paper, rng: random.Random) -> list[tuple[str, str]]:
    """Give a box of contents: entries, each with its page behind it, before it or on its own line.

    The second of each pair is a page number to stand on a line of its own, or nothing.
    """
    shape = rng.choice(("dots", "space", "alone", "before", "none", "sign"))
    word = rng.choice(
        ("導讀", "今日導讀", "要目") if paper.old else ("导读", "今日导读", "今日看点", "导 读")
    )
    found = [(rng.choice((word, f"【{word}】", word)), "")] if rng.random() < 0.75 else []
    at = paper.number
    for title in titles:
        at += rng.randint(1, 4)
        page = f"{rng.choice((paper.letter, paper.letter, 'B'))}{at:02d}"
        pair = {
            "dots": (f"{title}……{page}", ""), "space": (f"{title} {page}", ""),
            "alone": (title, page), "before": (f"{page} {title}", ""),
            "none": (title, ""), "sign": (f"■{title}（{page}版）", ""),
        }[shape]  # fmt: skip
        found.append(pair)
    return found
