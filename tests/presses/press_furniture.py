"""What stands round the articles: masthead, running head, foot, prompts, fillers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.sheet import Owner

from presses.press_stamp import HAIR, Stamp, Text, stacked

if TYPE_CHECKING:
    import random

    from presses.press_house import House

PLACES = ("平川", "临河", "东陵", "石城", "洛南", "青浦", "望江", "沂源", "长宁", "白水")
PAPERS = ("日报", "晚报", "时报", "商报", "农民报", "周讯", "导报", "快报")
PAGES = ("要闻", "综合", "本地新闻", "民生", "副刊", "经济", "文化", "农业·农村", "社会", "教育")
NAMES = ("张建华", "李敏", "王晓军", "赵婷", "陈立", "刘文静", "周洁", "孙浩然", "何平", "郭芳")
WEEK = "一二三四五六日"
SLOGANS = (
    "讲文明 树新风 公益广告", "节约用水 从点滴做起", "公益广告", "文明旅游 快乐出行",
    "爱护环境 人人有责", "空一格粮 惜一份情", "拒绝酒驾 平安回家", "诚信经营 童叟无欺",
)  # fmt: skip
PROMPTS = (
    "扫一扫 关注本报微信公众号", "扫码看视频", "更多内容请扫二维码", "本版投稿邮箱：fukan@{0}",
    "新闻热线：{1}", "欢迎订阅本报 邮发代号{2}", "本报订阅热线：{1}", "广告热线：{1} {1}",
)  # fmt: skip
JUMPS = ("（下转第{}版）", "（下转{}版）", "▶▶▶下转{}版", "（紧接第{}版）", "（更多报道见{}版）")


class Furniture:
    """Writes what stands round the articles of a page."""

    def __init__(self, dice: random.Random, house: House) -> None:
        self.dice, self.house = dice, house
        self.paper = dice.choice(PLACES) + dice.choice(PAPERS)
        self.page = dice.randint(1, 16) if not house.masthead else 1
        self.phone = f"0{dice.randint(310, 998)}-{dice.randint(2100000, 8999999)}"
        day = f"{dice.randint(1, 12)}月{dice.randint(1, 28)}日"
        gap = dice.choice((" ", "　", ""))
        self.date = f"{dice.randint(1995, 2026)}年{day}{gap}星期{dice.choice(WEEK)}"
        self.editor = self._editor()

    def _editor(self) -> str:
        dice = self.dice
        one, two, three = dice.sample(NAMES, 3)
        return dice.choice((
            f"责任编辑：{one}　美编：{two}　校对：{three}", f"责编/{one} 版式/{two} 校对/{three}",
            f"编辑 {one} 美编 {two}", f"本版编辑：{one}", f"值班主任 {one}　责编 {two}",
        ))  # fmt: skip

    def running(self, width: float) -> Stamp:
        """Set the running head: page number, name of the page, date, editors."""
        dice, house = self.dice, self.house
        number = dice.choice(("{:02d}", "第{}版", "{}版", "A{:02d}", "{}")).format(self.page)
        name = dice.choice(PAGES)
        left = dice.choice((number, f"{number} {name}", f"{self.paper}", name))
        middle = dice.choice((self.date, name if name not in left else self.paper, ""))
        right = dice.choice((self.editor, self.date if middle != self.date else number, number))
        right = right if right != left else self.editor
        stamp = Stamp(width)
        size = house.size * dice.choice((0.85, 1.0, 1.1))
        for text, align in ((left, "left"), (middle, "centre"), (right, "right")):
            if text:
                big = size * (1.7 if text in (name, left) and dice.random() < 0.5 else 1.0)
                one = stacked([Text(furniture(text), big, "sans", align)], width, house, 0)
                shift = max(0.0, house.size * 2.2 - one.height)
                stamp.add(one, 0, shift)
                stamp.height = max(stamp.height, one.height + shift)
        stamp.height += 3
        stamp.rules.append((0, stamp.height, width, dice.choice((HAIR, 1.5))))
        stamp.height += house.size * 0.8
        return stamp

    def masthead(self, width: float) -> Stamp:
        """Set the name of the paper, the date, the numbers, and what the pages bring."""
        dice, house = self.dice, self.house
        wide = width * (0.62 if dice.random() < 0.5 else 1.0)
        size = min(wide / len(self.paper) * 0.8, house.height * 0.06)
        rows = [Text(furniture(self.paper), size, house.head_face, "centre", 1.25)]
        issue = f"第{dice.randint(1000, 9999)}期　今日{dice.choice('四八')}版"
        number = f"国内统一连续出版物号 CN {dice.randint(11, 65)}-00{dice.randint(10, 99)}"
        publisher = f"中共{self.paper[:2]}市委主管主办　{self.paper}社出版"
        told = (publisher, f"{self.date}　{issue}", number)
        rows += [
            Text(furniture(text), house.size * 0.95, "sans")
            for text in told
            if dice.random() < 0.85
        ]
        stamp = stacked(rows, wide, house, 3)
        stamp.width = width
        if wide < width:
            side = width - wide - house.gutter
            box = self._guide(side)
            stamp.add(box, wide + house.gutter, 0)
            stamp.height = max(stamp.height, box.height)
        stamp.height += 4
        stamp.rules.append((0, stamp.height, width, 1.5))
        stamp.height += house.size
        return stamp

    def _guide(self, width: float) -> Stamp:
        """Set the box that says what is on other pages."""
        dice, house = self.dice, self.house
        news = (
            "我市今年将改造老旧小区", "春耕备耕全面展开", "中小学下周开学", "地铁三号线年底通车",
            "医保报销有新规", "城区新增停车位", "小麦长势好于去年", "书香伴你过周末",
        )  # fmt: skip
        name = dice.choice(("导读", "今日导读", "要闻导读"))
        rows = [Text(furniture(name), house.size * 1.2, "sans")]
        for number, text in enumerate(dice.sample(news, 3)):
            owner = furniture(f"{text}　{number + 2}版")
            rows.append(Text(owner, house.size * 0.95, house.small_face, "left"))
        inner = stacked(rows, width - house.size, house, 2)
        box = Stamp(width, inner.height + house.size)
        box.add(inner, house.size / 2, house.size / 2)
        box.framed()
        return box

    def foot(self, width: float) -> Stamp:
        """Set the foot of the page: address, telephones, printer, price."""
        dice, house = self.dice, self.house
        town = self.paper[:2]
        parts = [
            f"本报地址：{town}市人民路{dice.randint(2, 300)}号",
            f"邮编：{dice.randint(100000, 859999)}", f"电话：{self.phone}",
            f"广告热线：{self.phone[:-1]}8", f"{town}印务中心印刷", "零售每份1.00元",
        ]  # fmt: skip
        text = dice.choice(("　", " ", "  ")).join(parts[: dice.randint(2, 6)])
        if dice.random() < 0.3:
            text = self.editor
        stamp = Stamp(width, house.size * 0.4)
        stamp.rules.append((0, stamp.height, width, HAIR))
        line = stacked([Text(furniture(text), house.size * 0.85, "sans")], width, house, 0)
        stamp.add(line, 0, stamp.height + house.size * 0.4)
        stamp.height += line.height + house.size * 0.4
        return stamp


def furniture(text: str) -> Owner:
    """Give a block of furniture."""
    return Owner("furniture", text, -1, (-1, "furniture"))


def jump(dice: random.Random) -> str:
    """Give the line that says where an article goes on."""
    return dice.choice(JUMPS).format(dice.choice(("二", "三", "四", "2", "3", "5")))


def filler(dice: random.Random, house: House, width: float, high: float) -> Stamp:
    """Fill a height with what newspapers keep for it: a slogan, a prompt with its code, a box."""
    stamp = Stamp(width, high)
    phone = f"{dice.randint(2100000, 8999999)}"
    text = dice.choice(SLOGANS if dice.random() < 0.5 else PROMPTS)
    text = text.format("126.com", phone, f"{dice.randint(20, 70)}-{dice.randint(1, 99)}")
    if high > house.height * 0.12:
        text = dice.choice(SLOGANS)
    size = min(house.size * dice.uniform(1.0, 1.6), width / (len(text) + 1))
    size = max(size, house.size * 0.8)
    words = stacked([Text(furniture(text), size, "sans")], width - house.size, house, 0)
    if words.height > high:
        return Stamp(width, 0.0)
    if high > words.height + house.size * 4 and "扫" in text:
        code = min(high - words.height - house.size, house.size * 6, width)
        stamp.boxes.append(((width - code) / 2, (high - code - words.height) / 2, code, code))
        stamp.add(words, house.size / 2, (high + code - words.height) / 2 + 2)
    elif high > words.height + house.size * 4:
        stamp.boxes.append((0, 0, width, high - words.height - house.size * 0.4))
        stamp.add(words, house.size / 2, high - words.height)
    else:
        stamp.add(words, house.size / 2, (high - words.height) / 2)
        stamp.framed()
    return stamp
