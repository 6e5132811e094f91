"""How many wrong line ends the engine expects is about how many there are."""

from __future__ import annotations

import pytest
from outsiders.outsider_pages import page as outsider
from training.judge import Judged, calibration, judge, summed

from reader.text.repair import repair

FAR = 9000
"""Seeds begin here: others than those of the bench."""
KINDS = ("hard", "long", "mixed")
PAGES = 80


@pytest.fixture(scope="module")
def found() -> dict[str, Judged]:
    """Judge pages of a maker on which nothing is trained."""
    pages = {kind: [outsider(kind, seed) for seed in range(FAR, FAR + PAGES)] for kind in KINDS}
    return {
        kind: summed(judge(made, repair(made.raw)) for made in made_of)
        for kind, made_of in pages.items()
    }


def wrong_in(whole: Judged) -> int:
    return sum(not right for _, right in whole.ends)


def test_wrong_line_ends_are_foreseen_in_number(found) -> None:
    """Nearly as many as there are, and not far from it in one kind of pages."""
    for kind, whole in found.items():
        there = wrong_in(whole)
        assert there / 1.4 <= whole.told <= 1.4 * there, kind
        assert calibration(whole.ends) < 0.02
    told = sum(whole.told for whole in found.values())
    wrong = sum(map(wrong_in, found.values()))
    assert wrong / 1.17 <= told <= 1.17 * wrong


def test_that_a_paragraph_breaks_off_is_no_wrong_line_end(found) -> None:
    """Fewer are told than the confidences lack of one: some doubt that text may be missing."""
    for whole in found.values():
        assert sum(1.0 - sure for sure, _ in whole.ends) > 1.02 * whole.told
