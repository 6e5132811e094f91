"""What a page prints beside its articles: masthead, prompts, lists of contents, running lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeklies.weekly_house import House, printed
from weeklies.weekly_items import Item
from weeklies.weekly_slots import World, person, place

if TYPE_CHECKING:
    import random

    from weeklies.weekly_items import Story

WEEKDAYS = "一二三四五六日"
SECTIONS = (
    "要闻",
    "综合新闻",
    "基层动态",
    "党建园地",
    "文艺副刊",
    "健康顾问",
    "校园内外",
    "生产一线",
    "读者之声",
    "体坛",
    "社会广角",
    "消费指南",
    "车迷天地",
    "安居周刊",
    "教育周刊",
    "专版",
    "工会生活",
    "青年世界",
    "民生热线",
    "法治在线",
    "人物",
    "周末",
    "数码时代",
    "银龄",
    "影视书",
    "服务台",
    "一周看点",
    "经济纵横",
    "企业文化",
    "夕阳红",
    "科普角",
    "家长学校",
    "图片新闻",
    "简讯",
    "安全之窗",
)
COLUMNS = (
    "身边的榜样",
    "我来支招",
    "热线追踪",
    "今日视点",
    "五味坊",
    "支部风采",
    "名师讲堂",
    "岗位建功",
    "记者走基层",
    "家有儿女",
    "老照片",
    "百姓话题",
    "小言论",
    "厂史钩沉",
    "就医指南",
    "一周影评",
    "凡人小事",
    "他山之石",
    "法官说法",
    "读书札记",
    "金点子",
    "行路难吗",
)
NAMES = (
    "工人报",
    "周报",
    "报",
    "晚报",
    "青年报",
    "校报",
    "晨报",
    "社区报",
    "导报",
    "新闻",
    "都市报",
    "信息报",
    "人",
    "生活周刊",
    "日报·周末版",
)


def _item(text: str, house: House, rng: random.Random) -> Item:
    """Make an item of furniture."""
    return Item("furniture", printed(text, house, rng))


def name(world: World) -> str:
    """Give the paper a name."""
    rng = world.rng
    way = rng.choice(NAMES)
    return rng.choice((world.short, world.city)) + way


def _dates(world: World) -> list[str]:
    """Give ways to print the day of the issue."""
    rng = world.rng
    week = rng.choice(WEEKDAYS)
    old = rng.choice(("正月", "四月", "八月", "腊月")) + rng.choice(
        ("初三", "十六", "廿一", "廿八")
    )
    date = f"{world.year}年{world.month}月{world.day}日"
    return [
        date,
        f"{date} 星期{week}",
        f"{world.year}.{world.month}.{world.day}",
        f"{world.year}-{world.month:02}-{world.day:02}",
        f"{date}　星期{week}　农历{old}",
    ]


def masthead(world: World, house: House, paper: str) -> list[Item]:
    """Give the lines of a masthead, few or many."""
    rng = world.rng
    issue, page = rng.randint(12, 3900), rng.randint(1, 8)
    number = f"{rng.randint(11, 65)}-{rng.randint(1, 299):04}"
    host = rng.choice("abcdhjlqxyz") + rng.choice(("gb", "news", "yb", "xb", "zb"))
    site = f"www.{host}.{rng.choice(('com', 'cn', 'net', 'com.cn', 'edu.cn'))}"
    mail = f"{rng.choice(('bs', 'bjb', 'news'))}@{host}{issue}.com"
    ways = [
        [paper],
        [" ".join(paper)],
        [f"第{issue}期"],
        [f"总第{issue}期 本期{rng.choice('四八')}版"],
        [f"（周刊）总第 {issue} 期"],
        [f"国内统一刊号：CN{number}"],
        [f"准印证：（{world.city[0]}）字第{issue}号"],
        [f"主办：{world.org}"],
        [f"{world.org}主办"],
        [f"主编：{person(rng)} 责编：{person(rng)}"],
        [f"网址：{site}"],
        [f"零售价：0.{rng.randint(2, 9)}元"],
        ["内部资料 免费交流"],
        [f"邮发代号：{rng.randint(1, 90)}-{rng.randint(1, 200)}"],
        [f"{world.org}党委机关报"],
        ["每周五出版"],
        [f"电话：{rng.randint(2000000, 8900000)}"],
        [f"电子邮箱：{mail}"],
        [f"第{page}版"],
        [f"{page}"],
        [rng.choice(("社址：", "地址：")) + place(rng) + f"路{rng.randint(2, 300)}号"],
    ]
    lines = [paper] if rng.random() < 0.75 else []
    lines.append(rng.choice(_dates(world)))
    for way in rng.sample(ways, rng.choice((0, 1, 2, 3, 4, 6))):
        lines.extend(line for line in way if line not in lines)
    if rng.random() < 0.3:
        rng.shuffle(lines)
    if rng.random() < 0.2:
        lines = [" ".join(lines[:3]), *lines[3:]]
    return [_item(line, house, rng) for line in lines]


def running(world: World, house: House, paper: str) -> list[Item]:
    """Give the running line of an inside page."""
    rng = world.rng
    page, label = rng.randint(2, 16), rng.choice(SECTIONS)
    date = rng.choice(_dates(world)[:4])
    ways = [
        [f"{page} {label}"],
        [f"{label} {page}", date],
        [f"A{page:02} {label}", paper],
        [f"{paper} {date} 第{page}版"],
        [date, f"第{page}版"],
        [f"第{page}版 {label} {date}"],
        [f"责任编辑：{person(rng)}  版式：{person(rng)}"],
        [f"{page}", f"编辑 {person(rng)} 校对 {person(rng)}"],
        [f"本版编辑/{person(rng)} 美编/{person(rng)}"],
        [f"{world.year}/{world.month}/{world.day}", f"P{page}"],
        [f"{label} ■责编 {person(rng)}"],
        [f"SHENGHUO 生活 · {label}"],
        [f"热线 {rng.randint(2000000, 8900000)}", f"{page}版"],
    ]
    return [_item(line, house, rng) for line in rng.choice(ways)]


def prompts(world: World, house: House) -> list[Item]:
    """Give lines that ask readers to call, write or scan."""
    rng = world.rng
    phone = rng.randint(2000000, 8900000)
    old = [
        [f"新闻热线：{phone}"],
        ["欢迎投稿 欢迎订阅"],
        [f"本报地址：{place(rng)}路{rng.randint(2, 90)}号 邮编：{rng.randint(100000, 800000)}"],
        ["本版图片除署名外均为资料照片"],
        [f"读者来信请寄本报“{rng.choice(COLUMNS)}”专栏"],
        [f"广告热线 {phone}"],
        [f"责任编辑：{person(rng)}"],
        [f"本版责编 {person(rng)} 版面 {person(rng)} 校对 {person(rng)}"],
        [f"编辑：{person(rng)}　电话：{phone}"],
        ["投稿须知：来稿请注明姓名、单位", "和联系电话，勿一稿多投"],
        [f"本报法律顾问：{person(rng)}律师"],
    ]
    new = [
        ["扫一扫", "关注我们"],
        ["扫码看视频"],
        ["更多精彩内容请", "扫描二维码"],
        ["官方微信", "官方微博"],
        [f"投稿邮箱：{rng.choice('abcdefg')}bs{rng.randint(1, 99)}@163.com"],
        ["微信扫码", "听本期新闻"],
        [f"客户端下载 | 微博 | 微信 {phone}"],
        ["QQ 读者群：" + str(phone * 7)],
    ]
    pool = old + new * 2 if world.year > 2012 else old
    return [_item(line, house, rng) for line in rng.choice(pool)]


def contents(world: World, house: House, stories: list[Story]) -> list[Item]:
    """Give a box that tells what stands on other pages, some of its entries in two lines."""
    rng = world.rng
    found = (
        [
            _item(
                rng.choice(("导读", "今日导读", "本期导读", "本期看点", "内页导读", "要目")),
                house,
                rng,
            )
        ]
        if rng.random() < 0.8
        else []
    )
    way = rng.choice(
        (
            "{t} {p}版",
            "▶ {t} P{p}",
            "{t}……{p}版",
            "{t}（详见第{p}版）",
            "P{p:02} {t}",
            "·{t} A{p}",
            "{p}版 {t}",
            "{t}\n{p}",
        )
    )
    for made in stories:
        title = next((item.text for item in made.heads if item.kind == "title"), "")
        if title:
            text = way.format(t=title, p=rng.randint(2, 12))
            for part in text.split("\n"):
                item = Item("furniture", part)
                if len(part) > 14 and rng.random() < 0.6:
                    cut = len(part) // 2 + rng.randint(-1, 2)
                    item.lines = [part[:cut], part[cut:]]
                found.append(item)
    return found if len(found) > 2 else []


def weather(world: World, house: House) -> list[Item]:
    """Give a weather ear."""
    rng = world.rng
    low = rng.randint(-5, 24)
    sky = rng.choice(("晴", "多云", "阴", "小雨", "晴转多云", "阵雨", "多云到阴"))
    wind = rng.choice(("东北", "西南", "偏北", "东南", "西北"))
    lines = [
        rng.choice(("天气预报", "今日天气", f"{world.city}天气", "气象台预报")),
        f"{sky} {low}℃～{low + rng.randint(4, 11)}℃",
        f"{wind}风{rng.randint(2, 4)}到{rng.randint(5, 6)}级",
    ]
    if rng.random() < 0.4:
        lines = ["  ".join(lines[:2])]
    return [_item(line, house, rng) for line in lines]


def turned(world: World, house: House, *, onward: bool) -> Item:
    """Give the line that sends readers on to another page, or tells where the text came from."""
    rng = world.rng
    page = rng.randint(1, 8)
    on = ("（下转第{}版）", "（下转{}版）", "下转第{}版▶", "（下转第{}版　）")
    back = ("（上接第{}版）", "▲上接{}版", "（上接{}版）", "上接第{}版")
    return _item(rng.choice(on if onward else back).format(page), house, rng)


def label(world: World, house: House, *, column: bool) -> Item:
    """Give a section label or a column's name."""
    rng = world.rng
    word = rng.choice(COLUMNS if column else SECTIONS)
    shape = rng.choices(
        ("【{}】", "{}", "·{}·", "■{}", "[{}]", "{}专栏", "◎{}", "—{}—"),
        (30, 40, 12, 6, 3, 3, 3, 3),
    )[0]
    return Item("section", printed(shape.format(word), house, rng))
