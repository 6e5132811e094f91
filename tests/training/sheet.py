"""A typeset page: where each printed line stands, and of which block it is.

Lengths are in points, from the upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from training.form import Block

if TYPE_CHECKING:
    from training.justified import Manner


@dataclass(slots=True)
class Piece:
    """A line as it stands on the sheet: the left end of its base line, size, steps in points."""

    text: str
    x: float
    y: float
    size: float
    face: str
    steps: list[float]


@dataclass(slots=True)
class Owner:
    """A block and its pieces in reading order; `frame` is what the file keeps together."""

    kind: str
    text: str
    article: int
    frame: tuple[int, str]
    pieces: list[Piece] = field(default_factory=list)
    label: Owner | None = None


@dataclass(slots=True)
class Sheet:
    """A typeset page: blocks in reading order, grey boxes and rules (x, y, width, height)."""

    width: float
    height: float
    how: Manner
    owners: list[Owner] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    order: list[Owner] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """Give the blocks in the form of the training pages."""
        return [Block(owner.kind, owner.text, owner.article) for owner in self.owners]
