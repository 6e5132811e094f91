"""How many wrong line ends the engine expects is about how many there are."""

from __future__ import annotations

import pytest
from strangers.pages import page as stranger
from training.judge import Judged, calibration, judge
from unseen.unseen_pages import page as unseen

from reader.text.repair import repair

FAR = 9000
"""Seeds begin here: others than those of the bench."""
KINDS = ("hard", "long", "mixed", "lists")
PAGES = 80


def found(maker: str, kind: str) -> Judged:
    whole = Judged()
    for seed in range(FAR, FAR + PAGES):
        made = stranger(seed, kind) if maker == "strangers" else unseen(kind, seed)
        whole += judge(made, repair(made.raw))
    return whole


def wrong_in(whole: Judged) -> int:
    return sum(not right for _, right in whole.ends)


@pytest.mark.parametrize(("maker", "kinds"), [("strangers", KINDS[:3]), ("unseen", KINDS)])
def test_wrong_line_ends_are_foreseen_in_number(maker, kinds) -> None:
    """On pages of other makers: nearly as many as there are, and not far from it in one regime."""
    told, wrong = 0.0, 0
    for kind in kinds:
        whole = found(maker, kind)
        there = wrong_in(whole)
        assert there / 1.4 <= whole.told <= 1.4 * there, kind
        assert calibration(whole.ends) < 0.02
        told, wrong = told + whole.told, wrong + there
    assert wrong / 1.17 <= told <= 1.17 * wrong


def test_that_a_paragraph_breaks_off_is_no_wrong_line_end() -> None:
    """What the confidences lack is told too often wrong: doubts for text that may be missing."""
    whole = found("strangers", "long")
    assert sum(1.0 - sure for sure, _ in whole.ends) > whole.told
    assert abs(whole.told - wrong_in(whole)) < 0.2 * wrong_in(whole)
