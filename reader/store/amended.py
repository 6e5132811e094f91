"""What corrections did to a block: which text was typed, which struck, by whom, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model import Amendment, Why
from reader.store.intake import ENGINE
from reader.store.manager import Manager
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.store.compose import Segment


class _Group(NamedTuple):
    """Segments that stand together and that one correction struck or typed."""

    correction: int
    start: int
    end: int
    old: str
    new: str


class Amended(Manager):
    """Reads corrections as they lie in the reading text."""

    def amended(self, article: str) -> frozenset[str]:
        """Give the ids of the blocks of an article in which anything was struck or typed."""
        rows = self._connection.execute(
            "SELECT DISTINCT b.id FROM block b JOIN piece p ON p.block = b.key"
            " JOIN source s ON s.key = p.source"
            " WHERE b.article = ? AND (p.struck IS NOT NULL OR s.kind = 'typed')",
            (self.key(article),),
        )
        return frozenset(block for (block,) in rows)

    def amendments(self, block: str) -> list[Amendment]:
        """Give what corrections did to a block, in the order of its text.

        What one correction typed may stand in several places, since another has cut it; each
        tells all that it struck. One that typed nothing that is still read gives the place at
        which text went.
        """
        groups = list(self._groups(self._block(block).key))
        struck: dict[int, str] = {}
        for group in groups:
            struck[group.correction] = struck.get(group.correction, "") + group.old
        typing = {group.correction for group in groups if group.new}
        found = []
        for group in groups:
            if not group.new and group.correction in typing:
                continue
            why, by, at = self._connection.execute(
                "SELECT why, by, at FROM correction WHERE key = ?", (group.correction,)
            ).fetchone()
            old = struck[group.correction] if group.new else group.old
            found.append(
                Amendment(group.start, group.end, old, Why(why), by, at, machine=by == ENGINE)
            )
        return found

    def _groups(self, block: int) -> Iterator[_Group]:
        now: _Group | None = None
        for segment in self._ledger.fetch.read(block).segments:
            if segment.seam is not None:
                continue  # white space goes with what stands around it
            correction = self._correction_of(segment)
            if now is not None and correction != now.correction:
                yield now
                now = None
            if correction is None:
                continue
            before = now or _Group(correction, segment.at, segment.at, "", "")
            text = self._ledger.fetch.text(segment.source)[segment.start : segment.end]
            now = before._replace(
                end=segment.stop,
                old=before.old + (text if segment.struck is not None else ""),
                new=before.new + segment.text,
            )
        if now is not None:
            yield now

    def _correction_of(self, segment: Segment) -> int | None:
        if segment.struck is not None:
            return segment.struck
        row = self._connection.execute(
            "SELECT correction FROM source WHERE key = ?", (segment.source,)
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def moved_by_hand(self, blocks: Collection[str]) -> frozenset[str]:
        """Give those of the blocks that a person has ever moved."""
        rows = self._connection.execute(
            "SELECT DISTINCT json_extract(detail, '$.block') FROM wish WHERE verb = 'move'"
        )
        return frozenset(block for (block,) in rows if block in blocks)

    def line_number(self, source: int, position: int) -> int:
        """Give the number in its file of the line in which a character of a page stands."""
        text, first = self._connection.execute(
            "SELECT text, first_line FROM source WHERE key = ?", (source,)
        ).fetchone()
        lines = split_lines(text[: position + 1], first)
        return lines[-1].number if lines else int(first)
