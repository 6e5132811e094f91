"""Tell a list of short news, each with a mark that captions have too, from captions.

▲ and △ point from a caption to its picture; several in a row that tell news and name no picture
are a list.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text import openings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Unit

_MARKS = "▲△"
FEWEST = 3
"""Marked lines in a row that make a list."""
LONGEST = 12
"""Lines of an item of such a list."""
_PICTURE = re.compile(
    "[摄攝]影?[)）]?。?$|[图圖](?:[为為片：:/／]|$)|[上下左右][图圖]|照片|[供资資]料?[图圖]"
)
"""Words of one who shows a picture, or took it."""


def briefs(units: Sequence[Unit]) -> set[int]:
    """Give the places of the lines with which the items of such lists begin.

    Each item has the same mark, ends with a stop or a signature and names no picture; most go on
    behind a comma or say when it was.
    """
    found: set[int] = set()
    row: list[int] = []
    for at in [at for at, unit in enumerate(units) if unit.text[0] in _MARKS]:
        if row and not _follows(units, row[-1], at):
            found.update(row if _are_news(units, row) else ())
            row = []
        row.append(at)
    return found.union(row if _are_news(units, row) else ())


def _follows(units: Sequence[Unit], above: int, at: int) -> bool:
    """Tell whether a marked line begins the item behind the one that begins at `above`."""
    same = units[above].text[0] == units[at].text[0]
    return same and at - above <= LONGEST and _is_closed(units[at - 1])


def _is_closed(unit: Unit) -> bool:
    return unit.stopped or unit.ends == "close"


def _are_news(units: Sequence[Unit], row: Sequence[int]) -> bool:
    if len(row) < FEWEST:
        return False
    last = next((at for at in range(row[-1], len(units)) if _is_closed(units[at])), len(units))
    if last - row[-1] >= LONGEST:
        return False
    items = [units[start:end] for start, end in pairwise((*row, last + 1))]
    if any(_PICTURE.search(unit.text) for item in items for unit in item):
        return False
    return 2 * sum(map(_is_running, items)) > len(items)


def _is_running(item: Sequence[Unit]) -> bool:
    """Tell whether an item has the form of news rather than that of a caption."""
    return any(unit.commas for unit in item) or openings.lead_odds(item[0].text[1:].lstrip()) > 0
