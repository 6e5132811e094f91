"""Tell a headline from a line of running text, and give the lines of a group their roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Sight, Unit

WIDEST = 46.0
"""Ems; no headline line is wider."""
LOOK_AHEAD = 5
"""Lines below a headline that may repeat its words."""
_LOOK_INTO = 90
"""Characters of each of them."""

DEED = re.compile(
    r"召开|举行|举办|开展|开幕|闭幕|启动|启用|揭牌|成立|落成|亮相|获|荣获|走进|发布|签约|开工|"
    r"竣工|投用|上线|推进|推出|打造|助力|守护|迎来|点亮|共绘|共建|共享|赋能|绽放|来了|调研|慰问|"
    r"部署|动员|表彰|座谈"
)
_DEED_FIRST = re.compile(r"召开|举行|举办|开展|启动|荣?获|获评|成立|迎来|走进|亮相|揭牌")
_DEED_END = re.compile(r"(?:召开|举行|举办|开展|启动|走进|发布|推出|打造|迎来|成为|获评?|为|让)$")
_SPACE = re.compile(r"[ \u3000\u2002\u2003\xa0\t]+")
_NUMBER_SPACE = re.compile(r"[\x21-\x7e][ ]|[ ][\x21-\x7e]")
_DATE = re.compile(r"\d{1,2} ?月 ?\d{1,2} ?日[，,]?")
_GOES_ON = re.compile(r"[的和与及暨或在对向到]|走进")
_LINKS = re.compile("[的和与及暨]")
_WHY = re.compile("[为為](?:什[么麼]|何)")
_DASHED = re.compile(r"—|--|[（(]")
_HALF_OPEN = re.compile(r"[的和与及暨、，：在对向为到让把]$|——$|—$")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,2}[.、．][^\d]|第[一二三四五六七八九十]+[章节部条]|[①-⑳]|[●■◆▲★·•○◎□▶►※]|[QA问答][：:])"
)
_FUNCTION = re.compile(r"[了的是在和与及等被把将并从向]|以及|并且|进行|其中")
_COMMA = re.compile("[，,]")
_MARK_END = re.compile(r"[!！?？”’》）)…]$")


def couplet(text: str) -> bool:
    """Tell whether a line is two or three parts of equal length with white space between."""
    if not _SPACE.search(text):
        return False
    sizes = list(map(len, _SPACE.split(text)))
    if len(sizes) > 4:
        return False
    least, most = min(sizes), max(sizes)
    return least >= 3 and most - least <= (1 if least > 4 else 0)


def halves(one: str, other: str) -> bool:
    """Tell whether two headline lines are the halves of a couplet, set one below the other.

    They are as long as each other, of a length that slogans have, and each says all: a headline
    that was broken in its middle names who did it, or has words that need others.
    """
    if len(one) != len(other) or len(one) not in _SLOGANS or couplet(one):
        return False
    open_between = _HALF_OPEN.search(one) or _DEED_END.search(one)
    if open_between or _GOES_ON.match(other) or _DEED_FIRST.match(other):
        return False
    return not any(_WHO.search(text[:-1]) or _NEEDS.search(text) for text in (one, other))


_SLOGANS = (4, 7, 8)
_NEEDS = re.compile("[的了和与與及在被把将將让讓向对對是为為]")


@dataclass(slots=True)
class Shape:
    """What a line of a headline is made of: looked for once, asked for beside other lines.

    Whether it is a couplet and names a deed; whether it begins with a dash, a number or mark of a
    list or a part, a word that goes on from a line above, a deed without who did it; whether it
    ends with what ends a headline that says all, a deed that needs an object, a word that wants
    more, or a mark.
    """

    text: str
    couplet: bool
    deed: bool
    dashed: bool
    numbered: bool
    goes_on: bool
    deed_first: bool
    full_end: bool
    deed_end: bool
    half_open: bool
    mark_end: bool


def shape(text: str) -> Shape:
    """See what the line of a headline is made of."""
    return Shape(
        text,
        couplet(text),
        DEED.search(text) is not None,
        _DASHED.match(text) is not None,
        _NUMBERED.match(text) is not None,
        _GOES_ON.match(text) is not None,
        _DEED_FIRST.match(text) is not None,
        _FULL_END.search(text) is not None,
        _DEED_END.search(text) is not None,
        _HALF_OPEN.search(text) is not None,
        _MARK_END.search(text) is not None,
    )


def may_be(unit: Unit) -> bool:
    """Tell in short whether a line may be one of a headline."""
    text = unit.text
    if unit.width.low > WIDEST or len(text) < 2 or "。" in text:
        return False
    return unit.starts != "nonstarter" or text[0] in _ORNAMENTS


def looks(unit: Unit, made: Shape) -> float | None:
    """Give log-odds that a line that may be a headline is one by its own words.

    `made` is its shape. None where it cannot be one.
    """
    score = _of_start(unit) + _of_marks(unit, made) + _of_shape(unit, made)
    if unit.ends in ("comma", "semi"):
        # The first line of a couplet set in two lines may end so.
        return score + _HALF if _HALF_LEAST <= unit.width.low <= _HALF_WIDEST else None
    return score


_ORNAMENTS = "·…•・"
_HALF = 0.4
_HALF_LEAST, _HALF_WIDEST = 4.0, 17.0


def _of_marks(unit: Unit, made: Shape) -> float:
    """Weigh punctuation: a headline has hardly any."""
    text = unit.text
    score = -_of_commas(unit) if unit.commas else 0.0
    score = score - 0.25 * text.count("、") - 2.0 * unit.stops
    if unit.ends == "colon":
        score -= 2.5
    if made.mark_end:
        score += 0.3
    if unit.commas and unit.width.low > 20:
        score -= 1.0
    return score


def _of_commas(unit: Unit) -> float:
    """Weigh commas: between two equal halves one makes a couplet, any other is a sentence's."""
    halves = [len(half) for half in _COMMA.split(unit.text)]
    balanced = len(halves) == 2 and abs(halves[0] - halves[1]) <= 1
    return (0.8 if balanced else 2.4) * unit.commas


