"""Words of a text around a place: where they begin and end."""

from itertools import pairwise

import pytest

from reader.text.words import word_after, word_at, word_before

TEXT = "为全面落实有关工作部署，强化动态分析。 2025年 WHO"


@pytest.mark.parametrize(
    ("at", "word"),
    [(0, "为"), (1, "全面落实"), (4, "全面落实"), (5, "有关"), (11, "，"), (19, " "), (21, "2025"),
     (len(TEXT) - 1, "WHO"), (len(TEXT), "WHO")],
)  # fmt: skip
def test_the_word_at_a_place(at, word):
    start, end = word_at(TEXT, at)
    assert TEXT[start:end] == word
    assert start <= at <= end


def test_steps_go_from_word_to_word_and_over_blanks():
    ahead, at = [0], 0
    while at < len(TEXT):
        at = word_after(TEXT, at)
        ahead.append(at)
    words = "为 全面落实 有关 工作 部署 ， 强化 动态分析 。_ 2025 年_ WHO".replace(
        "_", "\u00a0"
    ).split(" ")
    found = [TEXT[a:b].replace(" ", "\u00a0") for a, b in pairwise(ahead)]
    assert found == words
    back = [at]
    while at > 0:
        at = word_before(TEXT, at)
        back.append(at)
    assert back[::-1] == ahead
    assert word_before(TEXT, 0) == 0
    assert word_after(TEXT, len(TEXT)) == len(TEXT)


def test_nothing_has_no_word():
    assert word_at("", 0) == (0, 0)
    assert (word_after("", 0), word_before("", 0)) == (0, 0)


def test_only_what_is_near_is_cut_in_a_long_text():
    long = "会议指出，立足当前这一关键阶段。" * 40_000
    middle = len(long) // 2
    assert long[slice(*word_at(long, middle))] == "会议"
    unbroken = "甲" * 1000
    assert word_after(unbroken, 500) > 500
    assert word_before(unbroken, 500) < 500


def test_half_a_pair_is_a_word_like_another():
    text = "甲\ud800乙\x00"
    ends = []
    at = 0
    while at < len(text):
        at = word_after(text, at)
        ends.append(at)
    assert ends[-1] == len(text)
