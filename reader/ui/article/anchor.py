"""Anchors: where the caret is, told by the characters beside it, so that it stays with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import BlockText

Address = tuple[int, int]
"""A source of the ledger and a position in it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place, and the addresses of the characters on its left and right."""

    index: int
    at: int
    left: Address | None
    right: Address | None


def anchor(blocks: Sequence[BlockText], index: int, at: int) -> Anchor:
    """Note a place among `blocks`."""
    if index >= len(blocks):
        return Anchor(index, at, None, None)
    block = blocks[index]
    return Anchor(index, at, address_of(block, at - 1), address_of(block, at))


def place_of(blocks: Sequence[BlockText], noted: Anchor) -> tuple[int, int]:
    """Find where an anchor is now: behind its left character, else before its right one."""
    place = find(blocks, noted.left, 1) or find(blocks, noted.right, 0)
    if place is not None:
        return place
    index = min(noted.index, len(blocks) - 1)
    return index, min(noted.at, len(blocks[index].text))


def address_of(block: BlockText, at: int) -> Address | None:
    """Give source and position of the character `at` of a block, None where there is none."""
    for origin in block.origin:
        if origin.start <= at < origin.end:
            return origin.source, origin.at + at - origin.start
    return None


def find(blocks: Sequence[BlockText], address: Address | None, step: int) -> tuple[int, int] | None:
    """Find where a character reads now: index and position, `step` behind it."""
    if address is None:
        return None
    source, position = address
    for index, block in enumerate(blocks):
        for origin in block.origin:
            reach = origin.at + origin.end - origin.start
            if origin.source == source and origin.at <= position < reach:
                return index, origin.start + position - origin.at + step
    return None
