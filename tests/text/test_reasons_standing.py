"""Which characters stand side by side in a text."""

from __future__ import annotations

import pytest

from reader.text import standing
from reader.text.standing import Standing

TEXT = "村里的水塔\n高二十米\U00020000乙\ud800甲"


@pytest.mark.parametrize("text", [TEXT, TEXT + "丙", "字" + TEXT, TEXT * 3])
def test_each_two_in_a_row_are_a_pair_and_no_others(text):
    found = Standing(text)
    rows = {text[at : at + 2] for at in range(len(text) - 1)}
    for left in set(text):
        for right in set(text):
            assert found.pair(left, right) == (left + right in rows)


@pytest.mark.parametrize("short", [0, 10_000])
def test_three_in_a_row(monkeypatch, short):
    monkeypatch.setattr(standing, "_SHORT", short)
    found = Standing(TEXT)
    assert found.three("里的水")
    assert found.three("\U00020000乙\ud800")
    assert not found.three("里水塔")
    assert found.three("里的")
    assert not found.three("里水")


def test_a_long_text_is_not_searched_again_for_each_three():
    found = Standing(TEXT * 1000)
    assert found.three("里的水")
    assert "里的水" in found._threes


@pytest.mark.parametrize("text", ["", "甲"])
def test_a_text_of_no_pair(text):
    assert not Standing(text).pair("甲", "甲")
