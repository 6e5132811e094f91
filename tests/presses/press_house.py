"""The house: how a newspaper sets its pages, drawn from a seed. Lengths in points."""

from __future__ import annotations

import random
from dataclasses import dataclass

# name: width, height, least and most columns, odds
SHEETS = {
    "broadsheet": (1105.0, 1531.0, 5, 7, 0.3),
    "tabloid": (765.0, 1105.0, 4, 5, 0.35),
    "A3": (842.0, 1191.0, 3, 5, 0.2),
    "A4": (595.0, 842.0, 2, 3, 0.15),
}
ORDERS = ("reading", "kinds", "shuffled", "heads last", "furniture first", "by columns")


@dataclass(frozen=True, slots=True)
class House:
    """The habits of a newspaper. `run` is what printing asks: a line is one string of the file."""

    run: bool
    sheet: str
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    columns: int
    gutter: float
    size: float
    leading: float
    face: str
    head_face: str
    small_face: str
    indent: str  # place, characters, none
    marks: str  # hang, squeeze, push
    pairs: bool  # two marks together take less room
    autospace: float  # ems between Chinese and Latin
    order: str  # of the frames in the file
    align: str  # of headlines: centre, left
    subheads: str  # centre, left
    byline: str  # head, end, run
    byline_at: str  # below the headline: centre, left, right
    kicker: float  # size, of the headline's
    subtitle: float
    hairlines: bool  # between articles
    column_rules: bool
    boxes: float  # odds of a frame round an article
    arranged: float  # odds of a headline that does not stand over all columns
    wide: float  # odds of wider columns in an article
    guests: float  # odds of an article set into a corner of another
    pictures: float
    lead: bool
    masthead: bool
    gap: float  # between articles

    @property
    def column(self) -> float:
        """Give the width of a column of the page."""
        return self.span(self.columns, 1)

    def span(self, count: int, of: int, width: float = 0.0) -> float:
        """Give the width of `of` columns of `count` in a width (the page's)."""
        width = width or self.width - self.left - self.right
        one = (width - (count - 1) * self.gutter) / count
        return of * one + (of - 1) * self.gutter


def house(seed: int) -> House:
    """Draw a house; the same seed gives the same one."""
    dice = random.Random(f"press house {seed}")
    odds = [row[4] for row in SHEETS.values()]
    kind = dice.choices(list(SHEETS), weights=odds)[0]
    width, height, few, many, _ = SHEETS[kind]
    size = dice.choice((9.0, 9.5, 10.0, 10.5, 10.5, 11.0, 12.0))
    if kind == "A4":
        size = dice.choice((8.0, 8.5, 9.0, 10.0, 10.5))
    side = dice.uniform(0.035, 0.06) * width
    inner = dice.choice((0.0, 0.0, 14.0))
    gutter = dice.choice((1.0, 1.5, 2.0)) * size
    columns = dice.randint(few, many)
    while columns > few and (width - 2 * side - inner) / columns < 10.5 * size + gutter:
        columns -= 1
    return House(
        run=dice.random() < 0.5,
        sheet=kind, width=width, height=height,
        left=side + inner, top=dice.uniform(0.03, 0.05) * height,
        right=side, bottom=dice.uniform(0.03, 0.05) * height,
        columns=columns, gutter=gutter, size=size,
        leading=round(size * dice.uniform(1.3, 1.7), 1),
        face=dice.choices(("serif", "sans"), weights=(5, 1))[0],
        head_face=dice.choice(("serif", "sans")), small_face=dice.choice(("serif", "sans", "sans")),
        indent=dice.choices(("place", "characters", "none"), weights=(5, 3, 1))[0],
        marks=dice.choice(("hang", "squeeze", "push", "push")),
        pairs=dice.random() < 0.5, autospace=dice.choice((0.0, 0.0, 0.125, 0.25)),
        order=dice.choice(ORDERS),
        align=dice.choices(("centre", "left"), weights=(2, 1))[0],
        subheads=dice.choice(("centre", "left")),
        byline=dice.choices(("head", "end", "run"), weights=(3, 2, 1))[0],
        byline_at=dice.choice(("centre", "centre", "left", "right")),
        kicker=dice.uniform(0.45, 0.65), subtitle=dice.uniform(0.42, 0.62),
        hairlines=dice.random() < 0.5, column_rules=dice.random() < 0.25,
        boxes=dice.uniform(0, 0.3), arranged=dice.uniform(0.05, 0.7), wide=dice.uniform(0, 0.35),
        guests=dice.uniform(0, 0.8), pictures=dice.uniform(0.05, 0.3),
        lead=dice.random() < 0.5, masthead=dice.random() < 0.3, gap=dice.uniform(1.0, 1.8) * size,
    )  # fmt: skip
