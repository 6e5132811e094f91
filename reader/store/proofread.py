"""The verbs of proofreading inside and between blocks: edit, write, replace, split, erase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import HEAD_KINDS, Changes, Kind, Reads, Status, Why
from reader.store import ids
from reader.store.edits import Edit, Editor, refuse_bad
from reader.store.joining import Joining
from reader.store.ledger import BLOCKS_OF_ARTICLE, BLOCKS_OF_PAGE, free_place
from reader.store.wishing import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.store.compose import Reading, Segment
    from reader.store.manager import BlockRow
    from reader.store.wishing import OpenWish


class Proofreading(Joining):
    """Verbs on blocks. Each is one wish, and says what it changed."""

    def edit(self, block: str, start: int, end: int, typed: str) -> Changes:
        """Replace ``text[start:end]`` of a block's reading text by `typed`.

        Positions are code points. Raise `UsageError` for positions outside, lone surrogates,
        and line ends (but LF in verse): a line end is a split.
        """
        return self.edit_all(block, [(start, end, typed)])

    def edit_all(
        self,
        block: str,
        edits: Sequence[tuple[int, int, str]],
        *,
        begins: bool = False,
        base: str | None = None,
        onto: str | None = None,
    ) -> Changes:
        """Carry out several edits of one block as one wish, each on the text that the last left.

        With `begins`, an article that is `new` is in work from then on, in the same wish. `base`
        is what the block is believed to read: raise `UsageError` ``overtaken``, and change
        nothing, where another program has changed it. `onto` names a wish of edits of this block
        that they go on with, if it is still the last one.
        """
        told = self._edited(block, edits)
        with self._library.wish("edit", onto, block=block, **told) as wish:
            row = self._block(block)
            if base is not None and self._ledger.fetch.text_of(row.key) != base:
                raise UsageError("edit", "overtaken", block=block)
            editor = Editor(self._ledger, wish)
            for start, end, typed in edits:
                editor.edit(row.key, row.kind, Edit(start, end, typed))
            if begins:
                self._begin_work(row, wish)
        return wish.changes

    def _edited(self, block: str, edits: Sequence[tuple[int, int, str]]) -> dict[str, str]:
        """Give the words for the journal: what was typed; where nothing was, what was taken out."""
        typed = "…".join(typed for _, _, typed in edits if typed)
        if typed:
            return {"new": short(typed)}
        text = self._ledger.fetch.text_of(self._block(block).key)
        gone = ""
        for start, end, _ in edits:
            gone += text[start:end]
            text = text[:start] + text[end:]
        return {"old": short(gone)}

    def _begin_work(self, row: BlockRow, wish: OpenWish) -> None:
        """Let a `new` article be in work, where the wish has changed anything."""
        self._connection.execute(
            "UPDATE article SET status = ?1 WHERE key = ?2 AND status = ?3"
            " AND EXISTS (SELECT 1 FROM image WHERE wish = ?4)",
            (Status.WORKING, row.article, Status.NEW, wish.key),
        )

    def replace(self, old: str, new: str, articles: Sequence[str]) -> Changes:
        """Replace `old` by `new` wherever it stands in the articles named, as one wish."""
        if not old:
            raise UsageError("replace", "nothing")
        with self._library.wish("replace", old=old, new=new, count=len(articles)) as wish:
            editor = Editor(self._ledger, wish)
            for article in self.keys(articles):
                for row in self._blocks_of(article):
                    text = self._ledger.fetch.text_of(row.key)
                    for at in reversed(_occurrences(text, old)):
                        edit = Edit(at, at + len(old), new)
                        refuse_bad(text, edit, row.kind)
                        editor.edit(row.key, row.kind, edit, Why.REPLACED)
        return wish.changes

    def split(self, block: str, at: int) -> Changes:
        """Begin a new block of the same kind at position `at` of a block's reading text.

        `made` names the new block. Raise `UsageError` where either part would be empty.
        """
        with self._library.wish("split", block=block, at=at) as wish:
            row = self._block(block)
            wish.made.append(self._split(row, at, wish))
        return wish.changes

    def _split(self, row: BlockRow, at: int, wish: OpenWish) -> str:
        reading = self._ledger.fetch.read(row.key)
        border = self._border(reading, at)
        if border is None:
            raise UsageError("split", "edge", at=at, length=len(reading.text))
        last, run = border
        self._ledger.cut(last.source, last.end)
        self._ledger.set_seam(last.source, *run, Reads.PARA, wish.actor)
        pieces = self._ledger.fetch.pieces(row.key)
        first = 1 + next(
            i for i, p in enumerate(pieces) if p.source == last.source and p.end == last.end
        )
        new_id = ids.new_id()
        self._ledger.carry(pieces[first:], self._new_block(new_id, row))
        return new_id

    def _border(self, reading: Reading, at: int) -> tuple[Segment, tuple[int, int]] | None:
        """Give the segment that a split at `at` leaves last, and the run that becomes the seam.

        None at an edge, where a part would be left empty.
        """
        left = self._left_of(reading.segments, at)
        if not left or not 0 < at < len(reading.text) or left[-1].stop == len(reading.text):
            return None
        last = left[-1]
        run = (last.start, last.end) if last.seam is not None else self._run_at(last)
        blanks = len(last.text) if last.seam is not None else run[1] - run[0]
        # At the head what the run of white space read as goes, and nothing is left.
        return None if last.stop == blanks else (last, run)

    def _left_of(self, segments: Sequence[Segment], at: int) -> list[Segment]:
        """Give the segments on the left of `at`; a run of white space goes with the left."""
        left = [s for s in segments if s.stop <= at]
        rest = segments[len(left) :]
        if not rest or (not left and rest[0].at == at):
            return left
        following = rest[0]
        if following.seam is not None:
            left.append(following)
        elif following.at < at or self._begins_blank(following):
            left.append(self._cut_inside(following, at))
        return left

    def _begins_blank(self, segment: Segment) -> bool:
        return self._ledger.is_page(segment.source) and segment.text[:1].isspace()

    def _cut_inside(self, segment: Segment, at: int) -> Segment:
        """Give the part of a plain segment up to `at`, widened to the end of a run of blanks."""
        end = segment.start + at - segment.at
        if self._ledger.is_page(segment.source):
            text = self._ledger.fetch.text(segment.source)
            while end < segment.end and text[end].isspace():
                end += 1
        length = end - segment.start
        return segment._replace(end=end, text=segment.text[:length])

    def _run_at(self, last: Segment) -> tuple[int, int]:
        """Give the run of blanks with which a segment of a page ends, else the point behind it."""
        if last.struck is None and last.seam is None and self._ledger.is_page(last.source):
            text = self._ledger.fetch.text(last.source)
            start = last.end
            while start > last.start and text[start - 1].isspace():
                start -= 1
            return start, last.end
        return last.end, last.end

    def write(
        self, beside: str, typed: str, *, before: bool = False, begins: bool = False
    ) -> Changes:
        """Write a paragraph that the page has lost behind a block, or `before` it.

        It is typed from end to end, and lines of verse beside such. Beside a heading it is the
        first of the body. `made` names the block; the wish is one of typing, with which further
        edits of the block can go on. `begins` is that of `edit_all`.
        """
        if not typed.strip():
            raise UsageError("write", "empty")
        new_id = ids.new_id()
        with self._library.wish("edit", block=new_id, new=short(typed)) as wish:
            row = self._block(beside)
            self._write(row, new_id, typed, before=before, wish=wish)
            wish.made.append(new_id)
            if begins:
                self._begin_work(row, wish)
        return wish.changes

    def _write(
        self, row: BlockRow, new_id: str, typed: str, *, before: bool, wish: OpenWish
    ) -> None:
        if row.article is None:
            raise UsageError("write", "page_block")
        kind = Kind.VERSE if row.kind is Kind.VERSE else Kind.PARA
        refuse_bad("", Edit(0, 0, typed), kind)
        blocks = self._blocks_of(row.article)
        at = blocks.index(row) + (not before)
        at = max(at, sum(b.kind in HEAD_KINDS for b in blocks))
        after = blocks[at - 1].place if at else None
        place = free_place(self._connection, BLOCKS_OF_ARTICLE, row.article, after)
        cursor = self._connection.execute(
            "INSERT INTO block (id, kind, article, place) VALUES (?, ?, ?, ?)",
            (new_id, kind, row.article, place),
        )
        source = self._ledger.type(typed, self._ledger.correction(wish, Why.TYPED))
        self._ledger.put(source, int(cursor.lastrowid or 0), after=None)

    def _new_block(self, new_id: str, after: BlockRow) -> int:
        if after.article is not None:
            order, owner = BLOCKS_OF_ARTICLE, after.article
        else:
            order, owner = BLOCKS_OF_PAGE, after.page or 0
        place = free_place(self._connection, order, owner, after.place)
        cursor = self._connection.execute(
            "INSERT INTO block (id, kind, article, page, place, supplied)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (new_id, after.kind, after.article, after.page, place, after.supplied),
        )
        return int(cursor.lastrowid or 0)

    def erase(
        self, spans: Sequence[tuple[str, int, int]], typed: str = "", *, begins: bool = False
    ) -> Changes:
        """Take what is selected over several blocks away, put `typed`, and join what is left.

        `spans` gives block, start and end of what goes in each, in reading order; all is one
        wish, and the blocks become one, as `join` makes it. What is left of a supplied heading
        and text of the page stay apart. `begins` is that of `edit_all`.
        """
        if not spans:
            raise UsageError("erase", "nothing")
        with self._library.wish("erase", block=spans[0][0], count=len(spans)) as wish:
            first = self._erase(spans, typed, wish)
            if begins:
                self._begin_work(first, wish)
        return wish.changes

    def _erase(self, spans: Sequence[tuple[str, int, int]], typed: str, wish: OpenWish) -> BlockRow:
        """Carry out an erasing; give the first block as it was before."""
        rows = [self._block(block) for block, _, _ in spans]
        editor = Editor(self._ledger, wish)
        for row, (_, start, end) in zip(rows, spans, strict=True):
            editor.edit(row.key, row.kind, Edit(start, end, typed))
            typed = ""
        left = rows[0]
        for row in rows[1:]:
            left = row if self._keeps_apart(left, row) else self._join(left, row, wish=wish)
        return rows[0]


def _occurrences(text: str, old: str) -> list[int]:
    found, at = [], text.find(old)
    while at >= 0:
        found.append(at)
        at = text.find(old, at + len(old))
    return found
