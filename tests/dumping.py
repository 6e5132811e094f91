"""What the journal answers for, row by row, to compare a library before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.schema import JOURNALLED

if TYPE_CHECKING:
    from reader.store import Library


def dump(library: Library) -> dict[str, list[tuple]]:
    """Every row that the journal answers for, and the texts derived from them."""
    rows = {}
    for table, keys in JOURNALLED.items():
        columns = [r[1] for r in library.connection.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(c for c in columns if c != "indexed")
        rows[table] = library.connection.execute(
            f"SELECT {kept} FROM {table} ORDER BY {', '.join(keys)}"
        ).fetchall()
    for columns, table in (("block, characters", "reading"), ("*", "tally")):
        sql = f"SELECT {columns} FROM {table} ORDER BY 1"
        rows[sql] = library.connection.execute(sql).fetchall()
    return rows
