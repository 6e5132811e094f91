"""Seal the rows that an export or the journal shows: a flipped character is found anywhere.

SQLite's own check sees a broken page, not a changed letter. So each row of the ledger has a
digest of 64 bits (BLAKE2b), and `seal` holds, for each owner of rows, their digests added without
carry. TEMP triggers keep it in step, in the transaction of whatever is written: what a wish, an
import, an undo does goes through them by itself. What changes a row from outside does not, and
`check` finds that the two differ; also after the row was written again, since what the trigger
takes away is the digest of what it found.
"""

from __future__ import annotations

import sys
from array import array
from contextlib import contextmanager
from functools import reduce
from operator import xor
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.store.faults import keep
from reader.store.moments import snapshot
from reader.store.schema import has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pysqlite3 import Connection

    from reader.store.findings import Findings

Value = str | bytes | int | float | None


class Sealed(NamedTuple):
    """How rows of a table are sealed: under which owner, and what of them.

    `owner` is an expression over the columns, whose ``%s`` stands for the row. `texts` are
    looked at as their bytes: also where these are no UTF-8. `named` gives the noun of an
    owner and the table that has its public id.
    """

    owner: str
    numbers: tuple[str, ...]
    texts: tuple[str, ...] = ()
    named: str = ""


SEALED: dict[str, Sealed] = {
    "library": Sealed("%s.key", ("key",), ("id", "made_at"), "library"),
    "file": Sealed(
        "%s.key", ("key", "size", "as_is"), ("sha256", "name", "encoding", "bytes", "imported_at")
    ),
    "issue": Sealed(
        "%s.key",
        ("key", "date_sure", "sample", "present"),
        ("id", "title", "date", "number", "guessed"),
        "issue",
    ),
    "page": Sealed("%s.key", ("key", "issue", "number", "place", "source", "present"), ("id",)),
    "source": Sealed(
        "%s.key",
        ("key", "file", "part", "first_line", "page", "correction"),
        ("id", "kind", "text"),
        "source",
    ),
    "article": Sealed(
        "%s.key", ("key", "page", "place", "section", "revision"), ("id", "status"), "article"
    ),
    "block": Sealed(
        "coalesce(%s.article, -%s.page)",
        ("key", "article", "page", "place", "supplied"),
        ("id", "kind"),
        "article",
    ),
    "correction": Sealed("%s.key", ("key",), ("id", "why", "by", "at")),
    "piece": Sealed(
        "%s.source", ("source", "start", "end", "block", "place", "struck"), named="source"
    ),
    "seam": Sealed(
        "%s.source",
        ("source", "start", "end", "confidence"),
        ("reads", "proposal", "reasons", "decider"),
        "source",
    ),
    "tag": Sealed("%s.key", ("key",), ("id", "name"), "tag"),
    "article_tag": Sealed("%s.article", ("article", "tag"), named="article"),
    "phrase": Sealed("%s.article", ("key", "tag", "article"), ("id", "quote"), "article"),
    "wish": Sealed("%s.key", ("key", "parent"), ("id", "verb", "detail", "actor", "at"), "wish"),
    "image": Sealed("%s.wish", ("wish", "seq"), ("tab", "before", "after"), "wish"),
    "wish_article": Sealed("%s.wish", ("wish",), ("article",), "wish"),
    "phrase_span": Sealed("%s.phrase", ("phrase", "source", "start", "end"), named="phrase"),
}
"""The tables that an export shows, and the journal, with their columns but for those derived.

Libraries hold what follows from this: a change needs a migration that seals them anew.
"""

BY_HAND = frozenset({"block", "piece", "seam"})
"""The tables into which an import writes by the hundred: their triggers would cost it a tenth."""


LIGHT = tuple(table for table in SEALED if table not in BY_HAND)
"""The tables that hold the texts, the names and the journal: a twentieth of the rows."""


LONG = 64
"""A text of more bytes goes into a row's digest as its length and its own digest."""


def digest(*values: Value) -> int:
    """Give the digest of a row's values, as the signed number of 64 bits that SQLite holds."""
    told = repr(tuple([short(v) if isinstance(v, bytes) else v for v in values]))
    return int.from_bytes(_hashed(told[1:-1].encode(), 8), "big", signed=True)


