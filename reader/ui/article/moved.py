"""What stands elsewhere than it was printed: stretches out of the order of their page."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.model import HEAD_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model import BlockText, SeamFact


class Moved(NamedTuple):
    """Code points [start, end) of a block that were printed elsewhere, and where that was.

    `machine` tells that the engine put them here, and no person.
    """

    start: int
    end: int
    source: int
    at: int
    machine: bool = False
    line: int = 0
    """Number in its file of the line where it was printed."""


class _Run(NamedTuple):
    block: int
    start: int
    end: int
    source: int
    at: int


def moved_in(
    blocks: Sequence[BlockText],
    seams: Sequence[Sequence[SeamFact]],
    by_hand: Collection[str] = (),
) -> list[tuple[Moved, ...]]:
    """Find, for each block of an article, what of it stands out of the order of print.

    The longest row of stretches that stand in order is what stays; the others were moved. Of
    blocks that a person has moved (`by_hand`) it is they that did not stay. A stretch inside a
    block came there by the one who decided on the line end before it. Headings are set in the
    order of their kinds, wherever they were printed, and are left out.
    """
    runs = [
        _Run(n, o.start, o.end, o.source, o.at)
        for n, b in enumerate(blocks)
        if b.kind not in HEAD_KINDS
        for o in b.origin
        if not o.typed
    ]
    hand = {n for n, b in enumerate(blocks) if b.id in by_hand}
    stay = _staying(runs, hand)
    found: list[list[Moved]] = [[] for _ in blocks]
    for number, run in enumerate(runs):
        if number in stay:
            continue
        mine = found[run.block]
        last = mine[-1] if mine else None
        if last is not None and number - 1 not in stay and _goes_on(last, run):
            mine[-1] = last._replace(end=run.end)
        else:
            decided = any(s.at == run.start and s.decider is not None for s in seams[run.block])
            person = decided or (run.start == 0 and run.block in hand)
            mine.append(Moved(run.start, run.end, run.source, run.at, machine=not person))
    return [tuple(moved) for moved in found]


def _staying(runs: Sequence[_Run], hand: Collection[int]) -> set[int]:
    """Give the indices of the runs that stay, those of blocks `hand` only where they fit in."""
    stay = _in_order(runs)
    if len(stay) == len(runs) or not hand:
        return stay
    kept = [n for n, run in enumerate(runs) if run.block not in hand]
    firm = {kept[n] for n in _in_order([runs[n] for n in kept])}
    fitting = [n for n, run in enumerate(runs) if n in firm or run.block in hand]
    whole = {fitting[n] for n in _in_order([runs[n] for n in fitting])}
    return firm | whole if firm <= whole else firm


def _goes_on(last: Moved, run: _Run) -> bool:
    return last.source == run.source and last.at < run.at


def _in_order(runs: Sequence[_Run]) -> set[int]:
    """Give the indices of a longest rising row (patience sorting, Fredman 1975)."""
    ranks: dict[int, int] = {}
    for run in runs:
        ranks.setdefault(run.source, len(ranks))
    keys = [(ranks[run.source], run.at) for run in runs]
    if all(one < other for one, other in pairwise(keys)):  # so it is in almost every article
        return set(range(len(keys)))
    tops: list[tuple[int, int]] = []
    last: list[int] = []
    before: list[int] = []
    for index, key in enumerate(keys):
        pile = bisect_left(tops, key)
        before.append(last[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(key)
            last.append(index)
        else:
            tops[pile] = key
            last[pile] = index
    stay: set[int] = set()
    index = last[-1] if last else -1
    while index >= 0:
        stay.add(index)
        index = before[index]
    return stay
