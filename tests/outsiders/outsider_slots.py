"""The world a page tells of: its year and place, and the names, numbers and dates it draws."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


def words(text: str) -> tuple[str, ...]:
    """Give the words of a list."""
    return tuple(text.split())


SPANS = {"老": (1951, 1979), "中": (1980, 1999), "新": (2000, 2026)}
WEEKDAYS = "一二三四五六日"
DIGITS = "〇一二三四五六七八九"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN = {
    "老": "国建德福贵生根宝发祥春山海云秀英兰芳桂珍金玉花长顺有才大志永庆文明义茂林树清水和",
    "中": "建国卫东志强红梅丽华玉明永军晓燕海峰春生爱民新平小兵立伟秋菊淑敏国栋文斌向阳继光",
    "新": "俊杰晓雯思远梦瑶嘉懿浩然雨欣子涵佳琪文博志豪婷婷静怡鹏飞立群海燕晨曦一鸣雪莹宇轩",
}
PLACES = {
    "市": words("临州 江宜 云平 嘉川 沙源 宁港 青岭 越城 海平 合阳"),
    "县": words("东阳 清河 丰原 石门 白水 平乐 长岭 安陵 渠阳 南滩 桐山 定远"),
    "镇": words("柳林 双桥 大营 新市口 高楼 马渡 石桥铺 龙泉沟 三岔 黄家集 梅溪 沙头 官渡"),
    "村": words(
        "王庄 李家湾 前进 红星 东沟 上塘 下河 杏花 小南岭 赵各庄 桃园 青石 周家桥 泉眼 后坪"
    ),
    "厂": words(
        "第一机床 红旗棉纺织 农业机械 东风水泥 化肥 向阳印染 轴承 肉联加工 塑料制品 仪表 搪瓷"
    ),
    "校": words("实验小学 第二中学 第三小学 城关中学 育才小学 师范附小 职业中学 第五中学 北街小学"),
    "街": words("人民路 解放街 中山路 建设路 北大街 河沿路 胜利街 和平路 新华街 东关大街"),
    "店": words(
        "百货大楼 利民副食店 新华书店 第三粮店 光明理发店 惠民超市 福顺面馆 东门菜场 红光照相馆"
    ),
    "河": words("清水河 汾溪 沙河 通济渠 柳江 白浪河 大沽溪"),
    "山": words("云台山 凤凰岭 九峰山 老鹰岩 五指坡 翠屏山"),
    "局": words(
        "水利局 农业局 商业局 卫生局 教育局 公安局 交通局 文化局 财政局 工商局 体委 民政局"
    ),
}
UNITS = {"老": "公社", "中": "乡", "新": "镇"}
_SLOT = re.compile(r"\{([^{}\s])([a-z0-9]?)(?: ([^{}]*))?\}")


@dataclass(slots=True)
class World:
    """One newspaper on one day: the names it keeps and how it writes its numbers."""

    rng: Random
    era: str
    day: date
    numerals: bool
    traditional: bool = False
    fixed: dict[str, str] = field(default_factory=dict)

    def person(self) -> str:
        """Draw a name of the time."""
        if self.traditional:
            given = "志明國華德榮美玲文雄淑芬永康慧珍"
            surnames = "陳林黃張李王吳劉蔡楊許鄭謝"
        else:
            given, surnames = GIVEN[self.era], SURNAMES
        count = 1 if self.rng.random() < 0.25 else 2
        return self.rng.choice(surnames) + "".join(self.rng.sample(given, count))

    def number(self, value: float) -> str:
        """Write a number as the paper does."""
        if self.numerals and value == int(value):
            return spoken(int(value))
        return f"{value:g}"


def new_world(rng: Random, *, traditional: bool) -> World:
    """Draw a newspaper's time and place."""
    era = rng.choices("老中新", (0.27, 0.28, 0.45))[0]
    if traditional:
        era = rng.choice("中新")
    first, last = SPANS[era]
    day = date(rng.randint(first, last), 1, 1) + timedelta(days=rng.randrange(365))
    numerals = rng.random() < {"老": 0.8, "中": 0.15, "新": 0.0}[era]
    world = World(rng, era, day, numerals, traditional)
    for kind in ("市", "县", "河", "山"):
        world.fixed[kind] = rng.choice(PLACES[kind]) + (kind if kind in "市县" else "")
    return world


