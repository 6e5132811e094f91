"""Check a whole library: file, ledger, what is derived, journal. Nothing is written.

Every fault has a code, a place and facts; the faces make words of them. The figures that are
added up are those of the ledger: the pieces of every source tile it, white space included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pysqlite3

from reader import __version__
from reader.store import counters, opening
from reader.store.check_derived import check_readings
from reader.store.check_file import (
    check_counters,
    check_references,
    check_schema,
    check_sqlite,
    check_texts,
    check_values,
)
from reader.store.check_index import check_index
from reader.store.check_journal import check_journal
from reader.store.check_ledger import check_files, check_sources
from reader.store.check_order import check_order, check_phrases
from reader.store.copying import one_moment
from reader.store.declared import disguised, schema_faults
from reader.store.faults import told
from reader.store.findings import CODES, Fault, Findings
from reader.store.opening import Mode
from reader.store.schema import JOURNALLED
from reader.store.seals import check_seals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pysqlite3 import Connection

    from reader.store.library import Library

__all__ = ["CODES", "CheckReport", "Fault", "check", "check_disguised"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found.

    `pending` counts the pages whose index is still to come, which is no fault. `counts` has
    what was looked at (files, pages, characters, pieces …), `versions` SQLite's, the schema's
    and the program's.
    """

    sound: bool
    faults: tuple[Fault, ...]
    pending: int
    counts: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


_PARTS: tuple[tuple[Callable[[Connection, Findings], None], tuple[str, ...]], ...] = (
    (check_sqlite, ()),
    (check_references, ()),
    (check_schema, ()),
    (check_counters, counters.TABLES),
    (check_files, ("file", "source")),
    (check_sources, ("source", "piece", "seam")),
    (check_seals, ("seal",)),
    (check_order, ("issue", "page", "source", "article", "block", "piece", "phrase")),
    (check_phrases, ("source", "phrase", "phrase_span")),
    (check_readings, ("source", "piece", "seam", "block", "article", "reading", "tally")),
    (check_index, ("issue", "page", "article", "block", "reading")),
    (check_journal, ("library", "wish", "image", *JOURNALLED)),
)
"""The parts of the check, with the tables that must hold what they may before it can be done."""


def check(library: Library, report: Callable[[int, int], None] | None = None) -> CheckReport:
    """Check a library and name what is wrong and where; write nothing.

    `report` is called with steps done and steps in all (a source or a block is a step); what it
    raises ends the check. All is read as it stood at one moment, while others may write. Raise
    `LibraryInUseError` when another program keeps the library locked; damage is never raised,
    but told as a fault.
    """
    connection = library.connection
    findings = Findings(report)
    with told(library.path), one_moment(connection):
        unsound = check_values(connection, findings)
        findings.expect(_steps(connection, findings))
        for part, tables in _PARTS:
            name = part.__name__
            bad = sorted(unsound.intersection(tables))
            if bad:
                findings.add("unchecked", name, tables=" ".join(bad))
                continue
            with findings.part(name):
                part(connection, findings)
        if findings.undecodable:
            check_texts(connection, findings)
        pending = _pending(connection, findings)
        versions = _versions(connection)
    faults = findings.faults()
    return CheckReport(not faults, faults, pending, dict(findings.counts), versions)


def check_disguised(path: Path) -> CheckReport:
    """Name what is wrong with the schema of a library of which no table may be read."""
    findings = Findings()
    connection = opening.connect(path, Mode.READ, disguised=True)
    try:
        with told(path), one_moment(connection):
            planted = disguised(connection)
            names = {fault.name for fault in planted}
            others = (fault for fault in schema_faults(connection) if fault.name not in names)
            for fault in (*planted, *others):
                findings.add("schema", f"{fault.type} {fault.name}", fault=fault.fault)
            for part, _ in _PARTS:
                if part is not check_schema:
                    findings.add("unchecked", part.__name__, tables="sqlite_master")
            versions = _versions(connection)
    finally:
        connection.close()
        opening.release(path)
    return CheckReport(sound=False, faults=findings.faults(), pending=0, versions=versions)


def _steps(connection: Connection, findings: Findings) -> int:
    with findings.part("count"):
        (steps,) = connection.execute(
            "SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM block)"
            " + (SELECT count(*) FROM reading WHERE entry IS NOT NULL)"
        ).fetchone()
        return int(steps)
    return 0


def _pending(connection: Connection, findings: Findings) -> int:
    with findings.part("page"):
        (pending,) = connection.execute("SELECT count(*) FROM page WHERE indexed = 0").fetchone()
        return int(pending)
    return 0


def _versions(connection: Connection) -> dict[str, str]:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return {
        "sqlite": str(pysqlite3.sqlite_version),
        "schema": str(schema),
        "program": __version__,
    }
