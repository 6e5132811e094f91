"""Know what stands on a page besides its articles: mastheads, labels, boxes, captions, bylines.

Each function gives log-odds that a line is of a kind, judged by its own words alone, or None
where nothing speaks for it. The rules are of the trade, not of one newspaper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text import dates, guide, jumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.text.features import Unit

SHORT = 26.0
"""Ems; a wider line is hardly ever furniture."""


def _begun(by: str, pattern: str) -> re.Pattern[str]:
    """Compile a pattern of many words, whose first characters are `by`.

    It is the same without them; but where none of them stands, no word is tried.
    """
    return re.compile(rf"(?=[{by}])(?:{pattern})")


_PAPER = re.compile(
    r"^[《]?[^，。！？、：\d]{1,10}(?:日报|晚报|晨报|早报|时报|周报|周刊|快报|商报|都市报|新报|"
    r"导报|月刊|旬刊|简报|小报|通讯|专刊|特刊|社区报|校报)[》]?(?:[ 　（(].{0,10})?$"
)
_TODAY = re.compile(r"^今日[^\W\d_]{2,4}$")
_PROMPTS = "扫请微公官关客视抖长敬欢"
_PROMPT = _begun(
    _PROMPTS,
    r"扫描?.{0,6}二维码|扫一扫|请扫|扫码(?:关注|下载|阅读|观看|查看|收听|看视频|加入)|微信公|"
    r"公众号$"
    r"|官方微[信博]|^关注[“「].+[”」]$|客户端$|视频号$|抖音号|长按识别|敬请关注|欢迎关注",
)
_IMPRINTS = (
    "联主承协出印发总编审值视校组版美责本见执邮刊准内免仅零定热电地传网订广投Ee@hw新报服CI国第"
)
_IMPRINT = _begun(
    _IMPRINTS,
    r"联合[出编主]|[主承]办$|(?:主办|承办|协办|主管|出版|印刷|发行|承印)(?:单位)?[：: 　]"
    r"|(?:总编辑?|主编|编审|值班|视觉|校对|组版|版式|美编)(?:[：: 　/／]|$)"
    r"|(?:责任|本版|见习|执行|值班)编辑|责编|编辑[：: 　／/]|编辑部|编委"
    r"|邮发代号|刊号|准印证|内部资料|免费(?:赠阅|发放)|仅供|(?:零售价|定价)[：: ]?\d|印数"
    r"|(?:热线|电话|地址|传真|邮箱|网址|邮编|订阅|广告)[：: 　]|广告部|投稿|E-?mail|e-?mail|@|"
    r"https?:|www\."
    r"|新闻线索|报料|服务热线|^广告$|CN ?\d\d-|ISSN|国内统一|本报地址|总第 ?\d+"
    r"|^第 ?\d+ ?期$|第 ?\d+ ?期[ 　（(]",
)
_PAGE = re.compile(
    r"^(?:[A-Z]{0,2}\d{1,3}|第?[ ]?[\d一二三四五六七八九十]{1,3}[ ]?版|[P(（]?\.?\d{1,3}[)）]?|"
    r"[-—－ ·]*\d{1,3}[-—－ ·]*|[\[［〔【<〈]\d{1,3}[\]］〕】>〉]|\d{1,2} ?[/／] ?\d{1,2}|"
    r"今日.{0,4}\d+版|共 ?\d+ ?版|版)$"
)
_PAGE_REF = re.compile(
    r"^(?:(?:[Pp详见转]|详见)第?[A-Z]?\d{1,3}版?|[（(]?(?:详见|见)第?.{1,6}版.{0,6}[）)]?"
    r"|[A-Z]\d{2,3}版?)$"
)
_DATELINE = re.compile(
    rf"^[^，。；]{{0,14}}(?:{dates.DAY_LINE}|\d{{2,4}} ?[./-] ?\d{{1,2}} ?[./-] ?\d{{1,3}})"
    r"[^，。；]{0,25}$"
)
_WEEKS = "农星周甲乙丙丁戊己庚辛壬癸气℃多晴阴天空相降小中大阵雷东南西北今明"
_WEEK = _begun(
    _WEEKS,
    r"^农历|(?:星期[一二三四五六日天]|农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|"
    r"气温|℃|多云|晴转|阴转|天气[：: ]|空气质量|相对湿度|降水概率|[小中大阵雷]雨(?= ?\d)|"
    r"[东南西北]风)(?=.*\d)"
    r"|^[今明]日天气|^(?:星期|周)[一二三四五六日天]$",
)
_RUNNING = re.compile(
    r"^(?=[^，。；]+$)(?=.+?[ 　\t]{2}.)"
    r".*(?:第.{1,3}版|[A-Z]?\d{1,2} ?版|[报刊] ?[ 　]{2}|\d年|月 ?\d)"
)
_SLASHES = re.compile(r"(?=[^/／|｜\s][ 　]*[/／|｜])(?:[^/／|｜\s][ 　]*[/／|｜][ 　]*){3,}")
_LETTERS = re.compile(r"^[A-Z][A-Z '\-]{3,40}$|^(?:[A-Z][a-z]+ ?){2,8}$")
_MARKS = re.compile(r"^[\W_]+$")
_GUIDE_PAGE = re.compile(
    r"^[>》▶→]*[PpＰ]?[.．·\s]?[A-Z]?\d{1,3}版?$|^第?[\d一二三四五六七八]{1,2}版$"
    r"|.{2,30}(?:[.…·]{2,}|[ 　]{2,}|[>》▶→]) ?[PpA-D]?\d{1,2}版?$"
    r"|.{2,30}[ 　]?(?:[PA-D]\d{1,2}|\d{1,2}版|[（(](?:详见)?第?[PA-D]?\d{1,2}版?[)）])$"
)

LONGEST_ENTRY = 5
"""Lines of an entry of a 导读 box before its page number."""
GUIDE_REACH = 40
"""Lines after a 导读 within which its entries and page numbers are looked for."""


_KINDS = (
    # how it is looked for, log odds, cost of a comma, widest in ems
    (_PAGE.match, 8.0, 0.0, SHORT),
    (_PAGE_REF.match, 8.0, 0.0, SHORT),
    (jumps.is_jump, 8.0, 0.0, SHORT),
    (_MARKS.match, 3.0, 0.0, SHORT),
    (_LETTERS.match, 2.5, 2.0, SHORT),
    (_PAPER.match, 5.5, 2.0, 14.0),
    (_TODAY.match, 5.5, 2.0, 14.0),
    (_RUNNING.match, 6.0, 2.0, SHORT * 1.6),
    (_SLASHES.search, 4.5, 2.0, SHORT),
    (_PROMPT.search, 4.5, 0.8, SHORT * 1.6),
    (_IMPRINT.search, 3.5, 1.2, SHORT * 1.6),
    (_DATELINE.match, 4.0, 2.0, SHORT * 1.6),
    (_WEEK.search, 4.0, 2.0, SHORT),
)


def _any(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """Compile a pattern that is found wherever one of several is."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))


