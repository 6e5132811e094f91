"""How many wrong line ends the engine expects is about how many there are."""

from __future__ import annotations

from strangers.pages import page
from training.judge import Judged, calibration, expected_wrong, judge

from reader.text.repair import repair


def test_wrong_line_ends_are_foreseen_in_number() -> None:
    """On pages of strangers: about as many as there are, and never far from it in one regime."""
    told, wrong = 0.0, 0
    for regime in ("hard", "long", "mixed"):
        found = Judged()
        for seed in range(40):
            made = page(seed, regime)
            found += judge(made, repair(made.raw))
        there = sum(not right for _, right in found.ends)
        assert there / 2.5 <= expected_wrong(found.ends) <= 2.5 * there, regime
        assert calibration(found.ends) < 0.02
        told, wrong = told + expected_wrong(found.ends), wrong + there
    assert wrong / 2 <= told <= 2 * wrong
