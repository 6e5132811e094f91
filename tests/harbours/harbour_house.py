"""A house: the style of one paper on one day, drawn anew for each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harbours.harbour_signs import written
from harbours.harbour_words import Speaker

if TYPE_CHECKING:
    from random import Random


@dataclass(slots=True)
class House:
    """The traits of a page that its articles share."""

    year: int
    trad: bool
    quotes: str
    ascii_marks: bool
    digits: str
    republic: bool
    measure: int
    columns: int
    indent: str
    blanks: str
    rule: str
    whole: bool
    heads: tuple[str, ...]
    head_blanks: bool
    datelines: tuple[str, ...]
    byline: str
    label: str
    subhead: str
    space: str
    caption: str
    inset: float

    @property
    def old(self) -> bool:
        """Tell a paper of before the fifties."""
        return self.year < 1952

    @property
    def marks(self) -> dict[str, object]:
        """Give how the house writes, for `written`."""
        return {"trad": self.trad, "quotes": self.quotes, "ascii_marks": self.ascii_marks}

    def write(self, text: str) -> str:
        """Write a text as the house does."""
        return written(text, trad=self.trad, quotes=self.quotes, ascii_marks=self.ascii_marks)

    def speaker(self, rng: Random) -> Speaker:
        """Give a speaker who writes figures as the house does."""
        return Speaker(rng, self.digits, self.year, republic=self.republic)


INDENTS = ("　　", "　　", "　　", "　", "  ", "    ", "", "", "")
BLANKS = (
    *("none", "none", "none", "paras", "paras", "articles", "articles", "articles"),
    *("heads", "all", "firsts", "random", "random", "ends", "mess"),
)
SHAPES = ("one", "one", "two", "kt", "ts", "tss", "kts", "three", "kts", "wrapped")
OLD_LINES = ("dl_old", "dl_wire", "dl_local", "dl_old", "dl_none")
NEW_LINES = ("dl_new", "dl_wire", "dl_reporter", "dl_plain", "dl_none", "dl_local")
LABELS = ("【{}】", "【{}】", "{}", "{}", "■{}", "◆{}◆", "〖{}〗", "［{}］", "—{}—", "●{}")
SUBHEADS = ("{}", "{}", "{}", "◆{}", "■ {}", "●{}", "【{}】", "（#）{}", "#、{}", "▲{}", "# {}")


def draw(rng: Random) -> House:
    """Draw a house."""
    year = rng.choice((*range(1930, 1949), *range(1946, 1990, 2), *range(1985, 2019)))
    trad = rng.random() < 0.34
    old = year < 1952
    measure = rng.choice((8, 9, 10, 11, 12, 13, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 34))
    lines = OLD_LINES if old else NEW_LINES
    corner = rng.random() < (0.62 if trad else 0.08)
    return House(
        year=year,
        trad=trad,
        quotes="corner" if corner else rng.choice(("curly",) * 9 + ("straight",)),
        ascii_marks=rng.random() < 0.05,
        digits=rng.choices(
            ("chinese", "ascii", "full"), (6, 2, 0.5) if year < 1975 else (1.5, 8, 0.7)
        )[0],
        republic=old and rng.random() < 0.5,
        measure=measure,
        columns=max(1, min(7, rng.randint(60, 96) // (measure + 1))),
        indent=rng.choice(INDENTS),
        blanks=rng.choice(BLANKS),
        rule=rng.choices(("hang", "squeeze", "push", "free"), (3, 3, 4, 0.7))[0],
        whole=rng.random() < 0.88,
        heads=tuple(rng.sample(SHAPES, rng.randint(2, 5))),
        head_blanks=rng.random() < 0.3,
        datelines=tuple(rng.sample(lines, 2)),
        byline=rng.choice(("run", "run", "run", "above", "above", "end", "none", "foot")),
        label=rng.choice(LABELS),
        subhead=rng.choice(SUBHEADS),
        space=rng.choice((" ", " ", "　", "  ", "　　", "")),
        caption=rng.choice(("cap_shot", "cap_show", "cap_plain", "cap_mark")),
        inset=rng.choice((2, 2, 2, 2, 1, 0)),
    )
