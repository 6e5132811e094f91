"""Two texts of one paragraph: what was typed here, and what another program wrote meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model import BlockText

_Edit = tuple[int, int, str]

_FINELY = 4000
"""Up to so many characters differences are looked for character by character."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """What a block would read with what was typed here, and what it reads.

    `block` is where `mine` may be put; None where the paragraph is no more. `kept` tells that
    `mine` is a step of the journal.
    """

    block: str | None
    mine: str
    theirs: str
    article: str = ""
    kept: bool = False


def differences(old: str, new: str) -> list[_Edit]:
    """Give edits that make `new` of `old`, the last place first, each on what the last left.

    What both have in common stays as it is, so that it keeps its origin.
    """
    return [(start, end, new[low:high]) for start, end, low, high in reversed(unlike(old, new))]


def unlike(old: str, new: str) -> list[tuple[int, int, int, int]]:
    """Give where two texts differ: spans of the first, and what stands there in the second."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    most -= head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not left and not right:
        return []
    if max(len(left), len(right)) > _FINELY:
        return [(head, head + len(left), head, head + len(right))]
    from difflib import SequenceMatcher

    found = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [(head + a, head + b, head + c, head + d) for how, a, b, c, d in found if how != "equal"]


def overtaken(blocks: Sequence[BlockText], block: str, base: str, mine: str) -> Overtaken:
    """Find where what was typed in a block belongs now, and what reads there.

    `blocks` are those of its article as they are. A paragraph that was only joined to another
    holds what it read; of one that was split the part counts in which something was typed.
    """
    index = next((n for n, b in enumerate(blocks) if b.id == block), None)
    if index is None:
        return _joined(blocks, base, mine)
    parts = _parts(blocks[index:], base)
    for part, at in parts:
        typed = _inside(base, mine, at, at + len(part.text))
        if typed is not None:
            return Overtaken(part.id, typed, part.text)
    if parts:
        return Overtaken(None, mine, "\n".join(part.text for part, _ in parts))
    return Overtaken(block, mine, blocks[index].text)


def _joined(blocks: Sequence[BlockText], base: str, mine: str) -> Overtaken:
    for other in blocks:
        at = other.text.find(base) if base else -1
        if at >= 0:
            text = other.text
            return Overtaken(other.id, text[:at] + mine + text[at + len(base) :], text)
    return Overtaken(None, mine, "")


def _parts(blocks: Sequence[BlockText], base: str) -> list[tuple[BlockText, int]]:
    """Give the blocks into which a text was split, and where in it each begins; none if not."""
    parts: list[tuple[BlockText, int]] = []
    behind = 0
    for block in blocks:
        at = base.find(block.text, behind)
        if at < 0 or base[behind:at].strip():
            break
        parts.append((block, at))
        behind = at + len(block.text)
        if not base[behind:].strip():
            return parts if len(parts) > 1 else []
    return []


def _inside(base: str, mine: str, low: int, high: int) -> str | None:
    """Give the part [low, high) of `base` as it is in `mine`, None where more than it differs."""
    behind = len(base) - high
    if len(mine) < low + behind or mine[:low] != base[:low]:
        return None
    part, rest = mine[low : len(mine) - behind], mine[len(mine) - behind :]
    return part if rest == base[high:] else None
