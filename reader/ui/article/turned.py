"""Where an article differs from what it was: the place that a step of undo or redo changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.model import BlockText, Kind, SeamFact
    from reader.ui.article.sheet import Shown


@dataclass(frozen=True, slots=True)
class Look:
    """A block as it was: what is read, of which kind, and how its line ends were decided."""

    id: str
    kind: Kind
    text: str
    seams: tuple[tuple[int, str, str | None], ...]


def looks_of(blocks: Iterable[Shown]) -> tuple[Look, ...]:
    """Give the looks of blocks that are shown."""
    return tuple(Look(b.id, b.kind, b.text, _verdicts(b.seams)) for b in blocks)


def looks_in(
    blocks: Iterable[BlockText], seams: Mapping[str, Sequence[SeamFact]]
) -> tuple[Look, ...]:
    """Give the looks of blocks of the library."""
    return tuple(Look(b.id, b.kind, b.text, _verdicts(seams[b.id])) for b in blocks)


def _verdicts(seams: Iterable[SeamFact]) -> tuple[tuple[int, str, str | None], ...]:
    return tuple((s.at, s.reads, s.decider) for s in seams)


def turned(before: Sequence[Look], after: Sequence[Look]) -> tuple[int, int] | None:
    """Give the first place, block and code points, at which two states differ; None at none."""
    for index, (old, new) in enumerate(zip_longest(before, after)):
        if old == new:
            continue
        if new is None:  # what stood behind the last block has gone
            return (index - 1, len(after[-1].text)) if after else None
        return index, 0 if old is None else _within(old, new)
    return None


def _within(old: Look, new: Look) -> int:
    """Give the first place at which two looks of a block differ, in code points of the new one."""
    if old.text != new.text:
        pairs = zip(old.text, new.text, strict=False)
        same = min(len(old.text), len(new.text))
        return next((at for at, (a, b) in enumerate(pairs) if a != b), same)
    known = set(old.seams)
    return next((seam[0] for seam in new.seams if seam not in known), 0)
