"""Check the journal: a tree of wishes whose youngest images are the rows as they stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reader.errors import DamagedLibraryError
from reader.store.course import WAY
from reader.store.images import columns_of, images_of, net, read_row
from reader.store.schema import IGNORED, JOURNALLED

if TYPE_CHECKING:
    from pysqlite3 import Connection

    from reader.store.findings import Findings
    from reader.store.images import Image, Row

_DERIVED = {"page": IGNORED["page"]}
"""Columns that are written without the journal, and so are not compared."""


def check_journal(connection: Connection, findings: Findings) -> None:
    """Check tree and images, and the images on the way from head to root against the rows."""
    if not _check_tree(connection, findings):
        return
    images = _Images(connection, findings)
    for key, name in _way(connection):
        images.walk(key, f"wish {name}", compare=True)
    images.check_next()
    on_way = {key for key, _ in _way(connection)}
    for key, name, detail, count in connection.execute(
        "SELECT key, id, detail, (SELECT count(*) FROM image WHERE image.wish = wish.key) FROM wish"
    ):
        findings.counts["wishes"] += 1
        if not count:
            findings.add("wish_empty", f"wish {name}")
        if not _is_object(detail):
            findings.add("wish_detail", f"wish {name}")
        if key not in on_way:
            images.walk(key, f"wish {name}", compare=False)


def _is_object(detail: str) -> bool:
    try:
        return isinstance(json.loads(detail), dict)
    except (ValueError, RecursionError):
        return False


def _check_tree(connection: Connection, findings: Findings) -> bool:
    """Tell whether head stands and no way to the root runs in a circle."""
    sound = True
    for name, parent in connection.execute(
        "SELECT w.id, w.parent FROM wish w WHERE w.parent >= w.key"
    ):
        # A wish is younger than its parent; in any circle one is not.
        findings.add("journal_tree", f"wish {name}", parent=parent)
        sound = False
    for (head,) in connection.execute(
        "SELECT head FROM library WHERE head IS NOT NULL AND head NOT IN (SELECT key FROM wish)"
    ):
        findings.add("journal_head", "library", head=head)
        sound = False
    return sound


def _way(connection: Connection) -> list[tuple[int, str]]:
    """Give the wishes from head to root."""
    return connection.execute(
        f"{WAY} SELECT wish.key, wish.id FROM way JOIN wish ON wish.key = way.key ORDER BY 1 DESC"
    ).fetchall()


class _Images:
    """Reads the images of wishes, youngest first."""

    def __init__(self, connection: Connection, findings: Findings) -> None:
        self._connection = connection
        self._findings = findings
        # What the next younger image of a row says was there, by hash: a row that shares its
        # hash with another is not compared.
        self._younger: dict[int, tuple[int, int]] = {}
        self._columns = columns_of(connection)

    def walk(self, wish: int, where: str, *, compare: bool) -> None:
        """Check the images of a wish; compare those of rows that no younger image names."""
        for seq, table, before, after in self._connection.execute(
            "SELECT seq, tab, before, after FROM image WHERE wish = ? ORDER BY seq DESC", (wish,)
        ).fetchall():
            self._findings.counts["images"] += 1
            if table not in JOURNALLED:
                self._findings.add("image_table", where, seq=seq, table=str(table))
                continue
            rows = [read_row(table, image, self._columns) for image in (before, after)]
            if None in rows or rows == [{}, {}]:
                self._findings.add("image", where, seq=seq, table=table)
            elif compare:
                self._compare(table, rows[0] or {}, rows[1] or {}, where)

    def check_next(self) -> None:
        """Check that the wish which redo would do finds its rows as they stand.

        Undo writes nothing but where the journal stands now. Where that is not as it was
        written, wishes of which the rows tell that they stand are held to be undone.
        """
        for key, name in self._connection.execute(
            "SELECT w.key, w.id FROM library AS l JOIN wish AS w ON w.parent IS l.head"
            " ORDER BY w.key DESC LIMIT 1"
        ).fetchall():
            for image in self._net(key):
                row = image.before or image.after or {}
                values = tuple(row[column] for column in JOURNALLED[image.table])
                if not self._stands(image.table, values, image.before or {}):
                    self._findings.add(
                        "journal_undone",
                        f"wish {name}",
                        table=image.table,
                        row=" ".join(str(part) for part in values),
                    )

    def _net(self, wish: int) -> list[Image]:
        try:
            return net(images_of(self._connection, wish))
        except DamagedLibraryError:  # `walk` names the image
            return []

    def _compare(self, table: str, before: Row, after: Row, where: str) -> None:
        """Compare what a row became with the next younger image, or the row as it stands."""
        keys = JOURNALLED[table]
        was, now = (tuple(row[k] for k in keys) if row else None for row in (before, after))
        if now is not None:
            self._compare_step(table, now, after, where)
        if was is not None and was != now:
            self._compare_step(table, was, {}, where)
        for key in {was, now} - {None}:
            self._younger[hash((table, key))] = _digest(before if key == was else {})

    def _compare_step(self, table: str, key: tuple[Any, ...], image: Row, where: str) -> None:
        younger = self._younger.get(hash((table, key)))
        if younger is None:
            self._compare_row(table, key, image, where)
        elif _differ(younger, _digest(image)):
            self._findings.add(
                "journal_chain", where, table=table, row=" ".join(str(part) for part in key)
            )

    def _compare_row(self, table: str, key: tuple[Any, ...], image: Row, where: str) -> None:
        if not self._stands(table, key, image):
            self._findings.add(
                "journal_row", where, table=table, row=" ".join(str(part) for part in key)
            )

    def _stands(self, table: str, key: tuple[Any, ...], image: Row) -> bool:
        """Tell whether a row is as an image says; {}: whether there is none."""
        names = sorted(image.keys() - _DERIVED.get(table, frozenset())) or ["1"]
        match = " AND ".join(f"{k} = ?" for k in JOURNALLED[table])
        row = self._connection.execute(
            f"SELECT {', '.join(names)} FROM {table} WHERE {match}", key
        ).fetchone()
        wanted = tuple(image[name] for name in names) if image else None
        return bool(row == wanted)


def _digest(row: Row) -> tuple[int, int]:
    """Give a hash of an image's columns (0 where there was no row), and one of the whole."""
    return hash(tuple(sorted(row))) if row else 0, hash(tuple(sorted(row.items())))


def _differ(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell images of one moment that differ; those that name other columns are not compared."""
    return one != other and (one[0] == other[0] or 0 in (one[0], other[0]))
