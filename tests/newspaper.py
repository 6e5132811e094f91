"""Artificial newspaper text: articles of many kinds from a small grammar, all made up.

No sentence is copied; names of people, places and bodies are put together at random.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field


def _words(text: str) -> list[str]:
    return text.split("|")


SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
    "柏水窦章云苏潘葛奚范彭郎"
)
GIVEN = (
    "明华芳建国丽军伟敏静磊洋勇艳杰娟涛超秀霞平刚桂英梅松柏岚岳晨曦雨桐子涵一诺"
    "浩然思远若溪文博嘉怡立群正清"
)
PLACES = _words(
    "青禾|柳岸|石桥|云溪|南浦|梅坞|东篱|鹤亭|沙洲|白塘|枫林|望江|古槐|双井|平湖里|长堤|麦浪|银杏|"
    "临泽|丹霞口"
)
LEVELS = _words("镇|街道|社区|村|县|新村|开发区|学区")
BODIES = _words(
    "文化站|卫生院|图书馆|供销社|农技站|水务所|第二小学|中心幼儿园|老年大学|合唱团|志愿服务队|"
    "消防救援站|环卫所|"
    "物业公司|合作社|机械厂|纺织公司|研究所|篮球协会|书画社|敬老院|公园管理处|养殖场|邮政支局|"
    "供电所|档案馆"
)
OFFICES = _words(
    "主任|站长|队长|校长|会长|书记|所长|经理|馆长|理事长|教练|总工程师|副主任|村委会委员"
)
THINGS = _words(
    "雨水管网|健身步道|老年食堂|校园书屋|河岸护坡|充电车棚|农家书屋|夜间照明|无障碍坡道|果蔬大棚|"
    "污水泵站|口袋公园|"
    "文化长廊|电梯加装|危墙修缮|晾衣架|垃圾厢房|便民菜场|儿童乐园|古井保护|灌溉水渠|防汛物资|"
    "候车亭|旧书交换"
)
SLOGANS = _words(
    "同心聚力|实干争先|春风送暖|文明相伴|携手同行|守望相助|巧手生花|书香满城|乐享晚年|绿意盎然|"
    "平安到家|薪火相传|"
    "便民利民|向新而行|共建共享|为民解忧|精益求精|笑迎丰年|水清岸绿|灯火可亲"
)
VERBS = _words("完成|启动|推进|改造|检查|修缮|开放|验收|规划|公示")
ADVERBS = _words("有序|稳步|逐一|分批|全部|如期|提前|陆续")


@dataclass
class Story:
    """An article: its headline group, and its body as pairs of kind and text."""

    kicker: str | None = None
    title: tuple[str, ...] = ()
    subtitle: str | None = None
    byline: str | None = None
    section: str | None = None
    body: list[tuple[str, str]] = field(default_factory=list)


class Writer:
    """Writes articles; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def one(self, options):
        return self.dice.choice(options)

    def maybe(self, share: float) -> bool:
        return self.dice.random() < share

    def name(self) -> str:
        size = 1 if self.maybe(0.25) else 2
        return self.one(SURNAMES) + "".join(self.one(GIVEN) for _ in range(size))

    def place(self) -> str:
        return self.one(PLACES) + self.one(LEVELS)

    def body_of(self) -> str:
        return (self.one(PLACES) if self.maybe(0.6) else "") + self.one(BODIES)

    def day(self) -> str:
        day = f"{self.dice.randint(1, 12)}月{self.dice.randint(1, 28)}日"
        return f"{self.dice.randint(1988, 2031)}年{day}" if self.maybe(0.3) else day

    def number(self) -> str:
        return self.one(
            [
                f"{self.dice.randint(2, 90)}个",
                f"{self.dice.randint(100, 9800)}多人次",
                f"{self.dice.randint(3, 40)}.{self.dice.randint(1, 9)}万元",
                f"{self.dice.randint(10, 99)}%",
                f"{self.dice.randint(2, 60)}户",
                f"近{self.dice.randint(2, 9)}成",
                "十余项",
                f"{self.dice.randint(5, 300)}平方米",
            ]
        )

    def fill(self, pattern: str) -> str:
        """Fill the slots of a pattern: N name, P place, B body, O office, T thing, D day, # "
        "number."""
        slots = {
            "N": self.name, "P": self.place, "B": self.body_of, "D": self.day, "#": self.number,
            "O": lambda: self.one(OFFICES), "T": lambda: self.one(THINGS),
            "V": lambda: self.one(VERBS), "A": lambda: self.one(ADVERBS),
            "S": lambda: self.one(SLOGANS),
            "K": lambda: self.one(("KTV", "WiFi", "App", "3D", "AED", "5G", "GPS")),
        }  # fmt: skip
        return re.sub(r"\{(.)\}", lambda found: slots[found.group(1)](), pattern)

    def sentence(self) -> str:
        return self.fill(self.one(SENTENCES))

    def paragraph(self, opener: str | None = None) -> str:
        size = self.dice.choices((1, 2, 3, 4, 6, 9), (3, 4, 4, 3, 2, 1))[0]
        text = "".join(self.sentence() for _ in range(size))
        return (self.fill(opener) if opener else "") + text

    def story(self) -> Story:
        kind = self.one(list(KINDS))
        story = Story()
        KINDS[kind](self, story)
        self.headline(story)
        return story

    def headline(self, story: Story) -> None:
        dice = self.dice
        fact = self.fill(self.one(HEADLINES))
        shape = dice.choices(
            (
                "plain",
                "couplet",
                "slogan_fact",
                "fact_slogan",
                "two_lines",
                "kicker",
                "halves",
                "none",
            ),
            (5, 2, 3, 1, 2, 2, 1, 0.4),
        )[0]
        one, two = self.one(SLOGANS), self.one(SLOGANS)
        longer = self.fill("{S}{S}")[:7], self.fill("{S}{S}")[:7]
        pair = f"{one} {two}" if self.maybe(0.5) else f"{longer[0]} {longer[1]}"
        if shape == "plain":
            story.title = (fact,)
        elif shape == "couplet":
            story.title = (pair,)
        elif shape == "slogan_fact":
            story.title, story.subtitle = (pair if self.maybe(0.7) else longer[0],), fact
        elif shape == "fact_slogan":
            story.title, story.subtitle = (fact,), f"——{self.fill(self.one(AFTER))}"
        elif shape == "two_lines":
            cut = max(4, len(fact) // 2 + dice.randint(-1, 1))
            story.title = (fact[:cut], fact[cut:])
        elif shape == "kicker":
            story.kicker, story.title = (
                self.place() + self.one(("", "人民医院", "这十年", "携手邻里")),
                (fact,),
            )
        elif shape == "halves":
            story.title, story.subtitle = (longer[0], longer[1]), fact
        if story.title and self.maybe(0.2):
            story.byline = self.fill(self.one(BYLINES))


SENTENCES = (
    "{P}{B}{A}{V}了{T}项目，惠及居民{#}。",
    "工作人员说，这里的{T}已经用了二十多年，一到雨天就渗水，大家盼着早日修好。",
    "“以前出门要绕一大圈，现在下楼就到。”家住{P}的{N}高兴地说。",
    "据{B}{O}{N}介绍，今年计划{V}{T}{#}，目前已{A}落实。",
    "为此，{B}和{B}一起上门听取意见，把问题一条条记下来，再一件件去办。",
    "活动吸引了附近{#}家庭前来，孩子们跟着老师学做风筝、捏泥人、画团扇，笑声传得很远。",
    "经过三轮比赛，{B}以{#}的成绩获得第一名，{B}、{B}分列二、三位。",
    "{N}{O}强调，要把{T}这件事放在心上，做到底数清、责任明、措施实、见效快。",
    "雨后的田埂上，{N}弯腰查看秧苗，裤腿沾满了泥。",
    "统计显示，上半年全{P}粮食播种面积比去年多出{#}，产量稳中有升。",
    "这项技术由{B}历时五年研制，能耗降低{#}，已在{P}试用。",
    "专家提醒，换季时早晚温差大，老人和孩子要及时添衣，外出最好戴上口罩。",
    "《{S}》一书收录了{#}篇文章，讲述了几代人修渠引水的故事。",
    "他从抽屉里取出一本发黄的笔记本，上面密密麻麻写着每一天的水位、气温和风向。",
    "会议听取了《{T}工作方案》的说明，并就经费、人员、工期等问题进行了讨论；与会人员还实地察看了现场。",
    "“{S}”“{S}”两个品牌越做越响，周边的{P}也来学习取经。",
    "如遇停水、停电等情况，请拨打服务电话，值班人员会在{#}分钟内到场。",
    "不少人觉得奇怪：明明是同一条河，为什么上游清、下游浑？",
    "原来，问题出在一段老旧的暗管上！",
    "{D}，{B}把{#}图书送到了{P}，当天就借出去一大半。",
    "下一步，将继续{A}{V}{T}，让更多的人用得上、用得好。",
    "夜里十点，巡查的灯光还在巷子里晃动……",
    "同时，{B}开通了{K}预约，线上线下一起办，平均等候时间缩短到{#}。",
    "目前，{B}、{B}和{B}三家单位已经签订协议，由{N}担任召集人。",
    "她的愿望很简单，就是把这门手艺教给更多年轻人，让它一直传下去。",
    "有人建议把空地改成停车场，也有人想种上花，{O}{N}决定先开个会，听听大家怎么说。",
    "根据安排，{T}将分三个阶段实施，第一阶段从{D}开始，主要是摸底和设计。",
    "受强对流天气影响，{P}部分路段积水，{B}出动{#}连夜抢排，至清晨恢复通行。",
    "种了一辈子地的{N}算了一笔账：改种新品种以后，每亩地能多收{#}，扣掉成本，一年净赚不少。",
    "墙上的老照片一张挨着一张，记录着{B}从无到有的日子。",
)
LEADS = (
    "{D}，", "近日，", "日前，", "昨天上午，", "本报讯 （记者 {N}）{D}，", "{D}下午，",
    "随着天气转暖，", "在{P}，",
    "清晨六点，", "", "", "本报讯（通讯员 {N} {N}）", "记者从{B}获悉，", "今年入夏以来，",
    "“十年前，谁也想不到。”",
)  # fmt: skip
MIDDLES = (
    "", "", "", "会上，", "随后，", "{N}指出，", "{B}{O}{N}表示，", "此外，", "据了解，",
    "活动现场，", "与此同时，",
    "在{P}，", "“", "说起{T}，", "针对这一情况，", "为进一步做好{T}工作，", "一是", "二是",
    "参加活动的还有{N}、{N}、{N}等人。",
    "走进{B}，", "当天，", "{N}是{B}的{O}，", "去年{D}，",
)  # fmt: skip
HEADLINES = (
    "{P}{B}{V}{T}", "{P}举行{T}现场会", "{B}为居民{V}{T}", "{P}召开{T}工作会议", "{S}的{N}",
    "老{B}有了新模样",
    "{T}来了", "这里的{T}为什么受欢迎", "{N}：把一件事做好", "“{S}”走进{B}", "{P}首个{T}启用",
    "{#}变{#}：{T}改了什么？",
    "{B}里的四季", "一根水管牵动人心！", "{P}发布《{T}三年方案》", "雨天也能走得稳",
    "{B}获评先进集体", "从{T}到{T}",
    "让{T}不再“难”",
)  # fmt: skip
AFTER = ("访{B}{O}{N}", "{P}{T}见闻", "写在{T}{V}之后", "记{B}{N}")
BYLINES = (
    "本报记者 {N}",
    "记者 {N} 通讯员 {N}",
    "□ {N}",
    "文/{N} 图/{N}",
    "{N} 文/摄",
    "本报通讯员 {N}",
    "■ {N}",
    "○{N}",
)


def _news(writer: Writer, story: Story) -> None:
    story.body.append(("para", writer.paragraph(writer.one(LEADS))))
    for _ in range(writer.dice.randint(1, 6)):
        opener = writer.one(MIDDLES)
        text = writer.paragraph(opener)
        if opener == "“":
            text = writer.fill("“{T}的事，我们记着呢。”{N}说。") + text[1:]
        if opener.endswith("等人。"):
            text = writer.fill(opener)
        story.body.append(("para", text))


def _parts(writer: Writer, story: Story) -> None:
    story.body.append(("para", writer.paragraph(writer.one(LEADS))))
    style = writer.one(("slogan", "numbered", "plain"))
    for part in range(writer.dice.randint(2, 3)):
        head = {
            "slogan": writer.fill("{S} {S}"),
            "numbered": "一二三四"[part] + "、" + writer.fill("{V}{T}"),
            "plain": writer.fill("{T}怎么办"),
        }[style]
        story.body.append(("subhead", head))
        for _ in range(writer.dice.randint(1, 3)):
            story.body.append(("para", writer.paragraph(writer.one(MIDDLES[:5]))))


def _series(writer: Writer, story: Story) -> None:
    story.body.append(("para", writer.fill("{D}，{P}召开会议，对{T}工作提出以下要求：")))
    for number in "一二三四"[: writer.dice.randint(2, 4)]:
        story.body.append(("para", f"{number}是{writer.fill('{A}{V}{T}。')}" + writer.paragraph()))
    story.body.append(("para", writer.paragraph("最后，")))


def _asked(writer: Writer, story: Story) -> None:
    for _ in range(writer.dice.randint(2, 4)):
        story.body.append(("para", writer.fill("问：{P}的{T}什么时候能{V}？")))
        story.body.append(("para", writer.paragraph("答：")))


def _notice(writer: Writer, story: Story) -> None:
    story.body.append(("para", writer.paragraph(writer.fill("因{V}{T}需要，"))))
    for number in range(1, writer.dice.randint(3, 5)):
        story.body.append(("para", f"{number}.{writer.sentence()}"))
    story.body.append(("para", writer.fill("特此通知。")))


def _pictured(writer: Writer, story: Story) -> None:
    _news(writer, story)
    caption = writer.fill(
        writer.one(("图为{B}{V}{T}现场。", "▲{N}在{P}查看{T}  {N} 摄", "上图：{P}的{T}。"))
    )
    story.body.insert(writer.dice.randint(1, len(story.body)), ("caption", caption))


KINDS = {
    "news": _news, "news2": _news, "news3": _news, "parts": _parts, "series": _series,
    "asked": _asked, "notice": _notice, "pictured": _pictured,
}  # fmt: skip
