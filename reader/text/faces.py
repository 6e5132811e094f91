"""See each block of a decoded page by itself: its kind as it was read, its size, its shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind
from reader.text.near import form
from reader.text.states import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.blocks import Block
    from reader.text.features import Sight
    from reader.text.own import Own

LABELS = ("n!", "n", "b!", "b", "p!", "p", "u", "v!", "v", "c", "f", "l")
"""What a block may be: a letter for its kind, with ! where an article begins with it."""
_S = State
_KIN = {
    "n": (_S.KICKER, _S.TITLE, _S.SUBTITLE, _S.HEAD_ON), "u": (_S.SUBHEAD, _S.SUBHEAD_ON),
    "b": (_S.BYLINE,),
    "c": (_S.CAPTION, _S.CAPTION_ON, _S.CAPTION_INSIDE, _S.CAPTION_INSIDE_ON),
    "f": (_S.FURNITURE, _S.FURNITURE_INSIDE), "l": (_S.SECTION,),
    "p": (_S.FIRST, _S.MIDDLE, _S.LAST, _S.SINGLE), "v": (_S.VERSE, _S.VERSE_ON),
}  # fmt: skip
"""States by the letters of kinds: headline, subhead, byline, caption, furniture, label, text."""
_SPANS = [(kin[0], kin[-1] + 1) for kin in _KIN.values()]
"""The states of a kind stand one after another: first and end."""
LETTER = {
    Kind.KICKER: "k", Kind.TITLE: "t", Kind.SUBTITLE: "s", Kind.SUBHEAD: "u", Kind.BYLINE: "b",
    Kind.CAPTION: "c", Kind.FURNITURE: "f", Kind.SECTION: "l", Kind.PARA: "p", Kind.VERSE: "v",
}  # fmt: skip
HEADS = "kts"
"""Letters of headlines in their roles."""
TEXT = "pv"
"""Letters of running text."""
SHORT = 60
"""Characters; a longer block is no headline, label, byline or furniture."""
_MOST_LINES, _MOST_SEEN, _KEPT = 3, 8, 300


class Shown(NamedTuple):
    """What is seen of the units of a page, and the probability of each state of each."""

    sights: Sequence[Sight]
    owns: Sequence[Own]
    shares: Sequence[Sequence[float]]


@dataclass(slots=True)
class Face:
    """A block by itself.

    `kind` is the letter of its kind as it was read, `text` its first characters, `size` how many
    there are in all, about. `shares` are the probabilities of kinds, in the order of `nubcflpv`.
    `short` tells that it may be a headline or stand beside articles; `blanks` counts the blank
    lines above, `form` is the shape of a short line (see `near.form`).
    """

    kind: str
    text: str
    size: int
    lines: int
    shares: tuple[float, ...]
    short: bool
    blanks: int
    form: str


OUTSIDE = Face("^", "", 0, 0, (0.0,) * len(_KIN), False, 0, "-")  # noqa: FBT003
"""What stands above the first block and below the last."""


def faces(blocks: Sequence[Block], shown: Shown) -> list[Face]:
    """See each block of a page by itself."""
    return [_face(block, shown) for block in blocks]


def _face(block: Block, shown: Shown) -> Face:
    units = block.units
    sights = [shown.sights[at] for at in units[:_MOST_SEEN]]
    size = sum([sight.unit.end - sight.unit.start for sight in sights])
    size = size * len(units) // len(sights)
    rows = [shown.shares[at] for at in units[:_MOST_LINES]]
    row = (
        rows[0]
        if len(rows) == 1
        else [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    )
    shares = tuple([sum(row[first:end]) for first, end in _SPANS])
    short = len(units) <= _MOST_LINES and size <= SHORT
    return Face(
        kind=LETTER[block.kind],
        text="".join([sight.unit.text for sight in sights])[:_KEPT],
        size=size,
        lines=len(units),
        shares=shares,
        short=short,
        blanks=sights[0].unit.blanks,
        form=form(sights[0], shown.owns[units[0]]) if short and len(units) == 1 else "-",
    )
