"""Find lines of verse: runs of short lines whose ends are the poet's, not the column's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.features import Sight

FEWEST = 4
"""Lines of the shortest poem in a metre."""
FEWEST_FREE = 6
"""Lines of the shortest poem in free verse."""
WIDEST = 17.0
"""Ems of the widest line of verse."""
_PAUSES = frozenset(("stop", "cry", "comma", "semi", "colon"))
_MARKED = re.compile(r"[，。；：、,;:\d]|[ \u3000]{2,}|[a-zA-Z]{3}|记者|通讯员|编辑")


def verses(sights: Sequence[Sight], known: set[int]) -> set[int]:
    """Give the places of lines of verse; those in `known` are something else already.

    Verse in a metre: at least four short lines of one length or two, of which each ends with a
    mark: no column breaks so. Free verse: at least six short lines of many lengths without any
    mark, some of them with no blank line between: no column is so ragged. Or lines of five or of
    seven characters, in pairs and without any mark, that cut no word, beside wider running text.
    """
    found = _runs(sights, known, (_metred, FEWEST, _regular))
    found |= unmarked(sights, known | found)
    return found | _runs(sights, known | found, (_free, FEWEST_FREE, _ragged))


def unmarked(sights: Sequence[Sight], known: set[int]) -> set[int]:
    """Find the lines of couplets without marks, as they are told in `verses`."""
    return _runs(sights, known, (_bare, FEWEST, _paired))


_Rule = tuple["Callable[[Sight], bool]", int, "Callable[[Sequence[Sight], int, int], bool]"]


def _runs(sights: Sequence[Sight], known: set[int], rule: _Rule) -> set[int]:
    """Give the lines of each run of lines that may be verse and that are so as a whole."""
    may_be, fewest, is_verse = rule
    found: set[int] = set()
    start = 0
    for at in range(len(sights) + 1):
        if at < len(sights) and at not in known and may_be(sights[at]):
            continue
        # One or two lines above the first stanza are the poem's title and its author.
        for below in (start + 1, start + 2):
            if below < at and sights[below].unit.blanks:
                start = below
        if at - start >= fewest and is_verse(sights, start, at):
            found.update(range(start, at))
        start = at + 1
    return found


def _metred(sight: Sight) -> bool:
    unit = sight.unit
    return 4 <= unit.width.high <= WIDEST and unit.ends in _PAUSES and unit.starts != "nonstarter"


def _regular(sights: Sequence[Sight], start: int, end: int) -> bool:
    sizes = [len(sight.unit.text) for sight in sights[start:end]]
    return max(sizes) - min(sizes) <= 2 or len(set(sizes)) <= 2


_METRES = (5, 7)
"""Characters of a line of verse that has no mark."""
_HAN = re.compile("[\u3400-\u9fff]+")
OTHER = 2.0
"""Ems by which the lines around such verse are of another width: else it may be a column."""


def _bare(sight: Sight) -> bool:
    text = sight.unit.text
    begins = sight.unit.starts != "particle"
    return begins and len(text) in _METRES and _HAN.fullmatch(text) is not None


def _paired(sights: Sequence[Sight], start: int, end: int) -> bool:
    size, *others = {len(sight.unit.text) for sight in sights[start:end]}
    cut = any(sight.across for sight in sights[start : end - 1])
    if others or cut or (end - start) % 2:
        return False
    above, below = sights[max(0, start - 1) : start], sights[end : end + 1]
    around = [sight for sight in above if not sight.unit.stopped] + list(below)
    if any(abs(sight.unit.width.low - size) <= OTHER for sight in around):
        return False
    return any(sight.unit.width.low > size + OTHER for sight in (*above, *below))


def _free(sight: Sight) -> bool:
    unit = sight.unit
    return 2 <= unit.width.high <= WIDEST and _MARKED.search(unit.text) is None


def _ragged(sights: Sequence[Sight], start: int, end: int) -> bool:
    run = sights[start:end]
    widths = [sight.unit.width.high for sight in run]
    typical = sum(widths) / len(widths)
    spread = sum(abs(width - typical) for width in widths) / len(widths)
    parted = sum(sight.unit.blanks > 0 for sight in run)
    return spread >= 0.6 and typical <= 12 and parted * 2 <= len(run)