def short(value: bytes) -> bytes | tuple[int, bytes]:
    """Give a text's bytes as they go into the digest of its row."""
    if len(value) <= LONG:
        return value
    return len(value), _hashed(value, 16)


def _hashed(told: bytes, size: int) -> bytes:
    from hashlib import blake2b  # loads OpenSSL, which a start can spare

    return blake2b(told, digest_size=size).digest()


def total(rows: list[tuple[Any, ...]]) -> int:
    """Add up the digests of many rows of numbers and short texts, the latter as their bytes.

    An import waits for this: what Python does for each row is all told in C.
    """
    from hashlib import blake2b

    told = repr(rows)[2:-2].encode().split(b"), (") if rows else []
    if len(told) != len(rows):  # a text has the border's characters in it
        return reduce(xor, (digest(*row) for row in rows))
    made = array("Q", b"".join([blake2b(one, digest_size=8).digest() for one in told]))
    if sys.byteorder == "little":
        made.byteswap()
    added = reduce(xor, made, 0)
    return added - (1 << 64) if added >> 63 else added


def prepare(connection: Connection) -> None:
    """Let SQLite know the digest, as ``row_digest``."""
    connection.create_function("row_digest", -1, _row_digest, deterministic=True)


def _row_digest(*values: Value) -> int:
    try:
        return digest(*values)
    except (KeyboardInterrupt, MemoryError, ValueError, TypeError, OverflowError) as error:
        # SQLite would only say that one was raised
        keep(error)
        raise


def _digest_of(table: str, row: str) -> str:
    sealed = SEALED[table]
    values = [f"{row}.{name}" for name in sealed.numbers]
    values += [f"CAST({row}.{name} AS BLOB)" for name in sealed.texts]
    return f"row_digest({', '.join(values)})"


def _owner_of(table: str, row: str) -> str:
    return SEALED[table].owner.replace("%s", row)


def watch(connection: Connection, *, importing: bool = False) -> None:
    """Make the TEMP triggers that keep the seals in step, unless they are there.

    Inside a transaction, before anything is written in it. `importing`: without those that
    would look in vain at each row that is inserted under `by_hand`.
    """
    if not _is_there(connection, "by_hand"):
        connection.execute("CREATE TEMP TABLE by_hand (now INTEGER NOT NULL)")
        for table in SEALED:
            for verb in ("INSERT", "UPDATE", "DELETE"):
                if verb != "INSERT" or table not in BY_HAND:
                    connection.execute(_trigger(table, verb))
    if not importing and not _is_there(connection, "seal_piece_insert"):
        for table in sorted(BY_HAND):
            connection.execute(_trigger(table, "INSERT"))


def _is_there(connection: Connection, name: str) -> bool:
    row = connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = ?", (name,)).fetchone()
    return row is not None


def _trigger(table: str, verb: str) -> str:
    columns = SEALED[table].numbers + SEALED[table].texts
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    when = f"WHEN {changed}" if verb == "UPDATE" else ""
    if verb == "INSERT" and table in BY_HAND:
        when = "WHEN NOT EXISTS (SELECT 1 FROM temp.by_hand)"
    rows = {"INSERT": ["NEW"], "DELETE": ["OLD"]}.get(verb, ["OLD", "NEW"])
    steps = [_turn(table, row) for row in rows]
    if verb != "INSERT":
        steps.append(
            f"DELETE FROM seal WHERE tab = '{table}' AND owner = {_owner_of(table, 'OLD')}"
            " AND digest = 0"
        )
    return (
        f"CREATE TEMP TRIGGER seal_{table}_{verb.lower()} AFTER {verb} ON main.{table} {when}"
        f" BEGIN {'; '.join(steps)}; END"
    )


@contextmanager
def by_hand(connection: Connection) -> Iterator[None]:
    """Leave to `add` the seals of what is inserted inside into the tables `BY_HAND`."""
    connection.execute("INSERT INTO temp.by_hand VALUES (1)")
    yield  # an error takes the whole transaction back
    connection.execute("DELETE FROM temp.by_hand")


