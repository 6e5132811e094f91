"""What the engine learnt, in Chinese and English: what is seen at a line end, and what it lends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.words import Pair, Table, Words
    from reader.text.plastic import ClueChange

_REACH: Table = {
    "o": ("宽过本栏", "is wider than its column"),
    "f": ("满栏", "fills its column"),
    "i": ("比本栏短两字", "is two ems short"),
    "s": ("比本栏短", "is short"),
    "t": ("极短", "is very short"),
    "b": ("较短", "is rather short"),
    "m": ("不长不短", "is of middling length"),
    "l": ("很长", "is long"),
    "^": ("在版边", "is the page's edge"),
}
_SHARE: Table = {
    "0": ("从不", "never"),
    "1": ("很少", "seldom"),
    "2": ("有时", "at times"),
    "3": ("常常", "often"),
    "4": ("多半", "mostly"),
    "5": ("总是", "always"),
    "?": ("说不准多常", "nobody knows how often"),
}

CLASSES: dict[str, Table] = {
    "end": {
        "s": ("上行以句号收尾", "the line above ends with a full stop"),
        "sq": ("上行以句号和后引号收尾", "the line above ends with a stop and a quotation mark"),
        "!": ("上行以问号或叹号收尾", "the line above ends with ? or !"),
        "!q": (
            "上行以问号或叹号和后引号收尾",
            "the line above ends with ? or ! and a quote",
        ),
        ")": ("上行以后括号收尾", "the line above ends with a closing bracket"),
        ")q": ("上行以后引号收尾", "the line above ends with a closing quotation mark"),
        ":": ("上行以冒号收尾", "the line above ends with a colon"),
        ";": ("上行以分号收尾", "the line above ends with a semicolon"),
        ",": ("上行以逗号或顿号收尾", "the line above ends with a comma"),
        "o": ("上行没有标点收尾", "the line above ends with no mark"),
        "oq": ("上行以引号收尾而句未完", "the line above ends with a quotation mark and no stop"),
        "^": ("在版边", "the page's edge"),
    },
    "blanks": {
        "0": ("中间没有空行", "no blank line stands between"),
        "1": ("中间有一个空行", "a blank line stands between"),
        "2": ("中间有两个空行", "two blank lines stand between"),
        "^": ("在版边", "the page's edge"),
    },
    "start": {
        "nonstarter": (
            "下行以不能起行的标点开头",
            "the line below begins with a mark that may not",
        ),
        "lone": ("下行以词的后半开头", "the line below begins with the rest of a word"),
        "particle": ("下行以虚词开头", "the line below begins with a particle"),
        "bullet": ("下行以项目号开头", "the line below begins with a bullet"),
        "series": ("下行以序数开头", "the line below begins with an ordinal"),
        "date": ("下行以日期开头", "the line below begins with a date"),
        "opener": ("下行以段首常用语开头", "the line below begins as paragraphs do"),
        "speaker": ("下行以说话的人开头", "the line below begins with a speaker"),
        "byline": ("下行以署名开头", "the line below begins with a byline"),
        "dash": ("下行以破折号开头", "the line below begins with a dash"),
        "quote": ("下行以前引号开头", "the line below begins with a quotation mark"),
        "other": ("下行以普通字开头", "the line below begins with a plain character"),
        "^": ("在版边", "the page's edge"),
    },
    "long": {
        "0": ("附近没有长行", "no long lines near by"),
        "1": ("附近有些长行", "some long lines near by"),
        "2": ("附近多是长行", "mostly long lines near by"),
    },
    "indented": {
        "0": ("下行没有缩进", "the line below is not set in"),
        "1": ("下行缩进", "the line below is set in"),
        "^": ("在版边", "the page's edge"),
    },
    "open": {
        "-": ("没有未合的引号括号", "no quotation mark or bracket is open"),
        "q": ("引号还没有合上", "a quotation mark is open"),
        "b": ("括号还没有合上", "a bracket is open"),
        "^": ("在版边", "the page's edge"),
    },
    "cut": {
        "-": ("没有切开词", "no word is cut"),
        "word": ("切开了词", "a word is cut"),
        "number": ("切开了数字", "a number is cut"),
        "latin": ("切开了西文", "a Latin word is cut"),
        "^": ("在版边", "the page's edge"),
    },
}
"""By slot and class; a class that is not here is told as it is."""
_FRAMES: Table = {
    "reach": ("上行{what}", "the line above {what}"),
    "next_reach": ("下行{what}", "the line below {what}"),
    "stops": ("本版句末{what}有空行", "on this page a blank line {what} follows a stop"),
    "others": ("本版句中{what}有空行", "on this page a blank line {what} follows an open line"),
    "firsts": ("本版首行{what}短两字", "on this page first lines are {what} two ems short"),
    "margins": ("本版首行{what}缩进", "on this page first lines are {what} set in"),
}
_TABLES = {"reach": _REACH, "next_reach": _REACH} | dict.fromkeys(
    ("stops", "others", "firsts", "margins"), _SHARE
)
_MANY: Pair = ("中间有三个以上空行", "three blank lines or more stand between")

_SAYS_LITTLE = ("?", "-")
"""Classes that are told only where there is nothing else: it is not known, or not so."""

GOES_ON: Pair = ("比原来更像接着的（+{pull}）", "speaks more for going on (+{pull})")
ENDS: Pair = ("比原来更像分开的（−{pull}）", "speaks more for an end (−{pull})")


def clue_words(change: ClueChange, words: Words) -> str:
    """Say a clue, and which way it pulls more than before."""
    facts = [fact for fact in change.facts if fact[1] not in _SAYS_LITTLE] or change.facts
    seen = words.pick(("，", ", ")).join(_fact(slot, value, words) for slot, value in facts)
    pair = GOES_ON if change.pull > 0 else ENDS
    told = words.fill(pair, {"pull": f"{abs(change.pull):.2f}"})
    return f"{seen}{words.pick(('：', ': '))}{told}"


def _fact(slot: str, value: str, words: Words) -> str:
    if slot in _FRAMES:
        what = words.pick(_TABLES[slot].get(value, (value, value)))
        return words.fill(_FRAMES[slot], {"what": what})
    if slot == "blanks" and value.isdigit() and value not in CLASSES[slot]:
        return words.pick(_MANY)
    return words.pick(CLASSES.get(slot, {}).get(value, (value, value)))
