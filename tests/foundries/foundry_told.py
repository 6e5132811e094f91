"""What only these pages tell: notices, tables, verse, captions, and names of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspaper import Story

if TYPE_CHECKING:
    import random

SURNAMES = "陆祁桑蒲荀寇柯阮闵缪瞿冉鄢邝"
GIVEN = "亦川守仁桂香保田一鸣小满立秋春生其昌如海念慈"
PLACES = (
    "栖霞坞",
    "汀头",
    "龙脊",
    "麻柳",
    "双溪口",
    "石牌楼",
    "清水塘",
    "大坪",
    "南浔桥",
    "青杠林",
)
TEAMS = ("雏鹰", "铁牛", "海燕", "红星", "青松", "浪花", "先锋", "火炬")
THINGS = ("营业执照正本", "出生医学证明", "道路运输证", "购房收据", "公章一枚", "工作证", "学生证")
SCENES = (
    "工人们在车间里赶制订单产品。", "村民正在田间采收蔬菜。", "孩子们展示自己的作品。",
    "活动现场，志愿者向居民发放资料。", "选手们在比赛中。", "新修的大桥横跨两岸。",
    "老人们在活动室里下棋。", "技术人员在检修设备。", "晨雾中的古村。", "夜色里的街市。",
)  # fmt: skip
SLOGANS = (
    ("大干一百天", "夺取全年丰收"), ("绿水青山", "就是金山银山"), ("人民至上 生命至上",),
    ("凝心聚力谋发展", "真抓实干开新局"), ("安全第一", "预防为主"), ("热烈庆祝建厂四十周年",),
)  # fmt: skip
POEM = (
    ("我把灯", "挂在门前的老槐树上", "风来了，它就摇一摇", "像你当年挥手的样子"),
    ("河水还是那条河水", "桥已经不是那座桥", "我数过石阶上的青苔", "一共二十七步"),
    ("雪落下来", "落在屋顶、麦垛和羊群的背上", "落在归来的人", "还没有说出口的话里"),
    ("母亲在灶前添柴", "火光照亮她半边脸", "另外半边", "留给了黄昏"),
    ("春山一夜雨", "新笋过篱墙", "老牛知路熟", "驮月到池塘"),
    ("后来我到过许多车站", "每一个都有人等", "每一个", "都不是故乡"),
)
TITLES = ("老屋", "归途", "雪夜", "河边", "灯", "母亲的灶台", "过故人村", "站台")
FIRST = ("临", "望", "清", "东", "新", "石", "南", "云")
SECOND = ("江", "川", "湖", "阳", "泉", "州", "峰", "港")
PAPERS = {
    "party": ("日报",), "district": ("周报", "报", "新区报"), "evening": ("晚报", "都市报"),
    "works": ("机械报", "中学校报", "矿工报"), "literary": ("文艺", "副刊"),
    "notices": ("信息报", "晚报"), "traditional": ("時報", "日報"), "word": ("简报", "通讯"),
}  # fmt: skip


def name(dice: random.Random) -> str:
    """Give a person's name."""
    return dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))


def paper(dice: random.Random, sort: str) -> str:
    """Give the name of a paper."""
    return dice.choice(FIRST) + dice.choice(SECOND) + dice.choice(PAPERS[sort])


def caption(dice: random.Random) -> str:
    """Say what a picture shows."""
    scene = dice.choice(SCENES)
    before = dice.choice(("", "", "图为", "▲", "上图：", f"{dice.choice(PLACES)}，"))
    after = dice.choice(
        ("", f"　{name(dice)}摄", f"（{name(dice)} 摄）", f"　本报记者　{name(dice)}　摄")
    )
    return before + scene + after


def notice(dice: random.Random) -> Story:
    """Tell of something lost, to let, or to be done."""
    phone = f"{dice.randint(2, 8)}{dice.randint(100000, 999999)}"
    kind = dice.randrange(4)
    if kind == 0:
        lost = "；".join(
            f"{name(dice)}遗失{dice.choice(THINGS)}，编号{dice.randint(10**6, 10**8)}，声明作废"
            for _ in range(dice.randint(1, 4))
        )
        return Story(title=("遗失声明",), body=[("para", lost + "。")])
    if kind == 1:
        text = (
            f"因{dice.choice(PLACES)}变电站设备检修，"
            f"定于{dice.randint(1, 12)}月{dice.randint(1, 28)}日"
            f"{dice.randint(6, 9)}:00至{dice.randint(15, 19)}:00停电，请沿线用户做好准备，"
            "恢复送电时间如有变动，不再另行通知。"
        )
        sign = f"{dice.choice(PLACES)}供电所"
        return Story(title=("停电公告",), body=[("para", text), ("para", sign)])
    if kind == 2:
        text = (
            f"{dice.choice(PLACES)}临街门面{dice.randint(20, 300)}平方米，水电齐全，"
            f"{dice.choice(('出租', '转让'))}，价格面议。电话：{phone}　{name(dice)}"
        )
        return Story(
            title=(dice.choice(("门面出租", "旺铺转让", "厂房招租")),), body=[("para", text)]
        )
    rows = [
        ("para", f"{n}、{thing}")
        for n, thing in enumerate(
            dice.sample(("电工", "焊工", "保洁员", "会计", "司机", "库管"), 3), 1
        )
    ]
    text = f"本厂因扩大生产，现招收下列人员，待遇从优，联系电话{phone}："
    return Story(title=("招工启事",), body=[("para", text), *rows])


def table(dice: random.Random) -> Story:
    """Tell how the teams stand."""
    teams = dice.sample(TEAMS, dice.randint(5, 8))
    body = [("para", f"全市职工篮球联赛昨日结束第{dice.randint(3, 9)}轮争夺，积分榜如下：")]
    body.append(("para", "名次　球队　胜　负　积分"))
    for place, team in enumerate(teams, 1):
        won = 9 - place
        body.append(("para", f"{place}　{team}队　{won}　{place}　{2 * won + place}"))
    return Story(title=(f"{teams[0]}队领跑积分榜",), body=body)


def poem(dice: random.Random) -> Story:
    """Tell it in verse, a block for each stanza."""
    stanzas = dice.sample(POEM, dice.randint(2, 4))
    body = [("verse", "\n".join(lines)) for lines in stanzas]
    return Story(title=(dice.choice(TITLES),), byline=f"□ {name(dice)}", body=body)
