"""Tags of articles and of phrases: listed, given, taken, renamed, merged, suggested.

A name is free text; a ``/`` in it says what the tag lies under: ``经济/企业`` lies under ``经济``,
whether there is a tag of that name or not. A tag with all that lies under it is its family.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, UsageError
from reader.store.phrases import Phrase, Phrases, PhraseState, check_name
from reader.store.refusals import Refusals
from reader.text.topics import LEVELS, ancestors, below, levels

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model import Changes
    from reader.store.suggest import Suggestion

__all__ = ["Phrase", "PhraseState", "TagRow", "Tags", "check_name"]


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in a list; `count` is the number of articles that ``tag:name`` finds.

    `made` grows with the time at which the tag was made and is never given to another.
    """

    id: str
    name: str
    count: int
    made: int = 0


class Tags(Refusals, Phrases):
    """The manager of tags."""

    def list(self, ids: Collection[str] | None = None) -> list[TagRow]:
        """List all tags by name, or those of `ids` and what they lie under."""
        tags = self._connection.execute("SELECT key, id, name FROM tag ORDER BY name").fetchall()
        wanted = {name for _, ident, name in tags if ids is None or ident in ids}
        wanted |= {above for name in wanted for above in ancestors(name)}
        families: dict[str, list[int]] = {name: [] for name in wanted}
        for key, _, name in tags:
            for family in (name, *ancestors(name)):
                if family in families:
                    families[family].append(key)
        return [
            TagRow(ident, name, self._count(families[name]), key)
            for key, ident, name in tags
            if name in wanted
        ]

    def of(self, article: str) -> tuple[str, ...]:
        """Give the names of the tags of an article, sorted."""
        rows = self._connection.execute(
            "SELECT g.name FROM article_tag x JOIN tag g ON g.key = x.tag"
            " WHERE x.article = ? ORDER BY g.name",
            (self.key(article),),
        )
        return tuple(name for (name,) in rows)

    def count(self, name: str) -> int:
        """Count the articles that ``tag:name`` finds: those of the family of the name."""
        return self._count([key for key, _ in self._members(name)])

    def _count(self, tags: Sequence[int]) -> int:
        tagged = (
            "SELECT article FROM article_tag WHERE tag IN members"
            " UNION SELECT article FROM phrase WHERE tag IN members"
        )
        # Few are withdrawn where any are: to take them off is less work than to look at each.
        withdrawn = (
            "SELECT a.key FROM page p JOIN issue i ON i.key = p.issue"
            " JOIN article a ON a.page = p.key WHERE NOT (p.present AND i.present)"
        )
        (count,) = self._connection.execute(
            "WITH members (tag) AS MATERIALIZED (SELECT value FROM json_each(?))"
            f" SELECT count(*) FROM (SELECT article FROM ({tagged}) EXCEPT {withdrawn})",
            (json.dumps(list(tags)),),
        ).fetchone()
        return int(count)

    def add(self, name: str, articles: Sequence[str]) -> Changes:
        """Tag articles, as one wish; the tag is made when there is none of that name."""
        name = check_name(name)
        with self._library.wish("tag", tag=name, count=len(articles)) as wish:
            keys = self.keys(articles)
            if keys:
                tag = self._make(name, wish)
                self._connection.executemany(
                    "INSERT OR IGNORE INTO article_tag (article, tag) VALUES (?, ?)",
                    [(key, tag) for key in keys],
                )
        return wish.changes

    def remove(self, name: str, articles: Sequence[str]) -> Changes:
        """Take a tag from articles, as one wish; the tag itself stays.

        Here and below a tag is found by its name less the blanks at its ends, as it is kept.
        """
        name = name.strip()
        with self._library.wish("untag", tag=name, count=len(articles)) as wish:
            tag = self._tag(name)
            self._connection.executemany(
                "DELETE FROM article_tag WHERE article = ? AND tag = ?",
                [(key, tag) for key in self.keys(articles)],
            )
        return wish.changes

    def rename(self, old: str, new: str) -> Changes:
        """Give a tag another name, and with it all that lies under it.

        Raise `UsageError` when another tag has such a name.
        """
        old, new = old.strip(), check_name(new)
        with self._library.wish("tag rename", old=old, new=new) as wish:
            family = self._family(old)
            if new == old:
                return wish.changes
            mine = {key for key, _ in family}
            # A name that one of the family still has must have been given up before it is taken.
            for key, name in sorted(
                family, key=lambda tag: len(tag[1]), reverse=len(new) > len(old)
            ):
                wanted = _moved(name, old, new)
                taken = self._find(wanted)
                if taken is not None and taken not in mine:
                    raise UsageError(wanted, "tag_taken")
                self._connection.execute("UPDATE tag SET name = ? WHERE key = ?", (wanted, key))
                self._rename_refused(name, wanted)
        return wish.changes

    def merge(self, olds: Sequence[str], into: str) -> Changes:
        """Give everything that has one of the tags `olds` the tag `into`, and drop those.

        What lies under an old tag lies under `into` afterwards; under an `into` that lies under
        the old tag itself, it stays where it is.
        """
        into = check_name(into)
        olds = list(dict.fromkeys(old.strip() for old in olds))
        with self._library.wish("tag merge", olds=olds, into=into) as wish:
            moves: dict[int, str] = {}
            for old in sorted(olds, key=len):  # of two that a tag lies under the nearer decides
                family = self._family(old)
                if old == into:
                    continue
                below = into.startswith(f"{old}/")
                moves |= {
                    tag: _moved(name, old, into) for tag, name in family if name == old or not below
                }
            # What goes away goes first, so that another may come to have its name.
            for tag, wanted in sorted(moves.items(), key=lambda move: move[1] != into):
                (name,) = self._connection.execute(
                    "SELECT name FROM tag WHERE key = ?", (tag,)
                ).fetchone()
                self._pour(tag, self._make(wanted, wish))
                if name != wanted:
                    self._rename_refused(name, wanted)
        return wish.changes

    def _pour(self, tag: int, target: int) -> None:
        """Give everything that has a tag another one, and drop it."""
        if tag == target:
            return
        self._connection.execute(
            "INSERT OR IGNORE INTO article_tag (article, tag)"
            " SELECT article, ? FROM article_tag WHERE tag = ?",
            (target, tag),
        )
        self._connection.execute("UPDATE phrase SET tag = ? WHERE tag = ?", (target, tag))
        self._drop(tag)

    def delete(self, name: str) -> Changes:
        """Take a tag and all that lies under it away, from all articles and phrases."""
        name = name.strip()
        with self._library.wish("tag delete", tag=name) as wish:
            for tag, _ in self._family(name):
                self._connection.execute(
                    "DELETE FROM phrase_span WHERE phrase IN"
                    " (SELECT key FROM phrase WHERE tag = ?)",
                    (tag,),
                )
                self._connection.execute("DELETE FROM phrase WHERE tag = ?", (tag,))
                self._drop(tag)
        return wish.changes

    def count_phrases(self, name: str) -> int:
        """Count the phrases of a tag and of all that lies under it."""
        tags = [key for key, _ in self._members(name)]
        marks = ",".join("?" * len(tags))
        (count,) = self._connection.execute(
            f"SELECT count(*) FROM phrase WHERE tag IN ({marks})", tags
        ).fetchone()
        return int(count)

    def suggest(self, article: str) -> Sequence[Suggestion]:
        """Suggest tags for an article that it does not have, best first."""
        from reader.store.suggest import suggestions

        key = self.key(article)
        texts = [reading.text for _, reading in self._readings(key)]
        tags = self._connection.execute(
            "SELECT g.name FROM article_tag x JOIN tag g ON g.key = x.tag WHERE x.article = ?",
            (key,),
        ).fetchall()
        return suggestions(self._connection, key, "\n".join(texts), [name for (name,) in tags])

    def _drop(self, tag: int) -> None:
        self._connection.execute("DELETE FROM article_tag WHERE tag = ?", (tag,))
        self._connection.execute("DELETE FROM tag WHERE key = ?", (tag,))

    def _tag(self, name: str) -> int:
        key = self._find(name)
        if key is None:
            raise NotFoundError(name, "tag")
        return key

    def _family(self, name: str) -> Sequence[tuple[int, str]]:
        """Give key and name of a tag and of all that lies under it; raise `NotFoundError`."""
        members = self._members(name)
        if not members:
            raise NotFoundError(name, "tag")
        return members

    def _members(self, name: str) -> Sequence[tuple[int, str]]:
        rows = self._connection.execute(
            "SELECT key, name FROM tag WHERE name = ? OR (name >= ? AND name < ?) ORDER BY name",
            (name, *below(name)),
        )
        return [(int(key), str(found)) for key, found in rows]


def _moved(name: str, old: str, new: str) -> str:
    """Give a name that has `new` where it began with `old`; raise `UsageError` if too deep."""
    made = new + name[len(old) :]
    if levels(made) > max(LEVELS, levels(name)):
        raise UsageError("tag", "levels", most=LEVELS)
    return made