def _of_shape(unit: Unit, made: Shape) -> float:
    """Weigh length, the white space of slogans, and words of deeds against words of sentences."""
    text = unit.text
    score = -1.5 if unit.width.low > 30 else 0.0
    if unit.width.high < 4:
        score -= 1.0
    if made.couplet:
        score += 3.0
    elif _SPACE.search(text) and not _NUMBER_SPACE.search(text):
        score += 1.2
    if made.deed:
        score += 0.5
    score -= 0.35 * min(4, len(_FUNCTION.findall(text)))
    return score - 0.6 if made.half_open else score


def _of_start(unit: Unit) -> float:
    if unit.starts == "date":
        return -2.5 if _DATE.match(unit.text) else -0.3
    return {
        "opener": -1.0, "speaker": -1.5, "byline": -2.0, "particle": -1.0, "lone": -3.0,
        "series": -1.5, "bullet": 2.4, "dash": 1.2,
    }.get(unit.starts, 0.3)  # fmt: skip


class Below:
    """The beginning of the text of the lines below each line of a page."""

    def __init__(self, units: Sequence[Unit]) -> None:
        heads = [unit.text[:_LOOK_INTO] for unit in units]
        self._whole = "".join(heads)
        self._starts = [0, *accumulate(map(len, heads)), *[len(self._whole)] * LOOK_AHEAD]

    def text(self, at: int) -> str:
        """Give the beginning of the text below the line at a place."""
        return self._whole[self._starts[at + 1] : self._starts[at + 1 + LOOK_AHEAD]]

    def echo(self, at: int, text: str) -> float:
        """Give the share of a line's character pairs that the lines below repeat, 0 to 1."""
        text = "".join(text.split())
        pairs = set(map(add, text, text[1:]))
        if not pairs:
            return 0.0
        return sum(map(self.text(at).__contains__, pairs)) / len(pairs)


def start_form(made: Shape) -> str:
    """Class how a headline's line starts: a dash, a number, a word that goes on, a deed."""
    if made.dashed:
        return "-"
    if made.numbered:
        return "n"
    if made.goes_on or made.deed_first:
        return "g" if made.goes_on else "d"
    first = made.text[:1]
    return "q" if first in _QUOTES else "9" if first.isdecimal() else "."


_QUOTES = frozenset("“‘「『《")
_FULL_END = re.compile(
    r"(?:会议?|大会|活动|仪式|典礼|比赛|大赛|讲座|论坛|培训班?|开幕|闭幕|启动|举行|召开|开工|竣工|"
    r"成立|落成|揭牌|启用|圆满成功|新篇章|新蓝图|新局|新程|新征程)$"
)


def end_form(made: Shape) -> str:
    """Class how a headline's line ends: half open, with a deed that needs an object, a mark.

    Or with what ends a headline that says all: a meeting, an event.
    """
    if made.full_end or made.deed_end:
        return "f" if made.full_end else "e"
    return "h" if made.half_open else "!" if made.mark_end else "."


def links(text: str) -> bool:
    """Tell whether a headline's line begins with what links it to the line above: 和, 的, 暨."""
    return _LINKS.match(text) is not None


def asks_why(text: str) -> bool:
    """Tell whether a headline's line begins with what asks for a reason: 为什么, 为何."""
    return _WHY.match(text) is not None


UNLIKE = 2.5
"""How many times longer the line below is than one that is surely no first part of a headline."""


def whole(first: Shape, second: Shape) -> bool:
    """Tell whether the first of two headline lines is a headline of its own.

    A slogan stands above a longer line that tells a deed, or a line that ends with a meeting or an
    event above anything that does not go on with it. A headline that is broken is broken near its
    middle, so that a line above one of more than twice its length is not a part of it.
    """
    if second.goes_on or second.deed_first or first.half_open:
        return False
    size, below = len(first.text), len(second.text)
    if size >= 4 and below >= UNLIKE * size:
        return True
    if second.deed and not first.deed and size >= 4 and below >= 1.2 * size:
        return True
    return first.deed and first.full_end


