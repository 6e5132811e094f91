"""Compare each line with those near by: lengths, marks, shapes, characters that stand together."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise, repeat
from operator import add, itemgetter, sub
from typing import TYPE_CHECKING, NamedTuple

from reader.text import cues, headlines
from reader.text.classes import EDGE, odds
from reader.text.features import STOPS
from reader.text.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.features import Sight
    from reader.text.own import Own

Key = tuple[str, ...]
"""The classes of one group of a line."""
_BESIDE = 4


def picking(part: Sequence[int]) -> Callable[[Key], Key]:
    """Give what takes a part out of a group's value."""
    if len(part) > 1:
        return itemgetter(*part)
    # A slice gives a tuple of one, too, or of none.
    return itemgetter(slice(part[0], part[0] + 1) if part else slice(0))


def lengths(sights: Sequence[Sight]) -> tuple[list[str], list[str]]:
    """Compare the length of each line with those above and below."""
    sizes = [len(sight.unit.text) for sight in sights]
    above = list(map(ratio, sizes, [0, *sizes]))
    below = [*map(_TURNED.__getitem__, above[1:]), ratio(sizes[-1], 0)]
    return above, below


def ratio(one: int, other: int) -> str:
    """Class how a length compares with another: equal, nearly, less, more."""
    if one == other:
        return "="
    if abs(one - other) <= 2:
        return "~"
    return "<" if one < other else ">"


_TURNED = {"=": "=", "~": "~", "<": ">", ">": "<"}
_GOES_ON = (-4.0, -2.0, -0.5, 1.0, 2.5)


def headed(sights: Sequence[Sight], owns: Sequence[Own]) -> list[str]:
    """Give for each line how far the headline above goes on in it, as a class."""
    below = headlines.Below([sight.unit for sight in sights])
    found = [EDGE]
    for at, (above, own) in enumerate(pairwise(owns)):
        if above.shape is None or own.shape is None:
            found.append("-")
            continue
        shapes = above.shape, own.shape
        goes_on = headlines.goes_on(sights[at], sights[at + 1], shapes, below.text(at + 1))
        found.append(odds(goes_on, _GOES_ON))
    return found


def crowds(long: Sequence[str]) -> list[str]:
    """Tell for each line how many lines near by are long; `long` tells which are."""
    size = len(long)
    if "1" not in long:
        return ["0"] * size
    sums = [0, *accumulate(map("1".__eq__, long))]
    found: list[str] = []
    for at in range(size):
        low, high = max(0, at - _BESIDE), min(size, at + _BESIDE + 1)
        share = (sums[high] - sums[low]) / (high - low)
        found.append("0" if share == 0 else "1" if share < 0.34 else "2")
    return found


@lru_cache(maxsize=1024)
def _halves(ems: float, least: int) -> str:
    """Class a difference of widths: how many half ems, at least `least` and at most nine."""
    return str(max(least, min(9, round(ems * 2))))


def grown(sights: Sequence[Sight]) -> list[str]:
    """Give for each line by how many half ems it is wider than the one above, and an end."""
    wide = [sight.unit.width.high for sight in sights]
    return [EDGE, *map(_halves, map(sub, wide[1:], wide), repeat(-9)), EDGE]


_NO_PAIR = ("-",) * 13
_LONGEST_HEAD, _MOST_UNLIKE, _LONGEST_PAIR = 24, 9, 45
"""Code points beyond which lengths of headline lines, their differences and sums are alike."""
_FIFTHS = 5


