"""Train a field on made pages and give its weights (the command is in `__main__`).

The same pages and the same settings give the same bytes.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pycrfsuite
from training import gold

from reader.text.clues import GROUPS, PARTS, clues
from reader.text.field import SCALE
from reader.text.own import own_words
from reader.text.repair import seen, told_of
from reader.text.scorer import unpacked
from reader.text.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from training.form import Page

    from reader.text.clues import Clues
    from reader.text.field import Field

SETTINGS = {
    "c1": 2.4,
    "c2": 1.0,
    "max_iterations": 100,
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


Fitted = tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]
"""The weights of clues and labels, and of two labels one after another."""


def fitted(
    told: Iterable[tuple[list[list[str]], list[str]]],
    settings: dict[str, object] | None = None,
    *,
    verbose: bool = False,
) -> Fitted:
    """Fit a conditional random field to examples."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=verbose)
    trainer.set_params({**SETTINGS, **(settings or {})})
    for lines, wanted in told:
        trainer.append(lines, wanted)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "field"
        trainer.train(str(model))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(model))
        found = tagger.info()
        tagger.close()
    return found.state_features, found.transitions


def train(
    pages: Iterable[Page],
    settings: dict[str, object] | None = None,
    *,
    first: Field | None = None,
    verbose: bool = False,
) -> str:
    """Train a field on pages and give its weights as they are written."""
    names_of = [state.name for state in STATES]
    told = packed(fitted(examples(pages, first), settings, verbose=verbose), GROUPS, names_of)
    return written({"states": names_of, **told})


def packed(
    told: Fitted, known: Sequence[tuple[str, Sequence[str]]], labels: Sequence[str]
) -> dict[str, object]:
    """Give weights as the program reads them: only what weighs something."""
    state_features, transitions = told
    place = {name: at for at, name in enumerate(labels)}
    groups: dict[str, dict[str, dict[str, str]]] = {
        name: {part: {} for part in parts} for name, parts in known
    }
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (clue, label), weight in state_features.items():
        whole = round(weight * SCALE)
        if whole:
            rows[clue].append((place[label], whole))
    for clue in sorted(rows):
        group, part, values = clue.split("/", 2)
        groups[group][part][values] = _row(rows[clue])
    steps = [[round(transitions.get((a, b), 0.0) * SCALE) for b in labels] for a in labels]
    return {"steps": steps, "groups": groups}


def _row(weights: Iterable[tuple[int, int]]) -> str:
    """Write places of labels and their weights as a row that is quickly read."""
    return " ".join(f"{place} {weight}" for place, weight in sorted(weights))


def written(told: dict[str, object]) -> str:
    """Write JSON with a line a group, so that a change of weights can be looked at."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return re.sub(r'(?<=[{,])("[a-z ]+":\{"[^"]*":\{)', r"\n\1", text) + "\n"


def mean(fields: Sequence[str]) -> str:
    """Give the mean of fields as they are written: it errs less than any of them."""
    read = [json.loads(text) for text in fields]
    return written({"states": read[0]["states"], **pooled(read, GROUPS)})


def pooled(
    read: Sequence[Mapping[str, Any]], known: Sequence[tuple[str, Sequence[str]]]
) -> dict[str, object]:
    """Give the mean of weights as `packed` gives them, of the same groups.

    A logarithmic opinion pool (Smith, Cohn and Osborne, 2005): its scores are the means of theirs.
    """
    groups: dict[str, dict[str, dict[str, str]]] = {}
    for name, parts in known:
        groups[name] = {
            part: _mean([told["groups"].get(name, {}).get(part, {}) for told in read])
            for part in parts
        }
    steps = [
        [round(sum(weights) / len(read)) for weights in zip(*rows, strict=True)]
        for rows in zip(*[told["steps"] for told in read], strict=True)
    ]
    return {"steps": steps, "groups": groups}


def _mean(tables: Sequence[dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for values in sorted({values for table in tables for values in table}):
        total: dict[int, int] = defaultdict(int)
        for table in tables:
            for state, weight in unpacked(table.get(values, "")):
                total[state] += weight
        whole = {state: round(weight / len(tables)) for state, weight in total.items()}
        if row := _row([pair for pair in whole.items() if pair[1]]):
            found[values] = row
    return found
