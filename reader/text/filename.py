"""Read what a file's name says of the issue and page that it holds."""

from __future__ import annotations

import re
import unicodedata

from reader.model import IssueFacts
from reader.text import dates
from reader.text.imprint import FIRST_SECTIONS, number_of, title_in

_NUMERIC_DATES = (
    re.compile(
        r"(?<![0-9])(?P<y>[12][0-9]{3})(?P<s>[-_./ ])"
        r"(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})(?![0-9])"
    ),
    re.compile(
        r"(?<![0-9A-Za-z])(?:[A-Za-z]{2,10}[-_]?)?"
        r"(?P<y>[12][0-9]{3})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"
        r"(?:(?![0-9A-Za-z])|(?=[A-Za-z][0-9]{1,3}(?![0-9A-Za-z])))"
    ),
    re.compile(
        r"(?<![0-9A-Za-z])(?P<y>[12][0-9]{3})(?P<s>[-_.]?)(?P<m>0[1-9]|1[0-2])(?P<d>)(?![0-9A-Za-z])"
    ),
)
_YEAR = re.compile(rf"(?<![0-9A-Za-z])(?P<year>{dates.YEAR}) ?年")
_BARE_YEAR = re.compile("(?P<year>[12][0-9]{3})(?![0-9A-Za-z])")
_TOTAL = re.compile(rf"[总總] ?第? ?({dates.NUMERAL}) ?[期号號]?")
_NUMBER = re.compile(
    rf"第 ?({dates.NUMERAL}) ?[期号號]|(?<![0-9])([0-9]{{1,6}}) ?期"
    r"|(?<![A-Za-z])[Nn][Oo][. _-]*([0-9]{1,6})(?![0-9])"
)
_PAGES = (
    re.compile(r"(?<![A-Za-z])(?P<l>[A-Za-z]{0,2}) ?(?P<n>[0-9]{1,3}) ?版"),
    re.compile(r"第 ?(?P<l>[A-Za-z]?)(?P<n>[0-9]{1,3}|[一二三四五六七八九十廿]{1,3}) ?[版页頁]"),
    re.compile(r"版[次_: -]?(?P<l>[A-Za-z]?)(?P<n>[0-9]{1,3})(?![0-9])"),
    re.compile(
        r"(?<![0-9A-Za-z])(?P<l>)(?:page|pg)[-_. ]?(?P<n>[0-9]{1,3})(?![0-9A-Za-z])", re.IGNORECASE
    ),
    re.compile(r"(?<![0-9A-Za-z])(?P<l>[A-HPa-hp])(?P<n>[0-9]{1,3})(?![0-9A-Za-z])"),
)
_AFTER_DATE = re.compile(r"\0[-_. ]+(?P<l>)(?P<n>[0-9]{1,3})(?![0-9A-Za-z])")
_WORDS = re.compile("[\u3400-\u9fff]+")
_AS_GIVEN = re.compile("([\u3400-\u9fff]{2,12})_\0(?:_\0)?")
_NO_TITLE = re.compile(
    "(?:扫描|掃描|影印|图片|圖片|图像|圖像|照片|截图|截圖|文字|文本|文档|文檔|文件|识别|識別|校对|校對|副本|底稿"
    "|报纸|報紙|版面|页面|頁面|新建|未命名)(?:件|版|稿|本|页|頁|文档|文件)*"
    "|要闻|要聞|综合|綜合|副刊|国内|國內|国际|國際|社会|社會|文化|体育|體育|教育|财经|財經|经济|經濟|时政|理论"
    "|新闻|新聞|广告|廣告|专版|專版|头版|頭版"
)
"""What a file is named after that is no newspaper: how it was made, or the page's section."""


def read_name(name: str) -> IssueFacts:
    """Tell title, date, number and page from a file's name without folder.

    A page of a section other than the first (B2) is guessed, since a page's number is unique in
    an issue; so is a year that is nothing but four digits. In a name that is ``TITLE_DATE_PAGE``
    and nothing else the title may have any form, else only one that newspapers' titles have.
    """
    stem = unicodedata.normalize("NFKC", name.rpartition(".")[0] or name)
    date, rest = _date(stem)
    bare_year = date is None
    if bare_year:
        date, rest = _bare_year(rest)
    page, page_guessed, rest = _page(rest)
    number, rest = _number(rest)
    title = title_in(_WORDS.findall(rest))
    if title is None and date is not None and page is not None:
        title = _as_given(rest)
    doubtful = {"date": bare_year and date is not None, "page": page_guessed}
    return IssueFacts(
        title=title,
        date=date,
        date_sure=date is not None and not bare_year,
        number=number,
        page=page,
        guessed=frozenset(name for name, is_doubtful in doubtful.items() if is_doubtful),
    )


def _as_given(rest: str) -> str | None:
    """Give what stands before date and page, of which marks are left, and nothing else."""
    match = _AS_GIVEN.fullmatch(rest)
    return None if match is None or _NO_TITLE.fullmatch(match[1]) else match[1]


def _date(stem: str) -> tuple[str | None, str]:
    """Give the date of a name, and the name with a mark in its place."""
    for pattern in (dates.FULL_DATE, dates.MONTH_DATE):
        match = pattern.search(stem)
        if match is not None:
            # of a day that does not exist the month is not to be trusted either
            return dates.of_match(match), _without(stem, match)
    for pattern in _NUMERIC_DATES:
        match = pattern.search(stem)
        if match is None:
            continue
        month, day = (int(match[part]) if match[part] else None for part in ("m", "d"))
        # 2025-02-30 is no day, and no February either
        return dates.make(int(match["y"]), month, day), _without(stem, match)
    match = _YEAR.search(stem)
    if match is not None and (date := dates.make(dates.year(match["year"]))):
        return date, _without(stem, match)
    return None, stem


def _bare_year(stem: str) -> tuple[str | None, str]:
    """Give the year of a name that is nothing but four digits, or begins with them."""
    match = _BARE_YEAR.match(stem)
    date = dates.make(int(match["year"])) if match else None
    return (date, _without(stem, match)) if match and date else (None, stem)


def _without(stem: str, match: re.Match[str]) -> str:
    return f"{stem[: match.start()]}\0{stem[match.end() :]}"


def _page(stem: str) -> tuple[int | None, bool, str]:
    """Give the page, whether it is only guessed, and the name without it."""
    for pattern in (*_PAGES, _AFTER_DATE):
        match = pattern.search(stem)
        page = dates.number(match["n"]) if match else None
        if match and page:
            return page, match["l"].upper() not in FIRST_SECTIONS, _without(stem, match)
    return None, False, stem


def _number(stem: str) -> tuple[str | None, str]:
    for pattern in (_TOTAL, _NUMBER):
        match = pattern.search(stem)
        number = number_of(match) if match else None
        if match and number:
            return number, _without(stem, match)
    return None, stem
