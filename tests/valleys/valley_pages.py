"""Made pages of mainland dailies, in the forms in which programs give their text."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from valleys import valley_house, valley_plan, valley_torn, valley_writers
from valleys.valley_rows import Sheet, make

if TYPE_CHECKING:
    from training.form import Page

KINDS: tuple[str, ...] = ("hard", "long", "mixed", "filed", "spread", "torn", "scanned")
WRITERS = {
    "hard": valley_writers.hard,
    "long": valley_writers.long,
    "mixed": valley_writers.mixed,
    "filed": valley_writers.filed,
    "spread": valley_torn.spread,
    "torn": valley_torn.torn,
    "scanned": valley_torn.scanned,
}


def page(kind: str, seed: int) -> Page:
    """Make a page, always the same for the same kind and seed."""
    rng = random.Random(f"valleys {kind} {seed}")
    house = valley_house.draw(rng)
    plan = valley_plan.plan(house, rng)
    sheet = Sheet(
        house,
        rng,
        centre=rng.choice(("", "", "", "　　", "      ")),
        step=rng.choice(("", "", "", "", "　　", "    ")),
        right=rng.choice(("", "", "", "　　　　　　", "          ")),
        tail=rng.choices(("", " ", "  "), (0.88, 0.1, 0.02))[0],
        empty=rng.choices(("", " ", "　　"), (0.94, 0.04, 0.02))[0],
        ending=rng.choices(("\n", "\r\n"), (0.97, 0.03))[0],
    )
    WRITERS[kind](plan, sheet)
    lines = [line for band in plan.bands for frame in band.frames() for line in frame]
    made = make(sheet, plan.items, lines, f"valley {kind} {seed}")
    if kind == "spread" and rng.random() < 0.8:
        made.raw += "\f"
    return made
