"""What running the engine again would change on a page, as facts for a person to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Reads, Reason


class What(StrEnum):
    """What changes of a block."""

    KIND = "kind"
    MOVE = "move"
    """It comes to stand in another article, or in a new one."""
    DOUBLED = "doubled"
    """Text in it that stands doubled is struck, or no longer."""
    ORDER = "order"
    """The articles of the page stand in another order."""


@dataclass(frozen=True, slots=True)
class SeamChange:
    """A run of white space that reads otherwise: what it read, and what it will read.

    None stands for a run without a seam, which reads as it stands. `line` is the file's number
    of the line above; `left` and `right` are a few characters on either side.
    """

    article: str | None
    line: int
    start: int
    before: Reads | None
    after: Reads | None
    confidence: float
    reasons: tuple[Reason, ...]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block, or a part of one, that becomes another kind, or comes to stand elsewhere.

    For a kind, `before` and `after` are kinds; for a move, ids of articles, empty for the page
    itself, and ``new`` for an article that is not there yet. `text` is how it begins.
    """

    article: str | None
    line: int
    what: What
    before: str
    after: str
    text: str


@dataclass(frozen=True, slots=True)
class PageChanges:
    """What changes on a page; `renewed` counts seams that read as before, more or less surely."""

    page: str
    issue: str
    number: int | None
    seams: tuple[SeamChange, ...] = ()
    blocks: tuple[BlockChange, ...] = ()
    renewed: int = 0

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.seams or self.blocks or self.renewed)
