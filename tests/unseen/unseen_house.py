"""The house styles of the unseen pages: how a newspaper looks, and how its file came out.

A page has one house throughout. The ways go together as they do in real files: a program that
loses the indent may put a blank line behind the first line; a newspaper without an indent has
blank lines, or nobody could read it; old newspapers write their numbers in Chinese or in wide
figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unseen.unseen_stories import NEW, OLD, Place, place_of

if TYPE_CHECKING:
    import random

LEADS = (
    "本报讯（记者{p}）",
    "本报讯 （记者 {p} 通讯员 {q}）",
    "本报讯（通讯员{p}）",
    "本报讯 记者{p}报道：",
    "（记者{p}）",
    "【本报讯】",
    "本报讯 ",
)
LINES = (
    "本报记者 {p}",
    "□本报记者 {p} 通讯员 {q}",
    "■ 记者 {p} 文/摄",
    "记者 {p} 报道",
    "通讯员 {p}",
    "本报记者　{p}　{q}",
)
TAILS = ("（{p}）", "（记者 {p}）", "（{p} {q}）", "（通讯员{p}）")
AUTHORS = ("{p}", "□{p}", "◎{p}", "作者：{p}", "文/{p}", "□ {p}")
LEADS_HANT = ("【記者{p}／{c}報導】", "（本報訊）", "【本報訊】")
LINES_HANT = ("記者{p}／{c}報導", "文／{p}", "本報記者　{p}")
TAILS_HANT = ("（{p}）", "（記者{p}）")
AUTHORS_HANT = ("{p}", "文／{p}", "◎{p}")
LABELS = ("【{}】", "{}", "■{}", "·{}·", "［{}］", "")
CREDITS = ("。{p}摄", "。（{p} 摄）", "。 {p}/摄", "。（本报记者 {p} 摄）", "　{p}　摄")
PHOTOS = ("", "", "▲", "◀", "图：")

HARD = (
    # weight, indent, gap, cuts, above, below
    (24, ("wide", "ascii"), "none", (0, 1), (1, 2), (0, 1)),
    (18, ("lost",), "none", (0, 1), (1, 2), (0, 1)),
    (20, ("lost",), "slipped", (1,), (1,), (0, 1)),
    (14, ("wide", "lost"), "after", (0, 1), (1, 3), (1,)),
    (10, ("never",), "after", (0, 1), (1, 2), (1,)),
    (14, ("wide", "lost"), "none", (0,), (0,), (0,)),
)
LONG = (
    (40, ("lost",), "after", (1,), (1, 3), (1,)),
    (25, ("wide", "ascii"), "none", (0, 1), (1, 2), (0, 1)),
    (25, ("lost",), "none", (0, 1), (1, 2), (0, 1)),
    (10, ("wide", "lost"), "none", (0,), (0,), (0,)),
)


@dataclass(frozen=True, slots=True)
class House:
    """A house style: widths in ems, blank lines as their number, shares between 0 and 1.

    `indent` is what became of the two ems before a paragraph: two "wide" spaces, spaces of
    "ascii", "lost" in the file or "never" printed. `gap` tells where blank lines stand: "none",
    "after" each paragraph, "slipped" behind its first line (`slip` of them). `cut` and `hole` are
    the blank lines where a column ends or a picture stands.
    """

    place: Place
    paper: str
    flow: str
    base: int
    wide: int
    tall: int
    edge: str
    indent: str
    gap: str
    slip: float
    cut: int
    hole: int
    above: int
    below: int
    ascii_marks: bool
    spaced: float
    news: str
    byline: str
    lead: str
    tail: str
    author: str
    padded: bool
    label: str
    credit: str
    photo: str
    captions: str
    couplets: bool
    couplet_gap: str
    breaks: bool
    dashed: bool
    centred: bool
    merged: float
    pictures: float
    line_end: str


def _year(dice: random.Random) -> int:
    return dice.randint(1985, OLD) if dice.random() < 0.3 else dice.randint(NEW, 2025)


def _digits(dice: random.Random, year: int) -> str:
    if year < 1992:
        return dice.choice(["han", "han", "wide", "plain"])
    return "wide" if year <= OLD and dice.random() < 0.5 else "plain"


def _paper(dice: random.Random, place: Place) -> str:
    if place.hant:
        return dice.choice([f"{place.county}新報", "晨星社區報", f"{place.county[:2]}鄉訊"])
    short = place.county[:2]
    names = [
        f"{short}报",
        f"今日{short}",
        f"{place.parts[0]}家园报",
        f"{short}晚报",
        f"{short}日报",
    ]
    return dice.choice(names)


def house_of(dice: random.Random, flow: str) -> House:
    """Found a newspaper whose file has hard line ends, long lines, or both ("mixed").

    Where `flow` is "lists", chance says which.
    """
    flow = dice.choice(["hard", "long", "mixed"]) if flow == "lists" else flow
    hant = dice.random() < 0.12
    year = _year(dice)
    place = place_of(dice, year, digits="plain" if hant else _digits(dice, year), hant=hant)
    ways = LONG if flow == "long" else HARD
    _, indents, gap, cuts, aboves, belows = dice.choices(ways, [way[0] for way in ways])[0]
    base = dice.choice([10, 11, 12, 13, 13, 14, 15, 16, 17, 18, 20, 22])
    cut = dice.choice(cuts)
    return House(
        place=place,
        paper=_paper(dice, place),
        flow=flow,
        base=base,
        wide=min(26, round(base * dice.choice([1.25, 1.5, 1.5, 2]))),
        tall=dice.randint(9, 20) if base > 15 else dice.randint(12, 30),
        edge=dice.choice(["hang", "hang", "push", "squeeze", "squeeze"]),
        indent=dice.choice(indents),
        gap=gap,
        slip=dice.choice([1.0, 1.0, 0.9]),
        cut=cut,
        hole=dice.choice([cut, 3]) if cut else 0,
        above=dice.choice(aboves),
        below=dice.choice(belows),
        ascii_marks=not hant and year >= NEW and dice.random() < 0.16,
        spaced=dice.choice([0, 0, 0, 0, 0.5, 1.0]) if place.digits == "plain" else 0.0,
        **_words(dice, place),
        couplets=dice.random() < 0.35,
        couplet_gap=dice.choice([" ", " ", "　", "  "]),
        breaks=dice.random() < 0.6,
        dashed=dice.random() < 0.4,
        centred=indents[0] != "lost" and dice.random() < 0.25,
        merged=dice.choice([0.0, 0.15, 0.4]),
        pictures=dice.choice([0.0, 0.2, 0.4]),
        line_end=dice.choices(["\n", "\r\n", " \n"], [88, 6, 6])[0],
    )


def _words(dice: random.Random, place: Place) -> dict[str, object]:
    """Choose how bylines, labels and captions are worded."""
    hant = place.hant
    credits_ = ("。（{p}攝）", "。　圖／{p}") if hant else CREDITS
    return {
        "news": dice.choice(["lead", "lead", "lead", "line", "tail", "tailline", "none"]),
        "byline": dice.choice(LINES_HANT if hant else LINES),
        "lead": dice.choice(LEADS_HANT if hant else LEADS),
        "tail": dice.choice(TAILS_HANT if hant else TAILS),
        "author": dice.choice(AUTHORS_HANT if hant else AUTHORS),
        "padded": not hant and place.year <= OLD and dice.random() < 0.6,
        "label": dice.choice(LABELS),
        "credit": dice.choice(credits_),
        "photo": dice.choice(PHOTOS[:3] if hant else PHOTOS),
        "captions": dice.choice(["head", "cut", "cut", "end"]),
    }
