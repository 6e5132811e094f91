"""Tags of articles and of phrases: listed, given, taken, renamed, merged, suggested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, UsageError
from reader.store.phrases import Phrase, Phrases, PhraseState, check_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Changes
    from reader.store.suggest import Suggestion

__all__ = ["Phrase", "PhraseState", "TagRow", "Tags", "check_name"]


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in a list; `count` is the number of articles that ``tag:name`` finds."""

    id: str
    name: str
    count: int


class Tags(Phrases):
    """The manager of tags."""

    def list(self) -> list[TagRow]:
        """List all tags by name."""
        rows = self._connection.execute(
            """
            SELECT g.id, g.name, (
              SELECT count(*) FROM (
                SELECT article FROM article_tag WHERE tag = g.key
                UNION SELECT article FROM phrase WHERE tag = g.key
              ) x JOIN article a ON a.key = x.article
              JOIN page p ON p.key = a.page AND p.present
              JOIN issue i ON i.key = p.issue AND i.present)
            FROM tag g ORDER BY g.name
            """
        )
        return [TagRow(*row) for row in rows]

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
        """Give a tag another name; raise `UsageError` when another tag has it."""
        old, new = old.strip(), check_name(new)
        with self._library.wish("tag rename", old=old, new=new) as wish:
            tag = self._tag(old)
            taken = self._find(new)
            if taken is not None and taken != tag:
                raise UsageError(new, "tag_taken")
            self._connection.execute(
                "UPDATE tag SET name = ? WHERE key = ? AND name <> ?", (new, tag, new)
            )
        return wish.changes

    def merge(self, olds: Sequence[str], into: str) -> Changes:
        """Give everything that has one of the tags `olds` the tag `into`, and drop those."""
        into = check_name(into)
        olds = list(dict.fromkeys(old.strip() for old in olds))
        with self._library.wish("tag merge", olds=olds, into=into) as wish:
            tags = [self._tag(old) for old in olds]
            target = self._make(into, wish)
            for tag in tags:
                if tag == target:
                    continue
                self._connection.execute(
                    "INSERT OR IGNORE INTO article_tag (article, tag)"
                    " SELECT article, ? FROM article_tag WHERE tag = ?",
                    (target, tag),
                )
                self._connection.execute("UPDATE phrase SET tag = ? WHERE tag = ?", (target, tag))
                self._drop(tag)
        return wish.changes

    def delete(self, name: str) -> Changes:
        """Take a tag away, from all articles and phrases."""
        name = name.strip()
        with self._library.wish("tag delete", tag=name) as wish:
            tag = self._tag(name)
            self._connection.execute(
                "DELETE FROM phrase_span WHERE phrase IN (SELECT key FROM phrase WHERE tag = ?)",
                (tag,),
            )
            self._connection.execute("DELETE FROM phrase WHERE tag = ?", (tag,))
            self._drop(tag)
        return wish.changes

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
