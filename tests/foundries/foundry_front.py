"""What stands around the articles: mastheads, running heads, feet, rows of pictures, adverts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foundries.foundry_heads import RISE, by_sense
from foundries.foundry_metal import Slab, aligned, broken, ems, single
from foundries.foundry_told import caption, name, paper

if TYPE_CHECKING:
    import random

    from foundries.foundry_house import House

WEEK = "一二三四五六日"
PROMPTS = (
    "扫码关注本报微信公众号", "扫一扫 看视频", "更多内容请看客户端", "新闻热线：{p}",
    "投稿邮箱：bjb{n}@paper.cn", "本版投稿：{n}@news.cn", "责任编辑：{w}",
)  # fmt: skip
ADVERTS = (
    ("金秋家装节", "全场八折起 满千送百", "地址：{a}路{n}号　电话：{p}"),
    ("{a}国际幼儿园", "秋季招生火热进行中", "咨询热线：{p}"),
    ("健康体检 优惠进行时", "{a}医院体检中心　{p}"),
    ("公益广告", "节约用水 从我做起"),
    ("讲文明 树新风", "本报宣"),
)
SECTIONS = ("要闻", "综合", "民生", "副刊", "专题", "文化", "社会", "广告", "教育", "体育")


class Front:
    """Sets the furniture of a page."""

    def __init__(self, house: House, dice: random.Random) -> None:
        self.house, self.dice = house, dice
        self.name = paper(dice, house.sort)
        year, month, day = dice.randint(1996, 2025), dice.randint(1, 12), dice.randint(1, 28)
        self.day = dice.choice(
            (f"{year}年{month}月{day}日", f"{year}.{month}.{day}", f"{year}-{month:02}-{day:02}")
        )
        self.week = f"星期{dice.choice(WEEK)}"
        self.page = dice.randint(2, 16)

    def filled(self, text: str) -> str:
        """Put names and numbers into a text."""
        dice = self.dice
        return text.format(
            p=f"0{dice.randint(310, 999)}-{dice.randint(2000000, 8999999)}",
            n=dice.randint(11, 998), w=name(dice), a=dice.choice(("人民", "解放", "滨河", "红旗")),
        )  # fmt: skip

    def masthead(self, width: float) -> Slab:
        """Set the name of the paper, with its date, number and publisher."""
        house, dice, slab = self.house, self.dice, Slab(width)
        small = max(8.0, house.size * 0.95)
        lines = [
            f"{self.day}　{self.week}",
            f"第{dice.randint(100, 9999)}期　今日{dice.choice((4, 8, 12))}版",
            dice.choice(("国内统一刊号CN{n}—00{n}", "内部资料 免费交流", "准印证号：{n}-00{n}")),
            f"主办：{self.name}社",
        ]
        lines = [self.filled(line) for line in lines][: dice.randint(2, 4)]
        size = min(width * 0.42 / ems(self.name) * dice.uniform(0.8, 1.1), 110)
        if dice.random() < 0.5:
            mark = aligned(self.name, (0, width), size * RISE, size, house.title_face, "centre")
            slab.owners.append(single("furniture", "name", mark))
            y = size * 1.2 + small
            for n, line in enumerate(lines):
                at = (width * n / len(lines), width * (n + 1) / len(lines))
                how = "left" if not n else "right" if n == len(lines) - 1 else "centre"
                made = aligned(line, at, y, small, "sans", how)
                slab.owners.append(single("furniture", f"date {n}", made))
            slab.height = y + small * 0.5
        else:
            mark = aligned(self.name, (0, width), size * RISE, size, house.title_face, "left")
            slab.owners.append(single("furniture", "name", mark))
            left = ems(self.name) * size + small * 2
            for n, line in enumerate(lines):
                made = aligned(line, (left, width), small * (1 + n * 1.5), small, "sans", "left")
                slab.owners.append(single("furniture", "dates", made))
            slab.height = max(size * 1.15, small * (1.5 * len(lines) + 0.5))
        slab.rules.append((0, slab.height, width, dice.choice((0.8, 2.5))))
        slab.height += 3
        return slab

    def running(self, width: float) -> Slab:
        """Set the line at the head of an inner page."""
        house, dice, slab = self.house, self.dice, Slab(width)
        size = max(8.5, house.size)
        tall = size * dice.choice((1.0, 1.6, 2.2))
        page = dice.choice(
            (f"{self.page:02}", f"第{self.page}版", f"A{self.page:02}", f"{self.page}")
        )
        words = [page, dice.choice(SECTIONS), f"{self.day} {self.week}"]
        if dice.random() < 0.5:
            words.append(f"编辑 {name(dice)}　校对 {name(dice)}")
        if dice.random() < 0.6:
            words.append(self.name)
        if dice.random() < 0.4:
            words.reverse()
        if dice.random() < 0.25:
            words = ["　".join(words)]
        while max(ems(word) for word in words) * size > width / len(words):
            words.remove(max(words, key=len))
        for n, word in enumerate(words):
            at = (width * n / len(words), width * (n + 1) / len(words))
            how = "left" if not n else "right" if n == len(words) - 1 else "centre"
            large = tall if len(word) < 4 else size
            made = aligned(word, at, tall * RISE, large, "sans", how)
            slab.owners.append(single("furniture", f"running {n}", made))
        slab.rules.append((0, tall * 1.2, width, dice.choice((0.5, 1.5))))
        slab.height = tall * 1.2 + 2
        return slab

    def foot(self, width: float) -> Slab:
        """Set the line at the foot of a page."""
        slab, size = Slab(width), max(7.0, self.house.size * 0.85)
        text = self.dice.choice(
            (f"— {self.page} —", "地址：{a}路{n}号　邮编：{n}000　电话：{p}　印刷：本报印务中心",
             "本版责编：{w}　美编：{w}　电话：{p}", "零售每份1.00元　广告热线：{p}")
        )  # fmt: skip
        how = self.dice.choice(("centre", "left", "right"))
        made = aligned(self.filled(text), (0, width), size * 1.4, size, "sans", how)
        slab.owners.append(single("furniture", "foot", made))
        slab.rules.append((0, 1, width, 0.4))
        slab.height = size * 2
        return slab

    def prompt(self, width: float) -> Slab:
        """Set a short line between articles."""
        slab, size = Slab(width), self.house.size
        text = self.filled(self.dice.choice(PROMPTS))
        y, how = size, self.dice.choice(("left", "centre", "right"))
        for line in broken(text, width, size):
            made = aligned(line, (0, width), y, size, "sans", how)
            slab.owners.append(single("furniture", f"prompt {text}", made))
            y += size * 1.3
        slab.height = y - size * 0.5
        return slab

    def advert(self, width: float, height: float) -> Slab:
        """Set an advert of some size: words in a frame, or a picture only."""
        slab, dice = Slab(width, height), self.dice
        if height < 40 or dice.random() < 0.3:
            slab.boxes.append((0, 0, width, height))
            return slab
        lines = [self.filled(line) for line in dice.choice(ADVERTS)]
        y = height * 0.12
        for n, line in enumerate(lines):
            size = min(self.house.size * (2.6 if not n else 1.3), height * 0.2, width / 7)
            parts = (
                [line] if ems(line) * size < width * 0.94 else by_sense(line, width * 0.9 / size)
            )
            for part in parts:
                if y + size > height - 3:
                    break
                made = aligned(part, (width * 0.03, width * 0.97), y + size, size, "sans", "centre")
                slab.owners.append(single("furniture", f"advert {line}", made))
                y += size * 1.5
        if height - y > 30 and dice.random() < 0.7:
            slab.boxes.append((width * 0.1, y + 4, width * 0.8, height - y - 12))
        slab.frame(height, dice.choice((0.6, 1.5)))
        return slab

    def pictures(self, width: float, number: int, height: float) -> Slab:
        """Set a row of pictures with a word of each below, the blocks of one article."""
        slab, size = Slab(width), self.house.size
        gap = self.house.gutter
        wide = (width - gap * (number - 1)) / number
        deep = 0.0
        for n in range(number):
            x, text = n * (wide + gap), caption(self.dice)
            slab.boxes.append((x, 0, wide, height))
            made, y = [], height + size * 0.4
            for line in broken(text, wide, size):
                made.append(aligned(line, (x, x + wide), y + size * RISE, size, "sans", "left"))
                y += size * 1.25
            owner = single("caption", f"picture {n}", *made)
            owner.text = text
            slab.owners.append(owner)
            deep = max(deep, y)
        slab.height = deep
        return slab
