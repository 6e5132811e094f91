"""The house style of a page: what its printer and the program that read it do everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

IDEOGRAPHIC = "　"
DIGITS = "零一二三四五六七八九"
TO_ASCII = str.maketrans("，；：？！（）", ",;:?!()")


@dataclass(slots=True)
class Gaps:
    """How often a blank line stands where, and how many blanks at most at a column's end."""

    para: float = 0.0
    slip: float = 0.0
    column: float = 0.0
    many: int = 1
    frame: float = 0.0
    head: float = 0.0
    under: float = 0.0
    every: bool = False


@dataclass(slots=True)
class House:
    """The style of one page."""

    widths: list[int]
    indent: str = "kept"
    punct: str = "push"
    whole: bool = True
    ascii: bool = False
    spaced: float = 0.0
    traditional: bool = False
    numerals: str = "plain"
    trailing: float = 0.0
    lead: str = IDEOGRAPHIC * 2
    slips: float = 0.0
    long: float = 0.0
    break_title: float = 0.3
    phrase: float = 0.9
    byline: str = "inside"
    desk: str = "本报讯"
    shape: float = 0.0
    subheads: str = ""
    gaps: Gaps = field(default_factory=Gaps)
    merge: float = 0.0
    odd: list[str] = field(default_factory=list)


def _gaps(rng: random.Random) -> Gaps:
    """Choose where blank lines stand."""
    way = rng.choices(
        ("none", "para", "frame", "slip", "column", "heads", "every", "mix"),
        (16, 18, 22, 14, 14, 8, 3, 12),
    )[0]
    if way == "none":
        return Gaps()
    if way == "para":
        return Gaps(
            para=rng.choice((1, 0.95)),
            frame=1,
            head=rng.choice((0, 0.5, 1)),
            under=rng.choice((0, 1)),
        )
    if way == "frame":
        return Gaps(frame=1, under=rng.choice((0, 0, 1)))
    if way == "slip":
        return Gaps(slip=rng.uniform(0.4, 0.95), para=rng.choice((0, 0.15)), frame=0.8, column=0.2)
    if way == "column":
        return Gaps(
            column=rng.uniform(0.5, 1),
            many=rng.randint(1, 3),
            frame=1,
            para=rng.choice((0, 0, 0.9)),
            head=0.3,
        )
    if way == "heads":
        return Gaps(head=0.8, under=0.9, frame=1, column=0.1, many=2)
    if way == "every":
        return Gaps(every=True)
    return Gaps(
        rng.random() * 0.7,
        rng.random() * 0.3,
        rng.random() * 0.6,
        3,
        rng.random(),
        rng.random(),
        rng.random(),
    )


def choose(rng: random.Random, kind: str, year: int) -> House:
    """Choose the style of a page of a kind."""
    base = rng.choice((9, 10, 11, 12, 13, 13, 14, 15, 16, 16, 17, 18, 20, 22, 24))
    other = max(8, min(30, base + rng.choice((-4, -2, -1, 2, 3, 5, 8))))
    widths = [base, base, base, other, min(30, base * 2 + 1)][: rng.choice((1, 3, 4, 5))]
    old = year < 1998
    return House(
        widths=widths,
        indent=rng.choices(("kept", "lost", "never"), (55, 33, 12))[0],
        punct=rng.choices(("push", "squeeze", "hang"), (50, 30, 20))[0],
        whole=rng.random() < 0.7,
        ascii=rng.random() < 0.05,
        spaced=rng.choice((0, 0, 0, 0, 0, 0.3, 0.7, 1)),
        traditional=rng.random() < 0.04,
        numerals=rng.choices(("plain", "han", "wide"), (60, 35, 5) if old else (94, 2, 4))[0],
        trailing=rng.choice((0, 0, 0, 0.1, 0.5, 1)),
        lead=IDEOGRAPHIC * 2 if rng.random() < 0.85 else rng.choice(("    ", "  ", IDEOGRAPHIC)),
        slips=1 / 300 if rng.random() < 0.08 else 0.0,
        long={"hard": 0.0, "long": 1.0, "mixed": rng.uniform(0.3, 0.7)}[kind],
        break_title=rng.choice((0.05, 0.25, 0.45, 0.7)),
        phrase=rng.choice((0.8, 0.93, 1.0)),
        byline=rng.choices(("inside", "own", "bare", "end", "none"), (45, 18, 10, 15, 12))[0],
        desk=rng.choice(("本报讯", "本报讯", "本报讯", "本报消息", "本刊讯", "short")),
        shape=rng.random(),
        subheads=rng.choice(("", "", "一、", "（一）", "●", "■", "◆", "1.", "▲", "○")),
        merge=rng.choice((0, 0, 0.2, 0.5, 0.9)),
        gaps=_gaps(rng),
    )


def printed(text: str, house: House, rng: random.Random) -> str:
    """Give a text in the marks and numerals of the house, as it is to be read."""
    if house.numerals == "han":
        text = re.sub(
            r"(?<![\d.])(\d{1,3})\.(\d+)(?![\d.])", lambda m: _han(m[1]) + "点" + _spell(m[2]), text
        )
        text = re.sub(r"(\d+)%", lambda m: "百分之" + _han(m[1]), text)
        text = re.sub(r"([一二三四五六七八九十百千万点零]+)%", r"百分之\1", text)
        text = re.sub(r"(\d{4})(?=年)", lambda m: _spell(m[1]), text)
        text = re.sub(r"(?<![\dA-Za-z:./-])\d{1,5}(?![\dA-Za-z:./-])", lambda m: _han(m[0]), text)
    elif house.numerals == "wide":
        text = re.sub(r"\d", lambda m: chr(ord(m[0]) + 0xFEE0), text)
    if house.ascii:
        text = text.translate(TO_ASCII)
    if house.traditional:
        from weeklies.weekly_traditional import traditional

        text = traditional(text)
    if house.slips:
        text = "".join(_slip(char, house, rng) for char in text)
    return text


def _slip(char: str, house: House, rng: random.Random) -> str:
    """Give a character, or one that looks like it where a scanner misread it."""
    if rng.random() > house.slips * 4:
        return char
    return LOOKS.get(char, char)


LOOKS = dict(
    zip(
        "人入未末日曰己已天夫土士大太千干王玉木本今令问间广厂田由儿几力刀自白目且了子心必市布体休情清",
        "入人末未曰日已己夫天士土太大干千玉王本木令今间问厂广由田几儿刀力白自且目子了必心布市休体清情",
        strict=True,
    )
)


def spaced(text: str, house: House, rng: random.Random) -> str:
    """Put in the blanks that typesetting leaves beside digits."""
    if not house.spaced:
        return text
    chance = house.spaced
    text = re.sub(r"(?<=[一-鿿])(?=\d)", lambda _: " " if rng.random() < chance else "", text)
    return re.sub(r"(?<=\d)(?=[一-鿿])", lambda _: " " if rng.random() < chance * 0.7 else "", text)


def _spell(digits: str) -> str:
    """Spell digits one by one."""
    return "".join(DIGITS[int(digit)] for digit in digits)


def _han(digits: str) -> str:
    """Give a number below a hundred thousand in Chinese numerals."""
    number = int(digits)
    if number == 0 or len(digits) > 5:
        return _spell(digits)
    text, gap = "", False
    for value, unit in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + unit
            gap = False
        elif text:
            gap = True
    return text[1:] if text.startswith("一十") else text
