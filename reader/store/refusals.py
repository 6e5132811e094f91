"""Topics that were refused: they are not suggested for an article again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.store.manager import Manager
from reader.store.phrases import check_name
from reader.store.schema import has

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model import Changes


class Refusals(Manager):
    """What the manager of tags knows of refusals.

    What is refused is a name, whether there is a tag of it or not: most suggestions are words.
    """

    def refused(self, article: str) -> tuple[str, ...]:
        """Give the names that were refused for an article, sorted."""
        key = self.key(article)
        if not has(self._connection, "refusal"):
            return ()
        rows = self._connection.execute(
            "SELECT name FROM refusal WHERE article = ? ORDER BY name", (key,)
        )
        return tuple(name for (name,) in rows)

    def refuse(self, name: str, article: str) -> Changes:
        """Never suggest a name for an article again, as one wish."""
        name = check_name(name)
        with self._library.wish("refuse", tag=name) as wish:
            self._refuse(self.key(article), (name,))
        return wish.changes

    def forgive(self, article: str) -> Changes:
        """Let all be suggested again that was refused for an article, as one wish."""
        with self._library.wish("forgive") as wish:
            self._connection.execute("DELETE FROM refusal WHERE article = ?", (self.key(article),))
        return wish.changes

    def take_refusals(self, kept: Mapping[str, Sequence[str]]) -> Changes:
        """Take in names by article that were refused and kept elsewhere, as one wish.

        Articles that are not in the library, and names that no tag may have, are passed over.
        """
        with self._library.wish("take refusals") as wish:
            for article, names in kept.items():
                if self.exists(article):
                    (key,) = self._connection.execute(
                        "SELECT key FROM article WHERE id = ?", (article,)
                    ).fetchone()
                    self._refuse(key, [name for name in names if _may_be(name)])
        return wish.changes

    def _refuse(self, article: int, names: Sequence[str]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO refusal (article, name) VALUES (?, ?)",
            [(article, name.strip()) for name in names],
        )

    def _rename_refused(self, old: str, new: str) -> None:
        """Let a name that was refused be the tag's new one; where both were, the old one goes."""
        self._connection.execute("UPDATE OR IGNORE refusal SET name = ? WHERE name = ?", (new, old))
        self._connection.execute("DELETE FROM refusal WHERE name = ?", (old,))


def _may_be(name: str) -> bool:
    try:
        check_name(name)
    except UsageError:
        return False
    return True
