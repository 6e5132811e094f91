"""Repair a page that is longer than any that was printed: in stretches, one after the other.

What is seen of a line, and what the field says of it, takes some kilobytes until the page is
written down. A page of more than `LONGEST` lines is therefore cut into stretches, each of which is
repaired by itself; how the text reads across a cut is told by a short piece of the page round it,
under the same verdicts. So memory grows only with what is written down, every verdict holds, and no
character is lost. What stands in two stretches is not seen together: a column is not moved and
a headline not matched from one to the other.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.drafts import ArticleDraft, BlockDraft, PageDraft, Seam, Stretch
from reader.model import PAGE_KINDS, Reads
from reader.text.cues import CLOSERS, STOPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.drafts import LineRole
    from reader.model import Line

    Engine = Callable[[int, int], PageDraft]
    """Repairs some lines of the page, from one place to another, as a page of their own."""

LONGEST = 20_000
"""Raw lines of a page that is read as a whole, and about those of a stretch: no printed page has
more."""
SEARCHED = 400
"""Lines before the end of a stretch among which the best place for a cut is looked for."""
ROUND = 60
"""Lines that are not blank on each side of a cut by which it is told how the text reads there."""


def cuts(lines: Sequence[Line]) -> list[int]:
    """Give the places of the lines with which new stretches begin.

    None of them is blank, and each has some above it in its page that are not.
    All stretches are about as long, since a short one at the end would show too little of the page.
    """
    many = -(-len(lines) // LONGEST)
    last = next(at for at, line in enumerate(lines) if line.text.strip())
    found: list[int] = []
    for number in range(1, many):
        end = len(lines) * number // many
        begin = max(end - SEARCHED, last + 1)
        places = [at for at in range(begin, end) if lines[at].text.strip()]
        if places:
            last = max(places, key=lambda at: (_parts(lines, at), at))
            found.append(last)
    return found


def _parts(lines: Sequence[Line], at: int) -> int:
    """Weigh how surely a line is parted from the one above: by a stop, by a blank line."""
    above = lines[at - 1].text.strip()
    if not above:
        return 2 if _stopped(lines[at - 2].text.strip()) else 1
    return 1 if _stopped(above) else 0


def _stopped(text: str) -> bool:
    return text.rstrip(CLOSERS)[-1:] in STOPS and text != ""


def repaired(text: str, lines: Sequence[Line], engine: Engine) -> PageDraft:
    """Repair a page in stretches."""
    whole = _Whole(text)
    written = [at for at, line in enumerate(lines) if line.text.strip()]
    for begin, end in pairwise([0, *cuts(lines), len(lines)]):
        place = bisect_left(written, begin)
        near = written[max(0, place - ROUND)], written[min(len(written), place + ROUND) - 1] + 1
        edge = _Edge(lines[near[0]].start, engine(*near)) if begin else None
        whole.add(engine(begin, end), lines[begin].start, edge)
    return whole.draft(tuple(lines))


class _Edge(NamedTuple):
    """The piece of the page round a cut: where it begins, and how it reads."""

    start: int
    draft: PageDraft

    def seam(self, at: int) -> Seam:
        """Give the seam that begins at a place of the page."""
        found = next(seam for seam in self.draft.seams if seam.start == at - self.start)
        return replace(found, start=at, end=found.end + self.start)

    def together(self, left: int, right: int) -> bool:
        """Tell whether two places of the page are in one article."""
        one, other = (_block_at(self.draft, at - self.start) for at in (left, right))
        return any(one in made.blocks and other in made.blocks for made in self.draft.articles)


def _block_at(draft: PageDraft, place: int) -> int:
    """Give the block in which a place of a page lies."""
    return next(
        at
        for at, block in enumerate(draft.blocks)
        if any(stretch.start <= place < stretch.end for stretch in block.stretches)
    )


@dataclass(slots=True)
class _Whole:
    """The page as far as it is put together; a block that was joined to another is None."""

    text: str
    blocks: list[BlockDraft | None] = field(default_factory=list)
    articles: list[tuple[list[int], int | None]] = field(default_factory=list)
    seams: list[Seam] = field(default_factory=list)
    roles: list[LineRole] = field(default_factory=list)

    def add(self, draft: PageDraft, start: int, edge: _Edge | None) -> None:
        """Add a stretch that begins at a place; `edge` tells how it goes on from the one above."""
        base, known = len(self.blocks), len(self.articles)
        for block in draft.blocks:
            self.blocks.append(_moved(block, start))
        for article in draft.articles:
            section = None if article.section is None else article.section + base
            self.articles.append(([at + base for at in article.blocks], section))
        seams = [replace(one, start=one.start + start, end=one.end + start) for one in draft.seams]
        self.roles.extend(draft.roles)
        if edge is None:
            self.seams.extend(seams)
            return
        own = self.seams.pop()
        seam = edge.seam(own.start)
        if seams and seams[0].start == start:
            del seams[0]
        above = self._ending(range(base), start)
        below = self._beginning(range(base, len(self.blocks)), start)
        self._share_out(above, below, start, seam.end)
        if self._spans(above)[-1].end != seam.end:
            # A column was moved here: what stands above goes on elsewhere.
            seam = replace(own, end=seam.end)
        else:
            self._join(above, below, known, (seam, edge))
        self.seams += [seam, *seams]

    def _ending(self, places: range, end: int) -> int:
        return next(at for at in reversed(places) if any(s.end == end for s in self._spans(at)))

    def _beginning(self, places: range, start: int) -> int:
        return next(at for at in places if any(s.start == start for s in self._spans(at)))

    def _spans(self, at: int) -> tuple[Stretch, ...]:
        block = self.blocks[at]
        return () if block is None else block.stretches

    def _share_out(self, above: int, below: int, cut: int, end: int) -> None:
        """Let the white space at a cut lie with the text on its left, all of it."""
        for at in (above, below):
            block = self.blocks[at]
            assert block is not None
            spans = tuple(
                Stretch(
                    end if one.start == cut else one.start,
                    end if one.end == cut else one.end,
                    one.struck,
                )
                for one in block.stretches
            )
            self.blocks[at] = BlockDraft(block.kind, spans)

    def _join(self, above: int, below: int, known: int, cut: tuple[Seam, _Edge]) -> None:
        """Join the blocks, and the articles, on both sides of a cut where the text goes on.

        Articles from `known` on are of the stretch below.
        """
        first, second = self.blocks[above], self.blocks[below]
        assert first is not None
        assert second is not None
        seam, edge = cut
        goes_on = seam.reads is not Reads.PARA
        earlier = (self.articles[at][0] for at in range(known - 1, -1, -1))
        owner = next((made for made in earlier if above in made), None)
        owned = next((made for made, _ in self.articles[known:] if below in made), None)
        if (
            owner is not None
            and owned is not None
            and owned[0] == below
            and (goes_on or edge.together(seam.start - 1, seam.end))
        ):
            owner.extend(owned)
            owned.clear()
        if not goes_on:
            return
        kept, gone = (below, above) if first.kind in PAGE_KINDS else (above, below)
        kind = second.kind if kept == below else first.kind
        self.blocks[kept] = BlockDraft(kind, _run(first.stretches, second.stretches))
        self.blocks[gone] = None

    def draft(self, lines: tuple[Line, ...]) -> PageDraft:
        """Give the page."""
        there = [at for at, block in enumerate(self.blocks) if block is not None]
        place = {at: new for new, at in enumerate(there)}
        articles = []
        for made, section in self.articles:
            kept = tuple(place[at] for at in made if at in place)
            if kept:
                articles.append(ArticleDraft(kept, None if section is None else place[section]))
        return PageDraft(
            text=self.text,
            lines=lines,
            blocks=tuple(block for block in self.blocks if block is not None),
            articles=tuple(articles),
            seams=tuple(self.seams),
            roles=tuple(self.roles),
        )


def _moved(block: BlockDraft, by: int) -> BlockDraft:
    spans = (Stretch(one.start + by, one.end + by, one.struck) for one in block.stretches)
    return BlockDraft(block.kind, tuple(spans))


def _run(above: tuple[Stretch, ...], below: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Put the stretches of two blocks together; two that touch are one."""
    last, first = above[-1], below[0]
    if last.end == first.start and last.struck is first.struck is None:
        return (*above[:-1], Stretch(last.start, first.end), *below[1:])
    return (*above, *below)
