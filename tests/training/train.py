"""Train the field on made pages and write its weights.

    python -m tests.training [--pages 600] [--seed 0] [--out resources/engine/weights.json]

The same pages and the same settings give the same bytes.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pycrfsuite
from training import gold

from reader.text.clues import GROUPS, PARTS, clues
from reader.text.decoder import STATES
from reader.text.field import SCALE
from reader.text.own import own_words
from reader.text.repair import seen, told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.form import Page

    from reader.text.clues import Clues
    from reader.text.field import Field

SETTINGS = {
    "c1": 2.4,
    "c2": 1.0,
    "max_iterations": 60,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
    "epsilon": 1e-4,
}


FIRST = 3
"""One page of so many is read for the first time."""


def names(line: Clues) -> Iterator[str]:
    """Give the names of all clues of a line, part by part."""
    for (group, parts), places, key in zip(GROUPS, PARTS, line, strict=True):
        for part, at in zip(parts, places, strict=True):
            yield f"{group}/{part}/" + "\t".join([key[place] for place in at])


def examples(
    pages: Iterable[Page], first: Field | None = None
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Give for each page the clues of its lines and the states they should have.

    With `first`, a field that reads pages for the first time, most pages are told with their ways.
    """
    for number, page in enumerate(pages):
        sights = seen(page.raw)
        wanted = gold.states(page, [sight.unit for sight in sights])
        if wanted is not None:
            owns = own_words(sights)
            if first is None or number % FIRST == 0:
                lines = clues(sights, owns)
            else:
                lines = told_of(sights, owns, first)
            yield [list(names(line)) for line in lines], [state.name for state in wanted]


def train(
    pages: Iterable[Page],
    settings: dict[str, object] | None = None,
    *,
    first: Field | None = None,
    verbose: bool = False,
) -> str:
    """Train a field on pages and give its weights as they are written."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=verbose)
    trainer.set_params({**SETTINGS, **(settings or {})})
    for lines, wanted in examples(pages, first):
        trainer.append(lines, wanted)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "field"
        trainer.train(str(model))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        told = tagger.info()
        tagger.close()
    return written(told.state_features, told.transitions)


def written(
    state_features: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float]
) -> str:
    """Write weights as the program reads them: only what weighs something."""
    place = {state.name: at for at, state in enumerate(STATES)}
    groups: dict[str, dict[str, dict[str, list[int]]]] = {
        name: {part: {} for part in parts} for name, parts in GROUPS
    }
    packed: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (clue, state), weight in state_features.items():
        whole = round(weight * SCALE)
        if whole:
            packed[clue].append((place[state], whole))
    for clue in sorted(packed):
        group, part, values = clue.split("/", 2)
        groups[group][part][values] = [n for pair in sorted(packed[clue]) for n in pair]
    steps = [
        [round(transitions.get((a.name, b.name), 0.0) * SCALE) for b in STATES] for a in STATES
    ]
    told = {"states": [state.name for state in STATES], "steps": steps, "groups": groups}
    return _compact(told)


def _compact(told: dict[str, object]) -> str:
    """Write JSON with a line a group, so that a change of weights can be looked at."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return re.sub(r'(?<=[{,])("[a-z ]+":\{"[^"]*":\{)', r"\n\1", text) + "\n"
