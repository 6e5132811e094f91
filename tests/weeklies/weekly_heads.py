"""Headlines and bylines: drawn from an article's templates, shaped and broken into lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from weeklies.weekly_grammar import BREAK, Draft, expand
from weeklies.weekly_house import IDEOGRAPHIC, House, printed, spaced
from weeklies.weekly_items import Item
from weeklies.weekly_slots import Words, person

if TYPE_CHECKING:
    import random

JOINS = "的和与暨及"
INSIDE = ("记者 {r}", "记者{r}", "通讯员 {h}", "记者{r} 通讯员{h}", "{h}", "特约记者 {h}")
END = ("{h}", "{r} {h}", "记者 {r}", "通讯员 {h}", "{u} {h}", "{u}　{h}")
OWN = (
    "本报记者 {r}",
    "记者 {r} 通讯员 {h}",
    "通讯员 {h}",
    "□ 记者 {r}",
    "■ 本报记者 {r} 通讯员 {h}",
    "文/{r} 图/{h}",
    "记者 {r} 文/图",
    "{r} {h}",
    "○ 通讯员 {h}",
    "◎{r}",
    "●本报记者 {r}",
    "（记者 {r} 通讯员 {h}）",
    "本报记者 {r} 实习生 {h}",
)
MARKS = "，。、；：？！”’）》」』"


def heads(draft: Draft, words: Words, house: House, number: int) -> list[Item]:
    """Draw the headlines of an article."""
    rng = words.rng
    if not draft.heads:
        return []
    drawn = {
        level: [_clean(expand(way, rng, words.draw, BREAK)) for way in ways]
        for level, ways in rng.choice(draft.heads).items()
    }
    if "news" in draft.flags:
        _shape(drawn, words)
    elif drawn["S"] and rng.random() < 0.25:
        drawn["S"] = []
    found: list[Item] = []
    for level, kind in (("K", "kicker"), ("T", "title"), ("S", "subtitle")):
        found.extend(_head(text, kind, house, rng, number) for text in drawn[level])
    return found


def _clean(text: str) -> str:
    """Drop what empty choices leave at the edges of a headline."""
    text = re.sub(f"“{BREAK}*“", "“", re.sub(f"”{BREAK}*”", "”", text))
    return text.strip(" " + BREAK)


def _shape(drawn: dict[str, list[str]], words: Words) -> None:
    """Give a news headline one of the shapes that papers print."""
    rng = words.rng
    way = rng.random()
    if drawn["K"] or drawn["S"]:
        if way < 0.14:
            drawn["S"] = drawn["S"][:1] if drawn["K"] and way < 0.07 else []
        elif way < 0.24:
            drawn["K"] = []
        return
    if way < 0.13:
        drawn["K"] = [words.draw("couplet" if rng.random() < 0.6 else "slogan")]
    elif way < 0.27:
        drawn["S"] = drawn["T"]
        drawn["T"] = [words.draw("couplet" if rng.random() < 0.75 else "slogan")]
        if rng.random() < 0.15:
            drawn["T"] = ["“" + words.draw("slogan") + "”"]


def _head(text: str, kind: str, house: House, rng: random.Random, number: int) -> Item:
    """Break a headline into lines, mostly at a phrase."""
    read = printed(text.replace(BREAK, ""), house, rng)
    lines = [spaced(read, house, rng)]
    plain = text.replace(BREAK, "")
    if " " in plain and plain.count(" ") == 1 and rng.random() < 0.3 + house.break_title / 3:
        lines = read.split(" ")
    elif (
        kind == "title"
        and len(read) <= 4
        and rng.random() < 0.25
        and re.fullmatch("[一-鿿]+", read)
    ):
        lines = [rng.choice((" ", IDEOGRAPHIC)).join(read)]
    elif read == plain and len(read) > 11 and rng.random() < house.break_title * _need(kind, read):
        lines = [spaced(part, house, rng) for part in _broken(text, house, rng)]
    return Item(kind, read, number, lines)


def _need(kind: str, text: str) -> float:
    """Say how much a headline asks to be broken."""
    if kind == "kicker":
        return 0.25
    if kind == "subtitle":
        return 0.7 if len(text) > 18 else 0.3
    return 1.0 if len(text) > 16 else 0.6


def _broken(text: str, house: House, rng: random.Random) -> list[str]:
    """Break a headline with marked places into two lines, or three where it is long."""
    plain = text.replace(BREAK, "")
    good = _places(text)
    count = 3 if len(plain) > 22 and rng.random() < 0.3 else 2
    cuts: list[int] = []
    lean = rng.choice((0.5, 0.5, 0.5, 0.35, 0.62))
    for part in range(1, count):
        goal = round(len(plain) * (lean if count == 2 else part / count))
        if good and rng.random() < house.phrase:
            best = min(good, key=lambda place: abs(place - goal))
            cuts.append(best if abs(best - goal) < 7 else goal)
        else:
            cuts.append(goal)
    cuts = [_allowed(plain, cut) for cut in sorted(set(cuts))]
    edges = [0, *[cut for cut in cuts if 2 <= cut <= len(plain) - 2], len(plain)]
    parts = [plain[left:right].strip() for left, right in pairwise(edges)]
    return [part for part in parts if part]


def _places(text: str) -> list[int]:
    """Give the places in the bare text where a phrase begins."""
    found: list[int] = []
    at = 0
    for char in text:
        if char == BREAK:
            found.append(at)
            continue
        if char in JOINS + "“《" or (at and char == " "):
            found.append(at)
        at += 1
        if char in "，：！？、”》":
            found.append(at)
    return [place for place in found if 2 < place < at - 2]


def _allowed(plain: str, cut: int) -> int:
    """Move a cut so that no line begins with a mark or breaks a number."""
    while cut < len(plain) and (
        plain[cut] in MARKS
        or plain[cut - 1] in "“《（"
        or (plain[cut].isalnum() and plain[cut].isascii())
    ):
        cut += 1
    return cut


def own_byline(
    draft: Draft, words: Words, house: House, number: int
) -> tuple[list[Item], str, str]:
    """Give the byline: as items, as words that open the text, or as words that end it."""
    rng = words.rng
    if "essay" in draft.flags:
        return _author(words, house, number), "", ""
    if "news" not in draft.flags or house.byline == "none" or rng.random() < 0.12:
        return [], "", ""
    desk = f"{words.world.short}讯" if house.desk == "short" else house.desk
    gap = rng.choice(("", "", " ", IDEOGRAPHIC))
    if house.byline == "inside" and rng.random() < 0.8:
        return [], f"{desk}（{_who(words, house, INSIDE)}）{gap}", ""
    if house.byline == "own":
        line = _who(words, house, OWN)
        return [Item("byline", printed(line, house, rng), number)], "", ""
    if house.byline == "end":
        return [], "", f"（{_who(words, house, END)}）"
    return [], desk + (gap or IDEOGRAPHIC), ""


def _who(words: Words, house: House, ways: tuple[str, ...]) -> str:
    """Say who wrote a piece of news: mostly in the one shape of the house."""
    rng = words.rng
    way = ways[int(house.shape * len(ways))] if rng.random() < 0.6 else rng.choice(ways)
    reporter, helper = words.draw("reporter"), words.draw("helper")
    return way.format(r=reporter, h=helper, u=words.draw("unit"))


def _author(words: Words, house: House, number: int) -> list[Item]:
    """Give the line that names the author of a piece, if there is one."""
    rng = words.rng
    name = person(rng) if rng.random() < 0.9 else rng.choice("老小阿") + person(rng)[-1]
    line = rng.choice(
        (
            name,
            name,
            f"○ {name}",
            f"●{name}",
            f"◎ {name}",
            f"■ {name}",
            f"□{name}",
            f"{name}（{words.draw('unit')}）",
            f"{words.draw('unit')} {name}",
            f"文/{name}",
            f"{name}/文",
            f"作者：{name}",
        )
    )
    return [Item("byline", printed(line, house, rng), number)] if rng.random() < 0.9 else []
