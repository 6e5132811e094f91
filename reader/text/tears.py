"""Find where text breaks off on a page and where it begins in mid-sentence, and how both fit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from math import fsum, log
from typing import TYPE_CHECKING

from reader.model import Kind, Reads
from reader.text import cues
from reader.text.classes import LONG
from reader.text.lexicon import common_words
from reader.text.openings import pairs_of, words_of
from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.text.articles import Story
    from reader.text.blocks import Block
    from reader.text.features import Unit


WHOLE = 200_000
"""Code points of a page in which the words at a break are looked for."""
MOST = 12
"""Open ends and broken beginnings of a page that are weighed against one another."""
WEAK = -1.0
"""Odds of an end that only looks as if the text broke off."""
WEAKER = -2.0
"""Odds of the first paragraph below headlines that may begin in mid-sentence."""
MAY_BE = -1.0
"""Log odds of a beginning in mid-sentence from which on such a paragraph may be one."""
LOWEST = -3.0
"""Odds of the least likely end that is weighed."""
LEAST = 0.04
"""Probability of a line inside a paragraph from which on it may be one."""
SHORTEST = 8.0
"""Ems of a line that can be seen to break off by itself."""
SENTENCES = 2
"""Commas from which on a long line is running text."""
BELOW = 1.5
"""Odds that such a line, where it breaks off, goes on with the next: no paragraph ends so."""
_QUOTES = "”’」』》"
_JUMPS = re.compile("下[转轉]|[转轉]第")
_CAME = re.compile("[上紧緊]接")
_TAIL_OPEN = ("open", "comma", "semi")
_BROKEN = ("nonstarter", "lone", "particle")
_FUNCTION_START = re.compile(r"[的了着们得地之者性化和与及或并而也都就才还则却即]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the making; `shares` has for each unit the probability of each state."""

    stories: list[Story]
    blocks: Sequence[Block]
    units: Sequence[Unit]
    shares: Sequence[Sequence[float]]
    fixed: Mapping[int, Reads]
    words: dict[tuple[int, ...], frozenset[int]] = field(default_factory=dict)
    fits: dict[tuple[int, int], float | None] = field(default_factory=dict)
    counts: Counter[int] = field(default_factory=Counter)
    _whole: list[str] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """Give the text of the page, in which the words at a break are looked for."""
        if not self._whole:
            self._whole.append("\n".join([unit.text for unit in self.units])[:WHOLE])
        return self._whole[0]

    def said(self, *blocks: int) -> frozenset[int]:
        """Give the character pairs of blocks."""
        if blocks not in self.words:
            if len(blocks) == 1:
                found = pairs_of(words_of(self.blocks[blocks[0]], self.units, 400))
            else:
                found = frozenset().union(*map(self.said, blocks))
            self.words[blocks] = found
        return self.words[blocks]

    def shared(self, left: Sequence[int], right: Sequence[int]) -> float:
        """Weigh the words that two lots of blocks share: those that are rare on the page."""
        if not self.counts:
            for at, block in enumerate(self.blocks):
                if block.units and block.kind is not Kind.FURNITURE:
                    self.counts.update(self.said(at))
        both = self.said(*left) & self.said(*right)
        return fsum([2.0 / self.counts[pair] for pair in both if self.counts[pair] > 1])


@dataclass(frozen=True, slots=True)
class End:
    """A paragraph that breaks off, or begins in mid-sentence: where it is, and how surely.

    `story` and `place` tell where among the stories and their bodies; `kept` that a person decided
    that the paragraph ends there: it is weighed against the others all the same, so that what a
    person agrees with changes nothing else.
    """

    story: int
    place: int
    block: int
    odds: float
    kept: bool = False


def tails(page: Page) -> list[End]:
    """Give the paragraphs that break off."""
    found = []
    for number, story in enumerate(page.stories):
        for place, at in enumerate(story.body):
            last = place + 1 == len(story.body)
            odds = _tail_odds(page, at, last=last)
            if odds is not None:
                end = page.units[page.blocks[at].units[-1]].end
                found.append(End(number, place, at, odds, page.fixed.get(end) is Reads.PARA))
    return sorted(found, key=lambda end: -end.odds)[:MOST]


def _tail_odds(page: Page, at: int, *, last: bool) -> float | None:
    block = page.blocks[at]
    if block.kind is not Kind.PARA:
        return None
    unit = page.units[block.units[-1]]
    if _furniture_near(page, at, 1, _JUMPS):
        return None
    share = page.shares[block.units[-1]]
    seen = share[State.FIRST] + share[State.MIDDLE]
    looks = last and unit.ends in _TAIL_OPEN and unit.width.high >= SHORTEST
    if seen < LEAST and not looks:
        return None
    return max(_odds(seen), WEAK if looks else LOWEST)


def _odds(share: float) -> float:
    """Give the odds of what the field says, none greater than even: it says so often enough."""
    return max(LOWEST, min(0.0, 0.6 * log((share + 0.01) / (1.01 - share))))


def orphans(page: Page, *, weak: bool = False) -> list[End]:
    """Give the paragraphs that begin in mid-sentence.

    With `weak` those, too, that stand first below headlines and only may begin so.
    """
    found = []
    for number, story in enumerate(page.stories):
        for place, at in enumerate(story.body):
            odds = _orphan_odds(page, at, first=place == 0, weak=weak and place == 0)
            if odds is not None:
                found.append(End(number, place, at, odds))
    return sorted(found, key=lambda end: -end.odds)[:MOST]


