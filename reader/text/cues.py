"""Know the marks and words by which a line of a Chinese newspaper shows what it is.

All of it is general: punctuation, particles, openers of paragraphs, words of mastheads and
headlines. No word of any one newspaper stands here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

STOPS = "。！？!?…．"
CLOSERS = "”’」』）)》】〕〉］]\"'"
OPENERS_OF = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】",
    "〈": "〉", "〔": "〕",
}  # fmt: skip
NON_STARTERS = "，。、；：？！,;:?!”’」』）)》】〕〉％%…·"
PARTICLES = "的了着们吗吧呢得地之者性化"

END_CLASSES = ("stop", "cry", "close", "colon", "semi", "comma", "open")
"""What a line ends with: a full stop, `！？`, another closing mark, `：`, `；`, `，、`, text."""

_END_OF = {"：": "colon", ":": "colon", "；": "semi", ";": "semi"}
_END_OF |= dict.fromkeys("，、,", "comma")
_END_OF |= dict.fromkeys(STOPS, "stop") | dict.fromkeys("！？!?", "cry")


def end_class(tail: str) -> str:
    """Tell what a line ends with (`END_CLASSES`); `tail` is its end without white space."""
    bare = tail.rstrip(CLOSERS)
    if not bare:
        return "open"
    last = bare[-1]
    if last == ".":
        return "open" if _cut_number(bare, tail) else "stop"
    found = _END_OF.get(last, "open")
    if len(bare) == len(tail):
        return found
    return found if found in {"stop", "cry"} else "close"


def _cut_number(bare: str, tail: str) -> bool:
    """Tell whether a point at a line's end is a decimal point: behind a digit, in Chinese text."""
    return len(bare) == len(tail) and bare[-2:-1].isdigit() and not tail.isascii()


START_CLASSES = (
    "nonstarter", "lone", "particle", "bullet", "series", "date", "opener", "speaker", "byline",
    "dash", "quote", "other",
)  # fmt: skip
"""How a line begins; see `start_class`."""

_NUMERALS = "一二三四五六七八九十"
_LONE = re.compile(r"[^\W\d_a-zA-Z是否对错好嗯啊哦问答注图文][，。、；,：]")
_LONE_SECOND = frozenset("，。、；,：")
_BULLET = re.compile(
    rf"[●■◆▲★·•○◎□▶►※☆◇△▼→\-*][ 　]?\S|\d{{1,2}}[.、．)）][^\d]|[（(][\d{_NUMERALS}]{{1,3}}[)）]|"
    rf"[①-⑳⑴-⒇]"
    rf"|[{_NUMERALS}]{{1,3}}、|第[{_NUMERALS}]{{1,3}}[章节条编部]|[a-zA-Z][.)]\s"
)
_SERIES = re.compile(
    rf"[{_NUMERALS}](?:是|要|问|来|则|看|曰)|其[{_NUMERALS}次]|第[{_NUMERALS}][，,：]|首先|再次|"
    rf"最后[，,]"
    r"|第一|第二|第三|一方面|另一方面|[问答][：:]|[QA][：:]"
)
_DATE = re.compile(
    r"(?:\d{2,4} ?年(?:底|初|末|来|度|以来)?)?(?:\d{1,2} ?月 ?\d{1,2} ?[日号]|\d{1,2} ?月(?:初|底|"
    r"上旬|中旬|下旬|份)|\d{1,2} ?日[，,上下中晚])"
    r"|\d{4} ?年[，,开初底\d]"
)
_OPENER = re.compile(
    r"近日|日前|近期|近来|近年来|今年|去年|昨[日天]|今[日天]|前不久|不久前|最近|当[日天前时晚]|"
    r"本[次届周月期]"
    r"|会[上议]|会后|期间|活动|现场|随后|接着|之后|此[次外前]|同时|另外|此外|据[悉了]|其中|目前|"
    r"眼下|如今|下一步"
    r"|接下来|未来|为[了进贯切深全推确落加丰庆迎提]|在[此这接]|通过|经过|随着|对于|针对|围绕|作为|"
    r"自从|从此|原来|于是"
    r"|然而|但是|可是|不过|如果|虽然|尽管|除了|面对|截至|多年来|一直以来|长期来|与此同时|"
    r"值得一提|记者|本报|据介绍"
    r"|新闻链接|说起|谈[到起]|走进|来到|清晨|早上|上午|下午|傍晚|晚上|春节|一大早|这[天次些里是]|"
    r"那[天次]|有[一人的]|[他她我]们?"
    r"|首[场届批]|参[加会观]|与会|来自|大家|市民|居民|读者|家长|老[师人]"
)
_SPEAKER = re.compile(
    r"[^，。、；,]{2,16}(?:[、][^，。；,]{2,12})?(?:指出|强调|表示|介绍|告诉|认为|主持|要求|说|"
    r"坦言|回忆|透露|称|通报|宣布)(?:道|说|，|,|：|:|$)"
    r"|[^\W\d_]{2,3}(?:指出|强调|表示|介绍说|告诉|认为|坦言|透露|提醒)"
)
_BYLINE_START = re.compile(r"本报(?:讯|记者)|[（(]?(?:记者|通讯员|特约记者|实习记者)|[□■◎]文?[ /]?")
_DASH = re.compile("—|--")
_QUOTE = re.compile(r"[“「『《‘(（]")
_WORD_START = (
    (_DASH, "dash"), (_BULLET, "bullet"), (_DATE, "date"), (_SERIES, "series"),
    (_BYLINE_START, "byline"),
    (_OPENER, "opener"), (_SPEAKER, "speaker"), (_QUOTE, "quote"),
)  # fmt: skip
_WORDS = re.compile("|".join(f"(?P<{name}>{words.pattern})" for words, name in _WORD_START))
"""All of them in one: the first that matches gives its name."""


