"""Pages of the papers of universities, schools, factories, hospitals, villages, streets, units."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from campuses import campus_files, campus_hard, campus_spread
from campuses.campus_house import draw
from campuses.campus_plan import compose

if TYPE_CHECKING:
    from training.form import Page

KINDS: tuple[str, ...] = ("hard", "long", "mixed", "filed", "spread", "torn", "scanned")
WRITERS = {
    "hard": campus_hard.write,
    "long": campus_hard.write,
    "mixed": campus_hard.write,
    "filed": campus_files.filed,
    "spread": campus_spread.spread,
    "torn": campus_files.torn,
    "scanned": campus_spread.scanned,
}


def page(kind: str, seed: int) -> Page:
    """Make a page of a kind, always the same for a seed."""
    house = draw(random.Random(f"campuses {kind} {seed}"), kind)
    sheet = compose(house)
    return WRITERS[kind](house, sheet).page(f"campus {kind} {seed}")
