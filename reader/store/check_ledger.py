"""Check the ledger: files' bytes, pieces that tile their sources, cuts and seams of white space."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from reader.store.findings import Grouped
from reader.text.decode import encode
from reader.text.lines import holds_line_end, white_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pysqlite3 import Connection

    from reader.store.findings import Findings

Span = tuple[int, int]


class Tile(NamedTuple):
    """A place where spans do not tile: ``hole``, ``overlap`` or ``beyond``."""

    code: str
    start: int
    end: int


def check_files(connection: Connection, findings: Findings) -> None:
    """Check each file's bytes, kept or encoded again from its pages, against their SHA-256."""
    pages = Grouped(
        connection.execute(
            "SELECT file, part, text FROM source WHERE file IS NOT NULL ORDER BY file, part"
        )
    )
    for key, sha256, size, encoding, kept in connection.execute(
        "SELECT key, sha256, size, encoding, bytes FROM file ORDER BY key"
    ):
        findings.counts["files"] += 1
        mine = pages.of(key)
        where = f"file {sha256}"
        parts = [part for _, part, _ in mine]
        if parts != list(range(len(parts))) or not parts:
            findings.add("file_parts", where, pages=len(parts))
        data = _encoded((text for _, _, text in mine), encoding) if kept is None else kept
        if data is None:
            findings.add("file_encoding", where, encoding=encoding)
        elif len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
            findings.add("file_hash", where, size=size, found=len(data))


def _encoded(texts: Iterable[str], encoding: str) -> bytes | None:
    """Encode the joined text of a file's pages; None where it cannot be."""
    try:
        return encode("".join(texts), encoding)
    except (LookupError, UnicodeError):
        return None


def check_sources(connection: Connection, findings: Findings) -> None:
    """Check, source by source, that its pieces tile it, and its cuts and seams."""
    pieces = Grouped(
        connection.execute("SELECT source, start, end FROM piece ORDER BY source, start")
    )
    seams = Grouped(
        connection.execute("SELECT source, start, end FROM seam ORDER BY source, start, end")
    )
    for key, name, kind, text in connection.execute(
        "SELECT key, id, kind, text FROM source ORDER BY key"
    ):
        where = f"source {name}"
        spans = [(start, end) for _, start, end in pieces.of(key)]
        runs = [(start, end) for _, start, end in seams.of(key)]
        findings.counts["sources"] += 1
        findings.counts["characters"] += len(text)
        findings.counts["pieces"] += len(spans)
        findings.counts["seams"] += len(runs)
        for fault in tiling(spans, len(text)):
            findings.add(fault.code, where, start=fault.start, end=fault.end)
        if kind == "page":
            _check_white(findings, where, text, spans, runs)
        _check_points(findings, where, {end for _, end in spans}, runs, typed=kind == "typed")
        findings.step()


def tiling(spans: Iterable[Span], length: int) -> Iterator[Tile]:
    """Give each place where spans, which come in the order of their start, do not tile a text."""
    here = 0
    for start, end in spans:
        if start > here:
            yield Tile("hole", here, start)
        elif start < here:
            yield Tile("overlap", start, min(here, end))
        here = max(here, end)
    if here < length:
        yield Tile("hole", here, length)
    elif here > length:
        yield Tile("beyond", length, here)


def _check_white(
    findings: Findings, where: str, text: str, spans: Sequence[Span], seams: Sequence[Span]
) -> None:
    """Check a page's cuts and seams against its runs of white space."""
    length = len(text)
    for start, _ in spans:
        if 0 < start < length and text[start - 1].isspace() and text[start].isspace():
            findings.add("cut_in_run", where, start=start)
    runs = set(white_runs(text))
    stored = {seam for seam in seams if seam[0] < seam[1]}
    for start, end in sorted(stored - runs):
        findings.add("seam_no_run", where, start=start, end=end)
    for start, end in sorted(runs - stored):
        if start == 0 or end == length or holds_line_end(text[start:end]):
            findings.add("seam_missing", where, start=start, end=end)


def _check_points(
    findings: Findings, where: str, ends: set[int], seams: Sequence[Span], *, typed: bool
) -> None:
    """Check that a seam of no length stands where a person split: at the end of a piece.

    What a person typed has no other seams.
    """
    for start, end in seams:
        if start == end and start not in ends:
            findings.add("seam_no_cut", where, start=start)
        elif typed and start < end:
            findings.add("seam_no_run", where, start=start, end=end)