def start_class(head: str) -> str:
    """Tell how a line begins (`START_CLASSES`); `head` is its beginning without white space."""
    first = head[0]
    if first in NON_STARTERS:
        return "nonstarter"
    if head[1:2] in _LONE_SECOND and _LONE.match(head) and not _BULLET.match(head):
        return "lone"
    if first in PARTICLES and not _OPENER.match(head):
        return "particle"
    found = _WORDS.match(head)
    return (found and found.lastgroup) or "other"


_GAP = re.compile(r"[ \t\u3000\xa0]{2,}|[\t\u3000]")
_NUMBER = re.compile(
    rf"[（(]?(?:(\d{{1,3}})|([{_NUMERALS}])|([①-⑳]))(?:[.、．)）]|(?<=[①-⑳])|[是：:，要问])"
    rf"|[其第]([{_NUMERALS}])"
)


def is_row(text: str) -> bool:
    """Tell whether a line may be a row of a table: cells of unlike lengths with wide gaps."""
    if not _GAP.search(text):
        return False
    cells = [cell for cell in _GAP.split(text) if cell]
    sizes = {len(cell) for cell in cells}
    return len(cells) >= 3 or (len(cells) == 2 and len(sizes) == 2)


_SHAPE = str.maketrans(dict.fromkeys(f"0123456789０１２３４５６７８９〇{_NUMERALS}百千两点.", "0"))
_CELL_END = 3
"""Characters at the end of a row that are compared."""


def rows_alike(above: str, below: str) -> bool:
    """Tell whether two rows are of one table of things and numbers.

    Both have a number; their first cells are of one length, or their last ones end alike, all
    numbers taken as one.
    """
    cells = [[cell for cell in _GAP.split(row.strip()) if cell] for row in (above, below)]
    if min(map(len, cells)) < 2:
        return False
    shapes = ["".join(row).translate(_SHAPE) for row in cells]
    if not all("0" in shape for shape in shapes):
        return False
    one, other = (shape[-_CELL_END:] for shape in shapes)
    return len(cells[0][0]) == len(cells[1][0]) or one == other


COLUMNS, LONGEST_ROW = 3, 60
"""Cells of a row from which on it is one of a table by its numbers alone, and its characters."""


def same_columns(above: str, below: str, least: int = COLUMNS) -> bool:
    """Tell whether two rows have as many cells, with numbers in the same ones but not in the first.

    That is at least `least` cells. The row above may be what heads the columns, without a number.
    """
    if max(len(above), len(below)) > LONGEST_ROW:
        return False
    one, other = ([any(map(str.isdigit, cell)) for cell in row.split()] for row in (above, below))
    alike = len(one) == len(other) >= least and (one == other or not any(one))
    return alike and any(other) and not other[0]


def count_of(head: str) -> int | None:
    """Give the number with which a line counts (`3.`, `（三）`, `③`, `三是`, `其三`), or None."""
    found = _NUMBER.match(head)
    if found is None:
        return None
    digits, numeral, circled, ordinal = found.groups()
    if digits:
        return int(digits)
    if circled:
        return ord(circled) - ord("①") + 1
    return _NUMERALS.index(numeral or ordinal) + 1


_BRACKETS = re.compile("[“”‘’「」『』（）()《》【】〈〉〔〕]")
_CLOSING = {closing: opening for opening, closing in OPENERS_OF.items()}


