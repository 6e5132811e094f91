"""Say of each block of a decoded page what it is, when the whole page is seen; and what it begins.

A second, short conditional random field over blocks in place of lines: its labels are kinds of
blocks, and whether an article begins with the block. It never parts or joins anything: what a
line end means stays as the first field and the person have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text import chain, faces, facets, furniture, headlines
from reader.text.faces import LABELS
from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.faces import Face, Shown
    from reader.text.own import Own
    from reader.text.scorer import Blocks

_KINDS = {
    "u": Kind.SUBHEAD, "b": Kind.BYLINE, "c": Kind.CAPTION, "f": Kind.FURNITURE,
    "l": Kind.SECTION, "p": Kind.PARA, "v": Kind.VERSE,
}  # fmt: skip
_HEADS = ((State.TITLE, Kind.TITLE), (State.KICKER, Kind.KICKER), (State.SUBTITLE, Kind.SUBTITLE))
HEADINGS = frozenset(kind for _, kind in _HEADS)
_BESIDE = (Kind.FURNITURE, Kind.SECTION)
_BEGINNING = tuple(at for at, label in enumerate(LABELS) if label.endswith("!"))
_OF = {
    letter: tuple(at for at, label in enumerate(LABELS) if label[0] == letter)
    for letter in {label[0] for label in LABELS}
}
NEVER = 50.0
"""Log score that takes a label out."""
LONGEST = 80
"""Characters of running text in two lines from which on it is nothing else."""
TWO = 30
"""The same where the field has it in two lines: it goes on over a line end."""
EVENLY = 0.6
"""Probability of a title below which it may as well be a kicker."""
FEW, PERHAPS = 6, 0.05
"""Characters of a line above a headline, and probability, from which on it is read as a label."""
_LABEL = LABELS.index("l")
PLAIN = 0.4
"""Log score against running text of one short line that ends with no mark."""
STOPS = "。！？：；”）」』…!?:;"


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a block: the probabilities of its kind, and that an article begins here."""

    sure: float
    begins: float


def told(blocks: Sequence[Block], shown: Shown, weights: Blocks) -> list[Told]:
    """Give blocks their kinds, when the whole page is seen; changes them in place."""
    seen = faces.faces(blocks, shown)
    scores = weights.scorer.says(facets.clues(blocks, seen, shown))
    said = [
        _allowed(row, face, shown.owns[block.units[0]])
        for row, face, block in zip(scores, seen, blocks, strict=True)
    ]
    path, shares = chain.read(said, weights.steps)
    old = [block.kind for block in blocks]
    found: list[Told] = []
    for block, at, share in zip(blocks, path, shares, strict=True):
        letter = LABELS[at][0]
        if letter != "n":
            block.kind = _KINDS[letter]
        elif block.kind not in HEADINGS:
            row = shown.shares[block.units[0]]
            block.kind = max(_HEADS, key=lambda head: row[head[0]])[1]
        sure = sum([share[place] for place in _OF[letter]])
        found.append(Told(min(1.0, sure), sum([share[place] for place in _BEGINNING])))
    for at in _of_series(blocks, seen):
        blocks[at].kind = Kind.SUBHEAD
        found[at] = Told(found[at].sure, 0.0)
    if all(block.kind in _BESIDE for block in blocks):
        for block, kind in zip(blocks, old, strict=True):
            block.kind = kind
    _part_roles(blocks, shown)
    _label(blocks, seen, shares)
    return found


_BOX = re.compile("[^\\w]?(?:(?:相关|新闻|知识)链接|延伸阅读|新闻背景|小贴士)[^\\w]?")
_LETTER = re.compile(r"\w")


