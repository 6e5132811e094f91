"""Train the second look, at blocks: what each is when the whole page is seen.

The pages are others than those of which the field was trained, since on those it is surer than it
should be; the blocks are as the field reads them, and their labels as they should read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from training.form import HEADS
from training.judge import places_of, wanted
from training.train import fitted, packed, pooled

from reader.text import faces, facets
from reader.text.blocks import gather
from reader.text.faces import LABELS
from reader.text.lines import split_lines
from reader.text.repair import read_lines, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from training.form import Page

    from reader.text.blocks import Block
    from reader.text.facets import Clues
    from reader.text.features import Unit
    from reader.text.field import Field

SETTINGS = {"c1": 2.0, "c2": 1.0, "max_iterations": 120}
_LETTERS = {
    "kicker": "n", "title": "n", "subtitle": "n", "byline": "b", "para": "p", "subhead": "u",
    "caption": "c", "furniture": "f", "section": "l", "verse": "v",
}  # fmt: skip


def labels(page: Page, blocks: Sequence[Block], units: Sequence[Unit]) -> list[str]:
    """Give the labels that the blocks of a page, as they were read, should have."""
    places = places_of(page.raw)
    gold = wanted(page, places)
    at_place: dict[int, int] = {}
    for number, (_, _, span) in enumerate(gold):
        for at in span:
            at_place.setdefault(at, number)
    begun = _Begun()
    found: list[str] = []
    for block in blocks:
        counts = Counter(
            at_place[at]
            for unit in block.units
            for at in places.span(units[unit].start, units[unit].end)
            if at in at_place
        )
        if not counts:
            found.append("f")
            continue
        kind, article, _ = gold[counts.most_common(1)[0][0]]
        letter = _LETTERS[kind]
        found.append(letter + "!" * begun.begins(kind, article))
    return found


class _Begun:
    """Tells which block is the first of its article: of its headlines, or of its text."""

    def __init__(self) -> None:
        self.present = -1
        self.headed: set[int] = set()
        self.told: set[int] = set()

    def begins(self, kind: str, article: int) -> bool:
        """Tell whether an article begins with the next block.

        It does with the first of its headlines, and with the first of its text where that does
        not follow them.
        """
        if article < 0:
            return False
        if kind in HEADS and article not in self.headed:
            if kind == "byline" and article in self.told:
                return False
            self.headed.add(article)
            self.present = article
            return True
        if kind in ("para", "verse") and article not in self.told:
            self.told.add(article)
            elsewhere = article != self.present
            self.present = article
            return elsewhere
        return False


def names(block: Clues) -> Iterator[str]:
    """Give the names of all clues of a block, part by part."""
    for (group, parts), places, key in zip(facets.GROUPS, facets.PARTS, block, strict=True):
        for part, at in zip(parts, places, strict=True):
            yield f"{group}/{part}/" + "\t".join([key[place] for place in at])


def examples(pages: Iterable[Page], field: Field) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give for each page the clues of its blocks and the labels that they should have."""
    for page in pages:
        read = read_lines(page.raw, split_lines(page.raw, 1), {}, field)
        decoded = read.decode({})
        blocks = gather(decoded.path, read.order)
        seen = shown(read)
        clues = facets.clues(blocks, faces.faces(blocks, seen), seen)
        yield [list(names(block)) for block in clues], labels(page, blocks, read.units)


def train_blocks(pages: Iterable[Page], field: Field) -> dict[str, object]:
    """Train the second look on pages as the field reads them; give the weights as written."""
    told = fitted(examples(pages, field), SETTINGS)
    return {"labels": list(LABELS), **packed(told, facets.GROUPS, LABELS)}


def mean_of(looks: Sequence[Mapping[str, Any]]) -> dict[str, object]:
    """Give the mean of second looks as written."""
    return {"labels": list(LABELS), **pooled(looks, facets.GROUPS)}
