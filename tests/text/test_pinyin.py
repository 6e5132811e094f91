"""Names by pinyin and initials."""

import pytest

from reader.text import pinyin


@pytest.mark.parametrize(
    ("typed", "name", "at"),
    [
        ("shequ", "社区", 0),
        ("sq", "社区", 0),
        ("sheq", "社区", 0),
        ("squ", "社区", 0),
        ("q", "社区", 1),
        ("zl", "社区治理", 2),
        ("sz", "社区治理", None),
        ("cj", "长江", 0),
        ("zhang", "长江", 0),
        ("nv", "女", 0),
        ("nu", "女", 0),
        ("nü", "女", 0),
        ("lvse", "绿色", 0),
        ("xian", "西安", 0),
        ("xian", "先进", 0),
        ("5g", "5G网络", 0),
        ("x", "", None),
        ("shequs", "社区", None),
        ("k", "𠮷", None),
    ],
)
def test_where_letters_begin(typed, name, at):
    assert pinyin.found_at(typed, name) == at


@pytest.mark.parametrize(
    ("typed", "letters"),
    [("She Qu", "shequ"), ("xi'an", "xian"), ("lü", "lü"), ("社区", ""), ("a/b", ""), ("", "")],
)
def test_what_is_read_as_letters(typed, letters):
    assert pinyin.letters(typed) == letters


def test_readings_lose_their_tones_and_keep_their_dots():
    assert pinyin.syllables("区") == {"qu", "ou"}
    assert pinyin.syllables("女") >= {"nv", "nu", "nü"}
    assert pinyin.syllables("A") == {"a"}