_MATCHED = _any((_PAGE, _PAGE_REF, _MARKS, _LETTERS, _PAPER, _RUNNING, _DATELINE))
_BY_A_WORD = _begun(
    f"今{_PROMPTS}{_IMPRINTS}{_WEEKS}", _any((_TODAY, _PROMPT, _IMPRINT, _WEEK)).pattern
)
"""With `_SLASHES` and jumps all of `_KINDS`: most lines are none, which is told by few looks."""
_SLASH = re.compile("[/／|｜]")


def furniture(unit: Unit) -> float | None:
    """Give log-odds that the line is furniture by its own words."""
    wide = unit.width.low
    if wide > SHORT * 1.6 or (unit.stops and wide > SHORT):
        return None
    text = unit.text
    slashed = _SLASH.search(text) and _SLASHES.search(text)
    if not (_MATCHED.match(text) or _BY_A_WORD.search(text) or slashed or jumps.is_jump(text)):
        return None
    for looked_for, odds, comma, widest in _KINDS:
        if wide <= widest and looked_for(text):
            long = 0.0 if wide <= SHORT else -1.5
            return odds + long - comma * unit.commas - 4.0 * unit.stops
    return None


_FORM = re.compile(
    r"\d{5}|@|www|http|\d ?月 ?\d+ ?日|今日 ?\d+ ?版|^(?:总第|第) ?\d+ ?期"
    r"|^(?:星期|周).$|^农历.{0,6}月.{2,3}$|扫一扫|扫码|扫描|^长按|^关注"
    r"|^\W?[^\W\d_]{0,4}(?:编辑|责编|主编|总编|校对|[组排]版|版式|美编|视觉|编审|[主承协]办|主管|出版|印刷|发行|"
    r"承印|单位)[：:/／ 　]"
    r"|\d ?(?:℃|度)? ?[～~到至—-] ?-?\d+ ?(?:℃|度)"
)
"""Forms that a line has only as furniture: numbers to be called, who made the page, a forecast."""
TOP = 3
"""Lines of a page's head, where such names are those of the paper."""
_ALSO_NAMES = re.compile(r"[^\W\d]{1,4}(?:简报|通讯|快报|专刊|特刊)")
"""Names of small papers, and of columns of one: 一周简报."""
_BELOW_HEAD = 2
"""Lines that may stand between a headline and its text: a second one with a dash, a byline."""


