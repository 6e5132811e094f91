"""What an index of pairs is asked finds exactly what a phrase finds, only sooner."""

from __future__ import annotations

import pysqlite3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.pairs import FREQUENT, lookup, pairs, with_pairs
from reader.text.tokens import BREAK, phrase, tokens

TEXTS = st.text(st.sampled_from("的的了了在，。甲aX \n"), max_size=24)


@pytest.fixture(scope="module")
def index():
    connection = pysqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE f USING fts5"
        "(text, content='', contentless_delete=1, tokenize='ascii')"
    )
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("", []),
        ("的", []),
        ("的甲了", []),
        ("的了", ["的了"]),
        ("的了的了", ["的了", "了的"]),
        ("的的的", ["的的"]),
        ("的\n了甲，。", ["的了", "，。"]),
        ("的 了", []),
    ],
)
def test_the_pairs_of_a_text(text, held):
    assert pairs(text) == held
    assert with_pairs(text).split() == held + tokens(text).split()


def test_a_pair_is_no_token_of_a_character():
    told = {tokens(chr(point)) for point in range(0x10000) if not 0xD800 <= point < 0xE000}
    assert told.isdisjoint(a + b for a in FREQUENT for b in FREQUENT)
    assert len(set(FREQUENT)) == len(FREQUENT)


def test_what_is_asked():
    assert lookup("\ud800的了") is None
    assert lookup("") is None
    assert lookup("甲的乙") == phrase("甲的乙")
    assert lookup("的了") == lookup("的\n了") == '"的了"'
    assert lookup("甲的了") == f'(("的了") NOT "{BREAK}") AND {phrase("甲的了")}'


@settings(max_examples=300)
@given(st.lists(TEXTS, max_size=6), TEXTS, st.data())
def test_the_index_finds_exactly_what_is_there(index, texts, other, data):
    index.execute("INSERT INTO f (f) VALUES ('delete-all')")
    for number, text in enumerate(texts):
        index.execute("INSERT INTO f (rowid, text) VALUES (?, ?)", (number, with_pairs(text)))
    whole = data.draw(st.sampled_from([*texts, other])).replace("\n", "")
    low = data.draw(st.integers(0, len(whole)))
    for word in (whole[low : low + data.draw(st.integers(1, 6))], other.replace("\n", "")):
        told = lookup(word)
        rows = told and index.execute(
            "SELECT rowid FROM f WHERE f MATCH ? AND rowid >= 1 ORDER BY rowid", (told,)
        )
        found = [number for (number,) in rows or ()]
        wanted = [
            n for n, text in enumerate(texts) if n and word and word in text.replace("\n", "")
        ]
        assert found == wanted
