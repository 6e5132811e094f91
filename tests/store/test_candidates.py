"""Streams of the index leapfrog: a rare word spares the reading of a frequent one."""

from __future__ import annotations

import random

import pytest
from drafting import take_in

from reader import searching
from reader.searching import In
from reader.store import Library, Mode
from reader.store.candidates import Candidates
from reader.store.moments import snapshot


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """900 articles that all hold 的; every 300th holds 稀, the one before it 少."""
    path = tmp_path_factory.mktemp("candidates") / "library.db"
    with Library.open(path, Mode.CREATE, actor="me") as library:
        library.connection.execute("PRAGMA synchronous = OFF")
        for page in range(9):
            text = ""
            for n in range(page * 100, page * 100 + 100):
                rare = "稀" if n % 300 == 299 else "少" if n % 300 == 298 else ""
                text += f"=题{n}\n的一\n\n{rare}的二\n"
            take_in(library, text, name=f"{page}.txt")
        library.index.catch_up()
        yield library


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("稀 的", 3),
        ("的 稀", 3),
        ("的一 的二 稀的", 3),
        ("稀 少", 0),
        ("的 -稀", 897),
        ("的二 -的一", 0),
        ("题 的 一 二", 900),
    ],
)
def test_words_meet_in_an_article(library, query, total):
    found = searching.select(library, query)
    assert len(found) == total
    counted = {hit.article for hit in searching.find(library, query, limit=None).hits}
    assert found == [row.id for row in library.articles.rows() if row.id in counted]


def test_a_rare_word_spares_the_frequent_one(library):
    read = []
    candidates = Candidates(library.connection, In.NOW)
    kept = candidates._group
    candidates._group = lambda number: read.append(number) or kept(number)
    assert len(list(candidates.groups(["的", "稀"], []))) == 3
    assert len(read) < 20


def test_any_part_of_the_numbers(library):
    numbers = [
        n for (n,) in library.connection.execute("SELECT entry FROM reading WHERE entry > 0")
    ]
    rng = random.Random(4)
    candidates = Candidates(library.connection, In.NOW)
    for _ in range(20):
        low, high = sorted(rng.sample(numbers, 2))
        firsts = [g.first for g in candidates.groups(["稀"], [], low, high)]
        assert firsts == sorted(firsts)
        assert all(
            g.last >= low and g.first <= high for g in candidates.groups(["稀"], [], low, high)
        )


def test_a_snapshot_goes_into_an_open_transaction(library):
    with library.transaction(), snapshot(library.connection):
        assert library.connection.in_transaction
        assert searching.count(library, "稀") == 3
    assert not library.connection.in_transaction


def test_a_very_long_word_is_compared_in_the_text(library):
    assert searching.count(library, "的" * 70) == 0
    take_in(library, "的" * 70 + "甲", name="long.txt")
    library.index.catch_up()
    assert searching.count(library, "的" * 70 + "甲") == 1
    assert searching.count(library, "的" * 69 + "乙") == 0
    assert searching.select(library, "甲 -" + "的" * 70) == []
    assert len(searching.select(library, "甲 -" + "的" * 71)) == 1
