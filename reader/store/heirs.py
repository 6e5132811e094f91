"""Say which rows articles and blocks of a new draft take over, and how the articles stand.

An article keeps its row, and so its id, as long as its first paragraph stays in it; a block as
long as it begins with the same character.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model import BODY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.store.parts import Comparing, Group
    from reader.store.standing import OwnerKey


@dataclass(slots=True)
class Heirs:
    """Of groups of a page: articles and blocks of the draft, to the keys of the rows they take.

    What is not named gets a row of its own.
    """

    articles: dict[int, int] = field(default_factory=dict)
    blocks: dict[int, int] = field(default_factory=dict)


def heirs(comparing: Comparing, groups: Iterable[Group]) -> Heirs:
    """Find the rows that the articles and blocks of some groups take over."""
    found = Heirs()
    for group in groups:
        _articles(comparing, group, found.articles)
        starts = {
            comparing.start_of(block): block
            for owner in group.owners
            for block in comparing.blocks_of[owner]
        }
        for at in blocks_in(comparing, group):
            begins = comparing.draft.blocks[at].stretches[0].start
            if begins in starts:
                found.blocks[at] = starts[begins]
    return found


def blocks_in(comparing: Comparing, group: Group) -> list[int]:
    """Give the blocks of the draft that are in a group."""
    return [*(at for n in group.articles for at in comparing.printed[n]), *group.loose]


def _articles(comparing: Comparing, group: Group, found: dict[int, int]) -> None:
    firsts = {_first(comparing, owner): owner[1] for owner in group.owners if owner[0] == "a"}
    for n in group.articles:
        blocks = [comparing.draft.blocks[at] for at in comparing.printed[n]]
        spans = [span for block in blocks for span in block.stretches]
        for span in spans:
            inside = [start for start in firsts if span.start <= start < span.end]
            if inside:
                found[n] = firsts[min(inside)]
                break


def _first(comparing: Comparing, owner: OwnerKey) -> int:
    """Give where the first paragraph of an article begins, or what it has instead."""
    blocks = comparing.blocks_of[owner]
    kinds = comparing.page.blocks
    body = [key for key in blocks if kinds[key].kind in BODY_KINDS]
    return comparing.start_of((body or blocks)[0])


def order(comparing: Comparing, rows: dict[int, int], gone: set[int]) -> list[tuple[str, int]]:
    """Give the articles of the page in the order in which they are to stand.

    ``a`` and a key name one that is there, ``A`` and a place in the draft a new one. `rows` maps
    articles of the draft that the engine may arrange to keys; `gone` are those that go. Where
    people made any article of the page, the others stay in their order, and new ones come in
    behind those that the draft has before them.
    """
    page = comparing.page
    there = [key for key in page.order if key not in gone]
    drafted = [
        ("a", rows[n]) if n in rows else ("A", n)
        for n in range(len(comparing.printed))
        if n in rows or n in comparing.fresh
    ]
    mine = {key for noun, key in drafted if noun == "a"}
    if mine.issuperset(there):
        return drafted
    stand: list[tuple[str, int]] = [("a", key) for key in there]
    for at, (noun, n) in enumerate(drafted):
        if noun == "A":
            before = next((stand.index(one) for one in drafted[:at][::-1] if one in stand), None)
            behind = next((stand.index(one) for one in drafted[at + 1 :] if one in stand), 0)
            stand.insert(behind if before is None else before + 1, ("A", n))
    return stand
