"""The house style of a page: each page is a paper of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

LEADS = {
    "O": ("本报讯　", "【本报讯】", "〔本报讯〕", "本报讯 X报道：", "（本报讯）"),
    "F": (
        "本报讯 ",
        "本报讯（记者X）",
        "本报讯（通讯员 X Y）",
        "本报讯 记者X、通讯员Y报道：",
        "本报讯　",
    ),
    "N": ("本报讯（记者 X）", "本报讯 （记者X 通讯员Y）", "本报讯（记者 X 通讯员 Y）", "本报讯 "),
}
OWNS = (
    "本报记者 X",
    "□本报记者 X 通讯员 Y",
    "记者 X 通讯员 Y",
    "●记者 X 文/图",
    "○ X Y",
    "本报记者 X 实习生 Y",
)
ENDS = ("（X Y）", "（记者 X）", "（X）", "（记者 X 通讯员 Y）", "（通讯员 X）", "(X)")


@dataclass(slots=True)
class Blanks:
    """Where blank lines stand, as chances or numbers of lines."""

    paras: float = 0.0
    slipped: float = 0.0
    columns: float = 0.0
    most: int = 1
    frames: int = 0
    under: int = 0
    between: int = 0
    anywhere: float = 0.0


@dataclass(slots=True)
class House:
    """How a paper looks in its file."""

    era: str
    desk: str
    widths: tuple[int, ...]
    indent: str
    marks: str
    whole_numbers: bool
    ascii_marks: bool
    sparse: str
    digit_space: float
    trailing: float
    space: str
    heads_first: bool
    signs: bool
    joined: float
    byline: str
    leads: tuple[str, ...]
    owns: tuple[str, ...]
    ends: tuple[str, ...]
    label_mould: str
    break_heads: float
    year: int
    blanks: Blanks = field(default_factory=Blanks)

    def label(self, words: str) -> str:
        """Dress the name of a column as this paper does."""
        return self.label_mould.replace("X", words)


def draw_blanks(rng: Random) -> Blanks:
    """Draw where blank lines stand."""
    style = rng.choices(
        ("none", "paras", "frames", "slipped", "columns", "all", "mix"), (3, 4, 4, 3, 3, 1, 4)
    )[0]
    made = Blanks()
    if style in ("paras", "mix"):
        made.paras = rng.choice((1.0, 1.0, 0.95, 0.6))
    if style == "slipped" or (style == "mix" and rng.random() < 0.3):
        made.slipped = rng.choice((0.95, 0.8, 0.5))
        made.paras = rng.choice((0.0, made.paras))
    if style != "none":
        made.frames = rng.choice((1, 1, 2, 3))
        made.under = rng.choice((0, 0, 1, 1, 3))
        made.between = rng.choice((0, 0, 0, 1))
    if style in ("columns", "mix"):
        made.columns = rng.choice((1.0, 0.8, 0.5))
        made.most = rng.choice((1, 1, 2, 3))
    if style == "all":
        made.anywhere = rng.choice((1.0, 0.5, 0.25))
    return made


def _widths(rng: Random, era: str) -> tuple[int, ...]:
    """Draw the column widths of a paper."""
    basic = rng.randint(8, 16) if era in "RO" else rng.randint(10, 24)
    found = {basic}
    for _ in range(rng.choice((0, 1, 1, 2))):
        found.add(min(30, max(8, basic + rng.choice((-4, -2, 2, 3, 5, 8)))))
    return tuple(sorted(found))


def draw_house(rng: Random, kind: str) -> House:
    """Draw a paper."""
    era = rng.choices("ROFN", (8, 16, 34, 42))[0]
    desks = {"R": "fflwse", "O": "ffllws", "F": "ffllwwttsse*", "N": "ffflllllwtsse*"}[era]
    year = {"R": (1919, 1948), "O": (1950, 1976), "F": (1978, 2008), "N": (2010, 2025)}[era]
    rare = rng.random()
    leads = LEADS.get(era, LEADS["N"])
    return House(
        era=era,
        desk=rng.choice(desks),
        widths=_widths(rng, era),
        indent=rng.choices(("　　", "lost", "never", "  ", "    "), (40, 34, 16, 3, 4))[0],
        marks=rng.choices(("hang", "push", "squeeze", "plain"), (30, 35, 30, 5))[0],
        whole_numbers=rng.random() < 0.75,
        ascii_marks=era == "N" and rare < 0.1,
        sparse=rng.choice(("", "", "、", "。", "all")) if era == "R" else "",
        digit_space=rng.choice((0.0, 0.0, 0.0, 0.3, 0.8)) if era in "FN" else 0.0,
        trailing=rng.choice((0.0, 0.0, 0.0, 0.1, 1.0)),
        space=rng.choice((" ", " ", "　", "  ", "　　")),
        heads_first=rng.random() < 0.04,
        signs=era in "RO" or (era == "F" and rng.random() < 0.35),
        joined={"hard": 0.0, "long": 1.0}.get(kind, 0.5),
        byline=rng.choices(("lead", "own", "end", ""), (45, 18, 20, 17))[0],
        leads=tuple(rng.sample(leads, 2)),
        owns=tuple(rng.sample(OWNS, 2)),
        ends=tuple(rng.sample(ENDS, 2)),
        label_mould=rng.choice(("【X】", "【X】", "X", "X", "·X·", "●X", "■ X", "〔X〕", "☆X☆")),
        break_heads=rng.choice((0.15, 0.4, 0.7)),
        year=rng.randint(*year),
        blanks=draw_blanks(rng),
    )
