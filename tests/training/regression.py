"""A logistic regression over line ends, as a peer of the engine.

Each line end is judged by itself, by what is seen of the lines on its two sides, with weights
trained on pages of our own maker: what stood before a field of whole pages did. A field over
sequences of one line end each is that regression.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from training import gold
from training.generator import REGIMES, page
from training.train import fitted

from reader.text.repair import seen
from reader.text.states import KEEPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.peers import Way

    from reader.text.features import Sight

BEGINS, GOES_ON = "begins", "goes on"
SETTINGS: dict[str, object] = {"c1": 0.5, "max_iterations": 60}


def trained(pages: int) -> Way:
    """Train on so many pages; give the lines (0-based) of a text at which a block begins."""
    weights, _ = fitted(list(_examples(pages)), SETTINGS)

    def way(raw: str) -> set[int]:
        sights = seen(raw)
        found = {sight.unit.number - 1 for sight in sights[:1]}
        for above, below in pairwise(sights):
            cues = _cues(above, below)
            begins = sum(weights.get((cue, BEGINS), 0.0) for cue in cues)
            if begins > sum(weights.get((cue, GOES_ON), 0.0) for cue in cues):
                found.add(below.unit.number - 1)
        return found

    return way


def _examples(pages: int) -> Iterator[tuple[list[list[str]], list[str]]]:
    for seed in range(pages):
        made = page(seed, REGIMES[seed % len(REGIMES)])
        sights = seen(made.raw)
        states = gold.states(made, [sight.unit for sight in sights])
        if states is not None:
            for ends, steps in zip(pairwise(sights), pairwise(states), strict=True):
                yield [_cues(*ends)], [GOES_ON if steps in KEEPS else BEGINS]


def _cues(above: Sight, below: Sight) -> list[str]:
    """Give what is seen of a line end, alone and in pairs."""
    end, start = above.unit.ends, below.unit.starts
    blanks, reach = min(3, below.unit.blanks), f"{above.reach}{below.reach}"
    return [
        "bias", f"end {end}", f"start {start}", f"blanks {blanks}", f"reach {reach}",
        f"cut {above.across}", f"open {bool(above.opened)}", f"in {below.indented}",
        f"end {end} start {start}", f"end {end} blanks {blanks}", f"end {end} reach {reach}",
        f"reach {reach} blanks {blanks}", f"size {min(9, len(above.unit.text) // 4)} end {end}",
    ]  # fmt: skip
