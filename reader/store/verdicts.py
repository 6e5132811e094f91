"""Read what people decided of a page: its seams, and what of its structure they have touched.

A verdict on a seam clamps the engine. All else that a person did (kinds, moves, text struck or
typed, borders where no white space stands, topics, statuses) keeps the structure of the article
in which it was done. The journal tells what was done, so that what was undone counts no more.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.model import ENGINE, Kind, Reads, Status
from reader.store.course import WAY
from reader.store.manager import Manager
from reader.store.standing import BlockFacts, Owner, Standing, StoredSeam

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.standing import Part

SEALED = (Status.PROOFED1, Status.PROOFED2, Status.NONTEXT)
"""Statuses of articles that a person has read through: nothing in them changes."""
PROOFED = (Status.PROOFED1, Status.PROOFED2)
"""Statuses that say of every seam of an article that it reads rightly."""

_NOT_BY_HAND = "('import', 'rerun', 'learn', 'forget', 'refuse', 'forgive')"
_OF_ISSUES = "('issue set', 'issue merge', 'page move', 'withdraw', 'bring back')"
_SEEN_IN_ROWS = (
    "('accept', 'status', 'tag', 'untag', 'tag rename', 'tag merge', 'tag delete', 'mark',"
    " 'unmark')"
)
"""Verbs of which the rows themselves tell what stands."""
_PIECES = """
    SELECT p.source, p.start, p.end, p.block, p.place, p.struck,
           CASE WHEN c.by = ?2 THEN c.why END, s.kind = 'page'
    FROM piece p JOIN source s ON s.key = p.source LEFT JOIN correction c ON c.key = p.struck
    WHERE p.block IN (SELECT block FROM piece WHERE source = ?1) ORDER BY p.block, p.place
"""
_ARTICLE = """
    SELECT id, page, section, status,
           EXISTS (SELECT 1 FROM article_tag WHERE article = article.key)
           OR EXISTS (SELECT 1 FROM phrase WHERE article = article.key)
    FROM article WHERE key = ?
