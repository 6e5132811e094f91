"""The house: how one paper looks, and how its pages come through a program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from campuses.campus_text import ERAS, PLACES, Speech, numeral

if TYPE_CHECKING:
    import random

BLANKS = ("none", "paras", "articles", "everywhere", "firsts", "random", "columns", "heads")
LABELS = ("【{}】", "■{}", "●{}●", "〔{}〕", "{}", "·{}·", "◆{}◆", "［{}］", "{}专栏", "—{}—")
SUBHEADS = ("{}、{}", "（{}）{}", "{}．{}", "{1}", "■{1}", "◎{1}", "●{1}", "★{1}", "—— {1}")
ASCII = str.maketrans("，。；：？！（）“”‘’", ',.;:?!()""' + "''")
CORNERS = str.maketrans("“”‘’", "「」『』")


@dataclass(slots=True)
class House:
    """The style of one page, drawn trait by trait."""

    rng: random.Random
    kind: str
    place: str
    era: str
    ems: int
    indent: str  # as it stands in the raw text: "" when it was lost
    indented: bool  # whether first lines are set in by two ems
    blank: str
    marks: str  # full, ascii, corners or half
    traditional: bool
    breaks: str  # hang, push or mixed
    whole: bool  # whether numbers and Latin words stay whole
    varied: bool  # wide and narrow columns on one page
    headline: str  # plain, kicked, under, full or mixed
    head_blank: str
    title_ems: int
    byline: str
    label: str
    subhead: str
    menu: str
    speech: Speech
    odd: dict[str, bool] = field(default_factory=dict)

    def write(self, text: str) -> str:
        """Put a text into the marks and the characters of the house."""
        if self.marks == "ascii":
            text = text.translate(ASCII)
        elif self.marks == "corners":
            text = text.translate(CORNERS)
        elif self.marks == "half":
            text = text.replace("（", "(").replace("）", ")").replace("：", ":")
        if self.traditional:
            from campuses.campus_slips import traditional

            text = traditional(text)
        return text

    def width(self) -> int:
        """Give the ems of a column of the next article."""
        if self.varied and self.rng.random() < 0.5:
            return max(8, min(34, round(self.ems * self.rng.choice((0.6, 0.75, 1.35, 1.6, 2.0)))))
        return self.ems


def odds(rng: random.Random) -> dict[str, bool]:
    """Draw the oddities of a page."""
    table = {
        "untitled": 0.10,
        "gathered": 0.14,
        "strayed": 0.09,
        "again": 0.07,
        "midway": 0.09,
        "jump": 0.10,
        "caption": 0.16,
        "picture": 0.14,
        "unstopped": 0.10,
        "adverts": 0.18,
        "contents": 0.14,
        "slogan": 0.22,
        "strip": 0.09,
    }
    return {name: rng.random() < odd for name, odd in table.items()}


def _menu(rng: random.Random) -> str:
    menus = ("usual", "briefs", "lists", "long", "arts", "letters")
    return rng.choices(menus, (55, 12, 8, 7, 13, 5))[0]


def _page_words(speech: Speech) -> None:
    rng = speech.rng
    low, high = {"old": (1958, 1966), "mid": (1978, 1996), "new": (1997, 2020)}[speech.era]
    year, month, day = rng.randint(low, high), rng.randint(1, 12), rng.randint(1, 28)
    speech.page |= {"year": str(year), "month": str(month), "day": str(day)}
    speech.page["nextmonth"] = str(month % 12 + 1)
    if speech.hanzi:
        spelt = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
        speech.page |= {"year": spelt, "month": numeral(month), "day": numeral(day)}
        speech.page["nextmonth"] = numeral(month % 12 + 1)
    folio = rng.randint(1, 4)
    speech.page |= {"folio": str(folio), "folio_cn": numeral(folio)}
    for word in ("town", "self", "our", "paper"):
        speech.page[word] = speech.say(word)


def draw(rng: random.Random, kind: str) -> House:
    """Draw a house for a page of a kind."""
    place, era = rng.choice(PLACES), rng.choices(ERAS, (30, 32, 38))[0]
    speech = Speech(rng, place, era, hanzi=rng.random() < (0.6 if era == "old" else 0.08))
    _page_words(speech)
    ems = rng.choices((8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 34),
                      (2, 4, 7, 8, 12, 10, 10, 9, 9, 7, 6, 5, 4, 3, 2))[0]  # fmt: skip
    indent = rng.choices(("　　", "  ", "    ", "　", ""), (48, 7, 8, 4, 33))[0]
    indented = rng.random() < 0.92
    return House(
        rng, kind, place, era, ems,
        indent=indent if indented else "",
        indented=indented,
        blank=rng.choices(BLANKS, (26, 12, 16, 6, 8, 10, 8, 14))[0],
        marks=rng.choices(("full", "ascii", "corners", "half"), (76, 8, 8, 8))[0],
        traditional=rng.random() < 0.05,
        breaks=rng.choices(("hang", "push", "mixed"), (40, 32, 28))[0],
        whole=rng.random() < 0.86,
        varied=rng.random() < 0.28,
        headline=rng.choices(("plain", "kicked", "under", "full", "mixed"), (25, 12, 13, 8, 42))[0],
        head_blank=rng.choices(
            ("none", "between", "after", "around", "random"), (38, 10, 22, 18, 12)
        )[0],
        title_ems=rng.choice((7, 8, 9, 10, 12, 14, 16, 20, 26)),
        byline=rng.choices(("run", "above", "end", "mixed", "few"), (24, 22, 14, 30, 10))[0],
        label=rng.choice(LABELS),
        subhead=rng.choice(SUBHEADS),
        menu=_menu(rng),
        speech=speech,
        odd=odds(rng),
    )  # fmt: skip
