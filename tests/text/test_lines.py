"""Raw lines, runs of white space, pages: cut without a change."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.lines import holds_line_end, split_lines, split_pages, white_runs

NASTY = st.text(st.sampled_from("甲a \t\n\r\x0b\x0c\x85\u2028\u2029\u3000\x1c\x00\u200b"))


@given(NASTY)
def test_lines_lie_where_they_say(text) -> None:
    lines = split_lines(text)
    for line in lines:
        assert text[line.start : line.end] == line.text
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    between = [text[a.end : b.start] for a, b in itertools.pairwise(lines)]
    assert all(end in {"\r\n", *"\n\r\x0b\x0c\x85\u2028\u2029"} for end in between)


@given(NASTY)
def test_runs_are_whole(text) -> None:
    for start, end in white_runs(text):
        assert text[start:end].isspace()
        assert start == 0 or not text[start - 1].isspace()
        assert end == len(text) or not text[end].isspace()


@given(NASTY)
def test_pages_joined_are_the_file(text) -> None:
    pages = split_pages(text)
    assert "".join(page.text for page in pages) == text
    assert [page.part for page in pages] == list(range(len(pages)))
    whole = split_lines(text)
    paged = [line for page in pages for line in split_lines(page.text, page.first_line)]
    assert [(line.number, line.text) for line in paged] == [
        (line.number, line.text) for line in whole
    ]


@pytest.mark.parametrize(
    ("text", "pages"),
    [("甲", 1), ("甲\n\x0c乙", 2), ("\x0c甲", 1), ("甲\n\x0c", 1), ("甲\x0c\x0c乙", 2), ("", 1)],
)
def test_a_form_feed_between_lines_begins_a_page(text, pages) -> None:
    assert len(split_pages(text)) == pages


def test_what_ends_a_line() -> None:
    assert all(holds_line_end(c) for c in ("\r\n", *"\n\r\x0b\x0c\x85\u2028\u2029"))
    assert not any(holds_line_end(c) for c in " \t\u3000\x1c\xa0")
