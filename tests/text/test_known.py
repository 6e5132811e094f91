"""What is known of the trade and the field does not see."""

from __future__ import annotations

import pytest

from reader.text import known
from reader.text.decoder import State
from reader.text.repair import seen


def goes_on(text: str) -> list[int]:
    """Give the lines that go on the likelier with the line above, as a word stands across."""
    return [at for at, states, _ in known.late(seen(text)) if State.MIDDLE in states]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("为扩大宣传覆盖面和知晓率,沙洲镇抓\n\n\n紧制作七万余份海报。", [1]),
        ("全镇工业总产值比上年\n增长。", []),
        ("大家都说好。\n好事要办实。", []),
        ("一\n个\n人", [1, 2]),
    ],
)
def test_a_line_end_inside_a_common_word(text, lines):
    assert goes_on(text) == lines
