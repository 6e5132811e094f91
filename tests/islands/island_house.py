"""The house: the style of one paper, drawn anew for each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import random

_T = TypeVar("_T")


def pick(rng: random.Random, odds: dict[_T, float]) -> _T:
    """Draw one of the keys by its weight."""
    return rng.choices(list(odds), list(odds.values()))[0]


@dataclass(slots=True)
class House:
    """How a paper looks and how its file was made."""

    time: str
    trad: bool
    corner: bool
    hanzi: bool
    ascii_marks: bool
    ems: int
    columns: int
    indent: str
    drops: int
    blanks: str
    breaks: str
    split_numbers: bool
    byline: str
    lead: str
    paras: str
    heads: str
    subheads: str
    spaced_head: bool
    head_blank: bool
    furniture_last: bool
    edge: float
    names_spaced: bool

    def ink(self, text: str) -> str:
        """Give a text in the characters and marks of the house."""
        if self.corner:
            text = text.translate(str.maketrans("“”‘’", "「」『』"))
        if self.ascii_marks:
            text = text.translate(str.maketrans("，：；（）！？“”", ',:;()!?""'))
        return text


_TIMES = {"o": 0.4, "n": 0.4, "r": 0.2}
_BLANKS = {
    "none": 0.34, "stories": 0.22, "paras": 0.14, "heads": 0.08,
    "all": 0.06, "first": 0.04, "random": 0.06, "columns": 0.06,
}  # fmt: skip


def _width(rng: random.Random, time: str) -> int:
    if time == "r":
        return rng.randint(8, 16)
    if time == "o":
        return rng.choice((10, 11, 12, 13, 13, 14, 15, 16, 18, 20))
    return rng.choice((11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 31, 34))


def draw_house(rng: random.Random) -> House:
    """Draw a house."""
    time = pick(rng, _TIMES)
    trad = time == "r" or (time == "o" and rng.random() < 0.04)
    ems = _width(rng, time)
    old = time in "or"
    leads = {"xun": 4, "lens": 1.5, "dian": 2, "plain": 2, "square": 0.7, "agency": 1}
    if not old:
        leads = {"xun": 4, "named": 5, "plain": 2, "lens": 0.6, "agency": 1, "report": 1}
    return House(
        time=time,
        trad=trad,
        corner=trad and rng.random() < 0.6,
        hanzi=rng.random() < (0.75 if old else 0.02),
        ascii_marks=rng.random() < 0.04,
        ems=ems,
        columns=max(2, min(8, rng.randint(70, 110) // (ems + 2))),
        indent=pick(rng, {"　　": 0.45, "    ": 0.12, "  ": 0.08, "": 0.35}),
        drops=pick(rng, {2: 0.92, 0: 0.05, 1: 0.03}),
        blanks=pick(rng, _BLANKS),
        breaks=pick(rng, {"hang": 0.35, "squeeze": 0.35, "push": 0.3}),
        split_numbers=old and rng.random() < 0.3,
        byline=pick(rng, {"lead": 5, "own": 2, "end": 1.5, "none": 1, "any": 3}),
        lead=pick(rng, leads),
        paras=pick(
            rng, {"short": 1.2 if not old else 0.4, "middle": 4, "long": 1.4 if not old else 2.4}
        ),
        heads=pick(rng, {"lean": 2, "rich": 1.5, "usual": 4}),
        subheads=pick(rng, {"plain": 4, "numbered": 1, "marked": 1, "bracketed": 0.5}),
        spaced_head=rng.random() < 0.06,
        head_blank=rng.random() < 0.2,
        furniture_last=rng.random() < 0.25,
        edge=rng.choice((0.4, 0.7, 1.0)),
        names_spaced=rng.random() < 0.4,
    )
