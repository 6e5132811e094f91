"""How many wrong line ends the engine expects is about how many there are."""

from __future__ import annotations

import pytest
from strangers.pages import page
from training.judge import Judged, calibration, expected_wrong, judge

from reader.text.repair import repair


@pytest.mark.parametrize("regime", ["hard", "long", "mixed"])
def test_wrong_line_ends_are_foreseen_in_number(regime) -> None:
    found = Judged()
    for seed in range(40):
        made = page(seed, regime)
        found += judge(made, repair(made.raw))
    wrong = sum(not right for _, right in found.ends)
    assert wrong / 2 <= expected_wrong(found.ends) <= 2 * wrong
    assert calibration(found.ends) < 0.02
