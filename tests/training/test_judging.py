"""Line ends are judged by whether their block goes on."""

from __future__ import annotations

import pytest
from training.form import Block, Cell, Page
from training.judge import judge

from reader.model import Reads
from reader.text.repair import repair

LINES = ("新修的水渠有两里长，", "图为新修的水渠。李山摄", "从村东流到村西。")


def page() -> Page:
    """A paragraph of two lines with a caption inside."""
    raw = "\n".join(LINES)
    starts = [raw.index(line) for line in LINES]
    cells = [
        Cell(starts[0], starts[0] + len(LINES[0]), 0, 0),
        Cell(starts[1], starts[1] + len(LINES[1]), 1, 0),
        Cell(starts[2], starts[2] + len(LINES[2]), 0, 1),
    ]
    blocks = [Block("para", LINES[0] + LINES[2], 0), Block("caption", LINES[1], 0)]
    return Page(raw, blocks, cells)


@pytest.mark.parametrize(("reads", "right"), [(Reads.JOIN, True), (Reads.PARA, False)])
def test_a_paragraph_goes_on_below_a_caption_inside_it(reads, right):
    made = page()
    assert not made.faults()
    ends = [made.raw.index("\n"), made.raw.rindex("\n")]
    draft = repair(made.raw, fixed={ends[0]: reads, ends[1]: Reads.PARA})
    assert [found for _, found in judge(made, draft).ends] == [right, True]
