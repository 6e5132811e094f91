"""What a page's house style is, drawn once for a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from strangers.stranger_setting import Setting

if TYPE_CHECKING:
    from random import Random

FULL = str.maketrans("0123456789%.", "０１２３４５６７８９％．")
ASCII = str.maketrans("，；：（）？！", ",;:()?!")
SLIPS = {"己": "已", "末": "未", "人": "入", "日": "曰", "土": "士", "干": "千", "大": "太"}
SLIPS |= {"天": "夭", "未": "末", "已": "己", "間": "問", "體": "髓", "未來": "末來"}


@dataclass(slots=True)
class Style:
    """The ways of one page.

    `widths` of columns in ems; `columns` that an article is set in at most; `indent` in ems, told
    by `mark` (empty: the reader of the page lost it); `blank` is the way of blank lines (see
    stranger_blanks), `other` that of some articles; articles begin with a large `initial` that the
    reader of the page took for a line; `space` is the chance of a space at digits; `digits` are
    full-width or not; `points` are ASCII or not; `byline` and `label` are the ways they look.
    """

    setting: Setting = field(default_factory=Setting)
    widths: tuple[int, ...] = (14, 16)
    columns: int = 4
    indent: int = 2
    mark: str = ""
    blank: str = "blocks"
    other: str = ""
    initial: bool = False
    space: float = 0.0
    digits: bool = False
    points: bool = False
    byline: str = "own"
    label: str = "{}"
    subhead: str = "{}"
    caption: str = "{}"
    headwidth: int = 20
    centred: bool = False
    slips: float = 0.0
    lost: float = 0.0
    ends: str = "\n"

    def dressed(self, text: str, rng: Random) -> str:
        """Give a text in the house's digits and marks, with the slips of its reader."""
        if self.digits:
            text = text.translate(FULL)
        if self.points:
            text = text.translate(ASCII)
        if self.slips:
            text = "".join(
                SLIPS[mark] if mark in SLIPS and rng.random() < self.slips else mark
                for mark in text
            )
        return text


def weighted(rng: Random, choices: dict[str, float]) -> str:
    """Draw one of several, by their weights."""
    return rng.choices(list(choices), list(choices.values()))[0]
