"""The articles a paper may print: read from `texts`, filled anew for each page.

A file holds articles. Each opens with `@@ KIND ERAS`; then its heads, other sets of heads behind
`---`, and its body behind `=`. A head line is `K` kicker, `T` title, `S` subtitle, `B` byline,
`L` label of a column; `|` shows where a head may be broken. In the body `#` is a subhead,
`>` a caption, `~` verse (`/` parts lines), `|` a row, `!` a signature; other lines are paragraphs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from outsiders.outsider_slots import World, fill, words

if TYPE_CHECKING:
    from random import Random

TEXTS = Path(__file__).parent / "texts"
HEAD_MARKS = {"K": "kicker", "T": "title", "S": "subtitle"}
BODY_MARKS = {"#": "subhead", ">": "caption", "~": "verse", "|": "row", "!": "signature"}

REPORTS = set(
    words(
        "会议 访问 社区 市政 工业 农业 商业 科技 天气 环保 就业 法庭 交通 警事 消防 市容 "
        "学校 人物 专访 文化 体育 简讯 图片 會議 社區 學校 商業 體育"
    )
)
FEATURES = {"人物", "专访", "环保"}


class Recipe(NamedTuple):
    """An article with slots."""

    kind: str
    eras: str
    heads: tuple[tuple[tuple[str, str], ...], ...]
    byline: str
    label: str
    body: tuple[tuple[str, str], ...]


class Bit(NamedTuple):
    """A block of a filled article; `breaks` are offsets where a head may be broken."""

    kind: str
    text: str
    breaks: tuple[int, ...] = ()


@dataclass(slots=True)
class Story:
    """A filled article."""

    kind: str
    heads: list[Bit] = field(default_factory=list)
    byline: str = ""
    label: str = ""
    body: list[Bit] = field(default_factory=list)


@cache
def recipes() -> tuple[Recipe, ...]:
    """Read all articles."""
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    return tuple(_recipe(part) for text in texts for part in text.split("@@ ")[1:])


@cache
def pairs() -> Counter[str]:
    """Count how often two characters stand together in the articles."""
    texts = "".join(text for recipe in recipes() for _, text in recipe.body)
    return Counter(one + two for one, two in pairwise(texts))


def _recipe(part: str) -> Recipe:
    first, *lines = part.rstrip().split("\n")
    kind, eras = first.split()
    at = lines.index("=")
    heads: list[tuple[tuple[str, str], ...]] = []
    byline, label = "讯", ""
    chosen: list[tuple[str, str]] = []
    for line in [*lines[:at], "---"]:
        mark, _, text = line.partition(" ")
        if mark == "---":
            if chosen:
                chosen.sort(key=lambda head: head[0] != "kicker")
                heads.append(tuple(chosen))
            chosen = []
        elif mark == "B":
            byline = text
        elif mark == "L":
            label = text
        elif mark in HEAD_MARKS:
            chosen.append((HEAD_MARKS[mark], text))
        else:
            raise ValueError(f"{kind}: {line}")
    body: list[tuple[str, str]] = []
    for line in filter(None, lines[at + 1 :]):
        known = BODY_MARKS.get(line[0])
        body.append((known, line[1:].strip()) if known else ("para", line.strip()))
    return Recipe(kind, eras, tuple(heads), byline, label, tuple(body))


def story(recipe: Recipe, world: World) -> Story:
    """Fill an article."""
    kept: dict[str, str] = {}
    body = [_bit(world, kind, text, kept) for kind, text in recipe.body]
    heads = world.rng.choice(recipe.heads) if recipe.heads else ()
    made = Story(recipe.kind, label=recipe.label, body=body)
    made.heads = [_head(kind, fill(world, text, kept)) for kind, text in heads]
    made.byline = fill(world, recipe.byline, kept)
    if made.byline == "讯" and (recipe.kind not in REPORTS or recipe.label):
        made.byline = "无"
    elif made.byline == "讯" and recipe.kind in FEATURES:
        made.byline = "写"
    return made


def _bit(world: World, kind: str, text: str, kept: dict[str, str]) -> Bit:
    text = fill(world, text, kept)
    return Bit(kind, text.replace("/", "\n") if kind == "verse" else text)


def _head(kind: str, text: str) -> Bit:
    breaks: list[int] = []
    plain = ""
    for mark in text:
        if mark == "|":
            breaks.append(len(plain))
        else:
            plain += mark
            if mark in " 　":
                breaks.append(len(plain))
    return Bit(kind, plain, tuple(breaks))


def choose(rng: Random, world: World, count: int) -> list[Recipe]:
    """Draw articles that a paper of this time may print, few of one kind."""
    mine = "繁" if world.traditional else world.era
    fitting = [recipe for recipe in recipes() if mine in recipe.eras]
    rng.shuffle(fitting)
    found: list[Recipe] = []
    kinds: dict[str, int] = {}
    for recipe in fitting:
        if kinds.get(recipe.kind, 0) < 2 and len(found) < count:
            found.append(recipe)
            kinds[recipe.kind] = kinds.get(recipe.kind, 0) + 1
    return found
