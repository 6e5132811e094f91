"""Check the index of search: which rows it has, how long they are, their order, their characters.

What is not indexed yet is no fault. The index keeps no text, so its characters can only be
counted: over all rows together, each as often as the readings have it, and their pairs too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

    from reader.store.findings import Findings

_RULES: tuple[tuple[str, str], ...] = (
    (
        # A block of an article on a page that is indexed has a row in both indexes.
        "index_missing",
        "SELECT 'block ' || b.id FROM block b JOIN article a ON a.key = b.article"
        " JOIN page p ON p.key = a.page AND p.indexed <> 0 JOIN reading r ON r.block = b.key"
        " WHERE r.entry IS NULL OR r.entry NOT IN (SELECT id FROM found_docsize)"
        " OR r.entry NOT IN (SELECT id FROM received_docsize)",
    ),
    (
        "index_missing",
        "SELECT 'page ' || id FROM page"
        " WHERE indexed <> 0 AND indexed NOT IN (SELECT id FROM received_docsize)",
    ),
    (
        # No other block has a number.
        "index_stray",
        "SELECT 'block ' || b.id FROM reading r JOIN block b ON b.key = r.block"
        " LEFT JOIN article a ON a.key = b.article LEFT JOIN page p ON p.key = a.page"
        " WHERE r.entry IS NOT NULL AND coalesce(p.indexed, 0) = 0",
    ),
    (
        "index_orphan",
        "SELECT 'found ' || id FROM found_docsize"
        " WHERE id NOT IN (SELECT entry FROM reading WHERE entry IS NOT NULL)",
    ),
    (
        "index_orphan",
        "SELECT 'received ' || id FROM received_docsize"
        " WHERE id NOT IN (SELECT entry FROM reading WHERE entry IS NOT NULL)"
        " AND id NOT IN (SELECT indexed FROM page)",
    ),
)


def check_index(connection: Connection, findings: Findings) -> None:
    """Check that the index has what it must, and nothing else."""
    for code, sql in _RULES:
        for (where,) in connection.execute(sql):
            findings.add(code, where)
    _check_order(connection, findings)
    if findings.all_read:
        _check_characters(connection, findings)


def _check_order(connection: Connection, findings: Findings) -> None:
    """Check that rising numbers are the order of date, issue, page, article and block."""
    rows = connection.execute(
        "SELECT b.id, i.date IS NULL, i.date, i.key, p.place, p.key, a.place, b.place,"
        " r.entry > p.indexed"
        " FROM reading r JOIN block b ON b.key = r.block JOIN article a ON a.key = b.article"
        " JOIN page p ON p.key = a.page JOIN issue i ON i.key = p.issue"
        " WHERE r.entry IS NOT NULL ORDER BY r.entry"
    )
    last: tuple[Any, ...] = ()
    for name, undated, date, *rest, behind in rows:
        here = (undated, date or "", *rest)
        if here < last or not behind:
            findings.add("index_order", f"block {name}")
        last = here


def check_size(findings: Findings, where: str, text: str, held: Sequence[str], size: bytes) -> None:
    """Check that a row of the index of readings has a token a character of `text`, and its pairs.

    Count both. `held` are the pairs, `size` is its size as FTS5 keeps it.
    """
    findings.counts["indexed"] += 1
    findings.characters.update(text)
    findings.characters.update(held)
    wanted = len(text) - text.count("\n") + len(held)  # a line end inside verse is no token
    found = _varint(size if isinstance(size, bytes) else b"")
    if found != wanted:
        findings.add("index_size", where, stored=found, counted=wanted)
    findings.step()


def _varint(blob: bytes) -> int:
    """Read the one number of a row's size as FTS5 writes it: seven bits a byte, high ones first."""
    number = 0
    for byte in blob:
        number = number << 7 | byte & 0x7F
    return number


def _check_characters(connection: Connection, findings: Findings) -> None:
    """Compare how often each character or pair is in the index with how often in the readings.

    And look each up, as search does: what stands in an index is not yet found in it.
    """
    counted = {c: times for c, times in findings.characters.items() if c != "\n"}
    wanted = {c if len(c) > 1 else tokens(c): times for c, times in counted.items()}
    stored = _vocabulary(connection, "found")
    for term in sorted(wanted.keys() | stored.keys()):
        here, there = stored.get(term, 0), wanted.get(term, 0)
        if here != there:
            findings.add("index_characters", f"found {term}", stored=here, counted=there)
    _check_lookup(connection, findings, "found", stored)
    _check_lookup(connection, findings, "received", _vocabulary(connection, "received"))


def _check_lookup(
    connection: Connection, findings: Findings, index: str, terms: Iterable[str]
) -> None:
    for term in terms:
        row = connection.execute(
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT 1", (f'"{term}"',)
        ).fetchone()
        if row is None:
            findings.add("index_lookup", f"{index} {term}")


def _vocabulary(connection: Connection, index: str) -> dict[str, int]:
    """Give the terms of an index and how often each stands in it.

    FTS5 shows them by a table that must be made: a temporary one, which is in no file.
    """
    (reading_only,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, '{index}', 'row')"
        )
        try:
            return dict(connection.execute("SELECT term, cnt FROM temp.terms").fetchall())
        finally:
            connection.execute("DROP TABLE temp.terms")
    finally:
        connection.execute(f"PRAGMA query_only = {reading_only}")
