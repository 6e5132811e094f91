"""What stands on a page and is no article: mastheads, page numbers, prompts, contents, weather."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsiders.outsider_slots import WEEKDAYS, World, day_name, spoken, words, year_name

if TYPE_CHECKING:
    from random import Random

PAGES = words(
    "要闻 综合新闻 社会新闻 地方新闻 本地新闻 城乡新闻 经济生活 副刊 社区要闻 党政要闻 民生 时政"
)
GUIDE = (
    "城南菜场|下周迎客", "三百户居民|喝上甜水", "老街电影院|修旧如旧", "春耕农资|备足备齐",
    "图书馆延长|开放时间", "本报编读往来|请看今日", "六条公交线|调整走向", "少年足球队|五战全胜",
    "“一分钱”里的|大账本", "夜校开班|报名踊跃", "养蜂人家|四季追花",
)  # fmt: skip


def masthead(rng: Random, world: World) -> list[str]:
    """Give the lines at the head of the page."""
    if world.traditional:
        return _traditional(rng, world)
    kinds = ("报", "日报", "农民报", "通讯", "晚报", "新闻", "周报")
    name = world.fixed["县"].rstrip("县") + rng.choice(kinds[: 4 if world.era == "老" else 7])
    if rng.random() < 0.3:
        name = " ".join(name)
    day = year_name(world, world.day.year) + day_name(world, world.day)
    week = f"星期{WEEKDAYS[world.day.weekday()]}"
    number = rng.randint(2, 8)
    new = (f"{number}版", f"0{number}", f"A{number:02}", f"{number}", f"第{number}版")
    page = rng.choice((f"第{spoken(number)}版", *(new if world.era == "新" else ())))
    lines = [name, f"{day} {week}", page]
    if rng.random() < 0.4:
        lines[1] += f"　第{world.number(rng.randint(30, 4000))}期"
    if rng.random() < 0.3:
        lines = [f"{page} {rng.choice(PAGES)}　{day}　{week}"]
    if rng.random() < 0.25:
        lines.append(_office(rng, world))
    return [line for line in lines if rng.random() < 0.85]


def _traditional(rng: Random, world: World) -> list[str]:
    lines = [
        year_name(world, world.day.year)
        + f"{day_name(world, world.day)}　星期{WEEKDAYS[world.day.weekday()]}",
        rng.choice(("地方新聞", "第三版", "地方要聞　A8", "綜合")),
        rng.choice(("南灣時報", "中興晚報", "東華日報")),
    ]
    return [line for line in lines if rng.random() < 0.7]


def _office(rng: Random, world: World) -> str:
    if world.era == "老":
        return rng.choice((f"中共{world.fixed['县']}委机关报", "今日四版", "每逢星期三、六出版"))
    return rng.choice(
        (
            f"中共{world.fixed['县']}委机关报",
            f"国内统一刊号CN{rng.randint(10, 65)}—00{rng.randint(10, 99)}",
            f"{world.fixed['县']}委宣传部主办",
            "内部资料 免费交流",
            "今日四版",
        )
    )


def foot(rng: Random, world: World) -> list[str]:
    """Give the lines at the foot of the page."""
    if world.traditional:
        return [f"編輯／{world.person()}"] if rng.random() < 0.4 else []
    if world.era == "老":
        old = (
            f"本报电话：{world.number(rng.randint(100, 999))}",
            f"社址：{world.fixed['县']}人民路{world.number(rng.randint(2, 90))}号",
            f"本报地址：县委大院　定价：每份{rng.choice('二三四')}分",
            f"本版编辑　{world.person()}",
        )
        return [rng.choice(old)] if rng.random() < 0.6 else []
    choices = [
        f"责任编辑：{world.person()}",
        f"责任编辑 {world.person()} 美术编辑 {world.person()}",
        f"本版编辑：{world.person()}　校对：{world.person()}",
        f"责编/{world.person()}　版式/{world.person()}",
        f"电话：{rng.randint(22, 88)}{rng.randint(10000, 99999)}",
        f"社址：{world.fixed['县']}{rng.choice(('人民路', '解放街'))}{rng.randint(2, 190)}号",
    ]
    return rng.sample(choices, rng.choices((0, 1, 2), (0.35, 0.5, 0.15))[0])


def prompts(rng: Random, world: World) -> list[str]:
    """Give the lines of one prompt, ear or slogan."""
    if world.traditional:
        return [rng.choice((f"新聞熱線：2{rng.randint(1000000, 9999999)}", "歡迎讀者投稿"))]
    return rng.choice(
        (
            [f"新闻热线：{rng.randint(3000000, 8999999)}"],
            [f"投稿邮箱：{world.fixed['县'][0]}bao{rng.randint(10, 99)}@news.example"],
            ["扫码关注", f"“{world.fixed['县'][:2]}发布”微信公众号"],
            ["扫一扫", "看视频"],
            ["今 / 日 / 关 / 注"],
            ["热爱家乡 建设家乡 宣传家乡"],
        )
        if world.era == "新"
        else (
            [
                "今晚到明天：晴到多云",
                f"偏北风{world.number(rng.randint(2, 4))}级",
                f"最高气温{world.number(rng.randint(8, 34))}度",
            ],
            ["天气预报", "今天夜间多云，明天阴有小雨"],
            ["欢迎投稿　欢迎订阅"],
            [f"本报电话：{world.number(rng.randint(200, 999))}"],
            ["勤俭建国　勤俭办一切事业"],
        )
    )


def guide(rng: Random, world: World) -> list[str]:
    """Give the lines of a box that tells what the other pages bring."""
    if world.traditional:
        return []
    lines = [rng.choice(("导读", "今日看点", "内页导读", "今日导读"))]
    for number, title in enumerate(rng.sample(GUIDE, rng.randint(2, 4)), 2):
        lines += title.split("|") if rng.random() < 0.7 else [title.replace("|", "")]
        lines.append(f"P0{number}" if world.era == "新" else f"（见第{spoken(number)}版）")
    return lines


def jump_to(rng: Random, world: World) -> str:
    """Tell that an article goes on elsewhere."""
    number = rng.randint(2, 4)
    if world.traditional:
        return f"（下轉第{spoken(number)}版）"
    return rng.choice(
        (
            f"（下转第{spoken(number)}版）",
            f"（下转第{number}版）",
            f"▼下转{number}版",
            f"下转第{number}版",
        )
    )


def jump_from(rng: Random, world: World) -> str:
    """Tell that an article comes from elsewhere."""
    if world.traditional:
        return "（上接第一版）"
    return rng.choice(("（上接第一版）", "（上接第1版）", "▲上接1版", "上接第一版"))
