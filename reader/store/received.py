"""Lines as received: what of each was read, struck, joined or split, and by which block."""

from __future__ import annotations

import os
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NotFoundError
from reader.model import DOUBT_BELOW, Reads, Reason, Why
from reader.store.manager import Manager
from reader.store.reasons import unpack
from reader.text.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reader.model import Line


@dataclass(frozen=True, slots=True)
class LineSeam:
    """A verdict on white space that begins in a line; `at_end` when it takes in the line's end.

    `at` counts in the text of the line; `decider` is the person who decided, if one did; `packed`
    holds the reasons as stored.
    """

    at: int
    at_end: bool
    reads: Reads
    confidence: float
    decider: str | None
    packed: str

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Give the engine's reasons; they are unpacked only where somebody asks for them."""
        return unpack(self.packed)

    @property
    def doubtful(self) -> bool:
        """Tell whether the engine is not sure, and nobody has decided."""
        return self.decider is None and self.confidence < DOUBT_BELOW


class Struck(NamedTuple):
    """A span of a line's text that is not read, and why."""

    start: int
    end: int
    why: Why


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A raw line of a page: number in the file, span in the source, and what became of it.

    `block` holds the line's first character that is read (or, where none is, its first that is
    not white); `article` is that block's, None where the block is the page's own. A blank line
    has neither, and no seams: the run that it lies in begins in a line above.
    """

    source: int
    number: int
    start: int
    end: int
    text: str
    block: str | None = None
    article: str | None = None
    struck: tuple[Struck, ...] = ()
    seams: tuple[LineSeam, ...] = ()

    @property
    def blank(self) -> bool:
        """Tell whether the line holds nothing but white space."""
        return not self.text.strip()

    @property
    def of_page(self) -> bool:
        """Tell whether the line is furniture or a section label: the page's own."""
        return self.block is not None and self.article is None


class _Part(NamedTuple):
    start: int
    end: int
    block: str
    article: str | None
    why: str | None


class Received(Manager):
    """Reads the pages of an article line by line."""

    def source_lines(self, article: str) -> list[SourceLine]:
        """Give every raw line of the pages that an article's text comes from.

        The article's own page comes first; others, of which blocks were moved or merged into
        it, follow in the order of the library. Raise `NotFoundError`.
        """
        key = self.key(article)
        found: list[SourceLine] = []
        for source, text, first in self._pages_of(key):
            found += self._lines(source, split_lines(text, first))
        return found

    def received_file(self, article: str) -> tuple[str, str]:
        """Give name (without folder) and SHA-256 of the file that an article's page came in.

        Raise `NotFoundError` for an unknown article, or one whose page has no file.
        """
        row = self._connection.execute(
            "SELECT f.name, f.sha256 FROM article a JOIN page p ON p.key = a.page"
            " JOIN source s ON s.key = p.source JOIN file f ON f.key = s.file WHERE a.key = ?",
            (self.key(article),),
        ).fetchone()
        if row is None:
            raise NotFoundError(article, "file")
        name, sha256 = row
        return name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name, sha256

    def received_name(self, sha256: str) -> str:
        """Give the name, without folder, under which a file of these bytes came in first."""
        (name,) = self._connection.execute(
            "SELECT name FROM file WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return os.fsdecode(name)

    def of_file(self, sha256: str) -> list[str]:
        """Give the ids of the articles on the pages of a file, in their order."""
        rows = self._connection.execute(
            "SELECT a.id FROM file f JOIN source s ON s.file = f.key"
            " JOIN page p ON p.source = s.key JOIN article a"
            " ON a.page = p.key WHERE f.sha256 = ? ORDER BY s.part, a.place",
            (sha256,),
        )
        return [article for (article,) in rows]

    def knows_files(self, sha256s: Collection[str]) -> bool:
        """Tell whether files of all these bytes came in at some time, withdrawn ones too."""
        return all(
            self._connection.execute("SELECT 1 FROM file WHERE sha256 = ?", (sha256,)).fetchone()
            for sha256 in sha256s
        )

    def lines_of(self, source: int) -> tuple[Line, ...]:
        """Give the raw lines of a page, with their numbers in its file."""
        text, first = self._connection.execute(
            "SELECT text, first_line FROM source WHERE key = ?", (source,)
        ).fetchone()
        return split_lines(text, first)

    def _pages_of(self, article: int) -> list[tuple[int, str, int]]:
        """Give source, text and first line's number of each page."""
        return self._connection.execute(
            """
            SELECT s.key, s.text, s.first_line FROM source s
            WHERE s.key = (SELECT p.source FROM article a JOIN page p ON p.key = a.page
                           WHERE a.key = ?1)
               OR s.kind = 'page' AND s.key IN (
                    SELECT x.source FROM block b JOIN piece x ON x.block = b.key
                    WHERE b.article = ?1)
            ORDER BY s.page <> (SELECT page FROM article WHERE key = ?1), s.key
            """,
            (article,),
        ).fetchall()

    def _lines(self, source: int, lines: Sequence[Line]) -> Iterator[SourceLine]:
        parts = [
            _Part(*row)
            for row in self._connection.execute(
                "SELECT x.start, x.end, b.id, a.id, c.why FROM piece x"
                " JOIN block b ON b.key = x.block"
                " LEFT JOIN article a ON a.key = b.article"
                " LEFT JOIN correction c ON c.key = x.struck"
                " WHERE x.source = ? ORDER BY x.start",
                (source,),
            )
        ]
        seams = self._seams_by_line(source, lines)
        for n, line in enumerate(lines):
            span = (line.number, line.start, line.end, line.text)
            if not line.text.strip():
                yield SourceLine(source, *span)
                continue
            mine = _parts_of(parts, line)
            owner = next((p for p in mine if p.why is None), mine[0] if mine else None)
            yield SourceLine(
                source,
                *span,
                owner.block if owner else None,
                owner.article if owner else None,
                tuple(Struck(p.start - line.start, p.end - line.start, Why(p.why))
                      for p in mine if p.why is not None),
                tuple(seams.get(n, ())),
            )  # fmt: skip

    def _seams_by_line(self, source: int, lines: Sequence[Line]) -> dict[int, list[LineSeam]]:
        """Gather the seams of a page by the line in which they begin.

        The run at the head of a page is no end of a line; nothing stands before it.
        """
        found: dict[int, list[LineSeam]] = {}
        for start, end, reads, confidence, reasons, decider in self._connection.execute(
            "SELECT start, end, reads, confidence, reasons, decider FROM seam"
            " WHERE source = ? AND start > 0 ORDER BY start, end",
            (source,),
        ):
            n = bisect_right(lines, start, key=attrgetter("start")) - 1
            seam = LineSeam(
                start - lines[n].start,
                end > lines[n].end,
                Reads(reads),
                confidence / 1000,
                decider,
                reasons,
            )
            found.setdefault(n, []).append(seam)
        return found


def _parts_of(parts: Sequence[_Part], line: Line) -> list[_Part]:
    """Cut from the pieces of a page what of a line is not white; each has something of it."""
    found = []
    n = max(0, bisect_right(parts, line.start, key=attrgetter("start")) - 1)
    while n < len(parts) and parts[n].start < line.end:
        part = parts[n]
        low, high = max(part.start, line.start), min(part.end, line.end)
        text = line.text[low - line.start : high - line.start]
        if text.strip():
            low += len(text) - len(text.lstrip())
            high -= len(text) - len(text.rstrip())
            found.append(part._replace(start=low, end=high))
        n += 1
    return found
