"""An article against what was received: every stretch of it, struck ones too, and its fate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.model import ENGINE, Amendment, Reads, Why
from reader.store.amended import Amended
from reader.store.seamfacts import SeamFacts
from reader.text.lines import LINE_END, holds_line_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model import SeamFact
    from reader.store.amended import _Made
    from reader.store.compose import Reading, Segment

_TORN = re.compile(rf"[^\S\n\r\x0b\x0c\x85\u2028\u2029]*(?:{LINE_END.pattern})\s*")
"""A line end inside struck text, with the white space around it."""


class Fate(StrEnum):
    """What became of a stretch of what was received."""

    KEPT = "kept"
    """It reads as it was received."""
    TYPED = "typed"
    """It was not received: somebody typed it."""
    STRUCK = "struck"
    """It was received and is not read."""
    BROKEN = "broken"
    """A line end or a border: what it reads as its seam says."""
    CLOSED = "closed"
    """White space inside a line of which nothing, or less, is read."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that stands at `at` in the reading text of its block.

    `text` is what it reads; of a struck one what was received, without line ends. `seam` is the
    verdict on white space, `made` the correction that typed or struck (its positions are those
    in the reading text, and `old` is what it struck).
    """

    at: int
    text: str
    fate: Fate
    seam: SeamFact | None = None
    made: Amendment | None = None


class Against(Amended, SeamFacts):
    """Sets articles against what was received."""

    def against_received(self, article: str) -> dict[str, list[Stretch]]:
        """Give the stretches of each block of an article, by id, in the order of its text.

        It takes as long as to read the article does. Raise `NotFoundError`.
        """
        key = self.key(article)
        made = self._made("b.article = ?", key)
        readings = {b: reading for b, _, reading in self._ledger.fetch.read_all("article", key)}
        facts = dict(zip(readings, self._facts(list(readings.values())), strict=True))
        return {
            block.id: list(self._stretches(readings[block.key], facts[block.key], made))
            for block in self._blocks_of(key)
            if block.key in readings
        }

    def _stretches(self, reading: Reading, facts: list[SeamFact], made: _Made) -> Iterator[Stretch]:
        seams = iter(facts)
        amendments = self._by_correction(reading, made)
        for segment in reading.segments:
            if segment.seam is not None:
                yield self._white(segment, next(seams))
                continue
            correction = made.of(segment)
            told = amendments.get(correction) if correction is not None else None
            if segment.struck is not None:
                if segment.source not in made.typed:  # else it was typed, and never received
                    yield from self._struck(segment, told)
            else:
                fate = Fate.KEPT if told is None else Fate.TYPED
                yield Stretch(segment.at, segment.text, fate, None, told)

    def _by_correction(self, reading: Reading, made: _Made) -> dict[int, Amendment]:
        """Tell of each correction of a block who made it, where first, and all that it struck."""
        old: dict[int, list[str]] = {}
        first: dict[int, Segment] = {}
        for segment in reading.segments:
            correction = made.of(segment) if segment.seam is None else None
            if correction is None:
                continue
            first.setdefault(correction, segment)
            if segment.struck is not None:
                old.setdefault(correction, []).append(self._received(segment))
        found = {}
        for correction, segment in first.items():
            why, by, at = made.rows[correction]
            found[correction] = Amendment(
                segment.at, segment.stop, "".join(old.get(correction, ())), Why(why), by, at,
                machine=by == ENGINE,
            )  # fmt: skip
        return found

    def _received(self, segment: Segment) -> str:
        return self._ledger.fetch.text(segment.source)[segment.start : segment.end]

    def _white(self, segment: Segment, seam: SeamFact) -> Stretch:
        """Tell the fate of a run of white space: a line end, or closed up inside a line."""
        received = self._received(segment)
        inside = seam.reads in (Reads.JOIN, Reads.SPACE) and not holds_line_end(received)
        if inside and received == segment.text:
            return Stretch(segment.at, segment.text, Fate.KEPT)
        fate = Fate.CLOSED if inside else Fate.BROKEN
        return Stretch(segment.at, segment.text, fate, seam)

    def _struck(self, segment: Segment, made: Amendment | None) -> Iterator[Stretch]:
        """Give struck text without its line ends; white space alone is closed up."""
        received = self._received(segment)
        text = _TORN.sub("", received)
        if text.strip():
            yield Stretch(segment.at, text, Fate.STRUCK, None, made)
        elif text:
            yield Stretch(segment.at, "", Fate.CLOSED, None, made)
