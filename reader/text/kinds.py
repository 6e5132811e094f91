"""Say of each block of a decoded page what it is, when the whole page is seen; and what it begins.

A second, short conditional random field over blocks in place of lines: its labels are kinds of
blocks, and whether an article begins with the block. It never parts or joins anything: what a
line end means stays as the first field and the person have it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Kind
from reader.text import chain, faces, facets, headlines
from reader.text.decoder import State
from reader.text.faces import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.faces import Face, Shown
    from reader.text.scorer import Blocks

_KINDS = {
    "u": Kind.SUBHEAD, "b": Kind.BYLINE, "c": Kind.CAPTION, "f": Kind.FURNITURE,
    "l": Kind.SECTION, "p": Kind.PARA, "v": Kind.VERSE,
}  # fmt: skip
_HEADS = ((State.TITLE, Kind.TITLE), (State.KICKER, Kind.KICKER), (State.SUBTITLE, Kind.SUBTITLE))
HEADINGS = frozenset(kind for _, kind in _HEADS)
_BESIDE = (Kind.FURNITURE, Kind.SECTION)
_BEGINNING = tuple(at for at, label in enumerate(LABELS) if label.endswith("!"))
_OF = {
    letter: tuple(at for at, label in enumerate(LABELS) if label[0] == letter)
    for letter in {label[0] for label in LABELS}
}
NEVER = 50.0
"""Log score that takes a label out."""
LONGEST = 80
"""Characters of running text in two lines from which on it is nothing else."""

EVENLY = 0.6
"""Probability of a title below which it may as well be a kicker."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a block: the probabilities of its kind, and that an article begins here."""

    sure: float
    begins: float


def told(blocks: Sequence[Block], shown: Shown, weights: Blocks) -> list[Told]:
    """Give blocks their kinds, when the whole page is seen; changes them in place."""
    seen = faces.faces(blocks, shown)
    said = [
        _allowed(scores, face)
        for scores, face in zip(
            weights.scorer.says(facets.clues(blocks, seen, shown)), seen, strict=True
        )
    ]
    path, shares = chain.read(said, weights.steps)
    old = [block.kind for block in blocks]
    found: list[Told] = []
    for block, at, share in zip(blocks, path, shares, strict=True):
        letter = LABELS[at][0]
        if letter != "n":
            block.kind = _KINDS[letter]
        elif block.kind not in HEADINGS:
            row = shown.shares[block.units[0]]
            block.kind = max(_HEADS, key=lambda head: row[head[0]])[1]
        sure = sum([share[place] for place in _OF[letter]])
        found.append(Told(min(1.0, sure), sum([share[place] for place in _BEGINNING])))
    if all(block.kind in _BESIDE for block in blocks):
        for block, kind in zip(blocks, old, strict=True):
            block.kind = kind
    _part_roles(blocks, shown)
    return found


def _part_roles(blocks: Sequence[Block], shown: Shown) -> None:
    """Let a line that only names who did what is told below be a kicker, where little decides it.

    The pages for training have either by a throw of the dice.
    """
    kinds = [None, *(block.kind for block in blocks), None]
    for at in range(1, len(blocks)):
        before, first, second, after = kinds[at - 1 : at + 3]
        if (first, second) != (Kind.TITLE, Kind.SUBTITLE) or {before, after} & set(HEADINGS):
            continue
        pair = blocks[at - 1 : at + 1]
        texts = ["".join(shown.sights[unit].unit.text for unit in block.units) for block in pair]
        if (
            shown.shares[pair[0].units[0]][State.TITLE] < EVENLY
            and headlines.group_roles(texts)[0] == "kicker"
        ):
            pair[0].kind, pair[1].kind = Kind.KICKER, Kind.TITLE


def _allowed(scores: Sequence[float], face: Face) -> list[float]:
    """Leave long text what it is: running text or verse."""
    if face.kind == "p":
        held = face.lines >= 3 or face.size > LONGEST
        kept = "p" if held else "npubclf"
    else:
        kept = "v" if face.kind == "v" and face.lines > 1 else "npubclf"
    return [
        score if label[0] in kept else score - NEVER
        for score, label in zip(scores, LABELS, strict=True)
    ]
