"""Find the spaces inside lines that only typesetting made: those beside numbers.

A space that means something stays: between Chinese characters (couplets, slogans, names,
mastheads), between Latin words, after ASCII punctuation, between numbers, and where it parts the
items of a list (`白菜 2.30 萝卜 1.50`) or a label from its number (`电话 6234567`).

On a page whose characters are all set apart (`镇 里 的 孩子 收 到 书 包 ，`), as Tesseract gives
some, single spaces beside Chinese characters mean nothing either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text import cues, jumps

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = r"[^\x00-\xff\s\d]"
_MADE = re.compile(  # the blank first: it is what can be looked for fast
    r"[ \xa0\u2002-\u200a\u202f]"
    rf"(?:(?<={_WIDE}.)(?=\d)(?P<before>)|(?<=[\d%].)(?={_WIDE})(?P<after>))"
)
_COUNTED = (
    "年月日号號时時分秒刻期届屆周週岁歲世代个個名位人户戶家员員只隻头頭匹尾口条條项項次场場趟遍回轮輪件套"
    "台臺部辆輛艘架列班株棵颗顆粒朵枝支份张張页頁册冊篇枚块塊片盒箱袋包瓶罐桶碗杯盘盤桌餐组組队隊双雙副"
    "根座栋棟幢间間层層楼樓室弄路扇级級版章节節课課种種类類款批元角亿億万萬千百倍成米厘毫公平亩畝顷頃吨噸"
    "斤克升度天小多余餘来來以左至比与與—－~～处處所盏盞点點里下两兩市起微℃"
)
"""What stands behind a number and belongs to it: units, counted things, `30 余名`, `95% 以上`."""
_LETTER = r"[^\W\d_a-zA-Z]"
_BLANK = "[ \xa0\u2002-\u200a\u202f]"
_NUMBER = re.compile(r"[\d.,:%—–~～-]*")
_ITEM = rf"{_BLANK}\d[\d.,:%]*(?![\d.,:%]){_LETTER}{{0,4}}"
_LIST = re.compile(  # two and more words, each with a number behind it that counts nothing
    rf"(?<!{_LETTER}){_LETTER}{{2,8}}{_ITEM}"
    rf"(?:{_BLANK}(?:{_LETTER}{{2}}(?={_BLANK})|(?![{_COUNTED}]){_LETTER}{{2,8}}){_ITEM}){{1,40}}"
    rf"(?!{_LETTER}|{_BLANK}?[{_COUNTED}])"
)
_APART = "讯訊■●◆▲★◎□○◇△▶►"
"""What a space stands behind that is meant: the head of a report, what marks an item."""
_CALLED = re.compile(
    "(?:[电電][话話]|[热熱][线線]|手[机機]|[传傳]真|[邮郵][编編]|[邮郵]政[编編][码碼]|[编編][号號]|代[号號]"
    r"|刊[号號]|[账帐賬帳][号號]|[号號][码碼]|信箱|微信)\Z"
)
_DATED = re.compile(r"(?:[时時][间間]|日期|地[址点點])\Z")
"""Labels: of numbers that count nothing, and of numbers that may count."""


def typeset(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give the runs of white space in ``text[start:end]`` that are not to be read.

    Each with its span and what it stands beside (``number``). `text` is the page, positions are
    code points of it. What stands between two blanks and counts nothing keeps both.
    """
    found = list(_MADE.finditer(text, start, end))
    lists = _LIST.finditer(text, start, end) if len(found) > 1 else iter(())
    listed = next(lists, None)
    for one in found:
        at = one.start()
        while listed and listed.end() <= at:
            listed = next(lists, None)
        if listed and listed.start() < at:
            continue
        before = one.lastgroup == "before"
        if _joins_on(text, (at, end)) if before else _counts(text, at, start):
            yield at, one.end(), "number"