def _orphan_odds(page: Page, at: int, *, first: bool, weak: bool) -> float | None:
    block = page.blocks[at]
    if block.kind is not Kind.PARA or _furniture_near(page, at, -1, _CAME):
        return None
    unit, share = page.units[block.units[0]], page.shares[block.units[0]]
    seen = share[State.MIDDLE] + share[State.LAST]
    if seen < LEAST and not first and unit.starts not in _BROKEN:
        return None
    broken = broken_start(unit)
    looks = broken >= (0.4 if first else 1.5)
    if seen < LEAST and not looks and not (weak and broken > MAY_BE):
        return None
    least = WEAK if looks else WEAKER if weak else LOWEST
    return max(_odds(seen), least) + min(0.5, 0.2 * broken)


def _furniture_near(page: Page, at: int, step: int, words: re.Pattern[str]) -> bool:
    """Tell whether the next block that way is a line that sends to or takes from elsewhere."""
    near = at + step
    if not 0 <= near < len(page.blocks) or page.blocks[near].kind is not Kind.FURNITURE:
        return False
    units = page.blocks[near].units
    return bool(units) and words.search(page.units[units[0]].text) is not None


def broken_start(unit: Unit) -> float:
    """Give log odds that a paragraph begins in mid-sentence."""
    score = {
        "nonstarter": 5.0, "lone": 2.5, "particle": 2.5, "date": -3.0, "opener": -3.0,
        "series": -2.0, "bullet": -4.0, "speaker": -2.0, "byline": -4.0, "quote": -1.0,
    }.get(unit.starts, -0.3)  # fmt: skip
    score += 0.8 if _FUNCTION_START.match(unit.text) else 0.0
    return score + (3.0 if cues.closes_unopened(unit.text[:200]) else 0.0)


def fit(page: Page, tail: End, orphan: End) -> float | None:
    """Weigh whether a paragraph that breaks off goes on with another; None where it cannot.

    What was weighed once is kept: it is the same until something moves.
    """
    pair = tail.block, orphan.block
    if pair not in page.fits:
        page.fits[pair] = _fit(page, tail, orphan)
    return page.fits[pair]


def _fit(page: Page, tail: End, orphan: End) -> float | None:
    if tail.block == orphan.block:
        return None
    before, after = page.blocks[tail.block], page.blocks[orphan.block]
    last, first = page.units[before.units[-1]], page.units[after.units[0]]
    if first.starts == "nonstarter" and last.ends != "open":
        return None
    score = _across(page, last, first) + _brackets(page, before, first)
    score += 0.8 * _widths(page, before, after)
    if after.units[0] == before.units[-1] + 1 and _breaks_off(last):
        score += BELOW
    if tail.place == orphan.place == 0 and tail.story != orphan.story:
        score -= 1.3
    story, there = page.stories[tail.story], page.stories[orphan.story]
    here = [*story.head, *story.body[max(0, tail.place - 3) : tail.place + 1]]
    near = there.body[orphan.place : orphan.place + 3]
    return score + min(2.4, 0.3 * page.shared(here, near))


def _breaks_off(last: Unit) -> bool:
    """Tell whether a long line of running text ends without a mark, or behind quoted words."""
    if last.width.low <= LONG or last.commas < SENTENCES:
        return False
    return last.ends == "open" or (last.ends == "close" and last.tail[-1] in _QUOTES)


def _across(page: Page, last: Unit, first: Unit) -> float:
    """Weigh the characters on both sides: a word, a number, or what stands so on the page."""
    tail, head = last.tail, first.text
    if last.ends in ("comma", "semi"):
        return -3.0 if first.starts in ("lone", "particle") else -0.7
    kind = cues.across(tail, head, common_words())
    score = {"word": 1.4, "number": 0.5, "latin": 0.3}.get(kind or "", 0.0)
    if last.ends != "open":
        return score - 0.6
    # Names and terms of the page are seen again and again, in the dictionary or not.
    if tail[-2:] + head[:1] in page.whole or tail[-1:] + head[:2] in page.whole:
        return score + 2.0
    if tail[-1:] + head[:1] in page.whole:
        return score + 1.0
    return score or -1.2


def _brackets(page: Page, before: Block, first: Unit) -> float:
    """Weigh brackets: what is open at the end must be closed, and nothing else."""
    opened = ""
    for at in before.units[-6:]:
        opened = cues.open_brackets(page.units[at].tail, opened)
    unopened = cues.closes_unopened(first.text[:200])
    if opened and unopened:
        return 3.0
    return -3.0 if unopened else -1.0 if opened else 0.0


def _widths(page: Page, before: Block, after: Block) -> float:
    """Weigh the widths of both columns: a text goes on in a column as wide as its own."""
    one = max(page.units[at].width.high for at in before.units[-8:])
    two = max(page.units[at].width.high for at in after.units[:8])
    if min(len(before.units), len(after.units)) < 2:
        return 0.0
    apart = abs(one - two)
    return 0.5 if apart <= 1.0 else -0.3 * min(apart, 4.0)
