"""Compare a page as it stands with a new draft of it: what of its structure is to change.

Articles (and blocks of the page itself) that share text, old and new, hang together. A group in
which people made anything keeps its structure; each other one becomes as the draft has it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.model import Kind, Reads
from reader.store.headings import rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.drafts import PageDraft
    from reader.store.standing import OwnerKey, Standing

Span = tuple[int, int, str | None]
"""Start, end, and why it is struck (None: it is read)."""
BlockSign = tuple[str, tuple[Span, ...]]
ArticleSign = tuple[int | None, tuple[BlockSign, ...]]
_New = tuple[str, int]
"""``A`` and the place of an article in the draft, or ``B`` and that of a block of the page."""


@dataclass(frozen=True, slots=True)
class Group:
    """What hangs together: keys of owners as they stand, and articles and blocks of the draft."""

    owners: tuple[OwnerKey, ...]
    articles: tuple[int, ...]
    loose: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The groups of a page in which people made nothing, and those of them that change."""

    free: tuple[Group, ...]
    changed: tuple[Group, ...]


class Comparing:
    """Compares one page with one draft."""

    def __init__(self, page: Standing, draft: PageDraft) -> None:
        self.page = page
        self.draft = draft
        self.blocks_of: dict[OwnerKey, list[int]] = {}
        for block in sorted(page.blocks.values(), key=lambda block: block.place):
            self.blocks_of.setdefault(block.owner, []).append(block.key)
        self.spans: dict[int, list[Span]] = {}
        for start, end, key, *_, why in sorted(page.parts, key=itemgetter(3)):
            self.spans.setdefault(key, []).append((start, end, why))
        made = self.made = self._made_by_hand()
        self.printed = [
            tuple(
                sorted(
                    (at for at in article.blocks if at not in made),
                    key=lambda at: rank(draft.blocks[at].kind),
                )
            )
            for article in draft.articles
        ]
        """The blocks of each article of the draft in the order of print."""
        self.named: dict[int, _New] = {
            at: ("A", n) for n, blocks in enumerate(self.printed) for at in blocks
        }
        self.broken = {self.named.get(at, ("B", at)) for at in self._breaking()}
        """What of the draft parts lines that a person joined, or the other way about."""
        self.labels: set[int] = set()
        """Where the section labels will begin, to which articles may refer."""
        self.fresh: frozenset[int] = frozenset()
        """Articles of the draft in groups that change."""

    def start_of(self, block: int) -> int:
        """Give where a stored block begins to be read."""
        return self.spans[block][0][0]

    def compare(self) -> Compared:
        """Find the groups that the engine may arrange, and which of them are to change."""
        free = [group for group in self._groups() if self._is_free(group)]
        starts = {
            self.draft.blocks[at].stretches[0].start
            for group in free
            for at in group.loose
            if self.draft.blocks[at].kind is Kind.SECTION
        }
        mine = {owner for group in free for owner in group.owners}
        self.labels = starts | {
            self.start_of(block.key)
            for block in self.page.blocks.values()
            if block.kind is Kind.SECTION and block.owner not in mine
        }
        changed = [group for group in free if self._was(group) != self._becomes(group)]
        self.fresh = frozenset(n for group in changed for n in group.articles)
        return Compared(tuple(free), tuple(changed))

    def _is_free(self, group: Group) -> bool:
        if any(self.page.owners[owner].by_hand for owner in group.owners):
            return False
        drafted = {("A", n) for n in group.articles} | {("B", at) for at in group.loose}
        return not drafted & self.broken

    def _breaking(self) -> Iterator[int]:
        """Give blocks of the draft in which a person's verdict is not kept to the letter.

        The engine knows that a block goes on, not with what: it may have it go on behind a caption
        where a person joined two lines.
        """
        fixed = sorted(self.page.fixed.items())
        starts = [start for start, _ in fixed]
        for at, block in enumerate(self.draft.blocks):
            for span, after in zip(block.stretches, [*block.stretches[1:], None], strict=True):
                low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
                for start, reads in fixed[low:high]:
                    end = self.page.seams[start].end
                    goes_on = end < span.end or (after is not None and after.start == end)
                    inside = start > 0 and end < len(self.page.text)
                    if inside and goes_on == (reads is Reads.PARA):
                        yield at

    # --- groups ---------------------------------------------------------------------------

    def _groups(self) -> list[Group]:
        old = [(start, end, self.page.blocks[block].owner)
               for start, end, block, *_ in self.page.parts]  # fmt: skip
        new = sorted(
            (stretch.start, stretch.end, self.named.get(at, ("B", at)))
            for at, block in enumerate(self.draft.blocks)
            if at not in self.made
            for stretch in block.stretches
        )
        ties = _Ties()
        for _, _, owner in old:
            ties.find(owner)
        for one, other in _overlaps(old, new):
            ties.tie(one, other)
        found: dict[_New, list[_New]] = {}
        for member in ties.members():
            found.setdefault(ties.find(member), []).append(member)
        return [
            Group(
                tuple(m for m in members if m[0] in "ap"),
                tuple(sorted(m[1] for m in members if m[0] == "A")),
                tuple(sorted(m[1] for m in members if m[0] == "B")),
            )
            for members in found.values()
        ]

    def _made_by_hand(self) -> set[int]:
        """Give blocks of the draft that stand on the page just so, as a person made them.

        A person may have said that a line is furniture: the draft's headline goes.
        """
        spans = {
            tuple(_merged(self.spans[key]))
            for (noun, key), owner in self.page.owners.items()
            if noun == "p" and owner.by_hand
        }
        return {
            at
            for at, block in enumerate(self.draft.blocks)
            if tuple(_merged((s.start, s.end, s.struck) for s in block.stretches)) in spans
        }

    # --- signs ----------------------------------------------------------------------------

    def _was(self, group: Group) -> tuple[set[ArticleSign], set[BlockSign]]:
        articles: set[ArticleSign] = set()
        loose: set[BlockSign] = set()
        for owner in group.owners:
            blocks = tuple(
                (str(self.page.blocks[key].kind), tuple(_merged(self.spans[key])))
                for key in self.blocks_of[owner]
            )
            if owner[0] == "p":
                loose.update(blocks)
            else:
                section = self.page.owners[owner].section
                label = self.start_of(section) if section in self.spans else None
                articles.add((label, blocks))
        return articles, loose

    def _becomes(self, group: Group) -> tuple[set[ArticleSign], set[BlockSign]]:
        return (
            {(self.label(n), self._signs(self.printed[n])) for n in group.articles},
            set(self._signs(group.loose)),
        )

    def label(self, article: int) -> int | None:
        """Give where the section label of an article of the draft begins, if there is to be one."""
        section = self.draft.articles[article].section
        if section is None:
            return None
        start = self.draft.blocks[section].stretches[0].start
        return start if start in self.labels else None

    def _signs(self, blocks: Sequence[int]) -> tuple[BlockSign, ...]:
        return tuple(
            (
                str(self.draft.blocks[at].kind),
                tuple(_merged((s.start, s.end, s.struck) for s in self.draft.blocks[at].stretches)),
            )
            for at in blocks
        )


