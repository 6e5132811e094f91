"""Compare each line with those near by: lengths, marks, shapes, characters that stand together."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from reader.text import cues, headlines
from reader.text.classes import EDGE, odds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.classes import Line
    from reader.text.features import Sight
    from reader.text.own import Own

Key = tuple[str, ...]
"""The classes of one group of a line."""
_BESIDE = 4


def lengths(sights: Sequence[Sight], at: int) -> tuple[str, str]:
    """Compare a line's length with those above and below."""
    size = len(sights[at].unit.text)
    above = len(sights[at - 1].unit.text) if at else 0
    below = len(sights[at + 1].unit.text) if at + 1 < len(sights) else 0
    return ratio(size, above), ratio(size, below)


def ratio(one: int, other: int) -> str:
    """Class how a length compares with another: equal, nearly, less, more."""
    if one == other:
        return "="
    if abs(one - other) <= 2:
        return "~"
    return "<" if one < other else ">"


_GOES_ON = (-4.0, -2.0, -0.5, 1.0, 2.5)


def headed(sights: Sequence[Sight], owns: Sequence[Own]) -> list[str]:
    """Give for each line how far the headline above goes on in it, as a class."""
    units = [sight.unit for sight in sights]
    found = [EDGE]
    for at in range(1, len(sights)):
        if owns[at - 1].head is None or owns[at].head is None:
            found.append("-")
            continue
        below = headlines.text_below(units, at)
        found.append(odds(headlines.goes_on(sights[at - 1], sights[at], below), _GOES_ON))
    return found


def crowds(lines: Sequence[Line]) -> list[str]:
    """Tell for each line how many lines near by are long."""
    total, sums = 0, [0]
    for line in lines:
        total += line.long == "1"
        sums.append(total)
    found: list[str] = []
    for at in range(len(lines)):
        low, high = max(0, at - _BESIDE), min(len(lines), at + _BESIDE + 1)
        share = (sums[high] - sums[low]) / (high - low)
        found.append("0" if share == 0 else "1" if share < 0.34 else "2")
    return found


def grown(sights: Sequence[Sight]) -> list[str]:
    """Give for each line by how many half ems it is wider than the one above, and an end."""
    found = [EDGE]
    for before, after in pairwise(sights):
        gain = after.unit.width.high - before.unit.width.high
        found.append(str(max(-9, min(9, round(gain * 2)))))
    found.append(EDGE)
    return found


_NO_PAIR = ("-",) * 7


def headline_pairs(sights: Sequence[Sight], owns: Sequence[Own], bonds: Sequence[str]) -> list[Key]:
    """See at each line end between two lines that may be headlines whether they are one."""
    found: list[Key] = [_NO_PAIR]
    for at, (before, after) in enumerate(pairwise(sights)):
        if owns[at].head is None or owns[at + 1].head is None:
            found.append(_NO_PAIR)
            continue
        first, second = before.unit.text, after.unit.text
        found.append(
            (
                headlines.start_form(second),
                "o" if before.opened else headlines.end_form(first),
                headlines.deeds(first, second),
                f"{headlines.couplet(first):d}{headlines.couplet(second):d}",
                ratio(len(first), len(second)),
                bonds[at + 1] + (before.across or "-")[0],
                str(after.unit.blanks),
            )
        )
    found.append(_NO_PAIR)
    return found


_NEAR = 3


def reaches(sights: Sequence[Sight]) -> list[tuple[str, str]]:
    """Give by how many half ems a line is narrower than the widest of the three on each side."""
    wide = [sight.unit.width.high for sight in sights]
    found: list[tuple[str, str]] = []
    for at, width in enumerate(wide):
        above, below = wide[max(0, at - _NEAR) : at], wide[at + 1 : at + 1 + _NEAR]
        found.append((_less(above, width), _less(below, width)))
    return found


def _less(others: Sequence[float], width: float) -> str:
    return str(max(-5, min(9, round((max(others) - width) * 2)))) if others else EDGE


_MARKED = frozenset(("stop", "cry", "comma", "semi", "colon"))
_POEM = 15.0


def poems(sights: Sequence[Sight]) -> list[tuple[str, str]]:
    """Tell how many lines near by end with a mark, and how many are short: of seven."""
    marked = [sight.unit.ends in _MARKED for sight in sights]
    short = [sight.unit.width.high <= _POEM for sight in sights]
    return [
        (
            str(sum(marked[max(0, at - _NEAR) : at + _NEAR + 1])),
            str(sum(short[max(0, at - _NEAR) : at + _NEAR + 1])),
        )
        for at in range(len(sights))
    ]


