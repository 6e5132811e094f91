"""Count how often a line is read next that a change of order puts there, by what the change gains.

The field has no part in the order of a page, so that no field is needed for it. Pages on which
lines are put in another order are few, and are made for it: as programs read them that print the
rows of columns across.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from training import makers
from training.calibrate import curve
from training.generator import page as own
from training.judge import next_of, places_of, wanted

from reader.text.repair import arranged
from reader.text.sureness import FINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.form import Page

    from reader.text.sureness import Gain

GROUPS = 8
"""Groups of line ends for the curve: they come from few pages, and those of one are alike."""
ACROSS = ("pdftotext", "pdfminer")
"""Kinds of our pages of which lines are put in another order."""
ASIDE = ("spread", "torn")
"""Kinds of others' pages on which columns stand side by side."""
LESS = 4
"""Others' pages of a kind and a maker are so many times fewer than ours of a kind."""


def pages(many: int, far: int) -> Iterator[Page]:
    """Make pages on which lines are put in another order, with numbers from `far` on."""
    for kind in ACROSS:
        for seed in range(far, far + many):
            yield own(seed, kind, share="calibrate")
    for maker in makers.OTHERS:
        for kind in ASIDE:
            if kind in maker.kinds:
                for seed in range(far, far + many // LESS):
                    yield maker.make(kind, makers.AWAY + seed)


def line_ends(page: Page) -> Iterator[tuple[Gain | None, bool]]:
    """Give, for each line end that is read in another order than printed, its gain and if right.

    Only where the text should go on inside its block; the gain of columns side by side is None.
    """
    units, (order, gains) = arranged(page.raw)
    places = places_of(page.raw)
    goes_on = next_of(block for block in wanted(page, places) if block[0] != "furniture")
    for at, (one, two) in enumerate(pairwise(order)):
        last = places.of[units[one].end] - 1
        if last in goes_on and two != one + 1:
            yield gains.get(at), goes_on[last] == places.of[units[two].start]


def table(made: Iterable[Page]) -> dict[str, object]:
    """Count on pages, and give the tables as they are written with the weights."""
    by_gain: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    aside: list[bool] = []
    for one in made:
        for gain, right in line_ends(one):
            if gain is None:
                aside.append(right)
            else:
                by_gain[gain.alone].append((gain.odds, right))
    rows = round(FINE * (sum(aside) + 0.5) / (len(aside) + 1)) if aside else FINE
    alone, pieces = (curve(by_gain[way], GROUPS) for way in (True, False))
    return {"alone": alone, "pieces": pieces, "rows": rows}