"""


class _Piece(NamedTuple):
    """A piece of a block of the page; `why` is said where the engine struck it."""

    source: int
    start: int
    end: int
    block: int
    place: int
    struck: int | None
    why: str | None
    received: int


class Verdicts(Manager):
    """Reads pages with all that people decided of them; writes nothing."""

    def pages(self) -> list[int]:
        """Give the keys of the pages that the engine repaired, in the order of reading.

        Pages that were taken in as they stand are none of the engine's.
        """
        rows = self._connection.execute(
            "SELECT p.key FROM page p JOIN issue i ON i.key = p.issue AND i.present"
            " JOIN source s ON s.key = p.source JOIN file f ON f.key = s.file AND NOT f.as_is"
            " WHERE p.present ORDER BY i.date IS NULL, i.date, i.key, p.place, p.key"
        )
        return [key for (key,) in rows]

    @cached_property
    def _articles_by_hand(self) -> frozenset[str]:
        """Ids of articles in which people did more than decide seams, by the wishes that stand."""
        rows = self._connection.execute(
            f"{WAY} SELECT DISTINCT x.article FROM way JOIN wish w ON w.key = way.key"
            " JOIN wish_article x ON x.wish = w.key"
            f" WHERE w.verb NOT IN {_NOT_BY_HAND} AND w.verb NOT IN {_OF_ISSUES}"
            f" AND w.verb NOT IN {_SEEN_IN_ROWS} AND (w.verb NOT IN ('join', 'split')"
            " OR (SELECT count(*) FROM wish_article y WHERE y.wish = w.key) > 1)"
        )
        return frozenset(article for (article,) in rows)

    @cached_property
    def _blocks_by_hand(self) -> frozenset[int]:
        """Keys of blocks of which people changed rows or pieces, by the wishes that stand."""
        rows = self._connection.execute(
            f"""{WAY}
            SELECT DISTINCT coalesce(json_extract(i.after, k.path), json_extract(i.before, k.path))
            FROM way JOIN wish w ON w.key = way.key JOIN image i ON i.wish = w.key
            JOIN (SELECT 'block' AS tab, '$.key' AS path UNION SELECT 'piece', '$.block') k
              ON k.tab = i.tab
            WHERE w.verb NOT IN {_NOT_BY_HAND} AND w.verb NOT IN {_OF_ISSUES}
            """
        )
        return frozenset(block for (block,) in rows)

    def standing(self, page: int) -> Standing:
        """Read a page with its verdicts."""
        page_id, issue, number, source, source_id, text, first_line = self._connection.execute(
            "SELECT p.id, i.id, p.number, s.key, s.id, s.text, s.first_line FROM page p"
            " JOIN issue i ON i.key = p.issue JOIN source s ON s.key = p.source WHERE p.key = ?",
            (page,),
        ).fetchone()
        pieces = [_Piece(*row) for row in self._connection.execute(_PIECES, (source, ENGINE))]
        seams, points = self._seams(source)
        blocks = self._blocks(pieces)
        astray = _astray(seams, _follows(pieces, source))
        loose = _loose(pieces, source, points)
        parts = tuple(sorted(piece[1:7] for piece in pieces if piece.source == source))
        inside = _blocks_of(seams, parts)
        loose |= {inside[start] for start in astray if seams[start].decider}
        owners = self._owners(page, blocks, loose)
        fixed = {
            start: seam.reads
            for start, seam in seams.items()
            if start not in astray and (seam.decider or owners[blocks[inside[start]].owner].proofed)
        }
        order = self._connection.execute(
            "SELECT key FROM article WHERE page = ? ORDER BY place, key", (page,)
        )
        return Standing(
            page,
            page_id,
            issue,
            number,
            source,
            source_id,
            text,
            first_line,
            fixed,
            parts,
            blocks,
            owners,
            seams,
            tuple(key for (key,) in order),
        )

    def _seams(self, source: int) -> tuple[dict[int, StoredSeam], set[int]]:
        """Give the seams of white space by their start, and the points where people split."""
        rows = self._connection.execute(
            "SELECT start, end, reads, confidence, reasons, decider FROM seam"
            " WHERE source = ? ORDER BY start",
            (source,),
        ).fetchall()
        seams = {
            start: StoredSeam(start, end, Reads(reads), *more)
            for start, end, reads, *more in rows
            if start < end
        }
        return seams, {row[0] for row in rows if row[0] == row[1]}

    def _blocks(self, pieces: Sequence[_Piece]) -> dict[int, BlockFacts]:
        found: dict[int, BlockFacts] = {}
        for key in dict.fromkeys(piece.block for piece in pieces):
            kind, place, article = self._connection.execute(
                "SELECT kind, place, article FROM block WHERE key = ?", (key,)
            ).fetchone()
            owner = ("p", key) if article is None else ("a", int(article))
            found[key] = BlockFacts(key, Kind(kind), place, owner)
        return found

    def _owners(
        self, page: int, blocks: dict[int, BlockFacts], loose: set[int]
    ) -> dict[tuple[str, int], Owner]:
        found: dict[tuple[str, int], Owner] = {}
        for block in blocks.values():
            noun, key = block.owner
            by_hand = block.key in loose
            if noun == "p":
                by_hand = by_hand or block.key in self._blocks_by_hand
                found[block.owner] = Owner(None, by_hand=by_hand)
                continue
            if block.owner in found:
                if by_hand:
                    found[block.owner] = found[block.owner].kept()
                continue
            name, home, section, status, tagged = self._connection.execute(
                _ARTICLE, (key,)
            ).fetchone()
            by_hand = by_hand or tagged or status != Status.NEW or home != page
            found[block.owner] = Owner(
                name,
                by_hand=bool(by_hand) or name in self._articles_by_hand,
                sealed=status in SEALED,
                proofed=status in PROOFED,
                section=section,
            )
        return found


def _follows(pieces: Sequence[_Piece], source: int) -> dict[int, int | None]:
    """Map ends of pieces of a page to where their block goes on; None: it ends, -1: elsewhere."""
    found: dict[int, int | None] = {}
    for _, mine in groupby(pieces, key=attrgetter("block")):
        received = [piece for piece in mine if piece.received]
        for before, after in zip(received, [*received[1:], None], strict=True):
            if before.source == source:
                there = after is not None and after.source != source
                found[before.end] = -1 if there else after and after.start
    return found


def _astray(seams: dict[int, StoredSeam], follows: dict[int, int | None]) -> set[int]:
    """Give seams at which a block does not go on with what is next on the page.

    Their verdicts say nothing of what is.
    """
    return {
        seam.start
        for seam in seams.values()
        if seam.reads is not Reads.PARA and follows.get(seam.end, seam.end) != seam.end
    }


def _loose(pieces: Sequence[_Piece], source: int, points: set[int]) -> set[int]:
    """Give blocks with text that people typed or struck, of another page, or parted at a point."""
    return {
        piece.block
        for piece in pieces
        if piece.source != source
        or (piece.struck is not None and piece.why is None)
        or piece.end in points
    }


def _blocks_of(seams: dict[int, StoredSeam], parts: Sequence[Part]) -> dict[int, int]:
    """Map the starts of seams to the blocks in which they lie."""
    starts = [part[0] for part in parts]
    return {start: parts[bisect_right(starts, start) - 1][2] for start in seams}
