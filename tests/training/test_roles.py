"""The probability of a role comes true as often as it is told, in each kind of lines."""

from __future__ import annotations

from collections import defaultdict

import pytest
from islands.island_pages import page as island
from outsiders.outsider_pages import page as outsider
from training.calibrate import logistic, roles
from training.judge import judge, summed

from reader.text.repair import repair
from reader.text.sureness import FINE, Sureness

FAR = 9_000
"""Numbers of pages begin here: by makers on whose pages nothing is fitted."""
MANY = 20
ENOUGH = 100
"""Lines of a role from which on it is looked at: fewer tell little."""


def test_each_role_is_right_about_as_often_as_is_told() -> None:
    pages = [
        make(kind, seed)
        for make, kinds in ((outsider, ("hard", "long", "mixed")), (island, ("hard", "torn")))
        for kind in kinds
        for seed in range(FAR, FAR + MANY)
    ]
    lines: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for role, sure, right in summed(judge(made, repair(made.raw)) for made in pages).roles:
        lines[role].append((sure, right))
    looked = {role: ends for role, ends in lines.items() if len(ends) >= ENOUGH}
    assert {"title", "kicker", "subtitle", "first", "single"} <= set(looked)
    for role, ends in looked.items():
        told, right = (sum(values) / len(ends) for values in zip(*ends, strict=True))
        assert told == pytest.approx(right, abs=0.16), role


def test_a_share_that_is_right_as_it_is_stays() -> None:
    ends = [(at / 100, turn < at) for at in range(1, 100) for turn in range(100)]
    assert logistic(ends) == pytest.approx((0.0, 1.0), abs=0.01)


def test_a_share_that_says_too_much_is_told_lower() -> None:
    ends = [(0.9, at % 10 < 3) for at in range(1000)]
    told = roles(("kicker", *end) for end in ends)["kicker"]
    more, times = (number / FINE for number in told)
    assert Sureness([], [], roles={"kicker": (more, times)}).role("kicker", 0.9) == pytest.approx(
        0.3, abs=0.02
    )


def test_few_lines_say_little_and_the_surer_is_never_less_often_right() -> None:
    assert logistic([]) == (0.0, 1.0)
    more, times = logistic([(0.9, False)])
    assert Sureness([], [], roles={"x": (more, times)}).role("x", 0.9) > 0.5
    assert logistic([(0.2, True)] * 500 + [(0.9, False)] * 500)[1] > 0
