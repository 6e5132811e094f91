"""Check what is derived: each block's reading text and borders, each article's tally."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Reads
from reader.store.check_index import check_size
from reader.store.compose import Piece, Reading, SeamRow, compose
from reader.store.derived import DOUBTFUL_BELOW, stands_for
from reader.store.schema import has_pairs
from reader.text.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pysqlite3 import Connection

    from reader.store.findings import Findings

_HELD_CHARACTERS = 8 << 20
_BLOCKS = (
    "SELECT b.article, b.key, b.id, b.kind, r.characters, d.sz"
    " FROM block b LEFT JOIN reading r ON r.block = b.key"
    " LEFT JOIN found_docsize d ON d.id = r.entry"
)


class Held(NamedTuple):
    """A source at hand: its text, its seams, and where its doubtful ones start."""

    page: bool
    text: str
    seams: list[SeamRow]
    doubtful: list[int]


class Sources:
    """The sources last asked for, up to some millions of characters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: OrderedDict[int, Held] = OrderedDict()
        self._characters = 0

    def get(self, source: int) -> Held | None:
        """Give a source, None where there is no such row."""
        held = self._held.get(source)
        if held is not None:
            self._held.move_to_end(source)
            return held
        row = self._connection.execute(
            "SELECT kind, text FROM source WHERE key = ?", (source,)
        ).fetchone()
        if row is None:
            return None
        seams = self._connection.execute(
            "SELECT start, end, reads, decider IS NULL AND confidence < ? FROM seam"
            " WHERE source = ? ORDER BY start, end",
            (DOUBTFUL_BELOW, source),
        ).fetchall()
        held = Held(
            row[0] == "page",
            row[1],
            [SeamRow(*seam[:3]) for seam in seams],
            [seam[0] for seam in seams if seam[3]],
        )
        self._held[source] = held
        self._characters += len(held.text)
        while self._characters > _HELD_CHARACTERS and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self._characters -= len(gone.text)
        return held


def check_readings(connection: Connection, findings: Findings) -> None:
    """Compose every block anew: compare text, borders and tallies with what is stored."""
    blocks = _Blocks(connection, findings)
    rows = connection.execute(f"{_BLOCKS} WHERE b.article IS NOT NULL ORDER BY b.article, b.place")
    tallies = connection.execute(
        "SELECT a.key, a.id, t.characters, t.doubts, t.title, t.untitled"
        " FROM article a LEFT JOIN tally t ON t.article = a.key ORDER BY a.key"
    )
    counted = _counted(rows, blocks)
    key, found = next(counted, (None, None))
    for article, name, *tally in tallies:
        findings.counts["articles"] += 1
        while key is not None and key < article:
            key, found = next(counted, (None, None))
        if key != article or found is None:
            findings.add("article_empty", f"article {name}")
        elif tally[0] is None:
            findings.add("tally_missing", f"article {name}")
        elif found != tuple(tally):
            findings.add("tally", f"article {name}", **_told(tally, found))
    for _, *row in connection.execute(
        f"{_BLOCKS} WHERE b.article IS NULL ORDER BY b.page, b.place"
    ):
        blocks.check(*row)
    findings.all_read = True


Tally = tuple[int, int, str, int]


def _told(stored: Sequence[Any], found: Tally) -> dict[str, str | int]:
    """Give, for the words, the first figure of a tally that is not what was counted."""
    names = ("characters", "doubts", "title", "untitled")
    return next(
        {"fault": name, "stored": was, "counted": now}
        for name, was, now in zip(names, stored, found, strict=True)
        if was != now
    )


def _counted(rows: Iterable[tuple[Any, ...]], blocks: _Blocks) -> Iterator[tuple[int, Tally]]:
    """Check the blocks of each article and count it again."""
    for article, mine in groupby(rows, key=itemgetter(0)):
        texts, doubts = [], 0
        kinds = []
        for _, block, name, kind, stored, size in mine:
            text, doubtful = blocks.check(block, name, kind, stored, size)
            texts.append(text)
            kinds.append(kind)
            doubts += doubtful
        title, untitled = stands_for(kinds, texts.__getitem__)
        characters = sum(map(len, texts))
        yield article, (characters, doubts, title, int(untitled))


class _Blocks:
    """Composes blocks and compares."""

    def __init__(self, connection: Connection, findings: Findings) -> None:
        self._connection = connection
        self._findings = findings
        self._sources = Sources(connection)
        self._paired = has_pairs(connection)

    def check(
        self, block: int, name: str, kind: str, stored: int | None, size: bytes | None
    ) -> tuple[str, int]:
        """Check one block; give its reading text and how many doubts lie in it."""
        where = f"block {name}"
        self._findings.counts["blocks"] += 1
        pieces = [
            Piece(*row)
            for row in self._connection.execute(
                "SELECT source, start, end, block, place, struck FROM piece"
                " WHERE block = ? ORDER BY place",
                (block,),
            )
        ]
        held = {piece.source: self._sources.get(piece.source) for piece in pieces}
        known = {source: h for source, h in held.items() if h is not None}
        self._findings.step()
        if not pieces:
            self._findings.add("block_empty", where)
        if len(known) < len(held):
            return "", 0  # the reference that leads nowhere has been told
        reading = compose(
            pieces, {s: h.text for s, h in known.items()}, {s: h.seams for s, h in known.items()}
        )
        if stored is None:
            self._findings.add("reading_missing", where, kind=kind)
        elif stored != len(reading.text):
            self._findings.add("reading", where, stored=stored, counted=len(reading.text))
        if size is not None:
            beside = pairs(reading.text) if self._paired else []
            check_size(self._findings, where, reading.text, beside, size)
        self._check_borders(where, reading, known)
        return reading.text, sum(_doubts(piece, known[piece.source]) for piece in pieces)

    def _check_borders(self, where: str, reading: Reading, held: dict[int, Held]) -> None:
        """Check that the seam with which a block ends says so, and none inside does.

        Struck text is not compared, nor is the white space with which a page begins.
        """
        live = [s for s in reading.segments if s.struck is None]
        for s in live[:-1]:
            if s.seam is Reads.PARA and s.start > 0:
                self._findings.add("para_inside", where, source=s.source, start=s.start)
        last = reading.segments[-1] if reading.segments else None
        if last is None or last.struck is not None:
            return
        blank = last.plain and held[last.source].page and last.text[-1:].isspace()
        if blank or (last.seam is not None and last.seam is not Reads.PARA):
            self._findings.add("border", where, source=last.source, end=last.end)


def _doubts(piece: Piece, held: Held) -> int:
    if piece.struck is not None:
        return 0
    return bisect_left(held.doubtful, piece.end) - bisect_left(held.doubtful, piece.start)
