"""The style of one newspaper's page: columns, indents, marks at line ends, blank lines, bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evenings.evening_articles import BYLINES

if TYPE_CHECKING:
    import random

ODDITIES = ("moved", "again", "lost", "gathered", "torn", "slips")
_ODDS = {"moved": 0.11, "again": 0.13, "lost": 0.08, "gathered": 0.14, "torn": 0.12, "slips": 0.08}
_SLIPS = {
    "己": "已", "未": "末", "日": "曰", "大": "太", "人": "入", "天": "夭", "木": "本", "土": "士",
    "间": "问", "时": "吋", "的": "旳", "子": "予", "千": "干", "午": "牛", "个": "不", "到": "倒",
    "間": "問", "一": "－", "住": "往", "末": "未", "王": "主", "情": "惰", "家": "冢",
}  # fmt: skip
_ASCII = str.maketrans("，；：！？（）", ",;:!?()")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
BLANKS: dict[str, dict[str, float]] = {
    "none": {},
    "paragraphs": {"para": 1, "article": 1, "head": 0.8, "caption": 0.9},
    "frames": {"article": 1, "column": 0.6, "head": 0.5},
    "articles": {"article": 1},
    "slipped": {"slip": 0.95, "article": 0.8, "head": 0.5, "column": 0.5},
    "slipped some": {"slip": 0.55, "para": 0.1, "article": 0.9, "column": 0.8, "inner": 0.03},
    "columns": {"column": 1, "deep": 1, "article": 0.9, "head": 0.7, "para": 0.9},
    "columns only": {"column": 1, "deep": 0.8, "article": 1, "head": 0.6},
    "heads": {"head": 1, "under": 1, "article": 1, "deep head": 1},
    "everywhere": {"line": 1, "article": 1, "head": 1, "under": 1},
    "mix": {"para": 0.5, "slip": 0.2, "inner": 0.08, "column": 0.5, "article": 0.8, "head": 0.5,
            "under": 0.3, "caption": 0.5, "deep": 0.2},
}  # fmt: skip
_SHARES = (14, 22, 16, 8, 9, 6, 9, 6, 5, 2, 8)


@dataclass(slots=True)
class House:
    """How one page is set."""

    widths: list[int]
    heights: tuple[int, int]
    indent: str
    shortened: bool
    marks: str
    glued: bool
    spaces: float
    blanks: dict[str, float]
    trailing: float
    byline: str
    heads: tuple[int, int]
    centred: bool
    script: str
    numerals: str
    odd: set[str]
    table: float

    def text(self, said: str, rng: random.Random) -> str:
        """Give a text as this paper prints it, with what its reader misread."""
        if self.script == "ascii":
            said = said.translate(_ASCII)
        if self.numerals == "wide":
            said = said.translate(_WIDE)
        if "slips" in self.odd:
            said = "".join(_SLIPS.get(mark, mark) if rng.random() < 0.04 else mark for mark in said)
        return said

    def spaced(self, line: str, rng: random.Random) -> str:
        """Put the spaces at digits that typesetting leaves, inside a line."""
        if self.spaces == 0:
            return line

        def gap(_: re.Match[str]) -> str:
            return " " if rng.random() < self.spaces else ""

        line = re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])", gap, line)
        return re.sub(r"(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])", gap, line)


def draw_house(rng: random.Random, *, old: bool) -> House:
    """Draw the style of a page."""
    blanks = dict(BLANKS[rng.choices(list(BLANKS), _SHARES)[0]])
    if blanks and rng.random() < 0.4:
        blanks = {key: min(1.0, share * rng.uniform(0.6, 1.1)) for key, share in blanks.items()}
    form = rng.choices(("kept", "lost", "none", "half"), (48, 30, 20, 4))[0]
    main = rng.choice(
        (8, 9, 10, 11, 12, 12, 13, 13, 14, 15, 16, 16, 17, 18, 19, 20, 22, 24, 27, 30)
    )
    others = rng.randint(0, 2)
    widths = [main] + [max(8, min(30, main + rng.randint(-5, 8))) for _ in range(others)]
    low = rng.randint(6, 26)
    head = rng.randint(8, 16)
    odd = {name for name in ODDITIES if rng.random() < _ODDS[name]}
    return House(
        widths=widths,
        heights=(low, low + rng.choice((0, 3, 8, 14))),
        indent={"kept": "　　", "half": "  "}.get(form, ""),
        shortened=form != "none",
        marks=rng.choices(("hang", "push", "squeeze"), (35, 35, 30))[0],
        glued=rng.random() < 0.72,
        spaces=rng.choices((0.0, 0.35, 0.8, 1.0), (66, 10, 10, 14))[0],
        blanks=blanks,
        trailing=rng.choices((0.0, 0.15, 0.8, 1.0), (72, 12, 8, 8))[0],
        byline=rng.choice(BYLINES[:4] if old else ("inside", "inside", *BYLINES)),
        heads=(head, head + rng.choice((2, 6, 10, 14))),
        centred=rng.random() < 0.1,
        script="ascii" if not old and rng.random() < 0.05 else "full",
        numerals="wide" if rng.random() < 0.05 else "half",
        odd=odd,
        table=rng.choice((0.0, 0.3)),
    )
