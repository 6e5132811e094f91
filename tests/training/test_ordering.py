"""What is told of line ends that go on elsewhere comes true as often as it is told."""

from __future__ import annotations

import pytest
from training.generator import page as own
from training.judge import Judged, judge, moved_wrong, summed
from training.ordering import line_ends, table

from reader.model import Reads
from reader.text.repair import repair

FAR = 9_000
"""Numbers of pages begin here: others than those of training, of articles kept back."""
MANY = 24


@pytest.fixture(scope="module", params=["pdftotext", "pdfminer"])
def found(request) -> Judged:
    """Judge pages of which a program printed the rows of columns across."""
    pages = [own(seed, request.param, share="test") for seed in range(FAR, FAR + MANY)]
    return summed(judge(made, repair(made.raw)) for made in pages)


def test_wrong_moves_are_foreseen_in_number(found) -> None:
    told = sum(1.0 - sure for sure, _ in found.moved)
    wrong = sum(not right for _, right in found.moved)
    assert len(found.moved) > 100
    assert wrong / 2 <= told <= 2 * wrong


def test_how_many_wrong_moves_were_foreseen_is_told() -> None:
    moved = [(0.9, True), (0.5, False), (0.95, True), (0.75, True)]
    assert moved_wrong(Judged(moved=moved)) == "1 / 1 of 4"
    assert moved_wrong(Judged()) == "0 / 0 of 0"


def test_a_move_is_right_only_where_the_next_character_is() -> None:
    for seed in range(FAR, FAR + MANY):
        made = own(seed, "pdfminer", share="test")
        draft = repair(made.raw)
        moved = [seam for seam in draft.seams if seam.reasons[:1] and _is_moved(seam)]
        if moved:
            other = repair(made.raw, fixed={seam.start: Reads.PARA for seam in moved})
            assert not any(_is_moved(seam) for seam in other.seams if seam.start == moved[0].start)
            assert len(judge(made, other).moved) < len(judge(made, draft).moved)
            return
    raise AssertionError("no page has moved lines")


def _is_moved(seam) -> bool:
    return seam.reasons[0].code == "moved"


def test_the_table_of_the_same_pages_is_the_same_and_rises() -> None:
    kinds = [("pdfminer", 12), ("pdftotext", 24)]
    pages = [
        own(seed, kind, share="calibrate")
        for kind, many in kinds
        for seed in range(FAR, FAR + many)
    ]
    ends = [end for made in pages for end in line_ends(made)]
    told = table(pages)
    assert told == table(pages)
    for curve in (told["alone"], told["pieces"]):
        rights = [right for _, right in curve]
        assert rights == sorted(rights)
        assert 2 <= len(rights) <= 8
    assert len(ends) > 50
