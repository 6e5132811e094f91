"""The verbs of pasting: text of several paragraphs comes in as such, as one wish.

What is pasted is one correction, typed where the caret stood and then parted: the borders lie in
the typed text, which is cut and not rewritten, and no seam of a page is touched but where a border
of what is pasted falls on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.store import ids
from reader.store.proofread import Proofreading
from reader.store.wishing import short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import Changes
    from reader.store.manager import BlockRow
    from reader.store.wishing import OpenWish


class Pasting(Proofreading):
    """Verbs that put several paragraphs in. Each is one wish, and says what it changed."""

    def paste(
        self, spans: Sequence[tuple[str, int, int]], pasted: Sequence[str], *, begins: bool = False
    ) -> Changes:
        """Put paragraphs in place of what is selected, as `erase` takes it away.

        The first goes on with what stands before, and what stands behind goes on with the last;
        an empty one at either end leaves a border there. Where a border would leave a block
        empty there is none, and an empty one between two others is no paragraph. New blocks are
        of the kind of the first that was selected; `made` names them in order. `begins` is that
        of `edit_all`. Raise `UsageError` where nothing is pasted.
        """
        parts = _parts(pasted)
        typed = "".join(parts)
        if not typed or not spans:
            raise UsageError("paste", "empty" if spans else "nothing")
        block, at, _ = spans[0]
        with self._library.wish("paste", block=block, new=short(typed)) as wish:
            first = self._erase(spans, typed, wish)
            self._part(block, at, parts, wish)
            if begins:
                self._begin_work(first, wish)
        return wish.changes

    def paste_beside(
        self, beside: str, pasted: Sequence[str], *, before: bool = False, begins: bool = False
    ) -> Changes:
        """Put paragraphs of their own behind a block, or `before` it, as `write` does one."""
        parts = [part for part in pasted if part]
        typed = "".join(parts)
        if not typed.strip():
            raise UsageError("paste", "empty")
        new_id = ids.new_id()
        with self._library.wish("paste", block=new_id, new=short(typed)) as wish:
            row = self._block(beside)
            self._write(row, new_id, typed, before=before, wish=wish)
            self._part(new_id, 0, parts, wish)
            wish.made.insert(0, new_id)
            if begins:
                self._begin_work(row, wish)
        return wish.changes

    def _part(self, block: str, at: int, parts: Sequence[str], wish: OpenWish) -> None:
        """Part a block between texts that stand in it one behind the other from `at` on."""
        row = self._block(block)
        borders = [at]
        for part in parts:
            borders.append(borders[-1] + len(part))
        # From the end on: what stands before a border is where it was.
        made = [self._part_at(row, border, wish) for border in reversed(borders[1:-1])]
        wish.made += [new for new in reversed(made) if new is not None]

    def _part_at(self, row: BlockRow, at: int, wish: OpenWish) -> str | None:
        """Part a block at a place, if there is something on both sides."""
        if self._border(self._ledger.fetch.read(row.key), at) is None:
            return None
        return self._split(row, at, wish)


def _parts(pasted: Sequence[str]) -> list[str]:
    """Leave out what is empty between others; at the ends it stands for a border."""
    last = len(pasted) - 1
    return [part for n, part in enumerate(pasted) if part or n in (0, last)]
