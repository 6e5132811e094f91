"""Train fields and second looks, on pages of all makers or of some."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from training.makers import training
from training.second import mean_of, train_blocks
from training.train import mean, train, written

from reader.text import field

if TYPE_CHECKING:
    from collections.abc import Sequence


class Numbers(NamedTuple):
    """How many pages each step of the training takes, and how many are trained.

    Each field takes `pages` of its own, each second look `second`; `first` are read for the first
    time.
    """

    pages: int = 2400
    fields: int = 2
    first: int = 240
    second: int = 1600
    looks: int = 2


FIRST: dict[str, object] = {"c1": 0.6, "max_iterations": 30}
"""Settings of the field that reads the pages of training for the first time."""
OTHER = 500_000
"""Numbers of the pages for the second look begin here: the field has not seen those pages."""


def trained(many: Numbers, without: Sequence[str] = ()) -> dict[str, Any]:
    """Train fields and second looks, and give the means of their weights as they are written.

    Pages of some makers may be left out. Fields, and second looks, are trained side by side.
    """
    first = train(training(range(many.first), without), FIRST)
    with ProcessPoolExecutor() as pool:
        starts = [many.pages * at for at in range(many.fields)]
        fields = pool.map(partial(_field, many.pages, tuple(without), first), starts)
        parts: dict[str, Any] = json.loads(mean(list(fields)))
        starts = [OTHER + many.second * at for at in range(many.looks)]
        looks = pool.map(partial(_look, many.second, tuple(without), written(parts)), starts)
        parts["blocks"] = mean_of(list(looks))
    return parts


def _field(pages: int, without: Sequence[str], first: str, start: int) -> str:
    made = training(range(start, start + pages), without)
    return train(made, first=field.read(first))


def _look(pages: int, without: Sequence[str], weights: str, start: int) -> dict[str, object]:
    return train_blocks(training(range(start, start + pages), without), field.read(weights))
