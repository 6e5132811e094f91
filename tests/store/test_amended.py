"""What corrections did to a block, and where it stands on the page."""

import pytest
from drafting import take_in

from reader.model import Status, Why
from reader.store.library import Library, Mode


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.db", Mode.CREATE, actor="甲") as made:
        take_in(made, "=标题\n\n第一段文字，共\n两行。\n\n第二段。\n")
        yield made


def article(library):
    return library.articles.get(next(iter(library.articles.rows())).id)


def told(library, block):
    return [(a.start, a.end, a.old, a.why, a.by) for a in library.articles.amendments(block)]


def test_a_page_as_it_came_has_none(library):
    shown = article(library)
    assert library.articles.amendments_of(shown.id) == {}
    assert [told(library, b.id) for b in shown.blocks] == [[], [], []]


def test_a_replaced_word_tells_what_stood_there(library):
    block = article(library).blocks[1].id
    library.articles.edit(block, 2, 3, "节")
    assert told(library, block) == [(2, 3, "段", Why.TYPED, "甲")]
    (made,) = library.articles.amendments(block)
    assert library.articles.amendments_of(article(library).id) == {block: [made]}
    assert not made.machine
    assert made.at.startswith("20")


def test_what_only_went_gives_its_place(library):
    block = article(library).blocks[1].id
    library.articles.edit(block, 3, 5, "")
    assert told(library, block) == [(3, 3, "文字", Why.TYPED, "甲")]


def test_a_correction_cut_by_another_tells_its_whole(library):
    block = article(library).blocks[1].id
    library.articles.edit(block, 2, 3, "甲乙丙")
    library.articles.edit(block, 3, 4, "丁")
    assert told(library, block) == [
        (2, 3, "段", Why.TYPED, "甲"),
        (3, 4, "乙", Why.TYPED, "甲"),
        (4, 5, "段", Why.TYPED, "甲"),
    ]


def test_typed_text_that_went_again_leaves_its_place(library):
    block = article(library).blocks[1].id
    library.articles.edit(block, 2, 2, "多")
    library.articles.edit(block, 2, 3, "")
    assert told(library, block) == [(2, 2, "多", Why.TYPED, "甲")]


def test_a_correction_over_a_line_end(library):
    block = article(library).blocks[1].id
    library.articles.edit(block, 6, 8, "计三")
    assert told(library, block) == [(6, 8, "共\n两", Why.TYPED, "甲")]


def test_lines_are_counted_in_the_file(library):
    blocks = article(library).blocks
    lines = [[library.articles.line_number(o.source, o.at) for o in b.origin] for b in blocks]
    assert lines == [[1], [3, 4], [6]]


def test_a_moved_block_is_known(library):
    shown = article(library)
    first, last = shown.blocks[1].id, shown.blocks[2].id
    ids = {b.id for b in shown.blocks}
    assert library.articles.moved_by_hand(ids) == frozenset()
    library.articles.move(first, shown.id, after=last)
    assert library.articles.moved_by_hand(ids) == {first}
    assert library.articles.moved_by_hand({last}) == frozenset()


def test_only_its_own_moves_are_asked_for(library):
    """In a library of many moves each opening of an article read them all."""
    shown = article(library)
    library.articles.move(shown.blocks[1].id, shown.id, after=shown.blocks[2].id)
    seen = []
    library.connection.set_trace_callback(seen.append)
    assert library.articles.moved_by_hand({b.id for b in shown.blocks})
    library.connection.set_trace_callback(None)
    (sql,) = seen
    plan = [row[3] for row in library.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert plan[0].startswith("SEARCH wish USING INDEX wish_move")


@pytest.mark.parametrize("begins", [True, False])
def test_typing_in_a_new_article_begins_work_in_the_same_wish(library, begins):
    block = article(library).blocks[1].id
    library.articles.edit_all(block, [(0, 0, "x")], begins=begins)
    assert article(library).status is (Status.WORKING if begins else Status.NEW)
    library.journal.undo()
    assert article(library).status is Status.NEW
    assert article(library).blocks[1].text.startswith("第一段")


def test_an_edit_that_changes_nothing_begins_nothing(library):
    block = article(library).blocks[1].id
    changes = library.articles.edit_all(block, [(0, 0, "x"), (0, 1, "")][:0], begins=True)
    assert changes.wish is None
    assert article(library).status is Status.NEW


def test_a_proofed_article_stays_so(library):
    shown = article(library)
    library.articles.set_status(Status.PROOFED1, [shown.id])
    library.articles.edit_all(shown.blocks[1].id, [(0, 0, "x")], begins=True)
    assert article(library).status is Status.PROOFED1


def test_erasing_over_paragraphs_begins_work(library):
    shown = article(library)
    spans = [(shown.blocks[1].id, 3, 10), (shown.blocks[2].id, 0, 2)]
    library.articles.erase(spans, begins=True)
    assert article(library).status is Status.WORKING
