"""Training is the same each time, and what it writes is what the program reads."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from training import gold
from training.calibrate import curve
from training.generator import page
from training.train import examples, mean, train

from reader import places
from reader.text import field
from reader.text.decoder import decode
from reader.text.repair import seen
from reader.text.states import MAY_FOLLOW, STATES, State
from reader.text.sureness import FINE

FEW = {"max_iterations": 30, "c1": 0.3}


@pytest.fixture(scope="module")
def weights() -> str:
    """Train on a few pages."""
    return train([page(seed) for seed in range(10)], FEW)


def test_the_same_pages_give_the_same_bytes(weights) -> None:
    assert train([page(seed) for seed in range(10)], FEW) == weights


def test_what_was_written_is_read_and_decodes(weights) -> None:
    made = field.read(weights)
    lines, wanted = next(iter(examples([page(3, "hard")])))
    sights = seen(page(3, "hard").raw)
    assert len(lines) == len(wanted) == len(sights)
    from reader.text.clues import clues
    from reader.text.own import own_words

    path = decode(made.says(clues(sights, own_words(sights))), made.steps).path
    right = sum(state.name == name for state, name in zip(path, wanted, strict=True))
    assert right > 0.7 * len(path)


def test_weights_of_other_states_are_refused(weights) -> None:
    told = json.loads(weights)
    told["states"] = told["states"][1:]
    with pytest.raises(ValueError, match="other states"):
        field.read(json.dumps(told))


def test_the_weights_that_come_with_the_program_are_small_and_whole() -> None:
    path = places.resources() / "engine" / "weights.json"
    assert path.stat().st_size < 2_000_000
    told = json.loads(path.read_text("utf-8"))
    assert told["states"] == [state.name for state in STATES]
    assert told["sure"]
    knots = [share for share, _ in told["sure"]]
    rights = [right for _, right in told["sure"]]
    assert knots == sorted(set(knots))
    assert rights == sorted(rights)


@pytest.mark.parametrize("regime", ["hard", "long", "torn", "pdfminer"])
def test_every_page_has_a_reading_that_the_field_may_give(regime) -> None:
    for seed in range(12):
        made = page(seed, regime)
        states = gold.states(made, [sight.unit for sight in seen(made.raw)])
        if states is not None:
            assert all(pair in MAY_FOLLOW for pair in pairwise(states))
            assert State.FIRST in states or State.SINGLE in states


def test_the_curve_rises_and_tells_what_was_counted() -> None:
    ends = [(at / 1000, at % 10 < 7) for at in range(500, 1000)]
    knots = curve(ends)
    assert [right for _, right in knots] == sorted(right for _, right in knots)
    assert all(0.6 < right / FINE < 0.8 for _, right in knots[4:])


def test_nothing_is_told_to_be_certain() -> None:
    assert curve([(1.0, True)] * 500)[-1][1] < FINE


def written(group: str, part: str, rows: dict[str, str], step: int) -> str:
    """Weights of one clue and of the steps, as they are written."""
    states = [state.name for state in State]
    steps = [[step] * len(states) for _ in states]
    return json.dumps({"states": states, "steps": steps, "groups": {group: {part: rows}}})


def test_the_mean_of_fields_has_the_means_of_their_weights() -> None:
    one = written("own", "0", {"s": "0 100 2 -50", "o": "1 1"}, 10)
    two = written("own", "0", {"s": "2 150 3 40"}, 30)
    told = json.loads(mean([one, two]))
    assert told["groups"]["own"]["0"] == {"s": "0 50 2 50 3 20"}
    assert set(map(tuple, told["steps"])) == {(20,) * len(State)}
    assert field.read(mean([one, two])).steps is not None
