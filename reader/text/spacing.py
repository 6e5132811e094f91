"""Find the spaces inside lines that only typesetting made: those beside numbers.

A space that means something stays: between Chinese characters (couplets, slogans, names,
mastheads), between Latin words, after ASCII punctuation, between numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDE = "[^\x00-\xff\\s]"
_MADE = re.compile(  # the blank first: it is what can be looked for fast
    r"[ \xa0\u2002-\u200a\u202f]"
    rf"(?:(?<={_WIDE}.)(?=\d)(?P<before>)|(?<=[\d%].)(?={_WIDE})(?P<after>))"
)
_COUNTED = "年月日号时分秒期届届个名位人户家条项次岁元亿万千百米公平亩吨度天周级版路弄至多余—－~～"


def typeset(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give the runs of white space in ``text[start:end]`` that are not to be read.

    Each with its span and what it stands beside (``number``). `text` is the page, positions are
    code points of it.
    """
    for found in _MADE.finditer(text, start, end):
        at = found.start()
        behind = _of_number(text, at, start) and not _item_number(text, at, start)
        if found.lastgroup == "before" or behind:
            yield at, found.end(), "number"


def _number_start(text: str, at: int, start: int) -> int:
    """Find where the number that ends at `at` begins; looks back at most sixteen characters."""
    begin = at
    low = max(start, at - 16)
    while begin > low and (text[begin - 1].isdigit() or text[begin - 1] in ".,%"):
        begin -= 1
    return begin


def _of_number(text: str, at: int, start: int) -> bool:
    """Tell whether what ends at `at` is a number of its own, not the end of a name (`P02`)."""
    begin = _number_start(text, at, start)
    if begin == start:
        return True
    before = text[begin - 1]
    return not (before.isascii() and before.isalpha())


def _item_number(text: str, at: int, start: int) -> bool:
    """Tell whether a number that begins a block numbers it: `1 总则`, but not `4 月 14 日`."""
    return _number_start(text, at, start) == start and text[at + 1] not in _COUNTED


def parts(text: str, start: int, end: int) -> list[int]:
    """Give where a line is to be parted, as two blocks stand on it.

    That is before a byline behind a headline or behind a paragraph's end, before a jump to
    another page at its end, and after one at its head. A place is the start of the white space
    there, or where none is, of what follows.
    """
    found: list[int] = []
    if _JUMP.search(text, start, end):
        came = _CAME_FROM.match(text, start, end)
        if came and text[came.end() : end].strip():
            found.append(came.end())
        goes = _GOES_TO.search(text, max(start, end - _JUMP_REACH), end)
        if goes and text[start : goes.start()].strip():
            found.append(goes.start())
    if end - start <= _BYLINE_LINE and (behind := _byline_behind(text, start, end)):
        found.append(behind)
    return found


_BYLINE_LINE = 70
"""Code points; in a longer line no byline is looked for behind a headline."""
_JUMP_REACH = 24
_NUMBER_OF = (
    r"[ \xa0　]*第?[ \xa0　]*[A-Za-z]?[ ]*[\d一二三四五六七八九十０-９]{1,3}[ \xa0　]*[版页頁]"
)
_JUMP = re.compile("[下上紧緊][转轉接]")
_GOES_TO = re.compile(
    rf"\s*[（(【〔\[<>《》▶▷►●▲]{{0,3}}[ 　]*下[转轉]{_NUMBER_OF}"
    rf"[^，。；：\s]{{0,3}}[ 　]*[）)】〕\]>▷▶]{{0,2}}\s*\Z"
)
_CAME_FROM = re.compile(
    rf"\s*[（(【〔\[<>《》▶▷►●▲]{{0,3}}[ 　]*[上紧緊]接{_NUMBER_OF}"
    rf"(?:[^，。；：\s）)】〕\]]{{0,3}}[ 　]*[）)】〕\]>])?"
)
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
