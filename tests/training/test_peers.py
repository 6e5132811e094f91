"""Other ways of joining lines, which the engine is compared with."""

from __future__ import annotations

from training.judge import Count
from training.peers import PEERS, starts_of
from training.regression import trained
from weeklies.weekly_pages import page

PAGES = [page("hard", seed) for seed in range(4)]


def f1(way):
    whole = Count()
    for made in PAGES:
        whole += starts_of(made, way(made.raw))
    return whole.f1


def test_a_regression_over_line_ends_is_the_best_of_them():
    way = trained(60)
    assert f1(way) > max(map(f1, PEERS.values()))
    assert [way(made.raw) for made in PAGES] == [trained(60)(made.raw) for made in PAGES]


def test_what_each_way_does():
    raw = "一行长长长。\n二行。\n\n三行长长长长\n四行长长长长"
    assert {name: way(raw) for name, way in PEERS.items()} == {
        "every line": {0, 1, 3, 4}, "blank lines": {0, 3}, "stops": {0, 1, 3}, "widths": {0, 3}
    }  # fmt: skip
