"""Know the weights of the field: what each clue of a line says for each state.

The weights are trained by ``python -m tests.training`` and lie in ``resources/engine``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import places
from reader.text import facets
from reader.text.clues import GROUPS, PARTS
from reader.text.decoder import STATES, Steps
from reader.text.faces import LABELS

if TYPE_CHECKING:
    from reader.text.clues import Clues
    from reader.text.decoder import Scores
    from reader.text.near import Key

SCALE = 100
"""Weights are written as whole numbers of so many to one."""
FINE = 100_000
"""Probabilities of the curve are written as whole numbers of so many to one."""
MOST_KEPT = 20_000
"""Values of one group whose scores are kept at hand."""
_NOTHING: Scores = (0.0,) * len(STATES)

Table = dict[tuple[str, ...], "Scores"]
Changes = Mapping[tuple[str, str], Mapping[tuple[str, ...], Sequence[float]]]
"""By group and part, for each value of it what is added to the score of each state."""


class Scorer:
    """Adds up what the clues of each line or block weigh for each of its labels.

    `parts` are the places in a group's key that have weights together, `tables` has for each group
    and part the scores by values, of so many labels.
    """

    def __init__(
        self,
        parts: Sequence[Sequence[tuple[int, ...]]],
        tables: Sequence[Sequence[Table]],
        labels: int,
    ) -> None:
        self.tables = tables
        self._nothing = (0.0,) * labels
        self._parts = parts
        self._groups: list[dict[Key, Scores]] = [{} for _ in tables]

    def says(self, things: Sequence[Sequence[Key]]) -> list[Scores]:
        """Give for each thing the log score of each of its labels."""
        found: list[Scores] = []
        for thing in things:
            vectors = [
                known.get(key) or self._learn(group, key)
                for group, (known, key) in enumerate(zip(self._groups, thing, strict=True))
            ]
            found.append(tuple(map(sum, zip(*vectors, strict=True))))
        return found

    def _learn(self, group: int, key: Key) -> Scores:
        """Add up the weights of all parts of a group's value, and keep the sum at hand."""
        rows = [
            found
            for part, table in zip(self._parts[group], self.tables[group], strict=True)
            if (found := table.get(tuple([key[place] for place in part]))) is not None
        ]
        known = self._groups[group]
        if len(known) >= MOST_KEPT:
            known.clear()
        total = tuple(map(sum, zip(*rows, strict=True))) if rows else self._nothing
        known[key] = total
        return total


class Blocks(NamedTuple):
    """The weights of the second look: scores of labels by clues of a block, and of steps."""

    scorer: Scorer
    steps: Sequence[Sequence[float]]


class Field:
    """The weights of a field: scores of states by the clues of a line, and of steps.

    `lines` adds up the scores of lines; `steps` has the scores of two states one after another,
    `blocks` the weights of the second look, at blocks (see `kinds`), if there are any.
    """

    def __init__(
        self,
        lines: Scorer,
        steps: Steps,
        curve: Sequence[tuple[float, float]] = (),
        blocks: Blocks | None = None,
    ) -> None:
        self.lines, self.steps, self.blocks = lines, steps, blocks
        self._curve = sorted(curve)

    def says(self, lines: Sequence[Clues]) -> list[Scores]:
        """Give for each line the log score of each state."""
        return self.lines.says(lines)

    def changed(self, changes: Changes) -> Field:
        """Give a copy in which weights are greater or less by what is told.

        `changes` maps group, part (as in `GROUPS`) and values to the scores that are added.
        Groups and parts that the program does not know are passed over.
        """
        known = {
            (name, part): (group, place)
            for group, (name, parts) in enumerate(GROUPS)
            for place, part in enumerate(parts)
        }
        tables = [list(parts) for parts in self.lines.tables]
        for where, rows in changes.items():
            if where not in known:
                continue
            group, place = known[where]
            table = dict(tables[group][place])
            for values, more in rows.items():
                table[values] = tuple(map(add, table.get(values, _NOTHING), more))
            tables[group][place] = table
        return Field(Scorer(PARTS, tables, len(STATES)), self.steps, self._curve, self.blocks)

    def sure(self, share: float) -> float:
        """Give how often a verdict of this probability is right, as was counted.

        Isotonic regression (Zadrozny and Elkan, 2002) over pages that training did not see, read
        as straight lines between its knots.
        """
        at = bisect_left(self._curve, (share, 0.0))
        if not self._curve or at == 0 or at == len(self._curve):
            return share if not self._curve else self._curve[min(at, len(self._curve) - 1)][1]
        (left, low), (right, high) = self._curve[at - 1 : at + 1]
        return low + (high - low) * (share - left) / (right - left)


def read(text: str) -> Field:
    """Read a field as `written` writes it; raises ValueError where it is not one."""
    told = json.loads(text)
    if told["states"] != [state.name for state in STATES]:
        raise ValueError("the weights are of other states than the program's")
    lines = Scorer(PARTS, _tables(GROUPS, told["groups"], len(STATES)), len(STATES))
    curve = [(share / FINE, right / FINE) for share, right in told.get("sure", [])]
    return Field(lines, Steps(_steps(told)), curve, _blocks(told.get("blocks")))


def _blocks(told: Mapping[str, Any] | None) -> Blocks | None:
    if told is None:
        return None
    if told["labels"] != list(LABELS):
        raise ValueError("the weights are of other labels than the program's")
    tables = _tables(facets.GROUPS, told["groups"], len(LABELS))
    return Blocks(Scorer(facets.PARTS, tables, len(LABELS)), _steps(told))


def _steps(told: Mapping[str, Any]) -> list[list[float]]:
    return [[value / SCALE for value in row] for row in told["steps"]]


def _tables(
    groups: Sequence[tuple[str, Sequence[str]]], told: Mapping[str, Any], labels: int
) -> list[list[Table]]:
    return [
        [_table(told.get(name, {}).get(part, {}), labels) for part in parts]
        for name, parts in groups
    ]


def _table(rows: Mapping[str, Sequence[int]], labels: int) -> Table:
    table: Table = {}
    for values, packed in rows.items():
        scores = [0.0] * labels
        for state, weight in zip(packed[::2], packed[1::2], strict=True):
            scores[state] = weight / SCALE
        table[tuple(values.split("\t")) if values else ()] = tuple(scores)
    return table


@cache
def trained() -> Field:
    """Give the field that comes with the program; read once."""
    return read((places.resources() / "engine" / "weights.json").read_text("utf-8"))
