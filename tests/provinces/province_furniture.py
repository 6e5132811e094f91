"""What stands on a page beside its articles: mastheads, feet, prompts, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from provinces.province_house import House
    from provinces.province_speak import Talk

DESK_NAMES = {
    "f": ("要闻", "综合", "综合新闻", "时政", "要闻·综合"),
    "l": ("社会", "本地新闻", "综合", "民生", "基层", "社区要闻", "乡镇传真", "县域"),
    "w": ("国际", "国际新闻", "国内·国际", "天下", "时事", "体育"),
    "t": ("理论", "理论与实践", "学习", "党建", "观点"),
    "s": ("副刊", "文艺", "文化", "芳草", "泉水", "大江副刊", "山花"),
    "e": ("公告", "信息", "广告", "服务", "分类信息"),
    "*": ("综合", "综合新闻", "要闻"),
}
R_NAMES = ("本埠", "要聞", "地方新聞", "副刊", "國內外要電")
WEEK = "一二三四五六日"
LUNAR = (
    "正月",
    "二月",
    "三月",
    "四月",
    "五月",
    "六月",
    "七月",
    "八月",
    "九月",
    "十月",
    "冬月",
    "腊月",
)
LUNAR_DAYS = ("初三", "初八", "十一", "十五", "十九", "廿二", "廿六", "三十")

Group = list[list[str]]


def desk_name(rng: Random, house: House) -> str:
    """Name the page."""
    return rng.choice(R_NAMES if house.era == "R" else DESK_NAMES[house.desk])


def _date(talk: Talk, house: House) -> str:
    """Write the day of the issue."""
    if house.era == "R":
        return f"中華民國{talk.say('{8-37}')}年{talk.say('{1-12}月{1-28}日')}"
    year = "".join("〇一二三四五六七八九"[int(one)] for one in str(house.year))
    return f"{year if house.signs else house.year}年{talk.say('{1-12}月{1-28}日')}"


def _full(talk: Talk, house: House, above: list[str]) -> list[str]:
    """Write the long head of a first page."""
    rng = talk.rng
    lunar = f"农历{rng.choice(LUNAR)}{rng.choice(LUNAR_DAYS)}"
    full = [*above, lunar, f"第{rng.randint(300, 18000)}期　今日{rng.choice('四八')}版"]
    if house.era == "N":
        full += rng.sample(
            (
                f"国内统一刊号：CN{rng.randint(10, 60)}—00{rng.randint(10, 99)}",
                f"网址：www.{rng.choice(('rb', 'news', 'xw'))}{rng.randint(100, 999)}.cn",
                "中共县委主管 县融媒体中心主办",
                "新闻热线：0" + str(rng.randint(310, 999)) + f"-{rng.randint(2000000, 8999999)}",
            ),
            2,
        )
    elif house.era in "OF":
        full += rng.sample(
            (
                "中共地委机关报",
                f"零售每份{rng.choice('二三五')}分",
                f"代号{rng.randint(20, 60)}—{rng.randint(1, 60)}",
                "内部发行",
            ),
            2,
        )
    return full


def masthead(talk: Talk, house: House) -> Group:
    """Print the head of the page: one to seven lines, each a block of its own."""
    rng = talk.rng
    day, week = _date(talk, house), f"星期{rng.choice(WEEK)}"
    paper, name = talk.say("{paper}"), desk_name(rng, house)
    page = rng.choice(("第{}版", "{}版", "{}", "0{}", "A{}", "第0{}版", "P{}")).format(
        rng.randint(1, 8)
    )
    if house.signs:
        page = f"第{'一二三四五六七八'[rng.randint(0, 7)]}版"
    shapes: list[list[str]] = [
        [f"{day}　{week}　{page}　{name}"],
        [paper, f"{day} {week}", page],
        [
            f"{page} {name}",
            f"{day} {week}",
            f"责任编辑：{talk.say('{*person}')}　电话：{rng.randint(2000000, 8999999)}",
        ],
        [f"{paper}　{day}　{week}　{page}"],
        [name, page, day, week, f"编辑 {talk.say('{*person}')} 校对 {talk.say('{*person}')}"],
        [day],
        [page],
        [],
    ]
    full = _full(talk, house, [paper, f"{day} {week}"])
    shapes += [full, full]
    if house.era == "R":
        shapes = [[f"{day}　{paper}", name], [paper, day, "每份大洋三分"], [name], []]
    return [[line] for line in rng.choice(shapes)]


def ear(talk: Talk) -> Group:
    """Print the weather beside the name of the paper."""
    rng = talk.rng
    sky = rng.choice(("多云转晴", "晴", "阴有小雨", "晴间多云", "阵雨"))
    wind = rng.choice(("偏北风3级", "东南风2—3级", "微风"))
    low = rng.randint(-4, 18)
    return rng.choice(
        (
            [["今日天气"], [sky], [f"{low}℃～{low + 9}℃"], [wind]],
            [[f"天气预报：今天{sky} {wind} 气温{low}—{low + 8}℃"]],
            [[f"今日{sky}，明日{rng.choice(('晴', '多云'))}"], [f"最高气温{low + 9}℃ 最低{low}℃"]],
        )
    )


def guide(talk: Talk) -> Group:
    """Print the box that leads to the other pages; long entries take two lines."""
    rng = talk.rng
    made: Group = [[rng.choice(("导读", "今日导读", "导 读", "【导读】", "要目"))]]
    apart = rng.random() < 0.5
    mark = rng.choice(("P0{}", "0{}版", "见{}版"))
    for page in range(2, rng.randint(4, 6)):
        text = talk.say(
            rng.choice(
                (
                    "{*village}：小{*crop}撑起大产业",
                    "{*couplet}",
                    "{*town}{*job}见实效",
                    "一{*season}的{*opera}情缘",
                    "{*county}开展{*job}大检查",
                    "{*short4}",
                )
            )
        )
        lines = [text]
        if len(text) > 9 and rng.random() < 0.5:
            lines = (
                text.split(" ") if " " in text else [text[: len(text) // 2], text[len(text) // 2 :]]
            )
        if apart:
            made += [lines, [mark.format(page)]]
        else:
            made.append([*lines[:-1], f"{lines[-1]} {mark.format(page)}"])
    return made


def prompt(talk: Talk) -> Group:
    """Print what sends a reader to the telephone or the net."""
    rng = talk.rng
    name = talk.say("{countyname}")
    return rng.choice(
        (
            [["扫描二维码"], [f"关注“{name}发布”"], ["官方微信公众号"]],
            [[f"{name}融媒客户端"], ["扫一扫 看视频"]],
            [[f"扫码看更多新闻 {name}融媒公众号"]],
            [[f"新闻热线：{rng.randint(2000000, 8999999)}"]],
            [
                ["社会主义核心价值观"],
                ["富强 民主 文明 和谐"],
                ["自由 平等 公正 法治"],
                ["爱国 敬业 诚信 友善"],
            ],
            [["讲文明 树新风 公益广告"]],
            [[f"投稿邮箱：{rng.choice(('bjb', 'fk', 'news'))}{rng.randint(10, 999)}@163.com"]],
        )
    )


def foot(talk: Talk, house: House) -> Group:
    """Print the last lines of a page."""
    rng = talk.rng
    one, two, three = (talk.say("{*person}") for _ in range(3))
    number = rng.randint(1, 8)
    if house.era == "R":
        return rng.choice(
            ([[f"第{'一二三四五'[number % 5]}版"]], [[f"本報社址：{talk.say('{cityR}')}西大街"]])
        )
    known: list[Group] = [
        [[f"责任编辑：{one}"]],
        [[f"责任编辑：{one}　美编：{two}　校对：{three}"]],
        [[f"本版编辑 {one}"], [f"版式 {two}"]],
        [
            [
                f"社址：{talk.say('{cityname}')}市人民路{number}8号　"
                f"邮编：{rng.randint(210000, 650000)}　印刷：本报印刷厂"
            ]
        ],
        [[f"— {number} —"]],
        [[str(number)]],
        [[f"◎编辑：{one} ◎校对：{two} ◎电话：{rng.randint(2000000, 8999999)}"]],
    ]
    if house.era == "O":
        known = [
            [["本报地址：人民路　电话：二〇三五"]],
            [["本报每月定价一元五角"]],
            [[str(number)]],
        ]
    return rng.choice(known)


def running(talk: Talk, house: House) -> Group:
    """Print the line that runs along each page and falls amid the text."""
    if house.era == "R":
        return [[talk.say("{paper}")]]
    known = (
        talk.say("{paper}"),
        f"{house.year}年{talk.say('{1-12}月{1-28}日')}",
        f"第{talk.say('{1-8}')}版",
        desk_name(talk.rng, house),
    )
    return [[talk.rng.choice(known[:3])]]