def lack(sight: Sight) -> str:
    """Give by how many half ems a line is narrower than its column."""
    if sight.column is None:
        return "?"
    return str(max(-4, min(9, round((sight.column - sight.unit.width.high) * 2))))


WHOLE = 200_000
"""Code points of a page in which what stands together is looked for."""


SHORT = 6_000
"""Code points of a page up to which its text itself is searched."""


class Bonds(NamedTuple):
    """What stands together across line ends, as classes of each line.

    `next`: across the line end above each line, and an end; `skip`: across each line, from the one
    above it to the one below; `jump`: across it and the one below it.
    """

    next: list[str]
    skip: list[str]
    jump: list[str]


def bonds(sights: Sequence[Sight]) -> Bonds:
    """Tell of each line end whether the characters across it stand together elsewhere.

    Names and words of the page's own are in no dictionary, but they come again. The same is told of
    lines between which one or two others stand: a caption may stand inside a paragraph.
    """
    text = "\n".join([sight.unit.text for sight in sights])[:WHOLE]
    seen: str | set[str] = text
    if len(text) > SHORT:
        seen = {*map(add, text, text[1:]), *map(add, map(add, text, text[1:]), text[2:])}

    def bond(before: Sight, after: Sight) -> str:
        left, right = before.unit.tail, after.unit.text
        if left[-1] + right[0] not in seen:
            return "0"
        return "2" if left[-2:] + right[0] in seen or left[-1] + right[:2] in seen else "1"

    def across(before: Sight, after: Sight) -> str:
        ends = before.unit.ends
        if ends != "open":
            return "s" if before.unit.stopped else "p"
        pair = before.unit.tail[-1] + after.unit.text[0]
        return "w" if pair in cues.COMMON_PAIRS else bond(before, after)

    beside = [bond(*pair) for pair in pairwise(sights)]
    skip = [across(*pair) for pair in zip(sights, sights[2:], strict=False)]
    jump = [across(*pair) for pair in zip(sights, sights[3:], strict=False)]
    return Bonds([EDGE, *beside, EDGE], _edged(skip, len(sights)), _edged(jump, len(sights)))


def _edged(found: list[str], size: int) -> list[str]:
    return [EDGE, *found, *[EDGE] * max(0, size - len(found))]


_WORDS = r"[^\W\d_a-zA-Z]{2,8}"
_LABEL = re.compile(
    rf"[●■◆▲★◎▶△□○]?(?P<label>{_WORDS}(?:[ \u3000]{{1,3}}{_WORDS})?)[ \u3000]?[：:]"
    r"|[\d.,]+ ?[万萬]?元[：:]"
)
_CONTACT = re.compile(
    r"联系|聯繫|电话|電話|地址|时间|時間|地点|地點|邮箱|郵箱|热线|熱線|咨询|报名|邮编|郵編|网址|"
    r"传真|主办|承办"
)


def labels(sights: Sequence[Sight]) -> list[str]:
    """Class how each line is labelled: by how one is reached (`c`), otherwise (`l`), not at all."""
    found: list[str] = []
    for sight in sights:
        label = _LABEL.match(sight.unit.text)
        if label is None:
            found.append("-")
        else:
            found.append("c" if _CONTACT.search(label["label"] or "") else "l")
    return found


def several(labels: Sequence[str]) -> list[str]:
    """Count the labelled lines among the four on each side of each line and it itself, up to 4."""
    marked = [label != "-" for label in labels]
    return [
        str(min(4, sum(marked[max(0, at - _BESIDE) : at + _BESIDE + 1])))
        for at in range(len(marked))
    ]


_MARKED_FORM = re.compile(r"[^\w“‘「『《（(【\s]")


def form(sight: Sight, own: Own) -> str:
    """Class the shape of what may be a headline: titles of parts come in series of one shape."""
    if own.head is None or own.head < 0.0:
        return "-"
    text = sight.unit.text
    if headlines.numbered(text):
        return "m" if _MARKED_FORM.match(text) else "n"
    if headlines.couplet(text):
        return f"c{min(9, len(text) // 2)}"
    if " " in text or "\u3000" in text:
        return "s"
    return f"p{min(5, len(text) // 4)}"