def heads_text(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a line that is furniture by no more than a word in it stands as a headline does.

    It has not the form of furniture, stands above running text, and below nothing that is
    furniture, too.
    """
    text = units[at].text
    named = at >= TOP and _ALSO_NAMES.fullmatch(text)
    by_form = _MATCHED.match(text) or jumps.is_jump(text)
    if not named and (by_form or not _BY_A_WORD.search(text)):
        return False
    if _FORM.search(text) or (at and furniture(units[at - 1]) is not None):
        return False
    for below in units[at + 1 : at + 2 + _BELOW_HEAD]:
        if below.starts != "dash" and byline(below) is None:
            return _runs(below) and furniture(below) is None
    return False


def _runs(unit: Unit) -> bool:
    """Tell whether a line is plainly one of running text."""
    return unit.width.low + unit.lead >= NARROW and (unit.commas + unit.stops > 0 or unit.lead >= 1)


NARROW = 10.0
"""Ems of the narrowest column, the indent of its lines included."""


_LABEL_WORDS = (
    "要闻|新闻|动态|资讯|快讯|短讯|简讯|简报|专版|专栏|专刊|专题|副刊|综合|综合新闻|广角|视窗|"
    "之窗|看台|聚焦|关注|园地|天地|话题|时评|评论|观察"
    "|民生|文化|文艺|教育|教科文|科教|体育|健康|生活|经济|财经|法治|法制|社会|国内|国际|时政|政务|"
    "党建|党务|理论|人物|周末|悦读|读书"
    "|连载|艺苑|百姓|服务|公告|公示|通知|启事|广告|特别报道|深度|调查|热点|焦点|记事|风采|文苑|"
    "论坛|讲堂|课堂|信箱|之声|万象|纵横|传真|速递|播报|一线|在线|连线|直通车|故事|风景|记忆|印象|"
    "随笔|诗歌|散文|小说|摄影|图片新闻|今日关注|本版要闻|旅游|美食|汽车|房产|科技|农业|三农|环保|"
    "公益|养生|家园|人文"
)
_LABEL = re.compile(rf"^(?:[^\W\d_a-zA-Z]{{0,4}}(?:{_LABEL_WORDS}))$")
_BOXED = re.compile(r"^(?:【[^【】]{2,10}】|〖[^〗]{2,10}〗|[\[［][^\]［］]{2,10}[\]］])$")
_MARKED = re.compile(r"^[■●◆▶▍▎★□◎▌►\-—·•*＊=]{1,3}([^\W\d_]{2,8})[\-—·•*＊=]{0,3}$")

_NUMBERED = "(?:第?[A-Z]{0,2}[0-9０-９一二三四五六七八九十]{1,3}版|[A-Z]{1,2}[0-9]{1,2})"
_PAGED = re.compile(
    rf"^(?:{_NUMBERED}[：:·・|｜/／—\-]?[^\W\d_a-zA-Z]{{2,6}}"
    rf"|[^\W\d_a-zA-Z]{{0,4}}(?:{_LABEL_WORDS})[：:·・|｜/／—\-]?{_NUMBERED})$"
)
"""A label beside the number of its page: 第一版 要闻, A2·社会, 文苑 第四版."""
_MAY_BE_PAGED = re.compile("[版0-9]")
LONGEST_LABEL = 20
"""Characters of a line that may be one."""

_SPREAD = re.compile(r"^[^\W\d_a-zA-Z](?:[ 　]{1,3}[^\W\d_a-zA-Z]){1,4}$")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
)
"""Commonest surnames: a name spread out by a space is no label."""
RARER = frozenset(
    "葛窦喻奚华柏章苗俞柳鲍费廉岑倪汤滕殷毕卞齐康伍祁禹狄臧庞纪舒屈项祝阮蓝闵席季娄童颜梅盛刁骆樊凌霍虞柯"
    "管裘缪解应宗郁单杭洪包诸左吉邢裴荣翁甄封储靳焦巫谷车仇栾甘厉戎祖符景詹束幸司郜蒲卓屠蒙池乔翟申冉桑桂牛"
    "边燕尚温庄晏柴瞿连习艾容古易戈居耿匡寇欧聂敖冷辛饶沙丰关查游尤郎云鲁韦昌水凤花褚卫"
)
"""Rarer ones, of which many begin other words, too."""


def is_label_of_page(text: str) -> bool:
    """Tell whether a line is a label beside the number of its page, whatever stands between."""
    if len(text) > LONGEST_LABEL or not _MAY_BE_PAGED.search(text):
        return False
    return _PAGED.match("".join(text.split())) is not None


def names_section(text: str) -> bool:
    """Tell whether a text has the words of a label: 国际新闻, 副刊."""
    return _LABEL.match(text) is not None


def section(unit: Unit) -> float | None:
    """Give log-odds that the line is a section label.

    Words in brackets are one; words behind a mark only where they are words of labels, since
    subheads have such marks too.
    """
    if unit.width.low > 14:
        return None
    bare = "".join(unit.text.split())
    if _BOXED.match(bare):
        return 5.0
    if _SPREAD.match(unit.text) and not (len(bare) < 4 and bare[0] in SURNAMES):
        return 3.5
    marked = _MARKED.match(bare)
    label = marked.group(1) if marked else bare
    if 2 <= len(label) <= 8 and _LABEL.match(label):
        return 4.0 if len(label) <= 6 else 2.0
    return None


_BYLINE = re.compile(
    r"^By [A-Z][\w.]+ [A-Z]|^[□■◎●◇◆▲○（(【\[—-]{0,3}[ 　]?"
    r"(?:(?:本报|本刊|见习|实习|特约|首席|通讯|新华社|全媒体|融媒|社区|小)*(?:记者|通讯员|评论员|"
    r"作者|撰稿|撰文|供稿|采写|报道|编辑)|文[字]?[/／丨|:：·、]|"
    r"文[ 　]*[/／|｜]?[ 　]*[图摄]|图[/／片文]|整理|口述|来源[：:]|作者|图文|本报讯$|综合报道$|"
    r"(?:制图|制表|绘图|漫画|插图|摄影|题字|书法|供图|编译|翻译|执笔|采访|统筹|策划|撰写)"
    r"[：:/／丨| ])"
)
_BYLINE_END = re.compile(
    r"(?:[/／ 　丨|](?:文|图|摄|文图|摄影|供稿|整理|撰文)[)）]?$|[文图摄][/／][\w 　]{2,10}$|"
    r"(?:供稿|报道|撰文)[)）]?$)"
)
_NAMES = re.compile(r"^[□■◎●◇◆○]+[ 　]?[^\W\d_]{2,4}(?:[ 　、][^\W\d_]{2,4})*$")
_SIGNED = re.compile(
    r"^[（(](?![上中下续完]|[一二三四五六七八九十\d]+[)）]|之)"
    r"[^\W\d_]{2,8}(?:[ 　][^\W\d_]{2,4}){0,3}[)）]$"
)


def byline(unit: Unit) -> float | None:
    """Give log-odds that the line names who wrote what stands beside it."""
    text = unit.text
    if unit.width.low > 30 or unit.stops or unit.commas:
        return None
    if _NAMES.match(text) or _SIGNED.match(text):
        return 4.5
    if text[0] in SURNAMES and len(text) <= 5 and _SPREAD.match(text):
        return 3.5
    if _BYLINE.match(text):
        return (4.5 if unit.width.low <= 20 else 2.5) - (
            3.0 if unit.ends not in {"open", "close"} else 0
        )
    if _BYLINE_END.search(text):
        return 2.5
    return None


_PEOPLE = re.compile(
    rf"^[{''.join(sorted(SURNAMES))}][^\W\d_a-zA-Z]{{1,2}}(?:[ 　、][^\W\d_a-zA-Z]{{2,4}}){{0,3}}$"
    rf"|^[{''.join(sorted(SURNAMES))}][ 　][^\W\d_a-zA-Z]{{1,2}}$"
)


def lone_name(text: str) -> bool:
    """Tell whether a line may be a single name of two or three characters, also of a rarer one."""
    return 2 <= len(text) <= 3 and text[0] in RARER and text.isalpha()


def names(unit: Unit) -> bool:
    """Tell whether a line may be nothing but names of people."""
    return len(unit.text) <= 16 and _PEOPLE.match(unit.text) is not None


_CAPTION = re.compile(
    r"^[▲▼◀▶△◆■●（(【\[]{0,2}(?:图[为：:①-⑩一二三四\d]|[上下左右]图|本版图片|图片[说由来]|"
    r"[图照]片?[：:]|资料[图照]片?|题图|配图|插图|照片由|(?:左|右|前排|后排|中).{0,3}[）)]?(?:为|"
    r"是)?$)|^[▲▼◀△]"
)
_CAPTION_END = re.compile(
    r"(?:摄|摄影|供图|制图|资料图片?|图片由.{2,20}提供|图/[\w]{2,4}|[ 　]图)[）)】]?[。]?$"
)


_CREDIT = 32
"""Characters of a line's end that hold who took the picture."""
PLAIN = 8.5
"""Log odds of a caption that begins as one and ends with who took the picture."""


def caption(unit: Unit) -> float | None:
    """Give log-odds that the line is the caption of a picture."""
    text = unit.text
    if unit.width.low > 70:
        return None
    end = unit.tail[-_CREDIT:]
    if _CAPTION.match(text):
        return PLAIN if _CAPTION_END.search(end) else 6.5
    if _CAPTION_END.search(end):
        return 5.0 if unit.width.low <= 40 else 2.0
    return None


def guides(units: Sequence[Unit]) -> set[int]:
    """Give the places of lines that belong to a 导读 box: its head, its entries, its pages.

    A box is its head and what follows it as far as the last line that is a page number or ends
    with one, as long as no line between them is a sentence and no entry is longer than a few lines.
    """
    inside: set[int] = set()
    for at, unit in enumerate(units):
        if not guide.is_heading(unit.text):
            continue
        inside.add(at)
        end = at
        for place in range(at + 1, min(len(units), at + GUIDE_REACH)):
            entry = units[place]
            if entry.stops or entry.width.low > 30:
                break
            if _GUIDE_PAGE.match(entry.text):
                end = place
            elif place - end > LONGEST_ENTRY:
                break
        inside.update(range(at, end + 1))
    return inside


def repeated(units: Sequence[Unit]) -> set[int]:
    """Give the places of short lines that stand more than once on the page, word for word."""
    seen: dict[str, int] = {}
    for unit in units:
        if unit.width.low <= SHORT and len(unit.text) >= 2:
            seen[unit.text] = seen.get(unit.text, 0) + 1
    return {
        at
        for at, unit in enumerate(units)
        if seen.get(unit.text, 0) > 1 and not unit.stops and unit.ends in {"open", "close"}
    }
