"""Widths in ems, as intervals, and the columns that they tell of."""

from __future__ import annotations

import pytest

from reader.text.widths import Width, columns, first_token, measure, width_class


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("一二三四五", 5, 5),
        ("一二，三四。", 5, 6),
        ("ab12", 2, 2.25),
        ("2025 年", 3, 3.75),
        ("字" * 500, 500, 500),
    ],
)
def test_a_width_is_an_interval(text, low, high):
    assert measure(text) == Width(low, high)


def test_the_column_is_what_most_lines_near_by_can_have():
    lines = [measure("字" * size) for size in (13, 15, 15, 15, 4, 13, 15, 15, 9)]
    assert set(columns(lines)) == {15.0}


def test_the_column_changes_inside_a_page():
    lines = [measure("字" * size) for size in [15] * 30 + [20] * 30]
    found = columns(lines)
    assert found[5] == 15.0
    assert found[-5] == 20.0


def test_lines_of_no_common_width_stand_in_no_column():
    lines = [measure("字" * size) for size in (130, 41, 33, 70, 26, 99, 18)]
    assert columns(lines) == [None] * 7
    assert columns([]) == []


@pytest.mark.parametrize(
    ("size", "column", "following", "reach"),
    [
        (20, 15.0, "字", "over"),
        (15, 15.0, "字", "full"),
        (13, 15.0, "字", "indent"),
        (13, 15.0, "“2025”", "full"),
        (13, 15.0, None, "full"),
        (6, 15.0, "字", "short"),
        (5, None, "字", "tiny"),
        (15, None, "字", "brief"),
        (30, None, "字", "middling"),
        (90, None, "字", "long"),
    ],
)
def test_a_line_against_its_column(size, column, following, reach):
    assert width_class(measure("字" * size), column, following) == reach


@pytest.mark.parametrize(
    ("head", "size"), [("中国", 1), ("“应统", 2), ("2025年", 2.25), ("字，下", 2), ("", 1.0)]
)
def test_what_cannot_be_parted_at_the_beginning(head, size):
    assert first_token(head) == size
