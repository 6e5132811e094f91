"""The lattice: the best reading and the probabilities are those of counting all readings."""

from __future__ import annotations

import itertools
import math
import random

import pytest

from reader.text.decoder import Steps, decode
from reader.text.states import KEEPS, MAY_BEGIN, MAY_FOLLOW, STATES, State

FEW = (State.FIRST, State.MIDDLE, State.LAST, State.TITLE, State.HEAD_ON, State.CAPTION_INSIDE)


def lattice(seed, size):
    dice = random.Random(seed)
    said = [
        tuple(dice.uniform(-3, 3) if state in FEW else -500.0 for state in STATES)
        for _ in range(size)
    ]
    steps = [[dice.uniform(-2, 2) for _ in STATES] for _ in STATES]
    return said, steps


def weigh(path, said, steps, fixed):
    if path[0] not in MAY_BEGIN or path[-1] is State.CAPTION_INSIDE:
        return 0.0
    score = sum(line[state] for line, state in zip(said, path, strict=True))
    for at, (above, below) in enumerate(itertools.pairwise(path)):
        if (above, below) not in MAY_FOLLOW:
            return 0.0
        if at in fixed and ((above, below) in KEEPS) != fixed[at]:
            return 0.0
        score += steps[above][below]
    return math.exp(score)


@pytest.mark.parametrize("fixed", [{}, {1: True}, {0: False, 2: True}])
@pytest.mark.parametrize("seed", range(6))
def test_all_readings_counted_one_by_one(seed, fixed):
    said, steps = lattice(seed, 4)
    weights = {
        path: weigh(path, said, steps, fixed) for path in itertools.product(FEW, repeat=len(said))
    }
    total = sum(weights.values())
    found = decode(said, Steps(steps), fixed)
    likelier = [
        sum(w for path, w in weights.items() if path[at : at + 2] in KEEPS) >= total / 2
        for at in range(len(said) - 1)
    ]
    agree = {
        path: weight
        for path, weight in weights.items()
        if [path[at : at + 2] in KEEPS for at in range(len(said) - 1)] == likelier
    }
    best = max(agree, key=agree.__getitem__)
    assert found.path == (best if agree[best] else max(weights, key=weights.__getitem__))
    for at, share in enumerate(found.shares):
        assert sum(share) == pytest.approx(1.0)
        for state in FEW:
            wanted = sum(w for path, w in weights.items() if path[at] is state) / total
            assert share[state] == pytest.approx(wanted, abs=1e-9)
    for at, keep in enumerate(found.keeps):
        wanted = sum(w for path, w in weights.items() if path[at : at + 2] in KEEPS)
        assert keep == pytest.approx(wanted / total, abs=1e-9)


def test_what_is_fixed_is_obeyed_though_all_else_speaks_against_it():
    certain = tuple(300.0 if state is State.SINGLE else -300.0 for state in STATES)
    steps = Steps([[0.0] * len(STATES)] * len(STATES))
    assert decode([certain] * 3, steps).path == (State.SINGLE,) * 3
    found = decode([certain] * 3, steps, {0: True, 1: False})
    assert found.path[:2] in KEEPS
    assert found.keeps[0] == pytest.approx(1.0)
    assert found.keeps[1] == pytest.approx(0.0)


def test_nothing_to_decode():
    assert decode([], Steps([[0.0] * len(STATES)] * len(STATES))).path == ()


@pytest.mark.parametrize("weight", [9.0, -9.0])
def test_sums_over_a_long_page_neither_overflow_nor_vanish(weight):
    said, _ = lattice(1, 1)
    steps = Steps([[weight] * len(STATES)] * len(STATES))
    found = decode(said * 3000, steps)
    assert all(sum(share) == pytest.approx(1.0) for share in found.shares)
    # A weight that all steps have alike counts for nothing, and the edges of a page are far away.
    short = decode(said * 60, Steps([[0.0] * len(STATES)] * len(STATES)))
    assert found.shares[1500] == pytest.approx(short.shares[30])
    assert found.keeps[1500] == pytest.approx(short.keeps[30])
    assert 0.01 < found.keeps[1500] < 0.99


def test_a_state_far_behind_is_passed_over_and_none_of_the_others():
    said, steps = lattice(3, 5)
    free = decode(said, Steps(steps))
    for share in free.shares:
        there = {state for state in STATES if share[state] > 0.0}
        assert there <= {*FEW}
        assert {State.FIRST, State.TITLE, State.HEAD_ON} <= there | {State.HEAD_ON}