def severed(first: Shape, second: Shape) -> float:
    """Give log odds by which two headline lines are no one headline, 0 where nothing speaks for it.

    A slogan is none with the longer line of the event that it is for. A headline that is broken is
    broken near its middle: a line is seldom a part of one if the line below is far longer.
    """
    size, below = len(first.text), len(second.text)
    if second.goes_on or second.deed_first or first.half_open or first.deed_end:
        return 0.0
    if below >= LONGER * size and slogan_above(first.text, second.text):
        return 6.0
    if size >= _LEAST_PART and below >= UNLIKE * size and first.text[-1] not in _ASKS:
        return 3.0
    return 0.0


LONGER = 1.5
"""How many times longer than a slogan the line of its event is, at least, if it surely is one."""
_LEAST_PART = 4
_ASKS = "？?：:"


def goes_on(before: Sight, after: Sight, shapes: tuple[Shape, Shape], below: str) -> float:
    """Give log-odds that the second of two headline lines goes on with the same headline.

    `shapes` are those of both, `below` is the text of the lines that follow: a lead repeats the
    subject with which a line of its own begins.
    """
    (first, second), text = shapes, after.unit.text
    score = -2.4 - 1.2 * (after.unit.blanks > 0) - 1.4 * (text[:3] in below)
    score += _open_between(before, first, second)
    score += _of_sizes(first.text, text)
    if first.couplet or second.couplet:
        score -= 2.5
    if second.dashed or second.numbered:
        score -= 3.0
    if first.mark_end:
        score -= 0.7
    if second.deed and first.deed:
        score -= 0.7
    return score


def _open_between(before: Sight, first: Shape, second: Shape) -> float:
    """Weigh whether a headline's line leaves open what the next one closes."""
    score = 3.2 * second.goes_on + 2.4 * first.half_open
    score += 3.2 * second.deed_first
    score += 1.5 * first.deed_end
    score += 2.5 * (before.across is not None)
    return score + 3.0 * (before.opened != "")


def _of_sizes(first: str, second: str) -> float:
    """Weigh lengths: halves of a couplet are equal, a parted title is parted near its middle."""
    first, second = first.rstrip("！？!?"), second.rstrip("！？!?")
    if len(first) == len(second) and 4 <= len(first) <= 14:
        return 0.0 if _SPACE.search(first) or _SPACE.search(second) else 3.0
    if abs(len(first) - len(second)) <= 2 and len(first) <= 16:
        return 1.2
    return -0.8 if len(second) > 1.6 * len(first) else 0.0


def group_roles(texts: Sequence[str]) -> list[str]:
    """Give roles to the headlines of one group, in order: kicker, title, subtitle.

    With one headline it is the title. With two, a line of slogans above a line that tells a
    deed is title and subtitle, and a short line that only names the subject is the kicker. With
    more, the first composed line is the title and what stands above it kicker.
    """
    if len(texts) < 2:
        return ["title"] * len(texts)
    if len(texts) == 2:
        return ["kicker", "title"] if _names_only(*texts) else ["title", "subtitle"]
    title = max(range(len(texts) - 1), key=lambda at: (couplet(texts[at]), at == 1, -at))
    return ["kicker"] * title + ["title"] + ["subtitle"] * (len(texts) - title - 1)


_EVENT = re.compile(
    r"召[开開]|[举舉][行办辦]|[开開]展|[启啟][动動用]|[获獲]评?|成立|揭牌|签约|表彰"
)
_SPEAKS = re.compile(r"[强強][调調]|指出|要求|提出|表示|[说說]")


def slogan_above(first: str, second: str) -> bool:
    """Tell whether the first of two headlines is a slogan, and the second the event it is for.

    The slogan is set larger: it is the title. What only names the subject, or who said what the
    second tells, stands above its title.
    """
    if _SPEAKS.search(first):
        return False
    if couplet(first):
        return DEED.search(second) is not None and not couplet(second)
    if _EVENT.search(first) or not _EVENT.search(second):
        return False
    return len(first) >= _SLOGAN and not _names_only(first, second)


_SLOGAN = 5
"""Characters of the shortest slogan that is no couplet."""
_WHO = re.compile("[镇鎮乡鄉县縣市区區州省村局委厂廠校院社站所司队隊团團会會]")


def names_who(first: str, second: str) -> bool:
    """Tell whether the first of two headlines only names who did what the second tells."""
    return _WHO.search(first) is not None and _names_only(first, second)


def _names_only(first: str, second: str) -> bool:
    """Tell whether the first of two headlines only names the subject of the second."""
    if couplet(first) or DEED.search(first) or _DASHED.match(second):
        return False
    return len(first) <= 8 and len(second) >= 1.5 * len(first) and not re.search("[召举]", second)
