"""The house: how a paper sets its pages, and how the program gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trades.trade_words import TOPICS, complex_forms

if TYPE_CHECKING:
    from random import Random

FULL = str.maketrans("0123456789%", "０１２３４５６７８９％")
ASCII = str.maketrans("，；：？！（）", ",;:?!()")
DIGITS = "〇一二三四五六七八九"
YEAR = re.compile(r"(?<!\d)\d{4}(?=年)")
NUMBER = re.compile(r"(?<![A-Za-z\d.\-：:])(\d{1,4})(?:\.(\d+))?(%)?(?![\d.A-Za-z\-：:])")


@dataclass(slots=True)
class House:
    """The traits of one paper and of one page of it."""

    topic: str | None
    ems: int
    columns: int
    digits: str
    marks: str
    quotes: str
    complex: bool
    hang: str
    split: bool
    indent: str
    blanks: str
    opening: float
    byline: str
    kickers: float
    subtitles: float
    one_line: bool
    head_blank: bool
    centred: bool
    label: float
    furniture: float
    odd: float
    bracket: str
    shape: str

    def dress(self, text: str) -> str:
        """Give a text the marks, figures and characters of the house."""
        if self.digits == "full":
            text = text.translate(FULL)
        elif self.digits == "han":
            text = YEAR.sub(lambda year: "".join(DIGITS[int(digit)] for digit in year[0]), text)
            text = NUMBER.sub(_han_number, text)
        if self.marks in {"ascii", "dots"}:
            text = text.translate(ASCII)
            if self.marks == "dots":
                text = text.replace("。", ".")
        if self.quotes == "corner":
            text = text.replace("“", "「").replace("”", "」")
        elif self.quotes == "straight":
            text = text.replace("“", '"').replace("”", '"')
        if self.complex:
            text = text.translate(complex_forms())
        return text

    def lead(self) -> str:
        """Give the blanks that a program leaves before a first line."""
        return {"kept": "　　", "four": "    ", "two": "  ", "one": "　"}.get(self.indent, "")


def draw(dice: Random, kind: str) -> House:
    """Draw a house for a page of a kind."""
    ems = dice.choice(
        [8, 9, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15, 16, 17, 18, 20, 22, 26, 30, 34]
    )
    kept = ["kept"] * 4 + ["four", "two", "one"] + ["lost"] * 4 + ["never"]
    if kind in {"spread", "torn", "scanned"}:
        kept += ["lost"] * 9
    return House(
        topic=dice.choice([*TOPICS, None, None]),
        ems=ems,
        columns=max(2, min(7, round(dice.choice([56, 64, 72, 84]) / ems))),
        digits=dice.choices(["half", "full", "han"], [70, 20, 10])[0],
        marks=dice.choices(["full", "ascii", "dots"], [90, 8, 2])[0],
        quotes=dice.choices(["curly", "corner", "straight"], [88, 7, 5])[0],
        complex=dice.random() < 0.04,
        hang=dice.choice(["hang", "squeeze", "push", "push"]),
        split=dice.random() < 0.1,
        indent=dice.choice(kept),
        blanks=dice.choice(
            [
                "none",
                "none",
                "none",
                "paras",
                "articles",
                "articles",
                "articles",
                "everywhere",
                "first",
                "random",
                "columns",
                "heads",
            ]
        ),
        opening=dice.choice([0.2, 0.5, 0.9]),
        byline=dice.choice(["above", "above", "above", "lead", "end", "mixed"]),
        kickers=dice.choice([0.2, 0.7, 1.0]),
        subtitles=dice.choice([0.4, 0.9, 1.0]),
        one_line=dice.random() < 0.35,
        head_blank=dice.random() < 0.3,
        centred=dice.random() < 0.15,
        label=dice.choice([0.0, 0.1, 0.2, 0.4]),
        furniture=dice.choice([0.3, 0.7, 0.9, 1.0]),
        odd=dice.choice([0.0, 0.03, 0.08]),
        bracket=dice.choice(["", "【】", "[]", "●", "■", "□", "〖〗", "◆", "▲▼"]),
        shape=dice.choices(
            ["news", "briefs", "lists", "one", "pair", "adverts"], [62, 12, 8, 7, 6, 5]
        )[0],
    )


def _han_number(found: re.Match[str]) -> str:
    whole, part, sign = found[1], found[2], found[3] or ""
    text = han(int(whole))
    if part:
        text += "点" + "".join(DIGITS[int(digit)] for digit in part)
    return f"百分之{text}" if sign == "%" else text + sign


def han(number: int) -> str:
    """Say a number below ten thousand in characters."""
    if number == 0:
        return "零"
    text, gap = "", False
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return text[1:] if text.startswith("一十") else text
