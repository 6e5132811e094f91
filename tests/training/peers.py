"""Other ways of putting the lines of a page together, to compare the engine with.

Each gives the lines (0-based) at which it lets a block begin. The first two are what text tools
do: keep each line (as calibre's heuristics do with Chinese), or trust blank lines (as pandoc's
`east_asian_line_breaks` and formatters do). One that is trained is in `training.regression`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from training.judge import Count, neutral_of, places_of, wanted

if TYPE_CHECKING:
    from training.form import Page

Way = Callable[[str], set[int]]
"""Gives the lines (0-based) of a text at which a block begins."""

_STOPS = "。！？：…"
_CLOSERS = "”’」』）)》】\"'"


def every_line(raw: str) -> set[int]:
    """Keep every line, as doing nothing does."""
    return {at for at, line in enumerate(raw.split("\n")) if line.strip()}


def blank_lines(raw: str) -> set[int]:
    """Let a block begin after each blank line only."""
    lines = raw.split("\n")
    return {
        at
        for at, line in enumerate(lines)
        if line.strip() and (at == 0 or not lines[at - 1].strip())
    }


def stops(raw: str) -> set[int]:
    """Let a block begin after each line that ends with a stop."""
    found, open_end = set(), False
    for at, line in enumerate(raw.split("\n")):
        if line.strip():
            if not open_end:
                found.add(at)
            open_end = line.rstrip().rstrip(_CLOSERS)[-1:] not in _STOPS
    return found


def widths(raw: str) -> set[int]:
    """Join each line that is as wide as its neighbours; a short line ends its block."""
    lines = [(at, len(line.strip())) for at, line in enumerate(raw.split("\n")) if line.strip()]
    found, ended = set(), True
    for place, (at, size) in enumerate(lines):
        if ended:
            found.add(at)
        near = [other for _, other in lines[max(0, place - 10) : place + 11]]
        ended = size < Counter(near).most_common(1)[0][0] - 1
    return found


PEERS: dict[str, Way] = {
    "every line": every_line,
    "blank lines": blank_lines,
    "stops": stops,
    "widths": widths,
}


def starts_of(page: Page, lines: set[int]) -> Count:
    """Count the boundaries of a way on a page, as those of the engine are counted."""
    places = places_of(page.raw)
    gold = wanted(page, places)
    neutral = neutral_of(gold)
    begin, starts = 0, set()
    for at, line in enumerate(page.raw.split("\n")):
        if at in lines:
            starts.add(places.of[begin + len(line) - len(line.lstrip())])
        begin += len(line) + 1
    right = {span[0] for kind, _, span in gold if span and kind != "furniture"} - neutral
    found = Count()
    found.add(Counter(right), Counter(starts - neutral))
    return found