def _merged(spans: Iterable[tuple[int, int, str | None]]) -> list[Span]:
    """Put spans that follow one another, both read or both struck, together."""
    found: list[Span] = []
    for start, end, why in spans:
        said = None if why is None else str(why)
        if found and found[-1][1] == start and found[-1][2] == said and said is None:
            found[-1] = (found[-1][0], end, said)
        else:
            found.append((start, end, said))
    return found


def _overlaps(
    old: Sequence[tuple[int, int, _New]], new: Sequence[tuple[int, int, _New]]
) -> Iterable[tuple[_New, _New]]:
    """Give what shares text, of spans in their order that do not overlap among themselves."""
    at = 0
    for start, end, owner in old:
        while at < len(new) and new[at][1] <= start:
            at += 1
        here = at
        while here < len(new) and new[here][0] < end:
            yield owner, new[here][2]
            here += 1


class _Ties:
    """Things that hang together (disjoint sets, Galler and Fischer 1964)."""

    def __init__(self) -> None:
        self._up: dict[_New, _New] = {}

    def members(self) -> list[_New]:
        """Give all things that were ever named."""
        return list(self._up)

    def find(self, thing: _New) -> _New:
        """Give the one that stands for all that hang together with a thing."""
        self._up.setdefault(thing, thing)
        while self._up[thing] != thing:
            self._up[thing] = self._up[self._up[thing]]
            thing = self._up[thing]
        return thing

    def tie(self, one: _New, other: _New) -> None:
        """Let two things hang together."""
        self._up[self.find(other)] = self.find(one)
