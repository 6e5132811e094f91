"""What is counted without locating is what would be located."""

from __future__ import annotations

import pytest
from drafting import take_in

from reader import searching
from reader.store import Library, Mode
from reader.store.compose import compose, text_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def library(path):
    """Pages of 5 articles, of which some are edited, and one page that is not indexed."""
    with Library.open(path, Mode.CREATE, actor="me") as library:
        for page in range(5):
            text = "".join(f"=题{page}{n}\n的一的\n一，\n\n二的一 的\n" for n in range(5))
            take_in(library, text, name=f"{page}.txt")
        library.index.catch_up(4)
        for row in list(library.articles.rows())[:12:3]:
            block = library.articles.get(row.id).blocks[1].id
            library.articles.edit(block, 1, 2, "二的")
            library.articles.split(block, 2)
        yield library


WORDS = [
    "的",
    "一",
    "的 一",
    "的一",
    "一的",
    "的 -二",
    "二 -无",
    "一，",
    "的 题3",
    "二的一 的",
    "的一的一，",
    "的一的一。",
]


@pytest.mark.parametrize("word", WORDS)
def test_a_count_is_the_number_of_hits(library, word):
    word = f'"{word}"' if len(word) == 5 else word
    located = searching.find(library, word, limit=None)
    assert located.total == len(located.hits)
    assert searching.count(library, word) == located.total
    for limit in (0, 1, 7):
        found = searching.find(library, word, limit=limit)
        assert found.total == located.total
        assert found.hits == located.hits[:limit]


@pytest.mark.parametrize("word", ["的", "的一"])
def test_what_is_withdrawn_is_not_counted(library, word):
    before = searching.count(library, word)
    issue = library.issues.rows()[1].id
    mine = searching.count(library, f"{word} issue:{issue}")
    library.issues.withdraw([issue])
    assert searching.count(library, word) == before - mine
    assert 0 < mine < before


def test_a_reader_may_count_too(library, path):
    with Library.open(path) as reader:
        assert searching.count(reader, "的") == searching.count(library, "的")
        assert searching.count(reader, "\ud800") == 0
        assert reader.connection.execute("PRAGMA query_only").fetchone() == (1,)
    assert library.connection.execute("PRAGMA query_only").fetchone() == (0,)


def test_texts_are_as_composed(library):
    fetch = library.derived.fetch
    for (block,) in library.connection.execute("SELECT key FROM block").fetchall():
        pieces = fetch.pieces(block)
        texts = {piece.source: fetch.text(piece.source) for piece in pieces}
        seams = fetch.seams(pieces)
        assert text_of(pieces, texts, seams) == compose(pieces, texts, seams).text
