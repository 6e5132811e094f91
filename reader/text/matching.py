"""Match headlines that stand together to the bodies that they belong to, by their words.

The lead of an article repeats what its headlines say: names, numbers, days. A way to part the
headlines of a run among articles is weighed as a whole: where it parts them, how well each part
fits the beginning that it gets, and how much like a beginning that place looks by itself. All
weights are log odds.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_CUTS = 5
"""Places of a run of headlines at which it is tried whether it is parted: the least sure."""
BODILESS = -0.5
"""What it costs that a part of the headlines finds no body."""
OWNERLESS = -4.0
"""What it costs that the text right below the headlines gets none of them."""
NEXT = 0.8
"""What it lends to the lowest part that the text stands right below it."""
CLEAR = 0.6
"""How well headlines must at least fit a body that does not stand right below them."""
FEW = 4.0
"""Pairs of characters of a headline so short that its words prove little."""
_SHARE, _CHANCE = 9.0, 1.6
"""Odds that a whole headline repeated lends; and what any two texts share by chance."""
_MOST_ODDS = 3.5


@dataclass(frozen=True, slots=True)
class Opening:
    """A place where an article's body may begin: how much it looks so, and its words there."""

    odds: float
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class Part:
    """Headlines ``low`` to ``high`` of a run, and the opening that they belong to, if any."""

    low: int
    high: int
    opening: int | None


@dataclass(slots=True)
class _Page:
    """The words of headlines and openings, and how they fit, each pair found once."""

    heads: Sequence[frozenset[int]]
    openings: Sequence[Opening]
    below: bool
    rarity: dict[int, float]
    known: dict[tuple[int, int], float]

    def fit(self, low: int, high: int, at: int) -> float:
        """Give the odds that some headlines belong to an opening, by the words of both.

        The best of them counts: a line of slogans takes nothing away.
        """
        return max([self._fit(head, at) for head in range(low, high)])

    def _fit(self, head: int, at: int) -> float:
        key = head, at
        if key not in self.known:
            words = self.heads[head]
            rare = self.rarity.get
            whole = max(FEW, fsum([rare(pair, 1.0) for pair in words]))
            both = fsum([rare(pair, 1.0) for pair in words & self.openings[at].words])
            self.known[key] = min(_MOST_ODDS, _SHARE * both / whole - _CHANCE)
        return self.known[key]


def parted(
    heads: Sequence[frozenset[int]],
    cuts: Sequence[float],
    openings: Sequence[Opening],
    *,
    below: bool,
) -> list[Part]:
    """Part a run of headlines, and give each part its opening.

    `heads` are the words (pairs of characters) of each headline, `cuts` the odds that an article
    begins with it (of the first not used). With `below` the first opening is the text right below
    the run. Gives the parts in the order of the headlines.
    """
    asked = frozenset[int]().union(*heads)
    counts = Counter(chain.from_iterable([asked & opening.words for opening in openings]))
    rarity = {pair: 1.0 / count**1.5 for pair, count in counts.items()}
    page = _Page(heads, openings, below, rarity, {})
    best: tuple[float, list[Part]] = (float("-inf"), [])
    for chosen in _ways(cuts):
        edges = [0, *chosen, len(heads)]
        score, parts = _assigned(page, edges)
        score += sum(cuts[at] for at in chosen)
        if score > best[0]:
            best = score, parts
    return best[1]


def _ways(cuts: Sequence[float]) -> Iterator[tuple[int, ...]]:
    """Give the ways to part a run, the plainest first: where it is sure, all part it alike."""
    places = sorted(range(1, len(cuts)), key=lambda at: abs(cuts[at]))
    sure = [at for at in places[MOST_CUTS:] if cuts[at] > 0]
    places = sorted(places[:MOST_CUTS])
    for count in range(len(places) + 1):
        for chosen in combinations(places, count):
            yield tuple(sorted([*sure, *chosen]))


def _assigned(page: _Page, edges: Sequence[int]) -> tuple[float, list[Part]]:
    """Give each part of the headlines an opening: the best fits first."""
    spans = list(pairwise(edges))
    ranked = sorted(
        (
            (_odds(page, span, at, lowest=number == len(spans) - 1), -number, -at)
            for number, span in enumerate(spans)
            for at in range(len(page.openings))
        ),
        reverse=True,
    )
    given: dict[int, int] = {}
    score = 0.0
    for odds, number, place in ranked:
        part, at = -number, -place
        if part in given or at in given.values():
            continue
        if odds < BODILESS or (page.fit(*spans[part], at) < CLEAR and not (page.below and at == 0)):
            continue
        given[part] = at
        score += odds
    score += BODILESS * (len(spans) - len(given))
    if page.below and 0 not in given.values():
        score += OWNERLESS
    return score, [Part(*span, given.get(number)) for number, span in enumerate(spans)]


def _odds(page: _Page, span: tuple[int, int], at: int, *, lowest: bool) -> float:
    fit = page.fit(*span, at)
    if page.below and at == 0:
        return max(fit, -0.5) + (NEXT if lowest else 0.0)
    return fit + page.openings[at].odds
