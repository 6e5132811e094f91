"""Headline groups: kickers, titles over several lines, subtitles, bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from valleys.valley_grammar import Rules, expand, manner, words

if TYPE_CHECKING:
    from random import Random

    from valleys.valley_house import House

WORD = re.compile(r"[A-Za-z0-9０-９.．%-]+|.")
STOPS = "，：；？！、。,:;?!”」》）"
DATED = re.compile(r"\d+[月日]|昨|前天|近日|日前|本周|这|他|她|也有|其中|那")
NO_START = "，。、；：？！”’）》】」』〉…—,.;:?!)％%"
NO_END = "“‘（《【「『〈("


@dataclass(eq=False, slots=True)
class Elem:
    """A block to be: `lines` when its lines are given, each with the glue before it."""

    kind: str
    text: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    tied: bool = False
    article: int = -1


def cut(text: str, ems: int, rng: Random, *, sense: bool) -> list[str]:
    """Break a headline in lines of about equal length, at marks or in mid-phrase."""
    tokens = WORD.findall(text)
    if len(text) <= ems or len(tokens) < 6:
        return [text]
    count = min(3, -(-len(text) // ems))
    lines: list[str] = []
    rest = tokens
    for left in range(count, 1, -1):
        goal = len(rest) // left + rng.choice((-1, 0, 0, 1, 2))
        spots = [
            at
            for at in range(2, len(rest) - 1)
            if rest[at] not in NO_START and rest[at - 1] not in NO_END
        ]
        if sense:
            spots = [at for at in spots if rest[at - 1] in STOPS or rest[at] in NO_END] or spots
        spots = [at for at in spots if rest[at - 1].isspace()] or spots
        if not spots:
            break
        at = min(spots, key=lambda spot: abs(spot - goal))
        lines.append("".join(rest[:at]))
        rest = rest[at:]
    lines.append("".join(rest))
    return lines


def _glued(parts: list[str]) -> list[tuple[str, str]]:
    """Give lines with their glue; blanks at a break go into the glue."""
    found: list[tuple[str, str]] = []
    for part in parts:
        bare = part.strip()
        if bare:
            gap = found and (part != part.lstrip() or found[-1][1] != found[-1][1].rstrip())
            found.append((" " if gap else "", bare))
    return found


def title(kind: str, text: str, house: House, rng: Random) -> Elem:
    """Make a part of a headline group from a phrase in which ``/`` marks two halves."""
    text = house.ink(text)
    ems = house.head_ems if kind == "title" else max(16, house.head_ems * 2)
    sense = rng.random() < 0.6
    if "/" in text:
        first, second = (half.strip() for half in text.split("/", 1))
        if rng.random() < 0.35:
            whole = first + house.head_gap + second
            return Elem(kind, whole, [("", whole)])
        more = _glued(cut(second, max(ems, 9), rng, sense=sense))
        lines = [*_glued(cut(first, max(ems, 9), rng, sense=sense)), (" ", more[0][1]), *more[1:]]
    else:
        if kind == "title" and len(text) <= 4 and house.two_gap and text.isalpha():
            text = rng.choice((" ", "　", "  ")).join(text)
        single = len(text.replace(" ", "").replace("　", "")) <= 4
        lines = [("", text)] if single else _glued(cut(text, ems, rng, sense=sense))
    return Elem(kind, "".join(glue + line for glue, line in lines), lines)


def byline(house: House, rng: Random) -> Elem:
    """Make a byline that stands on its own line."""
    text = house.ink(expand(rng.choice(words()["byline"]), rng))
    return Elem("byline", text, [("", text)])


def clause(rules: Rules, key: str, bound: dict[str, str], rng: Random) -> str:
    """Give a clause or two of an article's text, to stand in its headline."""
    text = expand(rng.choice(rules[key]), rng, bound)
    first = re.split("[。；！？]", text)[0].strip("“”（）【】")
    if any(mark in first for mark in "“”（）【】：‘"):
        return ""
    parts = first.split("，")
    at = rng.randrange(max(1, len(parts) - 1))
    found = "，".join(parts[at : at + rng.choice((1, 2, 2, 3))])
    return found if 8 <= len(found) <= 42 and not DATED.match(found) else ""


def group(rules: Rules, bound: dict[str, str], house: House, rng: Random) -> list[Elem]:
    """Make a headline group, without its byline."""
    shape = rng.choices(list(house.shapes), list(house.shapes.values()))[0]
    if shape == "none":
        return []
    text = expand(house.fresh(rules["title"], rng), rng, bound)
    common, way = words(), manner(rules, old=house.old)
    dice = rng.random()
    if dice < 0.11 and way != "soft":
        text = clause(rules, "lead", bound, rng) or text
    elif dice < 0.17 and way != "soft":
        text = clause(rules, "para", bound, rng) or text
    elif dice < 0.2:
        text += rng.choice(("（上）", "（续）", "（一）", "！", "？", "（图）"))
    found = [title("title", text, house, rng)]
    if shape in ("kicker", "both") and way != "soft":
        phrase = clause(rules, "lead", bound, rng) if rng.random() < 0.25 else ""
        phrase = phrase or expand(rng.choice(common["oldkick" if way else "kickgen"]), rng, bound)
        found.insert(0, title("kicker", phrase, house, rng))
    if shape in ("sub", "subs", "both"):
        many = rng.randint(2, 4) if shape == "subs" and way != "soft" else 1
        for phrase in rng.sample(common[f"{way}sub" if way else "subgen"], many):
            own = clause(rules, "para", bound, rng) if way != "soft" and rng.random() < 0.55 else ""
            text = own or expand(phrase, rng, bound)
            dash = many == 1 and rng.random() < 0.15 and text[0] not in "—（"
            found.append(title("subtitle", "——" * dash + text, house, rng))
    return found