def latin(text: str) -> bool:
    """Tell whether a text is mostly ASCII letters, which make lines that end without a mark."""
    return sum(map(len, _LETTERS.findall(text))) > _MOSTLY * len(text)


_LETTERS = re.compile("[A-Za-z]+")
_MOSTLY = 0.6
"""Share of ASCII letters from which on a text is taken as Latin."""


def open_brackets(text: str, carried: str = "") -> str:
    """Give the opening marks that are still open after `text`, innermost last.

    `carried` are those open before it. A closing mark closes the innermost of its own kind;
    at most eight are kept.
    """
    marks = _BRACKETS.findall(text)
    if not marks:
        return carried
    stack = list(carried)
    for mark in marks:
        if mark in OPENERS_OF:
            stack.append(mark)
        elif _CLOSING[mark] in stack:
            while stack.pop() != _CLOSING[mark]:
                pass
    return "".join(stack[-8:])


def closes_unopened(text: str) -> bool:
    """Tell whether a text closes a bracket or quotation mark that it did not open."""
    opened: list[str] = []
    for mark in _BRACKETS.findall(text):
        if mark in OPENERS_OF:
            opened.append(mark)
        elif _CLOSING[mark] in opened:
            opened.remove(_CLOSING[mark])
        else:
            return True
    return False


UNITS = frozenset(
    "年月日时分秒号届期名人个位户家次项场万亿元角米吨台套件条座路楼室幢栋层岁周天％%多点度级批所处"
)
"""Marks that stand right behind a number: units and counted things."""
_COUNTING = "二三四五六七八九十百千万亿两几"
_LATIN = re.compile(r"[A-Za-z]")


def across(tail: str, head: str, pairs: Container[str]) -> str | None:
    """Name what a line end cuts: ``number``, ``latin``, ``word``, or None.

    `tail` is the end of a line, `head` the beginning of the next; `pairs` holds words of two
    characters.
    """
    left, right = tail[-1], head[0]
    if left.isdigit() and (right.isdigit() or right in UNITS):
        return "number"
    if left in _COUNTING and right in UNITS:
        return "number"
    if right.isdigit() and left in ".．第":
        return "number"
    if left.isascii() and right.isascii() and _LATIN.match(left) and _LATIN.match(right):
        return "latin"
    return "word" if left + right in pairs else None


_PAIRS = (
    " 工作 会议 发展 建设 社会 经济 中心 服务 管理 活动 居民 社区 政府 重要 进行 推进 推动 提升 "
    "提高 加强 精神 落实 "
    "要求 指出 强调 表示 主任 书记 领导 干部 群众 企业 单位 部门 机关 负责 同志 参加 全面 深入 "
    "积极 认真 围绕 全力 "
    "确保 实现 目标 任务 项目 问题 情况 方面 作用 能力 水平 质量 安全 生活 文化 教育 学习 研究 "
    "技术 科学 创新 改革 "
    "开展 组织 举行 举办 召开 完成 解决 保障 促进 加快 形成 完善 健全 制度 机制 体系 标准 规范 "
    "治理 基层 党建 城市 "
    "农村 地区 全国 中国 国家 国际 世界 历史 时代 人民 市民 代表 委员 主席 书画 老人 青年 儿童 "
    "学生 学校 老师 家长 "
    "孩子 医院 医生 健康 卫生 环境 生态 绿色 垃圾 分类 志愿 公益 捐赠 比赛 冠军 选手 观众 演出 "
    "艺术 音乐 展览 图书 "
    "阅读 读者 作者 作品 故事 生命 时间 今年 去年 目前 近日 日前 其中 同时 此外 通过 根据 按照 "
    "为了 因为 所以 但是 "
    "而且 如果 虽然 可以 能够 应该 必须 需要 已经 正在 将会 没有 不仅 不断 不能 不同 非常 特别 "
    "更加 进一 一步 一起 "
    "一个 一些 一次 一定 一直 这个 这些 那些 他们 我们 你们 自己 大家 人们 现场 现在 以来 以及 "
    "之间 之后 之前 以上 以下 "
    "左右 共同 共享 共建 合作 交流 互动 沟通 协调 统筹 统一 规划 计划 方案 措施 政策 法律 法规 "
    "执法 监督 检查 整治 整改 "
    "巡察 责任 意识 作风 担当 使命 初心 特色 品牌 优势 资源 平台 渠道 网络 信息 数据 数字 智能 "
    "科技 产业 市场 消费 投资 "
    "金融 银行 贷款 税收 收入 增长 下降 上升 达到 超过 左右 百分 之一 提供 支持 帮助 关心 关注 "
    "关爱 了解 介绍 宣传 "
    "动员 部署 总结 汇报 报告 讲话 发言 讨论 审议 通过 选举 换届 表彰 先进 优秀 模范 典型 榜样 "
    "精品 小区 楼道 电梯 "
    "停车 道路 交通 车辆 公交 地铁 铁路 机场 施工 工程 房屋 住宅 物业 业主 维修 改造 更新 拆除 "
    "绿化 公园 河道 "
    "消防 火灾 隐患 排查 事故 应急 救援 防汛 台风 天气 气温 空气 污染 节能 环保 就业 创业 培训 "
    "技能 岗位 招聘 职工 "
    "工会 妇女 家庭 婚姻 养老 助餐 医疗 保险 救助 困难 残疾 慈善 爱心 温暖 感谢 感动 幸福 美好 "
    "快乐 热情 热烈 "
    "精彩 丰富 多样 多彩 传统 传承 弘扬 民族 民间 非遗 手工 剪纸 书法 绘画 摄影 诗歌 朗诵 舞蹈 "
    "歌曲 合唱 戏曲 "
    "上海 北京 广州 深圳 全市 全区 全镇 全县 全省 本市 本区 街道 乡镇 村民 农民 农业 粮食 种植 "
    "养殖 产品 销售 "
    "价格 成本 利润 公司 集团 有限 工厂 工人 生产 制造 设备 材料 能源 电力 石油 煤炭 钢铁 建筑 "
    "设计 设施 "
    "会上 会后 期间 上午 下午 晚上 早上 中午 凌晨 周末 假期 春节 元旦 国庆 端午 中秋 重阳 清明 "
    "主题 主要 重点 难点 "
    "热点 亮点 焦点 特点 优点 缺点 观点 地点 起点 重大 伟大 强大 扩大 广大 巨大 紧抓 抢抓 牢牢 "
    "紧紧 扎实 切实 充分 "
)
COMMON_PAIRS = frozenset(_PAIRS.split())
"""Common words of two characters."""