def spoken(value: int) -> str:
    """Say a whole number in Chinese numerals."""
    if value >= 10000:
        rest = value % 10000
        gap = "零" if 0 < rest < 1000 else ""
        return spoken(value // 10000) + "万" + (gap + spoken(rest) if rest else "")
    found, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            found += ("零" if zero and found else "") + DIGITS[digit] + unit
        zero = digit == 0
    found = found or "零"
    return found[1:] if found.startswith("一十") else found


def year_name(world: World, year: int) -> str:
    """Write a year."""
    if world.numerals:
        return "".join(DIGITS[int(digit)] for digit in str(year)) + "年"
    return f"{year}年"


def day_name(world: World, day: date) -> str:
    """Write a day without its year."""
    return f"{world.number(day.month)}月{world.number(day.day)}日"


def fill(world: World, text: str, kept: dict[str, str]) -> str:
    """Put names and numbers where `text` has slots; `kept` holds what has a label."""

    def put(match: re.Match[str]) -> str:
        kind, label, wish = match[1], match[2], match[3] or ""
        if kind == "姓":
            return put(_SLOT.match("{人" + label + "}") or match)[0]
        if kind == "年" or (not label and kind in "数约小百日时或"):
            return _draw(world, kind, wish)
        given = kept.get(kind + label)
        if given is None:
            names = {name[0] for key, name in kept.items() if key[0] == "人"}
            for _ in range(8):
                given = _draw(world, kind, wish)
                if given not in kept.values() and not (kind == "人" and given[0] in names):
                    break
            kept[kind + label] = given or ""
        return given or ""

    return _SLOT.sub(put, text)


def _draw(world: World, kind: str, wish: str) -> str:
    rng = world.rng
    if kind == "人":
        return world.person()
    if kind in world.fixed:
        return world.fixed[kind]
    if kind in PLACES:
        return _place(world, kind)
    if kind == "或":
        return rng.choice(wish.split("/"))
    return _figure(world, kind, wish)


def _place(world: World, kind: str) -> str:
    name = world.rng.choice(PLACES[kind])
    if kind == "镇":
        early = world.era == "老" and world.day.year < 1958
        return name + ("乡" if early else UNITS[world.era])
    if kind == "村":
        return name + ("大队" if world.era == "老" and world.day.year > 1958 else "村")
    if kind == "厂":
        return name + "厂"
    return name


def _figure(world: World, kind: str, wish: str) -> str:
    rng = world.rng
    if kind == "日":
        return day_name(world, world.day - timedelta(days=rng.randint(1, 20)))
    if kind == "年":
        return year_name(world, world.day.year + int(wish or 0))
    if kind == "时":
        half = rng.choice(("上午", "下午", "晚上"))
        hour = {"上午": rng.randint(7, 11), "下午": rng.randint(1, 5), "晚上": rng.randint(7, 9)}
        return f"{half}{world.number(hour[half])}时" + rng.choice(("", "许", "左右", "整"))
    low, high = (int(part) for part in (wish or "2-9").split("-"))
    if kind == "小":
        return f"{rng.randint(low * 10, high * 10) / 10:.1f}"
    if kind == "百":
        value = rng.randint(low, high)
        return f"百分之{spoken(value)}" if world.numerals else f"{value + rng.choice((0, 0.5))}%"
    value = rng.randint(low, high)
    if kind == "约" or (value > 200 and rng.random() < (0.7 if world.numerals else 0.4)):
        value = _round(value)
    return world.number(value)


def _round(value: int) -> int:
    """Give a number as people say it: 30, 460, 5200."""
    size = 10 ** max(1, len(str(value)) - 2)
    return max(size, round(value / size) * size) if value > 9 else value
