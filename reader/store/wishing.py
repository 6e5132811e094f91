"""The row of a wish in the journal, and what a wish is while it is carried out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.model import PAGE_KINDS, Changes, Kind
from reader.store import ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pysqlite3 import Connection

    from reader.store.images import Image

_TOLD = 40
"""How many characters of what was typed stand in the journal's own words."""


@dataclass(slots=True)
class OpenWish:
    """A wish while it is being carried out.

    `made` collects the public ids of what it makes; `changes` is set when it is committed.
    `images` tells how many images it had before, where it goes on with one that was committed.
    """

    key: int
    id: str
    actor: str
    at: str
    made: list[str] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    images: int = 0


def begin(connection: Connection, actor: str, verb: str, detail: dict[str, Any]) -> OpenWish:
    """Write the row of a wish of `actor` under the last one; it is not yet the last itself."""
    wish = OpenWish(0, ids.new_id(), actor, ids.now())
    cursor = connection.execute(
        "INSERT INTO wish (id, parent, verb, detail, actor, at)"
        " SELECT ?, head, ?, ?, ?, ? FROM library",
        (wish.id, verb, _packed(_telling(detail)), wish.actor, wish.at),
    )
    wish.key = int(cursor.lastrowid or 0)
    return wish


def go_on(
    connection: Connection, actor: str, verb: str, detail: dict[str, Any], wish: str | None
) -> OpenWish | None:
    """Open a committed wish again: the same verb of the same actor on the same block.

    None when none is named, it is not the last one any more, or something was carried out after
    it and undone. What was typed is told with what had been.
    """
    if wish is None:
        return None
    row = connection.execute(
        "SELECT w.key, w.detail, w.at, (SELECT max(seq) FROM image i WHERE i.wish = w.key)"
        " FROM wish w JOIN library l ON l.head = w.key"
        " WHERE w.id = ? AND w.actor = ? AND w.verb = ?"
        " AND NOT EXISTS (SELECT 1 FROM wish c WHERE c.parent = w.key)",
        (wish, actor, verb),
    ).fetchone()
    if row is None:
        return None
    key, told, at, images = row
    before = json.loads(told)
    if before.get("block") != detail.get("block"):
        return None
    words = {name: short(before.get(name, "") + detail.get(name, "")) for name in ("old", "new")}
    told = _packed(before | {name: said for name, said in words.items() if said})
    connection.execute("UPDATE wish SET detail = ? WHERE key = ?", (told, key))
    return OpenWish(key, wish, actor, at, images=images or 0)


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


def note_kind(connection: Connection, wish: OpenWish, before: Kind, after: Kind) -> None:
    """Note that a wish gave furniture to an article, or put a block of one aside as furniture."""
    if before is Kind.FURNITURE and after not in PAGE_KINDS:
        turned = "given"
    elif after is Kind.FURNITURE and before not in PAGE_KINDS:
        turned = "aside"
    else:
        return
    connection.execute(
        "UPDATE wish SET detail = json_set(detail, '$.' || ?, json('true')) WHERE key = ?",
        (turned, wish.key),
    )


def short(words: str) -> str:
    """Cut what a line of the journal has no room for; half a pair cannot be written down."""
    cut = words if len(words) <= _TOLD else words[: _TOLD - 1] + "…"
    return cut.encode("utf-8", "replace").decode("utf-8")


def _packed(detail: dict[str, Any]) -> str:
    return json.dumps(detail, ensure_ascii=False, separators=(",", ":"))


def _telling(detail: dict[str, Any]) -> dict[str, Any]:
    """Make the words of a wish writable: names that are no UTF-8 are bytes."""
    return {
        key: value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else value
        for key, value in detail.items()
    }
