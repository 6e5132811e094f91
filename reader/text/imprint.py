"""Read the lines in which a newspaper names itself: title, date, weekday, number, page.

A line is one of these if nothing but such words is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.text import dates

_HAN = "[\u3400-\u9fff]"
_STRONG = re.compile(
    rf"{_HAN}{{0,9}}(?:[日晚晨早午夕周週旬快商画畫校学學新导導]|都市|青年|社区|社區|农民|農民|工人|教育|科技"
    r"|(?<![及按准實实定随隨同小])[时時]|法制|法治|健康|生活|体育|體育|经济|經濟)[报報]"
    rf"|{_HAN}{{1,9}}(?:[周週月旬季]|[半双雙][周週月]|[导導])刊"
)
_WEAK = re.compile(rf"{_HAN}{{1,9}}(?:[报報]|通[讯訊]|[简簡][报報]|[杂雜][志誌])")
_NO_TITLE = re.compile(
    "(?:[通汇匯预預举舉喜海捷情战戰警播填上呈电電墙牆板回年月即特壁谍諜申公速快告稟禀线線][报報]"
    "|及时报|即时报)$"
)
_NO_WEAK_LENGTH = 2
_SPACED = re.compile(rf"(?<={_HAN}) (?={_HAN}(?: |$))")

_STEM_BRANCH = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_MOON = "[闰閏润]?[正元一二三四五六七八九十冬腊臘]{1,2}月[大小]?"
_LUNAR_DAY = "(?:初|廿|十|二十|三十|卅)?[一二三四五六七八九十]{0,2}日?"
_LUNAR = re.compile(
    rf"(?:(?:农历|農曆|阴历|陰曆|旧历|舊曆|夏历|夏曆)[ 岁歲次]*)(?:{_STEM_BRANCH})?"
    rf"[(]?[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]?[)]?年? ?(?:{_MOON})?{_LUNAR_DAY}"
    rf"|{_STEM_BRANCH}年? ?{_MOON}{_LUNAR_DAY}"
)
_TOTAL = re.compile(rf"[总總] ?(?:第|编号)? ?(?P<n>{dates.NUMERAL}) ?[期号號]?")
_NUMBER = re.compile(
    rf"第 ?(?P<n>{dates.NUMERAL}) ?[期号號]"
    r"|(?<![A-Za-z])N[oO][.: ]* ?(?P<m>[0-9]{1,6})(?![0-9])"
    r"|(?<![0-9])(?P<b>[0-9]{1,6}) ?期"
)
_VOLUME = re.compile(rf"第 ?{dates.NUMERAL} ?[卷年]|(?<![A-Za-z])Vol[. ]*[0-9]+", re.IGNORECASE)
_YEAR = re.compile(rf"(?<![0-9A-Za-z])(?P<year>{dates.YEAR}) ?年")
_SHEETS = re.compile(rf"(?:今日|本期|本报|共|合计)+ ?{dates.NUMERAL} ?[版张張页頁]")
_PAGE = re.compile(
    r"(?<![A-Za-z0-9])(?P<letter>[A-Z]{0,2}) ?(?P<n>0?[1-9]|[1-9][0-9]{1,2}) ?版"
    r"|第 ?(?P<l>[A-Z]?) ?(?P<m>0?[1-9][0-9]{0,2}|[一二三四五六七八九十廿]{1,3}) ?[版页頁]"
    r"|版[次:: ]+ ?(?P<k>[A-Z]?)(?P<v>0?[1-9][0-9]?)(?![0-9])"
    r"|(?<![A-Za-z0-9])(?P<c>[AP]) ?(?P<p>0?[1-9]|[1-9][0-9])(?![A-Za-z0-9])"
)
_OTHER = re.compile(
    "(?:国内|國內)?(?:统一|統一)(?:连续出版物|連續出版物)?(?:刊|书|書)?[号號]?"
    "|CN ?[0-9]{2}-[0-9]{4}(?:/[A-Z0-9]*)?|ISSN ?[0-9]{4}-?[0-9]{3}[0-9xX]"
    "|(?:邮发|郵發)(?:代号|代號) ?:? ?[0-9]*-?[0-9]*"
    "|内部资料|内部资料性出版物|免费交流|免费赠阅|公元|出版"
)
_IMPRINT = re.compile(
    "主办|主辦|主管|联合出版|聯合出版|出版|编辑部|編輯部|主编|主編|总编|總編|社长|社長"
    "|统一刊|國內統一|准印证|内部资料|邮发代号|本报地址"
)
_BETWEEN = re.compile(r"[\s|｜/·・•—–\-:,，、.()\[\]【】〔〕《》〈〉「」■●▲◆★☆]+")
_OF_SENTENCES = re.compile("[。;!?“”‘’%]")
"""Marks that stand in no word of a masthead: most lines of running text are known by them."""

FIRST_SECTIONS = frozenset({"", "A", "P"})
"""Letters of sections whose pages are numbered from an issue's first."""

