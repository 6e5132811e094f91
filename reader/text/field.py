"""Know the weights of the field: what each clue of a line says for each state.

The weights are trained by ``python -m tests.training`` and lie in ``resources/engine``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import add, mul, truediv
from struct import Struct
from typing import TYPE_CHECKING

from reader import places
from reader.text import sureness
from reader.text.clues import GROUPS, PARTS
from reader.text.decoder import Steps
from reader.text.near import picking
from reader.text.scorer import read_blocks
from reader.text.states import STATES
from reader.text.sureness import Sureness
from reader.text.ways import RETOLD

if TYPE_CHECKING:
    from reader.text.clues import Clues
    from reader.text.decoder import Scores
    from reader.text.near import Key
    from reader.text.scorer import Blocks

SCALE = 100
"""Weights are written as whole numbers of so many to one."""
MOST_KEPT = 20_000
"""Values of one group whose scores are kept at hand."""
_FINEST = 100
"""Parts of a weight's unit (a hundredth) that are kept of what was learnt."""
_UNITS = SCALE * _FINEST
_LANE = 32
_HALF = 1 << (_LANE - 1)
_UPRIGHT = sum(_HALF << (_LANE * state) for state in STATES)
_LANES = Struct(f"<{len(STATES)}i")

Packed = int
"""The scores of all states in one whole number, a lane of `_LANE` bits each, as many parts of
`_UNITS` to one: whole rows are added at once, and exactly."""
Table = dict[str, Packed | str]
"""By the values of a part, parted by tabs: scores, or the row that is written of them.

Of the rows most are never asked for, so that none is packed before it is.
"""
Changes = Mapping[tuple[str, str], Mapping[tuple[str, ...], Sequence[float]]]
"""By group and part, for each value of it what is added to the score of each state."""


class Field:
    """The weights of a field: scores of states by the clues of a line, and of steps.

    `tables` has for each group and part the scores by values; `steps` the scores of two states one
    after another. `words` are the archive's own (see `reader.text.vocabulary`).
    """

    words: frozenset[str] = frozenset()

    def __init__(
        self,
        tables: Sequence[Sequence[Table]],
        steps: Steps,
        curve: Sequence[tuple[float, float]] = (),
        blocks: Blocks | None = None,
        others: Sureness | None = None,
    ) -> None:
        self.steps, self.blocks = steps, blocks
        self.sureness = others or Sureness([], [])
        self._curve = sorted(curve)
        self._tables = tables
        self._groups = [_Known(*group) for group in zip(PARTS, tables, strict=True)]

    def says(self, lines: Sequence[Clues]) -> list[Scores]:
        """Give for each line the log score of each state."""
        return self.scores(self.sums(zip(*lines, strict=True)))

    def scores(self, sums: Sequence[Packed]) -> list[Scores]:
        """Give the log scores of each line from what `sums` gives."""
        return list(map(_unpacked, sums))

    def sums(
        self, columns: Iterable[Iterable[Key]], begun: Sequence[Packed] | None = None
    ) -> list[Packed]:
        """Give for each line the scores of its clues, added up.

        `columns` has one group after another, each of all lines. With `begun`, the sums of the
        groups before, they are the groups in `ways.RETOLD`.
        """
        groups = self._groups if begun is None else [self._groups[at] for at in RETOLD]
        sums = begun
        # Not strict: the groups that a second reading tells otherwise may come later.
        for known, column in zip(groups, columns, strict=False):
            more = map(known.__getitem__, column)
            sums = list(map(add, repeat(_UPRIGHT) if sums is None else sums, more))
        return list(sums or ())

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
        tables = [list(parts) for parts in self._tables]
        for where, rows in changes.items():
            if where not in known:
                continue
            group, place = known[where]
            table = tables[group][place] = dict(tables[group][place])
            for values, more in rows.items():
                added = _packed([round(score * _UNITS) for score in more])
                key = "\t".join(values)
                table[key] = _scores(table, key) + added
        return self._copy(tables, self.words)

    def knowing(self, words: Collection[str]) -> Field:
        """Give a copy that knows the words of an archive; itself where it knows them already."""
        known = frozenset(words)
        return self if known == self.words else self._copy(self._tables, known)

    def _copy(self, tables: Sequence[Sequence[Table]], words: frozenset[str]) -> Field:
        found = Field(tables, self.steps, self._curve, self.blocks, self.sureness)
        found.words = words
        return found

    def sure(self, share: float) -> float:
        """Give how often a verdict of this probability is right, as was counted.

        Isotonic regression (Zadrozny and Elkan, 2002) over pages that training did not see, read
        as straight lines between its knots.
        """
        return sureness.along(self._curve, share) if self._curve else share


class _Known(dict["Key", Packed]):
    """The scores of a group's values that are kept at hand; others are added up when asked for."""

    def __init__(self, parts: Sequence[Sequence[int]], tables: Sequence[Table]) -> None:
        super().__init__()
        self._parts = [(picking(part), table) for part, table in zip(parts, tables, strict=True)]

    def __missing__(self, key: Key) -> Packed:
        total = 0
        for pick, table in self._parts:
            values = "\t".join(pick(key))
            if values in table:
                total += _scores(table, values)
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = total
        return total


def _scores(table: Table, values: str) -> Packed:
    """Give the scores of a part's value; a row is packed when it is asked for first."""
    found = table.get(values, 0)
    if isinstance(found, str):
        numbers = found.split()
        weights, lanes = map(int, numbers[1::2]), map(_LANE_OF.__getitem__, numbers[::2])
        found = table[values] = sum(map(mul, weights, lanes))
    return found


_LANE_OF = {str(state.value): _FINEST << (_LANE * state) for state in STATES}
"""What a weight is multiplied with to stand in the lane of a state, by the state as written."""


def _packed(scores: Sequence[int]) -> Packed:
    return sum(score << (_LANE * state) for state, score in enumerate(scores))


def _unpacked(total: Packed) -> Scores:
    """Give the scores of a sum that `_UPRIGHT` was added to, so that no lane is below nought.

    To turn the highest bit of a lane takes half of its room away again, as Python reads signed
    numbers.
    """
    lanes = _LANES.unpack((total ^ _UPRIGHT).to_bytes(_LANES.size, "little"))
    return tuple(map(truediv, lanes, repeat(_UNITS)))


def read(text: str) -> Field:
    """Read a field as `written` writes it; raises ValueError where it is not one."""
    told = json.loads(text)
    if told["states"] != [state.name for state in STATES]:
        raise ValueError("the weights are of other states than the program's")
    tables: list[list[Table]] = [
        [told["groups"].get(name, {}).get(part, {}) for part in parts] for name, parts in GROUPS
    ]
    steps = [[value / SCALE for value in row] for row in told["steps"]]
    curve = sureness.read_curve(told.get("sure", []))
    blocks = read_blocks(told.get("blocks"))
    return Field(tables, Steps(steps), curve, blocks, sureness.read(told))


@cache
def trained() -> Field:
    """Give the field that comes with the program; read once."""
    return read((places.resources() / "engine" / "weights.json").read_text("utf-8"))
