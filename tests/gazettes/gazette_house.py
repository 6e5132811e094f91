"""The house style of a page: how one newspaper sets its columns, blanks, marks and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

ODDITIES = (
    "displaced",
    "doubled",
    "headless",
    "gathered",
    "broken_off",
    "begun_amid",
    "slips",
    "ascii",
    "traditional",
)
_RATES = (0.08, 0.07, 0.07, 0.1, 0.05, 0.05, 0.05, 0.05, 0.05)


@dataclass(slots=True)
class House:
    """What holds for the whole page."""

    widths: tuple[int, ...]
    measures: tuple[int, ...]
    indent: str
    kinsoku: str
    numbers_whole: bool
    spaced: str
    blanks: str
    tail: str
    order: str
    signing: str
    captions: str
    fullness: float
    odd: frozenset[str]


def make_house(rng: random.Random) -> House:
    """Draw the style of a page."""
    base = rng.choice((8, 10, 11, 12, 13, 13, 14, 15, 16, 17, 18, 20, 22, 26, 30))
    widths = [base]
    others = (base, base + 2, max(8, base - 3), min(30, base * 2), base + 5)
    widths += rng.choices(others, k=rng.choice((0, 0, 1, 1, 2)))
    measure = rng.choice((9, 11, 13, 15, 18, 24))
    return House(
        widths=tuple(min(30, width) for width in widths),
        measures=(measure, measure + 3, max(7, measure - 3), measure + 8),
        indent=rng.choices(("kept", "lost", "none"), (35, 45, 20))[0],
        kinsoku=rng.choice(("hang", "push", "squeeze", "squeeze")),
        numbers_whole=rng.random() < 0.6,
        spaced=rng.choices(("", "both", "after", "some"), (60, 14, 10, 16))[0],
        blanks=rng.choices(
            ("none", "frames", "paras", "slipped", "ends", "heads", "every", "mix"),
            (14, 20, 22, 12, 10, 8, 4, 10),
        )[0],
        tail=rng.choices(("", " ", "mixed", "  "), (75, 8, 12, 5))[0],
        order=rng.choices(("plain", "heads_first", "stirred"), (78, 6, 16))[0],
        signing=rng.choice(("in", "in", "own", "tail", "none")),
        captions=rng.choice(("head", "end", "end", "amid")),
        fullness=rng.choice((0.15, 0.5, 0.7, 0.9, 0.95)),
        odd=frozenset(
            name for name, rate in zip(ODDITIES, _RATES, strict=True) if rng.random() < rate
        ),
    )