_LABEL = re.compile(rf"(?!.*[转轉接见見详詳]){_HAN}{{2,5}}")


@dataclass(frozen=True, slots=True)
class Strip:
    """What a line of a masthead says, and of which kinds its words are."""

    kinds: frozenset[str] = field(default_factory=frozenset)
    title: str | None = None
    date: str | None = None
    weekday: str | None = None
    number: str | None = None
    page: int | None = None
    section: str = ""


def has_imprint(text: str) -> bool:
    """Tell whether a line names who publishes, prints or edits."""
    return _IMPRINT.search(text) is not None


def title_alone(text: str) -> tuple[str, bool] | None:
    """Give the title that is all of a line, and whether its form alone tells that it is one."""
    return _as_title(_SPACED.sub("", text.strip("《》〈〉【】[] ")))


def _as_title(bare: str) -> tuple[str, bool] | None:
    if _NO_TITLE.search(bare) and not bare.endswith(("都市快报", "日快报")):
        return None
    if _STRONG.fullmatch(bare) and len(bare) > _NO_WEAK_LENGTH:
        return bare, True
    return (bare, False) if _WEAK.fullmatch(bare) else None


def title_in(tokens: list[str]) -> str | None:
    """Give the first of some words that has the form of a newspaper's title."""
    for token in tokens:
        if _as_title(token) is not None:
            return token
    return None


class _Rest:
    """What is left of a line while what is known is taken out of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.kinds: set[str] = set()

    def take(self, pattern: re.Pattern[str], kind: str) -> re.Match[str] | None:
        """Take out the first match, note its kind, and give it."""
        match = pattern.search(self.text)
        if match is None or not match[0].strip():
            return None
        self.kinds.add(kind)
        self.text = f"{self.text[: match.start()]}\0{self.text[match.end() :]}"
        return match


def read_strip(text: str) -> Strip | None:
    """Read a folded line of a masthead; None when there is anything else in it."""
    if _OF_SENTENCES.search(text):
        return None
    rest = _Rest(_SPACED.sub("", text))
    date = _take_date(rest)
    weekday = rest.take(dates.WEEKDAY, "weekday")
    rest.take(_LUNAR, "lunar")
    number = _take_number(rest)
    rest.take(_SHEETS, "sheets")
    page, section = _take_page(rest)
    while rest.take(_OTHER, "imprint") is not None:
        pass
    title = _take_title(rest)
    if not rest.kinds or rest.text.replace("\0", ""):
        return None
    return Strip(
        kinds=frozenset(rest.kinds),
        title=title,
        date=date,
        weekday=weekday["day"] if weekday else None,
        number=number,
        page=page,
        section=section,
    )


def _take_date(rest: _Rest) -> str | None:
    for pattern in (dates.FULL_DATE, dates.MONTH_DATE):
        match = pattern.search(rest.text)
        date = dates.of_match(match) if match else None
        if date is not None:
            rest.take(pattern, "date")
            return date
    match = rest.take(_YEAR, "year")
    return dates.make(dates.year(match["year"])) if match else None


def _take_number(rest: _Rest) -> str | None:
    """Take out the number; a running total counts before the number within a year."""
    total = rest.take(_TOTAL, "number")
    rest.take(_VOLUME, "volume")
    plain = rest.take(_NUMBER, "number")
    found = total or plain
    return number_of(found) if found else None


def number_of(match: re.Match[str]) -> str | None:
    """Give the number that a pattern of numbers matched, in digits."""
    told = next((group for group in match.groups() if group), "")
    counted = dates.number(told)
    return None if not counted else str(counted)


def _take_page(rest: _Rest) -> tuple[int | None, str]:
    """Take out the page's number and its section's letter; none where several are named."""
    pages: set[int | None] = set()
    section = ""
    while (match := rest.take(_PAGE, "page")) is not None:
        groups = match.groupdict()
        pages.add(dates.number(next(groups[name] for name in "nmvp" if groups[name])))
        section = section or next(
            (groups[name] for name in ("letter", "l", "k") if groups[name]), ""
        )
    return (pages.pop() or None if len(pages) == 1 else None), section


def _take_title(rest: _Rest) -> str | None:
    """Take out the title, and one label beside what else is known (03版 要闻)."""
    tokens = [token for token in _BETWEEN.split(rest.text.replace("\0", " ")) if token]
    title = title_in(tokens)
    if title is not None:
        rest.kinds.add("title")
        tokens.remove(title)
    if len(tokens) == 1 and "page" in rest.kinds and _LABEL.fullmatch(tokens[0]):
        tokens = []
    rest.text = "".join(tokens)
    return title
