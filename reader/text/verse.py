"""Find lines of verse: runs of short lines whose ends are the poet's, not the column's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.features import Sight

FEWEST = 4
"""Lines of the shortest poem."""
WIDEST = 17.0
"""Ems of the widest line of verse."""
_PAUSES = frozenset(("stop", "cry", "comma", "semi", "colon"))


def verses(sights: Sequence[Sight]) -> set[int]:
    """Give the places of lines of verse.

    A run of at least four short lines of one length, of which nearly all end with a mark (no
    column breaks so), or alternate in length; no blank line parts more than a stanza.
    """
    found: set[int] = set()
    start = 0
    for at in range(len(sights) + 1):
        if at < len(sights) and _may_be(sights[at]):
            continue
        if at - start >= FEWEST and _regular(sights[start:at]):
            found.update(range(start, at))
        start = at + 1
    return found


def _may_be(sight: Sight) -> bool:
    unit = sight.unit
    return 4 <= unit.width.high <= WIDEST and unit.ends in _PAUSES and unit.starts != "nonstarter"


def _regular(run: Sequence[Sight]) -> bool:
    sizes = [len(sight.unit.text) for sight in run]
    return max(sizes) - min(sizes) <= 2 or len(set(sizes)) <= 2
