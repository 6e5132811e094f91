"""A phrase of tokens is an exact substring, for every character that text can hold."""

from __future__ import annotations

import pysqlite3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.tokens import (
    Flat,
    around,
    occurrences,
    phrase,
    spans_of,
    stream,
    tokens,
    without,
)

ODD = "\x00\x01\x1f\x7f\x80\x85\xa0\u0301\u200b\u200d\u2028\u3000\ufeff\ufdd0\uffff"
ODD += "\U0001f600\U0010ffff"
TEXTS = st.text(st.one_of(st.sampled_from(ODD + "甲乙aAzZ09 '\"*^:+-(){}x"), st.characters()))


@pytest.fixture(scope="module")
def index():
    connection = pysqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE f USING fts5"
        "(text, content='', contentless_delete=1, tokenize='ascii')"
    )
    yield connection
    connection.close()


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.data())
def test_the_index_finds_exactly_what_is_there(index, text, other, data):
    text, other = (t.encode("utf-8", "ignore").decode().replace("\n", "") for t in (text, other))
    index.execute("REPLACE INTO f (rowid, text) VALUES (1, ?)", (tokens(text),))
    low = data.draw(st.integers(0, len(text)))
    needle = text[low : low + data.draw(st.integers(1, 4))]
    for word in (needle, needle.swapcase(), other, text, "x41", "x"):
        told = phrase(word)
        found = told and index.execute("SELECT rowid FROM f WHERE f MATCH ?", (told,)).fetchone()
        assert bool(found) == (bool(word) and word in text)


def test_each_character_is_one_token_of_its_own(index):
    found = "SELECT rowid FROM f WHERE f MATCH ?"
    for point in (*range(0x300), *range(0x2000, 0x2070), 0xFDD0, 0x10FFFF):
        text = f"甲{chr(point)}乙"
        index.execute("REPLACE INTO f (rowid, text) VALUES (1, ?)", (tokens(text),))
        assert index.execute(found, (phrase(text),)).fetchone()
        assert bool(index.execute(found, (phrase("甲乙"),)).fetchone()) == (point == 10)
        other = chr(point).swapcase()
        if len(other) == 1 and other != chr(point):
            assert not index.execute(found, (phrase(other),)).fetchone()
    assert tokens("甲\n乙") == tokens("甲乙")


def test_what_no_text_can_hold_is_not_looked_up():
    assert phrase("") is None
    assert phrase("\n") is None
    assert phrase("甲\ud800") is None


def test_occurrences_overlap():
    assert occurrences("哈哈哈", "哈哈") == [0, 1]
    assert occurrences("哈哈哈", "哈哈", low=1) == [1]
    assert occurrences("哈哈哈", "哈哈", high=2) == [0]
    assert occurrences("哈", "") == []


@pytest.mark.parametrize(
    ("text", "needle", "spans"),
    [
        ("甲乙甲", "甲", [(0, 1), (2, 3)]),
        ("甲\n乙", "甲乙", [(0, 3)]),
        ("\n\n甲\n\n乙\n", "甲乙", [(2, 6)]),
        ("\n甲", "甲", [(1, 2)]),
        ("甲\n", "甲", [(0, 1)]),
        ("甲\n乙", "丙", []),
        ("甲 乙", "甲乙", []),
    ],
)
def test_spans_over_line_ends(text, needle, spans):
    assert spans_of(text, needle) == spans


@given(st.text(alphabet="甲\n 乙"), st.text(alphabet="甲乙 ", min_size=1, max_size=3))
def test_spans_read_as_the_needle(text, needle):
    for start, end in spans_of(text, needle):
        assert text[start:end].replace("\n", "") == needle
        assert text[start] != "\n"
        assert text[end - 1] != "\n"
    assert len(spans_of(text, needle)) == len(occurrences(text.replace("\n", ""), needle))


@given(st.text(alphabet="甲乙 \u3000\n\r\x85\x0c"))
def test_a_stream_knows_where_each_character_stood(text):
    flat = stream(text)
    kept = [flat.origin(at) for at in range(len(flat.text))]
    assert "".join(text[at] for at in kept) == flat.text
    assert kept == sorted(set(kept))
    gone = set(range(len(text))) - set(kept)
    assert all(text[at].isspace() for at in gone)
    assert not set(flat.text) & set("\n\r\x85\x0c")
    for origin in range(len(text) + 1):
        assert flat.place(origin) == sum(at < origin for at in kept)


def test_stream_keeps_blanks_inside_a_line():
    assert stream("甲 乙 \n　丙").text == "甲 乙丙"
    assert stream("").text == ""
    assert stream("\n").text == ""


def test_a_stream_of_many_blanks_takes_one_pass():
    text = " " * 2_000_000
    assert stream(text).text == text
    assert stream(text + "\n" + text).text == ""


def test_without_at_head_and_end():
    assert without("甲乙丙", [(0, 1), (2, 3)]) == Flat("乙", [0, 1], [1, 2], [1, 3])
    assert without("甲乙", [(0, 1), (1, 2)]).text == ""


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("abcdef", (2, 3), ("ab", "def")),
        ("abcdef", (0, 6), ("", "")),
        ("abcdefghij", (5, 6), ("de", "gh")),
        ("abce\u0301\u0302fgh", (7, 8), ("e\u0301\u0302f", "h")),
        ("abxe\u0301", (1, 2), ("a", "xe\u0301")),
        ("ab\U0001f468\u200d\U0001f469cd", (0, 1), ("", "b\U0001f468\u200d\U0001f469")),
    ],
)
def test_context_is_cut_at_whole_characters(text, span, expected):
    assert around(text, *span, 2 if len(text) > 6 or "\u0301" in text else 20) == expected
