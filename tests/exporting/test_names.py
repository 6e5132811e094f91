"""File names: safe on every system, never twice the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.names import LONGEST, Names, clean, safe


@pytest.mark.parametrize(
    ("title", "cleaned"),
    [
        ("奋楫笃行开新局", "奋楫笃行开新局"),
        ("凝心聚力谋发展 集思广益促改革", "凝心聚力谋发展_集思广益促改革"),
        ('a/b\\c:d*e?f"g<h>i|j', "abcdefghij"),
        ("../../etc/passwd", "etcpasswd"),
        ("甲\n乙\t丙", "甲_乙_丙"),
        ("\u202e倒\u200b\x00\x7f\ufeff", "倒"),
        ("e\u0301", "é"),
        (" . 题 . ", "题"),
        ("\ud800", ""),
        ("", ""),
    ],
)
def test_a_title_is_cleaned(title, cleaned) -> None:
    assert clean(title) == cleaned


@pytest.mark.parametrize("stem", ["CON", "nul", "com1", "LPT9.x", "Aux", "COM¹", "", "...", "_"])
def test_a_reserved_or_empty_name_gets_a_mark_before_it(stem) -> None:
    name = safe(stem, ".txt")
    assert name.startswith("_")
    assert name.endswith(".txt")


def test_names_say_date_page_number_and_title() -> None:
    names = Names(".txt")
    assert names.name("2025-04-14", 3, 2, "题") == "2025-04-14_03_02_题.txt"
    assert names.name(None, None, 1, "") == "0000_00_01.txt"
    assert names.name("2025", 1, 1, "Ab") == "2025_01_01_Ab.txt"
    assert names.name("2025", 1, 1, "aB") == "2025_01_01_aB~2.txt"
    assert names.name("2025", 1, 1, "AB") == "2025_01_01_AB~3.txt"


@given(titles=st.lists(st.text(max_size=120), max_size=6), page=st.none() | st.integers(1, 99))
def test_names_are_safe_and_differ(titles, page) -> None:
    names = Names(".md")
    given_names = [names.name("2025-04-14", page, 1, title) for title in [*titles, "长" * 300]]
    assert len({name.casefold() for name in given_names}) == len(given_names)
    for name in given_names:
        assert len(name.encode()) <= LONGEST
        assert not set(name) & set('<>:"/\\|?*')
        assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs"} for c in name)
        assert not name[:-3].endswith((".", " "))


def test_long_twins_stay_within_the_length() -> None:
    names = Names(".txt")
    made = {names.name("2025-04-14", 1, 1, "长" * 300) for _ in range(12)}
    assert len(made) == 12
    assert max(len(name.encode()) for name in made) <= LONGEST
