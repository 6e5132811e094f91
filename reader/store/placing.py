"""The verbs that say what a block is and where it stands: move, kind, supply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import BODY_KINDS, HEAD_KINDS, PAGE_KINDS, Changes, Kind, Why
from reader.store import headings, ids, wishing
from reader.store.edits import Edit, refuse_bad
from reader.store.ledger import ARTICLES_OF_PAGE, BLOCKS_OF_ARTICLE, BLOCKS_OF_PAGE, free_place
from reader.store.order import misplaced
from reader.store.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.manager import BlockRow
    from reader.store.wishing import OpenWish

_FAR = 1 << 62
"""Beyond all places."""
_BEGINNING = (Kind.KICKER, Kind.TITLE)
"""With what an article begins in print."""


class Placing(Printed):
    """Verbs on whole blocks. Each is one wish, and says what it changed."""

    def move(self, block: str, to: str, *, after: str | None = None) -> Changes:
        """Put a block into the article `to`, behind the block `after` (None: at its head).

        Headings stand first and in the order of their kinds, whatever is asked: a heading that
        is moved into the body goes last of its kind, a paragraph that is moved among the
        headings goes first in the body. Who wants a heading in the body makes it a subhead.
        """
        with self._library.wish("move", block=block, to=to, after=after) as wish:
            row = self._block(block)
            if row.kind in PAGE_KINDS:
                raise UsageError("move", "page_block")
            article = self.key(to)
            anchor = self._block(after) if after is not None else None
            if anchor is not None and (anchor.article != article or anchor.key == row.key):
                raise UsageError("move", "anchor")
            others = [b for b in self._blocks_of(article) if b.key != row.key]
            wanted = 0 if anchor is None else others.index(anchor) + 1
            self._arrange(article, headings.placed(others, row, wanted))
            if row.article is not None and row.article != article:
                self._phrases_follow(row.key, article)
                self._leave(row.article, article)
        return wish.changes

    def _arrange(self, article: int, order: Sequence[BlockRow]) -> None:
        """Put blocks into an article in this order; as few as can be change their place."""
        stand = {b.key: b.place for b in self._blocks_of(article)}
        entries = [stand.get(b.key) for b in order]
        for index in misplaced(entries, -_FAR, _FAR):
            after = None if index == 0 else self._block(order[index - 1].id).place
            place = free_place(self._connection, BLOCKS_OF_ARTICLE, article, after)
            self._connection.execute(
                "UPDATE block SET article = ?, page = NULL, place = ? WHERE key = ?",
                (article, place, order[index].key),
            )

    def _phrases_follow(self, block: int, article: int) -> None:
        """Give phrases to the article in which their spans lie."""
        self._connection.execute(
            """
            UPDATE phrase SET article = ?1 WHERE key IN (
              SELECT f.phrase FROM phrase_span f JOIN piece p
                ON p.source = f.source AND f.start >= p.start AND f.start < p.end
              WHERE p.block = ?2
            ) AND article <> ?1
            """,
            (article, block),
        )

    def kind(self, block: str, kind: Kind, *, to: str | None = None) -> Changes:
        """Say what a block is; it takes the place of its kind in the article.

        A block that becomes furniture or a section label leaves its article for the page; one
        that was such goes into the article `to`, else into the one behind which it stands in the
        source, there behind what stands before it in the source. A headline or kicker that stands
        there inside that article's text begins a new article with what follows; `made` names it.
        The articles that begin behind a section label, up to the next one, stand under it.
        To say again what a block is puts the headings of its article in order, where they were not.
        """
        with self._library.wish("kind", block=block, kind=kind) as wish:
            row = self._block(block)
            into = None if to is None else self.key(to)
            if row.kind is not kind:
                self._turn(row, kind)
                wishing.note_kind(self._connection, wish, row.kind, kind)
            if row.kind is Kind.SECTION and kind is not Kind.SECTION:
                self._behead(row.key, self._label_before(row))
            if kind not in PAGE_KINDS:
                if into is not None or not self._begin(row, kind, wish):
                    self._take_place(row, kind, into)
            else:
                self._become_the_pages(row, kind)
        return wish.changes

    def _become_the_pages(self, row: BlockRow, kind: Kind) -> None:
        stands = self._stands(row)
        if row.article is not None:
            self._to_page(row)
        if kind is Kind.SECTION:
            self._head(self._block(row.id), stands)

    def to_furniture(self, article: str) -> Changes:
        """Say that all blocks of an article are furniture of its page; then it is no more."""
        with self._library.wish("furniture", article=article) as wish:
            for row in self._blocks_of(self.key(article)):
                self._turn(row, Kind.FURNITURE)
                self._to_page(row)
        return wish.changes

    def _turn(self, row: BlockRow, kind: Kind) -> None:
        self._connection.execute("UPDATE block SET kind = ? WHERE key = ?", (kind, row.key))

    def _take_place(self, was: BlockRow, kind: Kind, into: int | None) -> None:
        """Put a block where it belongs in its article, or in the one that it comes into."""
        row = was._replace(kind=kind)
        if row.article is None:
            article, anchor = self._from_page(row, into)
            blocks = self._blocks_of(article)
            at = next((n for n, b in enumerate(blocks, 1) if b.key == anchor), 0)
            blocks.insert(at, row)
            self._phrases_follow(row.key, article)
        else:
            article, blocks = row.article, self._blocks_of(row.article)
            if headings.rank(was.kind) == headings.rank(kind):
                self._arrange(article, headings.in_order(blocks))
                return
        self._arrange(article, headings.turned(blocks, row, self._addresses(article, row.key)))

    def _to_page(self, row: BlockRow) -> None:
        assert row.article is not None
        first = self._first_of_page(row)
        page, place = self._page_of(row.article), first.start
        taken = self._connection.execute(
            "SELECT 1 FROM block WHERE page = ? AND place = ?", (page, place)
        ).fetchone()
        if taken is not None:  # by a block of another source
            place = free_place(self._connection, BLOCKS_OF_PAGE, page, place)
        self._connection.execute(
            "UPDATE block SET article = NULL, page = ?, place = ? WHERE key = ?",
            (page, place, row.key),
        )
        self._leave(row.article, None)

    def _from_page(self, row: BlockRow, into: int | None) -> tuple[int, int | None]:
        found = self._nearest(row, into)
        if found is not None:
            return found
        return self._new_article(row.page or 0, None, self._label_before(row)), None

    def _begin(self, row: BlockRow, kind: Kind, wish: OpenWish) -> bool:
        """Begin an article with a heading of the page that stands inside another one's text.

        What follows it there in the source becomes the new article's; tell whether any does.
        """
        found = self._nearest(row, None) if row.article is None and kind in _BEGINNING else None
        if found is None:
            return False
        article = found[0]
        leaving = self._behind(row, article)
        staying = [b for b in self._blocks_of(article) if b not in leaving]
        if not all(any(b.kind in BODY_KINDS for b in part) for part in (leaving, staying)):
            return False
        page, place, section = self._connection.execute(
            "SELECT page, place, section FROM article WHERE key = ?", (article,)
        ).fetchone()
        label = self._label_before(row)
        home = row.page or page
        new = self._new_article(home, place if page == home else None, label or section)
        self._depart(article, new, leaving)
        self._arrange(new, headings.in_order([row._replace(kind=kind), *leaving]))
        self._phrases_follow(row.key, new)
        wish.made.append(self._id_of(new))
        return True

    def _behind(self, row: BlockRow, article: int) -> list[BlockRow]:
        """Give the blocks of an article that stand behind one of the page in its source.

        What a person wrote into the body, or moved there from elsewhere, goes with what it follows.
        """
        stand = self._addresses(article, row.key)
        here = stand.get(row.key)
        if here is None:
            return []
        found, goes = [], False
        for block in self._blocks_of(article):
            there = stand.get(block.key)
            if there is not None and there[0] == here[0]:
                goes = there > here
            elif block.kind not in BODY_KINDS:
                continue
            if goes:
                found.append(block)
        return found

    def _depart(self, article: int, new: int, leaving: Sequence[BlockRow]) -> None:
        """Let blocks leave an article for a new one; both keep the tags and refusals."""
        for block in leaving:
            self._connection.execute("UPDATE block SET article = ? WHERE key = ?", (new, block.key))
            self._phrases_follow(block.key, new)
        self._connection.execute(
            "INSERT INTO article_tag (article, tag)"
            " SELECT ?, tag FROM article_tag WHERE article = ?",
            (new, article),
        )
        self._connection.execute(
            "INSERT INTO refusal (article, name) SELECT ?, name FROM refusal WHERE article = ?",
            (new, article),
        )

    def _new_article(self, page: int, after: int | None, section: int | None = None) -> int:
        place = free_place(self._connection, ARTICLES_OF_PAGE, page, after)
        cursor = self._connection.execute(
            "INSERT INTO article (id, page, place, section, status) VALUES (?, ?, ?, ?, 'new')",
            (ids.new_id(), page, place, section),
        )
        return int(cursor.lastrowid or 0)

    def supply(self, article: str, kind: Kind, text: str) -> Changes:
        """Write a heading that the page has lost, as a typed block marked `supplied`."""
        if kind not in HEAD_KINDS or not text.strip():
            raise UsageError("supply", "kind" if kind not in HEAD_KINDS else "empty")
        refuse_bad("", Edit(0, 0, text), kind)
        with self._library.wish("supply", article=article, kind=kind) as wish:
            key = self.key(article)
            before = None
            for row in self._blocks_of(key):
                if headings.rank(row.kind) > headings.rank(kind):
                    break
                before = row.place
            place = free_place(self._connection, BLOCKS_OF_ARTICLE, key, before)
            new_id = ids.new_id()
            cursor = self._connection.execute(
                "INSERT INTO block (id, kind, article, place, supplied) VALUES (?, ?, ?, ?, 1)",
                (new_id, kind, key, place),
            )
            correction = self._ledger.correction(wish, Why.TYPED)
            source = self._ledger.type(text, correction)
            self._ledger.put(source, int(cursor.lastrowid or 0), after=None)
            wish.made.append(new_id)
        return wish.changes
