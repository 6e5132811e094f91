"""Say of each line of a made page which state the field should give it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.states import MAY_BEGIN, MAY_FOLLOW, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.form import Cell, Page

    from reader.text.features import Unit

_S = State
_BEGINS = {
    "kicker": _S.KICKER, "title": _S.TITLE, "subtitle": _S.SUBTITLE, "subhead": _S.SUBHEAD,
    "byline": _S.BYLINE, "caption": _S.CAPTION, "furniture": _S.FURNITURE, "section": _S.SECTION,
    "verse": _S.VERSE,
}  # fmt: skip
_GOES_ON = {
    "kicker": _S.HEAD_ON, "title": _S.HEAD_ON, "subtitle": _S.HEAD_ON, "subhead": _S.SUBHEAD_ON,
    "caption": _S.CAPTION_ON, "verse": _S.VERSE_ON,
}  # fmt: skip
_INSIDE = {
    _S.CAPTION: _S.CAPTION_INSIDE, _S.CAPTION_ON: _S.CAPTION_INSIDE_ON,
    _S.FURNITURE: _S.FURNITURE_INSIDE, _S.SECTION: _S.FURNITURE_INSIDE,
}  # fmt: skip


def blocks_of(page: Page, units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Give for each unit its block and its place in the reading order of that block."""
    starts = [cell.start for cell in page.cells]
    found: list[tuple[int, int]] = []
    for unit in units:
        cell = _cell(page, starts, unit)
        found.append((cell.block, cell.order))
    return found


def _cell(page: Page, starts: Sequence[int], unit: Unit) -> Cell:
    """Give the cell in which a unit begins; what stands there again is passed over."""
    at = max(0, bisect_right(starts, unit.start) - 1)
    while page.cells[at].again and at + 1 < len(starts) and starts[at + 1] < unit.end:
        at += 1
    return page.cells[at]


def states(page: Page, units: Sequence[Unit]) -> list[State] | None:
    """Give the states of the units of a page; None where no reading of the field can be right."""
    places = blocks_of(page, units)
    order: dict[int, list[int]] = {}
    for at, (block, _) in enumerate(places):
        order.setdefault(block, []).append(at)
    found = [_S.SINGLE] * len(units)
    for block, members in order.items():
        members.sort(key=lambda at: (places[at][1], units[at].start))
        kind = page.blocks[block].kind
        for place, at in enumerate(members):
            found[at] = _state(kind, place, len(members))
            if place and members[place - 1] != at - 1 and kind != "para":
                found[at] = _BEGINS[kind]
    _mark_inside(found, order, places)
    if found and found[0] not in MAY_BEGIN:
        return None
    if any(pair not in MAY_FOLLOW for pair in pairwise(found)):
        return None
    return found


def _state(kind: str, place: int, size: int) -> State:
    if kind != "para":
        return _GOES_ON.get(kind, _BEGINS[kind]) if place else _BEGINS[kind]
    if size == 1:
        return _S.SINGLE
    return _S.FIRST if place == 0 else _S.LAST if place == size - 1 else _S.MIDDLE


def _mark_inside(
    found: list[State], order: dict[int, list[int]], places: Sequence[tuple[int, int]]
) -> None:
    """Mark furniture and captions that stand between two lines of one paragraph."""
    for members in order.values():
        for above, below in pairwise(members):
            between = range(above + 1, below)
            if found[above] not in (_S.FIRST, _S.MIDDLE) or not between or len(between) > 8:
                continue
            if found[below] in (_S.MIDDLE, _S.LAST) and all(found[at] in _INSIDE for at in between):
                for at in between:
                    found[at] = _INSIDE[found[at]]