def _joins_on(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a number behind a blank belongs to the text before: span of both, and the end.

    It does not behind a label, nor where a blank stands behind it, too, and it counts nothing.
    """
    at, end = span
    if text[at - 1] in _APART:
        return False
    before = _label(text, 0, at)
    if _CALLED.search(before) or _DATED.search(before):
        return False
    behind = _NUMBER.match(text, at + 1, end)
    assert behind is not None
    last = behind.end()
    return last + 1 >= end or not text[last].isspace() or _goes_on(text[last + 1])


def _counts(text: str, at: int, start: int) -> bool:
    """Tell whether what ends at a blank is a number that counts what stands behind it."""
    begin = _number_start(text, at, start)
    if begin > start and text[begin - 1].isascii() and text[begin - 1].isalpha():
        return False  # the end of a name: `P02`
    label = _label(text, start, max(start, begin - 1))
    mark = text[at + 1]
    return _goes_on(mark) and not (mark in _COUNTED and _CALLED.search(label))


def _label(text: str, start: int, end: int) -> str:
    """Give the last characters before a place, without spaces, among which a label may be."""
    return text[max(start, end - 2 * _LONGEST_LABEL) : end].replace(" ", "")[-_LONGEST_LABEL:]


_LONGEST_LABEL = 4


def _goes_on(mark: str) -> bool:
    """Tell whether a mark behind a number and a blank belongs to the number, or closes."""
    return mark in _COUNTED or mark in "，。、；：！？）》”’」』】〉"


def _number_start(text: str, at: int, start: int) -> int:
    """Find where the number that ends at `at` begins; looks back at most sixteen characters."""
    begin = at
    low = max(start, at - 16)
    while begin > low and (text[begin - 1].isdigit() or text[begin - 1] in ".,%"):
        begin -= 1
    return begin


def set_apart(text: str) -> bool:
    """Tell whether a page has a space between most of its characters, and before its commas, too.

    The second tells it from a list of short names.
    """
    if not cues.looks_apart(text):
        return False
    sample = text[:_SAMPLE]
    behind = len(_PAUSE_APART.findall(sample))
    return behind >= _FEW_PAUSES and 3 * behind > len(_PAUSE.findall(sample))


_SAMPLE = 6000
_PAUSE = re.compile("[，。、；,;]")
_PAUSE_APART = re.compile(r"(?<=\S) [，。、；,;]")
_FEW_PAUSES = 3


def apart(text: str, start: int, end: int, kind: Kind) -> Iterator[tuple[int, int, str]]:
    """Give the single spaces of a line of such a page that are not to be read (see `typeset`).

    They stand beside a character that is neither ASCII nor a digit; of those beside digits
    `typeset` tells. A line that has only few keeps them, a byline those that may part names, and
    the head of a report or what marks an item the one behind it.
    """
    found = list(_APART_MADE.finditer(text, start, end))
    wide = len(_WIDE_MARK.findall(text, start, end))
    if wide > _SHORT_LINE and _SPREAD * len(found) < wide:
        return
    kept = _between_names(text[start:end]) if kind is Kind.BYLINE else set[int]()
    if headed := _HEADED.match(text, start, end):
        kept.add(headed.end() - start)
    for one in found:
        if one.start() - start not in kept:
            yield one.start(), one.end(), "apart"


_WIDE_MARK = re.compile(_WIDE)
_APART_MADE = re.compile(rf" (?:(?<={_WIDE} )(?![\s\d%])|(?<=[^\s\d%] )(?={_WIDE}))")
_SHORT_LINE, _SPREAD = 12, 4
"""Characters of a line in which few spaces tell nothing; in a longer one, of how many a space."""
_HEADED = re.compile(f"本 ?[报報刊] ?[讯訊](?= )|[{_APART}](?= )")
_ROLE = re.compile(
    "(?:(?:本 ?[报報刊]|[见見实實] ?[习習]|特 ?[约約]|首 ?席|[驻駐] ?站) ?)*"
    "(?:[记記] ?者|通 ?[讯訊] ?[员員]|[评評] ?[论論] ?[员員]|作 ?者|[摄攝] ?影|[编編] ?[辑輯]"
    "|撰 ?[文稿])"
)
_ONE_NAME = 3
"""Characters of which a name is one; more may be several."""


def _between_names(text: str) -> set[int]:
    """Give the spaces of a byline that may part names: beside what they are, and in long rows."""
    kept: set[int] = set()
    roles = [one.span() for one in _ROLE.finditer(text)]
    begins = [0, *[end for _, end in roles]]
    ends = [*[begin for begin, _ in roles], len(text)]
    for begin, end in zip(begins, ends, strict=True):
        blanks = [at for at in range(begin, end) if text[at] == " "]
        many = end - begin - len(blanks) > _ONE_NAME
        kept.update([at for at in blanks if many or at in (begin, end - 1)])
    return kept


def parts(text: str, start: int, end: int) -> list[int]:
    """Give where a line is to be parted, as two blocks stand on it.

    That is before a byline behind a headline or behind a paragraph's end, before a jump to
    another page at its end, and after one at its head. A place is the start of the white space
    there, or where none is, of what follows.
    """
    found: list[int] = []
    line, at = text[start:end], 0
    jump = jumps.jump_of(line)
    if jump is not None and not jump.onward and line[jump.end :].strip():
        at = jump.end
        found.append(start + at)
        jump = jumps.jump_of(line[at:])
    if jump is not None and jump.onward and line[at : at + jump.start].strip():
        found.append(start + len(line[: at + jump.start].rstrip()))
    if end - start <= _BYLINE_LINE and (behind := _byline_behind(text, start, end)):
        found.append(behind)
    return found


_BYLINE_LINE = 70
"""Code points; in a longer line no byline is looked for behind a headline."""
_NAME = "[^\\W\\d_a-zA-Z]"
_WHO = (
    "(?:本[报報刊]|[见見][习習]|[实實][习習]|特[约約]|首席|[驻駐]站|[\u4e00-\u9fff]{0,4}[报報])*"
    "(?:[记記]者|通[讯訊][员員]|[评評][论論][员員]|撰稿人?|作者)"
)
_WORK = "(?:文|[图圖]|撰文|[摄攝]影|口述|整理|[采採][写寫]|供稿|[编編][译譯])"
_BYLINE = re.compile(
    rf"[（(]?[□■◎○●◇]?[ 　]?(?:{_WHO}[ 　/／:：|｜]*"
    rf"|{_WORK}[ 　]?[/／:：|｜][ 　]?|(?:撰文|[摄攝]影|口述|整理)[ 　])"
    rf"{_NAME}(?:{_NAME}|[ 　、/／:：|｜·]){{1,34}}[)）]?\s*"
    rf"|[□◎○][ 　]?{_NAME}{{2,4}}\s*"
    rf"|{_NAME}{{2,4}}(?:[ 　]{_NAME}{{2,4}})?[ 　]文[/／]?[摄攝图圖]\s*"
)
_BY_KEY = re.compile(
    "[记記]者|通[讯訊][员員]|[评評][论論][员員]|撰|作者|[摄攝]|口述|文[/／:：|｜]|[□■◎○◇]"
)
_CREDIT = re.compile(r"[摄攝](?:影)?[)）]?\s*\Z")
_PAUSED = re.compile("[，；。,;]")
_BLANKS = re.compile(r"\s+")


def _byline_behind(text: str, start: int, end: int) -> int | None:
    """Find where a byline stands behind something else on its line."""
    if not _BY_KEY.search(text, start, end):
        return None
    for run in _BLANKS.finditer(text[start:end]):
        at = start + run.start()
        head = text[start:at].strip()
        if len(head) < 2 or _BY_KEY.search(head) or head.endswith(("讯", "訊", "电", "電")):
            continue
        tail = text[start + run.end() : end]
        if not _BYLINE.fullmatch(tail):
            continue
        if _CREDIT.search(tail) and "文" not in tail:
            return None
        return at if not _PAUSED.search(head) or head[-1] in "。！？”』.!?" else None
    return None
