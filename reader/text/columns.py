"""Put back what stands out of place on a page: columns torn off, and text doubled at a seam."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text import cues
from reader.text.articles import pairs_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Reads
    from reader.text.articles import Story
    from reader.text.blocks import Block
    from reader.text.features import Unit

MOST = 8
"""Open ends and broken beginnings of a page that are weighed against one another."""
SURE = 2.0
"""Score from which on a column is moved."""
_TAIL_OPEN = ("open", "comma", "semi")


def put_back(
    stories: list[Story],
    blocks: Sequence[Block],
    units: Sequence[Unit],
    fixed: Mapping[int, Reads],
) -> None:
    """Join an open end of one article to the body of another that begins in mid-sentence.

    What is moved is the open paragraph and the paragraphs of its column before it. Changes
    `stories` and `blocks` in place; a block that was joined to another keeps no unit.
    """
    for _ in range(MOST):
        best = max(_moves(stories, blocks, units, fixed), default=None)
        if best is None or best[0] < SURE:
            return
        score, source, target = best
        _move(stories[source], stories[target], blocks, units, score)


def _moves(
    stories: Sequence[Story],
    blocks: Sequence[Block],
    units: Sequence[Unit],
    fixed: Mapping[int, Reads],
) -> list[tuple[float, int, int]]:
    tails = [i for i, s in enumerate(stories) if _open_tail(s, blocks, units, fixed)][:MOST]
    orphans = [i for i, s in enumerate(stories) if _orphan(s, blocks, units)][:MOST]
    return [
        (_fit(stories[i], stories[j], blocks, units), i, j)
        for i in tails
        for j in orphans
        if i != j
    ]


def _open_tail(
    story: Story, blocks: Sequence[Block], units: Sequence[Unit], fixed: Mapping[int, Reads]
) -> bool:
    if not story.body or blocks[story.body[-1]].kind is not Kind.PARA:
        return False
    last = units[blocks[story.body[-1]].units[-1]]
    return last.ends in _TAIL_OPEN and fixed.get(last.end) != "para"


def _orphan(story: Story, blocks: Sequence[Block], units: Sequence[Unit]) -> bool:
    if not story.body or not story.head or blocks[story.body[0]].kind is not Kind.PARA:
        return False
    return broken_start(units[blocks[story.body[0]].units[0]]) > 0


_FUNCTION_START = re.compile(r"[的了着们得地之者性化和与及或并而也都就才还则却即]")


def broken_start(unit: Unit) -> float:
    """Give log odds that a paragraph begins in mid-sentence."""
    score = {
        "nonstarter": 5.0, "lone": 2.5, "particle": 2.5, "date": -3.0, "opener": -3.0,
        "series": -2.0, "bullet": -4.0, "speaker": -2.0, "byline": -4.0, "quote": -1.0,
    }.get(unit.starts, -0.3)  # fmt: skip
    return score + (0.8 if _FUNCTION_START.match(unit.text) else 0.0)


def _fit(tail: Story, head: Story, blocks: Sequence[Block], units: Sequence[Unit]) -> float:
    """Weigh whether the end of one story goes on at the beginning of another's body."""
    last = units[blocks[tail.body[-1]].units[-1]]
    first = units[blocks[head.body[0]].units[0]]
    score = broken_start(first)
    kind = cues.across(last.tail, first.text, cues.COMMON_PAIRS)
    score += {"word": 2.0, "number": 1.5, "latin": 0.5}.get(kind or "", 0.0)
    opened, closed = cues.open_brackets(last.text), cues.open_brackets(first.text)
    if opened and not closed and any(mark in first.text for mark in "”’」』）》"):
        score += 1.5
    open_words = pairs_of(words_of(blocks[tail.body[-1]], units, 400))
    head_words = pairs_of("".join(words_of(blocks[at], units, 80) for at in head.head))
    body_words = pairs_of(words_of(blocks[head.body[0]], units, 300))
    score += min(1.5, 0.4 * len(open_words & head_words))
    score += min(1.0, 0.1 * len(open_words & body_words))
    return score


