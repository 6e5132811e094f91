"""Check the file itself: SQLite's own checks, the schema, and that columns hold what they may."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from pysqlite3 import DatabaseError

from reader.model import Kind, Reads, Status, Why
from reader.store import counters, opening
from reader.store.declared import schema_faults
from reader.store.schema import has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pysqlite3 import Connection

    from reader.store.findings import Findings

TABLES = (
    "library", "file", "issue", "page", "source", "article", "block", "correction", "piece",
    "seam", "tag", "article_tag", "phrase", "phrase_span", "wish", "image", "wish_article",
    "reading", "tally", "probe", "seal", "learnt", "refusal", "reworded",
)  # fmt: skip
"""The tables of a library, those of its index apart."""


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


_FLAG = "0, 1"
_DOMAINS: tuple[tuple[str, str, str], ...] = (
    ("block", "kind", _words(Kind)),
    ("block", "supplied", _FLAG),
    ("seam", "reads", _words(Reads)),
    ("seam", "proposal", _words(Reads)),
    ("article", "status", _words(Status)),
    ("correction", "why", _words(Why)),
    ("file", "as_is", _FLAG),
    ("issue", "present", _FLAG),
    ("issue", "sample", _FLAG),
    ("issue", "date_sure", _FLAG),
    ("page", "present", _FLAG),
    ("tally", "untitled", _FLAG),
)
"""Columns that hold one of a few values, or nothing."""

_TYPES = {"INTEGER": "'integer'", "TEXT": "'text'", "BLOB": "'blob'"}
_BYTES_TOO = {("file", "name")}  # a name that is no UTF-8 stands as its bytes

INTEGRITY_LIMIT = 100
"""How many lines of SQLite's own check are asked for."""


def check_sqlite(connection: Connection, findings: Findings) -> None:
    """Let SQLite check its pages, indexes and constraints.

    FTS5 checks an index by what this connection last knew of it, and calls it corrupt where another
    one has merged it since (SQLite 3.53.4); to read a row of it makes it look anew.
    """
    for index in ("found", "received"):
        with suppress(DatabaseError):  # what is wrong with it is told below
            connection.execute(f"SELECT rowid FROM {index} LIMIT 1").fetchall()
    if form := opening.odd_form(connection):
        findings.add("write_form", "file", form=form)
    for (line,) in connection.execute(f"PRAGMA integrity_check({INTEGRITY_LIMIT})"):
        if line != "ok":
            findings.add("integrity", "file", says=str(line))


def check_references(connection: Connection, findings: Findings) -> None:
    """Let SQLite check that each reference has its row."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        findings.add("reference", str(table), row=-1 if row is None else row, to=str(parent))


def check_schema(connection: Connection, findings: Findings) -> None:
    """Compare tables, indexes, views and triggers with the declared ones."""
    for fault in schema_faults(connection):
        findings.add("schema", f"{fault.type} {fault.name}", fault=fault.fault)
    (rows,) = connection.execute("SELECT count(*) FROM library").fetchone()
    if rows != 1:
        findings.add("identity", "library", rows=rows)


def check_counters(connection: Connection, findings: Findings) -> None:
    """Check that the last key given by each table is one that can be gone on from."""
    for table, last, used in counters.unsound(connection):
        findings.add("counter", table, last=last, used=used)


def check_values(connection: Connection, findings: Findings) -> set[str]:
    """Check that columns hold values of their type, and known words; give the tables that do not.

    SQLite takes a text in a column of integers without a word; what reads these tables does not.
    """
    return {t for t in _tables(connection) if not _values_are_sound(connection, findings, t)}


def _tables(connection: Connection) -> Iterator[str]:
    """Give the tables that a library of this version has."""
    return (table for table in TABLES if has(connection, table))


def _values_are_sound(connection: Connection, findings: Findings, table: str) -> bool:
    with findings.part(table):
        wrong = _check_types(connection, findings, table)
        return wrong + _check_words(connection, findings, table) == 0
    return False


def _check_types(connection: Connection, findings: Findings, table: str) -> int:
    tests, names = [], []
    for _, name, declared, not_null, _, key in connection.execute(
        f"PRAGMA main.table_info({table})"
    ):
        allowed = [_TYPES.get(declared, "'none'")]
        if (table, name) in _BYTES_TOO:
            allowed.append("'blob'")
        if not not_null and not key:
            allowed.append("'null'")
        names.append(name)
        tests.append(f'coalesce(sum(typeof("{name}") NOT IN ({", ".join(allowed)})), 0)')
    row = connection.execute(f"SELECT {', '.join(tests) or 0} FROM main.{table}").fetchone()
    for name, wrong in zip(names, row, strict=False):
        if wrong:
            findings.add("type", f"{table}.{name}", rows=wrong)
    return sum(row)


def _check_words(connection: Connection, findings: Findings, table: str) -> int:
    wrong = 0
    for column, known in ((c, k) for of, c, k in _DOMAINS if of == table):
        for word, rows in connection.execute(
            f"SELECT {column}, count(*) FROM {table}"
            f" WHERE {column} IS NOT NULL AND {column} NOT IN ({known}) GROUP BY 1 LIMIT 10"
        ):
            findings.add("word", f"{table}.{column}", word=str(word), rows=rows)
            wrong += rows
    return wrong


def check_texts(connection: Connection, findings: Findings) -> None:
    """Name the rows of which a text is no UTF-8; SQLite itself does not look."""
    for table in _tables(connection):
        with findings.part(table):
            columns = connection.execute(f"PRAGMA main.table_info({table})").fetchall()
            keys = ", ".join(f'"{row[1]}"' for row in columns if row[5])
            width = sum(1 for row in columns if row[5])
            for name in (row[1] for row in columns if row[2] == "TEXT" and not row[5]):
                rows = connection.execute(
                    f'SELECT {keys}, CAST("{name}" AS BLOB) FROM main.{table}'
                    f" WHERE typeof(\"{name}\") = 'text'"
                )
                for *key, data in rows:
                    at = _not_utf8(data)
                    if at is not None:
                        row = " ".join(str(part) for part in key[:width])
                        findings.add("not_utf8", f"{table}.{name}", row=row, at=at)


def _not_utf8(data: bytes) -> int | None:
    """Give the position of the first byte at which it is none; None when all is well."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None
