"""Gather the words of one newspaper from the text of an archive: names that no general list has.

Pairs of Chinese characters that stand side by side inside lines, never across a line end, decided
or not. A pair is a word where it stands on several pages, far more often than its characters by
themselves would (pointwise mutual information: Church and Hanks, "Word association norms, mutual
information, and lexicography", 1990), and not by chance (log-likelihood ratio: Dunning, "Accurate
methods for the statistics of surprise and coincidence", 1993). Words of three and more characters
are there by their pairs. All counts are whole numbers: the same pages give the same words, in
whatever order.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import repeat
from math import log
from operator import add, itemgetter
from typing import TYPE_CHECKING

from reader.text import cues
from reader.text.lexicon import common_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENOUGH = 2_000_000
"""Characters that are looked at, at most; more pages tell hardly more."""
OF_A_PAGE = 100_000
"""Characters of one page that are looked at."""
FEWEST = 3
"""Pages on which a word stands at least; that which it is looked for on may be one of them."""
BONDED = 4.0
"""Bits of mutual information from which on two characters are taken as one word."""
SURPRISING = 20.0
"""Log-likelihood ratio from which on that is no chance (a chance in a hundred thousand)."""
MOST = 4000
"""Words that are kept: those with the greatest ratio."""
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]{2,}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a newspaper, the most telling first, and what came of measuring them.

    `parted` words are left out since a person parted lines inside them, or since a verdict that
    was right would be wrong. Of `held` verdicts that were held out `before` and `after` are decided
    wrongly without the words and with them; where that is more, all are `refused`.
    """

    words: tuple[str, ...] = ()
    parted: int = 0
    held: int = 0
    before: int = 0
    after: int = 0
    refused: bool = False


class Gathering:
    """Counts pairs of characters on pages."""

    def __init__(self) -> None:
        self.characters = 0
        self._pairs: Counter[str] = Counter()
        self._pages: Counter[str] = Counter()
        self._lefts: Counter[str] = Counter()
        self._rights: Counter[str] = Counter()
        self._seen: set[str] = set()

    @property
    def full(self) -> bool:
        """Tell whether enough was looked at."""
        return self.characters >= ENOUGH

    def page(self, text: str, stretches: Iterable[tuple[int, int]]) -> None:
        """Count what stands inside the lines of some stretches of a page.

        A line that stood word for word on an earlier page is not counted again: a page that is
        twice in a library, or a line that every page has, makes no words.
        """
        pairs: Counter[str] = Counter()
        fresh: set[str] = set()
        for line in self._lines(text, stretches):
            if line in self._seen:
                continue
            fresh.add(line)
            for run in _HAN.findall(line):
                pairs.update(map(add, run, run[1:]))
                self._lefts.update(run[:-1])
                self._rights.update(run[1:])
        self._seen |= fresh
        self._pairs.update(pairs)
        self._pages.update(pairs.keys())

    def _lines(self, text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[str]:
        """Give the lines of stretches as the engine sees them, as far as a page is looked at."""
        folded, apart = cues.looks_traditional(text), cues.looks_apart(text)
        left = OF_A_PAGE
        for start, stop in stretches:
            end = min(stop, start + left)
            left -= end - start
            self.characters += end - start
            for line in text[start:end].splitlines():
                shown = cues.plain(cues.closed(line) if apart else line)
                yield cues.fold(shown) if folded else shown

    def words(self) -> tuple[str, ...]:
        """Give the words that no general list has, the most telling first."""
        general = common_words() | cues.COMMON_PAIRS
        whole = self._pairs.total()
        found = []
        for pair, pages in self._pages.items():
            if pages < FEWEST or pair in general:
                continue
            left, right = self._lefts[pair[0]], self._rights[pair[1]]
            counts = self._pairs[pair], left, right, whole
            if bond(*counts) >= BONDED and (told := surprise(*counts)) >= SURPRISING:
                found.append((-round(told, 3), pair))
        return tuple(map(itemgetter(1), sorted(found)[:MOST]))


def bond(pair: int, left: int, right: int, whole: int) -> float:
    """Give the pointwise mutual information in bits of a pair that stands so often.

    `left` and `right` are how often its characters stand first and second in any of `whole` pairs.
    """
    return log(pair * whole / (left * right), 2)


def surprise(pair: int, left: int, right: int, whole: int) -> float:
    """Give the log-likelihood ratio by which a pair is no chance; the same counts as `bond`."""
    table = (pair, left - pair, right - pair, whole - left - right + pair)
    sums = ((left, right), (left, whole - right), (whole - left, right),
            (whole - left, whole - right))  # fmt: skip
    return 2 * sum(
        count * log(count * size / (row * column))
        for count, (row, column), size in zip(table, sums, repeat(whole), strict=False)
        if count
    )
