"""Headlines: composed from what the lead says, and broken in lines as a make-up man breaks them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from evenings.evening_grammar import Recipe, Speaker

Head = tuple[str, str]
Draw = Callable[[str], str]
_SHAPES = {
    "plain": 20,
    "fact after": 9,
    "fact before": 6,
    "quote over": 7,
    "who over": 8,
    "fact over": 9,
    "fact under": 13,
    "felt": 8,
    "named": 8,
    "colon": 6,
    "asked": 4,
    "tower": 4,
    "two under": 4,
    "speaks": 6,
    "couplet": 6,
    "short": 5,
    "two facts": 4,
    "matter over": 5,
    "bare fact": 4,
    "long": 9,
    "felt after": 6,
}
_BEFORE = "被把将將从從因与與向让讓遭“《「和"
_NEWS = ("news", "feature")
_GLUED = re.compile(r"[0-9A-Za-z.%]")


def heads(recipe: Recipe, speaker: Speaker, rng: random.Random) -> list[Head]:
    """Compose the heads of an article: kicker, title, subtitles."""
    parts = {key: list(said) for key, said in recipe.fields.items()}

    def draw(key: str) -> str:
        pool = parts.get(key) or recipe.fields.get(key) or recipe.fields.get("N", [""])
        said = pool[rng.randrange(len(pool))]
        if len(pool) > 1 and key in parts:
            pool.remove(said)
        return speaker.say(said)

    if recipe.genre in ("ads", "photo", "list", "notice") or "N" not in recipe.fields:
        share = {"ads": 0.85, "photo": 0.6}.get(recipe.genre, 0.98)
        return [("title", draw("N"))] if "N" in parts and rng.random() < share else []
    if recipe.genre == "brief":
        return _brief(parts, draw, rng)
    if recipe.genre not in _NEWS:
        return _soft(parts, draw, rng)
    shape = rng.choices(list(_SHAPES), list(_SHAPES.values()))[0]
    return [(kind, _tidy(text, rng, old=recipe.old)) for kind, text in _shape(shape, draw, rng)]


def _brief(parts: dict[str, list[str]], draw: Draw, rng: random.Random) -> list[Head]:
    if rng.random() < 0.3:
        return []
    if "S" in parts and rng.random() < 0.8:
        who, does = draw("S"), draw("V")
        return [("title", f"{who}/{does}")]
    return [("title", draw("N"))]


def _soft(parts: dict[str, list[str]], draw: Draw, rng: random.Random) -> list[Head]:
    """Prose, letters, advice: a name, sometimes with a line above or under it."""
    found = [("title", draw("Q" if "Q" in parts and rng.random() < 0.35 else "N"))]
    if "F" in parts and rng.random() < 0.3:
        found.append(("subtitle", rng.choice(("", "——")) + draw("F")))
    elif "U" in parts and rng.random() < 0.25:
        found.insert(0, ("kicker", draw("U")))
    return found


def _shape(shape: str, draw: Draw, rng: random.Random) -> list[Head]:  # noqa: C901
    who = draw("S")
    if ">>" in who:
        who, _, does = who.partition(">>")
    else:
        does = draw("V")
    whole = f"{who}/{does}"
    if shape == "plain":
        return [("title", whole)]
    if shape == "fact after":
        return [("title", f"{whole} {draw('F')}")]
    if shape == "fact before":
        return [("title", f"{draw('F')} {whole}")]
    if shape == "quote over":
        return [("title", f"“{draw('Q')}”"), ("subtitle", whole)]
    if shape == "who over":
        return [("kicker", who), ("title", does)]
    if shape == "fact over":
        return [("kicker", draw("F")), ("title", whole)]
    if shape == "fact under":
        return [("title", whole), ("subtitle", draw("F"))]
    if shape == "felt":
        return [("kicker", whole), ("title", draw("Q") + rng.choice(("", "", "！")))]
    if shape == "named":
        return [("title", draw("N")), ("subtitle", rng.choice(("", "——")) + whole)]
    if shape == "colon":
        return [("title", f"{draw('N')}：/{whole}")]
    return _shape_more(shape, draw, rng, whole)


def _shape_more(shape: str, draw: Draw, rng: random.Random, whole: str) -> list[Head]:
    if shape == "asked":
        return [("title", f"“{draw('Q')}”{rng.choice(('/', ' ', ' '))}{whole}")]
    if shape == "tower":
        return [("kicker", draw("F")), ("title", draw("N")), ("subtitle", whole)]
    if shape == "two under":
        first, second = draw("F"), draw("Q")
        if rng.random() < 0.5:
            return [("title", whole), ("subtitle", f"{first} {second}")]
        return [("title", whole), ("subtitle", first), ("subtitle", second)]
    if shape == "speaks":
        return [("title", f"{draw('W')}：/{draw('Q')}")]
    if shape == "couplet":
        return [("title", f"{draw('F')} {draw('Q')}"), ("subtitle", whole)]
    if shape == "short":
        return [("title", draw("N"))]
    if shape == "two facts":
        return [("kicker", draw("N")), ("title", whole), ("subtitle", draw("F"))]
    if shape == "matter over":
        return [("kicker", draw("N")), ("title", whole)]
    return _shape_long(shape, draw, rng, whole)


def _shape_long(shape: str, draw: Draw, rng: random.Random, whole: str) -> list[Head]:
    if shape == "long":
        first, last = draw("F"), draw("Q")
        gap = rng.choice((" ", " ", "，/", "/ "))
        return [("title", f"{whole}{gap}{first}" + (f"{gap}{last}" if rng.random() < 0.4 else ""))]
    if shape == "felt after":
        return [
            ("title", f"{whole}：/{draw('Q')}" if rng.random() < 0.5 else f"{draw('Q')} {whole}")
        ]
    return [("title", draw("F"))]


def _tidy(text: str, rng: random.Random, *, old: bool) -> str:
    if old:
        text = text.replace("“", "「").replace("”", "」")
        if rng.random() < 0.35:
            text = text.replace("：/", " /")
    if text[-1] not in "！？”」…" and rng.random() < 0.03:
        text += rng.choice("！！！…")
    return text.replace("？！", "？").replace("？？", "？")


def plain(text: str) -> str:
    """Give a headline without the places where it may be broken."""
    return re.sub(r" {2,}", " ", text.replace("/", "")).strip()


def break_head(text: str, width: int, rng: random.Random) -> list[str]:
    """Break a headline in one, two or three lines; joined, they read as `plain` does but spaces."""
    said = re.sub(r" +/|/ +|/+", lambda m: " " if " " in m[0] else "/", text).strip("/ ")
    places, bare = _places(said, rng)
    size = sum(0.5 if mark.isascii() else 1 for mark in bare)
    lines = 1 + (size > width * 1.25) + (size > width * 2.3)
    if lines == 1 and size > 8 and rng.random() < 0.3:
        lines = 2
    if lines == 1:
        return [bare]
    cuts: list[int] = []
    for number in range(1, lines):
        goal = len(bare) * number / lines
        if rng.random() < 0.03 or not places:
            pool = [at for at in range(2, len(bare) - 1) if _may(bare, at)]
            drift = 2.0
        else:
            pool, drift = list(places), len(bare) * rng.choice((0.02, 0.1, 0.3)) / lines
        pool = [at for at in pool if at not in cuts]
        if pool:
            cuts.append(min(pool, key=lambda at: abs(at - goal) + rng.random() * drift))
    cuts = [0, *sorted(cuts), len(bare)]
    found = [bare[a:b].strip() for a, b in pairwise(cuts)]
    return [line for line in found if line]


def _places(said: str, rng: random.Random) -> tuple[list[int], str]:
    places, bare = [], ""
    for mark in said:
        if mark == "/":
            places.append(len(bare))
            continue
        if mark == " " and bare:
            places.append(len(bare))
        if len(bare) > 2 and mark in _BEFORE and rng.random() < 0.5:
            places.append(len(bare))
        bare += mark
        if mark in "：，；！？" or (mark == "的" and rng.random() < 0.7):
            places.append(len(bare))
    return [at for at in places if 1 < at < len(bare) - 1 and _may(bare, at)], bare


def _may(bare: str, at: int) -> bool:
    if bare[at] in "，。、；：？！”’）》」』…—" or bare[at - 1] in "“‘（《「『":
        return False
    return not (_GLUED.match(bare[at]) and _GLUED.match(bare[at - 1]))
