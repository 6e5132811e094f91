"""What stands round the articles of a page: mastheads, labels, boxes, adverts, notices of jumps."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from newspaper import PLACES
from training.setting import Bit, Draft, Row, single

if TYPE_CHECKING:
    from newspaper import Writer

PAPERS = ["周报", "晚报", "日报", "晨讯", "时报", "社区报", "通讯", "月刊", "新闻", "校报", "工人报", "民报", "家园报", "青年报", "商报"]
LABELS = ["要闻", "综合新闻", "本地新闻", "民生", "社会", "经济", "文化", "副刊", "教育", "健康", "体育", "国际新闻", "农业农村", "法治", "城事", "人物", "读者来信", "广告", "专版", "时评", "理论", "生活服务", "基层传真", "街谈巷议", "文艺苑", "科技前沿", "校园内外", "图片新闻", "简讯", "企业之窗", "身边好人", "百姓话题", "乡村新貌", "环保视野", "老年天地", "便民信息", "一周回顾", "史海钩沉", "深度报道", "权威发布", "连线基层"]
WEATHER = ["天气：多云转晴  {a}℃～{b}℃", "今天晴到多云 偏南风3—4级 气温{a}—{b}℃", "明日天气 小雨 {a}~{b}度", "空气质量：良  相对湿度{b}%", "今日 阴有雨 {a}/{b}℃ 东风4级"]
WEEK = "一二三四五六日"
LUNAR = "正月初八|二月十五|三月廿一|四月初三|五月十二|六月廿九|七月初七|八月十六|九月初九|十月二十|冬月十一|腊月廿三"
PROMPTS = ["扫一扫 看视频", "扫描二维码", "关注本报公众号", "下载客户端", "更多内容请扫码", "微信扫一扫\n读更多新闻", "长按识别二维码", "扫码进群 随时爆料", "官方微信", "手机报订阅：发送XW到10600", "请扫码收听"]
STAFF = ["责任编辑 {N} 版式 {N}", "本版编辑：{N} 校对：{N}", "责编：{N}  美编：{N}", "值班主任：{N}", "编辑/{N} 校对/{N} 组版/{N}", "■ 本版主编 {N}", "本期统筹：{N} {N}", "编辑 {N} 电话 0{t}", "投稿邮箱：news{t}@mail.example", "实习编辑 {N}", "图/{N} {N}", "责任编辑：{N}\n美术编辑：{N}\n校对：{N}"]
LINES = ["新闻热线：{t}", "读者热线 {t}", "广告热线：{t} {t}", "发行电话：{t}", "社址：{P}文化路{h}号", "印刷：{P}印务中心", "零售每份1元", "国内统一刊号：CN {h}-00{h}", "内部资料 免费交流", "总第 {h} 期", "第{h}期 今日{g}版", "邮发代号 {h}-{h}", "本报地址：{P}中街{h}号\n电话：{t}", "全年定价 198元 每月16.5元", "{P}文化站、{B} 联合主办", "{P}党委、政府 合办", "{B} 主办  {B} 协办", "准印证号：（内）第{h}号", "网址：www.{h}news.example", "本报法律顾问：{N}律师", "今日{g}版 总第{t}期", "本报今起扩版", "欢迎订阅 {t}"]
SLASHED = ["邻 / 里 / 那 / 些 / 事", "慢 / 读 / 时 / 光", "身·边·事", "看 见 平 凡", "说 / 说 / 咱 / 家 / 乡", "听·见·河·流", "新 / 闻 / 在 / 线"]
ADVERTS = ["{B}诚招{h}名工人\n包吃住 月薪面议\n电话：{t}", "{P}百货 换季清仓\n全场{g}折起", "旺铺出租\n位于{P}中街 面积{h}平方米\n联系人：{N} {t}", "遗失声明 {N}遗失身份证一张，声明作废。", "{B}祝全体居民节日快乐！", "口腔门诊 种植牙优惠月\n预约电话 {t}", "疏通管道 修锁换锁 {t}", "二手房\n{P} 两室一厅 {h}平 {g}楼\n电话 {t}", "公告\n{B}已于日前迁至{P}办公，特此公告。", "{P}驾校 春季招生\n随到随学 {t}", "寻物启事\n本人不慎丢失黑色钱包一只，拾到者请联系{t}"]
CORNERS = ["{g}版", "第{g}版", "0{g}", "A0{g}", "B{h}", "{g}", "第 {g} 版", "·{g}·", "P{g}", "—{g}—", "{g}/8", "A{g}版", "T0{g}"]
INDEXES = ["导读", "今日导读", "本期导读", "内容提要", "今日看点", "本期看点", "导 读", "目录", "要目", "精彩导读"]
JUMPS = ["（下转第{g}版）", "（下转{g}版）", "【下转{g}版】", "▶下转第{g}版", "（下转A0{g}版）", "下转2版 ▷", "(下转第{g}版)"]
GOES_ON = (
    ["（上接第{g}版）", "（上接{g}版）", "【上接1版】", "◀上接第{g}版", "▲（上接A0{g}版）", "(上接第{g}版)"]
)
CAPTIONS = ["图为{B}{V}{T}现场。", "▲{N}在{P}查看{T}  {N} 摄", "上图：{P}的{T}。", "{D}，{P}居民在{B}参加活动。本报记者 {N} 摄", "（图片由{B}提供）", "{N} 摄", "图①：{T}。图②：{B}一角。", "左图：{N}（右一）和孩子们在一起。", "本报记者 {N} 摄影报道", "▼{P}新建成的{T}。", "资料图片", "{N}  摄/文", "图为{P}{T}效果图", "制图：{N}", "清晨的{P}。{N}摄", "↑ {B}的工作人员在{T}前。{N} 摄"]


class Furnisher:
    """Makes the furniture of one page; the same dice make the same."""

    def __init__(self, writer: Writer, dice: random.Random) -> None:
        self.writer, self.dice = writer, dice
        self.paper = dice.choice(PLACES)[:2] + dice.choice(PAPERS)

    def fill(self, pattern: str) -> str:
        """Fill the slots of a pattern, numbers as well as those of the grammar."""
        dice = self.dice
        for slot, number in (
            ("{t}", lambda: str(dice.randint(2000000, 89999999))),
            ("{h}", lambda: str(dice.randint(2, 260))),
            ("{g}", lambda: str(dice.randint(1, 8))),
            ("{a}", lambda: str(dice.randint(-4, 18))),
            ("{b}", lambda: str(dice.randint(19, 37))),
        ):
            while slot in pattern:
                pattern = pattern.replace(slot, number(), 1)
        return self.writer.fill(pattern)

    def rows(self, text: str) -> list[Row]:
        """Furniture of one or more rows, each a block of its own."""
        return [single("furniture", line) for line in self.fill(text).split("\n")]

    def day(self) -> str:
        """A date line in one of its shapes."""
        dice = self.dice
        year, month, day = dice.randint(1985, 2031), dice.randint(1, 12), dice.randint(1, 28)
        week = "星期" + dice.choice(WEEK)
        return dice.choice(
            (
                f"{year}年{month}月{day}日 {week}",
                f"{year}年{month}月{day}日",
                f"{year}.{month:02}.{day:02} {week}",
                f"{year}/{month}/{day}",
                f"{month}月{day}日 {week} 农历{dice.choice(LUNAR.split('|'))}",
                f"{year} 年 {month} 月 {day} 日",
                f"{week}  {year}年{month}月{day}日  第{dice.randint(2, 900)}期",
                f"{year}-{month}-{day}",
            )
        )

    def masthead(self) -> list[Row]:
        """The head of the page: some of its name, day, number, weather, prompts, slogan."""
        dice = self.dice
        spread = dice.choice((" ", "  ", ""))
        kinds = (
            spread.join(self.paper), self.day(), dice.choice(CORNERS), dice.choice(WEATHER),
            dice.choice(PROMPTS), dice.choice(LINES), dice.choice(SLASHED), dice.choice(STAFF),
            f"{self.paper} {self.day()} {dice.choice(CORNERS)}", dice.choice(LINES),
            f"{dice.choice(CORNERS)}  {dice.choice(LABELS)}  {self.day()}",
        )  # fmt: skip
        found = []
        for text in dice.sample(kinds, dice.choices((1, 2, 3, 4, 6), (4, 4, 3, 2, 1))[0]):
            found += self.rows(text)
        return found

    def label(self, article: int = -1) -> Row:
        """A section label in one of its shapes."""
        dice = self.dice
        name = dice.choice(LABELS)
        shape = dice.randrange(9)
        shapes = {
            0: f"【{name}】", 1: f"■{name}", 2: f"◆ {name} ◆", 3: f"·{name}·", 4: f"[{name}]", 5: f"《{name}》"[1:-1],
        }  # fmt: skip
        text = shapes.get(shape, name)
        block = Draft("section", article)
        raw = " ".join(name) if shape == 6 else text
        return Row([Bit(block, 0, raw, text)], part="note")

    def index(self) -> list[Row]:
        """A 导读 box: entries of one to three lines and their pages."""
        dice = self.dice
        rows = self.rows(dice.choice(INDEXES)) if dice.random() < 0.85 else []
        style = dice.choice(
            ("P0{}", "{}版", "……0{}", "A0{}", "▶{}版", "（{}版）", "0{}", "第{}版", "详见{}版")
        )
        own = dice.random() < 0.6  # the page stands on its own row
        for page in range(2, 2 + dice.randint(2, 6)):
            title = self.writer.fill(
                dice.choice(("{P}{V}{T}", "{S}的{T}", "{B}：{A}{V}{T}", "{T}怎么{V}", "{S} {S}"))
            )
            parts = dice.choice((1, 1, 2, 2, 3)) if len(title) > 8 else 1
            size = -(-len(title) // parts)
            lines = [title[at : at + size].strip() for at in range(0, len(title), size)]
            number = style.format(page)
            if own:
                lines.append(number)
            else:
                lines[-1] += dice.choice(("", " ", "  ")) + number
            rows += [single("furniture", line) for line in lines if line]
        return rows

    def foot(self) -> list[Row]:
        """What stands at the foot of a page."""
        dice = self.dice
        kinds = [STAFF, STAFF, LINES, LINES, PROMPTS, CORNERS]
        found = []
        for kind in dice.sample(kinds, dice.choice((1, 1, 2, 3))):
            found += self.rows(dice.choice(kind))
        return found

    def advert(self) -> list[Row]:
        """An advert or a small notice."""
        return self.rows(self.dice.choice(ADVERTS))

    def between(self) -> list[Row]:
        """Something that stands between two articles."""
        dice = self.dice
        kind = dice.choices(("advert", "line", "index", "prompt", "running"), (4, 3, 2, 2, 2))[0]
        if kind == "advert":
            return self.advert()
        if kind == "index":
            return self.index()
        if kind == "running":
            return self.rows(f"{self.paper}  {self.day()}")
        return self.rows(dice.choice(LINES + STAFF if kind == "line" else PROMPTS))

    def caption(self) -> str:
        """The words under a picture."""
        return self.fill(self.dice.choice(CAPTIONS))

    def inside(self) -> str:
        """Furniture that stands inside a column: a page's number, a prompt, a running head."""
        dice = self.dice
        kinds = (CORNERS, PROMPTS, [self.paper], STAFF, [self.day()], LINES)
        return self.fill(dice.choice(dice.choice(kinds))).split("\n")[0]
