"""Pages of weeklies and small papers, made for training: `page` makes one, `main` prints some."""

from __future__ import annotations

import argparse
import random
from typing import TYPE_CHECKING

from weeklies.weekly_compose import compose
from weeklies.weekly_house import choose
from weeklies.weekly_papers import PAPERS
from weeklies.weekly_slots import World

if TYPE_CHECKING:
    from training.form import Page


def page(kind: str, seed: int) -> Page:
    """Make a page of a kind (hard, long or mixed): the same for the same seed."""
    rng = random.Random(f"weekly {kind} {seed}")
    world = World(rng, rng.choice(tuple(PAPERS)))
    house = choose(rng, kind, world.year)
    made = compose(world, house)
    made.name = f"weekly {kind} {seed}" + "".join(f", {odd}" for odd in house.odd)
    return made


def main() -> None:
    """Print pages and how they should read."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", nargs="?", default="hard", choices=("hard", "long", "mixed"))
    parser.add_argument("seeds", nargs="*", type=int, default=[1])
    chosen = parser.parse_args()
    for seed in chosen.seeds:
        made = page(chosen.kind, seed)
        print(f"##### {made.name} {made.faults()}\n{made.raw}\n-----")
        for place, block in enumerate(made.blocks):
            under = made.sections.get(block.article, "")
            print(place, block.kind, block.article, under, block.text)


if __name__ == "__main__":
    main()
