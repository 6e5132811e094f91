"""What is no article: mastheads, running heads, boxes with titles, prompts, editors' lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazettes.gazette_articles import NEWS

if TYPE_CHECKING:
    from gazettes.gazette_grammar import Teller

Entry = tuple[str, ...]
_WEEK = "一二三四五六日"
_LUNAR = ("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "冬月", "腊月")
_LUNAR_DAYS = ("初一", "初五", "初九", "十二", "十四", "十八", "廿一", "廿三", "廿六", "廿九")
_HANZI = "〇一二三四五六七八九十"


def _date(teller: Teller) -> str:
    rng = teller.rng
    year, month, day = (
        teller.slot("年", "今年"),
        teller.slot("月", "1-12"),
        teller.slot("日", "1-28"),
    )
    week = rng.choice(_WEEK)
    shapes = (
        f"{year}年{month}月{day}日　星期{week}",
        f"{year}年{month}月{day}日 星期{week}",
        f"{year}.{month}.{day} 星期{week}",
        f"{year}年{int(month):02d}月{int(day):02d}日",
        f"{year}-{int(month):02d}-{int(day):02d}",
        f"公元{year}年{month}月{day}日",
    )
    return rng.choice(shapes)


def _number(teller: Teller) -> str:
    rng = teller.rng
    number = rng.randint(12, 8900)
    return rng.choice(
        (f"第{number}期", f"总第{number}期", f"第{number}号", f"（总{number}期）", f"No.{number}")
    )


def _page_name(teller: Teller) -> str:
    names = (
        "要闻",
        "综合",
        "副刊",
        "经济",
        "社会",
        "文化",
        "民生",
        "教育",
        "农村版",
        "时事",
        "专版",
        "广告",
    )
    return teller.rng.choice(names)


def masthead(teller: Teller) -> list[Entry]:
    """Make the head of a front page: name, date, number, publisher, in some order and number."""
    rng = teller.rng
    name = teller.slot("报名", "报名")
    if rng.random() < 0.12:
        name = " ".join(name)
    lunar = f"农历{rng.choice(_LUNAR)}{rng.choice(_LUNAR_DAYS)}"
    others = [
        _date(teller),
        _number(teller),
        lunar,
        rng.choice(
            ("中共{}委机关报", "{}委宣传部主办", "{}人民政府主办", "{}融媒体中心出版")
        ).format(teller.slot("县", "县")),
        rng.choice(
            ("今日四版", "本期8版", "今日4版", "逢一、三、五出版", "内部资料 免费交流", "周二刊")
        ),
        rng.choice(("YONGAN BAO", "RIBAO", "WANBAO", "DAILY NEWS", name)),
    ]
    kept = [others[0], *rng.sample(others[1:], rng.randint(0, 4))]
    if rng.random() < 0.3:
        kept = ["　".join(kept[:2]), *kept[2:]]
    rng.shuffle(kept)
    at = rng.choice((0, 0, len(kept)))
    kept.insert(at, name)
    return [(text,) for text in kept]


def running_head(teller: Teller) -> list[Entry]:
    """Make the head of an inner page: number, name, date, editors, in one line or more."""
    rng = teller.rng
    page = rng.randint(2, 8)
    number = rng.choice(
        (
            f"{page}",
            f"第{_HANZI[page]}版",
            f"第{page}版",
            f"{page:02d}",
            f"A{page}",
            f"{page}版",
            f"·{page}·",
        )
    )
    parts = [number, _page_name(teller), _date(teller), teller.slot("报名", "报名")]
    parts = parts[: rng.randint(2, 4)]
    rng.shuffle(parts)
    if rng.random() < 0.3:
        parts.append(teller.say("报人"))
    if rng.random() < 0.4:
        return [("　".join(parts),)]
    return [(text,) for text in parts]


def contents(teller: Teller) -> list[Entry]:
    """Make a box of titles with the pages on which they stand."""
    rng = teller.rng
    found: list[Entry] = [
        (rng.choice(("导读", "今日导读", "导 读", "内容提要", "本期看点", "要目")),)
    ]
    style = rng.choice(("own", "own", "same", "dots", "before"))
    width = rng.randint(7, 12)
    for page in range(2, 2 + rng.randint(2, 5)):
        teller.start()
        title = teller.say(f"{rng.choice(NEWS)}.题").replace("_", "")
        mark = rng.choice((f"P{page:02d}", f"{page}版", f"第{page}版", f"详见{page}版"))
        tail = {"same": f" {mark}", "dots": f"……{page}版"}.get(style, "")
        start = f"{mark} " if style == "before" else ""
        if len(title) > width and rng.random() < 0.7:
            half = min(len(title) - 1, max(width, (len(title) + 1) // 2))
            found.append((start + title[:half], title[half:] + tail))
        else:
            found.append((start + title + tail,))
        if style == "own":
            found.append((mark,))
    return found


def odds(teller: Teller) -> list[Entry]:
    """Make a small thing that stands anywhere: an ear, a prompt, a hotline, editors."""
    rng = teller.rng
    way = rng.randrange(5)
    if way == 0:
        return [(teller.say("报人"),)]
    if way == 1:
        return [(teller.say("报眼"),) for _ in range(rng.randint(1, 3))]
    if way == 2:
        town = teller.slot("县", "县")
        sky, wind = teller.say("天气"), f"东南风{rng.randint(2, 3)}—{rng.randint(4, 5)}级"
        heat = f"{rng.randint(1, 15)}℃～{rng.randint(16, 35)}℃"
        skies: tuple[list[Entry], ...] = (
            [(f"{town}天气　{sky}　{heat}",)],
            [("今日天气",), (sky,), (heat,)],
            [(f"今天{sky}，{wind}，{heat}",)],
        )
        return rng.choice(skies)
    if way == 3:
        name = teller.slot("报名", "报名")
        prompts: tuple[list[Entry], ...] = (
            [("扫一扫",), (f"关注{name}",)],
            [("扫描二维码",), ("下载手机客户端",)],
            [(f"{name}微信公众号",)],
            [
                (
                    "投稿邮箱：",
                    f"{rng.choice(('bjb', 'news', 'fukan'))}{rng.randint(10, 999)}@163.com",
                )
            ],
        )
        return rng.choice(prompts)
    return [(teller.say("报人"),), (teller.say("报眼"),)]
