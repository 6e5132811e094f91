"""The lattice: the best reading and the probabilities are those of counting all readings."""

from __future__ import annotations

import itertools
import math
import random

import pytest

from reader.text.decoder import END, KEEPS, START, STEPS, State, Step, decode, expect

STATES = (State.FIRST, State.MIDDLE, State.LAST, State.SINGLE, State.HEAD)


def lattice(seed, size):
    dice = random.Random(seed)
    said = [{state: dice.uniform(-3, 3) for state in STATES} for _ in range(size)]
    stepped = [[dice.uniform(-2, 2) for _ in Step] for _ in range(size - 1)]
    return said, stepped


def weigh(path, said, stepped):
    if path[0] not in START or path[-1] not in END:
        return 0.0
    score = START[path[0]] + math.log(END[path[-1]])
    score += sum(line[state] for line, state in zip(said, path, strict=True))
    for at, pair in enumerate(itertools.pairwise(path)):
        if pair not in STEPS:
            return 0.0
        step, prior = STEPS[pair]
        score += prior + stepped[at][step]
    return math.exp(score)


@pytest.mark.parametrize("seed", range(12))
def test_all_readings_counted_one_by_one(seed):
    said, stepped = lattice(seed, 4)
    weights = {
        path: weigh(path, said, stepped) for path in itertools.product(STATES, repeat=len(said))
    }
    total = sum(weights.values())
    found = decode(said, stepped)
    assert found.path == max(weights, key=weights.__getitem__)
    for at, share in enumerate(found.shares):
        for state in STATES:
            wanted = sum(w for path, w in weights.items() if path[at] is state) / total
            assert share[state] == pytest.approx(wanted, abs=1e-9)
    for at, keep in enumerate(found.keeps):
        wanted = sum(
            w for path, w in weights.items() if w and STEPS[path[at], path[at + 1]][0] in KEEPS
        )
        assert keep == pytest.approx(wanted / total, abs=1e-9)
    assert expect(said, stepped)[0] == list(found.shares)


def test_nothing_to_decode():
    assert decode([], []).path == ()
    assert expect([], []) == ([], [])


def test_lines_that_share_what_they_say_are_decoded_as_those_that_do_not() -> None:
    said, stepped = lattice(7, 3)
    shared = said * 5, (stepped * 8)[:14]
    apart = [dict(line) for line in shared[0]], [list(step) for step in shared[1]]
    assert decode(*shared) == decode(*apart)
