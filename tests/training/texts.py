"""Clean articles of our own to make training pages from, and a grammar that fills their slots.

A file `a_<kind>.txt` of the folder `texts` holds articles of one kind, parted by a line `%%`. An
article: optional lines `@section`, `@kicker`, `@title`, `@subtitle`, `@byline`, then one paragraph
a line; `## ` begins a subhead, `^ ` a caption, `> ` a line of verse (lines one after another are
one block). In a title ` | ` says where the printed headline may break with nothing between its
parts; a couplet may break at its own space, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newspaper import OFFICES, Writer

if TYPE_CHECKING:
    import random

FOLDER = Path(__file__).with_name("texts")
HEADS = ("section", "kicker", "title", "subtitle", "byline")
BREAK = " | "
_MARKS = {"## ": "subhead", "> ": "verse", "^ ": "caption"}
_SLOT = re.compile(r"\{([NPBOD#])(\d)\}")
_UNITS = ("个", "名", "户", "处", "项", "件", "亩", "吨", "万元", "公里", "人次", "平方米", "公斤")


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article; `body` has pairs of kind (para, subhead, caption, verse) and text.

    `title` keeps its marks ` | `: `lines` parts it there.
    """

    kind: str
    section: str | None = None
    kicker: str | None = None
    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    body: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The parts of the title between which its maker would break it."""
        return tuple(self.title.split(BREAK)) if self.title else ()

    @property
    def plain(self) -> str | None:
        """The title in one line."""
        return self.title and self.title.replace(BREAK, "")


def load(folder: Path = FOLDER) -> list[Article]:
    """Read all articles of a folder, by the names of its files; ValueError for a bad line."""
    found: list[Article] = []
    for path in sorted(folder.glob("?_*.txt")):
        kind = path.stem.split("_", 1)[1]
        text = path.read_text(encoding="utf-8")
        found += [_article(kind, part) for part in re.split(r"(?m)^%%\n", text) if part.strip()]
    return found


def fill(article: Article, dice: random.Random) -> Article:
    """Fill the slots of an article: the same slot gets the same filling all over it."""
    writer = Writer(0)
    writer.dice = dice
    filled: dict[str, str] = {}

    def put(found: re.Match[str]) -> str:
        slot = found[0]
        while slot not in filled:
            new = _filling(found[1], writer)
            if new not in filled.values():
                filled[slot] = new
        return filled[slot]

    def whole(text: str | None) -> str | None:
        return text and _SLOT.sub(put, text)

    heads = {name: whole(getattr(article, name)) for name in HEADS}
    body = tuple((kind, whole(text) or "") for kind, text in article.body)
    return replace(article, **heads, body=body)


def _filling(slot: str, writer: Writer) -> str:
    dice = writer.dice
    if slot == "#":
        count = dice.choice(
            (dice.randint(3, 90), dice.randint(100, 999), dice.randint(10, 99) * 100)
        )
        return f"{count}{'多' if count > 99 and dice.random() < 0.4 else ''}{dice.choice(_UNITS)}"
    return {
        "N": writer.name,
        "P": writer.place,
        "B": writer.body_of,
        "O": lambda: dice.choice(OFFICES),
        "D": lambda: f"{dice.randint(1, 12)}月{dice.randint(1, 28)}日",
    }[slot]()


def _article(kind: str, text: str) -> Article:
    heads: dict[str, str] = {}
    body: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            if body or name not in HEADS or name in heads or not value.strip():
                raise ValueError(f"{kind}: {line}")
            heads[name] = value.strip()
            continue
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        block, said = _MARKS.get(mark, "para"), line.removeprefix(mark)
        if not said or said != said.strip():
            raise ValueError(f"{kind}: {line!r}")
        if block == "verse" and body and body[-1][0] == "verse":
            said = f"{body.pop()[1]}\n{said}"
        body.append((block, said))
    return Article(kind, **heads, body=tuple(body))
