"""Say which seams of a page a new draft would have read otherwise, and which of these may be.

In what the engine may arrange, all that no person decided. In an article that people touched,
paragraphs are parted and joined at seams, and nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.model import Kind, Reads
from reader.store.derived import DOUBTFUL_BELOW
from reader.store.reasons import pack

if TYPE_CHECKING:
    from reader.drafts import Seam
    from reader.store.ledger import Ledger
    from reader.store.parts import Compared, Comparing
    from reader.store.standing import BlockFacts, Owner, StoredSeam

NOTABLE = 20
"""Thousandths by which a seam's confidence must change to be written anew."""


class Act(StrEnum):
    """What is done at a seam: its row alone, or blocks of an article parted or joined, too."""

    ROW = "row"
    SPLIT = "split"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Reseamed:
    """A seam that changes: the old row (None: there is none), the new one (None: it goes)."""

    old: StoredSeam | None
    new: Seam | None
    act: Act

    @property
    def start(self) -> int:
        """Where the run begins."""
        seam = self.old or self.new
        assert seam is not None
        return seam.start

    @property
    def end(self) -> int:
        """Where the run ends."""
        seam = self.old or self.new
        assert seam is not None
        return seam.end

    @property
    def reads_anew(self) -> bool:
        """Tell whether it reads otherwise, and is not only more or less sure."""
        before = None if self.old is None else self.old.reads
        return before is not (None if self.new is None else self.new.reads)


def thousandths(confidence: float) -> int:
    """Give a confidence as it is stored."""
    return min(1000, max(0, round(confidence * 1000)))


class Reseaming:
    """Compares the seams of one page with those of a draft."""

    def __init__(self, comparing: Comparing, compared: Compared, ledger: Ledger) -> None:
        self._page = comparing.page
        self._ledger = ledger
        self._free = {owner for group in compared.free for owner in group.owners}
        self._starts = [part[0] for part in self._page.parts]
        self._drafted = sorted(
            (stretch.start, block.kind)
            for block in comparing.draft.blocks
            for stretch in block.stretches
        )
        self._seams = {seam.start: seam for seam in comparing.draft.seams}

    def changes(self) -> list[Reseamed]:
        """Give the seams that change, in the order of the page."""
        stored = self._page.seams
        found = (self._change(start) for start in sorted(stored.keys() | self._seams.keys()))
        return [change for change in found if change is not None]

    def _block(self, position: int) -> BlockFacts:
        part = self._page.parts[bisect_right(self._starts, position) - 1]
        return self._page.blocks[part[2]]

    def _kind(self, position: int) -> Kind:
        """Give the kind of the draft's block at a position."""
        return self._drafted[bisect_right(self._drafted, (position, "~")) - 1][1]

    def _change(self, start: int) -> Reseamed | None:
        old, new = self._page.seams.get(start), self._seams.get(start)
        if old is not None and old.decider is not None:
            return None
        block = self._block(start)
        owner: Owner = self._page.owners[block.owner]
        if block.owner in self._free:
            return self._freely(old, new)
        if owner.sealed or old is None or new is None:
            return None
        if old.reads is new.reads:
            return self._freely(old, new)
        act = self._act(block, old, new) if owner.article is not None else None
        return None if act is None else Reseamed(old, new, act)

    def _freely(self, old: StoredSeam | None, new: Seam | None) -> Reseamed | None:
        if old is not None and new is not None and old.reads is new.reads:
            sure = thousandths(new.confidence)
            same = abs(old.confidence - sure) < NOTABLE and old.reasons == pack(new.reasons)
            if same and (old.confidence < DOUBTFUL_BELOW) == (sure < DOUBTFUL_BELOW):
                return None
        return Reseamed(old, new, Act.ROW)

    def _act(self, block: BlockFacts, old: StoredSeam, new: Seam) -> Act | None:
        """Say how an article that people touched can follow the draft, if it can."""
        following = old.end
        if following >= len(self._page.text) or old.start == 0:
            return None
        beyond = self._block(following)
        kinds = {block.kind, beyond.kind, self._kind(old.start - 1), self._kind(following)}
        verse = new.reads is not Reads.LINE or block.kind is Kind.VERSE
        if len(kinds) > 1 or block.owner != beyond.owner or not verse:
            return None
        if old.reads is Reads.PARA:
            return Act.JOIN if self._meet(block, beyond, old.end) else None
        return self._part(block, old, new) if block.key == beyond.key else None

    def _part(self, block: BlockFacts, old: StoredSeam, new: Seam) -> Act | None:
        if new.reads is not Reads.PARA:
            return Act.ROW
        whole = parts_something(self._ledger, block.key, self._page.source, old.end)
        return Act.SPLIT if whole else None

    def _meet(self, left: BlockFacts, right: BlockFacts, border: int) -> bool:
        """Tell whether two blocks follow one another and meet where a run ends."""
        (following,) = self._ledger.connection.execute(
            "SELECT min(place) FROM block WHERE article = ? AND place > ?",
            (left.owner[1], left.place),
        ).fetchone()
        if following != right.place:
            return False
        last = self._ledger.fetch.pieces(left.key)[-1]
        first = self._ledger.fetch.pieces(right.key)[0]
        source = self._page.source
        return (last.source, last.end, first.source, first.start) == (source, border) * 2


def parts_something(ledger: Ledger, block: int, source: int, border: int) -> bool:
    """Tell whether text can be read in a block on both sides of the end of a run."""
    left = right = ""
    passed = False
    for segment in ledger.fetch.read(block).segments:
        if passed:
            right += segment.text
        else:
            left += segment.text
        passed = passed or (segment.source == source and segment.end == border)
    return passed and bool(left.strip()) and bool(right.strip())
