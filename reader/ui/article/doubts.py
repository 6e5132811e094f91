"""Doubts: the seams of which the engine is not sure, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import SeamFact
    from reader.ui.article.sheet import Shown


class Doubt(NamedTuple):
    """A doubtful seam and the index of its block."""

    block: int
    seam: SeamFact


def doubts_of(blocks: Sequence[Shown]) -> list[Doubt]:
    """List the doubts of an article."""
    return [Doubt(index, seam) for index, b in enumerate(blocks) for seam in b.doubts]


def beyond(blocks: Sequence[Shown], caret: tuple[int, int], step: int) -> Doubt | None:
    """Give the next doubt behind the caret, or before it where `step` is negative."""
    found = doubts_of(blocks)
    if step > 0:
        return next((d for d in found if (d.block, d.seam.at) > caret), None)
    return next((d for d in reversed(found) if (d.block, d.seam.at) < caret), None)


def at_caret(blocks: Sequence[Shown], caret: tuple[int, int]) -> Doubt | None:
    """Give the doubt at the caret, or one character beside it."""
    index, at = caret
    near = [d for d in doubts_of(blocks) if d.block == index and abs(d.seam.at - at) <= 1]
    return min(near, key=lambda d: abs(d.seam.at - at), default=None)
