"""Sets blocks in lines: column widths, marks that may not begin a line, broken headlines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import rjieba

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from provinces.province_house import House

CLOSING = frozenset("，。、；：？！”’）》」』〉】〕…％%℃,.;:?!)")
HANGING = frozenset("，。、；：！？,.;:")
OPENING = frozenset("“‘（《「『【〈〔(")
WHOLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.:/@%\-]*|.", re.DOTALL)
LATIN = re.compile(r"[A-Za-z]")
SIDE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])")


class Seg(NamedTuple):
    """A printed part of a block, or its text printed again."""

    text: str
    block: int
    order: int
    again: bool = False


@dataclass(slots=True)
class Line:
    """A line of the page: its parts, and what stands before them."""

    segs: list[Seg]
    kind: str
    first: bool = True
    last: bool = True
    indent: str = ""
    frame: int = -1
    whole: bool = False

    @property
    def block(self) -> int:
        """The block whose part ends the line."""
        return self.segs[-1].block


def width_of(text: str) -> float:
    """Measure a text in ems: Latin letters and figures are half an em."""
    return sum([0.5 if mark < "\u2000" and mark != "·" else 1.0 for mark in text])


def wrap(text: str, widths: Iterator[float], short: float, house: House) -> list[str]:
    """Break a paragraph in lines; its first line is `short` ems shorter."""
    tokens = WHOLE.findall(text) if house.whole_numbers else list(text)
    lines: list[str] = []
    now: list[str] = []
    used, limit = 0.0, next(widths) - short
    for token in tokens:
        wide = width_of(token)
        if used + wide > limit and now and not _fits(token, now, used + wide - limit, house):
            carried = _carried(token, now)
            lines.append("".join(now))
            now = carried
            used, limit = width_of("".join(now)), next(widths)
        if not (token == " " and not now and lines):
            now.append(token)
            used += wide
    if now:
        lines.append("".join(now))
    return lines


def _fits(token: str, now: list[str], over: float, house: House) -> bool:
    """Tell whether a mark may hang over the edge or be squeezed in."""
    if token == " ":
        return True
    if house.marks == "hang":
        return token in HANGING and over <= 1
    if house.marks == "squeeze":
        inside = sum([0.5 for one in now if one in CLOSING or one in OPENING])
        return token in CLOSING and over <= inside + 0.5
    return house.marks == "plain" and token in CLOSING and over <= 0


def _carried(token: str, now: list[str]) -> list[str]:
    """Take back from a line what must stand with the next token."""
    carried: list[str] = []
    while len(now) > 2 and (now[-1] in OPENING or ((carried[0] if carried else token) in CLOSING)):
        carried.insert(0, now.pop())
        if carried[0] not in CLOSING and now[-1] not in OPENING:
            break
    return carried


@lru_cache(maxsize=4096)
def word_ends(text: str) -> tuple[int, ...]:
    """Give the places between words."""
    places, at = [], 0
    for word in rjieba.cut(text):
        at += len(word)
        places.append(at)
    return tuple(places[:-1])


def broken_head(text: str, kind: str, rng: Random, house: House) -> list[str]:
    """Break a headline in lines, mostly between words, mostly balanced."""
    chance = house.break_heads * {"title": 1.0, "subtitle": 0.6, "kicker": 0.3}.get(kind, 0.0)
    if " " in text and len(text) > 6 and rng.random() < chance:
        halves = text.split(" ")
        if len(halves) < 4 and min(len(half) for half in halves) > 2:
            return halves
    if len(text) < 11 or rng.random() > chance * min(1.4, len(text) / 14):
        return [text]
    count = 3 if len(text) > 24 and rng.random() < 0.35 else 2
    cuts = sorted({_cut(text, len(text) * part / count, rng) for part in range(1, count)})
    pairs = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [piece for start, end in pairs if (piece := text[start:end].strip())]


def _cut(text: str, ideal: float, rng: Random) -> int:
    """Choose where to break a headline near a place."""
    if rng.random() < 0.06 and text[int(ideal)] not in CLOSING:
        return int(ideal)
    ideal += rng.choice((0, 0, 0, -1, 1, -3, 3))
    places = [at for at in word_ends(text) if 1 < at < len(text) - 1]
    places = [at for at in places if text[at] not in CLOSING and text[at - 1] not in OPENING]
    if not places:
        return len(text) // 2

    def cost(at: int) -> float:
        better = 2 if text[at] in "的和与及暨" or text[at - 1] in "：，！？ 》”" else 0
        return abs(at - ideal) - better

    return min(places, key=cost)


def spaced(text: str, rng: Random, house: House) -> str:
    """Slip spaces in where Chinese and figures meet, as typesetting does."""
    if not house.digit_space:
        return text
    return SIDE.sub(lambda _: " " if rng.random() < house.digit_space else "", text)


def joined(lines: list[Line]) -> list[Line]:
    """Join the lines of each block that stand one after another in a column."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        whole = last and last.block == line.block and last.kind == line.kind == "para"
        if not whole or last is None or line.segs[0].again:
            made.append(line)
            continue
        before, after = last.segs[-1], line.segs[0]
        gap = " " if LATIN.match(before.text[-1]) and LATIN.match(after.text[0]) else ""
        last.segs[-1] = before._replace(text=before.text + gap + after.text)
        last.last = line.last
    return made