_VARIANTS = str.maketrans(
    "會議開舉辦發動記報訊員攝圖為據隨這個對於來從與將說話長書黨區鎮縣鄉鐵財產業經濟務"
    "總結實現點號頁責任編輯電話網關導讀場後時間問題應當還進過們歲萬億戶樓層條項處",
    "会议开举办发动记报讯员摄图为据随这个对于来从与将说话长书党区镇县乡铁财产业经济务"
    "总结实现点号页责任编辑电话网关导读场后时间问题应当还进过们岁万亿户楼层条项处",
)
_TRADITIONAL = re.compile("[會議開舉辦發動記報訊攝圖為據這個對來與將說話黨區國經產業總實點]")


def looks_traditional(text: str) -> bool:
    """Tell whether the beginning of a page is written in Traditional characters."""
    sample = text[:6000]
    return len(_TRADITIONAL.findall(sample)) * 60 > len(sample)


def fold(text: str) -> str:
    """Map Traditional characters of cue words to Simplified, one for one, for features only."""
    return text.translate(_VARIANTS)


def _strange() -> dict[int, str]:
    """Map radicals, and marks in the form for vertical lines, to the characters they stand for."""
    found: dict[int, str] = {}
    for code in (*range(0x2E80, 0x2FE0), *range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE50)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            found[code] = _WIDE_FORM.get(plain, plain)
    return found


_WIDE_FORM = dict(zip(",:;!?(){}", "，：；！？（）｛｝", strict=True))
_STRANGE = _strange()
_STRANGE_FORMS = re.compile("[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe4f]")
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Marks of no width, which some programs write at the edges of lines."""


def plain(text: str) -> str:
    """Write radicals as characters and vertical marks as others, one for one, for features only."""
    return text.translate(_STRANGE) if _STRANGE_FORMS.search(text) else text


_APART = re.compile(r"[^\x00-\xff\s] (?=[^\x00-\xff\s])")
_SPACES = re.compile(r"(?<![A-Za-z ]) {1,3}(?=[^ ])| {1,3}(?![A-Za-z ])")
_SPACED_OUT = 0.4
_MANY = 30


def looks_apart(text: str) -> bool:
    """Tell whether a page has a space between most of its characters, as Tesseract prints some."""
    sample = text[:6000]
    if sample.count(" ") <= _MANY:
        return False
    many = len(_APART.findall(sample))
    return many > max(_MANY, _SPACED_OUT * (len(sample) - sample.count(" ")))


def closed(text: str) -> str:
    """Give a line of such a page without the spaces, for features only."""
    return _SPACES.sub("", text)
