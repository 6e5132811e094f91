"""Pasting paragraphs: one wish, Python's own splice and split, undone whole."""

import pytest
from drafting import take_in
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.model import Kind, Status
from reader.store.check import check
from reader.store.library import Library, Mode

PAGE = "=题目 甲\n\n第一段的文\n字。\n\n第二段 abc\ndef。\n\n末段。\n"


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as opened:
        take_in(opened, PAGE)
        yield opened


def whole(library):
    (row,) = library.articles.rows()
    return library.articles.get(row.id)


def texts(library):
    return [b.text for b in whole(library).blocks]


def spans_of(blocks, first, last):
    """Give the spans of what is selected from (block, place) to (block, place)."""
    (low, start), (high, end) = first, last
    spans = [(b.id, 0, len(b.text)) for b in blocks[low : high + 1]]
    spans[-1] = (spans[-1][0], spans[-1][1], end)
    spans[0] = (spans[0][0], start, spans[0][2])
    return spans


def spliced(blocks, first, last, pasted):
    """Say what blocks read with paragraphs in place of what is selected; blanks at a border go."""
    (low, start), (high, end) = first, last
    between = [part for part in pasted[1:-1] if part]
    new = [pasted[0], *between, pasted[-1]] if len(pasted) > 1 else list(pasted)
    new[0] = blocks[low].text[:start] + new[0]
    new[-1] += blocks[high].text[end:]
    was = [b.text for b in blocks]
    return [*was[:low], *(part for part in new if part.strip()), *was[high + 1 :]]


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_pasting_is_a_splice_and_a_split(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("paste") / "library.db"
    with Library.open(path, Mode.CREATE, actor="甲") as library:
        take_in(library, PAGE)
        blocks = whole(library).blocks
        low = data.draw(st.integers(1, len(blocks) - 1))
        high = data.draw(st.integers(low, len(blocks) - 1))
        start = data.draw(st.integers(0, len(blocks[low].text)))
        least = start if low == high else 0
        end = data.draw(st.integers(least, len(blocks[high].text)))
        parts = st.lists(st.sampled_from(["", "乙", "丙丁", "x y", "第", "abc"]), max_size=4)
        pasted = data.draw(parts.filter(any))
        changes = library.articles.paste(spans_of(blocks, (low, start), (high, end)), pasted)
        expected = spliced(blocks, (low, start), (high, end), pasted)
        assert [t.strip() for t in texts(library)] == [t.strip() for t in expected]
        assert not check(library).faults
        if changes.wish is not None:
            assert len(changes.made) == len(expected) - len(blocks) + high - low
            library.journal.undo()
        assert whole(library).blocks == blocks
        assert not check(library).faults


def test_what_is_pasted_is_a_correction_and_the_page_stays(library):
    block = whole(library).blocks[1]
    library.articles.paste([(block.id, 2, 2)], ["甲。", "乙。", "丙"])
    _, first, second, third, *_ = whole(library).blocks
    assert [first.text, second.text, third.text] == ["第一甲。", "乙。", "丙段的文字。"]
    assert second.kind is Kind.PARA
    assert [o.typed for o in second.origin] == [True]
    assert [o.typed for o in first.origin] == [False, True]
    assert third.origin[-1].source == first.origin[0].source
    (made,) = library.articles.amendments(second.id)
    assert made.by == "甲"


def test_one_undo_takes_all_back_and_one_redo_brings_it_again(library):
    before = whole(library)
    library.articles.paste([(before.blocks[1].id, 2, 2)], ["甲", "乙", "丙"], begins=True)
    after = whole(library)
    assert after.status is Status.WORKING
    assert len(list(library.journal.history())) == 1 + 1
    library.journal.undo()
    assert whole(library).blocks == before.blocks
    assert whole(library).status is Status.NEW
    library.journal.redo()
    assert whole(library).blocks == after.blocks


def test_an_empty_end_is_a_border_there(library):
    block = whole(library).blocks[1]
    changes = library.articles.paste([(block.id, 3, 3)], ["", "甲", ""])
    assert texts(library)[1:4] == ["第一段", "甲", "的文字。"]
    assert changes.made == tuple(b.id for b in whole(library).blocks[2:4])


def test_a_border_at_an_edge_makes_no_empty_block(library):
    block = whole(library).blocks[1]
    library.articles.paste([(block.id, len(block.text), len(block.text))], ["", "甲", ""])
    assert texts(library)[1:3] == ["第一段的文字。", "甲"]
    library.articles.paste([(block.id, 0, 0)], ["", "乙", ""])
    assert texts(library)[1:4] == ["乙", "第一段的文字。", "甲"]


def test_paragraphs_beside_a_block(library):
    article = whole(library)
    changes = library.articles.paste_beside(
        article.blocks[2].id, ["甲", "", "乙"], before=True, begins=True
    )
    assert texts(library)[2:4] == ["甲", "乙"]
    assert changes.made == tuple(b.id for b in whole(library).blocks[2:4])
    assert whole(library).status is Status.WORKING
    library.journal.undo()
    assert whole(library).blocks == article.blocks
    assert not check(library).faults


def test_a_phrase_around_the_place_takes_what_is_pasted(library):
    article = whole(library)
    block = article.blocks[1]
    library.tags.mark(block.id, 0, 4, "主题")
    library.articles.paste([(block.id, 2, 2)], ["甲", "乙"])
    assert not check(library).faults
    (phrase,) = library.tags.phrases(article.id)
    text = "\n".join(b.text for b in whole(library).blocks)
    assert [text[low:high] for low, high in phrase.ranges] == ["第一甲", "乙段的"]


def test_nothing_to_paste_is_refused(library):
    block = whole(library).blocks[1]
    with pytest.raises(UsageError):
        library.articles.paste([(block.id, 0, 0)], ["", ""])
    with pytest.raises(UsageError):
        library.articles.paste([], ["甲"])
    with pytest.raises(UsageError):
        library.articles.paste_beside(block.id, [" "])
