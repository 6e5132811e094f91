"""Five papers, each a house with its own style. None of them is a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from strangers.stranger_setting import Setting
from strangers.stranger_style import Style, weighted
from strangers.stranger_texts import OLD_GIVEN, OLD_SURNAMES, numeral, person

if TYPE_CHECKING:
    from random import Random

WEEK = "一二三四五六日"
MODES = {"push": 3.0, "hang": 2.0, "squeeze": 4.0}


class Paper:
    """A house: the kinds of its articles, its ways, its furniture."""

    kinds: ClassVar[tuple[str, ...]] = ()
    labels: ClassVar[tuple[str, ...]] = ()
    many: ClassVar[tuple[int, int]] = (2, 4)
    marks: ClassVar[dict[str, float]] = {"": 7.0, "　　": 2.0, "  ": 1.0}
    blanks: ClassVar[dict[str, float]] = {}
    jumps: ClassVar[float] = 0.0

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        year, month, day = rng.randint(2009, 2024), rng.randint(1, 12), rng.randint(1, 28)
        self.day = (year, month, day)
        self.date = f"{year}年{month}月{day}日"
        self.weekday = f"星期{rng.choice(WEEK)}"
        self.number = rng.randint(2, 8)
        self.guide = ""

    def style(self, regime: str) -> Style:
        """Draw the ways of a page."""
        rng = self.rng
        blanks = LONG_BLANKS if regime == "long" else self.blanks
        style = Style(blank=weighted(rng, blanks), mark=weighted(rng, self.marks))
        style.setting = Setting(weighted(rng, MODES), air=rng.random() < 0.6)
        if style.setting.air:
            style.space = rng.choice((0.0, 0.0, 0.6, 1.0))
        style.centred = rng.random() < 0.1
        if rng.random() < 0.12 and style.blank not in {"none", "double"}:
            style.other = weighted(rng, {"blocks": 1, "heads": 1, "columns": 1, "slipped": 1})
            if regime == "long" and style.other == "slipped":
                style.other = ""
        if rng.random() < 0.08:
            style.slips, style.lost = 0.004, 0.01
        style.ends = "\r\n" if rng.random() < 0.04 else "\n"
        return self.house(style)

    def house(self, style: Style) -> Style:
        """Change the ways to those of the house."""
        return style

    def top(self) -> list[str]:
        return []

    def bottom(self) -> list[str]:
        return []

    def between(self) -> str:
        """Give a line of furniture that may stand in the middle of a page, or nothing."""
        return ""


LONG_BLANKS = {"blocks": 6.0, "none": 2.0, "heads": 1.0, "columns": 1.5}


class Daily(Paper):
    """A provincial daily: narrow columns, three-storeyed headlines, stories that jump."""

    kinds = ("province", "village", "science", "comment", "court")
    labels = ("要闻", "综合新闻", "地方新闻", "县域经济", "今日关注")
    blanks: ClassVar = {
        "none": 2.0, "blocks": 2.0, "heads": 2.5, "slipped": 2.0, "columns": 2.0, "scatter": 0.5,
    }  # fmt: skip
    jumps = 0.12

    def house(self, style: Style) -> Style:
        rng = self.rng
        style.widths = rng.choice(((13,), (14, 15), (16,), (17, 20), (12, 19)))
        style.columns = 5
        style.headwidth = rng.choice((16, 18, 22, 26))
        style.digits = rng.random() < 0.25
        if style.digits:
            style.setting, style.space = style.setting._replace(air=False), 0.0
        style.byline = weighted(rng, {"own": 5, "run": 2})
        style.label = rng.choice(("{}", "{}", "■ {}", "【{}】"))
        return style

    def top(self) -> list[str]:
        rng = self.rng
        names = "  ".join(
            f"{post}：{person(rng)}" for post in ("责任编辑", "版式", "校对")[: rng.randint(1, 3)]
        )
        name = rng.choice(("清源日报", "岭江日报", "云泽日报"))
        found = [name, f"{self.date}　{self.weekday}", names, f"第{self.number}版"]
        if rng.random() < 0.3:
            found = [f"{self.number}", f"{self.date} {self.weekday}  {names}", name]
        rng.shuffle(found)
        return found[: rng.randint(1, 4)] if rng.random() < 0.85 else []

    def bottom(self) -> list[str]:
        lines = (
            f"本报地址：解放路{self.rng.randint(10, 300)}号　邮编：{self.rng.randint(310, 399)}000",
            "广告经营许可证：010003　每份零售1.50元　岭江日报印务中心承印",
        )
        return [line for line in lines if self.rng.random() < 0.3]

    def between(self) -> str:
        return self.rng.choice(("扫码看视频", "（更多报道见6版、7版）", "详见3版▶"))


class Evening(Paper):
    """An evening paper: very narrow columns, talking headlines, many small pieces."""

    kinds = ("evening", "court", "questions", "sports", "letters", "notices", "comment")
    labels = ("民生", "社会新闻", "城事", "都市圈", "热线")
    many = (3, 6)
    blanks: ClassVar = {
        "none": 2.0, "blocks": 2.5, "heads": 2.0, "slipped": 2.0, "columns": 1.0, "scatter": 1.0,
        "double": 0.4,
    }  # fmt: skip
    jumps = 0.03

    def house(self, style: Style) -> Style:
        rng = self.rng
        style.widths = rng.choice(((11,), (12, 13), (13, 17), (10, 14), (15, 22)))
        style.columns = 4
        style.headwidth = rng.choice((12, 15, 18))
        style.byline = weighted(rng, {"own": 5, "mark": 3, "end": 1.5, "run": 1})
        style.label = rng.choice(("{}", "【{}】", "●{}", "| {}"))
        style.subhead = rng.choice(("{}", "■{}", "◆ {}"))
        style.caption = rng.choice(("{}", "▲{}", "△ {}", "◀{}"))
        return style

    def top(self) -> list[str]:
        rng, (year, month, day) = self.rng, self.day
        date = f"{year}.{month:02}.{day:02} {self.weekday}"
        found = [f"A{self.number:02}", "江城晚报", date, f"责编 {person(rng)} 美编 {person(rng)}"]
        if rng.random() < 0.25:
            found = [f"{date}  编辑：{person(rng)}  电话：8{rng.randint(100, 999)}0110"]
        return found[: rng.randint(1, 4)] if rng.random() < 0.85 else []

    def bottom(self) -> list[str]:
        rng = self.rng
        found = (
            f"新闻热线：{rng.randint(8000, 8999)}{rng.randint(1000, 9999)}",
            "本版稿件未经许可不得转载",
            f"{self.number}",
        )
        return [line for line in found if rng.random() < 0.25]

    def between(self) -> str:
        return self.rng.choice(
            ("扫一扫\n看现场视频", "扫码加入江城晚报读者群", "扫码下载江城晚报客户端")
        )


class House(Paper):
    """The paper of a school, a works or a town: wide columns, names in brackets, lists."""

    kinds = ("school", "factory", "town", "lists", "notices", "essays", "letters")
    labels = ("综合", "校园生活", "车间内外", "基层动态")
    many = (2, 5)
    marks: ClassVar = {"": 5.0, "　　": 4.0, "    ": 2.0}
    blanks: ClassVar = {
        "none": 3.0, "blocks": 3.0, "heads": 3.0, "slipped": 1.0, "columns": 1.0, "double": 0.6,
    }  # fmt: skip

    def house(self, style: Style) -> Style:
        rng = self.rng
        style.widths = rng.choice(((18,), (20, 22), (24,), (28,), (16, 30), (19,)))
        style.columns = 3
        style.headwidth = rng.choice((18, 24, 30))
        style.byline = weighted(rng, {"own": 4, "end": 3, "run": 3})
        style.label = rng.choice(("{}", "◎{}", "[{}]", "★{}★"))
        style.subhead = rng.choice(("{}", "※{}", "{}"))
        if style.mark and rng.random() < 0.15:
            style.points = True
        return style

    def top(self) -> list[str]:
        rng = self.rng
        number = rng.randint(102, 488)
        found = [
            rng.choice(("锻工之声", "东圩学院报", "新白芦")),
            f"第{number}期（总第{number + 60}期）",
            f"{self.date}",
            f"第 {self.number} 版",
            rng.choice(("主办：党委宣传部", "准印证号：岭内资字第0217号", "内部资料 免费交流")),
        ]
        return found[: rng.randint(1, 5)] if rng.random() < 0.8 else []

    def bottom(self) -> list[str]:
        rng = self.rng
        found = (
            f"主编：{person(rng)} 副主编：{person(rng)} 编辑：{person(rng)} {person(rng)}",
            f"投稿邮箱：bianjibu{rng.randint(10, 99)}@example.cn",
            f"— {self.number} —",
        )
        return [line for line in found if rng.random() < 0.35]

    def between(self) -> str:
        return self.rng.choice(("欢迎投稿", f"— {self.number} —", "严谨 求实 团结 创新"))


class OldPaper(Paper):
    """A paper of the forties, set from top to bottom, read by a machine."""

    kinds = ("old",)
    labels = ("本埠新聞", "各地通訊", "社會新聞")
    many = (3, 5)
    marks: ClassVar = {"": 6.0, "　": 1.0}
    blanks: ClassVar = {"none": 3.0, "heads": 3.0, "blocks": 2.0, "slipped": 0.5, "scatter": 0.7}

    def style(self, regime: str) -> Style:
        style = super().style(regime)
        style.space = 0.0
        return style

    def house(self, style: Style) -> Style:
        rng = self.rng
        style.setting = Setting(rng.choice(("side", "hang", "push")))
        style.widths = rng.choice(((15,), (12,), (18,), (20,), (10, 14)))
        style.columns = 3
        style.indent = rng.choice((1, 2, 2, 2))
        style.headwidth = rng.choice((10, 14))
        style.label = rng.choice(("{}", "【{}】", "〔{}〕"))
        if rng.random() < 0.4:
            style.slips, style.lost = 0.006, 0.01
        return style

    def top(self) -> list[str]:
        rng = self.rng
        year, month, day = rng.randint(23, 37), rng.randint(1, 12), rng.randint(1, 28)
        found = [
            rng.choice(("新江日報", "民聲報", "大滬晚報")),
            f"中華民國{numeral(year)}年{numeral(month)}月{numeral(day)}日　{self.weekday}",
            f"第{numeral(self.number)}版",
            f"社長：{person(rng, OLD_SURNAMES, OLD_GIVEN)}",
        ]
        return found[: rng.randint(1, 4)] if rng.random() < 0.7 else []

    def bottom(self) -> list[str]:
        found = ("本報每份售國幣二千元", "社址：中正路二一八號　電話：二三〇一七")
        return [line for line in found if self.rng.random() < 0.2]


class Supplement(Paper):
    """A trade paper or a magazine-like supplement: wide columns, essays, verse."""

    kinds = ("trade", "essays", "science", "letters", "questions", "village")
    labels = ("副刊", "深度", "专栏", "市场", "读者")
    many = (2, 3)
    marks: ClassVar = {"": 5.0, "　　": 3.0}
    blanks: ClassVar = {
        "none": 2.0, "blocks": 3.5, "heads": 3.0, "columns": 2.0, "slipped": 1.0, "scatter": 0.4,
    }  # fmt: skip

    def house(self, style: Style) -> Style:
        rng = self.rng
        style.widths = rng.choice(((17,), (20,), (23, 25), (15, 21), (27,)))
        style.columns = 4
        style.headwidth = rng.choice((14, 20, 24))
        style.points = rng.random() < 0.2
        style.byline = weighted(rng, {"own": 5, "mark": 2, "end": 1})
        style.label = rng.choice(("{}", "「{}」", "【{}】", "{} ▍"))
        style.caption = rng.choice(("{}", "↑ {}", "{}"))
        style.initial = rng.random() < 0.08
        if rng.random() < 0.06 and style.blank == "blocks" and not style.other:
            style.indent = 0
        return style

    def top(self) -> list[str]:
        rng, (year, month, _) = self.rng, self.day
        found = [
            f"{year}年第{month}期",
            rng.choice(("纺织视界周刊", "芦花文艺周刊", "建筑与材料报")),
            f"栏目主持：{person(rng)}",
        ]
        rng.shuffle(found)
        return found[: rng.randint(1, 3)] if rng.random() < 0.7 else []

    def bottom(self) -> list[str]:
        rng = self.rng
        found = (
            f"{rng.randint(12, 88)}",
            f"责编 {person(rng)}  E-mail:fukan{rng.randint(10, 99)}@example.cn",
        )
        return [line for line in found if rng.random() < 0.3]

    def between(self) -> str:
        return self.rng.choice(("插图 " + person(self.rng), f"{self.rng.randint(12, 88)}"))


def paper(rng: Random) -> Paper:
    """Draw a house."""
    houses = (Daily, Evening, House, OldPaper, Supplement)
    return rng.choices(houses, (25, 27, 22, 9, 17))[0](rng)
