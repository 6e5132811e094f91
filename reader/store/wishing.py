"""The row of a wish in the journal, and what a wish is while it is carried out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.model import Changes
from reader.store import ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

    from reader.store.journal import Image


@dataclass(slots=True)
class OpenWish:
    """A wish while it is being carried out.

    `made` collects the public ids of what it makes; `changes` is set when it is committed.
    """

    key: int
    id: str
    actor: str
    at: str
    made: list[str] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)


def begin(connection: Connection, actor: str, verb: str, detail: dict[str, Any]) -> OpenWish:
    """Write the row of a wish of `actor` under the last one; it is not yet the last itself."""
    wish = OpenWish(0, ids.new_id(), actor, ids.now())
    cursor = connection.execute(
        "INSERT INTO wish (id, parent, verb, detail, actor, at)"
        " SELECT ?, head, ?, ?, ?, ? FROM library",
        (
            wish.id,
            verb,
            json.dumps(_telling(detail), ensure_ascii=False, separators=(",", ":")),
            wish.actor,
            wish.at,
        ),
    )
    wish.key = int(cursor.lastrowid or 0)
    return wish


def keep(connection: Connection, wish: OpenWish, images: Sequence[Image] = ()) -> None:
    """Let a wish be the last one, with the images that no trigger has written."""
    connection.executemany(
        "INSERT INTO image (wish, seq, tab, before, after) VALUES (?, ?, ?, ?, ?)",
        [
            (wish.key, seq, image.table, json.dumps(image.before), json.dumps(image.after))
            for seq, image in enumerate(images, 1)
        ],
    )
    connection.execute("UPDATE library SET head = ?", (wish.key,))


def forget(connection: Connection, wish: OpenWish) -> None:
    """Take the row of a wish away that has changed nothing."""
    connection.execute("DELETE FROM image WHERE wish = ?", (wish.key,))
    connection.execute("DELETE FROM wish WHERE key = ?", (wish.key,))


def count(connection: Connection, wish: OpenWish) -> None:
    """Note how many articles a wish changed: what was asked may be more than was not so yet."""
    connection.execute(
        "UPDATE wish SET detail = json_set(detail, '$.count', ?)"
        " WHERE key = ? AND verb IN ('tag', 'untag', 'status', 'replace')",
        (len(wish.changes.articles), wish.key),
    )


def _telling(detail: dict[str, Any]) -> dict[str, Any]:
    """Make the words of a wish writable: names that are no UTF-8 are bytes."""
    return {
        key: value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else value
        for key, value in detail.items()
    }