def headline_pairs(sights: Sequence[Sight], owns: Sequence[Own], bonds: Sequence[str]) -> list[Key]:
    """See at each line end between two lines that may be headlines whether they are one."""
    found: list[Key] = [_NO_PAIR]
    below = headlines.Below([sight.unit for sight in sights])
    for at, (above, own) in enumerate(pairwise(owns)):
        first, second = above.shape, own.shape
        if first is None or second is None:
            found.append(_NO_PAIR)
            continue
        before = sights[at]
        one, other = len(first.text), len(second.text)
        found.append(
            (
                headlines.start_form(second),
                "o" if before.opened else headlines.end_form(first),
                f"{first.deed:d}{second.deed:d}",
                f"{first.couplet:d}{second.couplet:d}",
                ratio(len(first.text), len(second.text)),
                bonds[at + 1] + (before.across or "-")[0],
                str(sights[at + 1].unit.blanks),
                str(min(_LONGEST_HEAD, one) // 2),
                str(min(_LONGEST_HEAD, other) // 2),
                str(max(-_MOST_UNLIKE, min(_MOST_UNLIKE, other - one))),
                str(min(_LONGEST_PAIR, one + other) // 3),
                str(int(below.echo(at + 1, first.text) * _FIFTHS)),
                str(int(own.echo * _FIFTHS)),
            )
        )
    found.append(_NO_PAIR)
    return found


_NEAR = 3


_NO_LINE = float("-inf")


def reaches(sights: Sequence[Sight]) -> tuple[list[str], list[str]]:
    """Give by how many half ems a line is narrower than the widest of the three on each side."""
    wide = [sight.unit.width.high for sight in sights]
    none = [_NO_LINE] * _NEAR
    edged = [*none, *wide, *none]
    widest = list(map(max, edged, edged[1:], edged[2:]))
    above = [EDGE, *map(_less, widest[1:], wide[1:])]
    below = [*map(_less, widest[_NEAR + 1 :], wide[:-1]), EDGE]
    return above, below


def _less(widest: float, width: float) -> str:
    return _halves(widest - width, -5)


_MARKED = frozenset(("stop", "cry", "comma", "semi", "colon"))
_POEM = 15.0


def poems(sights: Sequence[Sight]) -> tuple[list[str], list[str]]:
    """Tell how many lines near by end with a mark, and how many are short: of seven."""
    marked = [sight.unit.ends in _MARKED for sight in sights]
    short = [sight.unit.width.high <= _POEM for sight in sights]
    return _counted(marked, _NEAR, "01234567"), _counted(short, _NEAR, "01234567")


def _counted(flags: Sequence[bool], reach: int, classes: str) -> list[str]:
    """Class how many of the lines so far on each side of each line, and it itself, do a thing."""
    sums = [0] * (reach + 1)
    sums.extend(accumulate(flags))
    sums.extend(sums[-1:] * reach)
    return list(map(classes.__getitem__, map(sub, sums[2 * reach + 1 :], sums)))


def lacks(sights: Sequence[Sight]) -> list[str]:
    """Give for each line by how many half ems it is narrower than its column."""
    return [
        "?" if sight.column is None else _halves(sight.column - sight.unit.width.high, -4)
        for sight in sights
    ]


WHOLE = 200_000
"""Code points of a page in which what stands together is looked for."""


class Meetings(NamedTuple):
    """What stands together across line ends, as classes of each line.

    `next`: across the line end above each line, and an end; `skip`: across each line, from the one
    above it to the one below; `jump`: across it and the one below it.
    """

    next: list[str]
    skip: list[str]
    jump: list[str]


def meetings(sights: Sequence[Sight]) -> Meetings:
    """Tell of each line end whether the characters across it stand together elsewhere.

    Names and words of the page's own are in no dictionary, but they come again. The same is told of
    lines between which one or two others stand: a caption may stand inside a paragraph.
    """
    standing = Standing("\n".join([sight.unit.text for sight in sights])[:WHOLE])
    units = [sight.unit for sight in sights]
    lasts = [unit.tail[-1] for unit in units]
    firsts = [unit.text[0] for unit in units]
    marks = [_MARKS.get(unit.ends, "p") for unit in units]

    def bonds(away: int) -> list[str]:
        """Class what stands together across each line and the one so far below it."""
        found = ["0"] * max(0, len(units) - away)
        for at, pair in enumerate(standing.pairs(lasts, firsts[away:])):
            if pair:
                left, right = units[at].tail[-2:], units[at + away].text[:2]
                whole = standing.three(left + right[0]) or standing.three(left[-1] + right)
                found[at] = "2" if whole else "1"
        return found

    def across(away: int) -> list[str]:
        pairs = map(cues.COMMON_PAIRS.__contains__, map(add, lasts, firsts[away:]))
        found = zip(marks, pairs, bonds(away), strict=False)
        return [mark or ("w" if word else bond) for mark, word, bond in found]

    skip, jump = across(2), across(3)
    return Meetings([EDGE, *bonds(1), EDGE], _edged(skip, len(sights)), _edged(jump, len(sights)))


_MARKS = {"open": "", **dict.fromkeys(STOPS, "s")}
"""Classes of how a line ends: without a mark, with one that can end a paragraph; any other."""


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
    return [_label(sight.unit.text) for sight in sights]


def _label(text: str) -> str:
    # To look for the mark first is quicker: few lines have it.
    label = _LABEL.match(text) if "：" in text or ":" in text else None
    if label is None:
        return "-"
    return "c" if _CONTACT.search(label["label"] or "") else "l"


def several(labels: Sequence[str]) -> list[str]:
    """Count the labelled lines among the four on each side of each line and it itself, up to 4."""
    return _counted([label != "-" for label in labels], _BESIDE, "0123444444")


_MARKED_FORM = re.compile(r"[^\w“‘「『《（(【\s]")


def form(sight: Sight, own: Own) -> str:
    """Class the shape of what may be a headline: titles of parts come in series of one shape."""
    if own.head is None or own.head < 0.0 or own.shape is None:
        return "-"
    text = sight.unit.text
    if own.shape.numbered:
        return "m" if _MARKED_FORM.match(text) else "n"
    if own.shape.couplet:
        return f"c{min(9, len(text) // 2)}"
    if " " in text or "\u3000" in text:
        return "s"
    return f"p{min(5, len(text) // 4)}"
