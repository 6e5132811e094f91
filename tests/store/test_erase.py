"""Erasing over several blocks: one wish, Python's own splice, undone whole."""

import pytest
from drafting import take_in
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.store.check import check
from reader.store.library import Library, Mode

PAGE = "=题目 甲\n\n第一段的文\n字。\n\n第二段 abc\ndef。\n\n末段。\n"


def whole(library):
    (row,) = library.articles.rows()
    return library.articles.get(row.id)


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_erasing_is_a_splice_of_the_blocks(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("erase") / "library.db"
    with Library.open(path, Mode.CREATE, actor="甲") as library:
        take_in(library, PAGE)
        blocks = whole(library).blocks
        first = data.draw(st.integers(0, len(blocks) - 2))
        last = data.draw(st.integers(first + 1, len(blocks) - 1))
        start = data.draw(st.integers(0, len(blocks[first].text)))
        end = data.draw(st.integers(0, len(blocks[last].text)))
        typed = data.draw(st.sampled_from(["", "乙", "x y"]))
        spans = [(b.id, 0, len(b.text)) for b in blocks[first : last + 1]]
        spans[0] = (spans[0][0], start, spans[0][2])
        spans[-1] = (spans[-1][0], 0, end)
        changes = library.articles.erase(spans, typed)
        left = blocks[first].text[:start] + typed + blocks[last].text[end:]
        expected = [b.text for b in blocks]
        expected[first : last + 1] = [left]
        assert [b.text for b in whole(library).blocks] == expected
        assert changes.wish is not None
        assert not check(library).faults
        library.journal.undo()
        assert whole(library).blocks == blocks
        assert not check(library).faults


def test_erasing_nothing_is_refused(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE) as library:
        take_in(library, PAGE)
        with pytest.raises(UsageError):
            library.articles.erase([])
