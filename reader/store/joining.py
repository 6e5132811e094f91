"""The verbs that make one block of two, and what may become of what: join and remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import GLUE, HEAD_KINDS, PAGE_KINDS, Changes, Kind, Reads
from reader.store import headings
from reader.store.edits import Edit, Editor
from reader.store.placing import Placing

if TYPE_CHECKING:
    from reader.store.manager import BlockRow
    from reader.store.wishing import OpenWish


class Joining(Placing):
    """Joins blocks. Each verb is one wish, and says what it changed."""

    def join(self, first: str, second: str | None = None, reads: Reads = Reads.JOIN) -> Changes:
        """Put `second` (else the block that follows) behind the text of `first`, as one block.

        A block of another article is moved and joined in one wish; an article of which nothing
        is left goes, and its tags with it to the article of `first`.

        The block is of the kind of the first that can be read, and a headline stays one. A block
        that a person wrote and emptied is taken away, and the other stays as it is. Text of the
        page never becomes part of what was supplied: raise `UsageError`.
        """
        if reads is Reads.PARA:
            raise UsageError("join", "reads")
        with self._library.wish("join", block=first) as wish:
            left = self._block(first)
            right = self._block(second) if second is not None else self._following(left)
            if right.key == left.key:
                raise UsageError("join", "same")
            if reads is Reads.LINE and left.kind is not Kind.VERSE:
                raise UsageError("join", "verse")
            self._join(left, right, reads, wish=wish)
        return wish.changes

    def removable(self, block: str) -> bool:
        """Tell whether `remove` can take a block away."""
        row = self._block(block)
        inside = [] if row.article is None else self._blocks_of(row.article)
        return len(inside) > 1 and self._is_idle(row)

    def remove(self, block: str) -> Changes:
        """Take away a block that a person wrote and emptied.

        Raise `UsageError` where anything is read or is of a page, or where it stands alone.
        """
        with self._library.wish("remove", block=block) as wish:
            row = self._block(block)
            if not self._is_idle(row):
                raise UsageError("remove", "read")
            if not self._take_away(row):
                raise UsageError("remove", "alone")
        return wish.changes

    def _following(self, block: BlockRow) -> BlockRow:
        if block.article is None:
            raise UsageError("join", "page_block")
        row = self._connection.execute(
            "SELECT id FROM block WHERE article = ? AND place > ? ORDER BY place LIMIT 1",
            (block.article, block.place),
        ).fetchone()
        if row is None:
            page = self._page_of(block.article)
            row = self._connection.execute(
                """
                SELECT b.id FROM article a JOIN block b ON b.article = a.key
                WHERE a.page = ? AND a.place > (SELECT place FROM article WHERE key = ?)
                ORDER BY a.place, b.place LIMIT 1
                """,
                (page, block.article),
            ).fetchone()
        if row is None:
            raise UsageError("join", "last")
        return self._block(row[0])

    # --- what a join may make -------------------------------------------------------------

    def _of_page(self, row: BlockRow) -> bool:
        """Tell whether a block holds anything of a page, struck or not."""
        found = self._connection.execute(
            "SELECT 1 FROM piece p JOIN source s ON s.key = p.source AND s.kind = 'page'"
            " WHERE p.block = ? LIMIT 1",
            (row.key,),
        ).fetchone()
        return found is not None

    def _is_idle(self, row: BlockRow) -> bool:
        """Tell whether a person wrote all of a block, and took all away again."""
        return not self._ledger.fetch.text_of(row.key) and not self._of_page(row)

    def _keeps_apart(self, left: BlockRow, right: BlockRow) -> bool:
        """Tell whether a join would make text of the page a part of what was supplied."""
        return bool(left.supplied) and not self.removable(left.id) and self._of_page(right)

    def _becomes(self, left: BlockRow, right: BlockRow) -> Kind:
        """Say of which kind two blocks are as one: that of the first, if it can be read.

        A headline stays one: joined to another heading it is not lost.
        """
        pages = left.article is None or right.kind in PAGE_KINDS
        if pages or not self._ledger.fetch.text_of(right.key):
            return left.kind
        if not self._ledger.fetch.text_of(left.key):
            return right.kind
        heads = left.kind in HEAD_KINDS and right.kind is Kind.TITLE
        return Kind.TITLE if heads else left.kind

    def _take_away(self, row: BlockRow) -> bool:
        """Take away a block that a person wrote and emptied; False where it stands alone.

        What was struck lies at the head of a neighbour then, unread as before; where a person split
        behind it no block ends any more.
        """
        if row.article is None:
            return False
        blocks = self._blocks_of(row.article)
        at = next(n for n, b in enumerate(blocks) if b.key == row.key)
        others = [*blocks[at + 1 :], *reversed(blocks[:at])]
        if not others:
            return False
        heir = others[0].key
        own, pieces = self._ledger.fetch.pieces(row.key), self._ledger.fetch.pieces(heir)
        if own:
            self._ledger.drop_seam(own[-1].source, own[-1].end)
        self._ledger.carry(own, heir)
        self._ledger.carry(pieces, heir)
        self._connection.execute("DELETE FROM block WHERE key = ?", (row.key,))
        return True

    # --- joining --------------------------------------------------------------------------

    def _join(
        self, left: BlockRow, right: BlockRow, reads: Reads = Reads.JOIN, *, wish: OpenWish
    ) -> BlockRow:
        """Make two blocks one; give the row of what is left."""
        if self._is_idle(left) and self._take_away(left):
            return right
        if self._is_idle(right) and self._take_away(right):
            return left
        if self._keeps_apart(left, right):
            raise UsageError("join", "supplied")
        kind = self._becomes(left, right)
        self._pour(left, right, reads, wish)
        if kind is not left.kind:
            self._turn(left, kind)
            article = left.article or 0  # a block of the page stays what it is
            self._arrange(article, headings.in_order(self._blocks_of(article)))
        return self._block(left.id)

    def _pour(self, left: BlockRow, right: BlockRow, reads: Reads, wish: OpenWish) -> None:
        if right.kind is Kind.SECTION:
            is_label = left.kind is Kind.SECTION
            self._behead(right.key, left.key if is_label else self._label_before(right))
        border = len(self._ledger.fetch.text_of(left.key))
        seam = self._set_border(left, reads, wish)
        self._ledger.carry(self._ledger.fetch.pieces(right.key), left.key)
        if GLUE[reads] and not seam:
            # There is no run of the page that could read so: it is typed, as by hand.
            edit = Edit(border, border, GLUE[reads])
            Editor(self._ledger, wish).edit(left.key, left.kind, edit)
        self._connection.execute("DELETE FROM block WHERE key = ?", (right.key,))
        if right.article is not None and right.article != left.article:
            self._leave(right.article, left.article)

    def _set_border(self, left: BlockRow, reads: Reads, wish: OpenWish) -> bool:
        """Write the verdict on the run with which a block ends; tell whether it ends with one.

        Where it does not, the point of an earlier split goes.
        """
        last = self._ledger.fetch.read(left.key).segments[-1]
        if last.seam is not None and last.start < last.end:
            self._ledger.set_seam(last.source, last.start, last.end, reads, wish.actor)
            return True
        self._ledger.drop_seam(last.source, last.end)
        return False
