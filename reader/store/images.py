"""The images of a wish: its rows before and after, read, added up, and written back.

What a file holds is no word of ours until it was looked at: names of tables and columns become
SQL here, and only those that the schema has do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reader.errors import DamagedLibraryError
from reader.store.faults import lies_at
from reader.store.schema import JOURNALLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pysqlite3 import Connection

Row = dict[str, Any]

_NUMBERS = range(-(1 << 63), 1 << 63)


@dataclass(frozen=True, slots=True)
class Image:
    """What a wish did to one row: its columns before and after; None where there was no row."""

    table: str
    before: Row | None
    after: Row | None


def columns_of(connection: Connection) -> dict[str, frozenset[str]]:
    """Give the columns of each table that is journalled; a writer's are those declared."""
    return {
        table: frozenset(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
        for table in JOURNALLED
    }


def read_row(table: str, told: object, columns: dict[str, frozenset[str]]) -> Row | None:
    """Read one side of an image; {} where there was no row, None where it is none of the table.

    A row has columns of the table only, its whole key among them, and plain values: numbers
    that SQLite can hold, texts, nulls.
    """
    if told is None:
        return {}
    if not isinstance(told, str):
        return None
    try:
        row = json.loads(told)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not row.keys() <= columns[table]:
        return None
    plain = all(value is None or _is_plain(value) for value in row.values())
    keyed = all(row.get(key) is not None for key in JOURNALLED[table])
    return row if plain and keyed else None


def _is_plain(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, int) and value in _NUMBERS)


def images_of(connection: Connection, wish: int, *, after: int = 0) -> list[Image]:
    """Give the images of a wish, behind the first `after`, in the order in which they were made.

    Raise `DamagedLibraryError`, which names the row of the journal, for one that is no image of
    a row of ours.
    """
    rows = connection.execute(
        "SELECT seq, tab, before, after FROM image WHERE wish = ? AND seq > ? ORDER BY seq",
        (wish, after),
    )
    columns = columns_of(connection)
    images = []
    for seq, table, *sides in rows:
        if table not in columns:
            raise _no_image(connection, wish, seq)
        was, now = (read_row(table, side, columns) for side in sides)
        if was is None or now is None or not (was or now):
            raise _no_image(connection, wish, seq)
        images.append(Image(table, was or None, now or None))
    return images


def _no_image(connection: Connection, wish: int, seq: object) -> DamagedLibraryError:
    (name,) = connection.execute("SELECT id FROM wish WHERE key = ?", (wish,)).fetchone()
    return DamagedLibraryError(lies_at(connection), "image", wish=str(name), seq=str(seq))


def net(images: Iterable[Image]) -> list[Image]:
    """Give what images come to: one a row, from what it was at first to what it is at last.

    A row whose key changed counts as one that went and one that came.
    """
    rows: dict[tuple[Any, ...], tuple[Row | None, Row | None]] = {}
    for image in images:
        before, after = _key(image.table, image.before), _key(image.table, image.after)
        if before is not None and before == after:
            _note(rows, before, image.before, image.after)
            continue
        if before is not None:
            _note(rows, before, image.before, None)
        if after is not None:
            _note(rows, after, None, image.after)
    return [Image(key[0], *sides) for key, sides in rows.items() if sides[0] != sides[1]]


def _key(table: str, row: Row | None) -> tuple[Any, ...] | None:
    return None if row is None else (table, *(row[key] for key in JOURNALLED[table]))


def _note(
    rows: dict[tuple[Any, ...], tuple[Row | None, Row | None]],
    key: tuple[Any, ...],
    before: Row | None,
    after: Row | None,
) -> None:
    if key not in rows:
        rows[key] = before, after
        return
    first, last = rows[key]
    if first is not None and before is not None:
        first = {**before, **first}  # images may name a part of the columns
    if last is not None and after is not None:
        after = {**last, **after}
    rows[key] = first, after


def apply(connection: Connection, images: Iterable[Image]) -> None:
    """Turn each row from `before` to `after`; the images are a net, one a row.

    What goes goes first, so that no name is taken twice on the way.
    """
    work: dict[tuple[int, str], list[tuple[Any, ...]]] = {}
    for image in images:
        rank, sql, values = _statement(image)
        work.setdefault((rank, sql), []).append(values)
    for (_, sql), rows in sorted(work.items(), key=lambda item: item[0]):
        connection.executemany(sql, rows)


def _statement(image: Image) -> tuple[int, str, tuple[Any, ...]]:
    keys = JOURNALLED[image.table]
    where = " AND ".join(f"{key} = ?" for key in keys)
    if image.after is None:
        row = image.before or {}
        return 0, f"DELETE FROM {image.table} WHERE {where}", tuple(row[key] for key in keys)
    if image.before is None:
        names, marks = ", ".join(image.after), ", ".join("?" * len(image.after))
        sql = f"INSERT INTO {image.table} ({names}) VALUES ({marks})"
        return 2, sql, tuple(image.after.values())
    sets = ", ".join(f"{column} = ?" for column in image.after)
    values = (*image.after.values(), *(image.before[key] for key in keys))
    return 1, f"UPDATE {image.table} SET {sets} WHERE {where}", values


def reverse(images: Sequence[Image]) -> list[Image]:
    """Give the images that take the same rows back."""
    return [Image(i.table, i.after, i.before) for i in reversed(images)]
