"""Articles: listed, read whole, divided, merged, and every verb of proofreading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import (
    BODY_KINDS,
    Article,
    ArticleRow,
    BlockText,
    Changes,
    Status,
)
from reader.store import headings
from reader.store.against import Against
from reader.store.compose import Reading
from reader.store.listing import ContentsLists
from reader.store.pasting import Pasting
from reader.store.received import Received
from reader.store.schema import has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.store.manager import BlockRow

ADVANCED = {
    Status.NEW: 0,
    Status.WORKING: 1,
    Status.DISPUTED: 2,
    Status.PROOFED1: 3,
    Status.PROOFED2: 4,
    Status.NONTEXT: 5,
}
"""How far a status is on the way; of merged articles the least advanced stands."""

_LIST = """
    SELECT a.id, i.id, t.title, t.untitled, i.date, p.number, a.status, t.doubts, t.characters,
           a.key, {reworded}
    FROM article a
    JOIN page p ON p.key = a.page AND p.present
    JOIN issue i ON i.key = p.issue AND i.present
    JOIN tally t ON t.article = a.key
"""
ORDER = "i.date IS NULL, i.date, i.key, p.place, p.key, a.place"
"""The order of date, page and place in which articles are listed, found and exported."""


class Articles(Pasting, Received, Against, ContentsLists):
    """The manager of articles."""

    def list_keys(self) -> list[int]:
        """Give the keys of all articles in the order of date, page, place."""
        rows = self._connection.execute(
            "SELECT a.key FROM article a JOIN page p ON p.key = a.page AND p.present"
            f" JOIN issue i ON i.key = p.issue AND i.present ORDER BY {ORDER}"
        )
        return [key for (key,) in rows]

    def rows(self, keys: Sequence[int] | None = None) -> Iterator[ArticleRow]:
        """List articles, all or those of `keys`, in the order of date, page, place."""
        if keys is None:
            keys = self.list_keys()
        for low in range(0, len(keys), 500):
            yield from (row for row in self.rows_at(keys[low : low + 500]) if row is not None)

    def rows_at(self, keys: Sequence[int]) -> list[ArticleRow | None]:
        """Give the row of each key, None for one that is gone; for a screenful at once."""
        marks = ",".join("?" * len(keys))
        noted = "a.key IN (SELECT article FROM reworded)"
        asked = _LIST.format(reworded=noted if has(self._connection, "reworded") else "0")
        found = {
            row[9]: row
            for row in self._connection.execute(f"{asked} WHERE a.key IN ({marks})", tuple(keys))
        }
        tags = self._tags_of(found)
        return [_row(found[key], tags.get(key, ())) if key in found else None for key in keys]

    def of_issue(self, issue: str) -> list[ArticleRow]:
        """List the articles of an issue in the order of page and place."""
        keys = [
            key
            for (key,) in self._connection.execute(
                "SELECT a.key FROM article a JOIN page p ON p.key = a.page AND p.present"
                f" JOIN issue i ON i.key = p.issue AND i.present WHERE i.id = ? ORDER BY {ORDER}",
                (issue,),
            )
        ]
        return list(self.rows(keys))

    def _tags_of(self, keys: Iterable[int]) -> dict[int, tuple[str, ...]]:
        keys = list(keys)
        marks = ",".join("?" * len(keys))
        tags: dict[int, tuple[str, ...]] = {}
        for key, name in self._connection.execute(
            "SELECT x.article, g.name FROM article_tag x JOIN tag g ON g.key = x.tag"
            f" WHERE x.article IN ({marks}) ORDER BY g.name",
            keys,
        ):
            tags[key] = (*tags.get(key, ()), name)
        return tags

    def get(self, article: str) -> Article:
        """Give an article whole, each block with the origin of its characters."""
        key = self.key(article)
        status, revision, label, number, issue = self._connection.execute(
            """
            SELECT a.status, a.revision, a.section, p.number, i.id FROM article a
            JOIN page p ON p.key = a.page JOIN issue i ON i.key = p.issue WHERE a.key = ?
            """,
            (key,),
        ).fetchone()
        row = next(self.rows([key]))
        return Article(
            article,
            issue,
            number,
            None if label is None else self._ledger.fetch.text_of(label) or None,
            self._texts_of(key),
            Status(status),
            revision,
            row.tags,
            row,
        )

    def block(self, block: str) -> BlockText:
        """Give one block as it reads."""
        row = self._block(block)
        return next(self._block_texts([row], {row.key: self._ledger.fetch.read(row.key)}))

    def _texts_of(self, key: int) -> tuple[BlockText, ...]:
        """Give the blocks of an article, few statements in all."""
        readings = {b: reading for b, _, reading in self._ledger.fetch.read_all("article", key)}
        return tuple(self._block_texts(self._blocks_of(key), readings))

    def _block_texts(
        self, blocks: Sequence[BlockRow], readings: Mapping[int, Reading]
    ) -> Iterator[BlockText]:
        sources = {s.source for reading in readings.values() for s in reading.segments}
        typed = {source for source in sources if not self._ledger.is_page(source)}
        for block in blocks:
            reading = readings.get(block.key, Reading("", ()))
            origin = tuple(
                replace(o, typed=True) if o.source in typed else o for o in reading.origin()
            )
            yield BlockText(block.id, block.kind, reading.text, origin, bool(block.supplied))

    def reading(self, block: str) -> Reading:
        """Give a block as it reads with what each stretch is made of, struck ones too."""
        return self._ledger.fetch.read(self._block(block).key)

    def accept(self, block: str, seams: Sequence[tuple[int, int, int]]) -> Changes:
        """Say that seams (source, start, end) of a block read rightly as they do."""
        with self._library.wish("accept", block=block, count=len(seams)) as wish:
            mine = {
                (s.source, s.start, s.end): s.seam
                for s in self._ledger.fetch.read(self._block(block).key).segments
                if s.seam is not None
            }
            for seam in seams:
                if seam not in mine:
                    raise UsageError("accept", "seam", source=seam[0], start=seam[1])
                self._ledger.set_seam(*seam, mine[seam], wish.actor)
        return wish.changes

    def set_status(self, status: Status, articles: Sequence[str]) -> Changes:
        """Give articles a status, as one wish.

        Said again of an article whose text was changed after its proof, it holds of the new text.
        """
        with self._library.wish("status", status=status, count=len(articles)) as wish:
            keys = self.keys(articles)
            self._connection.executemany(
                "UPDATE article SET status = ? WHERE key = ? AND status <> ?",
                [(status, key, status) for key in keys],
            )
            self._connection.executemany(
                "DELETE FROM reworded WHERE article = ?", [(key,) for key in keys]
            )
        return wish.changes

    def split_article(self, block: str) -> Changes:
        """Begin a new article at a block; both halves keep the tags, the new one is `new`."""
        with self._library.wish("split article", block=block) as wish:
            row = self._block(block)
            if row.article is None:
                raise UsageError("split", "page_block")
            blocks = self._blocks_of(row.article)
            at = next(n for n, b in enumerate(blocks) if b.key == row.key)
            if at == 0:
                raise UsageError("split", "first_block")
            page, place, section = self._connection.execute(
                "SELECT page, place, section FROM article WHERE key = ?", (row.article,)
            ).fetchone()
            leaving = blocks[at:]
            if not any(b.kind in BODY_KINDS for b in blocks[:at]):
                # The id stays with the first piece of the body: what goes is the head.
                leaving = blocks[:at]
                place = self._place_before(page, place)
            new = self._new_article(page, place, section)
            self._depart(row.article, new, leaving)
            wish.made.append(self._id_of(new))
        return wish.changes

    def _place_before(self, page: int, place: int) -> int | None:
        (before,) = self._connection.execute(
            "SELECT max(place) FROM article WHERE page = ? AND place < ?", (page, place)
        ).fetchone()
        return None if before is None else int(before)

    def merge(self, articles: Sequence[str]) -> Changes:
        """Put the blocks of several articles into the first, in the order given.

        It keeps its id, gets the tags of all, and the least advanced status. Its headings are
        those of the first article that has any (and of what was torn from them); the others'
        become subheads and paragraphs of the body, where they stood (`headings.merged`).
        """
        with self._library.wish("merge articles", articles=list(articles)) as wish:
            keys = self.keys(articles)
            if len(keys) < 2:
                raise UsageError("merge", "one")
            first = keys[0]
            statuses = [
                Status(
                    self._connection.execute(
                        "SELECT status FROM article WHERE key = ?", (key,)
                    ).fetchone()[0]
                )
                for key in keys
            ]
            least = min(statuses, key=ADVANCED.__getitem__)
            parts = [self._blocks_of(key) for key in keys]
            kinds = {b.key: b.kind for part in parts for b in part}
            order = headings.merged(parts)
            for b in order:
                if b.kind is not kinds[b.key]:
                    self._turn(b, b.kind)
            self._arrange(first, order)
            for key in keys[1:]:
                self._leave(key, first)
            self._connection.execute(
                "UPDATE article SET status = ? WHERE key = ? AND status <> ?",
                (least, first, least),
            )
        return wish.changes


def _row(row: tuple[str, ...], tags: tuple[str, ...]) -> ArticleRow:
    article, issue, title, untitled, date, page, status, doubts, characters = row[:9]
    proofed = status in (Status.PROOFED1, Status.PROOFED2)
    return ArticleRow(
        article,
        issue,
        title,
        bool(untitled),
        date,
        page,  # type: ignore[arg-type]
        Status(status),
        doubts,  # type: ignore[arg-type]
        characters,  # type: ignore[arg-type]
        tags,
        reworded=proofed and bool(row[10]),
    )
