"""Tell in facts what a new draft would change on a page."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.model import PAGE_KINDS
from reader.store.heirs import blocks_in, heirs, order
from reader.store.proposed import BlockChange, PageChanges, SeamChange, What

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.store.heirs import Heirs
    from reader.store.parts import Compared, Comparing
    from reader.store.reseam import Reseamed
    from reader.store.standing import BlockFacts

BESIDE = 8
"""Characters shown on either side of a seam."""
OPENING = 16
"""Characters that stand for a block."""
NEW = "new"
"""What stands for the id of an article that is not there yet."""


def foresee(comparing: Comparing, compared: Compared, seams: Sequence[Reseamed]) -> PageChanges:
    """Tell what changes on a page."""
    page = comparing.page
    teller = _Teller(comparing)
    return PageChanges(
        page.id,
        page.issue,
        page.number,
        tuple(teller.seam(seam) for seam in seams if seam.reads_anew),
        tuple(teller.blocks(compared)),
        sum(not seam.reads_anew for seam in seams),
    )


class _Teller:
    """Tells of one page."""

    def __init__(self, comparing: Comparing) -> None:
        self._comparing = comparing
        self._page = comparing.page
        self._starts = [part[0] for part in self._page.parts]
        self._lines = [line.start for line in comparing.draft.lines]

    def _block(self, position: int) -> BlockFacts:
        part = self._page.parts[bisect_right(self._starts, position) - 1]
        return self._page.blocks[part[2]]

    def _line(self, position: int) -> int:
        at = bisect_right(self._lines, position) - 1
        return self._comparing.draft.lines[max(0, at)].number

    def seam(self, seam: Reseamed) -> SeamChange:
        """Tell of a seam that reads otherwise."""
        text, block = self._page.text, self._block(seam.start)
        return SeamChange(
            self._page.owners[block.owner].article,
            self._line(max(0, seam.start - 1)),
            seam.start,
            None if seam.old is None else seam.old.reads,
            None if seam.new is None else seam.new.reads,
            1.0 if seam.new is None else seam.new.confidence,
            () if seam.new is None else seam.new.reasons,
            text[max(0, seam.start - BESIDE) : seam.start],
            text[seam.end : seam.end + BESIDE],
        )

    def blocks(self, compared: Compared) -> Iterator[BlockChange]:
        """Tell of blocks that become another kind or come to stand elsewhere."""
        found = heirs(self._comparing, compared.free)
        for group in compared.changed:
            for at in blocks_in(self._comparing, group):
                yield from self._block_changes(at, self._home(at, found))
        yield from self._order(compared, found)

    def _home(self, at: int, found: Heirs) -> str:
        """Give the id of the article in which a block of the draft will stand."""
        noun, n = self._comparing.named.get(at, ("B", at))
        if noun == "B":
            return ""
        if n not in found.articles:
            return NEW
        return self._page.owners["a", found.articles[n]].article or ""

    def _block_changes(self, at: int, home: str) -> Iterator[BlockChange]:
        """Tell of each part of a block of the draft that stood otherwise."""
        drafted = self._comparing.draft.blocks[at]
        seen: set[int] = set()
        for span in drafted.stretches:
            low = bisect_right(self._starts, span.start) - 1
            for start, end, key, _, _, why in self._page.parts[low:]:
                if start >= span.end:
                    break
                block = self._page.blocks[key]
                here = max(start, span.start)
                if (why is None) != (span.struck is None) and min(end, span.end) > here:
                    yield self._change(here, What.DOUBLED, why or "", span.struck or "")
                if key in seen:
                    continue
                seen.add(key)
                if block.kind is not drafted.kind:
                    yield self._change(here, What.KIND, block.kind, drafted.kind)
                was = self._page.owners[block.owner].article or ""
                if was != home and (block.kind in PAGE_KINDS) == (drafted.kind in PAGE_KINDS):
                    yield self._change(here, What.MOVE, was, home)

    def _change(self, here: int, what: What, before: str, after: str) -> BlockChange:
        text = self._page.text[here : here + 4 * OPENING]
        article = self._page.owners[self._block(here).owner].article
        line = self._line(here + len(text) - len(text.lstrip()))
        opening = " ".join(text.split())[:OPENING]
        return BlockChange(article, line, what, str(before), str(after), opening)

    def _order(self, compared: Compared, found: Heirs) -> Iterator[BlockChange]:
        mine = {key for group in compared.free for noun, key in group.owners if noun == "a"}
        kept = set(found.articles.values())
        stand = [
            key for noun, key in order(self._comparing, found.articles, mine - kept) if noun == "a"
        ]
        if stand != [key for key in self._page.order if key in stand]:
            yield self._change(0, What.ORDER, "", "")
