"""What corrections did to a block: which text was typed, which struck, by whom, when and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from reader.model import ENGINE, Amendment, Why
from reader.store.manager import Manager
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reader.store.compose import Reading, Segment


class _Group(NamedTuple):
    """Segments that stand together and that one correction struck or typed."""

    correction: int
    start: int
    end: int
    old: str
    new: str


class _Made(NamedTuple):
    """Corrections by key, as (why, by, at), and the correction of each typed source."""

    rows: dict[int, tuple[str, str, str]]
    typed: dict[int, int]

    def of(self, segment: Segment) -> int | None:
        """Give the correction that struck or typed a segment."""
        return segment.struck if segment.struck is not None else self.typed.get(segment.source)


_MOVED = "CASE WHEN json_valid(detail) THEN json_extract(detail, '$.block') END"
"""The block of a wish that moved one, as it stands in an index."""

_PIECES = "FROM piece p JOIN block b ON b.key = p.block JOIN source s ON s.key = p.source WHERE"


class Amended(Manager):
    """Reads corrections as they lie in the reading text."""

    def amendments_of(self, article: str) -> dict[str, list[Amendment]]:
        """Give what corrections did to the blocks of an article, by id, where they did anything."""
        key = self.key(article)
        made = self._made("b.article = ?", key)
        if not made.rows:
            return {}
        ids = {row.key: row.id for row in self._blocks_of(key)}
        found = {
            ids[block]: self._amendments(reading, made)
            for block, _, reading in self._ledger.fetch.read_all("article", key)
        }
        return {block: amendments for block, amendments in found.items() if amendments}

    def amendments(self, block: str) -> list[Amendment]:
        """Give what corrections did to a block, in the order of its text.

        What one correction typed may stand in several places, since another has cut it; each
        tells all that it struck. One that typed nothing that is still read gives the place at
        which text went.
        """
        key = self._block(block).key
        return self._amendments(self._ledger.fetch.read(key), self._made("b.key = ?", key))

    def _made(self, where: str, owner: int) -> _Made:
        typed = dict(
            self._connection.execute(
                f"SELECT DISTINCT s.key, s.correction {_PIECES} {where} AND s.kind = 'typed'",
                (owner,),
            ).fetchall()
        )
        rows = self._connection.execute(
            "SELECT key, why, by, at FROM correction WHERE key IN"
            f" (SELECT p.struck {_PIECES} {where} UNION SELECT s.correction {_PIECES} {where})",
            (owner, owner),
        )
        return _Made({row[0]: row[1:] for row in rows}, typed)

    def _amendments(self, reading: Reading, made: _Made) -> list[Amendment]:
        groups = list(self._groups(reading, made))
        struck: dict[int, str] = {}
        for group in groups:
            struck[group.correction] = struck.get(group.correction, "") + group.old
        typing = {group.correction for group in groups if group.new}
        found = []
        for group in groups:
            if not group.new and group.correction in typing:
                continue
            why, by, at = made.rows[group.correction]
            old = struck[group.correction] if group.new else group.old
            found.append(
                Amendment(group.start, group.end, old, Why(why), by, at, machine=by == ENGINE)
            )
        return found

    def _groups(self, reading: Reading, made: _Made) -> Iterator[_Group]:
        now: _Group | None = None
        for segment in reading.segments:
            if segment.seam is not None:
                continue  # white space goes with what stands around it
            correction = made.of(segment)
            if now is not None and correction != now.correction:
                yield now
                now = None
            if correction is None:
                continue
            before = now or _Group(correction, segment.at, segment.at, "", "")
            text = ""
            if segment.struck is not None:
                text = self._ledger.fetch.text(segment.source)[segment.start : segment.end]
            now = before._replace(
                end=segment.stop, old=before.old + text, new=before.new + segment.text
            )
        if now is not None:
            yield now

    def moved_by_hand(self, blocks: Collection[str]) -> frozenset[str]:
        """Give those of the blocks that a person has ever moved."""
        rows = self._connection.execute(
            f"SELECT {_MOVED} FROM wish WHERE verb = 'move'"
            f" AND {_MOVED} IN (SELECT value FROM json_each(?))",
            (json.dumps(list(blocks)),),
        )
        return frozenset(block for (block,) in rows)

    def line_number(self, source: int, position: int) -> int:
        """Give the number in its file of the line in which a character of a page stands."""
        text, first = self._connection.execute(
            "SELECT text, first_line FROM source WHERE key = ?", (source,)
        ).fetchone()
        lines = split_lines(text[: position + 1], first)
        return lines[-1].number if lines else int(first)
