"""The order in which an article is read: kicker, title, subtitle, byline, then the body.

An article's text, its export and its index follow the places of its blocks, so it is the verbs
that keep this order. Here are its rules, over blocks as they stand; nothing is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import HEAD_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.store.manager import BlockRow

Address = tuple[int, int]
"""A page's source, and where in it a block begins."""

BODY = len(HEAD_KINDS)
"""The rank of all kinds of the body."""

_RANKS: dict[str, int] = {kind: rank for rank, kind in enumerate(HEAD_KINDS)}

_INSIDE = {
    Kind.KICKER: Kind.SUBHEAD,
    Kind.TITLE: Kind.SUBHEAD,
    Kind.SUBTITLE: Kind.SUBHEAD,
    Kind.BYLINE: Kind.PARA,
}
"""What a heading is once it stands in the body of another article."""


def rank(kind: str) -> int:
    """Give where a kind stands in an article: headings from 0 on, then the body."""
    return _RANKS.get(kind, BODY)


def in_order(blocks: Iterable[BlockRow]) -> list[BlockRow]:
    """Put blocks in the order of their ranks; those of one rank stay as they stand."""
    return sorted(blocks, key=lambda block: rank(block.kind))


def placed(others: Sequence[BlockRow], block: BlockRow, wanted: int) -> list[BlockRow]:
    """Put a block at the index `wanted` among `others`, or at the nearest that its kind allows."""
    others = in_order(others)
    low, high = _room(others, rank(block.kind))
    at = min(max(wanted, low), high)
    return [*others[:at], block, *others[at:]]


def turned(
    blocks: Sequence[BlockRow], block: BlockRow, addresses: Mapping[int, Address]
) -> list[BlockRow]:
    """Give the order of an article in which one of `blocks` has become of another rank.

    It stands first among those of its new rank, but behind those with which they begin and that
    stand before it: on its page where both are of one, else as the article was read. So a
    heading that is a paragraph after all is the first of the body, and a byline from the end of
    the page goes back to the end. What stood in the body, and is of the body, stays.
    """
    here = blocks.index(block)
    stood = {other.key: n < here for n, other in enumerate(blocks)}
    mine = rank(block.kind)
    if mine == BODY and any(rank(other.kind) == BODY for other in blocks[:here]):
        return in_order(blocks)

    def before(other: BlockRow) -> bool:
        ours, theirs = addresses.get(block.key), addresses.get(other.key)
        if ours is None or theirs is None or ours[0] != theirs[0]:
            return stood[other.key]
        return theirs[1] < ours[1]

    others = in_order(other for other in blocks if other.key != block.key)
    at, high = _room(others, mine)
    while at < high and before(others[at]):
        at += 1
    return [*others[:at], block, *others[at:]]


def merged(articles: Iterable[Sequence[BlockRow]]) -> list[BlockRow]:
    """Give the blocks of several articles as one, with the kinds that they have in it.

    The headings are those of the first article that has any. What follows is body, where it
    stood: kicker, title and subtitle become subheads, a byline a paragraph, for that is how a
    piece inside a larger one is printed. As long as no body has been read the headings of the
    next article belong to those before: a headline that was torn from its text comes whole.
    """
    order: list[BlockRow] = []
    for blocks in articles:
        ranks = {rank(block.kind) for block in order}
        whole = BODY in ranks and ranks != {BODY}
        order += [
            block._replace(kind=_INSIDE.get(block.kind, block.kind)) if whole else block
            for block in blocks
        ]
    return in_order(order)


def _room(others: Sequence[BlockRow], mine: int) -> tuple[int, int]:
    """Give the first and the last index at which a block of rank `mine` may be put in."""
    ranks = [rank(other.kind) for other in others]
    return sum(r < mine for r in ranks), sum(r <= mine for r in ranks)
