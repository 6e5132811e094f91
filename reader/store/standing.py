"""A page as it stands in the library: its text, the verdicts on it, and its structure, as facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Kind, Reads

Part = tuple[int, int, int, int, int | None, str | None]
"""A piece of a page: start, end, block, place, correction that struck it, why the engine did."""
OwnerKey = tuple[str, int]
"""``a`` and an article's key, or ``p`` and the key of a block that belongs to the page."""


@dataclass(frozen=True, slots=True)
class Owner:
    """An article (with its id), or a block of the page itself (None).

    `by_hand`: people made its structure, which stays. `sealed`: it was read through, and not even
    its seams change. `proofed`: all its seams are verdicts.
    """

    article: str | None
    by_hand: bool = False
    sealed: bool = False
    proofed: bool = False
    section: int | None = None

    def kept(self) -> Owner:
        """Give the same, its structure made by hand."""
        return replace(self, by_hand=True)


@dataclass(frozen=True, slots=True)
class StoredSeam:
    """A run of white space as stored; confidence in thousandths, `decider` None: the engine."""

    start: int
    end: int
    reads: Reads
    confidence: int
    reasons: str
    decider: str | None


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """A row of the table of blocks, and whose it is."""

    key: int
    kind: Kind
    place: int
    owner: OwnerKey


@dataclass(frozen=True, slots=True)
class Standing:
    """A page as it stands.

    `fixed` maps starts of runs to what people decided, as `reader.text.repair.repair` takes it.
    `parts` are the pieces of its source in their order; `order` the keys of its articles.
    """

    page: int
    id: str
    issue: str
    number: int | None
    source: int
    source_id: str
    text: str
    first_line: int
    fixed: dict[int, Reads]
    parts: tuple[Part, ...]
    blocks: dict[int, BlockFacts]
    owners: dict[OwnerKey, Owner]
    seams: dict[int, StoredSeam]
    order: tuple[int, ...]
