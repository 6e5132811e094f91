"""Put back what stands out of place on a page: columns torn off, and text doubled at a seam."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Kind, Reads
from reader.text import cues
from reader.text.openings import pairs_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.articles import Story
    from reader.text.blocks import Block
    from reader.text.features import Unit

MOST = 8
"""Open ends and broken beginnings of a page that are weighed against one another."""
WHOLE = 200_000
"""Code points of a page in which the words at a break are looked for."""
ONLY = 0.6
"""What it lends that only one body of the page begins in mid-sentence."""
SURE = 1.5
"""Score from which on a column is moved."""
_TAIL_OPEN = ("open", "comma", "semi")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page in the making, and its text in one piece to count words in."""

    stories: list[Story]
    blocks: Sequence[Block]
    units: Sequence[Unit]
    whole: str

    def last(self, story: Story) -> Unit:
        """Give the last line of an article."""
        return self.units[self.blocks[story.body[-1]].units[-1]]

    def first(self, story: Story) -> Unit:
        """Give the first line of an article's body."""
        return self.units[self.blocks[story.body[0]].units[0]]

    def words(self, places: Sequence[int], limit: int) -> frozenset[str]:
        """Give the character pairs of some blocks, of each about `limit` characters."""
        return pairs_of("".join(words_of(self.blocks[at], self.units, limit) for at in places))


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
    whole = "\n".join(unit.text for unit in units)[:WHOLE]
    page = _Page(stories, blocks, units, whole)
    for _ in range(MOST):
        best = max(_moves(page, fixed), default=None)
        if best is None or best[0] < SURE:
            return
        score, source, target = best
        _move(stories[source], stories[target], page, score)


def _moves(page: _Page, fixed: Mapping[int, Reads]) -> list[tuple[float, int, int]]:
    """Give the moves that may be, with their scores."""
    stories = page.stories
    tails = [at for at, story in enumerate(stories) if _open_tail(story, page, fixed)][:MOST]
    if not tails:
        return []
    orphans = [at for at, story in enumerate(stories) if _orphan(story, page)][:MOST]
    return [
        (_fit(stories[tail], stories[orphan], page) + ONLY * (len(orphans) == 1), tail, orphan)
        for tail in tails
        for orphan in orphans
        if tail != orphan
    ]


def _open_tail(story: Story, page: _Page, fixed: Mapping[int, Reads]) -> bool:
    if not story.body or page.blocks[story.body[-1]].kind is not Kind.PARA:
        return False
    last = page.last(story)
    return last.ends in _TAIL_OPEN and fixed.get(last.end) is not Reads.PARA


def _orphan(story: Story, page: _Page) -> bool:
    if not story.body or not story.head or page.blocks[story.body[0]].kind is not Kind.PARA:
        return False
    return broken_start(page.first(story)) > -1


_FUNCTION_START = re.compile(r"[的了着们得地之者性化和与及或并而也都就才还则却即]")


def broken_start(unit: Unit) -> float:
    """Give log odds that a paragraph begins in mid-sentence."""
    score = {
        "nonstarter": 5.0, "lone": 2.5, "particle": 2.5, "date": -3.0, "opener": -3.0,
        "series": -2.0, "bullet": -4.0, "speaker": -2.0, "byline": -4.0, "quote": -1.0,
    }.get(unit.starts, -0.3)  # fmt: skip
    score += 0.8 if _FUNCTION_START.match(unit.text) else 0.0
    return score + (3.0 if cues.closes_unopened(unit.text[:200]) else 0.0)


def _fit(tail: Story, head: Story, page: _Page) -> float:
    """Weigh whether the end of one story goes on at the beginning of another's body."""
    last, first = page.last(tail), page.first(head)
    score = broken_start(first)
    kind = cues.across(last.tail, first.text, cues.COMMON_PAIRS)
    score += {"word": 2.0, "number": 1.5, "latin": 0.5}.get(kind or "", 0.0)
    # A word of this page, if not of the dictionary: names are seen again and again.
    if kind is None and last.tail[-1] + first.text[0] in page.whole:
        score += 1.5
    unopened = cues.closes_unopened(first.text[:200])
    if (cues.open_brackets(last.tail) != "") != unopened:
        score -= 2.0
    column = [at for at in tail.body[-3:] if page.blocks[at].kind is Kind.PARA]
    words, there = page.words(column, 300), page.words(head.head, 80)
    here = page.words(tail.head, 80)
    score += max(-1.0, min(2.5, 0.25 * (len(words & (there - here)) - len(words & (here - there)))))
    return score + min(0.6, 0.05 * len(words & page.words(head.body[:1], 300)))


def _move(source: Story, target: Story, page: _Page, score: float) -> None:
    blocks = page.blocks
    begin = _column_start(source, target, page)
    moved = source.body[begin:]
    del source.body[begin:]
    tail, orphan = blocks[moved[-1]], blocks[target.body[0]]
    tail.torn[tail.units[-1]] = min(0.97, 0.6 + 0.06 * score)
    tail.torn.update(orphan.torn)
    tail.units.extend(orphan.units)
    orphan.units.clear()
    target.body[0:1] = moved


def _column_start(source: Story, target: Story, page: _Page) -> int:
    """Find the first paragraph of the column that ends open.

    A paragraph that shares more with the headline of the story that it would come to than with
    its own, or has more blank lines before it than the others, begins the column.
    """
    body = source.body
    there, here = page.words(target.head, 80), page.words(source.head, 80)
    gaps = [page.units[page.blocks[at].units[0]].blanks for at in body]
    best, begin, score = 0.0, len(body) - 1, 0.0
    for place in range(len(body) - 1, 0 if source.head else -1, -1):
        words = page.words(body[place : place + 1], 200)
        score += 0.3 * (len(words & (there - here)) - len(words & (here - there))) - 0.5
        total = score + 1.2 * (gaps[place] - min(gaps))
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
    # One of the two characters at the line end must have its like a copy's length away.
    last, first = tail[-1], head[0]
    if last not in head[1:LONGEST] and first not in tail[-LONGEST:-1]:
        return None
    both = tail[-2 * LONGEST :] + head
    seam = len(both) - len(head)
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