def _of_series(blocks: Sequence[Block], seen: Sequence[Face]) -> list[int]:
    """Find headlines alone above text that are in the mould of a subhead before them.

    Three in a row at least, no other headline between them. Or that name a box of the article
    before (相关链接). A mould is where marks and spaces stand: `水清岸绿 唱响“晚渡曲”` and
    `花红柳翠 画出“早春图”` are of one.
    """
    found: list[int] = []
    series: list[int] = []
    last = ""
    for at, (block, face) in enumerate(zip(blocks, seen, strict=True)):
        beside = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
        alone = block.kind in HEADINGS and all(other.kind is Kind.PARA for other in beside)
        if alone and at and _BOX.fullmatch(face.text):
            found.append(at)
        elif block.kind is Kind.SUBHEAD or alone:
            mould = _LETTER.sub("x", face.text)
            if mould != last or not mould.strip("x"):
                found += _heads_of(blocks, series)
                series = []
            # What stands before the first subhead of its mould may be the article's headline.
            if block.kind is Kind.SUBHEAD or series:
                series.append(at)
            last = mould
        elif block.kind in HEADINGS:
            found += _heads_of(blocks, series)
            series, last = [], ""
    return sorted([*found, *_heads_of(blocks, series)])


_SERIES = 3
"""Headlines of one mould in a row that make a series."""


def _heads_of(blocks: Sequence[Block], series: Sequence[int]) -> list[int]:
    """Give the headlines of a series that were not read as subheads."""
    if len(series) < _SERIES:
        return []
    return [at for at in series if blocks[at].kind is not Kind.SUBHEAD]


def _part_roles(blocks: Sequence[Block], shown: Shown) -> None:
    """Give two headlines their roles by what they say, where it is plain; changes kinds in place.

    A slogan is the title above the event that it is for. A line that only names who did what is
    told below is a kicker, one that only names what it is about where little decides it: the pages
    for training have either by a throw of the dice.
    """
    kinds = [None, *(block.kind for block in blocks), None]
    for at in range(1, len(blocks)):
        before, first, second, after = kinds[at - 1 : at + 3]
        if (first, second) not in _TWO or before in _ABOVE or after in HEADINGS:
            continue
        pair = blocks[at - 1 : at + 1]
        one, other = ("".join(shown.sights[unit].unit.text for unit in b.units) for b in pair)
        if first is Kind.KICKER:
            if headlines.slogan_above(one, other):
                pair[0].kind, pair[1].kind = Kind.TITLE, Kind.SUBTITLE
            continue
        evenly = shown.shares[pair[0].units[0]][State.TITLE] < EVENLY
        if headlines.names_who(one, other) or (
            evenly and headlines.group_roles((one, other))[0] == "kicker"
        ):
            pair[0].kind, pair[1].kind = Kind.KICKER, Kind.TITLE


_ABOVE = (Kind.KICKER, Kind.TITLE)
_TWO = ((Kind.TITLE, Kind.SUBTITLE), (Kind.KICKER, Kind.TITLE))


def _label(
    blocks: Sequence[Block], seen: Sequence[Face], shares: Sequence[Sequence[float]]
) -> None:
    """Let a few bare characters above a headline be a label where they may as well be one.

    As a label they leave the headline below them whole; as a headline they would take its place.
    What stands in one line with the number of its page (第一版 要闻) is one wherever it stands.
    """
    for at, (block, below) in enumerate(pairwise(blocks)):
        few = seen[at].size <= FEW and shares[at][_LABEL] >= PERHAPS
        above = few and block.kind in HEADINGS and below.kind in HEADINGS
        of_page = furniture.is_label_of_page(seen[at].text)
        if seen[at].lines == 1 and (above or of_page):
            block.kind = Kind.SECTION
            block.alone = not of_page and not furniture.names_section(seen[at].text)


def _allowed(scores: Sequence[float], face: Face, own: Own) -> list[float]:
    """Leave what is plain as it is: long running text or verse, a caption with its photographer."""
    if face.kind == "c" and own.caption == furniture.PLAIN:
        kept = "c"
    elif face.kind == "p":
        held = face.lines >= 3 or face.size > LONGEST or (face.lines == 2 and face.size > TWO)
        kept = "p" if held else "npubclf"
    else:
        kept = "v" if face.kind == "v" and face.lines > 1 else "npubclf"
    bare = face.lines == 1 and face.short and face.text[-1:] not in STOPS
    return list(map(add, scores, _less(kept, PLAIN if bare else 0.0)))


@cache
def _less(kept: str, less: float) -> tuple[float, ...]:
    """Give what is taken from the score of each label: of those not kept, and of running text."""
    return tuple(-less * (label[0] == "p") - NEVER * (label[0] not in kept) for label in LABELS)
