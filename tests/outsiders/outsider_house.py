"""How one newspaper sets its pages, and what the program that read them made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from outsiders.outsider_slots import World

REGIMES = ("none", "paragraphs", "frames", "slipped", "three", "heads", "everywhere", "mix")
RARE = ("displaced", "jumps")  # not every page has a place for them
ODDITIES = ("displaced", "doubled", "headless", "gathered", "jumps")


@dataclass(slots=True)
class House:
    """The style of one page."""

    kind: str
    widths: tuple[int, ...]
    kinsoku: str
    indent: str
    digits: str
    ascii_marks: bool
    spaced: float
    blanks: str
    trailing: str
    pictures: float
    byline: str
    label: str
    slips: float
    line_end: str
    oddities: tuple[str, ...]


def new_house(rng: Random, kind: str, world: World) -> House:
    """Draw a style in which the usual is usual."""
    indent = rng.choices(("kept", "lost", "never"), (0.4, 0.48, 0.12))[0]
    return House(
        kind=kind,
        widths=_widths(rng, world.era),
        kinsoku=rng.choices(("hang", "squeeze", "push", "none"), (0.34, 0.34, 0.29, 0.03))[0],
        indent=indent,
        digits="full" if world.era == "中" and rng.random() < 0.2 else "half",
        ascii_marks=world.era == "新" and rng.random() < 0.15,
        spaced=rng.choice((0.0, 0.0, 0.0, 0.4, 0.9)) if not world.numerals else 0.0,
        blanks=_blanks(rng, kind, indent),
        trailing=rng.choices(("", " ", "　", "mixed"), (0.8, 0.1, 0.04, 0.06))[0],
        pictures=rng.choice((0.0, 0.2, 0.4)) if world.era == "老" else rng.choice((0.2, 0.4, 0.6)),
        byline=_byline(rng, world.era),
        label=rng.choices(("bare", "【】", "●", "■", "《》"), (0.45, 0.3, 0.12, 0.08, 0.05))[0],
        slips=1 / 300 if rng.random() < 0.15 else 0.0,
        line_end="\r\n" if rng.random() < 0.04 else "\n",
        oddities=tuple(
            name for name in ODDITIES if rng.random() < (0.18 if name in RARE else 0.12)
        ),
    )


def _widths(rng: Random, era: str) -> tuple[int, ...]:
    main = rng.choices(range(8, 25), [3, 4, 6, 9, 10, 11, 11, 11, 10, 9, 8, 6, 5, 4, 3, 2, 2])[0]
    if era == "老":
        main = min(main, rng.randint(9, 15))
    found = [main]
    for _ in range(rng.choices((0, 1, 2, 3), (0.25, 0.4, 0.25, 0.1))[0]):
        ratio = rng.choice((0.7, 0.8, 1.25, 1.5, 1.9))
        found.append(max(8, min(30, round(main * ratio))))
    return tuple(found)


def _blanks(rng: Random, kind: str, indent: str) -> str:
    if kind == "long":
        weights = (0.16, 0.2, 0.1, 0.04, 0.15, 0.1, 0.2, 0.05)
    elif indent == "never":
        weights = (0.05, 0.6, 0.05, 0.06, 0.1, 0.03, 0.03, 0.08)
    else:
        weights = (0.17, 0.16, 0.15, 0.2, 0.09, 0.12, 0.04, 0.07)
    return rng.choices(REGIMES, weights)[0]


def _byline(rng: Random, era: str) -> str:
    choices = ("inline", "line", "end", "none")
    weights = {
        "老": (0.55, 0.08, 0.27, 0.1),
        "中": (0.45, 0.12, 0.33, 0.1),
        "新": (0.3, 0.35, 0.15, 0.2),
    }[era]
    return rng.choices(choices, weights)[0]
