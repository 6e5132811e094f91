"""What is expected to be wrong of a line end, by its confidence and its reasons."""

from __future__ import annotations

import pytest
from strangers.pages import page as stranger

from reader.model import Reads
from reader.text.expected import (
    DOUBLED_SURE,
    PERHAPS_WRONG,
    ROUGH_SURE,
    ROUGH_WRONG,
    TORN_SURE,
    TORN_WRONG,
    wrong_of,
)
from reader.text.pageform import expected_wrong
from reader.text.repair import repair


@pytest.mark.parametrize(
    ("confidence", "codes", "wrong"),
    [
        (0.75, {"stop"}, 0.25),
        (1.0, set(), 0.0),
        (TORN_SURE, {"torn", "stop"}, TORN_WRONG),
        (850 / 1000, {"torn"}, TORN_WRONG),  # as a library keeps it
        (0.8496, {"torn"}, TORN_WRONG),  # which a library keeps as 850
        (0.8494, {"torn"}, 1 - 0.8494),
        (0.6, {"torn"}, 0.4),  # not sure for other reasons
        (TORN_SURE, {"stop"}, 1 - TORN_SURE),
        (0.6, {"perhaps"}, PERHAPS_WRONG * 0.4),
        (TORN_SURE, {"edge", "torn"}, 0.0),
        (DOUBLED_SURE, {"doubled", "no_stop"}, 0.0),  # sure that the line goes on
        (0.6, {"doubled", "no_stop"}, 0.4),
        (ROUGH_SURE, {"rough"}, ROUGH_WRONG),
        (850 / 1000, {"rough"}, ROUGH_WRONG),
        (1.0, {"rough"}, 0.0),  # a person decided
        (ROUGH_SURE, {"rough", "edge"}, 0.0),
    ],
)
def test_what_a_confidence_lacks(confidence, codes, wrong):
    assert wrong_of(confidence, codes) == pytest.approx(wrong)


def test_a_paragraph_that_breaks_off_is_a_doubt_and_always_tells_why():
    drafts = [repair(stranger(seed, "long").raw) for seed in range(9000, 9060)]
    seams = [seam for draft in drafts for seam in draft.seams if seam.reads is Reads.PARA]
    torn = [seam for seam in seams if "torn" in {reason.code for reason in seam.reasons}]
    assert len(torn) > 20
    assert all(seam.confidence <= TORN_SURE for seam in torn)
    alike = [seam for seam in seams if seam.confidence == TORN_SURE and seam not in torn]
    assert len(alike) <= 1  # another line end may be as sure by chance
    lacking = sum(1 - seam.confidence for draft in drafts for seam in draft.seams)
    assert expected_wrong(drafts) < lacking - 0.1 * len(torn)