def add(connection: Connection, table: str, owner: int, rows: list[tuple[Any, ...]]) -> None:
    """Seal rows of one owner that were inserted; they are as `total` takes them."""
    connection.execute(_ADD.format("?, ?, ?"), (table, owner, total(rows)))


_ADD = (
    "INSERT INTO seal (tab, owner, digest) VALUES ({})"
    " ON CONFLICT (tab, owner) DO UPDATE SET"
    " digest = (digest | excluded.digest) - (digest & excluded.digest)"
)
"""Adds to a seal, or takes away: without carry that is one."""


def _turn(table: str, row: str) -> str:
    """Add a row's digest to its owner's seal, or take it away."""
    return _ADD.format(f"'{table}', {_owner_of(table, row)}, {_digest_of(table, row)}")


def _found(connection: Connection, table: str) -> dict[int, int]:
    """Add the digests of a table's rows up, by owner."""
    found: dict[int, int] = {}
    for owner, value in connection.execute(
        f"SELECT {_owner_of(table, 'r')}, {_digest_of(table, 'r')} FROM main.{table} AS r"
    ):
        found[owner] = found.get(owner, 0) ^ value
    return found


def seal_all(connection: Connection) -> None:
    """Seal every row as it stands; for the migration that brings the seals."""
    prepare(connection)
    for table in SEALED:
        connection.executemany(
            "INSERT INTO seal (tab, owner, digest) VALUES (?, ?, ?)",
            [(table, *seal) for seal in sorted(_found(connection, table).items()) if seal[1]],
        )


def altered(connection: Connection) -> int:
    """Count what was changed from outside, in the tables `LIGHT`: a tenth of what a copy costs.

    A table that cannot be read counts as one. Blocks, cuts and line ends are left to `check`.
    """
    from reader.store.findings import Findings  # it loads this module's readers

    findings = Findings()
    with snapshot(connection):
        check_seals(connection, findings, LIGHT)
    return sum(int(fault.facts.get("count", 1)) for fault in findings.faults())


def altered_texts(connection: Connection, sources: Iterable[int]) -> int:
    """Count those of some sources, in the snapshot that is open, that do not fit their seals."""
    if not has(connection, "seal"):
        return 0
    sql = (
        f"SELECT 1 FROM source AS r LEFT JOIN seal ON tab = 'source' AND owner = r.key"
        f" WHERE r.key = ? AND digest IS NOT {_digest_of('source', 'r')}"
    )
    return sum(connection.execute(sql, (key,)).fetchone() is not None for key in sources)


def check_seals(
    connection: Connection, findings: Findings, tables: Iterable[str] = tuple(SEALED)
) -> None:
    """Compare the rows that an export shows with their seals; older libraries have none."""
    if not has(connection, "seal"):
        return
    strange = {row[0] for row in connection.execute("SELECT DISTINCT tab FROM seal")} - {*SEALED}
    for name in sorted(map(str, strange)):
        findings.add("seal", name, table="seal")
    for table in tables:
        with findings.part(f"seals of {table}"):
            for owner in _broken(connection, table):
                findings.add("seal", _name(connection, table, owner), table=table)


def _broken(connection: Connection, table: str) -> Iterator[int]:
    found = _found(connection, table)
    stored = connection.execute("SELECT owner, digest FROM seal WHERE tab = ?", (table,))
    for owner, seal in stored:
        if found.pop(owner, 0) != seal:
            yield owner
    yield from (owner for owner, seal in found.items() if seal)


def _name(connection: Connection, table: str, owner: int) -> str:
    """Name an owner as the other faults do: by its noun and public id, where it has one."""
    noun, key = SEALED[table].named or table, owner
    if table == "block" and owner < 0:
        noun, key = "page", -owner
    column = "sha256" if noun == "file" else "id"
    row = connection.execute(
        f"SELECT CAST({column} AS BLOB) FROM {noun} WHERE key = ?", (key,)
    ).fetchone()
    return f"{noun} {key if row is None else row[0].decode('utf-8', 'replace')}"
