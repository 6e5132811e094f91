"""What is known of the seams that can be read: of one block, or of an article in few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Reads, SeamFact
from reader.store.manager import Manager
from reader.store.reasons import unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Reason
    from reader.store.compose import Reading

_Known = tuple[str | None, int, str, str | None]


class SeamFacts(Manager):
    """The part of the manager of articles that tells of seams."""

    def seams(self, block: str) -> list[SeamFact]:
        """Give the seams of a block that can be read, with their place in its text."""
        return self._facts([self._ledger.fetch.read(self._block(block).key)])[0]

    def seams_of(self, article: str) -> dict[str, list[SeamFact]]:
        """Give the same of all blocks of an article, by id."""
        key = self.key(article)
        readings = {b: reading for b, _, reading in self._ledger.fetch.read_all("article", key)}
        facts = dict(zip(readings, self._facts(list(readings.values())), strict=True))
        return {block.id: facts.get(block.key, []) for block in self._blocks_of(key)}

    def _facts(self, readings: Sequence[Reading]) -> list[list[SeamFact]]:
        ranges: dict[int, tuple[int, int]] = {}
        for reading in readings:
            for s in reading.segments:
                if s.seam is not None:
                    low, high = ranges.get(s.source, (s.start, s.start))
                    ranges[s.source] = min(low, s.start), max(high, s.start)
        known: dict[tuple[int, int, int], _Known] = {}
        for source, (low, high) in ranges.items():
            for start, end, *facts in self._connection.execute(
                "SELECT start, end, proposal, confidence, reasons, decider FROM seam"
                " WHERE source = ? AND start BETWEEN ? AND ?",
                (source, low, high),
            ):
                known[source, start, end] = tuple(facts)
        told: dict[str, tuple[Reason, ...]] = {}
        found: list[list[SeamFact]] = []
        for reading in readings:
            mine = []
            for s in reading.segments:
                if s.seam is None:
                    continue
                proposal, confidence, reasons, decider = known[s.source, s.start, s.end]
                if reasons not in told:  # a page says few different things
                    told[reasons] = unpack(reasons)
                mine.append(
                    SeamFact(
                        s.source,
                        s.start,
                        s.end,
                        s.seam,
                        s.at,
                        s.seam if decider is None else Reads(proposal) if proposal else None,
                        confidence / 1000,
                        told[reasons],
                        decider,
                    )
                )
            found.append(mine)
        return found