def _move(
    source: Story,
    target: Story,
    blocks: Sequence[Block],
    units: Sequence[Unit],
    score: float,
) -> None:
    begin = _column_start(source, target, blocks, units)
    moved = source.body[begin:]
    del source.body[begin:]
    tail, orphan = blocks[moved[-1]], blocks[target.body[0]]
    tail.torn[tail.units[-1]] = min(0.97, 0.6 + 0.06 * score)
    tail.torn.update(orphan.torn)
    tail.units.extend(orphan.units)
    orphan.units.clear()
    target.body[0:1] = moved


def _column_start(
    source: Story, target: Story, blocks: Sequence[Block], units: Sequence[Unit]
) -> int:
    """Find the first paragraph of the column that ends open: where most blanks stand before it.

    A paragraph that shares more with the headline of the story that it would come to than with
    its own, or has more blank lines before it than the others, begins the column.
    """
    body = source.body
    there = pairs_of("".join(words_of(blocks[at], units, 80) for at in target.head))
    here = pairs_of("".join(words_of(blocks[at], units, 80) for at in source.head))
    best, begin = 0.0, len(body) - 1
    score = 0.0
    usual = min(units[blocks[at].units[0]].blanks for at in body)
    for place in range(len(body) - 1, 0 if source.head else -1, -1):
        words = pairs_of(words_of(blocks[body[place]], units, 200))
        score += 0.3 * (len(words & (there - here)) - len(words & (here - there))) - 0.5
        gap = units[blocks[body[place]].units[0]].blanks - usual
        total = score + 1.0 * gap
        if total > best:
            best, begin = total, place
    return begin


LONGEST = 12
"""Characters of the longest repetition at a seam that is looked for."""


def doubled(blocks: Sequence[Block], units: Sequence[Unit]) -> None:
    """Strike text that stands doubled where two lines of a paragraph were cut apart.

    Two characters and more at the end of a line, again at the beginning of the next, are a fault
    of the extraction; a single one is a true repetition far more often, and stays. A repetition
    that the line itself shows to be meant (it stands so inside a line) stays too.
    """
    for block in blocks:
        if block.kind not in (Kind.PARA, Kind.CAPTION):
            continue
        for before, after in zip(block.units, block.units[1:], strict=False):
            span = _repeated(units[before].tail, units[after].text[: 2 * LONGEST])
            # White space must not come to stand at the head of what is left.
            if span and units[after].text[span[1] : span[1] + 1].strip():
                low, high = span
                at = units[before].end if low < 0 else units[after].start
                block.struck.append((at + low, at + high))


_PLAIN = re.compile(r"[^\W\d_a-zA-Z一][^\W\d_a-zA-Z]+")


def _repeated(tail: str, head: str) -> tuple[int, int] | None:
    """Find a text that stands twice in a row across a line end.

    Gives the span of the copy that lies wholly on one side: in `head` from its beginning, or, with
    negative numbers, in `tail` from its end; the longest repetition counts.
    """
    both = tail[-2 * LONGEST :] + head
    seam = len(both) - len(head)
    # One of the two characters at the line end must have its like a copy's length away.
    last, first = tail[-1], head[0]
    sizes = [
        size
        for size in range(LONGEST, 1, -1)
        if last == head[size - 1 : size] or first == tail[-size : 1 - size]
    ]
    for size in sizes:
        for start in range(max(0, seam - 2 * size + 1), seam):
            middle, end = start + size, start + 2 * size
            same = both[start:middle]
            if both[middle:end] == same and _PLAIN.fullmatch(same) and len(set(same)) > 1:
                return (
                    (middle - seam, end - seam) if middle >= seam else (start - seam, middle - seam)
                )
    return None
