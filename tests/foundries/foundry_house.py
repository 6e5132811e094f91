"""Houses: how a paper of some sort is set, drawn from a seed; lengths in points."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

SORTS = ("party", "district", "evening", "works", "literary", "notices", "traditional", "word")

PAPERS: dict[str, tuple[tuple[int, int], ...]] = {
    "party": ((1000, 1420), (1106, 1560)),
    "district": ((842, 1191), (780, 1090)),
    "evening": ((780, 1106), (660, 960), (740, 1020)),
    "works": ((595, 842), (737, 1040), (842, 1191)),
    "literary": ((780, 1106), (842, 1191), (1000, 1420)),
    "notices": ((780, 1106), (1000, 1420), (842, 1191)),
    "traditional": ((780, 1106), (1000, 1480), (660, 960)),
    "word": ((595, 842), (842, 1191), (595, 842)),
}
COLUMNS: dict[str, tuple[int, ...]] = {
    "party": (5, 6, 6, 7),
    "district": (4, 5),
    "evening": (4, 5, 5),
    "works": (3,),
    "literary": (2, 3, 3),
    "notices": (4, 5, 6),
    "traditional": (4, 5),
    "word": (2, 2, 1),
}
SIZES: dict[str, tuple[float, ...]] = {
    "party": (9.5, 10, 10.5),
    "district": (9, 9.5, 10.5),
    "evening": (8, 8.5, 9, 9.2),
    "works": (9, 10, 10.5),
    "literary": (10, 10.5, 11, 12),
    "notices": (7.5, 8, 8.5),
    "traditional": (9, 9.5, 10),
    "word": (10.5, 12, 10.5),
}
LEADINGS: dict[str, tuple[float, ...]] = {
    "literary": (1.6, 1.7, 1.8, 1.9),
    "word": (1.3, 1.5, 1.75, 1.9),
    "evening": (1.25, 1.3, 1.4),
    "notices": (1.2, 1.3, 1.4),
}
PLACES: dict[str, dict[str, int]] = {
    "party": {"over": 6, "partial": 3, "middle": 2, "side": 1, "column": 1},
    "district": {"over": 6, "partial": 2, "column": 1, "side": 1},
    "evening": {"over": 5, "partial": 3, "column": 2, "side": 1},
    "works": {"over": 6, "partial": 1, "middle": 2},
    "literary": {"over": 3, "middle": 3, "column": 2, "side": 1},
    "notices": {"over": 1},
    "traditional": {"over": 4, "partial": 3, "side": 2, "column": 2},
    "word": {"over": 1},
}

WIDEST = 30
"""Ems which a column has at most, but for what Word sets."""


@dataclass(frozen=True, slots=True)
class House:
    """How the pages of a paper are set."""

    sort: str
    run: bool  # a line is one string of the PDF, not one a character
    width: float
    height: float
    margin: float
    head: float  # height of what stands above the text
    foot: float
    columns: int
    gutter: float
    size: float
    leading: float
    face: str
    title_face: str
    indent: str  # place, marks, none
    marks: str  # hang, squeeze, push
    justified: bool
    autospace: float
    align: str  # of headlines: centre, left, stagger
    kicker: str  # plain, rule, box
    byline: str  # under, end, run
    subhead: str  # centre, left
    rules: bool  # between the columns of an article
    between: str  # between articles: space, rule
    boxed: float  # share of articles in a frame
    pictures: float  # share of articles with a picture
    split: float  # how readily an area is parted in two
    order: str  # of the frames in the file
    titles: tuple[float, float]  # least and largest size of a headline

    @property
    def line(self) -> float:
        """Give the distance of two lines of text."""
        return self.size * self.leading

    @property
    def column(self) -> float:
        """Give the width of a column."""
        whole = self.width - 2 * self.margin
        return (whole - self.gutter * (self.columns - 1)) / self.columns


def house(seed: int) -> House:
    """Draw the house of a seed."""
    dice = random.Random(f"foundry house {seed}")
    sort = SORTS[seed % len(SORTS)] if dice.random() < 0.75 else dice.choice(SORTS)
    width, height = dice.choice(PAPERS[sort])
    size = dice.choice(SIZES[sort])
    word = sort == "word"
    run = dice.random() < (0.9 if word else 0.45)
    sans = {"evening": 0.7, "traditional": 0.6, "literary": 0.2, "word": 0.5}.get(sort, 0.5)
    most = {"party": 46, "literary": 34, "notices": 17, "word": 26, "works": 34}.get(sort, 40)
    columns = max(dice.choice(COLUMNS[sort]), math.ceil(width * 0.9 / (size * WIDEST)))
    return House(
        sort, run, width, height,
        margin=dice.uniform(0.04, 0.06) * width if not word else dice.uniform(50, 80),
        head=dice.uniform(22, 34), foot=dice.uniform(14, 26),
        columns=dice.choice(COLUMNS[sort]) + (width > 700) if word else columns,
        gutter=size * dice.choice((1.0, 1.5, 2.0) if sort != "literary" else (2.0, 2.5, 3.0)),
        size=size,
        leading=dice.choice(LEADINGS.get(sort, (1.3, 1.4, 1.5, 1.6))),
        face="sans" if dice.random() < 0.12 else "serif",
        title_face="sans" if dice.random() < sans else "serif",
        indent=dice.choices(("place", "marks", "none"), (2, 7, 1) if word else (7, 3, 1))[0],
        marks=dice.choice(("hang", "push") if run else ("hang", "squeeze", "push")),
        justified=not word or dice.random() < 0.25,
        autospace=dice.choice((0.0, 0.0, 0.2, 0.25)),
        align=dice.choices(
            ("centre", "left", "stagger"), (7, 1, 1) if sort in ("works", "word") else (4, 4, 1)
        )[0],
        kicker=dice.choice(("plain", "rule", "rule", "box")),
        byline=dice.choices(("under", "end", "run"), (5, 2, 2))[0],
        subhead=dice.choice(("centre", "left", "left")),
        rules=dice.random() < 0.25,
        between=dice.choice(("space", "rule")),
        boxed={"notices": 0.9, "word": 0.4, "works": 0.3}.get(sort, 0.15),
        pictures={"party": 0.35, "evening": 0.3, "notices": 0.03, "word": 0.2}.get(sort, 0.22),
        split={"notices": 0.95, "word": 0.3, "literary": 0.45, "evening": 0.75}.get(sort, 0.6),
        order=dice.choices(("reading", "kinds", "shuffled", "heads last", "furniture first"),
                           (5, 1, 2, 2, 2))[0],
        titles=(size * (1.25 if sort == "notices" else 1.5), float(most)),
    )  # fmt: skip
