"""Know the weights of the second look: what each clue of a block says for each of its labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.text import facets
from reader.text.chain import Steps
from reader.text.faces import LABELS
from reader.text.near import picking

if TYPE_CHECKING:
    from reader.text.near import Key

SCALE = 100
"""Weights are written as whole numbers of so many to one."""
MOST_KEPT = 20_000
"""Values of one group whose scores are kept at hand."""
Scores = tuple[float, ...]
"""A log score for each label, in the order of `LABELS`."""
Table = Mapping[str, str]
"""By the values of a part, parted by tabs: labels and their weights, as `train.packed` writes them.

Most are never asked for, so that none is unpacked before it is.
"""


def unpacked(row: str) -> Iterator[tuple[int, int]]:
    """Give labels and their weights from a row as it is written: numbers in turn (`0 -12 3 7`)."""
    numbers = list(map(int, row.split()))
    return zip(numbers[::2], numbers[1::2], strict=True)


class Scorer:
    """Adds up what the clues of each block weigh for each of its labels.

    `tables` has for each group and part of `facets.GROUPS` the scores by values.
    """

    def __init__(self, tables: Sequence[Sequence[Table]]) -> None:
        self._parts = [
            [(picking(part), table) for part, table in zip(parts, group, strict=True)]
            for parts, group in zip(facets.PARTS, tables, strict=True)
        ]
        self._groups: list[dict[Key, Scores]] = [{} for _ in tables]

    def says(self, blocks: Sequence[facets.Clues]) -> list[Scores]:
        """Give for each block the log score of each of its labels."""
        found: list[Scores] = []
        for block in blocks:
            vectors = [
                known.get(key) or self._learn(group, key)
                for group, (known, key) in enumerate(zip(self._groups, block, strict=True))
            ]
            found.append(tuple(map(sum, zip(*vectors, strict=True))))
        return found

    def _learn(self, group: int, key: Key) -> Scores:
        """Add up the weights of all parts of a group's value, and keep the sum at hand."""
        total = [0] * len(LABELS)
        for pick, table in self._parts[group]:
            for label, weight in unpacked(table.get("\t".join(pick(key)), "")):
                total[label] += weight
        known = self._groups[group]
        if len(known) >= MOST_KEPT:
            known.clear()
        known[key] = tuple([weight / SCALE for weight in total])
        return known[key]


class Blocks(NamedTuple):
    """The weights of the second look: scores of labels by clues of a block, and of steps."""

    scorer: Scorer
    steps: Steps


def read_blocks(told: Mapping[str, Any] | None) -> Blocks | None:
    """Read the weights of the second look, if any; ValueError where they are of other labels."""
    if told is None:
        return None
    if told["labels"] != list(LABELS):
        raise ValueError("the weights are of other labels than the program's")
    tables = [
        [told["groups"].get(name, {}).get(part, {}) for part in parts]
        for name, parts in facets.GROUPS
    ]
    steps = [[value / SCALE for value in row] for row in told["steps"]]
    return Blocks(Scorer(tables), Steps(steps))
